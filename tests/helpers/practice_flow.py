"""A practice flow over records that are only a list, told as a story."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import cast

from app.library import read_library
from app.locations import find_locations
from app.practice.choice import Choice
from app.practice.session import Session
from app.practice.timeline import Part, Plan, build_session
from app.programme.flow import PracticeFlow
from app.programme.flow_states import FlowState
from app.programme.safety import QUESTIONS
from app.records.correction import Correction, RecordTable, Row
from app.records.decision import Decision
from app.records.feedback import Feedback, NotedPain, PainNoteDismissed
from app.records.model import (
    Practised,
    Record,
    SafetyAnswers,
    SessionClosed,
    SessionEnd,
    SessionInProgress,
    SessionRecord,
    SetRecord,
)
from app.records.queries import OFFERED_FOR
from app.records.records import Records
from tests.helpers.records import MORNING

LIBRARY = read_library(find_locations())
NO = {question.value: False for question in QUESTIONS}
YES = {question.value: True for question in QUESTIONS}
NAMES: dict[type[Record], str] = {
    SafetyAnswers: "safety",
    SessionRecord: "started",
    SetRecord: "set",
    SessionInProgress: "running",
    SessionClosed: "left",
    Decision: "decision",
    Feedback: "feedback",
    PainNoteDismissed: "dismissed",
}


class ListedRecords:
    """Keeps what a flow records in a list, and reads it as the database would."""

    found_others = False

    def __init__(self) -> None:
        self.listed: list[tuple[str, object]] = []
        self._safety: SafetyAnswers | None = None
        self._listeners: list[Callable[[Record | None], None]] = []

    def subscribe(self, listener: Callable[[Record | None], None]) -> None:
        self._listeners.append(listener)

    def names(self) -> list[str]:
        """Return what was recorded, in its order."""
        return [name for name, _ in self.listed]

    def of(self, name: str) -> list[object]:
        """Return all that was recorded of one kind."""
        return [record for kind, record in self.listed if kind == name]

    def put(self, record: Record) -> None:
        if isinstance(record, SafetyAnswers):
            self._safety = record
        match record:
            case SessionEnd():
                self.listed.append((record.outcome.value, record.session_id))
            case Correction(rows=[Row(table=RecordTable.ANSWERS, key=run, values=None)]):
                self.listed = [one for one in self.listed if not _is_answer(one[1], run)]
            case SessionClosed() | PainNoteDismissed():
                self.listed.append((NAMES[type(record)], record.run))
            case _:
                self.listed.append((NAMES[type(record)], record))
        for listener in tuple(self._listeners):
            listener(record)

    def safety(self) -> SafetyAnswers | None:
        return self._safety

    def session_in_progress(
        self, now: datetime, run: str | None = None
    ) -> SessionInProgress | None:
        for name, record in reversed(self.listed):
            if name == "running":
                found = cast("SessionInProgress", record)
                if run in (None, found.run) and found.run not in self.of("left"):
                    return found if abs(now - found.at) <= OFFERED_FOR else None
        return None

    def sets_of(self, session_id: str) -> list[SetRecord]:
        sets = cast("list[SetRecord]", self.of("set"))
        return [one for one in sets if one.session_id == session_id]

    def practised(self) -> list[Practised]:
        started = cast("list[SessionRecord]", self.of("started"))
        by_id = {one.session_id: one for one in reversed(started)}
        return [
            Practised(
                one.exercise,
                one.sets,
                sum(done.finished for done in self.sets_of(one.session_id)),
                one.started_at,
                one.routine,
                one.programme,
            )
            for one in reversed(by_id.values())
        ]

    def decisions(self, programme: str) -> list[Decision]:
        decided = cast("list[Decision]", self.of("decision"))
        return [one for one in decided if one.programme == programme]

    def feedback(self, since: date) -> dict[date, list[Feedback]]:
        found: dict[date, list[Feedback]] = {}
        for run in dict.fromkeys(one.run for one in self._feedback()):
            given = self.answers(run)
            if given is not None and given.answered_at and given.asked_at.date() >= since:
                found.setdefault(given.asked_at.date(), []).append(given)
        return found

    def answers(self, run: str) -> Feedback | None:
        given = [one for one in self._feedback() if one.run == run]
        return given[-1] if given else None

    def was_asked(self, day: date) -> bool:
        return any(one.asked_at.date() == day for one in self._feedback())

    def pains(self) -> list[NotedPain]:
        latest = {one.run: one for one in self._feedback()}.values()
        pains = sorted((one for one in latest if one.pain), key=lambda one: one.at)
        return [NotedPain(one, one.run in self.of("dismissed")) for one in pains]

    def felt(self, limit: int) -> list[tuple[str, Feedback]]:
        latest = {one.run: one for one in self._feedback() if one.felt is not None}.values()
        runs = {one.run: one for one in cast("list[SessionRecord]", self.of("started"))}
        found = [(runs[one.run].exercise, one) for one in latest if one.run in runs]
        return sorted(found, key=lambda one: one[1].asked_at, reverse=True)[:limit]

    def measured(self) -> list[Feedback]:
        latest = {one.run: one for one in self._feedback()}.values()
        return [one for one in latest if (one.wall_cm, one.stick_stayed) != (None, None)]

    def _feedback(self) -> list[Feedback]:
        return cast("list[Feedback]", self.of("feedback"))


def _is_answer(record: object, run: str) -> bool:
    return isinstance(record, Feedback) and record.run == run


class Story:
    """Leads a flow and its sessions by words; `wall` is the time of day."""

    def __init__(self) -> None:
        self.records = ListedRecords()
        self.wall, self.now = MORNING, 1000.0
        self.session: Session | None = None
        self.flow = self.started_again()

    def started_again(self) -> PracticeFlow:
        """Return the flow that the next start of the program would have."""
        self.session = None
        self.flow = PracticeFlow(
            LIBRARY.exercises,
            LIBRARY.lessons,
            LIBRARY.programme,
            cast("Records", self.records),
            lambda: self.wall,
        )
        return self.flow

    def is_(self, state: FlowState) -> bool:
        """Tell whether the flow is in a state."""
        return self.flow.state is state

    def told(self, *verbs: Callable[[], None]) -> list[str]:
        """Return where each verb leads, and what it records, one line each."""
        lines = []
        for verb in verbs:
            before = len(self.records.listed)
            verb()
            recorded = ", ".join(self.records.names()[before:])
            lines.append(f"{self.flow.state.value}: {recorded}".rstrip(": "))
        return lines

    def open(self) -> None:
        """Answer the safety questions with no."""
        self.flow.answer_questions(NO, support=False)

    def close(self) -> None:
        """Answer them with yes."""
        self.flow.answer_questions(YES, support=False)

    def start(self) -> None:
        """Start two short sets."""
        self.flow.start(a_plan())

    def lead(self) -> None:
        """Begin to lead the session that was started, as the window does at once."""
        if self.flow.plan is not None:
            self.session = Session(self.flow.plan, self.flow.performed)
            self.flow.begin()
            self.flow.record(self.session.start(self.now), self.now)

    def play(self, seconds: float = 600.0) -> None:
        """Let the session go on; where it comes to its end, it is summed up."""
        until = self.now + seconds
        while self.session is not None and (due := self.session.next_boundary(self.now)):
            if due > until:
                break
            self._pass(due)
            self._take("advance")

    def stop(self) -> None:
        """Stop the session."""
        self._take("stop")

    def skip(self) -> None:
        """Skip what is on."""
        self._take("skip")

    def _take(self, verb: str) -> None:
        if self.session is not None:
            self.flow.record(getattr(self.session, verb)(self.now), self.now)
            if self.session.next_boundary(self.now) is None:
                self.session = None
                self.flow.finish()

    def _pass(self, until: float) -> None:
        self.wall += timedelta(seconds=until - self.now)
        self.now = until


def a_plan(routine: str | None = None) -> Plan:
    """Return two sets of one repetition of wall touches."""
    exercise = LIBRARY.exercises["wall-touches"]
    part = Part(exercise, Choice.of(exercise, sets=2, reps=1, rest_s=5))
    return build_session([part], exercise.title, routine=routine)
