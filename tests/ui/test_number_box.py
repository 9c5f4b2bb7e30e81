"""A number typed is the number meant, or a refusal that shows."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.practice.choice import Choice
from app.practice.library import read_exercises
from app.programme.numbers import fields_of
from app.ui.number_box import NumberBox, complaint
from app.ui.number_text import read_number
from app.ui.practice.numbers_panel import NumbersPanel
from app.ui.rail import PageId
from app.ui.settings.feet import FeetAndInches
from tests.helpers.window import Open

ROOT = Path(__file__).resolve().parents[2]


class Page(QWidget):
    """A box with its complaint and another field; it notes the keys that reach it."""

    def __init__(self, box: NumberBox) -> None:
        super().__init__()
        self.heard: list[int] = []
        self.line = complaint(box)
        column = QVBoxLayout(self)
        for widget in (box, self.line, QLineEdit()):
            column.addWidget(widget)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        self.heard.append(event.key())


@pytest.fixture
def locale() -> Iterator[None]:
    before = QLocale()
    yield
    QLocale.setDefault(before)


@pytest.fixture
def seconds(qtbot: QtBot) -> NumberBox:
    """Return a box of seconds that has the focus, with another field beside it."""
    return placed(qtbot, NumberBox(0.5, 15, decimals=1, step=0.5, unit=" s"))


def placed(qtbot: QtBot, box: NumberBox) -> NumberBox:
    page = Page(box)
    qtbot.addWidget(page, before_close_func=lambda _: page.hide())  # which keeps it until then
    page.show()
    page.activateWindow()
    box.show_value(3)
    box.setFocus()
    box.selectAll()
    return box


def page_of(box: NumberBox) -> Page:
    page = box.window()
    assert isinstance(page, Page)
    return page


def put(box: NumberBox, text: str, end: Qt.Key = Qt.Key.Key_Return) -> None:
    box.selectAll()
    QTest.keyClicks(box, text)
    QTest.keyClick(box, end)


@pytest.mark.usefixtures("locale")
@pytest.mark.parametrize(
    ("language", "text", "meant"),
    [
        ("en_GB", "1.25", 1.25),
        ("en_GB", "1,25", 1.25),
        ("en_GB", "1,250", 1250),
        ("en_GB", "1.250", 1.25),
        ("de_DE", "1.25", 1.25),
        ("de_DE", "2,5", 2.5),
        ("de_DE", "1.250", 1250),
        ("de_DE", "0.250", 0.25),
        ("de_DE", "1.250,5", 1250.5),
        ("fr_FR", "1 250,5", 1250.5),
        ("fr_FR", "1.250", 1.25),
        ("de_CH", "1’250.5", 1250.5),
        ("de_CH", "1'250", 1250),
        ("ar_EG", "١٢٫٥", 12.5),
        ("ar_EG", "١٬٢٥٠", 1250),
        ("fa_IR", "۱۲", 12),
        ("hi_IN", "१२.५", 12.5),
        ("en_GB", "5.", 5),
        ("en_GB", ".5", 0.5),
        ("en_GB", "1.2.3", None),
        ("en_GB", "1,2,3", None),
        ("en_GB", "12 5", None),
        ("en_GB", "-3", None),
        ("en_GB", "1e3", None),
        ("en_GB", "three", None),
        ("en_GB", "²", None),
        ("en_GB", "", None),
        ("en_GB", ",", None),
    ],
)
def test_the_number_meant_is_read_in_every_language(
    language: str, text: str, meant: float | None
) -> None:
    QLocale.setDefault(QLocale(language))
    assert read_number(text) == meant


@pytest.mark.usefixtures("locale")
@pytest.mark.parametrize("language", ["en_GB", "de_DE", "ar_EG", "fr_FR", "hi_IN"])
def test_what_a_box_shows_it_reads(qtbot: QtBot, language: str) -> None:
    QLocale.setDefault(QLocale(language))
    box = NumberBox(0.5, 9999, decimals=1, unit=" s")
    qtbot.addWidget(box)
    for value in (0.5, 3, 12.5, 1250, 9998.5):
        box.setValue(value)
        assert box.valueFromText(box.text()) == value


@pytest.mark.usefixtures("locale")
@pytest.mark.parametrize("text", ["2.5", "2,5", "2.5 s", " 2,50 "])
def test_a_point_and_a_comma_both_count(seconds: NumberBox, text: str) -> None:
    QLocale.setDefault(QLocale("de_DE"))
    put(seconds, text)
    assert (seconds.value(), seconds.text()) == (2.5, "2,5 s")


@pytest.mark.parametrize("end", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab])
@pytest.mark.parametrize("text", ["180", "1.25", "0", "", "abc", "-3", "1 5"])
def test_what_cannot_be_stays_and_is_said(seconds: NumberBox, text: str, end: Qt.Key) -> None:
    said: list[str] = []
    seconds.refused.connect(said.append)
    put(seconds, text or "\b", end)
    assert seconds.value() == 3
    assert seconds.cleanText().strip() == text
    assert seconds.is_refused
    assert seconds.property("wrong")
    [sentence] = said
    assert seconds.accessibleDescription() == sentence
    assert "0.5 s to 15 s" in sentence
    assert "It is still 3 s" in sentence
    assert page_of(seconds).line.text() == sentence
    put(seconds, "4")
    assert (seconds.value(), seconds.property("wrong"), said[-1]) == (4, False, "")
    assert seconds.accessibleDescription() == ""


def test_the_sentence_is_seen_until_a_number_counts(seconds: NumberBox) -> None:
    line = page_of(seconds).line
    put(seconds, "180")
    assert line.isVisible()
    QTest.keyClick(seconds, Qt.Key.Key_Escape)
    assert not line.isVisible()
    assert seconds.text() == "3 s"


def test_a_refused_enter_presses_nothing(seconds: NumberBox) -> None:
    heard = page_of(seconds).heard
    put(seconds, "180")
    assert heard == []
    put(seconds, "4")
    assert heard == [Qt.Key.Key_Return]


def test_pasted_text_is_judged_the_same(seconds: NumberBox) -> None:
    for text, value in (("4,5", 4.5), ("nonsense 7", 4.5), ("180", 4.5), ("6.5 s", 6.5)):
        QGuiApplication.clipboard().setText(text)
        seconds.lineEdit().selectAll()
        QTest.keySequence(seconds, "Ctrl+V")
        QTest.keyClick(seconds, Qt.Key.Key_Return)
        assert seconds.value() == value
        assert seconds.is_refused == (text in ("nonsense 7", "180"))


def test_the_wheel_and_the_arrows_go_on_from_the_number_that_counts(seconds: NumberBox) -> None:
    put(seconds, "180")
    at = QPointF(5, 5)
    wheel = QWheelEvent(
        at, QPointF(seconds.mapToGlobal(at.toPoint())), QPoint(), QPoint(0, 120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    QApplication.sendEvent(seconds, wheel)
    assert (seconds.value(), seconds.text(), seconds.is_refused) == (3.5, "3.5 s", False)
    seconds.selectAll()
    QTest.keyClicks(seconds, "7")
    QTest.keyClick(seconds, Qt.Key.Key_Up)
    assert seconds.value() == 7.5
    seconds.clearFocus()
    QApplication.sendEvent(seconds, wheel)
    assert seconds.value() == 7.5


def test_nothing_is_a_word_and_what_is_too_little_is_refused(qtbot: QtBot) -> None:
    box = placed(qtbot, NumberBox(0.5, 15, decimals=1, step=0.5))
    box.allow_nothing("none")
    for text, value, good in (("none", 0, True), ("0.2", 0, False), ("1", 1, True), ("0", 0, True)):
        put(box, text)
        assert (box.value(), not box.is_refused) == (value, good), text
    QTest.keyClick(box, Qt.Key.Key_Up)
    assert box.value() == 0.5
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.value() == 0


def test_whole_numbers_take_no_halves(qtbot: QtBot) -> None:
    box = placed(qtbot, NumberBox(1, 10))
    put(box, "2.5")
    assert (box.value(), box.is_refused) == (3, True)
    put(box, "2.0")
    assert (box.value(), box.text()) == (2, "2")


def test_what_is_shown_from_elsewhere_takes_the_complaint_back(seconds: NumberBox) -> None:
    put(seconds, "180")
    seconds.show_value(3)  # which counts already: what is to be mended stays in view
    assert seconds.is_refused
    seconds.show_value(4)
    assert (seconds.text(), seconds.is_refused) == ("4 s", False)
    put(seconds, "180")
    seconds.hide()
    assert (seconds.text(), seconds.is_refused) == ("4 s", False)


@pytest.mark.parametrize(
    ("text", "inches"), [("5 10", 70), ("5'10\"", 70), ("70", 70), ("6", 72), ("5.5", None)]
)
def test_a_height_in_feet_that_could_be_two_is_refused(
    qtbot: QtBot, text: str, inches: int | None
) -> None:
    box = FeetAndInches("{feet} ft {inches} in")
    box.set_limits(55, 87)
    placed(qtbot, box)
    box.show_value(60)
    put(box, text)
    assert box.is_refused == (inches is None)
    assert box.value() == (inches or 60)
    assert box.is_refused or box.text() == f"{box.value() // 12:.0f} ft {box.value() % 12:.0f} in"


def test_there_is_no_other_kind_of_box_for_numbers() -> None:
    others = {"QSpinBox", "QDoubleSpinBox", "QAbstractSpinBox", "QInputDialog", "QIntValidator"}
    for file in (ROOT / "app").rglob("*.py"):
        if file.name == "number_box.py":
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names = {alias.name for alias in node.names} if isinstance(node, ast.ImportFrom) else ()
            assert not others.intersection(names), file


def test_every_number_has_its_name_and_room_for_its_complaint(
    qtbot: QtBot, open_window: Open
) -> None:
    exercises, _ = read_exercises(ROOT / "resources" / "exercises.toml", {"hinge", "slow-hinge"})
    panel = NumbersPanel()
    qtbot.addWidget(panel)
    for exercise in exercises.values():
        panel.show_choice(exercise, Choice.of(exercise))
        shown = [panel.box(name) for name in fields_of(exercise)]
        look_through(panel, shown)
    settings = open_window().show_page(PageId.SETTINGS)
    look_through(settings, settings.findChildren(QAbstractSpinBox))


def look_through(page: QWidget, boxes: Sequence[QAbstractSpinBox]) -> None:
    assert boxes
    for box in boxes:
        assert isinstance(box, NumberBox)
        assert box.accessibleName()
        box._judge("?")
        why = box.accessibleDescription()
        assert why in [one.text() for one in page.findChildren(QLabel)], box.accessibleName()
        box.take_back()
