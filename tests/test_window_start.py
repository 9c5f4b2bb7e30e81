from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app.application import _errors_are_read
from app.settings.service import Settings
from tests.helpers.patience import HANG_S

ROOT = Path(__file__).parent.parent
#: The real command; a signal comes from outside while the window stands idle.
SIGNALLED = """
import os, signal, sys, threading
signal.signal(int(sys.argv[1]), signal.SIG_DFL)  # `nohup make test` ignores some
from app.cli import main
from app.ui.main_window import MainWindow
show = MainWindow.show
def show_and_be_ended(self):
    show(self)
    threading.Timer(0.05, os.kill, (os.getpid(), int(sys.argv[1]))).start()
MainWindow.show = show_and_be_ended
sys.exit(main(["--data-dir", sys.argv[2]]))
"""


def start(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    displays = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    kept = {name: value for name, value in os.environ.items() if name not in displays}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**kept, **environment},
        capture_output=True,
        text=True,
        timeout=HANG_S,
        check=False,
    )


@pytest.mark.skipif(sys.platform == "win32", reason="signals as on Linux and macOS")
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_signal_ends_the_window_in_good_order(tmp_path: Path, name: str) -> None:
    number = signal.Signals[name]
    done = start(
        "-W", "error", "-c", SIGNALLED, str(number), str(tmp_path), QT_QPA_PLATFORM="offscreen"
    )
    assert done.returncode == 128 + number, done.stderr
    assert "Traceback" not in done.stderr
    # No write-ahead log is left: the records were closed, and the window's place was saved.
    left = {file.name for file in tmp_path.iterdir()}
    assert left - {"first-picture"} == {"records.sqlite3", "settings.toml"}
    file = tmp_path / "settings.toml"
    assert Settings(file, file).machine.window is not None


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays as on Linux")
@pytest.mark.parametrize(
    ("environment", "named"),
    [
        ({"DISPLAY": ":4711"}, "The display ':4711' cannot be reached"),
        ({"DISPLAY": ":4711", "QT_QPA_PLATFORM": "nonsense"}, "Qt has no platform 'nonsense'"),
        ({"QT_QPA_PLATFORM": "xcb"}, "There is no display"),
    ],
)
def test_a_display_that_is_not_there_is_named_in_one_sentence(
    tmp_path: Path, environment: dict[str, str], named: str
) -> None:
    done = start("main.py", "--data-dir", str(tmp_path / "data"), **environment)
    assert done.returncode == 1
    assert done.stdout == ""
    # Where a system library is missing, Qt does not get as far as the display.
    why = done.stderr.removeprefix("hip-hinge-trainer: ")
    assert why.startswith((named, "Qt cannot open a window: "))
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "data").exists()


def test_a_window_that_is_not_shown_leaves_nothing_open(tmp_path: Path) -> None:
    done = start(
        "-W", "error", "-X", "dev", "main.py", "--data-dir", str(tmp_path), "--lesson", "bow",
        QT_QPA_PLATFORM="offscreen",
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.startswith("hip-hinge-trainer: There is no lesson 'bow'")
    assert done.stderr.count("\n") == 1
    assert [file.name for file in tmp_path.iterdir()] == ["records.sqlite3"]


def test_pictures_that_cannot_be_written_end_in_one_sentence(tmp_path: Path) -> None:
    taken = tmp_path / "learn-table-light.png"
    taken.mkdir()
    done = start("-W", "error", "-X", "dev", "main.py", "screenshots", "-o", str(tmp_path))
    assert done.returncode == 1
    lines = [line for line in done.stderr.splitlines() if "This plugin does not" not in line]
    assert lines == [f"hip-hinge-trainer: {taken} could not be written"]


def test_a_box_is_for_who_cannot_read_the_errors(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    assert not _errors_are_read()
    with (tmp_path / "session-errors").open("w") as log:
        monkeypatch.setattr(sys, "stderr", log)
        assert not _errors_are_read()
    assert not _errors_are_read()  # closed
    reader, writer = os.pipe()
    with os.fdopen(reader), os.fdopen(writer, "w") as pipe:
        monkeypatch.setattr(sys, "stderr", pipe)
        assert _errors_are_read()
