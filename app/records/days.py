"""The day a session belongs to."""

from __future__ import annotations

from typing import Final

#: As SQL, for a row of `session`: the day of its start, as the learner's clock had it then; of a
#: run, the start of its first exercise. So midnight, a zone crossed or a change of the clock splits
#: no session.
DAY: Final = """coalesce(
        (SELECT date(first.started_ms / 1000 + first.offset_min * 60, 'unixepoch')
        FROM session AS first WHERE first.run = session.run ORDER BY first.started_ms LIMIT 1),
        date(session.started_ms / 1000 + session.offset_min * 60, 'unixepoch'))"""
