from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from app.movement.library import MovementLibrary
from app.movement.model import Label
from app.settings import BodySettings
from app.ui.compare.page import ComparePage
from app.ui.compare.pairs import all_pairs
from tests.helpers.pages import World, a_world, texts


@pytest.fixture
def world(qapp: QApplication, tmp_path: Path) -> Iterator[World]:
    with a_world(qapp, tmp_path) as made:
        yield made


Make = Callable[[MovementLibrary], ComparePage]


@pytest.fixture
def make(world: World, qtbot: QtBot) -> Make:
    def made(movements: MovementLibrary) -> ComparePage:
        page = ComparePage(movements, world.keeper, world.icons, world.appearance)
        qtbot.addWidget(page)
        page.resize(868, 640)
        page.show()
        QApplication.processEvents()
        return page

    return made


@pytest.fixture
def page(make: Make, world: World) -> ComparePage:
    return make(world.library.movements)


def combo(page: ComparePage) -> QComboBox:
    found = [c for c in page.findChildren(QComboBox) if c.accessibleName() == "What to compare"]
    return found[0]


def shown_ids(page: ComparePage) -> list[str]:
    return [motion.movement.id for motion in page.stage.motions]


def test_every_pair_is_offered_and_points_at_one_or_two_things(page: ComparePage) -> None:
    pairs = all_pairs()
    assert combo(page).count() == len(pairs) == 10
    for index, pair in enumerate(pairs):
        combo(page).setCurrentIndex(index)
        assert page.pair == pair
        assert shown_ids(page) == [pair.first, pair.second]
        assert page.stage.motions[0].movement.label is Label.RIGHT
        assert combo(page).currentText().endswith(page.stage.motions[1].movement.title)
        assert page.stage._light == pair.light
        assert page.stage._lines == pair.lines
        assert 1 <= len(pair.light) + len(pair.lines) <= 2
        words = texts(page)
        assert pair.look_at in words
        for motion in page.stage.motions:
            assert motion.movement.text.strip() in words


def test_right_and_wrong_are_said_in_words(page: ComparePage) -> None:
    assert {"Right: Hip hinge", "Squat"} <= set(texts(page))
    combo(page).setCurrentIndex(1)
    assert {"Right: Hip hinge", "Wrong: Rounded back"} <= set(texts(page))


def test_it_starts_paused(page: ComparePage) -> None:
    assert not page.stage.is_playing
    assert page.stage.playback.position == 0


def test_it_announces_right_and_wrong_before_it_moves(page: ComparePage) -> None:
    QTest.keyClick(page.stage, Qt.Key.Key_Space)
    assert page.stage.is_playing
    assert not page.stage.playback.playing, "the figures wait for the announcement"


def test_another_pair_starts_paused_too(page: ComparePage) -> None:
    page.stage.play()
    page.stage.seek(1.0)
    combo(page).setCurrentIndex(2)
    assert not page.stage.is_playing
    assert page.stage.playback.position == 0


def test_the_keys_of_the_figure_work_at_once(page: ComparePage) -> None:
    focus = page.focusWidget()
    assert focus is page.stage
    QTest.keyClick(focus, Qt.Key.Key_Period)
    assert page.stage.playback.position > 0
    QTest.keyClick(focus, Qt.Key.Key_Comma)
    assert page.stage.playback.position == 0
    QTest.keyClick(focus, Qt.Key.Key_Minus)
    assert page.stage.playback.speed == 0.5
    QTest.keyClick(focus, Qt.Key.Key_Plus)
    assert page.stage.playback.speed == 1.0
    QTest.keyClick(focus, Qt.Key.Key_L)
    assert not page.stage.playback.looping
    QTest.keyClick(focus, Qt.Key.Key_M)
    assert page.stage.mirror


def test_the_focus_is_shown_to_who_moves_it_by_key(page: ComparePage, world: World) -> None:
    def edge() -> str:
        image = page.stage.grab().toImage()
        return image.pixelColor(image.width() // 2 - 40, 1).name()

    green = world.appearance.palette.right.name()
    assert edge() != green
    page.stage.clearFocus()
    page.stage.setFocus(Qt.FocusReason.TabFocusReason)
    assert edge() == green


def test_a_pair_without_both_movements_is_left_out(
    make: Make, world: World, tmp_path: Path
) -> None:
    folder = tmp_path / "animations"
    folder.mkdir()
    for name in ("hinge", "craned-neck"):
        text = (world.locations.animations / f"{name}.toml").read_text(encoding="utf-8")
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    (folder / "squat.toml").write_text("title = 1", encoding="utf-8")
    page = make(MovementLibrary(folder))
    assert combo(page).count() == 1
    assert shown_ids(page) == ["hinge", "craned-neck"]


def test_without_any_pair_it_says_so(make: Make, tmp_path: Path) -> None:
    empty = tmp_path / "none"
    empty.mkdir()
    page = make(MovementLibrary(empty))
    assert texts(page) == ["Compare", "No two movements to compare could be read."]
    assert not combo(page).isVisible()
    QTest.keyClick(page, Qt.Key.Key_Space)
    assert page.pair is None


def test_another_body_is_shown_at_the_same_moment(page: ComparePage, world: World) -> None:
    page.stage.seek(1.5)
    world.keeper.change(body=BodySettings(stature_m=1.6, mass_kg=60, sex="f"))
    assert [motion.body.stature_m for motion in page.stage.motions] == [1.6, 1.6]
    assert page.stage.playback.position == 1.5


def test_settings_that_do_not_concern_it_let_it_play_on(page: ComparePage, world: World) -> None:
    page.stage.play()
    world.keeper.change(volume=10)
    assert page.stage.is_playing


def test_less_motion_steps_from_pose_to_pose(page: ComparePage, world: World) -> None:
    world.keeper.change(reduce_motion="on")
    page.stage.play()
    assert not page.stage.is_playing
    assert page.stage.playback.position == page.stage.motions[0].ends[0]
