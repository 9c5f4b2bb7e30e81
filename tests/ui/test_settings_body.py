from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.body.anthropometry import LIMITS, Body, Sex
from app.settings.model import BodySettings
from app.ui.number_box import NumberBox
from app.ui.settings.body import BodySection
from app.ui.settings.page import SettingsPage
from tests.helpers.brackets import MadeUp
from tests.helpers.pages import World, a_world, texts
from tests.helpers.settings_page import (
    combo,
    named_control,
    pick,
    press,
    saved,
    settle,
    spin,
    type_into,
)
from tests.helpers.voice import a_box

EVERY_PART = BodySettings(
    stature_m=1.62, mass_kg=58.5, sex="f",
    thigh=1.05, shin=0.95, trunk=0.9, arm=1.1, slr_deg=65, lumbar_deg=48,
)  # fmt: skip


@pytest.fixture
def world(qapp: QApplication, tmp_path: Path) -> Iterator[World]:
    with a_world(qapp, tmp_path, units="metric", sound=False) as made:
        yield made


@pytest.fixture
def page(world: World, qtbot: QtBot) -> SettingsPage:
    page = SettingsPage(world.keeper, world.locations, world.records, voice=a_box())
    qtbot.addWidget(page)
    page.resize(868, 2000)
    page.show()
    settle()
    return page


def test_feet_and_inches_and_pounds_are_stored_as_metres_and_kilograms(
    page: SettingsPage, world: World
) -> None:
    pick(page, "Lengths and weights", "imperial")
    height = spin(page, "Height")
    assert height.text() == "5 ft 9 in"
    type_into(height, "5 10")
    assert saved(world).person.body.stature_m == pytest.approx(1.778)
    height.stepBy(1)
    assert height.text() == "5 ft 11 in"
    type_into(spin(page, "Weight"), "180")
    assert saved(world).person.body.mass_kg == pytest.approx(81.65)
    assert spin(page, "Weight").text() == "180 lb"


def test_what_makes_no_height_stays_until_it_is_mended(page: SettingsPage, world: World) -> None:
    pick(page, "Lengths and weights", "imperial")
    height = spin(page, "Height")
    for nonsense in ("tall", "5 14", "99 0"):
        type_into(height, nonsense, end=None)
        spin(page, "Weight").setFocus()
        assert (height.text(), height.is_refused, height.value()) == (nonsense, True, 69)
    assert saved(world).person.body.stature_m == 1.75


@pytest.mark.parametrize("stature", [1.2, 1.753, 1.7777, 2.3])
@pytest.mark.parametrize("mass", [30.0, 74.84, 81.6466, 250.0])
def test_changing_units_back_and_forth_changes_nothing(
    page: SettingsPage, world: World, stature: float, mass: float
) -> None:
    body = BodySettings(stature_m=stature, mass_kg=mass, thigh=1.0349, slr_deg=71.4)
    world.keeper.change(body=body)
    for units in ("imperial", "metric", "system", "imperial", "metric"):
        pick(page, "Lengths and weights", units)
        for name in ("Height", "Weight", "Thighs", "Straight-leg raise"):
            spin(page, name).setFocus()
            QTest.keyClick(spin(page, name), Qt.Key.Key_Return)
    assert world.keeper.person.body == body
    assert saved(world).person.body == body


def test_the_ends_of_the_scale_can_be_stored_in_any_units(page: SettingsPage, world: World) -> None:
    pick(page, "Lengths and weights", "imperial")
    for name in ("Height", "Weight"):
        control = spin(page, name)
        control.setValue(control.minimum())
        control.setValue(control.maximum())
    assert saved(world).person.body == BodySettings(stature_m=2.3, mass_kg=249.93)
    spin(page, "Height").setValue(0)
    spin(page, "Weight").setValue(0)
    assert saved(world).person.body == BodySettings(stature_m=1.2, mass_kg=30)


@pytest.mark.parametrize(
    ("name", "typed", "field", "stored"),
    [
        ("Thighs", "105", "thigh", 1.05),
        ("Shins", "93", "shin", 0.93),
        ("Trunk", "80", "trunk", 0.8),
        ("Arms", "120", "arm", 1.2),
        ("Straight-leg raise", "65", "slr_deg", 65),
        ("Lower back", "40", "lumbar_deg", 40),
    ],
)
def test_each_number_of_the_body_is_saved_and_reaches_the_figure(
    page: SettingsPage, world: World, name: str, typed: str, field: str, stored: float
) -> None:
    control = spin(page, name)
    assert control.text() == {"slr_deg": "90°", "lumbar_deg": "55°"}.get(field, "100%")
    type_into(control, typed)
    changes: dict[str, Any] = {field: stored}
    assert saved(world).person.body == BodySettings(**changes)
    assert world.keeper.body == Body()._replace(**changes)
    low, high = LIMITS[field]
    for end, limit in ((control.minimum(), low), (control.maximum(), high)):
        control.setValue(end)
        assert getattr(saved(world).person.body, field) == limit


def test_how_far_one_bends_is_explained_to_the_ear_too(page: SettingsPage) -> None:
    for name, words in (
        ("Straight-leg raise", "Lie on your back"),
        ("Lower back", "55° is typical"),
    ):
        (line,) = [text for text in texts(page) if words in text and "Standard body" not in text]
        assert spin(page, name).accessibleDescription() == line


def test_the_usual_body_is_named_and_a_click_away(page: SettingsPage, world: World) -> None:
    def usual() -> str:
        (line,) = [text for text in texts(page) if text.startswith("Standard body")]
        return line

    assert "male, 175 cm, 75 kg, average" in usual()
    assert "leg raise 90°, lower back 55°" in usual()
    pick(page, "Lengths and weights", "imperial")
    assert "male, 5 ft 9 in, 165 lb" in usual()
    world.keeper.change(body=EVERY_PART)
    assert [spin(page, name).value() for name in ("Thighs", "Shins", "Trunk", "Arms")] == [
        105, 95, 90, 110,
    ]  # fmt: skip
    assert world.keeper.body == Body(1.62, 58.5, Sex.FEMALE, 1.05, 0.9, 65, 48, 0.95, 1.1)
    press(page, "Reset to standard body")
    assert saved(world).person.body == BodySettings()
    assert saved(world).machine.units == "imperial", "only the body goes back"
    assert spin(page, "Thighs").value() == 100
    assert combo(page, "Sex").currentData() == "m"


def test_the_tab_key_goes_through_the_body_from_top_to_bottom(page: SettingsPage) -> None:
    names = [
        "Height", "Weight", "Sex", "Thighs", "Shins", "Trunk", "Arms", "Straight-leg raise",
        "Lower back", "Reset to standard body",
    ]  # fmt: skip
    named_control(page, names[0]).setFocus()
    for name in names[1:]:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        assert named_control(page, name).hasFocus(), name


class Long(MadeUp):
    """Makes every text as much longer as another language may."""

    def made_up(self, text: str, n: int) -> str:
        return re.sub(
            r"(?<!{)\b([A-Za-z]{4,})\b(?!})", lambda word: f"{word[1]}{word[1][:3]}", text
        )


@pytest.mark.parametrize("units", ["metric", "imperial"])
@pytest.mark.parametrize("long", [False, True], ids=["English", "longer"])
def test_nothing_of_the_body_is_cut_off_in_a_small_window(
    qapp: QApplication, world: World, qtbot: QtBot, *, long: bool, units: str
) -> None:
    translator = Long()
    if long:
        assert qapp.installTranslator(translator)
    try:
        world.keeper.change(units=units)
        page = SettingsPage(world.keeper, world.locations, world.records, voice=a_box())
    finally:
        qapp.removeTranslator(translator)
    qtbot.addWidget(page)
    page.resize(868, 640)
    page.show()
    settle()
    (section,) = page.findChildren(BodySection)
    assert ("ProportionsPro" in texts(section)) == long
    assert section.width() <= page.viewport().width()
    for label in section.findChildren(QLabel):
        if label.isVisible():
            least = 0 if label.wordWrap() else label.sizeHint().width()
            assert label.width() >= least, label.text()
            assert label.height() >= label.heightForWidth(label.width()), label.text()
    for control in section.findChildren(NumberBox):
        if control.isVisible():
            assert control.width() >= control.sizeHint().width(), control.text()
    for button in section.findChildren(QPushButton):
        assert button.width() >= button.sizeHint().width()
