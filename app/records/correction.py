"""Rows of the records as they are to be from now on: corrected, deleted or brought back."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from app.records.checks import need_text

Value = str | int | float | None


class RecordTable(StrEnum):
    """What can be corrected; the value is the table, and the kind of what was deleted."""

    SESSION = "session"
    SET = "performed"
    ANSWERS = "feedback"
    IN_PROGRESS = "running"
    DECISION = "decision"

    @property
    def key(self) -> str:
        """The column that identifies a row."""
        return "run" if self in (RecordTable.ANSWERS, RecordTable.IN_PROGRESS) else "id"


class Row(msgspec.Struct, frozen=True):
    """One row as it is to be.

    Attributes:
        key: what identifies it in its table.
        values: by column, without the time of change; None where it is to be deleted.
    """

    table: RecordTable
    key: str
    values: dict[str, Value] | None

    def __post_init__(self) -> None:
        need_text(key=self.key)


class Correction(msgspec.Struct, frozen=True):
    """Rows that change together, in the order they are written: a set after its session."""

    rows: tuple[Row, ...]
