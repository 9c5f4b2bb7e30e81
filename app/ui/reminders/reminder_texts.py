"""What a reminder says, and what can be answered."""

from __future__ import annotations

from collections.abc import Sequence

from app.programme.reminders import Due, Slot
from app.ui.dates import whole_minutes
from app.ui.messages import translate


def title_of(due: Sequence[Due]) -> str:
    """Return what it is time for."""
    if any(one.slot is Slot.SESSION for one in due):
        return translate("Reminders", "Your session is ready")
    return translate("Reminders", "A small thing, a minute or two")


def text_of(due: Sequence[Due]) -> str:
    """Return a line for each thing."""
    return "\n".join(_line(one) for one in due)


def answer_texts() -> dict[str, str]:
    """Return what can be answered, by the names of the buttons."""
    return {
        "done": translate("Reminders", "Done"),
        "later-10": translate("Reminders", "In 10 minutes"),
        "later-30": translate("Reminders", "In 30 minutes"),
        "later-60": translate("Reminders", "In an hour"),
        "not-today": translate("Reminders", "Not today"),
    }


def _line(one: Due) -> str:
    if one.seconds is None:
        return one.title
    text = translate("Reminders", "{title}, {time}")
    return text.format(title=one.title, time=whole_minutes(one.seconds))
