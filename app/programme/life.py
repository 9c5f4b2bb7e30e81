"""What a person did, decided and answered, as far as the course needs to know it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.programme.programme import Programme
from app.records.decision import Decision
from app.records.feedback import Feedback
from app.records.model import Practised
from app.records.queries import Queries

#: Answers older than this say nothing any more.
_ANSWERED_LATELY = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Life:
    """What happened so far.

    Attributes:
        practised, decisions: in the order they were recorded.
        answers: after the sessions, the latest last.
        measured: those of all time in which something was measured.
    """

    practised: Sequence[Practised] = ()
    decisions: Sequence[Decision] = ()
    answers: Sequence[Feedback] = ()
    measured: Sequence[Feedback] = ()


def read_life(programme: Programme, records: Queries, now: datetime) -> Life:
    """Read what happened so far.

    Raises:
        UserError: the records cannot be read.
    """
    answers = records.feedback(before(now.date(), _ANSWERED_LATELY))
    return Life(
        records.practised(),
        records.decisions(programme.id) if programme.id else (),
        [one for day in sorted(answers) for one in answers[day]],
        records.measured(),
    )


def before(day: date, time: timedelta) -> date:
    """Return an earlier day; the first of all where there is none."""
    return day - min(time, day - date.min)
