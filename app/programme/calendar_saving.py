"""Save the calendar file, each time as a newer version of the same calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from uuid import uuid4

import msgspec

from app.files import write_whole
from app.messages.message import Message
from app.programme.calendar_file import write_calendar
from app.programme.next_thing import Planner
from app.settings.service import Settings


def save_calendar(
    file: Path,
    planner: Planner,
    settings: Settings,
    now: datetime,
    say: Callable[[Message], str] = str,
) -> None:
    """Save what is left of the course; `settings` remember which version it was.

    Raises:
        UserError: there is nothing to remind of, or the file cannot be written.
    """
    person = settings.person
    newer = {
        "calendar_id": person.calendar_id or uuid4().hex,
        "calendar_version": person.calendar_version + 1,
    }
    write_whole(file, write_calendar(planner, msgspec.structs.replace(person, **newer), now, say))
    settings.change(**newer)
