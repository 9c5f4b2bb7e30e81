"""The program's own icons, in the colours of the theme."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QColor, QPixmap

#: Drawn this much larger than asked for, so that they stay sharp at 200 %.
_SHARPNESS = 2


class Icons:
    """Reads icons from a folder of SVG files drawn in `currentColor`.

    Qt's image plugin draws them: importing PySide6.QtSvg would cost the start 15 ms.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made: dict[tuple[str, int, int], QPixmap] = {}

    def pixmap(self, name: str, colour: QColor, size: int) -> QPixmap:
        """Return an icon in one colour, `size` pixels wide and high."""
        key = (name, colour.rgba(), size)
        if key not in self._made:
            self._made[key] = self._draw(name, colour, size)
        return self._made[key]

    def _draw(self, name: str, colour: QColor, size: int) -> QPixmap:
        svg = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
        side = size * _SHARPNESS
        svg = svg.replace("<svg ", f'<svg width="{side}" height="{side}" ', 1)
        pixmap = QPixmap()
        pixmap.loadFromData(svg.replace("currentColor", colour.name()).encode(), "svg")
        pixmap.setDevicePixelRatio(_SHARPNESS)
        return pixmap
