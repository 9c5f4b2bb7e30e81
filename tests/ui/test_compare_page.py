from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.movement.differences import ROWS
from app.movement.library import MovementLibrary
from app.movement.model import Label
from app.settings.model import BodySettings
from app.ui.compare.page import ComparePage
from app.ui.compare.panel_bar import ComparePanel
from tests.helpers.compare_page import a_compare_page, combo, press, show_any_two, shown_ids, slider
from tests.helpers.pages import World, texts


@pytest.fixture
def page(world: World, qtbot: QtBot) -> ComparePage:
    return a_compare_page(world, qtbot)


def test_every_pair_is_offered_and_points_at_one_or_two_things(
    page: ComparePage, world: World
) -> None:
    pairs = world.library.pairs
    assert len(pairs) == 11
    # A line and any two come after them.
    assert combo(page).count() == len(pairs) + 2
    for index, pair in enumerate(pairs):
        combo(page).setCurrentIndex(index)
        assert page.pair == pair
        assert shown_ids(page) == [pair.first, pair.second]
        assert page.stage.motions[0].movement.label is Label.RIGHT
        assert combo(page).currentText().endswith(page.stage.motions[1].movement.title)
        assert page.stage._light == pair.light
        assert page.stage.overlays == pair.lines
        assert 1 <= len(pair.light) + len(pair.lines) <= 2
        assert 1 <= len(pair.rows) <= ROWS
        assert pair.look_at in texts(page)
        for motion in page.stage.motions:
            assert motion.movement.text.strip() in page.stage.accessibleDescription()


def test_right_and_wrong_are_said_in_words(page: ComparePage) -> None:
    page.stage.show_text(True)
    assert page.stage.accessibleDescription().startswith("Correct: Hip hinge. ")
    combo(page).setCurrentIndex(1)
    assert "Incorrect: Rounded back. " in page.stage.accessibleDescription()


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


def test_the_focus_is_shown_when_it_moves_by_key(page: ComparePage, world: World) -> None:
    def edge() -> str:
        image = page.stage.grab().toImage()
        return image.pixelColor(image.width() // 2 - 40, 1).name()

    green = world.appearance.palette.right.name()
    assert edge() != green
    page.stage.clearFocus()
    page.stage.setFocus(Qt.FocusReason.TabFocusReason)
    assert edge() == green


def test_a_pair_without_both_movements_is_left_out(
    world: World, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "animations"
    folder.mkdir()
    for name in ("hinge", "craned-neck"):
        text = (world.locations.animations / f"{name}.toml").read_text(encoding="utf-8")
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    (folder / "squat.toml").write_text("title = 1", encoding="utf-8")
    page = a_compare_page(world, qtbot, MovementLibrary(folder))
    assert combo(page).itemText(0) == "Hip hinge vs Craned neck"
    assert combo(page).count() == 3
    assert shown_ids(page) == ["hinge", "craned-neck"]


def test_without_any_pair_it_says_so(world: World, qtbot: QtBot, tmp_path: Path) -> None:
    empty = tmp_path / "none"
    empty.mkdir()
    page = a_compare_page(world, qtbot, MovementLibrary(empty))
    assert texts(page) == ["No movements could be read, so there is nothing to compare."]
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


def test_figures_are_shown_side_by_side_or_overlaid(page: ComparePage) -> None:
    fade = "Fade from Hip hinge to Squat"
    assert not slider(page, fade).isVisible()
    press(page, "Overlaid")
    assert page.stage._overlaid
    assert slider(page, fade).isVisible()
    slider(page, fade).setValue(0)
    assert page.stage._opacity == 0
    slider(page, fade).setValue(100)
    assert page.stage._opacity == 1
    combo(page).setCurrentIndex(1)
    assert slider(page, "Fade from Hip hinge to Rounded back").isVisible()
    press(page, "Side by side")
    assert not page.stage._overlaid


def test_the_figures_have_most_of_the_smallest_window(page: ComparePage) -> None:
    for panel in ComparePanel:
        page.versus.panels.set_open(panel)
    QApplication.processEvents()
    assert page.stage.height() >= 300
    assert page.minimumSizeHint().width() <= 868
    assert page.minimumSizeHint().height() <= 640


def test_the_second_part_is_made_when_it_is_first_asked_for(page: ComparePage) -> None:
    from app.ui.compare.try_it.view import TryItView

    assert page.findChild(TryItView) is None
    page.stage.play()
    press(page, "Try it yourself")
    view = page.findChild(TryItView)
    assert view is not None
    assert view.isVisible()
    assert not page.stage.is_playing
    assert not combo(page).isVisible()
    QTest.keyClick(page, Qt.Key.Key_Space)
    assert not page.stage.is_playing
    press(page, "Compare")
    assert not view.isVisible()
    assert page.stage.isVisible()
    press(page, "Try it yourself")
    assert page.findChildren(TryItView) == [view]


def test_the_switch_is_reached_and_moved_by_key(page: ComparePage) -> None:
    (there,) = [b for b in page.findChildren(QPushButton) if b.accessibleName() == "Compare"]
    there.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(there, Qt.Key.Key_Right)
    assert not page.stage.isVisible()


def test_the_tab_key_goes_through_the_page_from_top_to_bottom(page: ComparePage) -> None:
    show_any_two(page, "hinge", "squat")
    page.versus.set_overlaid(True)
    for panel in ComparePanel:
        page.versus.panels.set_open(panel)
    QApplication.processEvents()
    named: list[str] = []
    (start,) = [b for b in page.findChildren(QPushButton) if b.accessibleName() == "Compare"]
    start.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(40):
        focus = page.focusWidget()
        if focus.accessibleName() in named:
            break
        named.append(focus.accessibleName())
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    wanted = [
        *("Compare", "What to compare", "Numbers", "Graph", "Your body"),
        *("Movement on the left", "Swap left and right", "Movement on the right"),
        *("Fade from Hip hinge to Squat", "Overlaid"),
        *("Figure", "Play", "Height", "Thighs", "Straight-leg raise", "Male"),
        *("What the graph shows",),
    ]
    places = [named.index(name) for name in wanted]
    assert places == sorted(places)
