"""Read the teaching pictures, and their translated texts, from TOML."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

from app.content import Mistake, id_fault, quote, read_tables, try_convert
from app.errors import Problem
from app.lessons.picture import Panel, Picture
from app.lessons.picture_translation import translate
from app.messages.message import Message
from app.movement.library import MovementLibrary

_TABLE = "picture"


class PictureFile(NamedTuple):
    """What was found in a file of pictures.

    Attributes:
        pictures: the valid ones by id, in the file's order.
        names: the ids of all of them, valid or broken; None where the file cannot be read at all.
        problems: every mistake.
    """

    pictures: dict[str, Picture]
    names: Collection[str] | None
    problems: list[Problem]


def read_pictures(file: Path, movements: MovementLibrary, words: Path | None = None) -> PictureFile:
    """Read every valid picture, and every mistake in the others.

    Args:
        file: the pictures, one `[[picture]]` each.
        movements: the known movements.
        words: texts in another language, one table for each picture; the others stay English.
    """
    found: dict[str, Picture] = {}
    tables, problems = read_tables(file, _TABLE)
    names = [str(table.get("id")) for _, table in tables if isinstance(table, dict)]
    for key, table in tables:
        picture, wrong = try_convert(
            table, Picture, file, key, lambda made: _mistakes(made, movements, found)
        )
        if picture is not None:
            found[picture.id] = picture
        problems += wrong
    if words is not None:
        problems += translate(words, found)
    return PictureFile(found, names if tables else None, problems)


def _mistakes(
    picture: Picture, movements: MovementLibrary, others: Collection[str]
) -> Iterator[Mistake]:
    """Yield (key, what was expected) for everything the types cannot express."""
    if wrong := id_fault(picture.id):
        yield "id", wrong
    elif picture.id in others:
        yield "id", Message("content.id-taken", id=quote(picture.id))
    elif picture.id in movements.names:
        # `render` takes either id.
        yield "id", Message("content.id-movement", id=quote(picture.id))
    texts = {"title": picture.title, "summary": picture.summary, "text": picture.text}
    for index, panel in enumerate(picture.panels):
        texts |= {f"panel[{index}].caption": panel.caption}
        texts |= {f"panel[{index}].note": panel.note} if panel.note is not None else {}
        for name, expected in _panel_mistakes(panel, movements):
            yield f"panel[{index}].{name}", expected
    for name, text in texts.items():
        if "{" in text or "}" in text:
            yield name, Message("content.picture-braces")
        elif not text.strip():
            yield name, Message("content.blank")


def _panel_mistakes(panel: Panel, movements: MovementLibrary) -> Iterator[Mistake]:
    for name, movement_id in (("movement", panel.movement), ("beside", panel.beside)):
        if movement_id is not None and movement_id not in movements.names:
            yield name, Message("content.movement", got=quote(movement_id))
    # A movement that cannot be read is reported with its own file.
    movement = movements.get(panel.movement)
    if movement is not None:
        phases = [phase.name for phase in movement.phases]
        if panel.at.phase not in phases:
            known, got = ", ".join(phases), quote(panel.at.phase)
            yield "at.phase", Message("content.choice", known=known, got=got)
