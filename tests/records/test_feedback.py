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

from app.records.feedback import Feedback, Felt, NotedPain, PainNoteDismissed, PainPlace, painless
from app.records.model import SessionRecord
from app.records.records import Records
from app.records.store import Store
from app.records.writing import write
from tests.helpers.patience import HANG_S
from tests.helpers.records import MORNING, a_set

LATER = MORNING + timedelta(minutes=2)
#: Among them those that change their clocks, by half an hour too, and both ends of the day.
ZONES = ("UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Kiritimati",
         "Pacific/Niue", "Asia/Kathmandu")  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(tmp_path / "records.sqlite3")


@pytest.fixture
def records(store: Store) -> Iterator[Records]:
    records = Records(store)
    yield records
    records.close()


def answered(run: str = "r1", at: datetime = LATER, felt: Felt | None = Felt.THIGHS) -> Feedback:
    return Feedback(run, asked_at=at - timedelta(minutes=2), answered_at=at, felt=felt)


def pain(run: str = "r1", at: datetime = LATER) -> Feedback:
    return replace(answered(run, at, None), pain=True)


def give(records: Records, *given: Feedback) -> None:
    for record in given:
        records.put(record)
    assert records.flush(HANG_S)


def test_nothing_was_asked_yet(records: Records) -> None:
    assert not records.was_asked(MORNING.date())
    assert records.feedback(date.min) == {}
    assert records.pains() == []


def test_what_was_asked_and_skipped_was_asked_but_says_nothing(records: Records) -> None:
    give(records, Feedback("r1", MORNING))
    assert records.was_asked(MORNING.date())
    assert not records.was_asked(MORNING.date() + timedelta(days=1))
    assert records.feedback(date.min) == {}


def test_a_run_has_one_row_and_the_last_answer_stands(store: Store, records: Records) -> None:
    last = replace(answered(), effort=7, done_as_shown=False)
    give(records, Feedback("r1", MORNING), answered(felt=Felt.NOWHERE), answered(), last, last)
    assert records.feedback(MORNING.date()) == {MORNING.date(): [last]}
    with closing(store.connect()) as connection:
        assert connection.execute("SELECT count(*) FROM feedback").fetchone() == (1,)


def test_an_answer_of_after_midnight_leaves_the_day_it_was_asked(records: Records) -> None:
    late = datetime(2026, 11, 23, 23, 59, tzinfo=UTC)
    give(records, Feedback("r1", late))
    give(records, Feedback("r1", late + timedelta(minutes=3), late + timedelta(minutes=3)))
    assert records.was_asked(late.date())
    assert not records.was_asked(late.date() + timedelta(days=1))


def test_the_answer_stands_on_the_day_that_was_practised(records: Records) -> None:
    evening = datetime(2026, 11, 23, 23, 58, tzinfo=UTC)
    for number, exercise in enumerate(("wall-touches", "slow-motion")):
        session = f"s{number}"
        records.put(SessionRecord(session, exercise, 3, evening, run="r1"))
        records.put(a_set(1, session_id=session, exercise=exercise, at=evening))
    given = answered(at=evening + timedelta(minutes=10))
    give(records, replace(given, asked_at=evening + timedelta(minutes=5)))
    assert list(records.feedback(date.min)) == [evening.date()]
    assert records.feedback(evening.date() + timedelta(days=1)) == {}


def test_days_have_their_answers_in_order(records: Records) -> None:
    second, other_day = MORNING + timedelta(hours=3), MORNING + timedelta(days=1)
    give(records, answered("r3", other_day), pain("r2", second), answered("r1"))
    found = records.feedback(MORNING.date())
    assert {day: [one.run for one in given] for day, given in found.items()} == {
        MORNING.date(): ["r1", "r2"],
        other_day.date(): ["r3"],
    }


def test_pains_come_oldest_first_with_what_was_dismissed(records: Records) -> None:
    later = LATER + timedelta(hours=5)
    give(records, pain("r2", later), answered("r3", later + timedelta(hours=1)), pain("r1"))
    assert records.pains() == [NotedPain(pain("r1"), False), NotedPain(pain("r2", later), False)]
    records.put(PainNoteDismissed("r2"))
    # An answer that comes after does not bring it back.
    give(records, replace(pain("r2", later), effort=3))
    assert [one.dismissed for one in records.pains()] == [False, True]
    # A pain that was taken back and is noted again does.
    give(records, answered("r2", later), pain("r2", later))
    assert [one.dismissed for one in records.pains()] == [False, False]


def test_all_that_is_said_of_a_pain_is_kept(records: Records) -> None:
    for place, signs, settled in zip(
        PainPlace, (True, False, None) * 2, (None, True, False) * 2, strict=True
    ):
        said = replace(pain(), pain_level=7, pain_place=place, pain_signs=signs, settled=settled)
        give(records, said)
        assert records.answers("r1") == said
    give(records, painless(said))
    assert records.answers("r1") == replace(answered(felt=None), pain=False)


@pytest.mark.parametrize("level", [-1, 11])
def test_a_pain_that_cannot_be_is_refused(level: int) -> None:
    with pytest.raises(ValueError, match="pain_level: expected 0 to 10"):
        Feedback("r1", MORNING, pain=True, pain_level=level)


def test_what_was_felt_comes_newest_first_with_the_exercise_done_last(records: Records) -> None:
    for number, exercise in enumerate(("wall-touches", "slow-motion", "skipped")):
        session = f"s{number}"
        at = MORNING + timedelta(minutes=number)
        records.put(SessionRecord(session, exercise, 3, at, run="r1"))
        if exercise != "skipped":
            records.put(a_set(1, session_id=session, exercise=exercise, at=at))
    give(records, answered("r1"), answered("without-a-session"), pain("r2"))
    assert records.felt(5) == [("slow-motion", answered("r1"))]
    assert records.felt(0) == []


def test_the_answers_of_a_session_are_found_by_it(records: Records) -> None:
    assert records.answers("r1") is None
    give(records, answered("r1"), answered("r2", felt=Felt.NOWHERE))
    assert records.answers("r1") == answered("r1")


def test_times_keep_their_zone(records: Records) -> None:
    zone = timezone(timedelta(hours=5, minutes=45))
    at = datetime(2026, 11, 24, 0, 10, tzinfo=zone)
    give(records, answered(at=at))
    assert records.was_asked(date(2026, 11, 24))
    ((found,),) = records.feedback(date.min).values()
    assert found.answered_at is not None
    assert found.answered_at.isoformat() == at.isoformat()


def test_the_last_moment_of_a_day_is_of_that_day(records: Records) -> None:
    last = datetime(2026, 11, 23, 23, 59, 59, 999_999, tzinfo=UTC)
    give(records, Feedback("r1", last))
    assert records.was_asked(last.date())


def test_one_damaged_row_hides_no_other(store: Store, records: Records) -> None:
    give(records, answered("hit"), answered("of-later"), answered("r1"), pain("p1"), pain("p2"))
    with closing(store.connect()) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("UPDATE feedback SET effort = 'x' WHERE run IN ('hit', 'p2')")
        connection.execute("UPDATE feedback SET felt = 'toes' WHERE run = 'of-later'")
    ((later, good, p1),) = records.feedback(date.min).values()
    assert (later.run, later.felt) == ("of-later", None)
    assert (good.run, good.felt) == ("r1", Felt.THIGHS)
    assert p1.run == "p1"
    assert [one.given for one in records.pains()] == [pain("p1")]


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


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
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
    records = Records(store)
    asked: list[date] = []
    moment = start = datetime(2026, 10, 20, tzinfo=UTC) + timedelta(seconds=after)
    with closing(store.connect()) as connection:
        connection.execute("DELETE FROM feedback")
        for number, (seconds, zone) in enumerate(steps):
            moment += timedelta(seconds=seconds)
            here = moment.astimezone(ZoneInfo(zone))
            if not records.was_asked(here.date()):
                write(connection, Feedback(f"r{number}", here), here)
                asked.append(here.date())
            assert records.was_asked(here.date())
    records.close()
    lived = {
        (start + timedelta(seconds=sum(s for s, _ in steps[: n + 1])))
        .astimezone(ZoneInfo(zone))
        .date()
        for n, (_, zone) in enumerate(steps)
    }
    assert len(asked) == len(set(asked))
    assert set(asked) == lived


def test_what_was_measured_is_kept_and_found_however_long_ago(records: Records) -> None:
    wall = replace(answered("r1", LATER - timedelta(days=900), None), wall_cm=15)
    stick = replace(answered("r2", felt=None), stick_head=True, stick_tailbone=False)
    give(records, answered("r0"), wall, stick)
    assert records.measured() == [wall, stick]
    assert records.answers("r2") == stick
    assert wall.has_answer
    assert stick.has_answer
    give(records, replace(wall, wall_cm=None, answered_at=None))
    assert records.measured() == [stick]


@pytest.mark.parametrize("cm", [0, 151])
def test_no_wall_is_so_near_or_so_far(cm: int) -> None:
    with pytest.raises(ValueError, match="wall_cm"):
        replace(answered(), wall_cm=cm)
