"""An exercise's texts in another language."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from app.practice.exercise import Exercise, Name, PartNames, Sentences, Words

T = TypeVar("T", bound=msgspec.Struct)


class CueWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The cues that are translated; None stays English."""

    prepare: Sentences | None = None
    down: Words | None = None
    hold: Words | None = None
    up: Words | None = None
    top: Words | None = None
    hold_left: Words | None = None
    switch: Words | None = None
    hold_right: Words | None = None
    halfway: Words | None = None
    last: Words | None = None
    rest: Sentences | None = None
    done: Sentences | None = None


class ExerciseWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The texts that are translated; None stays English. Numbers are not the translator's."""

    id: str
    title: Name | None = None
    summary: Sentences | None = None
    equipment: Sentences | None = None
    place: Sentences | None = None
    names: PartNames = PartNames()
    cues: CueWords = CueWords()


def translated(exercise: Exercise, words: ExerciseWords) -> Exercise:
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
