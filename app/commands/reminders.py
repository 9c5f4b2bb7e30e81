"""`reminders`: the calendar file with an alarm for each session and the homework."""

from __future__ import annotations

from pathlib import Path

from app.locations import find_locations
from app.messages.message import Message
from app.programme.calendar_saving import save_calendar
from app.records.model import local_now
from app.workspace import open_workspace


def run_reminders(file: Path, *, data_dir: Path | None = None) -> int:
    """Save the calendar file of the person whose records and settings these are.

    Raises:
        UserError: there is nothing to remind of, or the file cannot be written.
    """
    with open_workspace(find_locations(data_dir)) as data:
        save_calendar(file, data.planner(), data.settings, local_now())
    print(Message("programme.calendar-saved", file=file))
    return 0
