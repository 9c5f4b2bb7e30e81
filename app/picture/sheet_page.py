"""A teaching picture on a page of paper: portrait or landscape, whichever has larger figures."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from app.picture.page_request import PAPERS, Paper
from app.picture.sheet import Sheet
from app.picture.sheet_painter import paint_sheet, sheet_size
from app.picture.shot import Shot

_MARGIN = 24.0


class SheetPage:
    """Paints one page, in points; a `Printable`."""

    def __init__(self, sheet: Sheet, shot: Shot, paper: Paper) -> None:
        self._sheet, self._shot = sheet, shot
        self.title = sheet.picture.title
        short, long = sorted(PAPERS[paper])
        own = sheet_size(sheet, long)
        self.size = (long, short) if own.width() > own.height() else (short, long)

    def paint(self, painter: QPainter) -> None:
        """Paint the page, starting at its top left corner."""
        palette = self._shot.palette
        page = QRectF(0, 0, *self.size)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.paper)
        painter.drawRect(page)
        area = page.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        paint_sheet(painter, area, self._sheet, self._shot.look, palette)
