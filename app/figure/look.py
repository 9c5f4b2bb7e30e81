"""How the figures of a picture are shown."""

from __future__ import annotations

from typing import Literal

import msgspec

from app.figure.figure_texts import FigureTexts
from app.figure.room import Room
from app.lessons.model import BodyPart, Overlay

Style = Literal["silhouette", "stick"]


class Look(msgspec.Struct, frozen=True):
    """How the actors are seen.

    Attributes:
        turn: deg; 0 from the side, 90 from the front.
        mirror: facing left.
        light, overlays: what to point at.
        style: the body as a silhouette, or a plain stick figure.
        overlaid: the actors stand in one place, the second over the first, instead of side by
            side.
        opacity: 0..1, how strongly the second of them is seen then; at 0 only the first is, at 1
            only the second.
        words: what is written.
        announce: 0..1, how strongly the label stands before the figure, before it moves.
        badges: whether labels and titles are written.
        room: what is in view; None: what the actors' movements take.
    """

    turn: float = 0.0
    mirror: bool = False
    light: tuple[BodyPart, ...] = ()
    overlays: tuple[Overlay, ...] = ()
    style: Style = "silhouette"
    overlaid: bool = False
    opacity: float = 0.5
    words: FigureTexts = FigureTexts()
    announce: float = 0.0
    badges: bool = True
    room: Room | None = None
