"""The teaching picture that `render` is about, where it is one."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from app.body.anthropometry import Body
from app.errors import ContentError, UserError
from app.library import read_library
from app.locations import find_locations

if TYPE_CHECKING:
    from app.picture.sheet import Sheet

#: What a picture says for itself, and what stands where nobody asks for it.
_NOT_FOR_SHEETS: dict[str, object] = {
    "versus": None, "overlaid": False, "at": None, "turn": 0.0, "overlay": [], "no_cues": False,
    "exercise": None,
}  # fmt: skip


def find_sheet(options: argparse.Namespace, body: Body) -> Sheet | None:
    """Return the picture by its id; None where there is none of that name.

    Raises:
        UserError: its panels are broken, or it is asked for what only movements can do.
    """
    library = read_library(find_locations())
    names = library.pictures.names or ()
    if options.movement not in names:
        return None
    picture = library.pictures.get(options.movement)
    if picture is None:
        raise ContentError(library.pictures.problems)
    for name, unasked in _NOT_FOR_SHEETS.items():
        if getattr(options, name) != unasked:
            option = name.replace("_", "-")
            raise UserError("commands.for-movements", option=option, picture=picture.id)
    from app.picture.sheet import Sheet

    sheet = Sheet(picture, library.movements, body)
    if len(sheet.motions) < sum(len(panel.movements) for panel in picture.panels):
        raise ContentError(library.movements.problems)
    return sheet
