"""What every record checks of itself."""

from __future__ import annotations

from datetime import datetime


def need_text(**values: object) -> None:
    """Raise ValueError where a text is empty, or none: what was read may be damaged."""
    for name, value in values.items():
        if not value or not isinstance(value, str):
            raise ValueError(f"{name}: expected text, got {value!r}")


def need_whole(least: int, **values: object) -> None:
    """Raise ValueError where a number is less than it can be, or none."""
    for name, value in values.items():
        if not isinstance(value, int) or value < least:
            raise ValueError(f"{name}: expected {least} or more, got {value}")


def need_zone(**values: datetime) -> None:
    """Raise ValueError where a time has no zone."""
    for name, value in values.items():
        if value.utcoffset() is None:
            raise ValueError(f"{name}: expected a time with its zone, got {value.isoformat()}")
