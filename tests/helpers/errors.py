"""Errors as the core raises them."""

from __future__ import annotations

from pathlib import Path

from app.errors import UserError
from app.messages.message import Message

#: What `unreadable` says.
UNREADABLE = "Your records in records.sqlite3 could not be read: the disk is full."


def unreadable() -> UserError:
    """Return what reading the records raises where the disk refuses."""
    return UserError(
        "files.records-unreadable",
        file=Path("records.sqlite3"),
        reason=Message("files.disk-full"),
    )
