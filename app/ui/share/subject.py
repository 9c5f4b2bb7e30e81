"""What is to be shared: what the stage showed when its button was pressed."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from app.figure.scene import Look
from app.movement.model import Movement
from app.movement.motion import Motion
from app.picture.sheet import Sheet
from app.practice.exercise import Exercise
from app.units import Units


class Subject(msgspec.Struct, frozen=True):
    """What the stage shows.

    Attributes:
        motions: one movement on the user's body, or two.
        look: how they are seen, overlays and all.
        position: the moment, s on the stage's clock.
        speed: how fast it plays, times the movement's own.
        dark: whether the dark theme is in use.
        units: of lengths in an exercise's words.
        less_motion: whether nothing is to move by itself.
        exercises: what a page can be about, by id; movements: what they are done with.
        sheet: the teaching picture that is shown, whose movements these are; None: the stage.
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
    sheet: Sheet | None = None
