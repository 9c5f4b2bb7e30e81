"""A page that is one column of cards: centred in a wide window, scrolled in a short one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.accessibility import named
from app.ui.layouts import STRETCH, arrange
from app.ui.text_sized import limit

#: Longer lines are hard to read, px.
_WIDEST = 760
_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_MARGIN = 22  # with the border that shows the focus: 24


class ScrollColumn(QScrollArea):
    """Holds one column and scrolls it up and down; by keyboard too where it is too long.

    Attributes:
        column: what the page adds its widgets to.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        named(self, name)
        self.setProperty("look", "column")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._content = content = QWidget()
        self.column = arrange(QVBoxLayout(content), spacing=16, margins=0)
        self.set_widest()
        inside = QWidget()
        inside.setProperty("look", "page")
        arrange(QHBoxLayout(inside), STRETCH, (content, 1000), STRETCH, margins=_MARGIN)
        self.setProperty("ring", False)
        self.setWidget(inside)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().rangeChanged.connect(self._take_focus_to_scroll)

    def set_widest(self, width: int | None = None) -> None:
        """Set how wide the column may be, px with text of 12 px; None for one of plain text."""
        limit(self._content, most_width=width or _WIDEST)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus to keyboard users; a page that was clicked needs no ring."""
        super().focusInEvent(event)
        self._show_ring(event.reason() in _BY_KEY)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self._show_ring(False)

    def _show_ring(self, ring: bool) -> None:
        if self.property("ring") != ring:
            self.setProperty("ring", ring)
            self.style().unpolish(self)
            self.style().polish(self)

    def _take_focus_to_scroll(self, _low: int, high: int) -> None:
        """Be a stop of the Tab key only while the arrow keys have something to move."""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if high > 0 else Qt.FocusPolicy.NoFocus)


def scrolling(content: QWidget) -> QScrollArea:
    """Return content that scrolls up and down; the Tab key stops there only when it has to."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(content)

    def stop_for_tab(_low: int, high: int) -> None:
        area.setFocusPolicy(Qt.FocusPolicy.TabFocus if high > 0 else Qt.FocusPolicy.NoFocus)

    stop_for_tab(0, 0)
    area.verticalScrollBar().rangeChanged.connect(stop_for_tab)
    return area
