"""A session of several exercises, led as fast as it goes and recorded, in a process to be killed.

    python -m tests.helpers.session_process DATABASE [SEED] [today]

With a seed, sets are skipped, repeated and gone back to, and the session is stopped and gone on
with, in the middle of sets and of sides too. Prints a line once a record is on the disk: `told`.
"""

from __future__ import annotations

import random
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path
from typing import cast

from app.locations import find_locations
from app.practice.choice import Choice
from app.practice.events import Event
from app.practice.exercise import Exercise
from app.practice.library import read_exercises
from app.practice.session import Session
from app.practice.timeline import Part, Plan, build_session
from app.practice.transitions import IllegalCommandError, State
from app.records.model import Record, SessionClosed, SessionInProgress, SetRecord, local_now
from app.records.queries import Queries
from app.records.records import Records
from app.records.session_log import SessionLog, Summary
from app.records.unfinished import Unfinished, find_unfinished
from tests.helpers.records import MORNING, hearing

SETS = 8
VERBS = ("skip", "back", "repeat", "pause", "resume", "stop", "stop")


def read_all_exercises() -> dict[str, Exercise]:
    """Read the program's own exercises."""
    locations = find_locations()
    movements = {file.stem for file in locations.animations.iterdir()}
    return read_exercises(locations.exercises, movements)[0]


def a_day(exercises: dict[str, Exercise]) -> Plan:
    """Return a session of three exercises, one of them with sides."""
    parts = [
        Part(exercises[name], Choice.of(exercises[name], sets=SETS, rest_s=5))
        for name in ("wall-touches", "single-leg-stand", "slow-motion")
    ]
    return build_session(parts, "A day", routine="week-1-day-1")


def told(record: Record) -> str:
    """Return the line that tells of a record; empty for those that are not told of."""
    match record:
        case SetRecord():
            how = "finished" if record.finished else "cut"
            return f"{how} {record.exercise} {record.set} {record.performance} {record.seconds}"
        case SessionInProgress():
            return f"at {record.part} {record.set} {record.performance}"
        case SessionClosed():
            return "closed"
        case _:
            return ""


class Leader:
    """Leads a session to its end, without waiting for its clock.

    Args:
        records: where it is recorded, and looked for where it was stopped.
        begun: wall time.
        chance: what is done besides; without it nothing is.
        pause_s: how long to really wait at each beat.
    """

    def __init__(
        self,
        records: Queries,
        begun: datetime = MORNING,
        chance: random.Random | None = None,
        pause_s: float = 0.0,
    ) -> None:
        self._records, self._begun = records, begun
        self._chance, self._pause_s = chance, pause_s
        self._now = 0.0

    def lead(self, plan: Plan, goes_on: Unfinished | None = None) -> Summary:
        """Lead it to its end, however often it is stopped, and return what was done."""
        exercises = {part.exercise.id: part.exercise for part in plan.parts}
        while True:
            session = Session(plan, goes_on.performed if goes_on else ())
            log = SessionLog(plan, cast("Records", self._records), self._wall, goes_on)
            log.begin()
            events = session.start(self._now)
            while True:
                log.take(events, self._now)
                if log.summary is not None:
                    break
                events = self._next(session)
                time.sleep(self._pause_s)
            if session.state is State.FINISHED:
                return log.summary
            goes_on = find_unfinished(self._records, exercises, self._wall())
            if goes_on is None:
                raise RuntimeError("a session that was stopped is not offered")
            plan = goes_on.plan

    def _wall(self) -> datetime:
        return self._begun + timedelta(seconds=self._now)

    def _next(self, session: Session) -> list[Event]:
        due = session.next_boundary(self._now)
        if self._chance is not None and self._chance.random() < 0.03:
            if due is not None:  # somewhere on the way there
                self._now += (due - self._now) * round(self._chance.random(), 2)
            try:
                return list(getattr(session, self._chance.choice(VERBS))(self._now))
            except IllegalCommandError:
                pass
        if due is None:
            return session.resume(self._now)
        self._now = due
        return session.advance(due)


def main() -> None:
    """Record one session and say what is on the disk."""

    def committed(record: Record) -> None:
        if line := told(record):
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()

    records = Records.open(Path(sys.argv[1]))
    begun = local_now() if "today" in sys.argv else MORNING
    seeds = [int(one) for one in sys.argv[2:] if one.isdigit()]
    chance = random.Random(seeds[0]) if seeds else None
    with hearing(committed):
        Leader(records, begun, chance, pause_s=0.0004).lead(a_day(read_all_exercises()))
        records.close()


if __name__ == "__main__":
    main()
