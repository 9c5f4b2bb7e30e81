"""Correct and delete what was recorded, and take that back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.records.correction import Correction, RecordTable, Row, Value
from app.records.feedback import Feedback
from app.records.model import SetRecord
from app.records.practised import PractisedSession
from app.records.records import Records
from app.records.times import offset_minutes, to_milliseconds


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
        key: the set's id, or the session's key.
        exercises: ids of what was practised.
        count: the number of the set in the plan, or how many sets were deleted.
        before: what undoes it.
    """

    kind: ChangeKind
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

    def correct_set(self, old: SetRecord, new: SetRecord) -> None:
        """Correct the repetitions, the seconds and whether it was finished, of a set.

        Nothing is changed where it was deleted meanwhile.
        """
        here = self._records.row(RecordTable.SET, old.id)
        if here is None or here.values is None:
            return
        changed: dict[str, Value] = {
            "reps_done": new.reps_done,
            "seconds": new.seconds,
            "finished": int(new.finished),
        }
        rows = [Row(RecordTable.SET, old.id, here.values | changed)]
        self._change(ChangeKind.SET_CORRECTED, old.id, (old.exercise,), old.set, rows)

    def delete_set(self, old: SetRecord) -> None:
        """Delete a set; the record of its session goes with the last of its sets."""
        rows = self._without([old])
        self._change(ChangeKind.SET_DELETED, old.id, (old.exercise,), old.set, rows)

    def delete_session(self, old: PractisedSession) -> None:
        """Delete a session with its answers; it is not offered to be gone on with any more."""
        if old.run is None:
            rows = self._without(old.sets)
        else:
            rows = self._without(old.sets, self._records.session_ids_of(old.run))
            rows += [
                Row(RecordTable.ANSWERS, old.run, None),
                Row(RecordTable.IN_PROGRESS, old.run, None),
            ]
        self._change(ChangeKind.SESSION_DELETED, old.key, old.exercises, len(old.sets), rows)

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
        here = self._records.row(RecordTable.ANSWERS, old.run)
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
        if not (values.get("pain") and new.pain):
            values["dismissed"] = 0
        values |= {
            "felt": None if new.felt is None else new.felt.value,
            "pain": int(new.pain),
            "effort": new.effort,
            "done_as_shown": _to_column(new.done_as_shown),
            "pain_level": new.pain_level,
            "pain_place": None if new.pain_place is None else new.pain_place.value,
            "pain_signs": _to_column(new.pain_signs),
            "settled": _to_column(new.settled),
            "wall_cm": new.wall_cm,
            "stick_head": _to_column(new.stick_head),
            "stick_back": _to_column(new.stick_back),
            "stick_tailbone": _to_column(new.stick_tailbone),
        }
        rows = [Row(RecordTable.ANSWERS, old.run, values)]
        self._change(ChangeKind.ANSWERS_CORRECTED, old.key, old.exercises, 0, rows)

    def _change(
        self,
        kind: ChangeKind,
        key: str,
        exercises: tuple[str, ...],
        count: int,
        rows: Iterable[Row],
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
            self._changes.append(Change(kind, key, exercises, count, Correction(tuple(before))))

    def _without(self, sets: Sequence[SetRecord], sessions: Iterable[str] = ()) -> list[Row]:
        """Return the deletion of sets, and of their sessions and others that have no more."""
        gone = {one.id for one in sets}
        found = dict.fromkeys([*(one.session_id for one in sets), *sessions])
        empty = [one for one in found if gone.issuperset(self._records.set_ids_of(one))]
        return [
            *(Row(RecordTable.SET, one.id, None) for one in sets),
            *(Row(RecordTable.SESSION, one, None) for one in empty),
        ]


def _to_column(answer: bool | None) -> int | None:
    """Return yes or no as the database keeps it."""
    return None if answer is None else int(answer)
