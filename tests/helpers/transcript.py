"""A session's events as text, one line each: the time due and what happened."""

from __future__ import annotations

from collections.abc import Iterable

from app.practice.events import (
    CountdownTicked,
    Event,
    HalfwayReached,
    HoldEnding,
    LastRepStarted,
    LeadInStarted,
    Paused,
    PhaseStarted,
    RestAdded,
    Resumed,
    ResumeStarted,
    SessionFinished,
    SessionStopped,
    SetEvent,
)

_VERBS = {
    "SetFinished": "finished",
    "SetSkipped": "skipped",
    "SetAbandoned": "abandoned",
    "SetStopped": "stopped",
}


def transcript(events: Iterable[Event], origin: float = 0.0) -> str:
    """Render events as lines; times are seconds from `origin`."""
    return "\n".join(f"{event.at - origin:8.3f}  {describe(event)}" for event in events)


def lines(text: str) -> str:
    """Bring a transcript written by hand into the form of `transcript`."""
    pairs = (line.strip().split("  ", 1) for line in text.strip().splitlines())
    return "\n".join(f"{float(at):8.3f}  {what.strip()}" for at, what in pairs)


def describe(event: Event) -> str:
    """Say in a few words what happened."""
    match event:
        case PhaseStarted(phase=phase, performance=None) if phase.part or phase.kind == "change":
            return f"{phase.kind} (exercise {phase.part + 1}, set {phase.set})"
        case PhaseStarted(phase=phase, performance=None):
            return f"{phase.kind} (set {phase.set})"
        case PhaseStarted(phase=phase, performance=performance):
            return f"{phase.kind} {phase.set}.{phase.rep} #{performance}"
        case LastRepStarted(set=number, rep=rep, performance=performance):
            return f"last rep {number}.{rep} #{performance}"
        case HalfwayReached(set=number, performance=performance, in_hold=in_hold):
            return f"halfway {'in a hold of' if in_hold else 'through'} set {number} #{performance}"
        case HoldEnding(seconds_left=left, performance=performance):
            return f"hold ends in {left} #{performance}"
        case RestAdded(phase=phase, seconds=seconds):
            return f"{phase.kind} is {seconds} s longer: {phase.seconds:g} s"
        case CountdownTicked(seconds_left=left):
            return f"in {left}"
        case SetEvent():
            verb = _VERBS[type(event).__name__]
            return (
                f"set {event.set} of {event.sets} {verb} #{event.performance}: "
                f"{event.reps_done} of {event.reps}"
            )
        case LeadInStarted(set=number):
            return f"lead-in to set {number}"
        case Paused(reason=reason):
            return f"paused ({reason})"
        case ResumeStarted():
            return "resuming"
        case Resumed():
            return "resumed"
        case SessionFinished(sets_finished=count):
            return f"session finished: {count} sets"
        case SessionStopped(sets_finished=count, reps_done=reps):
            return f"session stopped: {count} sets, reps {reps}"
        case _:
            raise AssertionError(event)
