"""Today in every state of a life with the course."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.records.feedback import Feedback
from app.records.model import LessonPlace
from app.ui.today.page import TodayPage
from tests.helpers.errors import UNREADABLE, unreadable
from tests.helpers.pages import World, texts
from tests.helpers.person import Person
from tests.helpers.today_page import action, buttons, do_sessions, links, press, show, ticks


def test_the_first_day_has_one_thing_to_begin(page: TodayPage, world: World, qtbot: QtBot) -> None:
    shown = show(page, world)
    assert shown[:3] == ["Monday, 23 November 2026", "Start here", "First five minutes"]
    assert "Then six weeks, three short sessions a week. You set the pace." in shown
    assert not ticks(page)
    with qtbot.waitSignal(page.lesson_requested) as asked:
        action(page).click()
    assert asked.args == ["first-five-minutes", 0]


def test_a_begun_lesson_continues_at_its_step(page: TodayPage, world: World, qtbot: QtBot) -> None:
    world.records.put(LessonPlace("the-movement", 2))
    step = world.library.lessons.get("the-movement")
    assert step is not None
    shown = show(page, world)
    assert f"Step 3 of {len(step.steps)}: {step.steps[2].title}" in shown
    with qtbot.waitSignal(page.lesson_requested) as asked:
        action(page).click()
    assert asked.args == ["the-movement", 2]


def test_the_first_hinges_are_enough_for_a_day(
    page: TodayPage, world: World, person: Person
) -> None:
    person.read("first-five-minutes")
    world.days_ago(person.now, 0, exercise="wall-touches")
    shown = show(page, world)
    assert "You've done your first hinges. That is the whole idea." in shown
    assert not buttons(page, "primary")
    assert "Keep learning" in shown


def test_a_session_is_offered_with_its_short_version(
    page: TodayPage, world: World, person: Person, qtbot: QtBot
) -> None:
    do_sessions(person, 1)
    person.later(days=2)
    shown = show(page, world)
    assert "Session 2 of 18: Bodyweight basics" in shown
    assert "13 min" in shown
    assert "Short of time? Wall touches only, 4 min" in links(page)
    with qtbot.waitSignal(page.routine_requested) as asked:
        action(page).click()
    assert asked.args == ["week-1-day-2"]
    with qtbot.waitSignal(page.routine_requested) as asked:
        press(page, "Short of time? Wall touches only, 4 min")
    assert asked.args == ["short-basics"]


def test_a_gap_is_never_mentioned(page: TodayPage, world: World, person: Person) -> None:
    do_sessions(person, 1)
    on_time = show(page, world)
    person.later(days=2)
    assert show(page, world)[1:] == on_time[1:]


def test_between_two_sessions_the_next_can_be_started_all_the_same(
    page: TodayPage, world: World, person: Person, qtbot: QtBot
) -> None:
    do_sessions(person, 5)
    person.later(days=-1).at(13)
    shown = show(page, world)
    assert "Next session: tomorrow. A day's rest is a good idea." in shown
    with qtbot.waitSignal(page.routine_requested) as asked:
        press(page, "Start it today")
    assert asked.args == ["week-2-day-3"]


def test_a_new_stage_can_wait_a_week(page: TodayPage, world: World, person: Person) -> None:
    do_sessions(person, 6)
    shown = show(page, world)
    assert "Session 7 of 18: A little resistance" in shown
    assert any("You can move on, if you feel ready." in line for line in shown)
    press(page, "Not ready? One more week of “Bodyweight basics”")
    assert "Session 4 of 18: Bodyweight basics" in show(page, world)


def test_what_speaks_against_moving_on_is_said_and_the_user_decides(
    page: TodayPage, world: World, person: Person
) -> None:
    do_sessions(person, 6)
    world.records.put(Feedback("r", person.now, person.now, effort=9))
    shown = show(page, world)
    assert any("The last sessions were hard work." in line for line in shown)
    press(page, "Move on to “A little resistance” anyway")
    assert "Session 7 of 18: A little resistance" in show(page, world)


def test_what_is_not_at_hand_is_done_without_and_with_it_again(
    page: TodayPage, world: World, person: Person
) -> None:
    do_sessions(person, 6)
    show(page, world)
    press(page, "Don't have a band? Do “Wall touches” instead")
    assert world.keeper.person.plan.without == ["band-hinge"]
    assert any("• Wall touches: a bare stretch of wall" in line for line in texts(page))
    press(page, "I have a band now")
    assert not world.keeper.person.plan.without


def test_the_end_is_an_end_and_asks_how_to_go_on(
    page: TodayPage, world: World, person: Person
) -> None:
    do_sessions(person, 18)
    shown = show(page, world)
    assert "You finished the six weeks" in shown
    assert "18 of 18 sessions done" in shown
    assert action(page).text() == "Keep it"
    action(page).click()
    person.later(days=7)
    shown = show(page, world)
    assert "Keep it" in shown
    assert any("One session, on any day you like." in line for line in shown)


def test_after_the_end_nothing_is_due_where_nothing_is_wanted(
    page: TodayPage, world: World, person: Person
) -> None:
    do_sessions(person, 18)
    person.read()
    show(page, world)
    press(page, "Stop here")
    shown = show(page, world)
    assert "All exercises and lessons stay open to you." in shown
    assert not buttons(page, "primary")
    assert not ticks(page)


def test_after_weeks_away_one_stage_lower_is_offered(
    page: TodayPage, world: World, person: Person
) -> None:
    do_sessions(person, 8)
    person.later(days=25)
    shown = show(page, world)
    assert "Welcome back" in shown
    assert "Session 5 of 18: Bodyweight basics" in shown
    press(page, "Go on with “A little resistance” instead")
    assert "Session 9 of 18: A little resistance" in show(page, world)


def test_a_pain_comes_before_everything(
    page: TodayPage, world: World, person: Person, qtbot: QtBot
) -> None:
    do_sessions(person, 1)
    world.records.put(Feedback("r", person.now, person.now, pain=True, pain_level=2))
    assert "Practice is paused" in show(page, world)
    assert not buttons(page, "primary")
    assert not ticks(page)
    assert "Read “When not to hinge”" in links(page)
    with qtbot.waitSignal(page.practice_requested):
        press(page, "Go to Practice")


def test_the_day_after_a_pain_is_asked_about(
    page: TodayPage, world: World, person: Person, qtbot: QtBot
) -> None:
    do_sessions(person, 1)
    world.records.put(Feedback("r", person.now, person.now, pain=True, pain_level=2))
    person.later(days=1)
    assert "Has your pain settled?" in show(page, world)
    assert action(page).text() == "Answer"
    assert not ticks(page)
    with qtbot.waitSignal(page.practice_requested):
        action(page).click()


def test_a_session_broken_off_is_gone_on_with_or_left(
    page: TodayPage, world: World, person: Person, qtbot: QtBot
) -> None:
    do_sessions(person, 1)
    person.stop_midway()
    shown = show(page, world)
    assert "Not finished" in shown
    with qtbot.waitSignal(page.go_on_requested):
        action(page).click()
    with qtbot.waitSignal(page.not_now_requested):
        press(page, "Not now")


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
    page: TodayPage,
    world: World,
    person: Person,
    yes: tuple[str, ...],
    support: bool,
    gate: str,
) -> None:
    do_sessions(person, 1)
    person.answer_safety(*yes, support=support)
    shown = " ".join(show(page, world))
    assert ("Session 2 of 18: " in shown) == (gate == "open")
    assert ("healthcare provider" in shown) == (gate == "closed")
    assert ("If you have support at hand" in shown) == (gate == "waits")
    assert bool(ticks(page)) == (gate == "open")
    if gate == "closed":
        assert "You have severe sciatica." in shown


def test_with_all_read_and_practice_closed_nothing_is_due(
    page: TodayPage, world: World, person: Person
) -> None:
    person.read().answer_safety("back-pain")
    assert "Nothing due" in show(page, world)
    assert not buttons(page, "primary")


def test_records_that_cannot_be_read_are_said_so(
    page: TodayPage, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise unreadable()

    monkeypatch.setattr(world.records, "practised", broken)
    assert show(page, world)[1:] == ["Nothing to show", UNREADABLE]
    assert not [one for one in page.findChildren(QPushButton) if one.text() and one.isVisible()]
