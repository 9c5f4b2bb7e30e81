"""The movement a command is about."""

from __future__ import annotations

from app.errors import ContentError, UserError
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
            raise ContentError(library.problems)
        raise UserError("commands.no-movement", id=movement_id, known=", ".join(library))
    return movement
