"""Pictures painted for a test, and what can be found in them."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage, QPainter


class Found(NamedTuple):
    """Pixels of a colour: how many there are, and the box around them."""

    area: int
    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        """The width of the box in pixels."""
        return self.right - self.left + 1

    @property
    def height(self) -> int:
        """The height of the box in pixels."""
        return self.bottom - self.top + 1


def painted(width: int, height: int, paint: Callable[[QPainter], None]) -> QImage:
    """Return what was painted on white."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint(painter)
    painter.end()
    return image


def find(image: QImage, matches: Callable[[int, int, int], bool]) -> Found | None:
    """Return the pixels whose red, green and blue (0..255) match; None if none do."""
    pixels = colours_of(image)
    there = [
        rgb for rgb in np.unique(pixels).tolist() if matches(rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF)
    ]
    ys, xs = np.nonzero(np.isin(pixels, there))
    if not len(xs):
        return None
    return Found(len(xs), int(xs.min()), int(ys.min()), int(xs.max()), int(ys.max()))


def colours_of(image: QImage) -> NDArray[np.uint32]:
    """Return the colours of a picture of 32 bits a pixel, 0xRRGGBB by row and column."""
    shape = image.height(), image.width()
    return np.frombuffer(image.constBits(), np.uint32).reshape(shape) & np.uint32(0xFFFFFF)


def find_colour(image: QImage, colour: QColor, tolerance: int = 24) -> Found | None:
    """Return the pixels close to a colour."""
    wanted = colour.red(), colour.green(), colour.blue()
    return find(
        image,
        lambda r, g, b: (
            max(abs(a - w) for a, w in zip((r, g, b), wanted, strict=True)) <= tolerance
        ),
    )
