from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from app.programme.safety import QUESTIONS
from app.records.feedback import Feedback
from app.records.model import LessonFinish, LessonPlace, SafetyAnswers
from app.records.records import Records
from app.ui.today.page import TodayPage
from tests.helpers.errors import UNREADABLE, unreadable
from tests.helpers.pages import World, a_world, texts

NOW = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)


class Calendar:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def world(qapp: QApplication, tmp_path: Path) -> Iterator[World]:
    with a_world(qapp, tmp_path) as made:
        yield made


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


@pytest.fixture
def page(world: World, qtbot: QtBot, calendar: Calendar) -> TodayPage:
    library = world.library
    made = TodayPage(library, world.records, world.workspace.planner(), now=calendar)
    qtbot.addWidget(made)
    return made


def show(page: TodayPage, world: World) -> list[str]:
    world.flush()
    page.hide()
    page.resize(868, 640)
    page.show()
    QApplication.processEvents()
    return texts(page)


def action(page: TodayPage) -> QPushButton:
    shown = [b for b in page.findChildren(QPushButton) if b.isVisible()]
    (button,) = [b for b in shown if b.text() != "When not to hinge"]
    return button


def answer(world: World, *yes: str, support: bool = False) -> None:
    answers = {question.value: question.value in yes for question in QUESTIONS}
    world.records.put(SafetyAnswers(NOW, answers, support))


def read(world: World, *lessons: str) -> None:
    for lesson in lessons:
        world.records.put(LessonPlace(lesson, 0))
        world.records.lesson_finished(lesson)


def read_before(world: World) -> None:
    """Have the first lesson read the day before."""
    world.records.put(LessonFinish("first-five-minutes", NOW - timedelta(days=1)))


def test_a_beginner_is_led_to_the_first_lesson(page: TodayPage, world: World, qtbot: QtBot) -> None:
    shown = show(page, world)
    assert shown[0] == "Monday, 23 November 2026"
    assert shown[1:3] == ["Start here", "First five minutes"]
    assert "No practice yet today." in shown
    assert "0 of 17 lessons done" in shown
    with qtbot.waitSignal(page.lesson_requested) as asked:
        action(page).click()
    assert asked.args == ["first-five-minutes", 0]


def test_a_begun_lesson_continues_at_its_step(page: TodayPage, world: World, qtbot: QtBot) -> None:
    world.records.put(LessonPlace("the-movement", 2))
    shown = show(page, world)
    step = world.library.lessons.get("the-movement")
    assert step is not None
    assert f"Step 3 of {len(step.steps)}: {step.steps[2].title}" in shown
    with qtbot.waitSignal(page.lesson_requested) as asked:
        action(page).click()
    assert asked.args == ["the-movement", 2]


def test_the_day_after_the_first_lesson_the_first_session_is_offered(
    page: TodayPage, world: World, qtbot: QtBot
) -> None:
    read_before(world)
    assert "Week 1, day 1: Bodyweight basics" in show(page, world)
    with qtbot.waitSignal(page.routine_requested) as asked:
        action(page).click()
    assert asked.args == ["week-1-day-1"]


@pytest.mark.parametrize(
    ("days", "title", "offer"),
    [(0, "Practice is paused", "Go to Practice"), (1, "Has your pain settled?", "Answer")],
)
def test_a_pain_noted_comes_before_everything(
    page: TodayPage, world: World, qtbot: QtBot, days: int, title: str, offer: str
) -> None:
    read_before(world)
    then = NOW - timedelta(days=days)
    world.records.put(Feedback("r", then, then, pain=True, pain_level=2))
    assert title in show(page, world)
    assert action(page).text() == offer
    with qtbot.waitSignal(page.practice_requested):
        action(page).click()


@pytest.mark.parametrize(
    ("yes", "support", "gate"),
    [
        (("sciatica",), False, "closed"),
        (("balance",), False, "waits"),
        (("balance",), True, "open"),
        ((), False, "open"),
    ],
)
def test_no_practice_is_suggested_where_the_answers_keep_it_closed(
    page: TodayPage, world: World, yes: tuple[str, ...], support: bool, gate: str
) -> None:
    read_before(world)
    answer(world, *yes, support=support)
    shown = " ".join(show(page, world))
    assert ("Week 1, day 1" in shown) == (gate == "open")
    assert ("healthcare provider" in shown) == (gate == "closed")
    assert ("If you have support at hand" in shown) == (gate == "waits")
    if gate == "closed":
        assert "You have severe sciatica." in shown


def test_the_day_is_summed_up_and_then_it_is_done(
    page: TodayPage, world: World, calendar: Calendar, qtbot: QtBot
) -> None:
    show(page, world)
    read(world, "first-five-minutes")
    # A lesson finished today is finished on the day of the records' clock.
    world.flush()
    finished = world.records.lesson_progress()["first-five-minutes"].finished_at
    assert finished is not None
    calendar.now = finished
    world.days_ago(finished, 0, exercise="wall-touches")
    world.days_ago(finished, 0, exercise="gone-by-now")
    shown = show(page, world)
    assert "Done for today" in shown
    assert ["1 set", "10 reps", "1 min 30 s"] in [shown[i : i + 3] for i in range(len(shown))]
    assert "Gone by now" in shown
    assert "No practice yet today." not in shown
    assert "1 of 17 lessons done" in shown
    (bar,) = page.findChildren(QProgressBar)
    assert (bar.value(), bar.maximum()) == (1, 17)
    assert action(page).property("look") != "primary"
    with qtbot.waitSignal(page.lesson_requested) as asked:
        action(page).click()
    assert asked.args == ["when-not-to", 0]


def test_with_all_read_and_practice_closed_nothing_is_due(
    page: TodayPage, world: World, qtbot: QtBot
) -> None:
    read(world, *world.library.lessons.order)
    answer(world, "back-pain")
    assert "Nothing due" in show(page, world)
    with qtbot.waitSignal(page.care_requested):
        next(b for b in page.findChildren(QPushButton) if b.isVisible()).click()


def test_coming_back_to_the_window_shows_the_new_day(
    page: TodayPage, world: World, calendar: Calendar
) -> None:
    world.days_ago(NOW, 0)
    assert "No practice yet today." not in show(page, world)
    calendar.now = NOW.replace(day=24)
    QCoreApplication.sendEvent(page, QEvent(QEvent.Type.WindowActivate))
    QApplication.processEvents()
    shown = texts(page)
    assert shown[0] == "Tuesday, 24 November 2026"
    assert "No practice yet today." in shown


def test_what_is_done_while_the_page_is_in_view_is_shown_at_once(
    page: TodayPage, world: World
) -> None:
    show(page, world)
    read(world, "first-five-minutes")
    assert "1 of 17 lessons done" in texts(page)
    with closing(Records.open(world.locations.records)) as other:
        other.lesson_finished("cues")
    world.records.look_again()
    assert "2 of 17 lessons done" in texts(page)


def test_a_page_out_of_view_reads_nothing(
    page: TodayPage, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    show(page, world)
    page.hide()
    monkeypatch.setattr(page, "refresh", lambda: pytest.fail("it was read"))
    read(world, "first-five-minutes")


def test_records_that_cannot_be_read_are_said_so(
    page: TodayPage, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_day: object) -> None:
        raise unreadable()

    monkeypatch.setattr(world.records, "today", broken)
    assert UNREADABLE in show(page, world)
    assert not [b for b in page.findChildren(QPushButton) if b.isVisible()]


def test_the_page_scrolls_by_key_only_while_it_is_too_low(page: TodayPage, world: World) -> None:
    show(page, world)
    assert not page.focusPolicy().value
    page.resize(868, 200)
    QApplication.processEvents()
    assert page.focusPolicy().value
