"""The program started again while its window is open: processes, as a user starts them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Timer

import pytest

from app.instance.claim import is_held, read_address
from app.practice.own import to_toml
from tests.helpers.patience import HANG_S
from tests.helpers.practice_flow import LIBRARY

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals as on Linux and macOS")

ROOT = Path(__file__).resolve().parent.parent
#: The real command. Says what it opens; a busy machine is given time to answer.
START = """
import sys
from app.instance.client import pass_on
if "--impatient" not in sys.argv:
    pass_on.__defaults__ = (60.0, 60.0)
from app.cli import main
def tell(*words):
    sys.stdout.write(" ".join(map(str, words)) + "\\n")
    sys.stdout.flush()
def watch():
    from app.ui.main_window import MainWindow
    asked, show = MainWindow.open_asked, MainWindow.show
    def open_asked(window, request):
        asked(window, request)
        tell("opened", request.page, request.lesson, request.exercise, window.current_page)
    def show_it(window):
        show(window)
        tell("shown")
    MainWindow.open_asked, MainWindow.show = open_asked, show_it
import app.commands.window as module
before = module._open
def opening(*given, **named):
    import app.startup
    watch()
    return before(*given, **named)
module._open = opening
sys.exit(main([one for one in sys.argv[1:] if one != "--impatient"]))
"""

Start = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def start(data: Path) -> Iterator[Start]:
    with ExitStack() as running:

        def starting(*arguments: str, folder: Path = data) -> subprocess.Popen[str]:
            process = subprocess.Popen(
                [sys.executable, "-c", START, "--data-dir", str(folder), *arguments],
                cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            )  # fmt: skip
            running.enter_context(process)
            running.callback(process.kill)
            return process

        yield starting


def read(process: subprocess.Popen[str], wanted: str) -> str:
    """Return the next line that begins with something."""
    with said_by(process) as lines:
        for line in lines:
            if line.startswith(wanted):
                return line.strip()
    process.kill()
    raise AssertionError(f"never said: {wanted}, but: {process.communicate()[1]}")


@contextmanager
def said_by(process: subprocess.Popen[str]) -> Iterator[Iterable[str]]:
    """Hand out what a process says until it ends; one that hangs is killed."""
    assert process.stdout is not None
    watch = Timer(HANG_S, process.kill)
    watch.start()
    try:
        yield process.stdout
    finally:
        watch.cancel()


def ended(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    """Return how a process ended and what it said; the offscreen platform's own words apart."""
    out, err = process.communicate(timeout=HANG_S)
    lines = [line for line in err.splitlines() if "This plugin does not support" not in line]
    return process.returncode, out, "\n".join(lines)


def is_shown(process: subprocess.Popen[str]) -> bool:
    """Tell whether a process opens a window, or wait until it has ended."""
    with said_by(process) as lines:
        if any(line == "shown\n" for line in lines):
            return True
    process.wait(HANG_S)
    return False


def test_a_second_start_opens_what_it_is_asked_for_in_the_first(
    start: Start, data: Path, tmp_path: Path
) -> None:
    first = start("--page", "compare")
    assert read(first, "opened") == "opened compare None None compare"
    read(first, "shown")
    link = tmp_path / "link"
    link.symlink_to(data)
    for arguments, opened, folder in [
        (["--page", "progress"], "opened progress None None progress", data),
        (["--lesson", "cues"], "opened None cues None learn", link),
        (["--exercise", "slow-motion"], "opened None None slow-motion practice", data),
    ]:
        assert ended(start(*arguments, folder=folder)) == (0, "", "")
        assert read(first, "opened") == opened
    assert ended(start()) == (0, "", "")  # only raised: the page stays
    assert ended(start("--page", "today")) == (0, "", "")
    assert read(first, "opened") == "opened today None None today"


def test_a_file_is_imported_by_the_first(start: Start, data: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_bytes(to_toml(LIBRARY.exercises["slow-motion"]).replace(b"slow-motion", b"mine"))
    first = start()
    read(first, "shown")
    assert ended(start(str(file))) == (0, "", "")
    assert read(first, "opened").endswith("practice")
    first.send_signal(signal.SIGTERM)
    first.wait(HANG_S)
    assert (data / "exercises" / "mine.toml").is_file()


#: Each with the code it ends with and what is said.
WRONG = [
    (["--lesson", "bow"], 1, "There is no lesson 'bow'; there are: "),
    (["--exercise", "bow"], 1, "There is no exercise 'bow'; there are: "),
    (["nowhere.toml"], 1, "nowhere.toml cannot be opened: there is no such file."),
    (["--page", "bow"], 2, "argument --page: invalid choice: 'bow'"),
]


def test_what_is_wrong_is_refused_by_the_second(start: Start) -> None:
    first = start()
    read(first, "shown")
    for arguments, code, named in WRONG:
        found = ended(start(*arguments))
        assert found[:2] == (code, ""), arguments
        assert named in found[2], arguments
    assert ended(start("--page", "today"))[0] == 0
    assert read(first, "opened") == "opened today None None today"  # and nothing before


def test_a_window_that_hangs_holds_nobody_up(start: Start, data: Path) -> None:
    first = start()
    read(first, "shown")
    assert ended(start())[0] == 0  # it listens
    os.kill(first.pid, signal.SIGSTOP)
    code, _, said = ended(start("--impatient"))
    os.kill(first.pid, signal.SIGCONT)
    assert code == 1
    assert said.startswith(f"hip-hinge-trainer: A window with your data in {data} is already open")


def test_a_killed_window_leaves_room_for_the_next(start: Start, data: Path) -> None:
    first = start()
    read(first, "shown")
    assert ended(start())[0] == 0
    left = read_address(data)
    first.kill()
    first.wait(HANG_S)
    second = start()
    read(second, "shown")
    assert ended(start("--page", "today")) == (0, "", "")
    assert read(second, "opened today")
    assert left
    assert not Path(left).exists()


def test_of_starts_in_the_same_instant_one_opens_a_window(start: Start, data: Path) -> None:
    started = [start() for _ in range(4)]
    shown = [process for process in started if is_shown(process)]
    assert len(shown) == 1
    assert [process.poll() for process in started if process not in shown] == [0, 0, 0]
    assert is_held(data)


def test_commands_without_a_window_are_not_concerned(start: Start) -> None:
    first = start()
    read(first, "shown")
    code, out, _ = ended(start("list", "exercises"))
    assert code == 0
    assert "slow-motion" in out
