"""A session that is killed, and what is found of it after."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from app.records.records import Records
from app.records.store import Store
from app.records.unfinished import Unfinished, find_unfinished
from tests.helpers.records import MORNING
from tests.helpers.session_process import SETS, a_day, read_all_exercises

ROOT = Path(__file__).resolve().parents[2]
EXERCISES = read_all_exercises()
NAMES = [part.exercise.id for part in a_day(EXERCISES).parts]
#: Exercise and set, in the order they are performed in.
ALL = [(name, number) for name in NAMES for number in range(1, SETS + 1)]


def run_and_kill(path: Path, after_s: float) -> list[str]:
    """Let a session run for a while from its first set on, kill it and return what it told."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.helpers.session_process", str(path)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as process:
        if process.stdout is None:
            raise RuntimeError("nobody can hear what the session tells")
        told = [process.stdout.readline()]
        time.sleep(after_s)
        os.kill(process.pid, signal.SIGKILL)
        told += process.stdout.readlines()
    # The last line may have been cut.
    return [line.strip() for line in told if line.endswith("\n")]


def finished_sets(store: Store) -> list[tuple[str, int, int]]:
    """Return exercise, set and performance of what was finished, from a database that is sound."""
    with closing(store.connect()) as connection:
        found = connection.execute("PRAGMA quick_check").fetchall()
        if found != [("ok",)]:
            raise AssertionError(found)
        return connection.execute(
            "SELECT exercise, set_number, performance FROM performed"
            " JOIN session ON session.id = performed.session"
            " WHERE finished ORDER BY performed.started_ms"
        ).fetchall()


def offered(store: Store) -> Unfinished | None:
    """Return what the next start would offer to go on with."""
    with closing(Records.open(store.path)) as records:
        return find_unfinished(records, EXERCISES, MORNING + timedelta(hours=2))
