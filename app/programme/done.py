"""What counts as done: of an exercise, of a day of the programme, and so which day comes next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from app.records.model import Practised

_EARLIEST = datetime.min.replace(tzinfo=UTC)


class Share(NamedTuple):
    """So many of so many."""

    done: int
    of: int

    def is_met(self, done: int, planned: int) -> bool:
        """Tell whether what was done of what was planned is at least this share of it."""
        return planned > 0 and done * self.of >= self.done * planned


class DoneRule(NamedTuple):
    """How much of what was planned has to be done for it to count; what was skipped is not done.

    Attributes:
        sets: how many sets of an exercise.
        exercises: how many exercises of a day.
        within: the time in which a day's exercises are done, in one session or in several.
    """

    sets: Share = Share(2, 3)
    exercises: Share = Share(2, 3)
    within: timedelta = timedelta(hours=36)

    def is_exercise_done(self, finished: int, planned: int) -> bool:
        """Tell whether an exercise is done by the sets of it that were finished."""
        return self.sets.is_met(finished, planned)

    def is_day_done(self, exercises: Iterable[str], practised: Sequence[Practised]) -> bool:
        """Tell whether what was practised makes a day of these exercises a day that is done."""
        wanted = set(exercises)
        return self.exercises.is_met(len(wanted & self.exercises_done(practised)), len(wanted))

    def exercises_done(self, practised: Iterable[Practised]) -> set[str]:
        """Return the exercises that are done; the sets of several sessions add up."""
        of_each: dict[str, list[Practised]] = defaultdict(list)
        for one in practised:
            of_each[one.exercise].append(one)
        return {
            name
            for name, times in of_each.items()
            if self.is_exercise_done(
                sum(one.finished for one in times), max(one.planned for one in times)
            )
        }


def in_order(practised: Iterable[Practised], now: datetime) -> list[Practised]:
    """Return what was practised in the order it was begun in.

    A time in the future is that of a clock that was wrong: what it dates was begun after whatever
    was recorded before it.

    Args:
        practised: in the order it was recorded.
        now: wall time with its zone.
    """
    found, latest = [], _EARLIEST
    for one in practised:
        if one.started_at > now:
            found.append(one._replace(started_at=latest))
        else:
            found.append(one)
            latest = one.started_at
    return sorted(found, key=lambda one: one.started_at)
