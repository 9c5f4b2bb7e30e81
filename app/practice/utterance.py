"""Something to be said: in which words, how important it is, and until when it makes sense."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from app.practice.timeline import PhaseKind


class Spoken(StrEnum):
    """A sentence of the program; its arguments are in its `Line`.

    CUE is the exercise's own words alone.
    """

    CUE = "cue"
    CUE_REP = "cue-rep"
    PHASE = "phase"
    PHASE_REP = "phase-rep"
    REP = "rep"
    HALFWAY_CUE = "halfway-cue"
    HALFWAY_CUE_REP = "halfway-cue-rep"
    HALFWAY_REP = "halfway-rep"
    LAST = "last"
    FLOOR = "floor"
    NEXT_NEEDS = "next-needs"
    NEXT = "next"
    SET = "set"
    GET_READY = "get-ready"
    PAUSED = "paused"
    SECONDS = "seconds"


class Priority(IntEnum):
    """Which of two gives way: the lower one, and at the same level the earlier."""

    COUNT = 0
    NOTE = 1
    CUE = 2
    END = 3


@dataclass(frozen=True, slots=True)
class Line:
    """One way to say it.

    Attributes:
        message: which sentence.
        texts: the content's words in it, by name: `cue`, `halfway`, `exercise`, `equipment`.
        numbers: by name: `rep`, `set`, `sets`, `seconds`.
        kind: of the phase that PHASE and PHASE_REP name.
        part: the exercise in the session, from 0.
    """

    message: Spoken
    texts: Mapping[str, str]
    numbers: Mapping[str, int]
    kind: PhaseKind | None = None
    part: int = 0


@dataclass(frozen=True, slots=True)
class Utterance:
    """Something to be said.

    Attributes:
        at: when it is due, on the clock of the events, s.
        forms: ways to say it, from the whole to the shortest; the first that fits is said.
        priority: against what is being said, and what comes.
        until: when it has to be over: something else is due then; None where nothing is.
    """

    at: float
    forms: tuple[Line, ...]
    priority: Priority
    until: float | None
