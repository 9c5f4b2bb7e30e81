"""Pages as a PDF: figures as vector graphics, text as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QFont, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

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


def write_pdf(pages: Sequence[Printable], path: Path) -> Work:
    """Write pages, all of one size."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QSizeF(*pages[0].size), QPageSize.Unit.Point),
            QPageLayout.Orientation.Portrait,
            QMarginsF(),
        )
    )
    writer.setTitle(pages[0].title)
    writer.setCreator("Hip Hinge Trainer")
    for done in paint_pages(pages, writer):
        yield Progress(done, len(pages) + 1)
    path.write_bytes(buffer.data().data())
    yield Progress(len(pages) + 1, len(pages) + 1)


def paint_pages(pages: Sequence[Printable], device: QPagedPaintDevice) -> Iterator[int]:
    """Paint pages onto paper, as large as it is; yield how many are done, none if it cannot be."""
    paper = device.pageLayout().fullRectPoints()
    painter = QPainter(device)
    if not painter.isActive():
        return
    font = QFont(painter.font())
    # Letters hinted for a screen would be spaced unevenly on paper.
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    try:
        for done, page in enumerate(pages, 1):
            if done > 1:
                device.newPage()
            painter.save()
            painter.setFont(font)
            width, height = page.size
            share = min(paper.width() / width, paper.height() / height)
            scale = device.logicalDpiX() / _POINTS * share
            painter.scale(scale, scale)
            page.paint(painter)
            painter.restore()
            yield done
    finally:
        painter.end()
