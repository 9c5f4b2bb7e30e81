"""The form of `programme.toml`, and of its words in another language."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from app.content import ID
from app.practice.exercise import Name
from app.practice.limits import LIMITS

_S, _R = LIMITS["sets"], LIMITS["reps"]

#: A sentence or two.
Text = Annotated[str, Meta(min_length=1, max_length=200)]


class ItemFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An exercise with numbers of its own, or with what stands in for what it needs."""

    exercise: str
    sets: Annotated[int, Meta(ge=_S.low, le=_S.high)] | None = None
    reps: Annotated[int, Meta(ge=_R.low, le=_R.high)] | None = None
    without: Name | None = None
    other: str | None = msgspec.field(default=None, name="or")
    using: Name | None = None


Items = Annotated[list[str | ItemFile], Meta(min_length=1, max_length=12)]


class KnobFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`knob`: the one thing that makes a stage harder."""

    exercise: str
    text: Text
    step_cm: Annotated[int, Meta(ge=1, le=20)] | None = None


class StageFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One `[[stage]]`."""

    id: str
    title: Name
    text: Text
    sessions: Annotated[int, Meta(ge=1, le=60)]
    exercises: Items
    short: Items
    knob: KnobFile | None = None


class AfterFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One `[[after]]`: a way to go on."""

    id: str
    title: Name
    text: Text
    stage: str | None = None
    draw: Annotated[list[Annotated[list[str], Meta(min_length=1)]], Meta(max_length=12)] = []


class DailyFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One `[[daily]]`: homework."""

    id: str
    title: Name
    when: Literal["morning", "evening", "any"]
    exercises: Items


class ShareFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """So many of so many."""

    done: Annotated[int, Meta(ge=1, le=100)]
    of: Annotated[int, Meta(ge=1, le=100)]


class DoneFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[done]`: what counts as done."""

    sets: ShareFile
    exercises: ShareFile
    within_h: Annotated[int, Meta(ge=1, le=24 * 7)]


class MoveFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[move_on]`: what moving on to the next stage takes."""

    pain_free_days: Annotated[int, Meta(ge=0, le=60)]
    effort: Annotated[int, Meta(ge=1, le=10)]
    answers: Annotated[int, Meta(ge=1, le=10)]


class AwayFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[away]`: what is suggested after a long break."""

    days: Annotated[int, Meta(ge=7, le=365)]
    sessions: Annotated[int, Meta(ge=1, le=10)]


class ProgrammeFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A whole programme file."""

    id: Annotated[str, Meta(pattern=ID)]
    stage: Annotated[list[StageFile], Meta(min_length=1, max_length=12)]
    a_week: Annotated[int, Meta(ge=1, le=7)] = 3
    rest_days: Annotated[int, Meta(ge=0, le=6)] = 1
    mixed_from_week: Annotated[int, Meta(ge=1, le=1000)] = 2
    after: Annotated[list[AfterFile], Meta(max_length=12)] = []
    daily: Annotated[list[DailyFile], Meta(max_length=12)] = []
    done: DoneFile | None = None
    move_on: MoveFile | None = None
    away: AwayFile | None = None


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of a stage, or of a way to go on; those that are missing stay English.

    Attributes:
        knob: of a stage.
        without, using: of a stage, by exercise.
    """

    title: Name | None = None
    text: Text | None = None
    knob: Text | None = None
    without: dict[str, Name] = {}
    using: dict[str, Name] = {}


class WordsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The programme's words in another language, by id."""

    stages: dict[str, Words] = {}
    after: dict[str, Words] = {}
    daily: dict[str, Name] = {}
