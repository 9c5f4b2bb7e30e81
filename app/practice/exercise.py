"""An exercise as its author wrote it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta

from app.messages.message import Message
from app.practice.limits import LIMITS

#: Longest texts, characters.
NAME_LENGTH, WORDS_LENGTH, SENTENCES_LENGTH = 40, 60, 240

Name = Annotated[str, Meta(min_length=1, max_length=NAME_LENGTH)]
#: Heard while moving: a few words, over before the phase is.
ShortText = Annotated[str, Meta(min_length=1, max_length=WORDS_LENGTH)]
#: Read from across the room.
PART_NAME_LENGTH = 16
PartName = Annotated[str, Meta(min_length=1, max_length=PART_NAME_LENGTH)]
#: Heard or read while standing.
Sentences = Annotated[str, Meta(min_length=1, max_length=SENTENCES_LENGTH)]

_S = LIMITS["sets"]
_R = LIMITS["reps"]
_REST = LIMITS["rest_s"]
_HELD = LIMITS["hold_s"]
_SWITCH = LIMITS["switch_s"]


class Tempo(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How long each part of one repetition takes, in seconds; 0 leaves the part out.

    A part stretches the movement's phases of the same kind, whatever these are called.

    Attributes:
        hold: between down and up.
        top: after up, before the next repetition.
    """

    down: float = 0.0
    hold: float = 0.0
    up: float = 0.0
    top: float = 0.0

    @property
    def total(self) -> float:
        """The length of one repetition in seconds."""
        return self.down + self.hold + self.up + self.top


class PartNames(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the parts of a set are called where "Down", "Hold" or "Left" would mislead."""

    down: PartName | None = None
    hold: PartName | None = None
    up: PartName | None = None
    top: PartName | None = None
    hold_left: PartName | None = None
    switch: PartName | None = None
    hold_right: PartName | None = None


class Cues(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What is said, in the second person and clear by ear alone; empty where it never is.

    Attributes:
        prepare: before the first set, and in the change-over from another exercise.
        down, hold, up, top: at the start of each part of a repetition.
        hold_left, hold_right: at the start of the hold on that side.
        switch: between the two sides.
        halfway: when half of a set's repetitions, or of a hold, is over.
        last: instead of the first cue of a set's last repetition; near the end of a hold.
        rest: once, when a rest begins.
        hold_on: in place of `prepare` to someone who needs support for their balance; empty where
            no hand is free to hold on with, and then the exercise is not open to them.
        done: when the last set is over.
    """

    prepare: Sentences
    down: ShortText = ""
    hold: ShortText = ""
    up: ShortText = ""
    top: ShortText = ""
    hold_left: ShortText = ""
    switch: ShortText = ""
    hold_right: ShortText = ""
    halfway: ShortText
    last: ShortText
    rest: Sentences
    done: Sentences
    hold_on: Annotated[str, Meta(max_length=SENTENCES_LENGTH)] = ""


class Ask(StrEnum):
    """What is asked after an exercise: where it was felt, or how steady it was."""

    HINGE = "hinge"
    STRETCH = "stretch"
    BALANCE = "balance"

    @property
    def message(self) -> Message:
        """The question."""
        return Message(f"practice.asks.{self.value}")


class Measure(StrEnum):
    """What is measured after an exercise: the wall's distance, or where a stick stayed on."""

    WALL = "wall"
    STICK = "stick"


class Exercise(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One exercise: what to do, how often and in what time.

    Attributes:
        id: lower case with hyphens.
        movement: id of the movement the figure shows.
        sets: number of sets.
        reps: repetitions a set; None where a set is one hold.
        hold_s: seconds a set, or each side of it, is held; None where a set is repetitions.
        sides: whether a set is held on the left, then on the right.
        switch_s: seconds between the two sides; None without sides.
        tempo: the time of one repetition; None with `hold_s`.
        rest_s: seconds between two sets.
        names: what the parts of a repetition are called.
        hand_free: whether a hand is free to hold on with.
        asks: what is asked after it.
        measure: what is measured after it; None for nothing.
        continuous: whether a hold is the movement itself, over and over at about its own speed.
        open_ended: whether a set lasts until it is far enough; `reps` are the most then.
        easier: id of the exercise to do in its place where it went badly; None without one.
        equipment: what is needed; place: where to stand before the first set. Both may hold
            lengths as `{cm:15}`, shown in the user's units.
    """

    id: str
    title: Name
    summary: Sentences
    movement: str
    sets: Annotated[int, Meta(ge=_S.low, le=_S.high)]
    reps: Annotated[int, Meta(ge=_R.low, le=_R.high)] | None = None
    hold_s: Annotated[float, Meta(ge=_HELD.low, le=_HELD.high)] | None = None
    sides: bool = False
    switch_s: Annotated[float, Meta(ge=_SWITCH.low, le=_SWITCH.high)] | None = None
    tempo: Tempo | None = None
    names: PartNames = PartNames()
    rest_s: Annotated[float, Meta(ge=_REST.low, le=_REST.high)]
    hand_free: bool = False
    asks: Ask = Ask.HINGE
    measure: Measure | None = None
    continuous: bool = False
    open_ended: bool = False
    easier: str | None = None
    equipment: Sentences
    place: Sentences
    cues: Cues
