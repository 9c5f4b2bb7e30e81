"""The one way in which what was done is counted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, Protocol


class Countable(Protocol):
    """What is known of a set, whether it was done to its end or not."""

    @property
    def finished(self) -> bool:
        """Whether it was done to its end."""

    @property
    def reps_done(self) -> int:
        """Whole repetitions; 0 of a held position."""

    @property
    def seconds(self) -> float:
        """Time under work, pauses left out."""


class Tally(NamedTuple):
    """What was done in some sets.

    Attributes:
        sets: those done to their end.
        reps: whole repetitions, those of sets cut short too.
        seconds: time under work, that of sets cut short too.
    """

    sets: int = 0
    reps: int = 0
    seconds: float = 0.0


def tally(sets: Iterable[Countable]) -> Tally:
    """Count sets. The end of a session, Today, Progress and the commands all ask here."""
    done, reps, seconds = 0, 0, 0.0
    for one in sets:
        done += bool(one.finished)
        reps += one.reps_done
        seconds += one.seconds
    return Tally(done, reps, round(seconds, 3))
