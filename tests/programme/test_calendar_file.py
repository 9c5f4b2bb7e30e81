"""The calendar file, read back by a library as a phone would."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from dateutil.rrule import rrulestr
from icalendar import Calendar
from msgspec.structs import replace

from app.errors import UserError
from app.programme.calendar_file import write_calendar
from app.programme.calendar_saving import save_calendar
from app.records.decision import DecisionKind as Decided
from app.records.feedback import Feedback
from app.records.records import Records
from app.settings.model import PersonSettings, PlanSettings
from app.settings.service import Settings
from tests.helpers.person import Person

moment = datetime.fromisoformat
PLAN = PlanSettings(session_at="18:30", morning_at="07:00", evening_at="22:15")


@pytest.fixture
def person(tmp_path: Path) -> Iterator[Person]:
    with closing(Records.open(tmp_path / "records.sqlite3")) as records:
        found = Person(records)
        found.settings = PersonSettings(plan=PLAN, calendar_id="0f", calendar_version=4)
        yield found


def written(person: Person) -> dict[str, Any]:
    data = write_calendar(person.planner, person.settings, person.now)
    events = Calendar.from_ical(data).walk("VEVENT")
    return {str(one["UID"]).split("@")[0]: one for one in events}


def days(event: Any) -> list[datetime]:
    """Return when an event happens, worked out by another library."""
    begin = event["DTSTART"].dt
    return list(rrulestr(event["RRULE"].to_ical().decode(), dtstart=begin))


def test_sessions_and_homework_recur_until_the_course_ends(person: Person) -> None:
    events = written(person)
    assert list(events) == ["session-0f", "morning-ten-0f", "evening-ten-0f"]
    sessions = days(events["session-0f"])
    assert (len(sessions), sessions[0]) == (18, moment("2026-11-23T18:30"))
    assert {later - one for one, later in pairwise(sessions)} == {timedelta(days=2)}
    mornings, evenings = days(events["morning-ten-0f"]), days(events["evening-ten-0f"])
    assert mornings[0] == moment("2026-11-24T07:00")  # eight o'clock is past it
    assert evenings[0] == moment("2026-11-23T22:15")
    assert mornings[-1].date() == evenings[-1].date() == sessions[-1].date()


def test_the_days_that_suit_are_kept_to(person: Person) -> None:
    person.settings = replace(person.settings, plan=replace(PLAN, weekdays=["tue", "sat"]))
    sessions = days(written(person)["session-0f"])
    assert {one.weekday() for one in sessions} == {1, 5}
    assert (len(sessions), sessions[0].date()) == (18, date(2026, 11, 24))


def test_what_was_done_is_not_asked_for_again(person: Person) -> None:
    person.did("week-1-day-1")
    sessions = days(written(person)["session-0f"])
    assert (len(sessions), sessions[0].date()) == (17, date(2026, 11, 25))


def test_each_event_has_an_alarm_at_its_time_wherever_the_phone_is(person: Person) -> None:
    for event in written(person).values():
        [alarm] = event.walk("VALARM")
        assert (str(alarm["ACTION"]), alarm["TRIGGER"].dt) == ("DISPLAY", timedelta())
        assert alarm["DESCRIPTION"] == event["SUMMARY"]
        assert event["DTSTART"].dt.tzinfo is None
        assert event["DURATION"].dt >= timedelta(minutes=1)


def test_only_what_has_a_time_is_in_it(person: Person) -> None:
    person.settings = replace(person.settings, plan=PlanSettings(evening_at="22:00"))
    assert list(written(person)) == ["evening-ten-0f"]


def test_saved_again_it_is_a_newer_version_of_the_same(person: Person, tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    settings = Settings(file, file, on_problem=lambda problem: pytest.fail(str(problem)))
    settings.change(plan=PLAN)
    saved = []
    for name in ("one.ics", "two.ics"):
        save_calendar(tmp_path / name, person.planner, settings, person.now)
        saved.append(Calendar.from_ical((tmp_path / name).read_bytes()).walk("VEVENT"))
    one, two = saved
    assert [event["UID"] for event in one] == [event["UID"] for event in two]
    assert {event["SEQUENCE"] for event in one} == {1}
    assert {event["SEQUENCE"] for event in two} == {2}


def test_what_cannot_be_saved_is_no_version(person: Person, tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    settings = Settings(file, file, on_problem=lambda problem: pytest.fail(str(problem)))
    settings.change(plan=PLAN)
    with pytest.raises(UserError, match="it is a folder, not a file"):
        save_calendar(tmp_path, person.planner, settings, person.now)
    assert settings.person.calendar_version == 0


def test_where_nothing_is_due_a_sentence_says_so(person: Person) -> None:
    person.settings = replace(person.settings, plan=PlanSettings())
    with pytest.raises(UserError, match="Choose at least one time"):
        written(person)
    person.settings = replace(person.settings, plan=PLAN)
    person.records.put(Feedback("r", person.now, person.now, pain=True, pain_level=6))
    with pytest.raises(UserError, match="paused or closed"):
        written(person)


def test_after_the_course_one_session_a_week_is_left(person: Person) -> None:
    for one in person.planner.today(person.now).course.sessions:
        person.decide(Decided.DONE_ELSEWHERE, one.routine.id).later(days=2)
    with pytest.raises(UserError, match="nothing left"):
        written(person)
    person.decide(Decided.AFTER, "keep-it")
    sessions = days(written(person)["session-0f"])
    assert {later - one for one, later in pairwise(sessions)} == {timedelta(days=7)}
