"""Which session in progress is found, and where it goes on."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime, timedelta

import pytest
from msgspec.structs import replace

from app.records.model import (
    PartInProgress,
    SessionInProgress,
)
from app.records.records import Records
from app.records.store import Store
from tests.helpers.patience import HANG_S
from tests.helpers.records import MORNING, a_set


def in_progress(run: str, at: datetime, **changed: int) -> SessionInProgress:
    part = PartInProgress("wall-touches", "s1", 3, {"sets": 3})
    made = SessionInProgress(run, "Wall touches", None, (part, part), 0, 2, 2, at, "six-weeks")
    return replace(made, **changed)


def test_of_several_sessions_in_progress_the_latest_is_found(
    store: Store, records: Records
) -> None:
    # The clock was set back in between.
    first, latest = in_progress("a", MORNING + timedelta(hours=1)), in_progress("b", MORNING)
    records.put(first)
    records.put(latest)
    assert records.session_in_progress(MORNING) == latest
    assert records.session_in_progress(MORNING, "a") == first
    assert records.flush(HANG_S)
    with closing(store.connect()) as connection:
        connection.execute("UPDATE running SET parts = 'x' WHERE run = 'b'")
    assert records.session_in_progress(MORNING) == first


def test_a_session_of_a_clock_that_was_ahead_hides_no_other(records: Records, store: Store) -> None:
    ahead = MORNING + timedelta(days=400)
    records.put(in_progress("before", MORNING))
    assert records.flush(HANG_S)
    with closing(store.connect()) as connection:  # as an earlier version left it
        connection.execute(
            "INSERT INTO running SELECT 'ahead', title, routine, parts, part, set_number,"
            f" performance, at_ms + {400 * 86_400_000}, offset_min, programme, changed_ms"
            " FROM running"
        )
    assert records.session_in_progress(MORNING) == in_progress("before", MORNING)
    records.put(in_progress("after", MORNING + timedelta(hours=1)))
    found = records.session_in_progress(MORNING + timedelta(hours=2))
    assert found is not None
    assert found.run == "after"
    # And it is not kept until then.
    assert records.session_in_progress(ahead) is None


@pytest.mark.parametrize(
    ("stored", "found"),
    [
        ({}, {"set": 3, "performance": 3}),
        ({"finished": False}, {}),
        ({"set": 1}, {}),
        ({"performance": 1}, {}),
        ({"session_id": "s2"}, {}),
    ],
)
def test_only_the_very_set_that_was_finished_is_gone_beyond(
    records: Records, stored: dict[str, object], found: dict[str, int]
) -> None:
    records.put(in_progress("a", MORNING))
    records.put(replace(a_set(2), **stored))
    assert records.session_in_progress(MORNING) == in_progress("a", MORNING, **found)


def test_after_the_last_set_comes_the_next_exercise_and_after_the_last_nothing(
    records: Records,
) -> None:
    records.put(a_set(3))
    records.put(in_progress("a", MORNING, set=3, performance=3))
    expected = in_progress("a", MORNING, part=1, set=1, performance=1)
    assert records.session_in_progress(MORNING) == expected
    records.put(in_progress("a", MORNING, part=1, set=3, performance=3))
    assert records.session_in_progress(MORNING) is None
