from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontInfo, QFontMetrics
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.figure.palette import DARK, LIGHT
from app.locations import find_locations
from app.ui.accessibility import label
from app.ui.icons import Icons
from app.ui.layouts import arrange
from app.ui.rail import Rail
from app.ui.theme import Appearance, style_sheet, text_px, with_text

ICONS = find_locations(None).icons
LOOKS = ("title", "heading", "body", "strong", "muted")


@pytest.fixture
def appearance(qapp: QApplication) -> Iterator[Appearance]:
    font = qapp.font()
    made = Appearance(qapp, "light", ICONS)
    yield made
    made.deleteLater()
    qapp.setFont(font)


def sizes(qtbot: QtBot, appearance: Appearance) -> list[int]:
    found = []
    for look in LOOKS:
        made: QLabel = label("x", look)
        qtbot.addWidget(made)
        appearance.dress(made)
        made.ensurePolished()
        found.append(QFontInfo(made.font()).pixelSize())
    return found


@pytest.mark.parametrize("points", [8, 9, 11, 13, 15, 18, 24])
def test_every_text_follows_the_system_and_the_order_stays(
    qtbot: QtBot, qapp: QApplication, appearance: Appearance, points: int
) -> None:
    font = QFont(qapp.font())
    font.setPointSize(points)
    qapp.setFont(font)
    title, heading, body, strong, muted = sizes(qtbot, appearance)
    assert title > heading > body > strong == muted == text_px()


def test_usual_text_is_as_it_was(qtbot: QtBot, qapp: QApplication, appearance: Appearance) -> None:
    assert text_px() == 12
    assert sizes(qtbot, appearance) == [21, 19, 15, 12, 12]
    assert with_text(208) == 208


def test_dialogs_wear_what_their_window_wears(qtbot: QtBot, appearance: Appearance) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    appearance.dress(window)
    dialog = QDialog(window)
    title = label("x", "title")
    arrange(QVBoxLayout(dialog), title)
    title.ensurePolished()
    assert QFontInfo(title.font()).pixelSize() == 21
    light = title.palette().color(title.foregroundRole())
    appearance.set_theme("dark")
    assert light.lightness() < 128 < title.palette().color(title.foregroundRole()).lightness()


def test_the_size_of_text_can_be_set(qtbot: QtBot, appearance: Appearance) -> None:
    with qtbot.waitSignal(appearance.changed):
        appearance.set_text_size(150)
    assert text_px() == 18
    appearance.set_text_size(100)
    assert text_px() == 12


def test_a_font_the_system_changes_meanwhile_stays(appearance: Appearance) -> None:
    usual = QFont(QApplication.font())
    larger = QFont(usual)
    larger.setPointSize(20)
    QApplication.setFont(larger)
    try:
        appearance.set_text_size(100)  # as it was
        assert QApplication.font().pointSize() == 20
    finally:
        QApplication.setFont(usual)


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_no_text_has_a_size_of_its_own(palette: object) -> None:
    sheet = style_sheet(LIGHT if palette is LIGHT else DARK, Path("icons"), 100)
    found = [int(size) for size in re.findall(r"font-size: (\d+)px", sheet)]
    assert found
    assert min(found) > 100


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_the_rail_is_broad_enough_for_its_names(
    qtbot: QtBot, appearance: Appearance, percent: int
) -> None:
    rail = Rail(Icons(ICONS), appearance)
    qtbot.addWidget(rail)
    appearance.set_text_size(percent)
    bold = QFont(QApplication.font())
    bold.setBold(True)
    metrics = QFontMetrics(bold)
    for one in rail.findChildren(QToolButton):
        assert one.width() >= metrics.horizontalAdvance(one.text()) + 12
        assert rail.width() >= one.width() + 16
