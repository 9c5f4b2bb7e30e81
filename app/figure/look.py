"""How the figures of a picture are shown."""

from __future__ import annotations

from typing import Literal

import msgspec

from app.figure.figure_texts import FigureTexts
from app.figure.room import Room
from app.lessons.model import BodyPart, Overlay
from app.lessons.people import ANYONE, Person

Style = Literal["person", "silhouette", "stick"]


class Look(msgspec.Struct, frozen=True):
    """How the actors are shown.

    Attributes:
        turn: deg; 0 from the side, 90 from the front.
        mirror: whether they face left.
        light, overlays: what is highlighted and what is drawn over the figures.
        style: a dressed person, the body as a silhouette, or a plain stick figure.
        people: who the actors are, one after the other; anyone where there are none.
        overlaid: whether two actors stand in one place, the second over the first, instead of side
            by side.
        opacity: 0..1, how opaque the second one is then; at 0 only the first is visible, at 1 only
            the second.
        words: the texts to write.
        announce: 0..1, how opaque the label in front of the figure is, before it moves.
        badges: whether labels and titles are written.
        text: how large texts would be beside their usual size, where there is room.
        sentence: one sentence for all figures, below them instead of their cues.
        room: what is in view; None for the room the actors' movements take.
    """

    turn: float = 0.0
    mirror: bool = False
    light: tuple[BodyPart, ...] = ()
    overlays: tuple[Overlay, ...] = ()
    style: Style = "person"
    people: tuple[Person, ...] = ()
    overlaid: bool = False
    opacity: float = 0.5
    words: FigureTexts = FigureTexts()
    announce: float = 0.0
    badges: bool = True
    text: float = 1.0
    sentence: str = ""
    room: Room | None = None

    def person(self, number: int) -> Person:
        """Return who an actor is, counted from 0."""
        return self.people[number % len(self.people)] if self.people else ANYONE
