"""A teaching picture as a moving one: all its panels on one clock."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from app.picture.kind import Kind, Size
from app.picture.reel import Reel
from app.picture.sheet import Sheet
from app.picture.sheet_painter import paint_sheet, sheet_size
from app.picture.shot import Shot

#: Width if nobody chose one, px.
_STILL_WIDTH, _MOVING_WIDTH = 1600, 960


class SheetReel(Reel):
    """Paints the moments of a teaching picture, and its still.

    The shot's movements are those of the sheet.
    """

    def __init__(self, sheet: Sheet, shot: Shot) -> None:
        super().__init__(shot)
        self._sheet = sheet

    @property
    def has_marks(self) -> bool:
        """Whether right and wrong are announced first: never, as the panels are marked."""
        return False

    def paint(
        self,
        painter: QPainter,
        area: QRectF,
        position: float,
        announce: float = 0.0,
        held: bool = False,
    ) -> None:
        """Paint a moment into an area."""
        del announce, held
        self._paint(painter, area, position)

    def paint_still(self, painter: QPainter, area: QRectF) -> None:
        """Paint each panel at its own moment into an area."""
        self._paint(painter, area, None)

    def _paint(self, painter: QPainter, area: QRectF, position: float | None) -> None:
        palette = self.shot.palette
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.paper)
        painter.drawRect(area)
        paint_sheet(painter, area, self._sheet, self.shot.look, palette, position=position)


def usual_sheet_size(sheet: Sheet, kind: Kind) -> Size:
    """Return a picture's size if nobody chose one."""
    width = _MOVING_WIDTH if kind.moves else _STILL_WIDTH
    size = sheet_size(sheet, width, moving=kind.moves).toSize()
    return Size(size.width(), size.height())
