from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

import app.ui.practice.session_desk as desk_module
from app.lessons.model import Offer
from app.programme.safety import CARE_LESSON, QUESTIONS
from app.records.feedback import Feedback, PainPlace
from app.records.model import SafetyAnswers
from app.records.records import Records
from app.ui.dates import plain_date
from app.ui.messages import say
from tests.helpers.errors import UNREADABLE, unreadable
from tests.helpers.patience import HANG_S
from tests.helpers.practice_page import Room, click, find_button, open_room, visible_text

ALL = tuple(say(question.message) for question in QUESTIONS)
BACK, SCIATICA, SURGERY, BALANCE = ALL[0], ALL[1], ALL[2], ALL[-1]


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    with open_room(qtbot, tmp_path, answered=False) as opened:
        yield opened


def answer(room: Room, *yes: str) -> None:
    for question in ALL:
        click(room.page.questions, f"{question} {'Yes' if question in yes else 'No'}")
    click(room.page.questions, "Continue")


def test_the_questions_come_first_and_all_must_be_answered(qtbot: QtBot, room: Room) -> None:
    page = room.page
    assert room.shows(page.questions)
    for question in ALL[:-1]:
        click(page.questions, f"{question} No")
    go_on = find_button(page.questions, "Continue")
    assert not go_on.isEnabled()
    click(page.questions, f"{BALANCE} No")
    assert go_on.isEnabled()
    assert room.shows(page.questions)


def test_continue_is_in_view_where_the_questions_scroll(qtbot: QtBot, room: Room) -> None:
    questions = room.page.questions
    last, go_on = find_button(questions, f"{BALANCE} No"), find_button(questions, "Continue")

    def is_whole(widget: QWidget) -> bool:
        return widget.visibleRegion().boundingRect() == widget.rect()

    room.page.resize(860, 420)
    qtbot.waitUntil(lambda: is_whole(go_on) and not is_whole(last))
    before = find_button(questions, f"{ALL[-2]} Yes")
    before.setFocus()
    QTest.keyClick(before, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: is_whole(go_on) and is_whole(last))


def test_no_sound_is_looked_for_before_practice_is_open(qtbot: QtBot, room: Room) -> None:
    QApplication.processEvents()
    assert room.opened == []
    answer(room)
    qtbot.waitUntil(lambda: len(room.opened) == 1)


def test_no_to_all_opens_practice_and_is_kept(qtbot: QtBot, room: Room) -> None:
    answer(room)
    assert room.shows(room.page.choice)
    assert room.records.flush(HANG_S)
    kept = room.records.safety()
    assert kept is not None
    assert not any(kept.answers.values())
    assert kept.answered_at.utcoffset() is not None
    again = room.new_page()
    qtbot.addWidget(again)
    assert again.shown is again.choice


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        (BACK, "You have acute back pain or a back injury."),
        (SCIATICA, "You have severe sciatica."),
        (SURGERY, "You had back surgery recently."),
    ],
)
def test_a_yes_closes_practice_with_reason_and_advice(
    qtbot: QtBot, room: Room, question: str, reason: str
) -> None:
    answer(room, question)
    page = room.page
    assert room.shows(page.closed)
    text = visible_text(page.closed)
    assert reason in text
    assert "ask a healthcare provider" in text
    assert "support at hand" not in text
    with qtbot.waitSignal(page.lesson_requested) as asked:
        click(page.closed, "When not to hinge")
    assert asked.args == [CARE_LESSON, 0]
    # A lesson's offer does not go around the gate, and the answer outlives the page.
    page.choose(Offer("wall-touches", 1, 5))
    assert room.shows(page.closed)
    assert room.records.flush(HANG_S)
    again = room.new_page()
    qtbot.addWidget(again)
    assert again.shown is again.closed


def test_balance_asks_for_support_which_opens(qtbot: QtBot, room: Room) -> None:
    page = room.page
    support = find_button(page.questions, "I have support at hand")
    assert not support.isVisible()
    answer(room, BALANCE)
    assert room.shows(page.closed)
    assert "support at hand" in visible_text(page.closed)
    click(page.closed, "Change answers")
    assert room.shows(page.questions)
    assert support.isVisible()
    support.click()
    click(page.questions, "Continue")
    assert room.shows(page.choice)
    assert room.records.flush(HANG_S)
    kept = room.records.safety()
    assert kept is not None
    assert kept.support


def test_support_does_not_open_what_another_yes_closes(qtbot: QtBot, room: Room) -> None:
    click(room.page.questions, f"{BALANCE} Yes")
    click(room.page.questions, "I have support at hand")
    answer(room, BALANCE, SCIATICA)
    assert room.shows(room.page.closed)


def test_answers_can_be_changed_later(qtbot: QtBot, room: Room) -> None:
    answer(room)
    click(room.page.choice, "Safety questions")
    click(room.page.questions, f"{SURGERY} Yes")
    click(room.page.questions, "Continue")
    assert room.shows(room.page.closed)


def test_they_say_when_they_were_answered_and_can_be_left_as_they_were(
    qtbot: QtBot, room: Room
) -> None:
    page = room.page
    assert "Answered on" not in visible_text(page.questions)
    assert not find_button(page.questions, "Keep my answers").isVisible()
    answer(room)
    room.world.flush()
    today = plain_date(room.wall.date())
    for leave in ("button", "key"):
        page.ask_questions()
        room.settle()
        assert room.shows(page.questions)
        assert f"Answered on {today}" in visible_text(page.questions)
        click(page.questions, f"{SCIATICA} Yes")
        if leave == "button":
            click(page.questions, "Keep my answers")
        else:
            QTest.keyClick(page.questions, Qt.Key.Key_Escape)
        assert room.shows(page.choice)
    assert room.rows("SELECT count(*) FROM safety") == [(1,)]
    room.wall += timedelta(minutes=1)
    page.ask_questions()
    click(page.questions, f"{SCIATICA} Yes")
    click(page.questions, "Continue")
    assert f"Answered on {today}" in visible_text(page.closed)
    assert room.rows("SELECT count(*) FROM safety") == [(2,)]
    kept = room.records.safety()
    assert kept is not None
    yes = room.rows("SELECT answering, question FROM safety_answer WHERE yes")
    assert yes == [(kept.id, "sciatica")]


def test_before_the_first_answers_escape_leads_nowhere(qtbot: QtBot, room: Room) -> None:
    QTest.keyClick(room.page.questions, Qt.Key.Key_Escape)
    assert room.shows(room.page.questions)


def test_a_session_under_way_is_not_lost_to_the_questions_unasked(
    qtbot: QtBot, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    replies = [False, True]
    monkeypatch.setattr(desk_module, "ask_to_stop", lambda parent, stop: replies.pop(0))
    answer(room)
    room.page.choose(Offer("wall-touches", 1, 1))
    click(room.page.choice, "Start")
    room.page.ask_questions()
    assert room.shows(room.page.session)
    room.page.ask_questions()
    assert room.shows(room.page.questions)


def test_answers_that_cannot_be_read_are_asked_again_and_the_reason_said(
    qtbot: QtBot, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(self: Records) -> None:
        raise unreadable() from sqlite3.Error()

    monkeypatch.setattr(Records, "safety", broken)
    page = room.new_page()
    qtbot.addWidget(page)
    page.show()
    assert page.shown is page.questions
    assert UNREADABLE in visible_text(page.questions)


def noted(
    qtbot: QtBot, room: Room, level: int, hours: float = 26, place: PainPlace | None = None
) -> None:
    """Have a pain in the records, and come to the page so many hours later."""
    at = room.wall
    room.records.put(SafetyAnswers(at, dict.fromkeys(map(str, QUESTIONS), False)))
    room.records.put(Feedback("r1", at, at, pain=True, pain_level=level, pain_place=place))
    room.wall += timedelta(hours=hours)
    page = room.page = room.new_page()
    qtbot.addWidget(page)
    page.show()
    room.settle()


def test_every_question_is_explained_on_the_page_and_to_screen_readers(
    qtbot: QtBot, room: Room
) -> None:
    text = visible_text(room.page.questions)
    for question in QUESTIONS:
        assert say(question.meaning) in text
        for answer_ in ("No", "Yes"):
            made = find_button(room.page.questions, f"{say(question.message)} {answer_}")
            assert made.accessibleDescription() == say(question.meaning)


def test_a_professional_who_cleared_it_opens_practice_and_is_kept_with_the_date(
    qtbot: QtBot, room: Room
) -> None:
    cleared = find_button(room.page.questions, "A professional who knows me has cleared me")
    assert not cleared.isVisible()
    for question in ALL:
        click(room.page.questions, f"{question} {'Yes' if question == SURGERY else 'No'}")
    assert cleared.isVisible()
    cleared.click()
    click(room.page.questions, "Continue")
    assert room.shows(room.page.choice)
    assert room.rows("SELECT cleared, support FROM safety") == [(1, 0)]
    kept = room.records.safety()
    assert kept is not None
    assert (kept.cleared, kept.answered_at) == (True, room.wall)
    # It belongs to a yes: without one it is not kept.
    room.page.ask_questions()
    room.settle()
    click(room.page.questions, f"{SURGERY} No")
    click(room.page.questions, "Continue")
    assert room.rows("SELECT cleared FROM safety ORDER BY rowid DESC LIMIT 1") == [(0,)]


def test_with_support_only_the_list_has_what_leaves_a_hand_free(qtbot: QtBot, room: Room) -> None:
    page = room.page
    click(page.questions, f"{BALANCE} Yes")
    click(page.questions, "I have support at hand")
    for question in ALL[:-1]:
        click(page.questions, f"{question} No")
    click(page.questions, "Continue")
    assert room.shows(page.choice)
    assert set(page.choice.exercises) == {
        name for name, one in room.exercises.items() if one.hand_free
    }
    assert "Hold on the whole time." in visible_text(page.note)
    assert not find_button(page.note, "Dismiss").isVisible()
    page.choose(Offer("broomstick-hinge"))
    assert page.choice.exercise is not None
    assert page.choice.exercise.id != "broomstick-hinge"
    page.choose(Offer("slow-motion"))
    click(page.choice, "Start")
    assert "hold on with one hand" in room.runner.plan.exercise.cues.prepare


def test_the_keyboard_alone_answers_all_of_it(qtbot: QtBot, room: Room) -> None:
    questions = room.page.questions
    find_button(questions, f"{ALL[0]} No").setFocus()
    for _ in ALL:
        focus = QApplication.focusWidget()
        assert isinstance(focus, QAbstractButton)
        assert focus.accessibleName().endswith("No")
        QTest.keyClick(focus, Qt.Key.Key_Space)
        while (now := QApplication.focusWidget()) is focus or (
            now is not None and now.accessibleName().endswith("Yes")
        ):
            assert now is not None
            QTest.keyClick(now, Qt.Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QAbstractButton)
    assert focus.accessibleName() == "Continue"
    QTest.keyClick(focus, Qt.Key.Key_Return)
    assert room.shows(room.page.choice)


def test_the_day_after_a_mild_pain_it_is_asked_whether_it_settled(qtbot: QtBot, room: Room) -> None:
    noted(qtbot, room, 2)
    page = room.page
    assert room.shows(page.closed)
    text = visible_text(page.closed)
    assert "On 23 November 2026 you reported pain. Did it settle within 24 hours?" in text
    assert not find_button(page.closed, "Change answers").isVisible()
    focus = page.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "When not to hinge", "an answer is not under a key in use"
    click(page.closed, "Yes, it settled")
    assert room.shows(page.choice)
    assert "Your pain of 23 November 2026 has settled." in visible_text(page.note)
    assert room.rows("SELECT settled FROM feedback") == [(1,)]
    page.choose(Offer("slow-motion"))
    plan = page.choice.plan()
    assert plan is not None
    click(page.note, "Start with half")
    assert room.shows(page.session)
    started = room.runner.plan
    assert (started.choice.sets, started.choice.reps) == (plan.choice.sets, 3)
    assert not page.note.isVisible()


def test_one_that_did_not_settle_pauses_with_the_time_it_lasts(qtbot: QtBot, room: Room) -> None:
    noted(qtbot, room, 2)
    page = room.page
    click(page.closed, "No")
    assert room.shows(page.closed)
    assert "Leave practice until 26 November 2026" in visible_text(page.closed)
    assert not find_button(page.closed, "Yes, it settled").isVisible()
    room.wall += timedelta(days=2)
    page.hide()
    page.show()
    assert room.shows(page.questions)
    # All of them are asked anew.
    assert not find_button(page.questions, "Continue").isEnabled()
    assert "you reported pain since" in visible_text(page.questions)
    assert not find_button(page.questions, "Keep my answers").isVisible()
    room.settle()
    answer(room)
    assert room.shows(page.choice)


def test_a_leg_closes_it_and_the_questions_ask_who_cleared_it(qtbot: QtBot, room: Room) -> None:
    noted(qtbot, room, 1, 200, PainPlace.LEG)
    page = room.page
    text = visible_text(page.closed)
    assert "You reported pain that runs down a leg." in text
    assert "get medical help at once" in text
    click(page.closed, "Change answers")
    room.settle()
    click(page.questions, "Continue")
    assert room.shows(page.closed)
    room.settle()
    click(page.closed, "Change answers")
    room.settle()
    click(page.questions, "A professional who knows me has cleared me")
    click(page.questions, "Continue")
    assert room.shows(page.choice)


def test_all_of_it_fits_into_the_smallest_window_or_can_be_scrolled_to(
    qtbot: QtBot, room: Room
) -> None:
    for question in ALL:
        click(room.page.questions, f"{question} Yes")
    QApplication.processEvents()
    area = room.page.questions.findChildren(QScrollArea)[0]
    assert area.horizontalScrollBar().maximum() == 0
    buttons, labels = area.findChildren(QAbstractButton), area.findChildren(QLabel)
    shown: list[QAbstractButton | QLabel] = [*buttons, *labels]
    for made in shown:
        if made.isVisible() and made.text():
            assert made.width() >= made.minimumSizeHint().width(), made.text()
            assert made.height() >= made.minimumSizeHint().height(), made.text()


def test_a_window_left_open_overnight_asks_when_the_user_comes_back(
    qtbot: QtBot, room: Room
) -> None:
    noted(qtbot, room, 2, hours=3)
    page = room.page
    yes = find_button(page.closed, "Yes, it settled")
    assert not yes.isVisible()
    assert "Leave practice until 24 November 2026" in visible_text(page.closed)
    room.wall += timedelta(hours=20)
    QApplication.sendEvent(page, QEvent(QEvent.Type.WindowActivate))
    assert yes.isVisible()
