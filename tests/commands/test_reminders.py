from __future__ import annotations

from pathlib import Path

import pytest
from icalendar import Calendar

from app.cli import main

Capture = pytest.CaptureFixture[str]


def save(folder: Path, file: Path) -> int:
    return main(["--data-dir", str(folder), "reminders", "-o", str(file)])


def test_the_calendar_file_is_saved_at_the_times_of_the_settings(
    capsys: Capture, tmp_path: Path
) -> None:
    assert save(tmp_path, tmp_path / "hinge.ics") == 1
    assert "Choose at least one time first" in capsys.readouterr().err
    (tmp_path / "settings.toml").write_text('[plan]\nevening_at = "21:30"\n', "utf-8")
    assert save(tmp_path, tmp_path / "hinge.ics") == 0
    assert "hinge.ics" in capsys.readouterr().out
    calendar = Calendar.from_ical((tmp_path / "hinge.ics").read_bytes())
    [event] = calendar.walk("VEVENT")
    assert b"T213000" in event["DTSTART"].to_ical()
    assert len(event.walk("VALARM")) == 1


def test_a_folder_in_its_place_is_said(capsys: Capture, tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('[plan]\nevening_at = "21:30"\n', "utf-8")
    assert save(tmp_path, tmp_path) == 1
    assert "it is a folder, not a file" in capsys.readouterr().err
