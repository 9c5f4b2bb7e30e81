"""Parts of the body that are lit, each in its own shape where it lies in the picture."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QColor, QPolygonF

from app.figure.limbs import LimbPainter
from app.figure.palette import Palette, blend
from app.figure.pieces import Patch, Piece
from app.figure.view import View
from app.movement.visibility import Lit

#: How broad the edge of a lit part and the casing around it are, statures, and at least, pixels.
_EDGE, _CASING, _LEAST = 0.0075, 0.0055, (1.5, 1.0)
#: How much a lit part of the body takes on the sign's colour; a shoe takes on all of it.
_TINTED = 0.62
#: A lit part is this much (m) nearer than the limb it belongs to.
_OVER = 0.002
#: Facing the viewer by more than this (sine), what is behind is hidden; and the other way round.
_HIDDEN = 0.85


class PartLight:
    """Lights the parts of one figure.

    Attributes:
        lit: which parts, and in what colour.
    """

    def __init__(
        self, lit: Mapping[Lit, QColor], limbs: LimbPainter, palette: Palette, bare: QColor
    ) -> None:
        self.lit = lit
        self._limbs, self._palette, self._bare = limbs, palette, bare

    def leg(self, side: str, thigh: Piece, shank: Piece) -> list[Piece]:
        """Return what lights the parts of a leg, whose thigh and shank are given."""
        knee = max(thigh, shank, key=lambda piece: piece.depth)
        parts = (Lit.HIPS, thigh), (Lit.KNEES, knee), (Lit.HEELS, shank), (Lit.TOES, shank)
        return [
            Piece(
                near.before,
                near.depth + _OVER,
                self.cased(lit, self._limbs.part(side, lit)),
            )
            for lit, near in parts
            if lit in self.lit and is_seen(lit, self._limbs.view)
        ]

    def cased(self, lit: Lit, shape: QPolygonF) -> list[Patch]:
        """Return the shape of a part, tinted and set off from what lies around it."""
        size, colour = self._limbs.size, self.lit[lit]
        tint = _TINTED if lit in (Lit.HIPS, Lit.KNEES) else 1.0
        closed = QPolygonF([*shape.toList(), shape.first()])
        edge, casing = max(_LEAST[0], _EDGE * size), max(_LEAST[1], _CASING * size)
        return [
            Patch(self._palette.card, closed, edge + 2 * casing),
            Patch(blend(self._bare, colour, tint), shape),
            Patch(colour, closed, edge),
        ]


def is_seen(lit: Lit, view: View) -> bool:
    """Return whether a part is on the side of the body that the viewer sees."""
    if lit in (Lit.HIPS, Lit.HEELS):
        return view.nearer_x < _HIDDEN
    return lit is not Lit.TOES or view.nearer_x > -_HIDDEN
