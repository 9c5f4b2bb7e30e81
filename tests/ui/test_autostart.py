from __future__ import annotations

import plistlib
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from app.errors import UserError
from app.ui.autostart import Autostart, start_command

COMMAND = ["/opt/the trainer/main.py", "--data-dir", "/home/a$b/100%", "--in-tray"]


def test_on_linux_it_is_a_desktop_entry(tmp_path: Path) -> None:
    switch = Autostart(COMMAND, "linux", tmp_path)
    was_on = [switch.is_on]
    switch.set_on(True)
    was_on.append(switch.is_on)
    text = (tmp_path / ".config/autostart/hip-hinge-trainer.desktop").read_text("utf-8")
    assert text.startswith("[Desktop Entry]\nType=Application\n")
    assert r'Exec="/opt/the trainer/main.py" "--data-dir" "/home/a\\$b/100%%" "--in-tray"' in text
    switch.set_on(False)
    switch.set_on(False)
    assert [*was_on, switch.is_on] == [False, True, False]


def test_on_macos_it_is_an_agent(tmp_path: Path) -> None:
    switch = Autostart(COMMAND, "darwin", tmp_path)
    switch.set_on(True)
    with (tmp_path / "Library/LaunchAgents/hip-hinge-trainer.plist").open("rb") as file:
        agent = plistlib.load(file)
    assert (agent["ProgramArguments"], agent["RunAtLoad"]) == (COMMAND, True)


def test_on_windows_it_is_in_the_registry(tmp_path: Path) -> None:
    file = str(tmp_path / "registry.ini")
    registry = QSettings(file, QSettings.Format.IniFormat)
    switch = Autostart(["C:\\the trainer.exe", "--in-tray"], "win32", tmp_path, registry)
    switch.set_on(True)
    was_on = switch.is_on
    assert registry.value("hip-hinge-trainer") == '"C:\\the trainer.exe" "--in-tray"'
    switch.set_on(False)
    assert (was_on, switch.is_on) == (True, False)


def test_what_is_in_the_way_is_said(tmp_path: Path) -> None:
    (tmp_path / ".config").write_text("", "utf-8")
    with pytest.raises(UserError):
        Autostart(COMMAND, "linux", tmp_path).set_on(True)


def test_it_starts_as_it_was_started(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "argv", ["/opt/main.py"])
    assert start_command(None) == [sys.executable, "/opt/main.py", "--in-tray"]
    monkeypatch.setattr(sys, "argv", ["/usr/bin/hip-hinge-trainer"])
    assert start_command(tmp_path) == [
        "/usr/bin/hip-hinge-trainer", "--data-dir", str(tmp_path), "--in-tray",
    ]  # fmt: skip
