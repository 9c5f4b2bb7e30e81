"""Widgets whose limits are in proportion to their text, also when its size is changed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from app.ui.theme import with_text


def limit(
    widget: QWidget, *, least_width: int = 0, most_width: int = 0, least_height: int = 0
) -> None:
    """Limit a widget's size, px where text has 12; 0 is no limit. Replaces earlier limits."""
    for earlier in widget.children():
        if isinstance(earlier, _Limits):
            widget.removeEventFilter(earlier)
            earlier.deleteLater()
    _Limits(widget, least_width, most_width, least_height)


class _Limits(QObject):
    """Sets the limits now, and again whenever the style changes."""

    def __init__(self, widget: QWidget, *limits: int) -> None:
        super().__init__(widget)
        self._limits = limits
        self._set(widget)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.StyleChange and isinstance(watched, QWidget):
            self._set(watched)
        return False

    def _set(self, widget: QWidget) -> None:
        least_width, most_width, least_height = map(with_text, self._limits)
        if least_width:
            widget.setMinimumWidth(least_width)
        if most_width:
            widget.setMaximumWidth(most_width)
        if least_height:
            widget.setMinimumHeight(least_height)
