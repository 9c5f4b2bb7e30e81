from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from app.records.store import Store

ROOT = Path(__file__).resolve().parents[2]

RECORDS = """
import sys, time
from pathlib import Path
from app.records.model import SetRecord
from app.records.records import Records
from app.records.store import Store
from tests.helpers.records import a_set, hearing

path, session, last = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])

def committed(record):
    sys.stdout.write(f"{record.session_id} {record.performance}\\n")
    sys.stdout.flush()

records = Records.open(path)
told = hearing(committed)
told.__enter__()
for number in range(1, last + 1):
    records.put(a_set(number, session_id=session))
    while number % 50 == 0 and not records.flush(1):
        pass
sys.exit(0 if records.close() else 1)
"""


def start(path: Path, session: str, last: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", RECORDS, str(path), session, str(last)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def found(path: Path) -> list[str]:
    """Return every set in the store, as a program started afterwards finds it."""
    store = Store.open(path)
    assert store.notice is None
    with closing(store.connect()) as connection:
        assert connection.execute("PRAGMA quick_check").fetchall() == [("ok",)]
        rows = connection.execute("SELECT session, performance FROM performed ORDER BY 1, 2")
        return [f"{session} {performance}" for session, performance in rows]


def test_no_reported_set_is_lost_to_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "records.sqlite3"
    with start(path, "s1", 1_000_000) as process:
        assert process.stdout is not None
        printed = [process.stdout.readline() for _ in range(25)]
        os.kill(process.pid, signal.SIGKILL)
        printed += process.stdout.readlines()
        assert process.wait() == -signal.SIGKILL
    # The last line may have been cut.
    reported = [line.strip() for line in printed if line.endswith("\n")]
    kept = found(path)
    assert len(reported) >= 25
    assert set(reported) <= set(kept)
    assert len(kept) == len(set(kept))
    # At most the one that was committed but not yet told.
    assert len(kept) <= len(reported) + 1


def test_two_instances_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "records.sqlite3"
    both = [start(path, "s1", 100), start(path, "s2", 100)]
    for process in both:
        process.communicate()
        assert process.returncode == 0
    kept = found(path)
    assert len(kept) == len(set(kept)) == 200
    assert [file.name for file in tmp_path.iterdir() if "-" not in file.name] == [path.name]
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM session").fetchone() == (2,)


FEELS = """
import sys
from datetime import timedelta
from pathlib import Path
from app.records.feedback import Feedback, Felt
from app.records.records import Records
from app.records.store import Store
from tests.helpers.records import MORNING, hearing

def committed(record):
    sys.stdout.write(f"{record.run} {record.effort}\\n")
    sys.stdout.flush()

records = Records.open(Path(sys.argv[1]))
told = hearing(committed)
told.__enter__()
for number in range(1_000_000):
    asked = Feedback(f"r{number:07}", MORNING + timedelta(minutes=number))
    records.put(asked)
    for effort in (1, 2):
        records.put(Feedback(asked.run, asked.asked_at, asked.asked_at,
                                         Felt.THIGHS, pain=True, effort=effort))
    while number % 20 == 0 and not records.flush(1):
        pass
"""


def test_no_reported_answer_is_lost_to_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "records.sqlite3"
    with subprocess.Popen(
        [sys.executable, "-c", FEELS, str(path)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as process:
        assert process.stdout is not None
        printed = [process.stdout.readline() for _ in range(40)]
        os.kill(process.pid, signal.SIGKILL)
        printed += process.stdout.readlines()
    last = dict(line.split() for line in printed if line.endswith("\n"))
    store = Store.open(path)
    assert store.notice is None
    with closing(store.connect()) as connection:
        assert connection.execute("PRAGMA quick_check").fetchall() == [("ok",)]
        kept = dict(connection.execute("SELECT run, coalesce(effort, 'None') FROM feedback"))
    order = {"None": 0, "1": 1, "2": 2}
    assert len(last) >= 10
    for run, effort in last.items():
        assert order[str(kept[run])] >= order[effort], run
    # At most the one that was committed but not yet told.
    assert len(kept) <= len(last) + 1
