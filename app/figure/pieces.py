"""Pieces painted in one go: a picture is built up from far to near."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF


class Patch(NamedTuple):
    """A shape in pixels: filled, or a round-ended line `width` pixels wide."""

    colour: QColor
    shape: QPolygonF
    width: float = 0.0


class Piece(msgspec.Struct, frozen=True):
    """Patches that belong together.

    Attributes:
        before: whether they are in front of the trunk, as seen by the viewer.
        depth: how near they are to the viewer, m; greater is nearer.
        patches: in the order they are painted.
    """

    before: bool
    depth: float
    patches: Sequence[Patch]


def paint_pieces(painter: QPainter, pieces: Iterable[Piece]) -> None:
    """Paint pieces in the order given."""
    painter.setPen(Qt.PenStyle.NoPen)
    for piece in pieces:
        for colour, shape, width in piece.patches:
            if width:
                pen = QPen(colour, width)
                pen.setCapStyle(Qt.PenCapStyle.RoundCap)
                pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
                painter.setPen(pen)
                painter.drawPolyline(shape)
                painter.setPen(Qt.PenStyle.NoPen)
            else:
                painter.setBrush(colour)
                painter.drawPolygon(shape)
