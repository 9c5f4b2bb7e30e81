"""What the learner decides about the course, besides practising."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from uuid import uuid4

import msgspec

from app.records.checks import need_text, need_zone
from app.records.correction import Correction, RecordTable, Row


class DecisionKind(StrEnum):
    """What was decided; the value is stored, and `Decision.about` names what it is about.

    MOVED_ON to a stage. STAYED in a stage for one more week. STARTED_AT a session: further on, back
    or again. DONE_ELSEWHERE: a session, homework or the like was done without the program. AFTER:
    how to go on after the course. CAME_BACK and CAME_BACK_LOWER after a long break: to the stage as
    it was, or first to a lower one.
    """

    MOVED_ON = "moved-on"
    STAYED = "stayed"
    STARTED_AT = "started-at"
    DONE_ELSEWHERE = "done-elsewhere"
    AFTER = "after"
    CAME_BACK = "came-back"
    CAME_BACK_LOWER = "came-back-lower"


class Decision(msgspec.Struct, frozen=True):
    """One decision; those before it stay as they are.

    Attributes:
        about: id of a stage, a session, a homework or a way to go on.
        programme: the programme it belongs to.
        decided_at: wall time with its zone.
        id: unique across computers; by it the decision can be taken back.
    """

    kind: DecisionKind
    about: str
    programme: str
    decided_at: datetime
    id: str = msgspec.field(default_factory=lambda: uuid4().hex)

    def __post_init__(self) -> None:
        need_text(about=self.about, programme=self.programme, id=self.id)
        need_zone(decided_at=self.decided_at)


def taken_back(*ids: str) -> Correction:
    """Return what takes decisions back, by their ids; one that is gone already changes nothing."""
    return Correction(tuple(Row(RecordTable.DECISION, one, None) for one in ids))
