from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from typing import Any

import pytest

from app import system_libraries as libraries
from app.system_libraries import (
    FONT,
    LIBRARIES,
    Need,
    SharedLibrary,
    describe,
    find_missing,
    why_not_loaded,
)
from tools import system_libraries

NAMED = {library.name: library for library in LIBRARIES}
PULSE = NAMED["libpulse.so.0"]
ICCCM = NAMED["libxcb-icccm.so.4"]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Qt needs nothing elsewhere")


def _answer(returncode: int, stderr: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.CompletedProcess([], returncode, "", stderr)


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Apt-get's calls; none of them is made."""
    made: list[list[str]] = []

    def run(command: Sequence[str], **_: Any) -> subprocess.CompletedProcess[str]:
        made.append(list(command))
        return _answer(100, "E: no") if "unknown" in command else _answer(0)

    monkeypatch.setattr(subprocess, "run", run)
    return made


def test_one_line_says_what_is_missing_what_for_and_how_to_install_it() -> None:
    line = str(describe([ICCCM, PULSE], "apt", root=False))

    assert line == (
        "Missing on this system: libxcb-icccm.so.4 (for the window); "
        "libpulse.so.0 (for sound and MP4). "
        "Install with: sudo apt-get install libxcb-icccm4 libpulse0"
    )


@pytest.mark.parametrize(
    ("manager", "command"),
    [
        ("apt", "Install with: apt-get install libpulse0"),
        ("dnf", "Install with: dnf install pulseaudio-libs"),
        ("pacman", "Install with: pacman -S libpulse"),
        (None, "On Debian and Ubuntu they are in: libpulse0"),
    ],
)
def test_every_package_manager_gets_its_own_names(manager: str | None, command: str) -> None:
    assert str(describe([PULSE], manager, root=True)).endswith(command)


def test_package_of_two_libraries_is_named_once() -> None:
    line = str(describe([NAMED["libEGL.so.1"], NAMED["libGL.so.1"]], "pacman", root=True))

    assert line.endswith("pacman -S libglvnd")


def test_missing_is_what_is_not_present() -> None:
    assert find_missing(lambda library: library is not PULSE) == [PULSE]
    assert not find_missing(lambda _: True)


def test_loader_is_asked() -> None:
    package = "nowhere"
    assert libraries.is_there(SharedLibrary("libc.so.6", Need.QT, package, package, package))
    assert not libraries.is_there(
        SharedLibrary("libno-such-thing.so.9", Need.QT, package, package, package)
    )


def test_font_is_looked_for_in_the_font_folders(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    monkeypatch.setattr(libraries, "FONT_FOLDERS", (tmp_path / "absent", tmp_path))
    assert not libraries.is_there(NAMED[FONT])

    (tmp_path / "truetype").mkdir()
    (tmp_path / "truetype" / "Some.TTF").touch()
    assert libraries.is_there(NAMED[FONT])


@pytest.mark.parametrize(
    ("root", "manager", "install", "installs"),
    [
        (True, "apt", True, True),
        (False, "apt", True, False),
        (True, "dnf", True, False),
        (True, "apt", False, False),
    ],
)
def test_installs_only_as_root_with_apt_when_asked(
    monkeypatch: pytest.MonkeyPatch,
    calls: list[list[str]],
    root: bool,
    manager: str,
    install: bool,
    installs: bool,
) -> None:
    monkeypatch.setattr(system_libraries, "is_root", lambda: root)
    monkeypatch.setattr(system_libraries, "find_manager", lambda: manager)
    monkeypatch.setattr(system_libraries, "find_missing", lambda: [PULSE])

    system_libraries.ensure(install=install)

    assert ["update" in call or call[-1] for call in calls] == [True, "libpulse0"] * installs


def test_a_failed_install_is_told_and_stops_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system_libraries, "is_root", lambda: True)
    monkeypatch.setattr(system_libraries, "find_manager", lambda: "apt")
    monkeypatch.setattr(system_libraries, "find_missing", lambda: [PULSE])
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: _answer(100, "Hm\nE: no network"))

    system_libraries.ensure(install=True)

    told = capsys.readouterr().err.splitlines()
    assert told[0] == "That failed: E: no network"
    assert told[1].startswith("Missing on this system: libpulse.so.0 (for sound and MP4).")


def test_an_unknown_package_does_not_cost_the_others(calls: list[list[str]]) -> None:
    assert system_libraries.install_packages(["libpulse0", "unknown", "libgl1"]) == "E: no"
    assert [call[-1] for call in calls[2:]] == ["libpulse0", "unknown", "libgl1"]


def test_a_library_that_is_missing_at_the_start_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libraries, "find_missing", lambda: [NAMED["libEGL.so.1"]])
    monkeypatch.setattr(libraries, "find_manager", lambda: "apt")
    told = str(why_not_loaded(ImportError("libEGL.so.1: cannot open shared object file")))
    assert "libEGL.so.1 (for Qt itself)" in told
    assert "libegl1" in told
    assert str(why_not_loaded(ModuleNotFoundError("No module named 'msgspec'"))) == (
        "Some program files are missing or damaged (No module named 'msgspec'). Please reinstall."
    )
