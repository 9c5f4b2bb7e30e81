"""Records that wait to be written, and how the writing goes."""

from __future__ import annotations

from datetime import datetime
from enum import Enum, auto

import msgspec

from app.records.model import Record


class Saving(Enum):
    """Whether what was recorded is on the disk."""

    SAVED = auto()
    WAITING = auto()
    FAILING = auto()


class Waiting(msgspec.Struct, frozen=True):
    """A record that may not be on the disk yet.

    Attributes:
        number: counts the records put, from 1.
        changed_at: when it was made, with its time zone.
    """

    number: int
    record: Record
    changed_at: datetime
