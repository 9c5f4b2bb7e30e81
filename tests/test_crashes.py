from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from app import __version__
from app.crashes import LAST, MAX_BYTES, NAME, CrashLog
from app.ui.messages import say

ROOT = Path(__file__).resolve().parents[1]

CRASH = """
import sys
from pathlib import Path
from app.crashes import CrashLog
log = CrashLog(Path(sys.argv[1]))
{what}
"""


@pytest.fixture
def log(tmp_path: Path) -> Iterator[CrashLog]:
    made = CrashLog(tmp_path)
    yield made
    made.close()


def run(folder: Path, what: str) -> subprocess.CompletedProcess[str]:
    code = CRASH.format(what=what)
    command = [sys.executable, "-c", code, str(folder)]
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )


def test_a_start_without_a_fault_leaves_nothing(tmp_path: Path) -> None:
    made = CrashLog(tmp_path / "data")
    assert made.notice is None
    made.close()
    assert list((tmp_path / "data").iterdir()) == []


@pytest.mark.parametrize(
    ("what", "told"),
    [
        ("raise ValueError('hips')", "ValueError: hips"),
        ("import faulthandler; faulthandler._sigsegv()", "Segmentation fault"),
        ("import os; os.abort()", "Fatal Python error: Aborted"),
        (
            "import threading; t = threading.Thread(target=lambda: 1 / 0); t.start(); t.join()",
            "ZeroDivisionError",
        ),
    ],
)
def test_a_fault_is_kept_and_told_once(tmp_path: Path, what: str, told: str) -> None:
    done = run(tmp_path, what)
    assert "hips" not in what or "ValueError: hips" in done.stderr  # and shown as ever
    assert told in (tmp_path / NAME).read_text("utf-8")
    if os.name == "posix":
        assert (tmp_path / NAME).stat().st_mode & 0o777 == 0o600
    again = CrashLog(tmp_path)
    try:
        assert again.notice is not None
        assert str(tmp_path / LAST) in str(again.notice)
        assert say(again.notice.message) == str(again.notice)
    finally:
        again.close()
    assert told in (tmp_path / LAST).read_text("utf-8")
    third = CrashLog(tmp_path)
    third.close()
    assert third.notice is None


def test_it_does_not_grow_without_end(log: CrashLog, tmp_path: Path) -> None:
    for _ in range(5000):
        log.write("x" * 1000)
    assert (tmp_path / NAME).stat().st_size < 2 * MAX_BYTES
    assert __version__ in (tmp_path / NAME).read_text("utf-8")


def test_stopping_by_the_keyboard_is_no_fault(log: CrashLog, tmp_path: Path) -> None:
    log._before = (lambda *_: None), log._before[1]
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert (tmp_path / NAME).stat().st_size == 0


@pytest.mark.parametrize("kind", ["pipe", "folder", "file"])
def test_what_stands_in_its_place_keeps_nobody_from_starting(tmp_path: Path, kind: str) -> None:
    data = tmp_path / "data"
    if kind == "file":
        data.write_text("in the way")
    else:
        data.mkdir()
        (os.mkfifo if kind == "pipe" else os.mkdir)(data / NAME)
    made = CrashLog(data)
    made.write("nobody reads it")
    made.close()


def test_a_fault_in_a_thread_is_shown_as_ever(log: CrashLog, tmp_path: Path) -> None:
    told: list[object] = []
    log._before = log._before[0], told.append
    thread = Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
    assert len(told) == 1
    assert "ZeroDivisionError" in (tmp_path / NAME).read_text("utf-8")
