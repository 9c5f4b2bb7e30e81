"""Movements in another language: titles, texts and cues laid over the English files."""

from __future__ import annotations

from pathlib import Path

import msgspec
from msgspec.structs import replace

from app.content import convert, parse_toml, read_text
from app.errors import ContentError, Problem
from app.messages.message import Message
from app.movement.model import Movement, Text, Title


class MovementTexts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One movement's translated texts; what is left out stays English.

    Attributes:
        title, text: as in the movement file.
        cues: by the phase's name.
    """

    title: Title | None = None
    text: Text | None = None
    cues: dict[str, Text] = {}


def read_texts(file: Path | None) -> tuple[dict[str, MovementTexts], list[Problem]]:
    """Read a language's movement texts by movement id; a missing file has none."""
    if file is None or not file.is_file():
        return {}, []
    words: dict[str, MovementTexts] = {}
    problems: list[Problem] = []
    try:
        tables = parse_toml(read_text(file), file)
    except ContentError as error:
        return {}, error.problems
    for movement_id, table in tables.items():
        try:
            words[movement_id] = convert(table, MovementTexts, file, movement_id)
        except ContentError as error:
            problems += error.problems
    return words, problems


def strange_cues(movement: Movement, words: MovementTexts, file: Path) -> list[Problem]:
    """Return the cues for phases that the movement does not have."""
    names = [phase.name for phase in movement.phases]
    expected = Message("movement.unknown-phase", known=", ".join(names))
    return [
        Problem(file, f"{movement.id}.cues.{name}", expected)
        for name in words.cues
        if name not in names
    ]


def translated(movement: Movement, words: MovementTexts | None) -> Movement:
    """Return the movement with its translated texts, where there are any."""
    if words is None:
        return movement
    return replace(
        movement,
        title=words.title or movement.title,
        text=words.text or movement.text,
        phases=tuple(
            replace(phase, cue=words.cues.get(phase.name, phase.cue)) for phase in movement.phases
        ),
    )
