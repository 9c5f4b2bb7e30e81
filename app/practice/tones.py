"""Which event is heard as which tone; making and playing them is not done here."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from app.practice.events import (
    CountdownTicked,
    Event,
    HalfwayReached,
    HoldEnding,
    LastRepStarted,
    PhaseStarted,
    SessionFinished,
)
from app.practice.timeline import PhaseKind

#: A tone later than this many seconds misleads: it is dropped, not played late.
LATE_S = 0.3


class Tone(StrEnum):
    """What can be told apart by ear."""

    GET_READY = "get_ready"
    DOWN = "down"
    HOLD = "hold"
    UP = "up"
    REST = "rest"
    SWITCH = "switch"
    HALFWAY = "halfway"
    LAST_REP = "last_rep"
    DONE = "done"
    TICK = "tick"


#: Of two tones for one moment, the one that stands earlier here is heard.
IMPORTANCE = (
    Tone.DONE,
    Tone.LAST_REP,
    Tone.SWITCH,
    Tone.REST,
    Tone.DOWN,
    Tone.UP,
    Tone.HOLD,
    Tone.HALFWAY,
    Tone.GET_READY,
    Tone.TICK,
)

_BY_KIND = {
    PhaseKind.DOWN: Tone.DOWN,
    PhaseKind.HOLD: Tone.HOLD,
    PhaseKind.UP: Tone.UP,
    PhaseKind.TOP: Tone.HOLD,
    PhaseKind.HOLD_LEFT: Tone.HOLD,
    PhaseKind.HOLD_RIGHT: Tone.HOLD,
    PhaseKind.SWITCH: Tone.SWITCH,
    PhaseKind.REST: Tone.REST,
    PhaseKind.CHANGE: Tone.REST,
}


def tone_for(event: Event) -> Tone | None:
    """Return the event's tone; never two for one moment.

    The last repetition's own tone stands in for that of its first phase; halfway through a set
    of repetitions the tone of the next one is the one to hear.
    """
    match event:
        case CountdownTicked() | HoldEnding():
            return Tone.GET_READY
        case LastRepStarted():
            return Tone.LAST_REP
        case PhaseStarted(opens_last_rep=False, phase=phase):
            return _BY_KIND.get(phase.kind)
        case HalfwayReached(in_hold=True):
            return Tone.HALFWAY
        case SessionFinished():
            return Tone.DONE
        case _:
            return None


def is_late(event: Event, now: float, limit_s: float = LATE_S) -> bool:
    """Tell whether the event was due more than `limit_s` seconds before `now`."""
    return now - event.at > limit_s


def tones_due(events: Sequence[Event], now: float) -> tuple[Tone, ...]:
    """Return what events noticed at one time would sound, the most important first.

    One is played, not all: the first, or where the user turned that off, the next. What is late
    is left out. Under the tone of a last repetition stands that of its first phase.
    """
    found = []
    for event in events:
        if is_late(event, now):
            continue
        if (tone := tone_for(event)) is not None:
            found.append(tone)
        elif isinstance(event, PhaseStarted) and event.phase.kind in _BY_KIND:
            found.append(_BY_KIND[event.phase.kind])
    return tuple(sorted(dict.fromkeys(found), key=IMPORTANCE.index))
