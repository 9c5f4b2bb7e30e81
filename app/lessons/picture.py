"""A teaching picture as its author writes it: a few moments side by side, with captions."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from app.lessons.model import At, BodyPart, Caption, Overlay, View

Heading = Annotated[str, Meta(min_length=1, max_length=40)]
Sentence = Annotated[str, Meta(min_length=1, max_length=120)]
Description = Annotated[str, Meta(min_length=1, max_length=1500)]


class Panel(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One figure of a picture, or two.

    Attributes:
        movement: its id.
        at: the moment it stands at.
        beside: the id of a second movement, at the same moment of one clock.
        view: from where the person is seen; one of `VIEWS`.
        light: parts to highlight.
        overlay: overlays to draw.
        caption: what to see, in a few words.
        note: one more sentence.
    """

    movement: str
    at: At
    beside: str | None = None
    view: View = "side"
    light: Annotated[tuple[BodyPart, ...], Meta(max_length=2)] = ()
    overlay: Annotated[tuple[Overlay, ...], Meta(max_length=2)] = ()
    caption: Caption
    note: Sentence | None = None

    @property
    def movements(self) -> tuple[str, ...]:
        """The ids of what it shows."""
        return (self.movement, self.beside) if self.beside else (self.movement,)


class Picture(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A teaching picture.

    Attributes:
        id: lower case with hyphens.
        title: its name for people.
        summary: a line under the title.
        text: all that can be seen in it, for people who cannot see it.
        columns: how many panels stand side by side where the picture may choose its own size.
        numbered: whether the panels are successive steps.
        panels: from left to right, row by row.
    """

    id: str
    title: Heading
    summary: Sentence
    text: Description
    columns: Annotated[int, Meta(ge=1, le=6)]
    numbered: bool = False
    panels: Annotated[tuple[Panel, ...], Meta(min_length=1, max_length=12)] = msgspec.field(
        name="panel"
    )
