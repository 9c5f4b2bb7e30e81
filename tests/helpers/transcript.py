"""A session's events as text, one line each: the time due and what happened."""

from __future__ import annotations

from collections.abc import Iterable

from app.practice.events import (
    CountdownTicked,
    Event,
    LastRepStarted,
    LeadInStarted,
    Paused,
    PhaseStarted,
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


def describe(event: Event) -> str:
    """Say in a few words what happened."""
    match event:
        case PhaseStarted(phase=phase, performance=None):
            return f"{phase.kind} (set {phase.set})"
        case PhaseStarted(phase=phase, performance=performance):
            return f"{phase.kind} {phase.set}.{phase.rep} #{performance}"
        case LastRepStarted(set=number, rep=rep, performance=performance):
            return f"last rep {number}.{rep} #{performance}"
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
