"""A page as a PDF: figures as vector graphics, text as text."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter, QPdfWriter

from app.picture.progress import Progress, Work

_DPI, _POINTS = 1200, 72


class Printable(Protocol):
    """Something that fills one page.

    Attributes:
        size: its width and height, points.
        title: what it is about.
    """

    size: tuple[float, float]
    title: str

    def paint(self, painter: QPainter) -> None:
        """Paint the page, starting at its top left corner."""


def write_pdf(page: Printable, path: Path) -> Work:
    """Write a page."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QSizeF(*page.size), QPageSize.Unit.Point),
            QPageLayout.Orientation.Portrait,
            QMarginsF(),
        )
    )
    writer.setTitle(page.title)
    writer.setCreator("Hip Hinge Trainer")
    painter = QPainter(writer)
    painter.scale(_DPI / _POINTS, _DPI / _POINTS)
    font = QFont(painter.font())
    # Letters hinted for a screen would be spaced unevenly on paper.
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    painter.setFont(font)
    page.paint(painter)
    painter.end()
    yield Progress(1, 2)
    path.write_bytes(buffer.data().data())
    yield Progress(2, 2)
