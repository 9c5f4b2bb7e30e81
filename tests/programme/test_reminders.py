"""Reminders under a calendar that a test turns: once each, whatever the clock does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from app.programme.reminders import (
    Slot,
    Told,
    find_due,
    find_slots,
    keep_told,
    read_told,
)
from app.records.decision import DecisionKind as Decided
from app.records.feedback import Feedback
from app.records.records import Records
from app.settings.model import PersonSettings, PlanSettings
from tests.helpers.person import Person

PLAN = PlanSettings(session_at="18:30", morning_at="07:00", evening_at="22:15")
PLAN_WITHOUT_SESSION = PlanSettings(evening_at="18:00")
LONDON, TOKYO, LOS_ANGELES = map(ZoneInfo, ("Europe/London", "Asia/Tokyo", "America/Los_Angeles"))


class Life:
    """Hears every reminder, a minute at a time."""

    def __init__(self, plan: PlanSettings, now: datetime) -> None:
        self.plan, self.now, self.told = plan, now, Told()
        self.heard: list[tuple[str, ...]] = []

    def look(self) -> Life:
        """Look once, as after a sleep."""
        if slots := find_slots(self.plan, self.told, self.now):
            self.told = self.told.today(self.now, *slots)
            self.heard.append(slots)
        return self

    def live(self, **time: float) -> Life:
        """Let time pass, as the clock of the zone shows it."""
        end = self.now.astimezone(UTC) + timedelta(**time)
        while (moment := self.now.astimezone(UTC)) < end:
            self.now = (moment + timedelta(minutes=1)).astimezone(self.now.tzinfo)
            self.look()
        return self

    def sleep(self, **time: float) -> Life:
        """Let time pass unseen."""
        self.now = (self.now.astimezone(UTC) + timedelta(**time)).astimezone(self.now.tzinfo)
        return self.look()

    def set_clock(self, **time: float) -> Life:
        """Set the clock, forward or back."""
        self.now += timedelta(**time)
        return self.look()


def at(text: str, zone: ZoneInfo = LONDON) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone)


EACH = [("morning",), ("session",), ("evening",)]


def test_each_comes_once_a_day() -> None:
    assert Life(PLAN, at("2026-11-23T00:00")).live(days=2).heard == EACH * 2


def test_what_fell_into_a_sleep_comes_once_and_together() -> None:
    life = Life(PLAN, at("2026-11-23T06:00")).sleep(hours=17).live(minutes=30)
    assert life.heard == [("morning", "session", "evening")]
    assert life.sleep(days=5).heard[1:] == [("morning", "session", "evening")]


@pytest.mark.parametrize("day", ["2026-03-28", "2026-10-24"])
@pytest.mark.parametrize("time", ["01:00", "01:30", "02:00"])
def test_daylight_saving_neither_leaves_out_nor_repeats(day: str, time: str) -> None:
    life = Life(PlanSettings(morning_at=time), at(f"{day}T00:00")).live(hours=44)
    assert life.heard == [("morning",)] * 2


def test_a_clock_set_back_by_a_day_repeats_nothing() -> None:
    life = Life(PLAN, at("2026-11-23T00:00")).live(hours=23)
    assert life.set_clock(days=-1).live(hours=24).heard == EACH
    assert life.live(hours=25).heard == EACH * 2


def test_a_clock_that_was_a_year_ahead_silences_nothing() -> None:
    life = Life(PLAN, at("2027-11-23T00:00")).live(hours=23)
    assert life.set_clock(days=-365).heard == [*EACH, ("morning", "session", "evening")]


def test_a_clock_set_forth_tells_what_was_passed() -> None:
    life = Life(PLAN, at("2026-11-23T06:00")).set_clock(hours=2)
    assert life.live(minutes=5).heard == [("morning",)]


@pytest.mark.parametrize("zone", [TOKYO, LOS_ANGELES])
def test_a_zone_crossed_tells_nothing_of_the_day_again(zone: ZoneInfo) -> None:
    life = Life(PlanSettings(morning_at="07:00"), at("2026-11-23T00:00")).live(hours=8)
    life.now = life.now.astimezone(zone)
    day = life.now.date()
    while life.now.date() == day:
        life.live(minutes=1)
    assert life.heard == [("morning",)]
    assert life.live(hours=12).heard == [("morning",)] * 2


def test_later_is_a_moment_and_no_time_of_a_day() -> None:
    told = Told().today(at("2026-11-23T23:45"), *Slot)
    told = told.later(at("2026-11-23T23:45"), 30, Slot.EVENING)
    assert find_slots(PLAN, told, at("2026-11-24T00:14")) == ()
    assert find_slots(PLAN, told, at("2026-11-24T00:15")) == (Slot.EVENING,)
    assert find_slots(PLAN, told, at("2026-11-24T09:15", TOKYO)) == (
        Slot.MORNING, Slot.EVENING,
    )  # fmt: skip


def test_a_time_that_is_chosen_anew_is_told_when_it_comes() -> None:
    now = at("2026-11-23T19:00")
    told = Told().today(now, Slot.EVENING)
    plan = PlanSettings(session_at="18:30", evening_at="22:30")
    told = told.retimed(PLAN_WITHOUT_SESSION, plan, now)
    assert find_slots(plan, told, now) == ()
    assert find_slots(plan, told, at("2026-11-23T22:30")) == (Slot.EVENING,)


def test_what_was_told_is_known_after_a_restart(tmp_path: Path) -> None:
    file = tmp_path / "reminders.json"
    told = Told().today(at("2026-11-23T08:00"), Slot.MORNING)
    told = told.later(at("2026-11-23T08:00"), 10, Slot.MORNING)
    keep_told(file, told)
    assert read_told(file) == told
    for damaged in (b"", b"[]", b'{"days": {"noon": 1}}', b"\xff"):
        file.write_bytes(damaged)
        assert read_told(file) == Told()
    file.unlink()
    file.mkdir()
    keep_told(file, told)
    assert read_told(file) == Told()


@pytest.fixture
def person(tmp_path: Path) -> Iterator[Person]:
    with closing(Records.open(tmp_path / "records.sqlite3")) as records:
        found = Person(records)
        found.settings = PersonSettings(plan=PLAN)
        yield found


def due(person: Person, *slots: Slot) -> list[str]:
    today = person.planner.today(person.now, with_unfinished=False)
    return [one.id for one in find_due(slots or tuple(Slot), today, person.now)]


def test_what_is_due_is_what_today_says(person: Person) -> None:
    assert due(person) == []  # nothing was begun
    person.read("first-five-minutes").did("evening-ten").later(days=1)
    assert due(person) == ["morning-ten", "week-1-day-1", "evening-ten"]
    person.did("morning-ten", sets=1)
    assert due(person) == ["week-1-day-1", "evening-ten"]
    person.did("week-1-day-1").decide(Decided.DONE_ELSEWHERE, "evening-ten")
    assert due(person) == []
    assert due(person.later(days=1)) == ["morning-ten", "evening-ten"]
    assert due(person.at(14)) == ["evening-ten"]


def test_while_it_hurts_nothing_is_due(person: Person) -> None:
    person.read("first-five-minutes").did("evening-ten").later(days=1)
    person.records.put(Feedback("r", person.now, person.now, pain=True, pain_level=2))
    assert due(person) == []


def test_whoever_stopped_after_the_course_is_left_in_peace(person: Person) -> None:
    for one in person.today.course.sessions:
        person.decide(Decided.DONE_ELSEWHERE, one.routine.id).later(days=2)
    assert due(person)
    person.decide(Decided.AFTER, "stop")
    assert due(person) == []
