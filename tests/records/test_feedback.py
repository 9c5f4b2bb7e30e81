from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from app.records.feedback import Feedback, Felt, PainNoteDismissed
from app.records.model import SessionRecord
from app.records.queries import Queries
from app.records.recorder import Recorder
from app.records.store import Store
from app.records.writing import write
from tests.helpers.records import MORNING, a_set

SOON_S = 5.0
LATER = MORNING + timedelta(minutes=2)
#: Among them those that change their clocks, by half an hour too, and both ends of the day.
ZONES = ("UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Kiritimati",
         "Pacific/Niue", "Asia/Kathmandu")  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(tmp_path / "records.sqlite3")


@pytest.fixture
def recorder(store: Store) -> Iterator[Recorder]:
    recorder = Recorder(store)
    yield recorder
    recorder.close()


@pytest.fixture
def queries(store: Store) -> Iterator[Queries]:
    queries = Queries(store.path)
    yield queries
    queries.close()


def answered(run: str = "r1", at: datetime = LATER, felt: Felt | None = Felt.THIGHS) -> Feedback:
    return Feedback(run, asked_at=at - timedelta(minutes=2), answered_at=at, felt=felt)


def pain(run: str = "r1", at: datetime = LATER) -> Feedback:
    return replace(answered(run, at, None), pain=True)


def give(recorder: Recorder, *records: Feedback) -> None:
    for record in records:
        recorder.feedback_given(record)
    assert recorder.flush(SOON_S)


def test_nothing_was_asked_yet(queries: Queries) -> None:
    assert not queries.was_asked(MORNING.date())
    assert queries.feedback(date.min) == {}
    assert queries.latest_pain() is None


def test_what_was_asked_and_skipped_was_asked_but_says_nothing(
    recorder: Recorder, queries: Queries
) -> None:
    give(recorder, Feedback("r1", MORNING))
    assert queries.was_asked(MORNING.date())
    assert not queries.was_asked(MORNING.date() + timedelta(days=1))
    assert queries.feedback(date.min) == {}


def test_a_run_has_one_row_and_the_last_answer_stands(
    store: Store, recorder: Recorder, queries: Queries
) -> None:
    last = replace(answered(), effort=7, done_as_shown=False)
    give(recorder, Feedback("r1", MORNING), answered(felt=Felt.NOWHERE), answered(), last, last)
    assert queries.feedback(MORNING.date()) == {MORNING.date(): [last]}
    with closing(store.connect()) as connection:
        assert connection.execute("SELECT count(*) FROM feedback").fetchone() == (1,)


def test_an_answer_of_after_midnight_leaves_the_day_it_was_asked(
    recorder: Recorder, queries: Queries
) -> None:
    late = datetime(2026, 11, 23, 23, 59, tzinfo=UTC)
    give(recorder, Feedback("r1", late))
    give(recorder, Feedback("r1", late + timedelta(minutes=3), late + timedelta(minutes=3)))
    assert queries.was_asked(late.date())
    assert not queries.was_asked(late.date() + timedelta(days=1))


def test_the_answer_stands_on_the_day_that_was_practised(
    recorder: Recorder, queries: Queries
) -> None:
    evening = datetime(2026, 11, 23, 23, 58, tzinfo=UTC)
    for number, exercise in enumerate(("wall-touches", "slow-motion")):
        session = f"s{number}"
        recorder.session_started(SessionRecord(session, exercise, 3, evening, run="r1"))
        recorder.set_finished(a_set(1, session_id=session, exercise=exercise, at=evening))
    given = answered(at=evening + timedelta(minutes=10))
    give(recorder, replace(given, asked_at=evening + timedelta(minutes=5)))
    assert list(queries.feedback(date.min)) == [evening.date()]
    assert queries.feedback(evening.date() + timedelta(days=1)) == {}


def test_days_have_their_answers_in_order(recorder: Recorder, queries: Queries) -> None:
    second, other_day = MORNING + timedelta(hours=3), MORNING + timedelta(days=1)
    give(recorder, answered("r3", other_day), pain("r2", second), answered("r1"))
    found = queries.feedback(MORNING.date())
    assert {day: [one.run for one in given] for day, given in found.items()} == {
        MORNING.date(): ["r1", "r2"],
        other_day.date(): ["r3"],
    }


def test_the_latest_pain_until_it_is_put_away(recorder: Recorder, queries: Queries) -> None:
    later = LATER + timedelta(hours=5)
    give(recorder, pain("r1"), answered("r3", later + timedelta(hours=1)), pain("r2", later))
    assert queries.latest_pain() == pain("r2", later)
    recorder.pain_note_dismissed("r2")
    # An answer that comes after does not bring it back.
    give(recorder, replace(pain("r2", later), effort=3))
    assert queries.latest_pain() is None
    new = pain("r4", later + timedelta(days=1))
    give(recorder, new)
    assert queries.latest_pain() == new


def test_times_keep_their_zone(recorder: Recorder, queries: Queries) -> None:
    zone = timezone(timedelta(hours=5, minutes=45))
    at = datetime(2026, 11, 24, 0, 10, tzinfo=zone)
    give(recorder, answered(at=at))
    assert queries.was_asked(date(2026, 11, 24))
    ((found,),) = queries.feedback(date.min).values()
    assert found.answered_at is not None
    assert found.answered_at.isoformat() == at.isoformat()


def test_the_last_moment_of_a_day_is_of_that_day(recorder: Recorder, queries: Queries) -> None:
    last = datetime(2026, 11, 23, 23, 59, 59, 999_999, tzinfo=UTC)
    give(recorder, Feedback("r1", last))
    assert queries.was_asked(last.date())


def test_one_damaged_row_hides_no_other(store: Store, recorder: Recorder, queries: Queries) -> None:
    give(recorder, answered("hit"), answered("of-later"), answered("r1"), pain("p1"), pain("p2"))
    with closing(store.connect()) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("UPDATE feedback SET effort = 'x' WHERE run IN ('hit', 'p2')")
        connection.execute("UPDATE feedback SET felt = 'toes' WHERE run = 'of-later'")
    ((later, good, p1),) = queries.feedback(date.min).values()
    assert (later.run, later.felt) == ("of-later", None)
    assert (good.run, good.felt) == ("r1", Felt.THIGHS)
    assert p1.run == "p1"
    assert queries.latest_pain() == pain("p1")


@pytest.mark.parametrize("effort", [0, 11, -3])
def test_an_effort_that_cannot_be_is_refused(effort: int) -> None:
    with pytest.raises(ValueError, match="effort: expected 1 to 10"):
        Feedback("r1", MORNING, effort=effort)


def test_times_without_a_zone_and_runs_without_a_name_are_refused() -> None:
    naive = MORNING.replace(tzinfo=None)
    for run, asked, answered_at in (
        ("", MORNING, None),
        ("r1", naive, None),
        ("r1", MORNING, naive),
    ):
        with pytest.raises(ValueError, match="expected"):
            Feedback(run, asked, answered_at)
    with pytest.raises(ValueError, match="run: expected text"):
        PainNoteDismissed("")


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    steps=st.lists(
        st.tuples(
            # From one session to the next, seconds: seldom more than a day.
            st.floats(0, 100_000),
            st.sampled_from(ZONES),
        ),
        min_size=1,
        max_size=25,
    ),
    # In these days Europe and America leave summer time.
    after=st.integers(0, 16 * 86_400),
)
def test_each_date_is_asked_once_whatever_the_clock_and_the_zone(
    tmp_path: Path, after: int, steps: list[tuple[float, str]]
) -> None:
    store = Store.open(tmp_path / "dates.sqlite3")
    queries = Queries(store.path)
    asked: list[date] = []
    moment = start = datetime(2026, 10, 20, tzinfo=UTC) + timedelta(seconds=after)
    with closing(store.connect()) as connection:
        connection.execute("DELETE FROM feedback")
        for number, (seconds, zone) in enumerate(steps):
            moment += timedelta(seconds=seconds)
            here = moment.astimezone(ZoneInfo(zone))
            if not queries.was_asked(here.date()):
                write(connection, Feedback(f"r{number}", here))
                asked.append(here.date())
            assert queries.was_asked(here.date())
    queries.close()
    store.close()
    lived = {
        (start + timedelta(seconds=sum(s for s, _ in steps[: n + 1])))
        .astimezone(ZoneInfo(zone))
        .date()
        for n, (_, zone) in enumerate(steps)
    }
    assert len(asked) == len(set(asked))
    assert set(asked) == lived
