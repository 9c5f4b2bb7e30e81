from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtWidgets import QCheckBox, QLabel, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from app.programme.calendar_saving import save_calendar
from app.settings.model import PlanSettings
from app.ui.autostart import Autostart
from app.ui.file_dialogs import FileDialogs
from app.ui.settings.reminders import ReminderSection
from tests.helpers.pages import World
from tests.helpers.settings_page import combo, named_control, pick, press, saved

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


@pytest.fixture
def file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Return the file that every dialog is answered with."""
    chosen = tmp_path / "hinge.ics"
    monkeypatch.setattr(FileDialogs, "save", lambda *_: chosen)
    return chosen


@pytest.fixture
def section(world: World, qtbot: QtBot, tmp_path: Path) -> ReminderSection:
    data = world.workspace
    made = ReminderSection(
        world.keeper,
        FileDialogs(world.keeper),
        Autostart(["trainer", "--in-tray"], "linux", tmp_path),
        lambda where: save_calendar(where, data.planner(), data.settings, NOW),
    )
    qtbot.addWidget(made)
    made.show()
    world.keeper.changed.connect(made.show_settings)
    return made


def box(section: ReminderSection, name: str) -> QCheckBox:
    found = named_control(section, name)
    assert isinstance(found, QCheckBox)
    return found


def texts(section: ReminderSection) -> str:
    return "\n".join(one.text() for one in section.findChildren(QLabel) if one.isVisible())


def test_times_are_saved_as_they_are_chosen(section: ReminderSection, world: World) -> None:
    pick(section, "Session", "18:30")
    pick(section, "Morning hinges", "06:45")
    pick(section, "Evening wall touches", "22:00")
    plan = PlanSettings(session_at="18:30", morning_at="06:45", evening_at="22:00")
    assert saved(world).person.plan == plan
    pick(section, "Session", "")
    assert saved(world).person.plan.session_at == ""


def test_a_time_between_the_quarters_is_shown(section: ReminderSection, world: World) -> None:
    world.keeper.change(plan=PlanSettings(session_at="18:37"))
    assert combo(section, "Session").currentData() == "18:37"


def test_the_switches_are_saved(section: ReminderSection, world: World, tmp_path: Path) -> None:
    box(section, "Remind me while the program runs").click()
    assert not saved(world).person.reminders
    starts = box(section, "Start with the computer, in the tray")
    starts.click()
    entry = tmp_path / ".config/autostart/hip-hinge-trainer.desktop"
    assert (starts.isChecked(), entry.is_file()) == (True, True)
    starts.click()
    assert not entry.exists()


def test_a_switch_that_could_not_be_set_goes_back(section: ReminderSection, tmp_path: Path) -> None:
    (tmp_path / ".config").write_text("", "utf-8")
    starts = box(section, "Start with the computer, in the tray")
    starts.click()
    assert not starts.isChecked()
    assert ".config" in texts(section)


def test_without_a_tray_that_is_said(
    section: ReminderSection, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "This desktop has no tray." in texts(section)
    stays = box(section, "Stay in the tray when I close the window")
    assert not stays.isEnabled()
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    section.hide()
    section.show()
    assert "This desktop has no tray." not in texts(section)
    stays.click()
    assert saved(world).machine.close_to_tray


def test_the_calendar_file_is_saved_or_a_sentence_says_why_not(
    section: ReminderSection, file: Path
) -> None:
    press(section, "Save calendar file…")
    assert "Choose at least one time first" in texts(section)
    assert not file.exists()
    pick(section, "Evening wall touches", "22:00")
    press(section, "Save calendar file…")
    assert f"Your calendar file was saved as {file}." in texts(section)
    [event] = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    assert len(event.walk("VALARM")) == 1
    file.unlink()
    file.mkdir()
    press(section, "Save calendar file…")
    assert "it is a folder, not a file" in texts(section)
