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
        self._bar = area.verticalScrollBar()
        self._bar.rangeChanged.connect(self._follow)
        self._bar.valueChanged.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setVisible(self._bar.value() < self._bar.maximum())


def edged(area: QScrollArea) -> Column:
    """Return a scroll area with its edge."""
    return arrange(Column(), (area, 1), ScrollEdge(area), spacing=0, margins=0)
