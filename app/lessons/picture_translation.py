"""A picture's texts in another language."""

from __future__ import annotations

from pathlib import Path

import msgspec
from msgspec.structs import replace

from app.content import convert, parse_toml, read_text
from app.errors import ContentError, Problem
from app.lessons.model import Caption
from app.lessons.picture import Description, Heading, Picture, Sentence
from app.messages.message import Message


class PanelTexts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One panel's translated texts; None stays English."""

    caption: Caption | None = None
    note: Sentence | None = None


class PictureTexts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One picture's translated texts; None stays English.

    Attributes:
        panels: one table for each panel, in order; without any, all of them stay English.
    """

    title: Heading | None = None
    summary: Sentence | None = None
    text: Description | None = None
    panels: tuple[PanelTexts, ...] = msgspec.field(name="panel", default=())


def translate(file: Path, pictures: dict[str, Picture]) -> list[Problem]:
    """Put the texts of `file`, one table for each picture, into `pictures`; return the mistakes."""
    try:
        tables = parse_toml(read_text(file), file)
    except ContentError as error:
        return error.problems
    problems: list[Problem] = []
    for picture_id, table in tables.items():
        if picture_id not in pictures:
            what = Message("content.unknown-picture", known=", ".join(pictures))
            problems.append(Problem(file, picture_id, what))
            continue
        try:
            words = convert(table, PictureTexts, file, picture_id)
        except ContentError as error:
            problems += error.problems
            continue
        count = len(pictures[picture_id].panels)
        if words.panels and len(words.panels) != count:
            what = Message("content.panels", n=count, got=len(words.panels))
            problems.append(Problem(file, f"{picture_id}.panel", what))
        else:
            pictures[picture_id] = _translated(pictures[picture_id], words)
    return problems


def _translated(picture: Picture, words: PictureTexts) -> Picture:
    spoken = words.panels or (PanelTexts(),) * len(picture.panels)
    return replace(
        picture,
        title=words.title or picture.title,
        summary=words.summary or picture.summary,
        text=words.text or picture.text,
        panels=tuple(
            replace(
                panel,
                caption=word.caption or panel.caption,
                note=word.note if word.note and panel.note else panel.note,
            )
            for panel, word in zip(picture.panels, spoken, strict=True)
        ),
    )
