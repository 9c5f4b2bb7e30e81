"""A PNG of anything that can be painted in one go."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRectF
from PySide6.QtGui import QImage, QImageWriter, QPainter

from app.picture.kind import Size
from app.picture.progress import Progress, Work

#: Paints a whole picture into an area, px.
Paint = Callable[[QPainter, QRectF], None]


def paint_image(paint: Paint, size: Size) -> QImage:
    """Return a painted picture of a size."""
    image = QImage(size.width, size.height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint(painter, QRectF(0, 0, size.width, size.height))
    painter.end()
    return image


def write_png(paint: Paint, size: Size, path: Path) -> Work:
    """Write a painted picture of a size."""
    image = paint_image(paint, size)
    yield Progress(1, 3)
    # Qt does not say why it cannot write a file.
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    yield Progress(2, 3)
    path.write_bytes(buffer.data().data())
    yield Progress(3, 3)
