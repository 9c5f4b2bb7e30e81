"""The movement a command is about."""

from __future__ import annotations

from app.errors import UserError
from app.locations import find_locations
from app.movement.library import MovementLibrary
from app.movement.model import Movement


def find_movement(movement_id: str) -> Movement:
    """Return a movement by its id.

    Raises:
        UserError: there is none, or its file is wrong.
    """
    library = MovementLibrary(find_locations().animations)
    movement = library.get(movement_id)
    if movement is None:
        if library.problems:
            raise UserError("\n".join(map(str, library.problems)))
        known = ", ".join(library)
        raise UserError(f"There is no movement '{movement_id}'; there are: {known}.")
    return movement
