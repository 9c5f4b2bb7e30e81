"""Correct and delete what was recorded, and take that back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.records.correction import Correction, Row, Table, Value
from app.records.feedback import Feedback
from app.records.model import SetRecord
from app.records.practised import PractisedSession, PractisedSet
from app.records.records import Records
from app.records.writing import offset_minutes, to_milliseconds


class ChangeKind(StrEnum):
    """What was changed."""

    SET_CORRECTED = "set-corrected"
    SET_DELETED = "set-deleted"
    SESSION_DELETED = "session-deleted"
    ANSWERS_CORRECTED = "answers-corrected"


@dataclass(frozen=True, slots=True)
class Change:
    """One change that can be undone.

    Attributes:
        day: on which it was practised.
        key: the set's id, or the session's key.
        exercises: ids of what was practised.
        count: the number of the set in the plan, or how many sets were deleted.
        before: what undoes it.
    """

    kind: ChangeKind
    day: date
    key: str
    exercises: tuple[str, ...]
    count: int
    before: Correction


class Corrections:
    """Changes the records of what was practised; the latest changes can be undone, one by one.

    What was read before is what is changed: read it again after each change. Every method raises
    UserError where the records cannot be read; nothing is changed then.
    """

    def __init__(self, records: Records) -> None:
        self._records = records
        self._changes: list[Change] = []

    @property
    def latest(self) -> Change | None:
        """The change that can be undone next; None where there is none."""
        return self._changes[-1] if self._changes else None

    def forget(self) -> None:
        """Leave all changes as they are: none of them can be undone any more."""
        self._changes.clear()

    def undo(self) -> Change | None:
        """Undo the latest change and return it; None where there is none."""
        if not self._changes:
            return None
        change = self._changes.pop()
        self._records.put(change.before)
        return change

    def correct_set(
        self, old: PractisedSet, *, reps_done: int, seconds: float, finished: bool
    ) -> None:
        """Correct what was done in a set.

        Args:
            old: the set as it was read.
            reps_done: whole repetitions; 0 for a held position.
            seconds: time under work.
            finished: whether it was done to its end.

        Raises:
            ValueError: there is no such set.
        """
        new = SetRecord(
            old.session, 1, old.exercise, old.set, old.sets, reps_done, old.reps_planned, finished,
            old.started_at, old.ended_at, seconds, old.id,
        )  # fmt: skip
        self._change(
            (ChangeKind.SET_CORRECTED, old.started_at.date(), old.id, (old.exercise,), old.set),
            self._replaced(
                Table.SET,
                old.id,
                reps_done=new.reps_done,
                seconds=new.seconds,
                finished=int(new.finished),
            ),
        )

    def delete_set(self, old: PractisedSet) -> None:
        """Delete a set; the record of its session goes with the last of its sets."""
        self._change(
            (ChangeKind.SET_DELETED, old.started_at.date(), old.id, (old.exercise,), old.set),
            self._without([old]),
        )

    def delete_session(self, old: PractisedSession) -> None:
        """Delete what was done of a session on its day; its answers go with the last of its sets.

        It is not offered to be gone on with any more.
        """
        sessions = self._records.sessions_of(old.run) if old.run else []
        rows = self._without(old.sets, sessions)
        gone = {row.key for row in rows if row.table is Table.SESSION}
        if old.run is not None and gone.issuperset(sessions):
            rows += [Row(Table.ANSWERS, old.run, None), Row(Table.IN_PROGRESS, old.run, None)]
        day = old.started_at.date()
        self._change((ChangeKind.SESSION_DELETED, day, old.key, old.exercises, len(old.sets)), rows)

    def correct_answers(self, old: PractisedSession, new: Feedback) -> None:
        """Correct what was answered after a session; they keep the time of the first answers.

        Args:
            old: the session as it was read.
            new: its answers; their times do not count.

        Raises:
            ValueError: the session is too old to have answers.
        """
        if old.run is None:
            raise ValueError(f"session {old.key}: expected one with a run")
        here = self._records.row(Table.ANSWERS, old.run)
        if here is None and not new.has_answer:
            return
        values: dict[str, Value] = {"run": old.run, "dismissed": 0}
        if here:
            values |= here.values or {}
        else:
            last = old.sets[-1].ended_at if old.sets else old.started_at
            values |= {"asked_ms": to_milliseconds(last), "asked_offset_min": offset_minutes(last)}
        if values.get("answered_ms") is None:
            values["answered_ms"] = values["asked_ms"]
            values["answered_offset_min"] = values["asked_offset_min"]
        if not new.has_answer:
            values["answered_ms"] = values["answered_offset_min"] = None
        if not values.get("pain"):
            values["dismissed"] = 0
        as_shown = new.done_as_shown
        values |= {
            "felt": None if new.felt is None else new.felt.value,
            "pain": int(new.pain),
            "effort": new.effort,
            "done_as_shown": None if as_shown is None else int(as_shown),
        }
        day = old.started_at.date()
        self._change(
            (ChangeKind.ANSWERS_CORRECTED, day, old.key, old.exercises, 0),
            [Row(Table.ANSWERS, old.run, values)],
        )

    def _change(
        self, what: tuple[ChangeKind, date, str, tuple[str, ...], int], rows: Iterable[Row]
    ) -> None:
        now: list[Row] = []
        before: list[Row] = []
        for row in rows:
            here = self._records.row(row.table, row.key)
            if (here.values if here else None) != row.values:
                now.append(row)
                before.insert(0, here or Row(row.table, row.key, None))
        if now:
            self._records.put(Correction(tuple(now)))
            self._changes.append(Change(*what, before=Correction(tuple(before))))

    def _replaced(self, table: Table, key: str, **values: float) -> list[Row]:
        here = self._records.row(table, key)
        if here is None:
            raise ValueError(f"{table} {key}: expected a row")
        return [Row(table, key, {**(here.values or {}), **values})]

    def _without(self, sets: Sequence[PractisedSet], sessions: Iterable[str] = ()) -> list[Row]:
        """Return the deletion of sets, and of their sessions and others that have no more."""
        gone = {one.id for one in sets}
        found = dict.fromkeys([*(one.session for one in sets), *sessions])
        empty = [one for one in found if gone.issuperset(self._records.sets_of(one))]
        return [
            *(Row(Table.SET, one.id, None) for one in sets),
            *(Row(Table.SESSION, one, None) for one in empty),
        ]
