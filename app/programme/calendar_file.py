"""The sessions and the homework as a calendar file with alarms, for a phone beside the bed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from math import ceil
from typing import NamedTuple

from app.errors import UserError
from app.messages.message import Message
from app.programme.course import Course
from app.programme.next_thing import Planner
from app.programme.programme import Routine, When
from app.programme.reminders import has_times
from app.settings.model import WEEKDAYS, PersonSettings

#: For so long it recurs once the course is over; saved again it goes on.
_WEEKS_AFTER = 26


class _Event(NamedTuple):
    """Something that recurs at a time of the day.

    Attributes:
        name: of its UID.
        days: on which it happens.
        rule: how it recurs, as iCalendar says it.
    """

    name: str
    at: time
    days: list[date]
    rule: dict[str, object]
    title: str
    text: str
    seconds: float


def write_calendar(
    planner: Planner, person: PersonSettings, now: datetime, say: Callable[[Message], str] = str
) -> bytes:
    """Return a calendar of what is left of the course, at the times that the plan has.

    Args:
        planner: decides what is next.
        person: whose plan it is; `calendar_id` and `calendar_version` are those of this file.
        now: wall time with its zone.
        say: turns a message into text.

    Raises:
        UserError: there is nothing to remind of, or the records cannot be read.
    """
    # Late, for it takes a while and nothing else needs it.
    from icalendar import Alarm, Calendar, Event

    events = list(_events(planner, person, now, say))
    calendar = Calendar()
    calendar.add("PRODID", "-//Hip Hinge Trainer//EN")
    calendar.add("VERSION", "2.0")
    calendar.add("METHOD", "PUBLISH")
    calendar.add("X-WR-CALNAME", say(Message("programme.calendar")))
    stamp = now.astimezone(UTC).replace(microsecond=0)
    for one in events:
        event = Event()
        # The same at every export, so that a calendar replaces what it has.
        event.add("UID", f"{one.name}-{person.calendar_id}@hip-hinge-trainer")
        event.add("SEQUENCE", person.calendar_version)
        event.add("DTSTAMP", stamp)
        event.add("LAST-MODIFIED", stamp)
        # Without a zone: ten hinges at seven are at seven wherever the phone is, in summer
        # and in winter.
        event.add("DTSTART", datetime.combine(one.days[0], one.at))
        event.add("DURATION", timedelta(minutes=max(1, ceil(one.seconds / 60))))
        event.add("RRULE", {**one.rule, "COUNT": len(one.days)})
        event.add("SUMMARY", one.title)
        event.add("DESCRIPTION", one.text)
        event.add("TRANSP", "TRANSPARENT")  # nobody is busy because of it
        alarm = Alarm()
        alarm.add("ACTION", "DISPLAY")
        alarm.add("DESCRIPTION", one.title)
        alarm.add("TRIGGER", timedelta())
        event.add_component(alarm)
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written


def _events(
    planner: Planner, person: PersonSettings, now: datetime, say: Callable[[Message], str]
) -> Iterator[_Event]:
    """Yield what recurs.

    Raises:
        UserError: there is nothing.
    """
    plan, today = person.plan, planner.today(now, with_unfinished=False)
    if not has_times(plan):
        raise UserError("programme.no-times")
    course = today.course
    if course.next is None:
        raise UserError("programme.nothing-left")
    if not today.gate.may_offer:
        raise UserError("programme.practice-closed")
    at = time.fromisoformat(plan.session_at or plan.evening_at or plan.morning_at)
    days, rule = _session_days(course, plan.weekdays, _first(now, at))
    if plan.session_at and (session := planner.plan_of(course.next)):
        title, text = Message("programme.session"), Message("programme.session-text")
        yield _Event("session", at, days, rule, say(title), say(text), session.total_s)
    for when, chosen in ((When.MORNING, plan.morning_at), (When.EVENING, plan.evening_at)):
        for routine in _homework(course, when) if chosen else ():
            at = time.fromisoformat(chosen)
            begin = _first(now, at)
            every = [begin + timedelta(days=n) for n in range((days[-1] - begin).days + 1)]
            if every and (homework := planner.plan_of(routine)):
                text = Message("programme.homework-text")
                yield _Event(
                    routine.id, at, every, {"FREQ": "DAILY"}, routine.title, say(text),
                    homework.total_s,
                )  # fmt: skip


def _homework(course: Course, when: When) -> list[Routine]:
    return [one for one in course.programme.daily if one.when is when]


def _first(now: datetime, at: time) -> date:
    """Return the day on which a time of the day is next."""
    return now.date() + timedelta(days=int(now.time() >= at))


def _session_days(
    course: Course, weekdays: Sequence[str], begin: date
) -> tuple[list[date], dict[str, object]]:
    """Return the days of the sessions that are left, and the rule they follow."""
    begin = max(begin, course.due or begin)
    number = course.number
    count = _WEEKS_AFTER if number is None else course.total - number + 1
    fitting = [WEEKDAYS.index(name) for name in WEEKDAYS if name in weekdays]
    if number is None:  # one a week, on any day
        fitting = fitting[:1] or [begin.weekday()]
    rule: dict[str, object]
    days: Iterator[date]
    if fitting:
        rule = {"FREQ": "WEEKLY", "BYDAY": [WEEKDAYS[day][:2].upper() for day in fitting]}
        days = filter(lambda day: day.weekday() in fitting, _from(begin, 1))
    else:
        step = 1 + course.programme.rest_days
        rule, days = {"FREQ": "DAILY", "INTERVAL": step}, _from(begin, step)
    return list(islice(days, count)), rule


def _from(day: date, step: int) -> Iterator[date]:
    while True:
        yield day
        day += timedelta(days=step)
