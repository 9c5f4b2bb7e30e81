from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSlider
from pytestqt.qtbot import QtBot

from app.body.anthropometry import LIMITS, Body, Sex
from app.movement.motion import Motion
from app.movement.own_body import changes
from app.settings.model import BodySettings
from app.ui.compare.body_panel import BodyPanel
from app.ui.compare.body_texts import changes_text
from app.ui.compare.page import ComparePage
from tests.helpers.compare_page import a_compare_page, combo, press, slider
from tests.helpers.pages import World, a_world, texts
from tests.helpers.settings_page import saved


@pytest.fixture
def world(qapp: QApplication, tmp_path: Path) -> Iterator[World]:
    with a_world(qapp, tmp_path, units="metric") as made:
        yield made


@pytest.fixture
def page(world: World, qtbot: QtBot) -> ComparePage:
    made = a_compare_page(world, qtbot)
    press(made, "Your body")
    return made


def panel(page: ComparePage) -> BodyPanel:
    found = page.findChild(BodyPanel)
    assert found is not None
    return found


def drag(control: QSlider, value: int) -> None:
    """Drag a slider to a value and hold it there."""
    control.setSliderDown(True)
    control.setSliderPosition(value)


def test_the_sliders_show_the_body_within_its_limits(page: ComparePage, world: World) -> None:
    assert {"175 cm", "100%", "90°"} <= set(texts(panel(page)))
    height = slider(page, "Height")
    assert (height.minimum(), height.maximum()) == (120, 230)
    assert slider(page, "Thighs").maximum() == 100 * LIMITS["thigh"][1]
    assert slider(page, "Straight-leg raise").minimum() == LIMITS["slr_deg"][0]
    world.keeper.change(units="imperial")
    assert "5 ft 9 in" in texts(panel(page))
    height.setValue(height.maximum())
    QTest.keyClick(height, Qt.Key.Key_Home)
    panel(page).hide()
    assert saved(world).person.body.stature_m == LIMITS["stature_m"][0]


def test_the_figures_change_while_they_play(page: ComparePage) -> None:
    page.stage.set_less_motion(False)
    page.stage.play()
    page.stage.seek(1.2)
    drag(slider(page, "Thighs"), 115)
    assert page.stage.is_playing
    assert page.stage.playback.position == 1.2
    assert [motion.body.thigh for motion in page.stage.motions] == [1.15, 1.15]


def test_it_is_kept_when_the_slider_is_let_go(page: ComparePage, world: World) -> None:
    thighs = slider(page, "Thighs")
    drag(thighs, 110)
    drag(thighs, 112)
    assert world.keeper.person.body.thigh == 1
    thighs.setSliderDown(False)
    assert world.keeper.person.body.thigh == 1.12
    assert saved(world).person.body.thigh == 1.12
    assert [motion.body.thigh for motion in page.stage.motions] == [1.12, 1.12]


def test_by_key_it_is_kept_a_little_after_the_last_one(page: ComparePage, world: World) -> None:
    raise_ = slider(page, "Straight-leg raise")
    for _ in range(3):
        QTest.keyClick(raise_, Qt.Key.Key_Left)
    assert panel(page).body.slr_deg == 87
    assert world.keeper.person.body.slr_deg == 90
    rest = panel(page)._rest
    assert rest.isActive()
    assert rest.interval() == 300
    rest.timeout.emit()
    assert saved(world).person.body.slr_deg == 87
    assert not rest.isActive()


def test_what_waits_is_kept_when_the_page_is_left(page: ComparePage, world: World) -> None:
    QTest.keyClick(slider(page, "Thighs"), Qt.Key.Key_Right)
    page.hide()
    assert saved(world).person.body.thigh == 1.01


def test_one_click_leads_back_to_the_usual_body(page: ComparePage, world: World) -> None:
    world.keeper.change(body=BodySettings(thigh=1.1, shin=0.9, lumbar_deg=40))
    assert "110%" in texts(panel(page))
    page.stage.seek(1.5)
    press(page, "Standard body")
    assert saved(world).person.body == BodySettings()
    assert "100%" in texts(panel(page))
    assert page.stage.motions[0].body == Body()
    assert page.stage.playback.position == 1.5


def test_sex_is_chosen_in_a_click(page: ComparePage, world: World) -> None:
    press(page, "Female")
    assert page.stage.motions[0].body.sex is Sex.FEMALE
    panel(page).hide()
    assert saved(world).person.body.sex == "f"


def test_a_sentence_says_what_the_body_changes(page: ComparePage) -> None:
    assert "This is the standard body. Move a slider and watch what changes." in texts(panel(page))
    drag(slider(page, "Straight-leg raise"), 60)
    (said,) = [text for text in texts(panel(page)) if text.startswith("Tight hamstrings")]
    first = page.stage.motions[0]
    lean = first.skeleton_at(first.ends[0]).pose.thorax
    assert f"you lean {round(65 - lean)}° less" in said


def test_it_says_when_a_body_cannot_do_it(page: ComparePage, world: World) -> None:
    names = [combo(page).itemText(index) for index in range(combo(page).count())]
    combo(page).setCurrentIndex(names.index("Pencil pick-up vs Phone pick-up"))
    assert not any("usual proportions" in text for text in texts(panel(page)))
    world.keeper.change(body=BodySettings(stature_m=2.3, thigh=1.2, slr_deg=30))
    pencil, phone = page.stage.motions
    assert pencil.body.thigh == 1
    assert phone.body.thigh == 1.2
    said = (
        "This build cannot do it, so standard proportions for this height are shown: "
        "Pencil pick-up."
    )
    assert said in texts(panel(page))


def test_the_words_name_what_is_unusual(world: World) -> None:
    movement = world.library.movements["squat"]

    def said(body: Body) -> str:
        found = changes(Motion(movement, body), Motion(movement, Body()))
        return changes_text(body, found, movement.title, "metric")

    assert said(Body(thigh=1.15)).startswith("Long thighs: your shins lean 6° further forward and ")
    same = "Squat looks about the same as on the standard body."
    assert said(Body(slr_deg=100)) == f"Flexible hamstrings: {same}"
    assert said(Body(arm=1.1)).startswith("Your body: ")
    assert "shorter" not in said(Body(stature_m=1.9))
    assert said(Body(stature_m=1.9)).startswith("Taller: ")
    assert "a woman's build" in said(Body(stature_m=1.6, sex=Sex.FEMALE))
    none = changes_text(Body(thigh=1.1), None, "Squat", "metric")
    assert none == "Squat cannot be shown on this body."


def test_another_body_from_the_settings_is_shown_here_too(page: ComparePage, world: World) -> None:
    world.keeper.change(body=BodySettings(stature_m=1.6, sex="f"))
    QApplication.processEvents()
    assert slider(page, "Height").value() == 160
    assert {"160 cm"} <= set(texts(panel(page)))
