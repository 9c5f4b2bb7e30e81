"""A session that is killed at any moment: nothing done is lost, and it can be gone on with."""

from __future__ import annotations

import os
import random
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from app.practice.timeline import Place, place_after
from app.records.records import Records
from app.records.store import Store
from tests.helpers.killed import ALL, EXERCISES, NAMES, finished_sets, offered, run_and_kill
from tests.helpers.records import MORNING
from tests.helpers.session_process import a_day, lead

#: KILLS=200 pytest tests/records/test_killed_session.py for a longer search.
KILLS = int(os.environ.get("KILLS", "4"))


@pytest.mark.parametrize("kill", range(KILLS))
def test_a_killed_session_goes_on_at_the_set_it_was_in(tmp_path: Path, kill: int) -> None:
    path = tmp_path / "records.sqlite3"
    told = run_and_kill(path, random.Random(kill).uniform(0, 0.5))
    store = Store.open(path)
    assert store.notice is None
    kept = finished_sets(store)
    assert {" ".join(map(str, one)) for one in kept} >= set(told), "no set that was told is lost"
    assert [(name, number) for name, number, _ in kept] == ALL[: len(kept)], "none is doubled"
    found = offered(store)
    if len(kept) == len(ALL):
        assert found is None
        return
    assert found is not None
    assert (found.plan.title, found.plan.routine) == ("A day", "week-1-day-1")
    name, number = ALL[len(kept)]
    assert found.place == Place(NAMES.index(name), number)
    records = Records(store)
    lead(found.plan, records, found, begun=MORNING + timedelta(hours=2))
    assert records.close()
    assert [(name, number) for name, number, _ in finished_sets(store)] == ALL
    assert offered(store) is None
    with closing(store.connect()) as connection:
        rows = connection.execute("SELECT exercise, routine, outcome FROM session").fetchall()
        (runs,) = connection.execute("SELECT count(DISTINCT run) FROM session").fetchone()
    assert rows == [(name, "week-1-day-1", "finished") for name in NAMES]
    assert runs == 1


def test_the_sets_of_a_day_are_in_the_order_they_are_offered_in() -> None:
    place: Place | None = Place(0, 1)
    parts, order = a_day(EXERCISES).parts, []
    while place is not None:
        order.append((NAMES[place.part], place.set))
        place = place_after(parts, place)
    assert order == ALL
