"""Record what is decided about the course, and take it back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from app.records.correction import Correction, RecordTable
from app.records.decision import Decision, DecisionKind, taken_back
from app.records.model import local_now
from app.records.records import Records


class Decided(NamedTuple):
    """One decision that can be undone.

    Attributes:
        about: of `Decision.about`.
        withdrawn: whether it was an earlier decision that was taken back.
        before: what undoes it.
    """

    kind: DecisionKind
    about: str
    withdrawn: bool
    before: Correction


class Deciding:
    """Records decisions about one programme; the latest can be undone, one by one.

    Args:
        records: where they go.
        programme: the programme's id.
        now: the wall clock, with its zone.
    """

    def __init__(
        self, records: Records, programme: str, now: Callable[[], datetime] = local_now
    ) -> None:
        self._records, self._programme, self._now = records, programme, now
        self._decided: list[Decided] = []

    @property
    def latest(self) -> Decided | None:
        """What can be undone next; None where there is nothing."""
        return self._decided[-1] if self._decided else None

    def decide(self, kind: DecisionKind, about: str) -> None:
        """Record a decision."""
        made = Decision(kind, about, self._programme, self._now())
        self._records.put(made)
        self._decided.append(Decided(kind, about, False, taken_back(made.id)))

    def withdraw(self, kind: DecisionKind, about: str) -> None:
        """Take back all decisions of a kind about something, whenever they were made.

        Raises:
            UserError: the records cannot be read; nothing is changed then.
        """
        ids = [
            one.id
            for one in self._records.decisions(self._programme)
            if (one.kind, one.about) == (kind, about)
        ]
        rows = [self._records.row(RecordTable.DECISION, one) for one in ids]
        before = Correction(tuple(row for row in rows if row is not None))
        if before.rows:
            self._records.put(taken_back(*ids))
            self._decided.append(Decided(kind, about, True, before))

    def undo(self) -> Decided | None:
        """Undo the latest and return it; None where there is nothing to undo."""
        if not self._decided:
            return None
        latest = self._decided.pop()
        self._records.put(latest.before)
        return latest
