"""Read the teaching pictures, and their words in another language, out of TOML."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

from app.content import id_fault, quote, read_tables, try_convert
from app.errors import Problem
from app.lessons.picture import Panel, Picture
from app.movement.library import MovementLibrary

_TABLE = "picture"


class PictureFile(NamedTuple):
    """What was found in a file of pictures.

    Attributes:
        pictures: the good ones by id, in the file's order.
        names: the ids of all of them, good or broken; None where the file cannot be read at all.
        problems: every mistake.
    """

    pictures: dict[str, Picture]
    names: Collection[str] | None
    problems: list[Problem]


def read_pictures(file: Path, movements: MovementLibrary, words: Path | None = None) -> PictureFile:
    """Read every good picture, and every mistake in the others.

    Args:
        file: the pictures, one `[[picture]]` each.
        movements: the movements there are.
        words: texts in another language, a table a picture; the others stay English.
    """
    found: dict[str, Picture] = {}
    tables, problems = read_tables(file, _TABLE)
    names = [str(table.get("id")) for _, table in tables if isinstance(table, dict)]
    for key, table in tables:
        picture, wrong = try_convert(table, Picture, file, key)
        if picture is not None:
            wrong += [
                Problem(file, f"{key}.{name}", expected)
                for name, expected in _mistakes(picture, movements, found)
            ]
            if not wrong:
                found[picture.id] = picture
        problems += wrong
    if words is not None:
        from app.lessons.picture_words import translate

        problems += translate(words, found)
    return PictureFile(found, names if tables else None, problems)


def _mistakes(
    picture: Picture, movements: MovementLibrary, others: Collection[str]
) -> Iterator[tuple[str, str]]:
    """Yield (key, what was expected) for all that the types cannot say."""
    if wrong := id_fault(picture.id):
        yield "id", wrong
    elif picture.id in others:
        yield "id", f"expected an id of its own, {quote(picture.id)} is taken"
    elif picture.id in movements.names:
        # `render` takes either.
        yield "id", f"expected an id of its own, {quote(picture.id)} is a movement"
    texts = {"title": picture.title, "summary": picture.summary, "text": picture.text}
    for index, panel in enumerate(picture.panels):
        texts |= {f"panel[{index}].caption": panel.caption}
        texts |= {f"panel[{index}].note": panel.note} if panel.note is not None else {}
        for name, expected in _panel_mistakes(panel, movements):
            yield f"panel[{index}].{name}", expected
    for name, text in texts.items():
        if "{" in text or "}" in text:
            yield name, "expected no braces: a picture is the same in every unit"
        elif not text.strip():
            yield name, "expected text, got only spaces"


def _panel_mistakes(panel: Panel, movements: MovementLibrary) -> Iterator[tuple[str, str]]:
    for name, movement_id in (("movement", panel.movement), ("beside", panel.beside)):
        if movement_id is not None and movement_id not in movements.names:
            yield name, f"expected a movement, got {quote(movement_id)}"
    # Of a movement that cannot be read its own file tells.
    movement = movements.get(panel.movement)
    if movement is not None:
        phases = [phase.name for phase in movement.phases]
        if panel.at.phase not in phases:
            yield "at.phase", f"expected one of {', '.join(phases)}, got {quote(panel.at.phase)}"
