"""What people are told who do not see the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QSlider, QWidget
from pytestqt.qtbot import QtBot

from app.lessons.model import Offer
from app.messages.message import Message
from app.programme.safety import QUESTIONS, verdict
from app.records.feedback import Feedback, Felt
from app.records.model import SafetyAnswers
from app.records.waiting import Saving
from app.ui.accessibility import tell_in
from app.ui.compare.panel_bar import ComparePanel
from app.ui.learn.page import LearnPage
from app.ui.learn.step_card import StepCard
from app.ui.messages import say
from app.ui.notice_bar import NoticeBar
from app.ui.practice.cards import Card
from app.ui.practice.closed_view import ClosedView
from app.ui.practice.done_view import DoneView
from app.ui.practice.list_tools import ListTools
from app.ui.practice.pain_view import PainView
from app.ui.rail import PageId
from app.ui.segmented_control import SegmentedControl
from tests.helpers.practice_page import open_room
from tests.helpers.records import MORNING
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
        assert names[-1] == "Wall touches – done"


def test_what_became_of_an_import_is_said(qtbot: QtBot, said: list[str]) -> None:
    tools = ListTools()
    qtbot.addWidget(tools)
    tools.tell("“Slow motion” imported.")
    assert said == ["“Slow motion” imported."]


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


def test_a_page_chosen_by_its_number_is_said(open_window: Open, said: list[str]) -> None:
    window = open_window()
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert "Compare" in said


def test_a_line_is_said_when_it_changes_where_it_can_be_seen(qtbot: QtBot, said: list[str]) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    line = QLabel("before", page)
    tell_in(line, "unseen")
    page.show()
    for text in ("unseen", "changed", "changed", ""):
        tell_in(line, text)
    assert said == ["changed"]


def test_what_follows_an_answer_is_said(open_window: Open, said: list[str]) -> None:
    done = DoneView(open_window()._parts.appearance)
    done.show()
    done.feel.show_answers(Feedback("r1", MORNING, MORNING, Felt.HAMSTRINGS), has_help=False)
    done.show_saving(Saving.FAILING)
    assert said[-2] == say(Felt.HAMSTRINGS.reply)
    assert said[-1].startswith("Not saved yet.")
    done.close()


def test_why_practice_is_closed_and_that_it_hurt_are_said(qtbot: QtBot, said: list[str]) -> None:
    pain = PainView()
    qtbot.addWidget(pain)
    pain.show_pain(None, verdict(None, (), MORNING))
    pain.take_focus()
    assert "get medical help at once" in said[-1]
    answers = SafetyAnswers(MORNING, {one.value: True for one in QUESTIONS})
    closed = ClosedView()
    qtbot.addWidget(closed)
    closed.show_verdict(verdict(answers, (), MORNING), answers)
    closed.take_focus()
    assert said[-1].startswith("Practice is off for now. •")


def test_what_another_body_changes_is_said_once_the_slider_rests(
    open_window: Open, said: list[str]
) -> None:
    window = open_window()
    window.show_page(PageId.COMPARE)
    window.compare.versus.panels.set_open(ComparePanel.BODY)
    panel = window.compare.versus._own_body
    slider = next(one for one in panel.findChildren(QSlider) if one.accessibleName() == "Thighs")
    slider.setValue(115)
    said.clear()
    panel._keep()
    assert said == [panel._sentence.text()]
    assert said[0]


def test_that_there_is_no_sound_is_said_once(qtbot: QtBot, tmp_path: Path, said: list[str]) -> None:
    with open_room(qtbot, tmp_path) as room:
        for reason in ("No device.", "No device.", "", "Gone."):
            room.page.session.set_silent(reason)
    assert [line for line in said if line.startswith("No sound.")] == [said[0]] * 2
