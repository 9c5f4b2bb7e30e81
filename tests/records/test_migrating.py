"""An older database is brought up to date, whatever comes in between: all of it or nothing."""

from __future__ import annotations

import errno
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from app.errors import UserError
from app.records.feedback import Feedback, Felt
from app.records.folder_lock import FolderLock
from app.records.model import Entry, LessonPlace, LessonProgress, SafetyAnswers
from app.records.records import Records
from app.records.schema import VERSION, migrate
from app.records.steps import STEPS
from app.records.store import Store
from tests.helpers.records import MORNING, files_at_most

ROOT = Path(__file__).resolve().parents[2]
HERE = timezone(timedelta(hours=1))
NOW = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)
MS = round(MORNING.timestamp() * 1000)
BACKUP = f"records-before-{VERSION}-2026-11-30.sqlite3"

FIRST = (
    (
        "INSERT INTO session (id, exercise, sets, started_ms, offset_min, ended_ms, outcome) VALUES"
        f" ('s1', 'wall-touches', 3, {MS}, 60, {MS + 200_000}, 'finished'),"
        f" ('s2', 'slow-motion', 3, {MS}, 60, NULL, NULL)"
    ),
    *(
        "INSERT INTO performed (session, performance, set_number, reps_done, reps_planned,"
        " finished, started_ms, ended_ms, offset_min, seconds) VALUES"
        f" ('s{session}', {number}, {number}, 10, 10, {number < 3}, {MS}, {MS + 50_000}, 60, 50)"
        for session in (1, 2)
        for number in (1, 2, 3)
    ),
    "INSERT INTO lesson VALUES ('cues', 4, 1, NULL, NULL)",
    "INSERT INTO lesson VALUES ('homework', 2, 3, NULL, NULL)",
    f"INSERT INTO lesson VALUES ('the-movement', 0, 2, {MS}, 60)",
    f"INSERT INTO lesson VALUES ('gear', 0, 0, {MS}, 60)",
)
#: Of the first two versions, which kept one answer.
ONE_ANSWER = (
    f"INSERT INTO safety VALUES (1, {MS}, 60, 1)",
    "INSERT INTO safety_answer VALUES ('balance', 1)",
)
SECOND = (
    "UPDATE session SET run = 'r1', routine = 'week-1-day-1' WHERE id = 's1'",
    (
        "INSERT INTO running VALUES ('r2', 'Slow motion', NULL,"
        ' \'[{"exercise": "slow-motion", "session_id": "s2", "sets": 3, "choice": {}}]\','
        f" 0, 3, 3, {MS}, 60)"
    ),
)
THIRD = (
    # The last answers were given by a clock that was set back.
    f"INSERT INTO safety VALUES (1, {MS}, 60, 1), (2, {MS - 9}, 60, 0), (3, {MS - 5}, 60, 0)",
    "INSERT INTO safety_answer VALUES (1, 'balance', 1), (2, 'balance', 1), (3, 'balance', 0)",
    (
        "INSERT INTO feedback (run, asked_ms, asked_offset_min, answered_ms, answered_offset_min,"
        f" felt, pain) VALUES ('r1', {MS}, 60, {MS + 1000}, 60, 'thighs', 1)"
    ),
)


def older(file: Path, version: int) -> Path:
    """Make a database as a released version left it, with rows."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        # From the fourth on the tables are others; the third's rows are brought there.
        migrate(connection, STEPS[: min(version, 3)])
        rows = [*FIRST, *(ONE_ANSWER if version < 3 else ()), *(SECOND if version > 1 else ())]
        for statement in (*rows, *(THIRD if version > 2 else ())):
            connection.execute(statement)
        migrate(connection, STEPS[:version])
    return file


def dump(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA quick_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        return list(connection.iterdump())


def opened(file: Path) -> Records:
    return Records.open(file, now=lambda: NOW)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "records.sqlite3"


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir() if not one.name.endswith(("-wal", "-shm")))


@pytest.mark.parametrize("version", range(1, VERSION))
def test_all_that_an_older_version_kept_reads_as_before(file: Path, version: int) -> None:
    before = dump(older(file, version))
    morning = MORNING.astimezone(HERE)
    with closing(opened(file)) as records:
        assert records.notice is None
        (day,) = records.days(9)
        assert day.date == date(2026, 11, 23)
        assert set(day.entries) == {
            Entry("wall-touches", 2, 30, 150.0),
            Entry("slow-motion", 2, 30, 150.0),
        }
        assert records.place() == LessonPlace("homework", 2)
        assert records.lesson_progress() == {
            "cues": LessonProgress("cues", 4, None),
            "gear": LessonProgress("gear", 0, morning),
            "homework": LessonProgress("homework", 2, None),
            "the-movement": LessonProgress("the-movement", 0, morning),
        }
        safety = records.safety()
        assert isinstance(safety, SafetyAnswers)
        assert safety.answers == {"balance": version < 3}
        assert not safety.cleared
        session = records.session_in_progress(MORNING)
        assert (session.run if session else None) == ("r2" if version > 1 else None)
        days = {one.exercise: one.routine for one in records.practised()}
        assert days["wall-touches"] == ("week-1-day-1" if version > 1 else None)
        if version > 2:
            told = Feedback("r1", morning, morning + timedelta(seconds=1), Felt.THIGHS, pain=True)
            assert records.feedback(date.min) == {day.date: [told]}
            assert [one.given for one in records.pains()] == [told]
            assert records.was_asked(day.date)
        # And it goes on as with any other: what is done now comes after.
        records.put(LessonPlace("cues", 5))
        records.put(SafetyAnswers(MORNING, {"balance": True}))
        assert records.place() == LessonPlace("cues", 5)
        safety = records.safety()
        assert safety is not None
        assert safety.answers == {"balance": True}
    assert names(file.parent) == [BACKUP, file.name]
    backup = file.with_name(BACKUP)
    assert dump(backup) == before
    assert backup.stat().st_mode & 0o777 == 0o600


def test_copies_of_one_database_give_their_rows_the_same_ids(tmp_path: Path) -> None:
    both = [older(tmp_path / f"{name}.sqlite3", 3) for name in ("one", "two")]
    for file in both:
        opened(file).close()
    assert dump(both[0]) == dump(both[1])


def test_what_belongs_to_a_routine_is_of_the_only_programme_there_was(file: Path) -> None:
    opened(older(file, 2)).close()
    with closing(sqlite3.connect(file)) as connection:
        rows = connection.execute("SELECT id, programme FROM session ORDER BY id").fetchall()
    assert rows == [("s1", "six-weeks"), ("s2", None)]


def test_a_database_of_today_is_not_copied(file: Path) -> None:
    for _ in range(2):
        opened(file).close()
    assert names(file.parent) == [file.name]


def test_a_row_that_cannot_be_stays_in_the_old_file_and_hides_no_other(file: Path) -> None:
    older(file, 3)
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("UPDATE performed SET seconds = -5 WHERE performance = 2")
        connection.execute(
            "UPDATE performed SET session = 'gone-' || session WHERE performance = 3"
        )
    with closing(opened(file)) as records:
        (day,) = records.days(9)
        assert sum(entry.sets for entry in day.entries) == 2
        assert records.notice is not None
        kept = records.notice.file
    assert kept is not None
    with closing(sqlite3.connect(kept)) as connection:
        assert connection.execute("SELECT count(*) FROM performed").fetchone() == (6,)


def test_without_room_for_a_backup_nothing_is_changed(file: Path) -> None:
    before = dump(older(file, 3))
    with (
        files_at_most(file.stat().st_size - 4096),
        pytest.raises(UserError, match="no backup could be made") as caught,
    ):
        opened(file)
    assert str(file) in str(caught.value)
    assert "left as they are" in str(caught.value)
    assert dump(file) == before
    assert names(file.parent) == [file.name]
    opened(file).close()
    assert names(file.parent) == [BACKUP, file.name]


def test_a_backup_that_may_not_be_on_the_disk_is_none(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = dump(older(file, 3))

    def fails(_: int) -> None:
        raise OSError(errno.EIO, "says the test")

    monkeypatch.setattr("app.records.backup.os.fsync", fails)
    with pytest.raises(UserError, match="no backup could be made"):
        opened(file)
    assert dump(file) == before
    assert names(file.parent) == [file.name]


def test_without_room_for_the_new_tables_nothing_is_changed(
    file: Path,
) -> None:
    """A disk that is full once the backup is made."""
    older(file, 3)
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("BEGIN")
        connection.executemany(
            "INSERT INTO performed (session, performance, set_number, reps_done, finished,"
            " started_ms, ended_ms, offset_min, seconds) VALUES ('s1', ?, 1, 10, 1, 0, 0, 0, 50)",
            ((n,) for n in range(10, 2000)),
        )
        connection.execute("COMMIT")
    before = dump(file)
    size = file.stat().st_size
    with files_at_most(size), pytest.raises(UserError, match="cannot be used: the disk"):
        opened(file)
    assert dump(file) == before
    assert dump(file.with_name(BACKUP)) == before


def test_a_backup_of_another_name_is_not_mistaken_for_a_draft(file: Path) -> None:
    older(file, 3)
    draft = file.with_name(f".records-before-{VERSION}-killed.sqlite3")
    draft.write_bytes(b"half")
    earlier = file.with_name(f"records-before-{VERSION}-2026-11-29.sqlite3")
    earlier.write_bytes(b"whole")
    opened(file).close()
    assert names(file.parent) == [earlier.name, BACKUP, file.name]


@pytest.mark.skipif(os.name != "posix", reason="there is no such lock")
def test_nothing_is_changed_while_another_copy_of_the_program_writes(file: Path) -> None:
    before = dump(older(file, 3))
    lock = FolderLock(file.parent)
    lock.share()
    with pytest.raises(UserError, match="Close that one first"):
        opened(file)
    lock.release()
    assert dump(file) == before
    assert names(file.parent) == [file.name]


KILLED = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from app.records import connection as db, store
from app.records.store import Store

at = sys.argv[2]

def kill(statement):
    if at in statement:
        os.kill(os.getpid(), signal.SIGKILL)

connect = db.connect

def watched(file, **options):
    connection = connect(file, **options)
    connection.set_trace_callback(kill)
    return connection

db.connect = watched
if at == "backup":
    os.fsync = lambda handle: kill("backup")
Store.open(Path(sys.argv[1]), now=lambda: datetime(2026, 11, 30, 12, 0, tzinfo=UTC))
"""


@pytest.mark.skipif(os.name != "posix", reason="there is no such kill")
@pytest.mark.parametrize(
    "at",
    [
        "backup",
        "CREATE TABLE performed",
        "DROP TABLE third_safety",
        f"user_version = {VERSION}",
        "COMMIT",
    ],
)
def test_killed_in_the_middle_it_is_the_old_one_whole_and_brought_up_to_date_later(
    file: Path, at: str
) -> None:
    before = dump(older(file, 3))
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(file), at],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL
    backup = file.with_name(BACKUP)
    if backup.exists():
        assert dump(backup) == before
    else:
        assert at == "backup"
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (3,)
    assert dump(file) == before
    store = Store.open(file, now=lambda: NOW)
    assert store.notice is None
    store.close()
    assert names(file.parent) == [BACKUP, file.name]
    assert dump(backup) == before


def test_released_steps_are_never_changed() -> None:
    import hashlib

    def digest(steps: Sequence[Sequence[str]]) -> str:
        words = " ".join(" ".join(one.split()) for step in steps for one in step)
        return hashlib.sha256(words.encode()).hexdigest()[:16]

    assert digest(STEPS[:3]) == "2d1301efb9bc3c22"
