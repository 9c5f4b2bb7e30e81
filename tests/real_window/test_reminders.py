"""A reminder shown by a real server of notices and answered there; the window in a real tray."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, closing
from datetime import datetime
from pathlib import Path

import pytest

from app.files import make_private_folder
from app.records.model import LessonFinish
from app.records.records import Records
from tests.helpers.another_day import AT
from tests.helpers.desktop import HANG_S, Desktop, Screens, wait_for
from tests.helpers.program import Program, open_program, start_again

NEEDED = ("dbus-daemon", "dunst", "dunstctl", "tint2")
MISSING = [name for name in NEEDED if shutil.which(name) is None]
pytestmark = pytest.mark.skipif(
    bool(MISSING), reason=f"without {', '.join(MISSING)} there is no desktop to be reminded on"
)
NOW = "2026-11-24T18:31:00"
SETTINGS = """
close_to_tray = true
[plan]
asked = true
session_at = "18:30"
"""
#: Presses the button that is asked for in a file, as a user would in the menu of the notice.
CHOOSER = """#!/bin/sh
grep -m1 "$(cat '{wanted}')"
"""


class Surroundings:
    """A desktop with a session bus, notices and a tray.

    Attributes:
        environment: for programs that are to find them.
    """

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self.environment, self._wanted = environment, folder / "wanted"

    @property
    def shown(self) -> int:
        """How many notices are in view."""
        return int(self._ask("count", "displayed"))

    def answer(self, button: str) -> None:
        """Press a button of the notice in view."""
        self._wanted.write_text(button, "utf-8")
        self._ask("context")

    def _ask(self, *verb: str) -> str:
        done = subprocess.run(
            ["dunstctl", *verb], env=self.environment, capture_output=True, text=True,
            timeout=HANG_S, check=False,
        )  # fmt: skip
        return done.stdout.strip() or "0"


@contextlib.contextmanager
def running(*command: str, environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        try:
            yield process
        finally:
            process.terminate()


@pytest.fixture
def desktop(screen: Screens) -> Desktop:
    return screen(1366, 768)


@pytest.fixture
def around(desktop: Desktop, tmp_path: Path) -> Iterator[Surroundings]:
    chooser = tmp_path / "chooser"
    chooser.write_text(CHOOSER.format(wanted=tmp_path / "wanted"), "utf-8")
    chooser.chmod(0o700)
    configured = tmp_path / "dunstrc"
    configured.write_text(f"[global]\ndmenu = {chooser}\n", "utf-8")
    environment = {**os.environ, **desktop.environment, "HOME": str(tmp_path)}
    with ExitStack() as stack:
        start = [*("dbus-daemon", "--session", "--nofork"), "--print-address"]
        bus = stack.enter_context(running(*start, environment=environment))
        assert bus.stdout is not None
        environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        stack.enter_context(running("dunst", "-config", str(configured), environment=environment))
        stack.enter_context(running("tint2", environment=environment))
        yield Surroundings(tmp_path, environment)


@pytest.fixture
def program(desktop: Desktop, around: Surroundings, tmp_path: Path) -> Iterator[Program]:
    data = tmp_path / "data"
    make_private_folder(data)
    (data / "settings.toml").write_text(SETTINGS, "utf-8")
    with closing(Records.open(data / "records.sqlite3")) as records:
        day_before = datetime.fromisoformat("2026-11-23T10:00:00+00:00")
        records.put(LessonFinish("first-five-minutes", day_before))
    bus = around.environment["DBUS_SESSION_BUS_ADDRESS"]
    wanted = {AT: NOW, "DBUS_SESSION_BUS_ADDRESS": bus}
    with open_program(desktop, tmp_path, environment=wanted, runner="another_day") as started:
        yield started


def decided(folder: Path) -> list[str]:
    """Return what was decided about, as the disk has it."""
    with closing(sqlite3.connect(folder / "data" / "records.sqlite3")) as file:
        return [about for (about,) in file.execute("SELECT about FROM decision")]


def test_a_reminder_is_shown_and_answered(
    program: Program, around: Surroundings, tmp_path: Path
) -> None:
    wait_for(lambda: around.shown == 1, "a notice")
    around.answer("Done")
    wait_for(lambda: decided(tmp_path) == ["week-1-day-1"], "the session, ticked")
    wait_for(lambda: around.shown == 0, "no notice any more")


def test_the_window_closes_to_the_tray_and_comes_back(
    program: Program, desktop: Desktop, around: Surroundings, tmp_path: Path
) -> None:
    wait_for(lambda: around.shown == 1, "a notice")  # by then there is a tray
    desktop.press("alt+F4")
    wait_for(lambda: not program.has_window("MainWindow"), "a window hidden in the tray")
    assert start_again(desktop, tmp_path) == 0
    wait_for(lambda: program.has_window("MainWindow"), "the window again")
