"""Where a hurrying figure has just been: its whole shape, paler the longer ago."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from PySide6.QtGui import QPainter

from app.body.skeleton import Skeleton
from app.figure.figure import FigurePainter
from app.figure.palette import blend
from app.figure.stick import StickPainter

#: How strong the latest echo is, and how much of it each one before still is.
_LATEST, _FADES = 0.42, 0.62


def paint_echoes(painter: QPainter, figure: FigurePainter, echoes: Sequence[Skeleton]) -> None:
    """Draw how a figure stood a few moments before, the latest first, as flat shapes."""
    palette = figure.palette
    kind = StickPainter if isinstance(figure, StickPainter) else FigurePainter
    for index, skeleton in reversed(list(enumerate(echoes))):
        colour = blend(palette.card, palette.wrong, _LATEST * _FADES**index)
        flat = msgspec.structs.replace(palette, card=colour, figure=colour, near=colour, far=colour)
        kind(skeleton, figure.view, flat, person=figure.person).paint(painter)
