from __future__ import annotations

import shutil
from contextlib import closing
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.errors import UserError
from app.records.model import (
    Day,
    Entry,
    LessonPlace,
    LessonProgress,
    Practised,
    SafetyAnswers,
)
from app.records.queries import Queries
from app.records.reader import Reader
from app.records.records import Records
from app.records.store import Store
from tests.helpers.patience import HANG_S
from tests.helpers.records import MORNING, a_session, a_set


def test_nothing_yet(records: Records) -> None:
    assert records.days(30) == []
    assert records.today(date(2026, 11, 23)) == (date(2026, 11, 23), ())
    assert records.lesson_progress() == {}
    assert records.place() is None
    assert records.safety() is None


def test_days_newest_first_with_an_entry_for_each_exercise(records: Records) -> None:
    later = MORNING + timedelta(hours=3)
    next_day = MORNING + timedelta(days=1)
    for number in (1, 2, 3):
        records.put(a_set(number))
    records.put(a_set(1, session_id="s2", exercise="slow-motion", reps=5, at=later))
    records.put(a_set(1, session_id="s3", at=next_day))
    assert records.flush(HANG_S)
    first, second = records.days(30)
    assert first == (date(2026, 11, 24), (Entry("wall-touches", 1, 10, 50.0),))
    assert second.date == date(2026, 11, 23)
    assert second.entries == (
        Entry("wall-touches", 3, 30, 150.0),
        Entry("slow-motion", 1, 5, 50.0),
    )
    assert records.days(1) == [first]
    assert records.today(date(2026, 11, 23)) == second
    assert records.today(date(2026, 11, 25)).entries == ()


def test_a_set_cut_short_counts_its_repetitions_but_is_no_set(records: Records) -> None:
    records.put(a_set(1))
    records.put(a_set(2, finished=False, reps=4))
    assert records.flush(HANG_S)
    ((_, entries),) = records.days(30)
    assert entries == (Entry("wall-touches", 1, 14, 100.0),)


def test_a_side_held_counts_its_seconds_but_is_no_set(records: Records) -> None:
    records.put(replace(a_set(1, finished=False, reps=0), reps_planned=None, seconds=34.0))
    ((_, entries),) = records.days(30)
    assert entries == (Entry("wall-touches", 0, 0, 34.0),)


def test_where_nothing_was_done_there_is_no_day_and_no_entry(records: Records) -> None:
    nothing = replace(a_set(1, finished=False, reps=0), seconds=0.0)
    later = MORNING + timedelta(days=1)
    records.put(replace(nothing, session_id="s2", started_at=later, id="a"))
    records.put(replace(nothing, session_id="s3", exercise="slow-motion", id="b"))
    records.put(a_set(1))
    (day,) = records.days(1)
    assert day == Day(MORNING.date(), (Entry("wall-touches", 1, 10, 50.0),))
    assert records.today(day.date) == day


def test_a_finished_hold_makes_a_day(records: Records) -> None:
    records.put(replace(a_set(1), reps_done=0, reps_planned=None))
    assert records.flush(HANG_S)
    ((_, entries),) = records.days(30)
    assert entries == (Entry("wall-touches", 1, 0, 50.0),)


@pytest.mark.parametrize(
    ("at", "day"),
    [
        # 22:30 UTC, but half past midnight for the learner
        (datetime(2026, 11, 24, 0, 30, tzinfo=timezone(timedelta(hours=2))), date(2026, 11, 24)),
        # 02:30 UTC the day after, but evening for the learner
        (datetime(2026, 11, 23, 21, 30, tzinfo=timezone(timedelta(hours=-5))), date(2026, 11, 23)),
        (
            datetime(2026, 11, 24, 0, 10, tzinfo=timezone(timedelta(hours=5, minutes=45))),
            date(2026, 11, 24),
        ),
        (datetime(2026, 11, 23, 23, 59, 59, tzinfo=UTC), date(2026, 11, 23)),
    ],
)
def test_a_day_is_the_day_the_learner_lived(records: Records, at: datetime, day: date) -> None:
    records.put(a_set(1, at=at))
    assert records.flush(HANG_S)
    assert [found.date for found in records.days(30)] == [day]


def a_run(records: Records, *starts: datetime, run: str = "r") -> None:
    """Record exercises done in a row, each with one set."""
    for number, at in enumerate(starts):
        session = f"{run}-{number}"
        records.put(replace(a_session(session), run=run, started_at=at))
        records.put(a_set(number + 1, session_id=session, at=at))


def test_a_session_over_midnight_is_of_the_day_it_began_on(records: Records) -> None:
    evening = datetime(2026, 11, 23, 23, 50, tzinfo=UTC)
    a_run(records, evening, evening + timedelta(minutes=9), evening + timedelta(minutes=20))
    entry = Entry("wall-touches", 3, 30, 150.0)
    assert records.days(30) == [(evening.date(), (entry,))]
    assert records.today(evening.date()).entries == (entry,)
    assert records.today(evening.date() + timedelta(days=1)).entries == ()
    # So it is where each day has one.
    for day in range(1, 9):
        later = evening + timedelta(days=day)
        a_run(records, later, later + timedelta(minutes=15), run=f"r{day}")
    found = records.days(4)
    assert [day.date for day in found] == [
        evening.date() + timedelta(days=days) for days in (8, 7, 6, 5)
    ]
    assert {day.entries for day in found} == {(Entry("wall-touches", 2, 20, 100.0),)}


def test_a_set_that_crosses_a_change_of_the_clock_is_of_the_day_it_began_on(
    records: Records,
) -> None:
    """In Havana the clock goes from midnight to one, and the offset that is read is the new one."""
    before, after = timezone(timedelta(hours=-5)), timezone(timedelta(hours=-4))
    a_run(
        records,
        datetime(2026, 3, 7, 23, 58, tzinfo=before),
        datetime(2026, 3, 8, 1, 3, tzinfo=after),
    )
    a_run(records, datetime(2026, 3, 8, 1, 4, tzinfo=after), run="next")
    records.put(
        # Ended at 1:05, half an hour after its start: the new offset would put that on the 7th.
        a_set(2, session_id="next-0", at=datetime(2026, 3, 7, 23, 35, tzinfo=after))
    )
    assert [(day.date.day, day.entries[0].sets) for day in records.days(9)] == [(8, 2), (7, 2)]


def test_a_zone_that_is_crossed_splits_no_session(records: Records) -> None:
    east, west = timezone(timedelta(hours=14)), timezone(timedelta(hours=-10))
    at = datetime(2026, 11, 24, 9, 0, tzinfo=east)
    a_run(records, at, (at + timedelta(minutes=5)).astimezone(west))
    assert [day.date for day in records.days(9)] == [at.date()]


def test_the_place_is_the_last_one_whatever_the_lesson(records: Records) -> None:
    for lesson, step in (("cues", 1), ("wall-drill", 0), ("cues", 4)):
        records.put(LessonPlace(lesson, step))
    assert records.flush(HANG_S)
    assert records.place() == LessonPlace("cues", 4)
    records.put(LessonPlace("wall-drill", 2))
    records.lesson_finished("homework")
    assert records.flush(HANG_S)
    assert records.place() == LessonPlace("wall-drill", 2)
    records.put(LessonPlace("cues", 0))
    assert records.place() == LessonPlace("cues", 0)


def test_a_finished_lesson_alone_is_no_place(records: Records) -> None:
    records.lesson_finished("homework")
    assert records.flush(HANG_S)
    assert records.place() is None


def test_a_lesson_stays_finished_from_the_first_time(store: Store, records: Records) -> None:
    zone = timezone(timedelta(hours=-3))
    first = datetime(2026, 11, 23, 23, 0, tzinfo=zone)
    for moment in (first, first + timedelta(days=2)):
        with closing(Records(store, now=lambda moment=moment: moment)) as later:  # type: ignore[misc]
            later.put(LessonPlace("cues", 5))
            later.lesson_finished("cues")
            later.put(LessonPlace("cues", 0))
    progress = records.lesson_progress()["cues"]
    assert progress == LessonProgress("cues", 0, first)
    assert progress.finished_at is not None
    assert progress.finished_at.date() == date(2026, 11, 23)


def test_a_lesson_begun_is_not_finished(records: Records) -> None:
    records.put(LessonPlace("cues", 2))
    assert records.flush(HANG_S)
    assert records.lesson_progress() == {"cues": ("cues", 2, None)}


def test_the_latest_safety_answers_count_and_all_are_kept_with_their_dates(
    store: Store, records: Records
) -> None:
    first = SafetyAnswers(MORNING, {"back-pain": True, "old-question": True})
    second = SafetyAnswers(
        MORNING + timedelta(minutes=1), {"back-pain": False, "balance": True}, support=True
    )
    records.put(first)
    assert records.flush(HANG_S)
    assert records.safety() == first
    records.put(second)
    records.put(second)
    assert records.flush(HANG_S)
    assert records.safety() == second
    # From a clock that was set back: what was answered last counts all the same.
    third = SafetyAnswers(MORNING - timedelta(days=400), {"back-pain": True})
    records.put(third)
    assert records.flush(HANG_S)
    assert records.safety() == third
    with closing(store.connect()) as connection:
        dated = connection.execute("SELECT answered_ms FROM safety ORDER BY changed_ms").fetchall()
        answers = connection.execute("SELECT count(*) FROM safety_answer").fetchone()
    kept = [round(one.answered_at.timestamp() * 1000) for one in (first, second, third)]
    assert [ms for (ms,) in dated] == kept
    assert answers == (5,)


def test_answers_to_no_question_are_answers(records: Records) -> None:
    nothing = SafetyAnswers(MORNING)
    records.put(nothing)
    assert records.flush(HANG_S)
    assert records.safety() == nothing


def test_a_store_that_is_gone_is_one_sentence(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "records.sqlite3")
    store.path.unlink()
    with pytest.raises(UserError, match="could not be read") as caught:
        Reader(store, list)
    assert str(store.path) in str(caught.value)
    assert not store.path.exists()


def test_damage_found_while_reading_is_one_sentence(store: Store, records: Records) -> None:
    records.put(a_set(1))
    assert records.close()
    with closing(store.connect()) as connection:
        (page,) = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'performed'"
        ).fetchone()
    data = store.path.read_bytes()
    store.path.write_bytes(data[: (page - 1) * 4096] + b"\xff" * 4096 + data[page * 4096 :])
    with (
        closing(Records(store)) as again,
        pytest.raises(UserError, match="the file is damaged"),
    ):
        again.days(30)


def test_of_ten_years_only_the_days_that_are_asked_for_are_read(store: Store) -> None:
    steps = 0

    def count() -> None:
        nonlocal steps
        steps += 1

    with closing(store.connect()) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("BEGIN")
        connection.executemany(
            "INSERT INTO session (id, exercise, sets, started_ms, offset_min, run)"
            " VALUES (?1, 'wall-touches', 3, ?2, 0, ?1)",
            ((n // 6, n * 14_400_000) for n in range(0, 20_001, 6)),
        )
        connection.executemany(
            "INSERT INTO performed (id, session, performance, set_number, reps_done, finished,"
            " started_ms, ended_ms, offset_min, seconds, changed_ms)"
            " VALUES (?1, ?1 / 6, ?1, 1, 10, 1, ?2, ?2, 0, 50, ?2)",
            ((n, n * 14_400_000) for n in range(1, 20_001)),
        )
        connection.execute("COMMIT")
        connection.set_progress_handler(count, 100)
        days = Queries(lambda text, *values: connection.execute(text, values).fetchall()).days(30)
    assert len(days) == 30
    # Hundreds of steps of SQLite's machine: some 60 for each of 372 sets, and for 20,000 far more.
    assert steps < 400


def test_one_damaged_row_hides_no_other(store: Store, records: Records) -> None:
    records.put(a_set(1))
    records.put(a_set(1, session_id="hit"))
    records.put(LessonPlace("cues", 2))
    records.lesson_finished("cues")
    records.put(SafetyAnswers(MORNING, {"back-pain": True}))
    assert records.flush(HANG_S)
    with closing(store.connect()) as connection:
        connection.execute("UPDATE performed SET started_ms = 'x' WHERE session = 'hit'")
        connection.execute("UPDATE performed SET offset_min = 1e300 WHERE session = 'hit'")
        connection.execute("UPDATE lesson SET finished_ms = 1 << 62, step = 'x'")
        connection.execute("UPDATE safety SET offset_min = 99999")
        connection.execute("UPDATE session SET exercise = CAST(x'736cff77' AS TEXT)")
    days = records.days(30)
    assert [day.date for day in days] == [MORNING.date()]
    assert [entry.exercise for entry in days[0].entries] == ["sl\N{REPLACEMENT CHARACTER}w"]
    assert records.lesson_progress()["cues"].finished_at is not None
    assert records.place() == LessonPlace("cues", 0)
    safety = records.safety()
    assert safety is not None
    assert safety.answers == {"back-pain": True}


def test_a_damaged_row_of_a_day_hides_no_other_and_is_told(store: Store) -> None:
    told: list[bool] = []
    with closing(Records(store, now=lambda: MORNING)) as records:
        records.put(a_session())
        records.put(a_set(1))
        records.put(a_set(2))
        assert records.flush(HANG_S)
    with closing(Store.open(store.path).connect()) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("UPDATE performed SET set_number = -1 WHERE set_number = 2")
        queries = Queries(
            lambda text, *values: connection.execute(text, values).fetchall(),
            on_damage=lambda: told.append(True),
        )
        (session,) = queries.sessions_on(MORNING.date())
    assert [one.set for one in session.sets] == [1]
    assert told == [True]


def test_records_begun_anew_are_read(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "data" / "records.sqlite3")
    records = Records(store)
    records.put(LessonPlace("cues", 2))
    assert records.flush(HANG_S)
    shutil.rmtree(store.path.parent)
    assert records.place() == LessonPlace("cues", 2)  # as long as there is nothing newer
    records.put(LessonPlace("homework", 1))
    assert records.flush(HANG_S)
    assert records.place() == LessonPlace("homework", 1)
    records.close()


def test_what_was_practised_is_told_as_it_was_recorded(records: Records) -> None:
    assert records.practised() == []
    begun = replace(a_session("s2", "slow-motion"), run="r", routine="day", programme="weeks")
    records.put(replace(begun, started_at=MORNING + timedelta(days=400)))
    records.put(a_session("s1"))
    for number, finished in ((1, True), (2, True), (3, False)):
        records.put(a_set(number, finished=finished))
    assert records.practised() == [
        Practised("slow-motion", 3, 0, MORNING + timedelta(days=400), "day", "weeks"),
        Practised("wall-touches", 3, 2, MORNING),
    ]


def test_the_sets_of_an_exercise_are_found_as_they_were_put(records: Records) -> None:
    assert records.sets_of("s1") == []
    for number in (2, 3, 1):
        records.put(a_set(number, finished=number > 1))
    records.put(a_set(9, session_id="s2"))
    assert records.sets_of("s1") == [a_set(1, finished=False), a_set(2), a_set(3)]
