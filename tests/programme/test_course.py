from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.programme.moving_on import Objection
from app.programme.programme import Programme
from app.records.decision import DecisionKind as Decided
from app.records.feedback import Felt
from app.settings.model import PlanSettings
from tests.helpers.life import PROGRAMME, SLOW, STICK, WALL, Told
from tests.helpers.records import MORNING


def test_the_sessions_follow_each_other_whenever_they_are_done() -> None:
    told = Told()
    assert (told.next, told.course.done, told.course.total, told.due_in) == (
        "week-1-day-1", 0, 18, 0,
    )  # fmt: skip
    told.session("week-1-day-1").later(days=5)
    assert (told.next, told.course.done, told.course.number) == ("week-1-day-2", 1, 2)
    told.session("week-1-day-2", "week-1-day-3")
    assert told.next == "week-2-day-1"
    assert [one.done_on for one in told.course.sessions[:4]] == [
        date(2026, 11, 23), date(2026, 11, 28), date(2026, 11, 28), None,
    ]  # fmt: skip


def test_a_later_session_takes_the_course_further_and_an_earlier_one_nowhere() -> None:
    told = Told().session("week-4-day-3", "week-1-day-1")
    assert told.next == "week-5-day-1"
    assert told.course.done == 2
    assert not told.course.again


def test_what_belongs_to_nothing_or_to_another_programme_does_not_count() -> None:
    assert Told().session("morning-ten").did(WALL, STICK, day="unknown").next == "week-1-day-1"
    other = Told().did(WALL, STICK, day="week-1-day-1", programme="another")
    assert (other.next, other.course.began_on) == ("week-1-day-1", None)
    assert Told(Programme()).next is None
    assert Told(Programme()).course.stage is None


def test_two_of_three_exercises_make_a_session_and_two_of_three_sets_an_exercise() -> None:
    assert Told().did(WALL, STICK, day="week-1-day-1", sets=2).next == "week-1-day-2"
    assert Told().did(WALL, STICK, SLOW, day="week-1-day-1", sets=1).next == "week-1-day-1"
    assert Told().did(WALL, day="week-1-day-1").next == "week-1-day-1"


def test_skipping_is_not_doing() -> None:
    told = Told().did(WALL, STICK, SLOW, day="week-1-day-1", sets=0)
    assert (told.next, told.course.done, told.course.practised) == (
        "week-1-day-1", 0, frozenset(),
    )  # fmt: skip


def test_exercises_done_singly_count_in_any_order_within_36_hours() -> None:
    told = Told().did(SLOW).later(hours=20).did(WALL)
    assert told.next == "week-1-day-2"
    # The third still belongs to that session, and a fourth to the next one.
    assert told.did(STICK).next == "week-1-day-2"
    assert told.later(hours=10).did(STICK).next == "week-1-day-2"
    assert told.did(WALL).next == "week-1-day-3"
    assert Told().did(SLOW).later(hours=36).did(WALL).next == "week-1-day-1"


def test_sets_of_several_runs_add_up_also_where_the_last_ones_are_mixed() -> None:
    parts = Told().did(WALL, sets=1).did(STICK, day="week-1-day-1").did(WALL, sets=1)
    assert parts.next == "week-1-day-2"
    mixed = Told().did(WALL, STICK, SLOW, day="week-1-day-1", sets=1, planned=2)
    assert mixed.next == "week-1-day-1"
    assert mixed.did(STICK, WALL, day="week-1-day-1", sets=1, planned=1).next == "week-1-day-2"


def test_a_substitute_counts_as_the_exercise_it_stands_for() -> None:
    told = Told().decide(Decided.STARTED_AT, "week-3-day-1")
    assert told.did(WALL, "single-leg-stand", day="week-3-day-1").next == "week-3-day-2"


def test_the_short_version_keeps_the_day_and_the_course_waits() -> None:
    told = Told().session("week-1-day-1").later(days=2).session("short-basics")
    assert (told.next, told.course.done, told.due_in) == ("week-1-day-2", 1, 1)
    assert len(told.course.practised) == 2
    # Its exercise is one of the session's, should the others follow within 36 hours.
    assert told.did(SLOW).next == "week-1-day-3"
    skipped = Told().session("week-1-day-1").later(days=2).session("short-basics", sets=0)
    assert skipped.due_in == 0


def test_a_day_of_rest_is_suggested() -> None:
    told = Told().session("week-1-day-1")
    assert [told.later(days=days).due_in for days in (0, 1, 1, 1)] == [2, 1, 0, 0]
    assert not Told().session("week-1-day-1").later(hours=20).course.is_due(date(2026, 11, 24))


def test_the_days_that_suit_are_waited_for_and_a_missed_one_is_not() -> None:
    told = Told(plan=PlanSettings(weekdays=["mon", "thu"]))
    assert told.due_in == 0
    told.session("week-1-day-1")  # on a Monday
    assert told.course.due == date(2026, 11, 26)
    told.later(days=4)  # Friday
    assert told.course.due == date(2026, 11, 26)
    assert told.course.is_due(told.now.date())
    told.session("week-1-day-2")
    assert told.course.due == date(2026, 11, 30)


def test_moving_on_is_offered_when_its_sessions_are_done_and_starting_is_moving_on() -> None:
    told = Told().sessions(5)
    assert told.course.move is None
    told.sessions(1)
    course = told.course
    assert course.move is not None
    assert (course.move.stage.id, course.move.objections) == ("resistance", ())
    assert (told.next, course.again) == ("week-3-day-1", False)
    assert course.stage == course.move.stage
    told.sessions(1)
    assert (told.course.move, told.next) == (None, "week-3-day-2")


def test_not_ready_is_one_more_week_and_then_it_is_offered_again() -> None:
    told = Told().sessions(6).decide(Decided.STAYED, "basics")
    for day in (1, 2, 3):
        course = told.course
        assert (told.next, course.again, course.move) == (f"week-2-day-{day}", True, None)
        assert course.stage == PROGRAMME.stages[0]
        told.sessions(1)
    assert told.course.move is not None
    assert (told.next, told.course.done, told.course.at) == ("week-3-day-1", 6, 6)
    assert told.decide(Decided.MOVED_ON, "resistance").course.move is None
    assert told.next == "week-3-day-1"


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ([{}], ()),
        ([{"felt": Felt.LOWER_BACK}], ()),
        ([{"felt": Felt.LOWER_BACK}, {"felt": Felt.HAMSTRINGS}], ()),
        ([{"felt": Felt.LOWER_BACK}] * 2, (Objection.LOWER_BACK,)),
        ([{"effort": 8}], (Objection.EFFORT,)),
        ([{"effort": 8}, {"effort": 7}, {"effort": 2}], ()),
        ([{"as_shown": False}, {}], (Objection.NOT_AS_SHOWN,)),
        ([{"as_shown": False}, {"as_shown": True}, {"as_shown": True}], ()),
        ([{"pain": True}], (Objection.PAIN,)),
    ],
)
def test_answers_speak_against_moving_on_and_what_was_not_answered_does_not(
    answers: list[dict[str, object]], expected: tuple[Objection, ...]
) -> None:
    told = Told().sessions(6)
    for answer in answers:
        told.answer(**answer)  # type: ignore[arg-type]
    move = told.course.move
    assert move is not None
    assert move.objections == expected
    assert move.suggested is not bool(expected)
    # The user decides all the same.
    assert told.course.again is bool(expected)
    assert told.decide(Decided.MOVED_ON, "resistance").next == "week-3-day-1"


def test_where_answers_speak_against_it_the_last_week_is_done_again() -> None:
    told = Told().sessions(6).answer(pain=True)
    followed = []
    for _ in range(5):
        followed.append(told.next)
        told.sessions(1)
    # After a week without pain there is nothing against it any more.
    assert followed == [
        "week-2-day-1", "week-2-day-2", "week-2-day-3", "week-2-day-1", "week-3-day-1",
    ]  # fmt: skip
    assert told.course.done == 7


def test_after_one_more_week_moving_on_is_suggested_whatever_was_hard() -> None:
    told = Told().sessions(6).answer(effort=9)
    followed = []
    for _ in range(4):
        followed.append(told.next)
        told.sessions(1)
    assert followed == ["week-2-day-1", "week-2-day-2", "week-2-day-3", "week-3-day-1"]


def test_the_user_starts_at_any_week_and_goes_back_and_no_dot_is_lost() -> None:
    told = Told().sessions(2).decide(Decided.STARTED_AT, "week-3-day-1")
    assert (told.next, told.course.move, told.course.done) == ("week-3-day-1", None, 2)
    told.sessions(1).decide(Decided.STARTED_AT, "week-1-day-1")
    assert (told.next, told.course.done, told.course.at) == ("week-1-day-1", 3, 0)
    told.sessions(1)
    assert (told.next, told.course.done) == ("week-1-day-2", 3)


def test_a_session_done_elsewhere_counts_until_that_is_taken_back() -> None:
    told = Told().decide(Decided.DONE_ELSEWHERE, "week-1-day-1")
    assert (told.next, told.course.done, told.course.sessions[0].elsewhere) == (
        "week-1-day-2", 1, True,
    )  # fmt: skip
    assert told.due_in == 2
    told.decisions.clear()
    assert (told.next, told.course.done) == ("week-1-day-1", 0)


def test_decisions_about_what_is_gone_change_nothing() -> None:
    told = Told().sessions(3)
    before = told.course
    for kind in Decided:
        told.decide(kind, "gone")
    after = told.course
    assert (after.at, after.next, after.done) == (before.at, before.next, before.done)


def test_the_end_is_an_end_and_then_it_is_chosen_how_to_go_on() -> None:
    told = Told().sessions(18)
    course = told.course
    assert (course.finished, course.done, course.next, course.due) == (True, 18, None, None)
    assert course.asks_after
    told.decide(Decided.AFTER, "stop")
    assert (told.course.asks_after, told.course.stopped, told.next) == (False, True, None)
    told.decide(Decided.AFTER, "keep-it")
    assert (told.course.stopped, told.next) == (False, "this-week")


def test_heavier_is_the_last_stage_again_and_then_it_is_chosen_anew() -> None:
    told = Told().sessions(18).decide(Decided.AFTER, "heavier")
    for week, day in ((5, 1), (5, 2), (5, 3), (6, 1), (6, 2), (6, 3)):
        assert told.next == f"week-{week}-day-{day}"
        assert told.course.again
        assert told.course.finished
        told.sessions(1)
    assert told.course.asks_after
    assert told.course.done == 18


def test_maintenance_draws_one_session_a_week_of_each_kind() -> None:
    told = Told().sessions(18).decide(Decided.AFTER, "keep-it").later(days=7)
    draw = PROGRAMME.after[0].draw
    drawn = set()
    for _ in range(12):
        course = told.course
        assert course.next is not None
        assert course.due is not None
        assert course.is_due(told.now.date())
        items = [item.exercise for item in course.next.items]
        assert all(any(name in pool for name in items) for pool in draw)
        drawn.add(tuple(items))
        assert told.course.next == course.next  # the same all week
        told.session("this-week")
        assert told.course.due == course.week[0] + timedelta(days=7)
        told.later(days=7)
    assert len(drawn) > 4
    assert told.course.done == 18


def test_the_week_of_maintenance_begins_where_weeks_begin_here() -> None:
    told = Told().sessions(18).decide(Decided.AFTER, "keep-it")
    told.at = MORNING + timedelta(days=48)  # a Sunday
    told.first_weekday = 6
    told.session("this-week")
    assert told.course.due == told.now.date() + timedelta(days=7)
    assert told.course.week[0] == told.now.date()
    told.first_weekday = 0
    assert told.course.due == told.now.date() + timedelta(days=2)
    assert told.course.week[6] == told.now.date()


def test_after_three_weeks_away_two_sessions_of_the_stage_below_are_suggested() -> None:
    told = Told().sessions(8).later(days=18)
    assert told.course.back is None
    told.later(days=1)
    course = told.course
    assert (course.back, told.next, course.at) == (PROGRAMME.stages[0], "week-2-day-2", 8)
    assert course.again
    told.sessions(1)
    assert (told.course.back, told.next) == (None, "week-2-day-3")
    told.sessions(1)
    assert (told.next, told.course.done, told.course.again) == ("week-3-day-3", 8, False)


def test_the_lower_stage_is_declined_or_accepted_with_one_click_and_not_named_again() -> None:
    away = Told().sessions(8).later(days=40)
    away.decide(Decided.CAME_BACK, "resistance")
    assert (away.course.back, away.next) == (None, "week-3-day-3")
    lower = Told().sessions(8).later(days=40).decide(Decided.CAME_BACK_LOWER, "basics")
    assert (lower.course.back, lower.next) == (None, "week-2-day-2")
    # Going on where one was needs no click at all.
    bold = Told().sessions(8).later(days=40).session("week-3-day-3")
    assert (bold.course.back, bold.next) == (None, "week-4-day-1")


def test_who_did_the_homework_was_not_away() -> None:
    told = Told().sessions(8)
    for _ in range(4):
        told.later(days=10).session("morning-ten")
    assert told.course.back is None
    ticked = Told().sessions(8).later(days=18).decide(Decided.DONE_ELSEWHERE, "morning-ten")
    assert ticked.later(days=18).course.back is None


def test_there_is_no_stage_below_the_first_and_none_after_stopping() -> None:
    assert Told().sessions(3).later(days=90).course.back is None
    over = Told().sessions(18).later(days=90)
    assert (over.course.back, over.course.asks_after) == (None, True)
    stopped = Told().sessions(18).decide(Decided.AFTER, "stop").later(days=90)
    assert (stopped.course.back, stopped.next) == (None, None)
    kept = Told().sessions(18).decide(Decided.AFTER, "keep-it").later(days=90)
    assert (kept.course.back, kept.next) == (PROGRAMME.stages[1], "week-4-day-2")
    assert kept.sessions(2).next == "this-week"
    heavier = Told().sessions(18).decide(Decided.AFTER, "heavier").sessions(2).later(days=90)
    assert heavier.next == "week-4-day-2"
    assert heavier.sessions(2).next == "week-5-day-3"


def test_a_course_edited_under_way_keeps_what_was_done() -> None:
    told = Told().sessions(7)
    told.programme = replace(PROGRAMME, days=PROGRAMME.days[:9], stages=PROGRAMME.stages[:2])
    assert (told.course.done, told.course.total, told.next) == (7, 9, "week-3-day-2")
    told.programme = replace(PROGRAMME, days=PROGRAMME.days[:6], stages=PROGRAMME.stages[:1])
    assert (told.course.done, told.course.total) == (6, 6)
    assert told.course.asks_after
