"""An exercise's texts in another language."""

from __future__ import annotations

import msgspec

from app.practice.exercise import Exercise, Name, Sentences, Words


class CueWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The cues that are translated; None stays English."""

    prepare: Sentences | None = None
    down: Words | None = None
    hold: Words | None = None
    up: Words | None = None
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
    cues: CueWords = CueWords()


def translated(exercise: Exercise, words: ExerciseWords) -> Exercise:
    """Return the exercise with the words there are in place of its own."""
    texts = {
        name: text
        for name in ("title", "summary", "equipment", "place")
        if (text := getattr(words, name)) is not None
    }
    cues = {
        name: text
        for name in exercise.cues.__struct_fields__
        if (text := getattr(words.cues, name)) is not None
    }
    return msgspec.structs.replace(
        exercise, **texts, cues=msgspec.structs.replace(exercise.cues, **cues)
    )
