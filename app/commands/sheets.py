"""The teaching picture that `render` is about, if it is one."""

from __future__ import annotations

import argparse

from app.body.anthropometry import Body
from app.errors import ContentError, UserError
from app.library import read_library
from app.locations import find_locations
from app.picture.sheet import Sheet

#: What a picture sets itself, and the defaults of those options.
_NOT_FOR_SHEETS: dict[str, object] = {
    "versus": None, "overlaid": False, "at": None, "turn": 0.0, "overlay": [], "no_cues": False,
    "exercise": None, "week": None, "name": None, "note": None,
}  # fmt: skip


def find_sheet(options: argparse.Namespace, body: Body) -> Sheet | None:
    """Return the picture by its id; None if there is no such picture.

    Raises:
        UserError: its panels are broken, or the options are for movements only.
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
    sheet = Sheet(picture, library.movements, body)
    if len(sheet.motions) < sum(len(panel.movements) for panel in picture.panels):
        raise ContentError(library.movements.problems)
    return sheet
