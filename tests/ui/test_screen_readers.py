"""What people are told who do not see the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QComboBox, QSlider, QWidget
from pytestqt.qtbot import QtBot

from app.lessons.model import Offer
from app.messages.message import Message
from app.ui.learn.page import LearnPage
from app.ui.learn.step_card import StepCard
from app.ui.notice_bar import NoticeBar
from app.ui.practice.cards import Card
from app.ui.practice.list_tools import ListTools
from app.ui.rail import PageId
from app.ui.segmented_control import SegmentedControl
from tests.helpers.practice_page import open_room
from tests.helpers.window import Open


def shown(window: QWidget, *kinds: type[QWidget]) -> Iterator[QWidget]:
    return (one for one in window.findChildren(QWidget) if isinstance(one, kinds))


def test_a_step_is_said_as_it_is_reached_and_without_asterisks(
    open_window: Open,
    said: list[str],
) -> None:
    window = open_window()
    window.open_lesson("cues")
    [card] = window.findChildren(StepCard)
    assert isinstance(window.page(PageId.LEARN), LearnPage)
    said.clear()
    card.next_requested.emit()
    assert any(line.startswith(f"{card._title.text()}. ") for line in said)
    assert "**" in card._text.text()
    name = QAccessible.queryAccessibleInterface(card._text).text(QAccessible.Text.Name)
    assert "**" not in "".join([*said, name])


def test_a_notice_is_said(open_window: Open, said: list[str]) -> None:
    window = open_window()
    window._parts.notices.add(Message("files.system", text="The disk is full."))
    window._parts.notices.add(Message("files.system", text="It still is."))
    assert said[-2:] == ["The disk is full.", "It still is."]
    assert len(window.findChildren(NoticeBar)) == 1


def test_one_of_a_few_is_a_radio_button(qtbot: QtBot) -> None:
    segments = SegmentedControl("Side", ["Left", "Right"])
    card = Card("Slow motion", "")
    for widget in (segments, card):
        qtbot.addWidget(widget)
    for one in (*segments.buttons, card):
        assert QAccessible.queryAccessibleInterface(one).role() == QAccessible.Role.RadioButton
    segments.buttons[1].click()
    assert segments.index == 1
    segments.buttons[1].click()  # it stays down
    assert segments.index == 1
    segments.show_index(None)
    assert segments.index == -1


def test_phases_the_pause_and_the_end_are_said(
    qtbot: QtBot, tmp_path: Path, said: list[str]
) -> None:
    with open_room(qtbot, tmp_path) as room:
        room.page.choose(Offer("wall-touches", 1, 1))
        plan = room.page.choice.plan()
        assert plan is not None
        room.page.start(plan)
        room.wait(11)
        room.toggle()
        assert said[-1] == "Paused"
        room.toggle()
        room.wait(30)
        names = said[said.index("Get ready") :]
        assert names[:5] == ["Get ready", "Back", "Paused", "Get ready", "Back"]
        assert names[-1] == "Wall touches: done"


def test_what_became_of_an_import_is_said(qtbot: QtBot, said: list[str]) -> None:
    tools = ListTools()
    qtbot.addWidget(tools)
    tools.tell("Taken in: Slow motion.")
    assert said == ["Taken in: Slow motion."]


@pytest.mark.parametrize("page", list(PageId))
def test_every_control_has_a_name_without_marks(
    open_window: Open,
    page: PageId,
) -> None:
    window = open_window()
    window.show_page(page)
    QApplication.processEvents()
    for one in shown(window, QSlider, QComboBox):
        name = QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name)
        assert name, one
        assert "**" not in name
