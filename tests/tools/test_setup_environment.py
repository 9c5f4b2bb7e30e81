from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tools import setup_environment, system_libraries
from tools.setup_environment import SetupError, requirements, set_up

ROOT = Path(__file__).resolve().parent.parent.parent
PROJECT = """
[project]
dependencies = ["msgspec"]
[project.optional-dependencies]
dev = ["pytest"]
bench = ["matplotlib"]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project's folder, with a space in its name."""
    folder = tmp_path / "a b"
    folder.mkdir()
    (folder / "pyproject.toml").write_text(PROJECT)
    (folder / "constraints.txt").write_text("msgspec==0.22.0\n")
    return folder


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the set-up did; environments are empty folders here and nothing is installed."""
    happened: list[str] = []

    def make_venv(venv: Path) -> None:
        happened.append("make")
        python = setup_environment.venv_python(venv)
        python.parent.mkdir(parents=True, exist_ok=True)
        python.touch()

    def install(root: Path, venv: Path, extras: Sequence[str]) -> None:
        happened.append(f"install {' '.join(extras)}")

    def fits(venv: Path, stamp: Any, wanted: Any) -> bool:
        here = (wanted.folder, wanted.python)
        works = stamp is None or (stamp.folder, stamp.python) == here
        return works and setup_environment.venv_python(venv).exists()

    monkeypatch.setattr(setup_environment, "make_venv", make_venv)
    monkeypatch.setattr(setup_environment, "install", install)
    monkeypatch.setattr(setup_environment, "fits", fits)
    monkeypatch.setattr(system_libraries, "ensure", lambda *, install: None)
    return happened


def test_second_time_does_nothing(root: Path, done: list[str]) -> None:
    set_up(root, ["dev"])
    set_up(root, ["dev"])

    assert done == ["make", "install dev"]


def test_a_file_that_was_only_touched_changes_nothing(root: Path, done: list[str]) -> None:
    set_up(root, ["dev"])
    (root / "pyproject.toml").touch()
    (root / "pyproject.toml").write_text(PROJECT + '[tool.ruff]\nselect = ["ALL"]\n')
    set_up(root, ["dev"])

    assert done == ["make", "install dev"]


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("constraints.txt", "msgspec==0.21.0\n"),
        ("pyproject.toml", PROJECT.replace("pytest", "hypothesis")),
    ],
)
def test_changed_pins_are_installed_into_the_same_environment(
    root: Path, done: list[str], file: str, text: str
) -> None:
    set_up(root, ["dev"])
    (root / file).write_text(text)
    set_up(root, ["dev"])

    assert done == ["make", "install dev", "install dev"]


def test_another_python_makes_the_environment_anew(
    root: Path, done: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    set_up(root, ["dev"])
    monkeypatch.setattr(setup_environment, "python_identity", lambda: "3.99 /elsewhere")
    set_up(root, ["dev"])

    assert done == ["make", "install dev"] * 2


def test_a_moved_environment_is_made_anew(root: Path, done: list[str]) -> None:
    set_up(root, ["dev"])
    moved = root.rename(root.with_name("c d"))
    set_up(moved, ["dev"])

    assert done == ["make", "install dev"] * 2


def test_a_lost_python_makes_the_environment_anew(root: Path, done: list[str]) -> None:
    set_up(root, ["dev"])
    setup_environment.venv_python(root / ".venv").unlink()
    set_up(root, ["dev"])

    assert done == ["make", "install dev"] * 2


def test_what_runs_the_program_is_not_installed_anew_for_the_tools(
    root: Path, done: list[str]
) -> None:
    set_up(root, [])
    set_up(root, ["dev"])
    set_up(root, [])

    assert done == ["make", "install ", "install dev"]


def test_extras_add_up(root: Path, done: list[str]) -> None:
    set_up(root, ["dev"])
    set_up(root, ["bench"])
    set_up(root, ["dev"])

    assert done == ["make", "install dev", "install bench dev"]


def test_an_interrupted_set_up_is_taken_up_again(
    root: Path, done: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    set_up(root, ["dev"])
    (root / "constraints.txt").write_text("msgspec==0.21.0\n")

    def fail(*_: object) -> None:
        raise SetupError("no network")

    with monkeypatch.context() as broken:
        broken.setattr(setup_environment, "install", fail)
        with pytest.raises(SetupError):
            set_up(root, ["dev"])
    (root / "constraints.txt").write_text("msgspec==0.22.0\n")
    set_up(root, ["dev"])

    assert done[2:] == ["install dev"]


def test_unknown_extra_is_named(root: Path) -> None:
    assert requirements(root, ["dev"]) == ["msgspec", "pytest"]
    with pytest.raises(SetupError, match="no extra named docs"):
        requirements(root, ["docs"])


needs_make = pytest.mark.skipif(
    sys.platform != "linux" or not shutil.which("make"), reason="make on Linux"
)


@needs_make
def test_make_run_without_a_display_names_what_works_without_one() -> None:
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    answer = subprocess.run(
        ["make", "--old-file=program", "run"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert answer.returncode != 0
    sentence, _of_make = answer.stderr.splitlines()
    assert sentence.startswith("There is no display")
    for command in ("screenshots -o DIR", "measure", "plan"):
        assert f"python main.py {command}" in sentence


def _told_by_make(*arguments: str) -> list[str]:
    """Return what make would run, whatever the make that runs the tests was told."""
    hidden = {"MAKEFLAGS", "MAKELEVEL", "MFLAGS", "MAKEOVERRIDES", "ARGS", "PARALLEL"}
    answer = subprocess.run(
        ["make", "--dry-run", "--no-print-directory", *arguments],
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if name not in hidden},
        capture_output=True,
        text=True,
        check=True,
    )
    return answer.stdout.splitlines()


@needs_make
@pytest.mark.parametrize(
    ("target", "extras"),
    [("run", ""), ("setup", " dev"), ("test", " dev"), ("bench", " dev bench")],
)
def test_a_command_installs_what_it_needs(target: str, extras: str) -> None:
    asked = [line for line in _told_by_make(target) if "tools.setup_environment" in line]
    assert [line.split("tools.setup_environment")[1] for line in asked] == [extras]


@needs_make
@pytest.mark.parametrize(
    ("given", "parallel"),
    [("tests/practice -x", True), ("-k bow", True), ("-p no:xdist -x", False)],
)
def test_tests_run_side_by_side_unless_told_otherwise(given: str, parallel: bool) -> None:
    *_, line = _told_by_make("test", f"ARGS={given}")
    assert ("-n auto" in line) == parallel
    assert line.endswith(f" {given}")


def _find_python(tmp_path: Path, wanted: str, versions: dict[str, int]) -> tuple[int, str, str]:
    """Run the search in an empty folder, on a PATH of Pythons: name -> exit code."""
    for name, code in versions.items():
        (tmp_path / name).write_text(f"#!/bin/sh\nexit {code}\n")
        (tmp_path / name).chmod(0o755)
    answer = subprocess.run(
        [shutil.which("sh") or "/bin/sh", ROOT / "tools/find_python.sh", wanted],
        cwd=tmp_path,
        env={"PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    return answer.returncode, answer.stdout.strip(), answer.stderr.strip()


@needs_make
@pytest.mark.parametrize(
    ("wanted", "versions", "found"),
    [
        ("", {"python3": 0, "python3.13": 0}, "python3"),
        ("", {"python3": 1, "python3.11": 127, "python3.12": 0}, "python3.12"),
        ("python3.13", {"python3": 0, "python3.13": 0}, "python3.13"),
    ],
)
def test_the_first_python_that_fits_is_taken(
    tmp_path: Path, wanted: str, versions: dict[str, int], found: str
) -> None:
    assert _find_python(tmp_path, wanted, versions) == (0, found, "")


@needs_make
def test_no_python_is_said_in_one_sentence(tmp_path: Path) -> None:
    code, _, told = _find_python(tmp_path, "", {"python3": 1})
    assert code == 1
    assert told.startswith("The Hip Hinge Trainer needs Python 3.11 or newer and found none")

    code, _, told = _find_python(tmp_path, "python3", {"python3": 1})
    assert code == 1
    assert told.startswith("PYTHON=python3 is not a Python of version 3.11 or newer")
