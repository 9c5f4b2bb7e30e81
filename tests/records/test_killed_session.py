"""A session that is killed at any moment: nothing done is lost, and it can be gone on with."""

from __future__ import annotations

import os
import random
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from app.records.records import Records
from app.records.store import Store
from app.records.tally import tally
from tests.helpers.killed import may_be_left, offered, run_and_kill, stored_sets, whole
from tests.helpers.records import MORNING
from tests.helpers.session_process import Leader

#: KILLS=200 pytest tests/records/test_killed_session.py for a longer search.
KILLS = int(os.environ.get("KILLS", "4"))


@pytest.mark.parametrize("kill", range(KILLS))
def test_a_killed_session_goes_on_at_the_set_it_was_in(tmp_path: Path, kill: int) -> None:
    path = tmp_path / "records.sqlite3"
    told = run_and_kill(path, kill, random.Random(kill).uniform(0, 1.6))
    store = Store.open(path)
    assert store.notice is None
    kept, found = stored_sets(store), offered(store)
    possible = may_be_left(told, kill)
    assert (kept, found.place if found else None) in possible
    if found is None:
        return
    assert (found.plan.title, found.plan.routine) == ("A day", "week-1-day-1")
    records = Records(store)
    summary = Leader(records, MORNING + timedelta(hours=2)).lead(found.plan, found)
    sets = [one for name in found.session_ids for one in records.sets_of(name)]
    assert summary.done == tally(sets)
    (day,) = records.days(9)
    assert sum(entry.sets for entry in day.entries) == summary.done.sets
    assert round(sum(entry.seconds for entry in day.entries), 3) == summary.done.seconds
    assert records.close()
    assert set(stored_sets(store)) > set(kept)
    assert offered(store) is None
    with closing(store.connect()) as connection:
        rows = connection.execute("SELECT exercise, routine, outcome FROM session").fetchall()
        (runs,) = connection.execute("SELECT count(DISTINCT run) FROM session").fetchone()
    names = [part.exercise.id for part in found.plan.parts]
    assert rows == [(name, "week-1-day-1", "finished") for name in names]
    assert runs == 1


def test_the_sessions_have_all_that_can_happen_in_them() -> None:
    every = [line for seed in range(4) for line in whole(seed)]
    assert any(line.startswith("cut single-leg-stand") for line in every), "one side alone"
    assert any(line.startswith("finished slow-motion") for line in every)
    stops = sum(whole(seed).count("closed") == 1 for seed in range(4))
    assert stops == 4, "each is closed once, at its end"
