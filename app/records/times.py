"""Times as the database keeps them: milliseconds in UTC beside the offset of the clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_EPOCH = datetime.fromtimestamp(0, tz=UTC)


def to_milliseconds(moment: datetime) -> int:
    """Return whole milliseconds since 1970 in UTC; never rounded up into the next day."""
    return (moment - _EPOCH) // timedelta(milliseconds=1)


def offset_minutes(moment: datetime) -> int:
    """Return how far the clock it was read from is ahead of UTC."""
    offset = moment.utcoffset()
    return 0 if offset is None else round(offset.total_seconds() / 60)
