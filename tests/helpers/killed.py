"""A session that is killed, and what is found of it after."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from contextlib import closing
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import NamedTuple

from app.practice.timeline import Place, place_after
from app.records.records import Records
from app.records.store import Store
from app.records.unfinished import Unfinished, find_unfinished
from tests.helpers.memory import RecordsInMemory
from tests.helpers.records import MORNING
from tests.helpers.session_process import Leader, a_day, read_all_exercises, told

ROOT = Path(__file__).resolve().parents[2]
EXERCISES = read_all_exercises()
DAY = a_day(EXERCISES)


class Left(NamedTuple):
    """What a killed session should have left: the lines of its sets, and where it goes on."""

    sets: list[str]
    place: Place | None


def run_and_kill(path: Path, seed: int, after_s: float) -> list[str]:
    """Let a session run for a while from its first line on, kill it and return what it told."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.helpers.session_process", str(path), str(seed)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as process:
        if process.stdout is None:
            raise RuntimeError("nobody can hear what the session tells")
        lines = [process.stdout.readline()]
        time.sleep(after_s)
        os.kill(process.pid, signal.SIGKILL)
        lines += process.stdout.readlines()
    # The last line may have been cut.
    return [line.strip() for line in lines if line.endswith("\n")]


@cache
def whole(seed: int) -> list[str]:
    """Return what the session tells that nobody kills."""
    memory = RecordsInMemory()
    Leader(memory, chance=random.Random(seed)).lead(DAY)
    return [line for line in map(told, memory.put_so_far) if line]


def may_be_left(lines: list[str], seed: int) -> list[Left]:
    """Return what may be on the disk: what was told, or one record more that was not told yet."""
    every = whole(seed)
    if every[: len(lines)] != lines:
        raise AssertionError("the session told something else than it does unkilled")
    return [_left(every[:count]) for count in (len(lines), len(lines) + 1)]


def _left(lines: list[str]) -> Left:
    place: Place | None = None
    number = ""
    for line in lines:
        kind, *words = line.split()
        if kind == "at":
            place, number = Place(int(words[0]), int(words[1])), words[2]
        elif kind == "closed":
            place = None
        elif kind == "finished" and place is not None and words[1:3] == [str(place.set), number]:
            # Its place was not stored any more: the one after it is.
            place, number = place_after(DAY.parts, place), ""
    return Left(sorted(line for line in lines if line.startswith(("cut", "finished"))), place)


def stored_sets(store: Store) -> list[str]:
    """Return the lines of all sets, from a database that is sound."""
    with closing(store.connect()) as connection:
        found = connection.execute("PRAGMA quick_check").fetchall()
        if found != [("ok",)]:
            raise AssertionError(found)
        sessions = connection.execute("SELECT id FROM session").fetchall()
    with closing(Records.open(store.path)) as records:
        return sorted(told(one) for (session,) in sessions for one in records.sets_of(session))


def offered(store: Store) -> Unfinished | None:
    """Return what the next start would offer to go on with."""
    with closing(Records.open(store.path)) as records:
        return find_unfinished(records, EXERCISES, MORNING + timedelta(hours=2))
