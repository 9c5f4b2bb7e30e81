"""An exercise's texts in another language."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from app.practice.exercise import Exercise, Name, PartNames, Sentences, ShortText

T = TypeVar("T", bound=msgspec.Struct)


class CueTexts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The cues that are translated; None stays English."""

    prepare: Sentences | None = None
    down: ShortText | None = None
    hold: ShortText | None = None
    up: ShortText | None = None
    top: ShortText | None = None
    hold_left: ShortText | None = None
    switch: ShortText | None = None
    hold_right: ShortText | None = None
    halfway: ShortText | None = None
    last: ShortText | None = None
    rest: Sentences | None = None
    done: Sentences | None = None
    hold_on: Sentences | None = None


class ExerciseTexts(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The texts that are translated; None stays English. Numbers are not the translator's."""

    id: str
    title: Name | None = None
    summary: Sentences | None = None
    equipment: Sentences | None = None
    place: Sentences | None = None
    names: PartNames = PartNames()
    cues: CueTexts = CueTexts()


def translated(exercise: Exercise, words: ExerciseTexts) -> Exercise:
    """Return the exercise with the words there are in place of its own."""
    texts = {
        name: text
        for name in ("title", "summary", "equipment", "place")
        if (text := getattr(words, name)) is not None
    }
    return msgspec.structs.replace(
        exercise,
        **texts,
        names=_filled(exercise.names, words.names),
        cues=_filled(exercise.cues, words.cues),
    )


def _filled(own: T, words: msgspec.Struct) -> T:
    """Return `own` with the texts that `words` has for it."""
    texts = {
        name: text for name in own.__struct_fields__ if (text := getattr(words, name)) is not None
    }
    return msgspec.structs.replace(own, **texts)
