"""What is said in a session, and when: events in, utterances out."""

from __future__ import annotations

from app.practice.events import (
    CountdownTicked,
    Event,
    HalfwayReached,
    HoldEnding,
    LeadInStarted,
    Paused,
    PauseReason,
    PhaseStarted,
    Resumed,
    ResumeStarted,
    SessionFinished,
)
from app.practice.exercise import Exercise
from app.practice.timeline import PhaseKind, Plan, TimedPhase
from app.practice.transitions import COUNTDOWN_S
from app.practice.utterance import Line, Priority, Spoken, Utterance

#: Room for a word while a countdown runs on, s.
_TICK_S = 1.0


class Narrator:
    """Turns the events of one session into what is said; it speaks nothing itself.

    Never two for one moment: what is halfway is said with the repetition it begins. The words
    of a last repetition are its first cue, so `LastRepStarted` says nothing of its own.

    Args:
        plan: the session's, for its exercises.
    """

    def __init__(self, plan: Plan) -> None:
        self._parts = plan.parts
        self._phase: TimedPhase | None = None
        self._ends = 0.0  # when the phase that is on is over
        self._resuming = False  # its countdown leads to no set
        self._halfway: HalfwayReached | None = None

    def take(self, event: Event) -> Utterance | None:
        """Return what is said at an event; None where nothing is."""
        match event:
            case PhaseStarted():
                self._phase, self._ends = event.phase, event.at + event.phase.seconds
                return self._begin(event)
            case HalfwayReached(in_hold=True) | HoldEnding():
                line = Line(Spoken.CUE, {"cue": event.cue}, {}, part=event.part)
                return Utterance(event.at, (line,), Priority.NOTE, self._ends)
            case HalfwayReached():
                self._halfway = event  # its repetition begins at the same time
            case CountdownTicked(seconds_left=left) if left == COUNTDOWN_S and not self._resuming:
                return self._next_set(event.at)
            case LeadInStarted():
                self._phase = None  # its countdown has nothing to add
                return self._set(event.at, event.part, event.set)
            case Paused(reason=PauseReason.USER):
                return _plain(Spoken.PAUSED, event.at, Priority.END)
            case Resumed():
                self._resuming = False
            case ResumeStarted():
                self._resuming = True
                until = event.at + COUNTDOWN_S
                return _plain(Spoken.GET_READY, event.at, Priority.CUE, until)
            case SessionFinished(sets_finished=sets) if sets:  # not where all was skipped
                cue = self._parts[-1].exercise.cues.done
                line = Line(Spoken.CUE, {"cue": cue}, {}, part=len(self._parts) - 1)
                return Utterance(event.at, (line,), Priority.END, None)
        return None

    def _begin(self, event: PhaseStarted) -> Utterance:
        phase, at = event.phase, event.at
        exercise, choice = self._parts[phase.part]
        halfway, self._halfway = self._halfway, None
        until: float | None = self._ends
        cue = {"cue": phase.cue}
        match phase.kind:
            case PhaseKind.PREPARE:
                # Its end matters most: where to look. The tones of the countdown may run along.
                forms = (*_ends_of(phase.cue, phase.part), Line(Spoken.FLOOR, {}, {}))
            case PhaseKind.CHANGE:
                forms = self._change(phase, exercise)
                until = self._ends - COUNTDOWN_S
            case PhaseKind.REST:
                forms = (*_beginnings_of(phase.cue, phase.part), self._named(phase))
                until = self._ends - COUNTDOWN_S
            case PhaseKind.SWITCH:
                forms = (Line(Spoken.CUE, cue, {}), self._named(phase))
            case kind if event.opens_last_rep:
                forms = (Line(Spoken.CUE, cue, {}), Line(Spoken.LAST, {}, {}))
                until = None if kind is PhaseKind.REP else until
            case kind if self._opens_rep(phase) and phase.rep and choice.reps > 1:
                forms = self._repetition(phase, phase.rep, halfway)
                until = None if kind is PhaseKind.REP else until
            case kind:
                forms = (Line(Spoken.CUE, cue, {}), self._named(phase))
                if halfway is not None:
                    half = {"halfway": halfway.cue}
                    forms = (
                        Line(Spoken.HALFWAY_CUE, {**half, **cue}, {}),
                        Line(Spoken.CUE, {"cue": halfway.cue}, {}),
                        *forms[1:],
                    )
                until = None if kind is PhaseKind.REP else until
        return Utterance(at, forms, Priority.CUE, until)

    def _repetition(
        self, phase: TimedPhase, rep: int, halfway: HalfwayReached | None
    ) -> tuple[Line, ...]:
        cue, number, part = {"cue": phase.cue}, {"rep": rep}, phase.part
        usual = (
            Line(Spoken.CUE_REP, cue, number),
            Line(Spoken.PHASE_REP, {}, number, phase.kind, part),
            Line(Spoken.REP, {}, number),
        )
        if halfway is None:
            return usual
        half = {"halfway": halfway.cue}
        return (
            Line(Spoken.HALFWAY_CUE_REP, {**half, **cue}, number),
            Line(Spoken.HALFWAY_REP, half, number),
            *usual[1:],
        )

    def _change(self, phase: TimedPhase, exercise: Exercise) -> tuple[Line, ...]:
        texts = {"exercise": exercise.title, "equipment": exercise.equipment, "cue": phase.cue}
        return (
            Line(Spoken.NEXT_NEEDS, texts, {}),
            Line(Spoken.NEXT, {"exercise": exercise.title, "cue": phase.cue}, {}),
            *_ends_of(phase.cue, phase.part),
            Line(Spoken.FLOOR, {}, {}),
        )

    def _next_set(self, at: float) -> Utterance | None:
        """Name the set that a rest leads to; before the first, where to look is still said."""
        phase = self._phase
        if phase is None or phase.kind not in (PhaseKind.REST, PhaseKind.CHANGE):
            return None
        return self._set(at, phase.part, phase.set + (phase.kind is PhaseKind.REST))

    def _set(self, at: float, part: int, number: int) -> Utterance:
        sets = self._parts[part].choice.sets
        if sets == 1:
            return _plain(Spoken.GET_READY, at, Priority.NOTE, at + COUNTDOWN_S)
        line = Line(Spoken.SET, {}, {"set": number, "sets": sets})
        return Utterance(at, (line,), Priority.NOTE, at + COUNTDOWN_S)

    def _opens_rep(self, phase: TimedPhase) -> bool:
        """Tell whether the phase is the first of a repetition; a held set has none."""
        exercise, choice = self._parts[phase.part]
        if exercise.reps is None:
            return False
        if choice.down_s:
            return phase.kind in (PhaseKind.DOWN, PhaseKind.REP)
        first = PhaseKind.HOLD if choice.hold_s else PhaseKind.UP
        return phase.kind in (first, PhaseKind.REP)

    def _named(self, phase: TimedPhase) -> Line:
        return Line(Spoken.PHASE, {}, {}, phase.kind, phase.part)


def counted(at: float, seconds: int) -> Utterance:
    """Return a counted second; it gives way to everything."""
    line = Line(Spoken.SECONDS, {}, {"seconds": seconds})
    return Utterance(at, (line,), Priority.COUNT, at + _TICK_S)


def _plain(message: Spoken, at: float, priority: Priority, until: float | None = None) -> Utterance:
    return Utterance(at, (Line(message, {}, {}),), priority, until)


def _ends_of(text: str, part: int) -> tuple[Line, ...]:
    """Return the whole, then ever less of its beginning, a sentence at a time."""
    sentences = text.split(". ")
    return tuple(
        Line(Spoken.CUE, {"cue": ". ".join(sentences[first:])}, {}, part=part)
        for first in range(len(sentences))
    )


def _beginnings_of(text: str, part: int) -> tuple[Line, ...]:
    """Return the whole, then ever less of its end, a sentence at a time."""
    sentences = text.split(". ")
    return tuple(
        Line(Spoken.CUE, {"cue": ". ".join(sentences[:last])}, {}, part=part)
        for last in range(len(sentences), 0, -1)
    )
