"""The content to share: what the stage showed when its button was pressed."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from app.figure.look import Look
from app.lessons.pairs import Pair
from app.movement.model import Movement
from app.movement.motion import Motion
from app.picture.sheet import Sheet
from app.practice.exercise import Exercise
from app.programme.programme import Programme
from app.units import Units


class Subject(msgspec.Struct, frozen=True):
    """What the stage showed.

    Attributes:
        motions: one movement on the user's body, or two.
        look: how they are shown, including overlays.
        position: the moment, s on the stage's clock.
        speed: how fast it plays, as a factor of the movement's own speed.
        dark: whether the dark theme is in use.
        units: the units of lengths in an exercise's texts.
        less_motion: whether nothing may move by itself.
        exercises: the exercises a page can be about, by id; movements: what they are done with.
        pairs: what can be set beside each other; programme: its weeks can be on pages too.
        sheet: the teaching picture shown, with these movements; None for the stage.
    """

    motions: tuple[Motion, ...]
    look: Look
    position: float
    speed: float
    dark: bool
    units: Units
    less_motion: bool
    exercises: Mapping[str, Exercise] = {}
    movements: Mapping[str, Movement] = {}
    pairs: tuple[Pair, ...] = ()
    programme: Programme = Programme()
    sheet: Sheet | None = None
