"""The course under calendars that mislead: clocks set wrong, zones crossed, daylight saving."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from app.records.decision import DecisionKind as Decided
from tests.helpers.life import Told

FAR = timedelta(days=400)


@pytest.mark.parametrize("days", [-1, 1, -400, 400])
def test_a_clock_set_wrong_for_one_session_costs_nothing(days: int) -> None:
    told = Told().sessions(3)
    told.set_wrong = timedelta(days=days)
    told.session("week-2-day-1")
    told.set_wrong = timedelta()
    course = told.course
    assert (told.next, course.done, course.at) == ("week-2-day-2", 4, 4)
    assert course.back is None
    assert told.due_in <= 3
    told.later(days=3)
    assert told.due_in == 0
    assert told.sessions(14).course.finished


@pytest.mark.parametrize("days", [-1, 1, 400])
def test_a_decision_by_a_clock_set_wrong_still_holds(days: int) -> None:
    told = Told().sessions(6)
    told.set_wrong = timedelta(days=days)
    told.decide(Decided.MOVED_ON, "resistance")
    told.set_wrong = timedelta()
    assert told.course.move is None
    assert told.next == "week-3-day-1"


def test_a_clock_set_back_before_everything_loses_nothing() -> None:
    told = Told().sessions(5)
    told.set_wrong = -FAR
    course = told.course
    assert (told.next, course.done, course.back) == ("week-2-day-3", 5, None)
    assert told.due_in == 0


def test_a_session_of_this_evening_is_not_due_again_after_a_flight_west() -> None:
    told = Told()
    told.at = datetime(2026, 11, 23, 23, 30, tzinfo=timezone(timedelta(hours=13)))
    told.session("week-1-day-1")  # on the 24th there
    told.at = told.at.astimezone(timezone(timedelta(hours=-10)))
    assert told.now.date().day == 23
    assert told.due_in == 3
    told.later(days=3)
    assert told.due_in == 0


def test_a_day_lasts_from_midnight_to_midnight_when_the_clocks_change() -> None:
    zone = ZoneInfo("Europe/Berlin")
    for month, day in ((3, 27), (10, 23)):
        told = Told()
        told.at = datetime(2027, month, day, 22, 0, tzinfo=zone)
        told.session("week-1-day-1")
        for after, due_in in ((1, 1), (2, 0)):
            told.at = datetime(2027, month, day + after, 0, 30, tzinfo=zone)
            assert told.due_in == due_in


def test_the_36_hours_are_hours_whatever_the_zone() -> None:
    told = Told()
    told.at = datetime(2026, 11, 23, 12, 0, tzinfo=timezone(timedelta(hours=9)))
    told.did("slow-motion")
    told.at = told.at.astimezone(timezone(timedelta(hours=-8))) + timedelta(hours=34)
    assert told.did("wall-touches").next == "week-1-day-2"
