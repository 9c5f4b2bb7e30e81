"""What is corrected on the Progress page is so on the other pages too."""

from __future__ import annotations

from dataclasses import asdict
from typing import cast

from msgspec.structs import replace
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
)

from app.practice.choice import Choice
from app.programme.safety import QUESTIONS, Gate
from app.records.feedback import Feedback, Felt
from app.records.model import (
    Outcome,
    PartInProgress,
    SessionEnd,
    SessionInProgress,
    SessionRecord,
    local_now,
)
from app.ui.main_window import MainWindow
from app.ui.progress.page import ProgressPage
from app.ui.rail import PageId
from tests.helpers.pages import texts
from tests.helpers.progress_page import (
    bar,
    box_of,
    cards,
    dialog,
    names,
    open_day,
    press,
)
from tests.helpers.records import a_set
from tests.helpers.window import Open


def is_offered(window: MainWindow) -> bool:
    return window.flow.unfinished is not None


def test_practice_and_today_follow_at_once(open_window: Open) -> None:
    window = open_window(page=PageId.PRACTICE)
    records = window.workspace.records
    window.flow.answer_questions({one.value: False for one in QUESTIONS}, support=False)
    day = window.workspace.library.programme.days[0]
    now = local_now()
    parts = []
    for item in day.items:
        session = f"s-{item.exercise}"
        exercise = window.workspace.library.exercises[item.exercise]
        choice = Choice.of(exercise)
        parts.append(PartInProgress(exercise.id, session, choice.sets, asdict(choice)))
        records.put(
            SessionRecord(session, exercise.id, choice.sets, now, "r1", day.id, "six-weeks")
        )
        for number in range(1, choice.sets + 1):
            done = a_set(number, session_id=session, exercise=exercise.id, at=now)
            records.put(replace(done, set=number, sets=choice.sets))
        records.put(SessionEnd(session, Outcome.FINISHED, now))
    records.put(SessionInProgress("r1", "Day 1", day.id, tuple(parts), 0, 1, 9, now))
    records.put(Feedback("r1", now, now, Felt.THIGHS))
    window.flow.look_again()
    assert window.flow.next_day == window.workspace.library.programme.days[1]
    assert is_offered(window)
    page = cast("ProgressPage", window.show_page(PageId.PROGRESS))
    QApplication.processEvents()
    open_day(page)
    press(page, next(one for one in names(page) if one.startswith("Delete session: ")))
    assert window.flow.next_day == day
    assert not is_offered(window)
    window.show_page(PageId.TODAY)
    window.today.load()
    QApplication.processEvents()
    assert "Session 1 of 18" in texts(window.today)


def test_a_pain_taken_back_here_is_no_longer_mentioned_and_an_undo_mentions_it_again(
    open_window: Open,
) -> None:
    window = open_window(page=PageId.PRACTICE)
    window.flow.answer_questions({one.value: False for one in QUESTIONS}, support=False)
    records, now = window.workspace.records, local_now()
    # It hurt before the first repetition: there is nothing but the pain.
    records.put(SessionRecord("s1", "wall-touches", 3, now, "r1"))
    records.put(Feedback("r1", now, now, pain=True))
    page = cast("ProgressPage", window.show_page(PageId.PROGRESS))
    QApplication.processEvents()
    assert "Felt pain" in texts(page)
    open_day(page)
    press(page, next(one for one in names(page) if one.startswith("Edit answers: ")))
    box_of(dialog(page), QCheckBox, "I felt pain").click()
    press(dialog(page), "Save")
    assert cards(page) == []
    assert window.flow.verdict.is_open
    press(page, "Undo (Ctrl+Z)")
    assert window.flow.verdict.gate is Gate.PAUSED
    assert "Felt pain" in texts(page)
    press(page, next(one for one in names(page) if one.startswith("Delete session: ")))
    assert bar(page) == ["Deleted: Wall touches."]
    window.show_page(PageId.PRACTICE)
    assert not window.practice.note.isVisible()
