"""A line under what is scrolled, where something stands below it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QScrollArea

from app.ui.layouts import Column, arrange


class ScrollEdge(QFrame):
    """Is seen while the area above it cuts off what it holds."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__()
        self.setProperty("look", "edge")
        self.setFixedHeight(1)
        keeps = self.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)
        self.setSizePolicy(keeps)
        # What the bar tells is kept: the bar may be gone while it still tells it.
        bar = area.verticalScrollBar()
        self._place, self._end = bar.value(), bar.maximum()
        bar.valueChanged.connect(self._move)
        bar.rangeChanged.connect(self._end_at)
        self._show()

    def _move(self, place: int) -> None:
        self._place = place
        self._show()

    def _end_at(self, _start: int, end: int) -> None:
        self._end = end
        self._show()

    def _show(self) -> None:
        self.setVisible(self._place < self._end)


def edged(area: QScrollArea) -> Column:
    """Return a scroll area with its edge."""
    return arrange(Column(), (area, 1), ScrollEdge(area), spacing=0, margins=0)
