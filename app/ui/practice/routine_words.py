"""What a day of the programme or homework is called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.programme.programme import Routine


def routine_title(routine: Routine) -> str:
    """Return `Week 1, day 2: Bodyweight basics`, or the homework's own name."""
    if routine.week is None:
        return routine.title
    text = QCoreApplication.translate("Practice", "Week {week}, day {day}: {title}")
    return text.format(week=routine.week, day=routine.day, title=routine.title)
