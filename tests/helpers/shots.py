"""Shots of the real movements on the default body, small so that tests are quick."""

from __future__ import annotations

from pathlib import Path

from app.body.anthropometry import Body
from app.figure.look import Look
from app.figure.palette import LIGHT, Palette
from app.movement.library import MovementLibrary
from app.movement.motion import Motion
from app.picture.kind import Size
from app.picture.shot import Shot
from tests.helpers.content import LOCATIONS

_MOVEMENTS = MovementLibrary(LOCATIONS.animations)


def a_shot(
    *movements: str,
    size: tuple[int, int] = (160, 160),
    fps: int = 10,
    speed: float = 2.0,
    palette: Palette = LIGHT,
    look: Look | None = None,
) -> Shot:
    """Return a shot of movements by their ids; of the hinge where none is named."""
    motions = tuple(Motion(_MOVEMENTS[name], Body()) for name in movements or ("hinge",))
    return Shot(motions, look or Look(), palette, Size(*size), fps, speed)


def left_in(folder: Path) -> list[str]:
    """Return the names of all files in a folder, hidden ones too."""
    return sorted(path.name for path in folder.iterdir())
