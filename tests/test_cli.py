from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app import __version__, cli
from app.cli import main
from app.commands.harmless import Harmless
from tests.helpers.command import Capture, refused, trust_movements
from tests.helpers.patience import HANG_S

ROOT = Path(__file__).parent.parent
COMMANDS = ("list", "measure", "render", "plan", "today", "check", "screenshots")


@pytest.mark.parametrize(
    ("command", "known"),
    [("measure", "hinge, hips-not-back"), ("plan", "wall-touches, broomstick-hinge")],
)
def test_an_unknown_id_is_answered_with_those_there_are(
    capsys: Capture, command: str, known: str
) -> None:
    line = refused(capsys, command, "bow")
    assert "'bow'" in line
    assert known in line


@pytest.mark.parametrize(
    "arguments",
    [
        ["fly"],
        ["list"],
        ["list", "muscles"],
        ["measure"],
        ["measure", "hinge", "--sex", "x"],
        ["measure", "hinge", "--stature", "tall"],
        ["render"],
        ["render", "hinge"],
        ["render", "hinge", "-o", ""],
        ["render", "hinge", "-o", "a.gif", "--theme", "pink"],
        ["render", "hinge", "-o", "a.gif", "--overlay", "bones"],
        ["render", "hinge", "-o", "a.gif", "--fps", "2.5"],
        ["plan"],
        ["plan", "slow-motion", "wall-touches"],
        ["screenshots"],
        ["--page", "garage"],
        ["--data-dir"],
        ["--data-dir", ""],
        ["screenshots", "-o", ""],
        ["list", "lessons", "--colour"],
    ],
)
def test_wrong_usage_ends_with_two_and_no_traceback(capsys: Capture, arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("usage: hip-hinge-trainer")


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)])
def test_every_command_has_help(capsys: Capture, command: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as caught:
        main([*command, "--help"])
    assert caught.value.code == 0
    out = capsys.readouterr().out
    assert out.startswith("usage: hip-hinge-trainer")
    if not command:
        assert all(name in out for name in COMMANDS)


def test_the_version_is_told(capsys: Capture) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--version"])
    assert caught.value.code == 0
    assert capsys.readouterr().out == f"hip-hinge-trainer {__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["--data-dir", "here", "check"],
        ["check", "--data-dir", "here"],
        ["--data-dir=here", "check"],
        ["check", "--data-dir=here"],
        ["check", "a.md", "--data-dir", "here", "b.md"],
    ],
)
def test_the_data_folder_may_stand_before_or_after_the_command(arguments: list[str]) -> None:
    options = cli._parser().parse_args(cli._data_dir_first(arguments))
    assert options.data_dir == Path("here")
    assert options.files in ([], [Path("a.md"), Path("b.md")])


def test_after_two_dashes_everything_is_a_file() -> None:
    options = cli._parser().parse_args(cli._data_dir_first(["check", "--", "--data-dir", "x"]))
    assert options.data_dir is None
    assert options.files == [Path("--data-dir"), Path("x")]


def test_the_options_of_the_window_are_understood() -> None:
    options = cli._parser().parse_args(
        ["--page", "progress", "--lesson", "cues", "--exercise", "slow-motion"]
    )
    assert (options.page, options.lesson, options.exercise) == ("progress", "cues", "slow-motion")
    assert cli._parser().parse_args([]).page is None


def test_stopping_by_the_keyboard_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object, **__: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("app.commands.planning.run_plan", stop)
    assert main(["plan", "slow-motion"]) == 130


def surroundings(**more: str) -> dict[str, str]:
    """Return the environment of a usual user: no display, output buffered."""
    names = ("PATH", "HOME", "LANG", "SYSTEMROOT", "VIRTUAL_ENV")
    return {name: os.environ[name] for name in names if name in os.environ} | more


def start(
    *arguments: str, code: str | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the program, or a piece of Python, as a process of its own."""
    command = [sys.executable, *(["-c", code] if code else ["main.py"]), *arguments]
    return subprocess.run(
        command,
        cwd=ROOT,
        env=surroundings(**environment),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=HANG_S,
        check=False,
    )


def start_into(output: int, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the program with an open file as its output."""
    return subprocess.run(
        [sys.executable, "main.py", *arguments],
        cwd=ROOT,
        env=surroundings(),
        stdout=output,
        stderr=subprocess.PIPE,
        text=True,
        timeout=HANG_S,
        check=False,
    )


def test_commands_without_a_window_leave_qt_alone(tmp_path: Path) -> None:
    code = """
import sys
from app.cli import main
for line in ("list lessons", "list movements --json", "measure hinge", "plan slow-motion", "check"):
    assert main(line.split()) == 0, line
    heavy = {"PySide6", "shiboken6", "numpy", "PIL", "pyqtgraph"} & set(sys.modules)
    assert not heavy, (line, heavy)
"""
    done = start(code=code)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_real_process_prints_json_as_utf8_whatever_the_terminal_speaks() -> None:
    done = start("list", "lessons", "--json", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Dieën" in done.stdout
    assert len(json.loads(done.stdout)) == 17


@pytest.mark.skipif(os.name != "posix", reason="shells and pipes as on Linux")
@pytest.mark.parametrize("command", ["list lessons --json", "list movements"])
def test_a_reader_that_goes_away_is_no_traceback(command: str) -> None:
    read, write = os.pipe()
    os.close(read)
    try:
        done = start_into(write, *command.split())
    finally:
        os.close(write)
    assert (done.returncode, done.stderr) == (1, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk as on Linux")
@pytest.mark.parametrize("command", ["list lessons --json", "list movements"])
def test_a_full_disk_is_one_sentence(command: str) -> None:
    with Path("/dev/full").open("w") as full:
        done = start_into(full.fileno(), *command.split())
    assert done.returncode == 1
    assert done.stderr.startswith("hip-hinge-trainer: the output cannot be written: ")
    assert done.stderr.count("\n") == 1


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays as on Linux")
def test_without_a_display_the_window_says_so_in_one_sentence(tmp_path: Path) -> None:
    done = start("--data-dir", str(tmp_path / "data"))
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith("hip-hinge-trainer: There is no display")
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("option", ["--lesson", "--exercise"])
def test_a_window_for_what_does_not_exist_says_what_there_is(tmp_path: Path, option: str) -> None:
    done = start(option, "bow", "--data-dir", str(tmp_path / "data"), QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith("hip-hinge-trainer: There is no ")
    assert "'bow'; there are: " in done.stderr


ESCAPE = """
[[exercise]]
id = "abc"
title = "\\u001b[2Jhello\\u0007\\u009b1m"
summary = "S"
movement = "hinge"
sets = 1
reps = 1
rest_s = 5
equipment = "E"
place = "P"
tempo = { down = 1, hold = 1, up = 1 }
[exercise.cues]
prepare = "p"
down = "d"
hold = "h"
up = "u"
top = "t"
halfway = "half"
last = "last"
rest = "rest"
done = "done"
"""


@pytest.mark.parametrize(
    "command", ["list exercises", "list exercises --json", "plan abc", "plan abc --json", "check"]
)
@pytest.mark.parametrize("movement", ["hinge", "\\u001b[2J"])
def test_no_title_can_steer_the_terminal(
    capsys: Capture,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: str,
    movement: str,
) -> None:
    trust_movements(monkeypatch)
    (tmp_path / "exercises").mkdir()
    (tmp_path / "exercises" / "abc.toml").write_text(ESCAPE.replace("hinge", movement), "utf-8")
    main([*command.split(), "--data-dir", str(tmp_path)])
    if command == "check":
        main(["check", f"{tmp_path}/\x1b[2J.md"])
    told = "".join(capsys.readouterr())
    assert "\x1b" not in told
    assert "\x07" not in told
    assert "\x9b" not in told
    if command == "list exercises" and movement == "hinge":
        assert "\\x1b[2Jhello\\x07\\x9b1m" in told


def test_the_progress_bar_still_goes_back(capsys: Capture) -> None:
    stream = Harmless(sys.stdout)
    print("\r[##  ]", "a\rb", end="", file=stream)
    assert capsys.readouterr().out == "\r[##  ] a\\x0db"


@pytest.mark.parametrize("where", ["~nosuchuser/x", "~nosuchuser"])
def test_a_data_folder_of_nobody_is_one_sentence(capsys: Capture, where: str) -> None:
    assert main(["list", "exercises", "--data-dir", where]) == 1
    assert capsys.readouterr().err == (
        f"hip-hinge-trainer: The folder {where} could not be found. "
        "Choose another one with --data-dir DIR.\n"
    )


def test_without_a_home_it_is_one_sentence(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    import pwd

    def unknown(_uid: int) -> None:
        raise KeyError

    for name in ("HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(pwd, "getpwuid", unknown)
    assert main(["list", "exercises"]) == 1
    assert "Your home folder could not be found" in capsys.readouterr().err


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps a folder that is in use")
def test_a_working_folder_that_is_gone_is_one_sentence(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    code = f"""
import os, sys
sys.path.insert(0, {str(ROOT)!r})
os.chdir({str(gone)!r})
os.rmdir({str(gone)!r})
from app.cli import main
sys.exit(main(["--data-dir", "x", "list", "movements"]))
"""
    done = start(code=code)
    assert done.returncode == 1
    assert done.stderr == (
        "hip-hinge-trainer: The folder you are in no longer exists. Change to another one.\n"
    )


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (ModuleNotFoundError("No module named 'msgspec'"), "missing or damaged (No module"),
        (ImportError("libnowhere.so.1: cannot open shared object file"), "cannot open shared"),
    ],
)
def test_what_cannot_be_loaded_is_one_sentence(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, error: ImportError, told: str
) -> None:
    def fail(*_: object, **__: object) -> int:
        raise error

    monkeypatch.setattr("app.system_libraries.find_missing", list)
    monkeypatch.setattr("app.commands.planning.run_plan", fail)
    assert main(["plan", "slow-motion"]) == 1
    err = capsys.readouterr().err
    assert told in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["mine.toml"], ["--open", "mine.toml"]),
        (["./a b/MINE.TOML"], ["--open", "./a b/MINE.TOML"]),
        (["--page", "today", "mine.toml"], ["--page", "today", "--open", "mine.toml"]),
        (["--data-dir", "x.toml"], ["--data-dir", "x.toml"]),
        (["check", "mine.toml"], ["check", "mine.toml"]),
        (["--open", "mine.toml"], ["--open", "mine.toml"]),
        (["list", "lessons"], ["list", "lessons"]),
        ([], []),
    ],
)  # fmt: skip
def test_a_file_alone_is_opened(arguments: list[str], named: list[str]) -> None:
    assert cli._file_named(arguments) == named
    cli._parser().parse_args(named)
