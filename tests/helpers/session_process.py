"""A session of several exercises, led as fast as it goes and recorded, in a process to be killed.

    python -m tests.helpers.session_process DATABASE [today]

Prints a line once a set is on the disk: exercise, set, performance.
"""

from __future__ import annotations

import sys
import time
from datetime import datetime, timedelta
from pathlib import Path

from app.locations import find_locations
from app.practice.choice import Choice
from app.practice.exercise import Exercise
from app.practice.library import read_exercises
from app.practice.session import Session
from app.practice.timeline import Part, Plan, build_session
from app.records.model import Record, SetRecord, local_now
from app.records.records import Records
from app.records.session_log import SessionLog
from app.records.unfinished import Unfinished
from tests.helpers.records import MORNING, hearing

SETS = 8


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


def lead(
    plan: Plan,
    records: Records,
    goes_on: Unfinished | None = None,
    pause_s: float = 0.0,
    begun: datetime = MORNING,
) -> None:
    """Lead a session to its end, without waiting for its clock."""
    now = 0.0
    session = Session(plan, goes_on.performed if goes_on else ())
    log = SessionLog(plan, records, lambda: begun + timedelta(seconds=now), goes_on)
    log.begin()
    log.take(session.start(now), now)
    while (due := session.next_boundary(now)) is not None:
        now = due
        log.take(session.advance(now), now)
        time.sleep(pause_s)


def main() -> None:
    """Record one session and say what is on the disk."""

    def committed(record: Record) -> None:
        if isinstance(record, SetRecord):
            sys.stdout.write(f"{record.exercise} {record.set} {record.performance}\n")
            sys.stdout.flush()

    records = Records.open(Path(sys.argv[1]))
    begun = local_now() if "today" in sys.argv else MORNING
    with hearing(committed):
        lead(a_day(read_all_exercises()), records, pause_s=0.0004, begun=begun)
        records.close()


if __name__ == "__main__":
    main()
