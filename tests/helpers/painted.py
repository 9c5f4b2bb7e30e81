"""Where and how large the words of a session are painted."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from app.ui.practice.far_text import FarText
from app.ui.practice.ring import Ring


def painted_area(text: FarText) -> QRectF:
    """Return the area that a text covers."""
    metrics, room = QFontMetricsF(text._font()), QRectF(text.contentsRect())
    return metrics.boundingRect(room, text._align | Qt.TextFlag.TextWordWrap, text.text)


def pixels(text: FarText) -> int:
    """Return the size a text is painted in."""
    return text._font().pixelSize()


def digits_height(ring: Ring) -> float:
    """Return how high the digits of a ring are painted, pixels."""
    return QFontMetricsF(ring._font()).tightBoundingRect("8").height()
