"""The program's own movements, read once a process, and worked out once for each body."""

from __future__ import annotations

from functools import cache

from app.body.anthropometry import Body
from app.movement.library import MovementLibrary
from app.movement.motion import Motion
from tests.helpers.content import LOCATIONS

MOVEMENTS = MovementLibrary(LOCATIONS.animations)
USUAL = Body()


@cache
def motion_of(movement_id: str, body: Body = USUAL) -> Motion:
    """Return a movement on a body; its room, its path and its reach are kept with it."""
    return Motion(MOVEMENTS[movement_id], body)
