"""What counts as done: of an exercise, and of a session of the course."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from app.records.model import Practised
from app.records.session_log import Summary

#: So far ahead of the time a clock may be.
_BELIEVED = timedelta(days=3)
#: When that is not known at all.
EARLIEST = datetime.min.replace(tzinfo=UTC)


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
        exercises: how many exercises of a session.
        within: the time in which a session's exercises are done, in one run or in several.
    """

    sets: Share = Share(2, 3)
    exercises: Share = Share(2, 3)
    within: timedelta = timedelta(hours=36)

    def is_exercise_done(self, finished: int, planned: int) -> bool:
        """Tell whether an exercise is done by the sets of it that were finished."""
        return self.sets.is_met(finished, planned)

    def is_session_done(
        self, ways: Sequence[Collection[str]], practised: Iterable[Practised]
    ) -> bool:
        """Tell whether a session is done by what was practised.

        Args:
            ways: for each of its exercises, all that count as it.
            practised: within the time there is for it.
        """
        done = self.exercises_done(practised)
        return self.exercises.is_met(sum(not done.isdisjoint(one) for one in ways), len(ways))

    def is_led_done(self, summary: Summary, at: datetime) -> bool:
        """Tell whether what was done of a session that was led and ended `at` a time counts."""
        parts = zip(summary.plan.parts, summary.parts, strict=True)
        done = [
            Practised(part.exercise.id, part.choice.sets, tally.sets, at) for part, tally in parts
        ]
        ways = [frozenset({name}) for name in dict.fromkeys(one.exercise for one in done)]
        return self.is_session_done(ways, done)

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


def true_times(moments: Iterable[datetime], now: datetime) -> list[datetime]:
    """Return when things happened, as far as is known; none before the one recorded before it.

    What is dated far in the future is so by a clock that was wrong. A clock that is a little ahead
    or back is believed, so that what happened does not change its place once it is set right.

    Args:
        moments: in the order they were recorded.
        now: wall time with its zone.
    """
    found, latest, believed = [], EARLIEST, now + _BELIEVED
    for moment in moments:
        if moment <= believed:
            latest = max(latest, moment)
        found.append(latest)
    return found
