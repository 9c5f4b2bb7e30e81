"""When to remind of what: the one place that decides it, from the times chosen and the Planner."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

import msgspec

from app.errors import UserError
from app.files import read_regular_file, write_whole
from app.programme.next_thing import NextKind, Today, part_of_day
from app.programme.programme import When
from app.settings.model import PlanSettings

#: A clock that was set back by more was wrong before; what was told then counts no more.
_SET_BACK = timedelta(days=1)
_MAX_BYTES = 16 * 1024


class Slot(StrEnum):
    """What a time of the day can be chosen for."""

    MORNING = "morning"
    SESSION = "session"
    EVENING = "evening"


class Due(NamedTuple):
    """Something to be reminded of.

    Attributes:
        id: of the session or homework, as a decision is about it.
        title: its own.
        seconds: how long it takes; None where that is not known.
    """

    slot: Slot
    id: str
    title: str
    seconds: float | None = None


class Told(msgspec.Struct, frozen=True):
    """What the person was reminded of, and what they asked to hear again.

    Attributes:
        days: by slot, the last day on which it was told.
        again: the slots to be told again.
        again_at: when, with its zone; None where nothing is.
    """

    days: dict[Slot, date] = {}
    again: tuple[Slot, ...] = ()
    again_at: datetime | None = None

    def today(self, now: datetime, *slots: Slot) -> Told:
        """Return this, with slots told on the day of `now`."""
        return Told({**self.days, **dict.fromkeys(slots, now.date())})

    def later(self, now: datetime, minutes: int, *slots: Slot) -> Told:
        """Return this, with slots to be told again in so many minutes."""
        minute = now.astimezone(UTC).replace(second=0, microsecond=0)  # as all times are
        return Told(self.days, slots, minute + timedelta(minutes=minutes))

    def retimed(self, before: PlanSettings, plan: PlanSettings, now: datetime) -> Told:
        """Return this after times were chosen anew: one that is past today comes tomorrow."""
        old, days = dict(_times(before)), dict(self.days)
        for slot, at in _times(plan):
            if old.get(slot) != at:
                days.pop(slot, None)
                if now.time() >= at:
                    days[slot] = now.date()
        return Told(days, self.again, self.again_at)


def find_slots(plan: PlanSettings, told: Told, now: datetime) -> tuple[Slot, ...]:
    """Return the slots whose time has come and that were not told yet, or are to be told again.

    The clock on the wall is compared, day by day: a zone crossed and an hour that comes twice
    tell nothing again, and one that is left out leaves nothing out.

    Args:
        plan: has the times.
        told: what was told.
        now: wall time with its zone.
    """
    found = []
    for slot, at in _times(plan):
        last = told.days.get(slot)
        was_told = last is not None and now.date() <= last <= now.date() + _SET_BACK
        if not was_told and now.time() >= at:
            found.append(slot)
    if told.again_at is not None and now >= told.again_at:
        found += [slot for slot in told.again if slot not in found]
    return tuple(found)


def find_due(slots: tuple[Slot, ...], today: Today, now: datetime) -> tuple[Due, ...]:
    """Return what of some slots is to be done now; nothing while practice is paused or closed.

    Args:
        slots: as in `find_slots`.
        today: as the Planner says it, without what was not finished.
        now: wall time with its zone.
    """
    course, thing = today.course, today.next
    begun = course.began_on is not None or thing.kind is NextKind.SESSION
    if thing.kind is NextKind.CARE or not today.gate.may_offer or course.stopped or not begun:
        return ()
    found = []
    for slot in slots:
        if slot is Slot.SESSION:
            if thing.kind is NextKind.SESSION:
                found.append(Due(slot, thing.id, thing.title, thing.seconds))
            continue
        when = When(slot.value)
        # In the afternoon nobody is to be told of the morning.
        if when is When.MORNING and part_of_day(now) is not when:
            continue
        found += [
            Due(slot, one.id, one.title)
            for one in today.small
            if one.routine is not None and one.routine.when is when and not one.done
        ]
    return tuple(found)


def has_times(plan: PlanSettings) -> bool:
    """Tell whether a time is chosen at all."""
    return next(_times(plan), None) is not None


def read_told(file: Path) -> Told:
    """Return what a file keeps; nothing where it cannot be read."""
    try:
        return msgspec.json.decode(read_regular_file(file, _MAX_BYTES), type=Told)
    except (OSError, ValueError):
        return Told()


def keep_told(file: Path, told: Told) -> None:
    """Keep what was told for the next start; where the disk refuses, it is known till the end."""
    with contextlib.suppress(UserError):
        write_whole(file, msgspec.json.encode(told))


def _times(plan: PlanSettings) -> Iterator[tuple[Slot, time]]:
    for slot in Slot:
        if chosen := getattr(plan, f"{slot}_at"):
            yield slot, time.fromisoformat(chosen)
