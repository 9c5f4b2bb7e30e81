"""Pictures painted for a test, and what can be found in them."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

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
    width = image.width()
    data = bytes(image.constBits())
    verdicts: dict[bytes, bool] = {}
    places = []
    for index in range(width * image.height()):
        pixel = data[4 * index : 4 * index + 3]
        if pixel not in verdicts:
            blue, green, red = pixel
            verdicts[pixel] = matches(red, green, blue)
        if verdicts[pixel]:
            places.append((index % width, index // width))
    if not places:
        return None
    xs, ys = [x for x, _ in places], [y for _, y in places]
    return Found(len(places), min(xs), min(ys), max(xs), max(ys))


def find_colour(image: QImage, colour: QColor, tolerance: int = 24) -> Found | None:
    """Return the pixels close to a colour."""
    wanted = colour.red(), colour.green(), colour.blue()
    return find(
        image,
        lambda r, g, b: (
            max(abs(a - w) for a, w in zip((r, g, b), wanted, strict=True)) <= tolerance
        ),
    )
