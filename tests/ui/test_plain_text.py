"""Nothing that a file says is taken for HTML: Qt would open the files it names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QListWidgetItem,
    QMessageBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.library import read_library
from app.messages.message import Message
from app.practice.choice import Choice
from app.practice.own import OwnExercises, to_toml
from app.practice.timeline import build_plan
from app.programme.safety import QUESTIONS
from app.ui.accessibility import set_tip
from app.ui.notice_bar import NoticeBar
from app.ui.practice.page import PracticePage
from app.ui.rail import PageId
from tests.helpers.content import LOCATIONS
from tests.helpers.window import Open

HOSTILE = "<img src=/dev/zero>"
SLOW = read_library(LOCATIONS).exercises["slow-motion"]


@pytest.fixture
def hostile_data(tmp_path: Path) -> Path:
    """Return a data folder whose exercises and their mistakes look like HTML."""
    data = tmp_path / "data"
    own = OwnExercises(data / "exercises", {SLOW.movement})
    own.keep(
        msgspec.structs.replace(
            SLOW, title=HOSTILE, summary=HOSTILE, equipment=HOSTILE, place=HOSTILE
        )
    )
    broken = to_toml(msgspec.structs.replace(SLOW, id="abc")).decode()
    (own.folder / "abc.toml").write_text(broken.replace("sets", f'"{HOSTILE}" = 1\nsets', 1))
    return data


def rich(widget: QWidget) -> Iterator[str]:
    """Yield what a widget, or an item of it, would show as HTML."""
    for text in (widget.toolTip(), widget.statusTip(), widget.whatsThis()):
        if "<img" in text:
            yield text
    if isinstance(widget, QLabel) and widget.text():
        markdown = widget.textFormat() is Qt.TextFormat.MarkdownText  # the reader checks it
        if widget.textFormat() is not Qt.TextFormat.PlainText and not markdown:
            yield widget.text()
        if markdown and "<" in widget.text():
            yield widget.text()
    if isinstance(widget, QMessageBox) and widget.textFormat() is not Qt.TextFormat.PlainText:
        yield widget.text()
    if isinstance(widget, QAbstractItemView) and (model := widget.model()) is not None:
        for row in range(model.rowCount()):
            tip = model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole)
            if tip and "<img" in tip:
                yield tip


def rich_anywhere() -> list[str]:
    return [text for widget in QApplication.allWidgets() for text in rich(widget)]


def test_a_title_is_a_title_on_every_page(
    open_window: Open,
    hostile_data: Path,
    qtbot: QtBot,
) -> None:
    window = open_window(data_dir=hostile_data)
    qtbot.waitUntil(lambda: bool(window.findChildren(NoticeBar)), timeout=20_000)
    for page in PageId:
        window.show_page(page)
        QApplication.processEvents()
        assert rich_anywhere() == []
    window.open_lesson("the-movement")
    practice = window.show_page(PageId.PRACTICE)
    assert isinstance(practice, PracticePage)
    practice.questions.answered.emit({one.value: False for one in QUESTIONS}, False, False)
    exercise = window.workspace.library.exercises["slow-motion"]
    practice.start(build_plan(exercise, Choice.of(exercise)))
    QApplication.processEvents()
    assert rich_anywhere() == []
    shown = [label.text() for label in window.findChildren(QLabel)]
    assert any(HOSTILE in text for text in shown)
    assert practice.runner is not None
    practice.runner.stop()  # closing would ask
    QApplication.processEvents()
    assert rich_anywhere() == []


def test_a_notice_is_shown_as_it_is_written(open_window: Open) -> None:
    window = open_window()
    text = f"abc.toml: {HOSTILE}: unknown\nMore & <b>more</b>"
    window._parts.notices.add(Message("files.system", text=text))
    [bar] = window.findChildren(NoticeBar)
    tip = bar._line.toolTip()
    assert tip == (
        "<qt>abc.toml: &lt;img src=/dev/zero>: unknown<br>More &amp; &lt;b>more&lt;/b></qt>"
    )
    assert rich_anywhere() == []


def test_a_tip_without_tags_is_left_alone(qapp: QApplication) -> None:
    item = QListWidgetItem("")
    set_tip(item, "Hips & knees\n(1)")
    assert item.toolTip() == "Hips & knees\n(1)"
