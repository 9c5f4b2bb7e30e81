"""A strip of key poses: each in a tile with its cues, a second movement below the first."""

from __future__ import annotations

import math
from functools import reduce

import msgspec
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from app.figure.palette import Palette
from app.figure.room import Room, room_of
from app.figure.scene import CORNER, paint_mark, paint_scene
from app.movement.model import Label, Movement
from app.picture.key_poses import KeyPose, key_poses
from app.picture.kind import MOST_STILL, Size
from app.picture.page_words import PageWords
from app.picture.reel import Reel

#: A tile, the caption below it, the line of the title and the gaps, in units.
_TILE, _CAPTION, _HEAD, _GAP = (300.0, 348.0), 56.0, 40.0, 16.0
_TEXT, _TITLE = 16.0, 20.0
_MOST_COLUMNS = 6


class Strip:
    """Lays out and paints the key poses of a shot.

    Attributes:
        poses: from left to right.
    """

    def __init__(self, reel: Reel, words: PageWords, *, most: int | None = None) -> None:
        """Find the poses.

        Args:
            reel: what is shown.
            words: what is written beside the cues.
            most: how many poses there may be; what is too many is left out evenly.
        """
        self.poses = _thinned(key_poses(reel), most)
        self._reel, self._words = reel, words
        # One scale for all, as one compares them.
        rooms = [room_of(motion) for motion in reel.shot.motions]
        self._room: Room = reduce(Room.with_room, rooms)

    def usual_size(self) -> Size:
        """Return the size at which a unit is a pixel; smaller where that is too large."""
        columns = min(len(self.poses), _MOST_COLUMNS)
        width, height = self._extent(columns)
        share = min(1.0, MOST_STILL / max(width, height))
        return Size(math.ceil(width * share), math.ceil(height * share))

    def height_for(self, width: float, columns: int) -> float:
        """Return how high it is when so wide, without the margin around it."""
        wide, high = self._extent(columns)
        return (high - 2 * _GAP) * width / (wide - 2 * _GAP)

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Paint it into an area, as large as it fits."""
        palette = self._reel.shot.palette
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.paper)
        painter.drawRect(area)
        columns = max(range(1, len(self.poses) + 1), key=lambda n: self._scale(n, area))
        width, height = self._extent(columns)
        scale = self._scale(columns, area)
        left = area.center().x() - (width / 2 - _GAP) * scale
        top = area.center().y() - (height / 2 - _GAP) * scale
        self.paint_at(painter, QPointF(left, top), (width - 2 * _GAP) * scale, columns)

    def paint_at(self, painter: QPainter, at: QPointF, width: float, columns: int) -> None:
        """Paint it so wide from a point on, without ground and margin."""
        scale = width / (self._extent(columns)[0] - 2 * _GAP)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        y = at.y()
        for index, motion in enumerate(self._reel.shot.motions):
            head = QRectF(at.x(), y, width, (_HEAD - _GAP / 2) * scale)
            self._paint_title(painter, head, motion.movement, scale)
            y += _HEAD * scale
            for number, pose in enumerate(self.poses):
                row, column = divmod(number, columns)
                corner = QPointF(
                    at.x() + column * (_TILE[0] + _GAP) * scale,
                    y + row * (_TILE[1] + _CAPTION + _GAP) * scale,
                )
                self._paint_tile(painter, corner, index, pose, scale)
            y += self._rows(columns) * (_TILE[1] + _CAPTION + _GAP) * scale

    def _rows(self, columns: int) -> int:
        return math.ceil(len(self.poses) / columns)

    def _extent(self, columns: int) -> tuple[float, float]:
        """Return width and height with the margin around, in units."""
        rows = self._rows(columns)
        block = _HEAD + rows * (_TILE[1] + _CAPTION + _GAP)
        return columns * (_TILE[0] + _GAP) + _GAP, len(self._reel.shot.motions) * block + _GAP

    def _scale(self, columns: int, area: QRectF) -> float:
        width, height = self._extent(columns)
        return min(area.width() / width, area.height() / height)

    def _paint_title(
        self, painter: QPainter, area: QRectF, movement: Movement, scale: float
    ) -> None:
        palette, look = self._reel.shot.palette, self._reel.shot.look
        x, y = area.left(), area.center().y()
        word = look.words.of(movement.label) if look.badges else ""
        if word:
            radius = _TITLE * 0.62 * scale
            paint_mark(painter, QPointF(x + radius, y), radius, movement.label, palette)
            x += radius * 2 + 8 * scale
            font = text_font(painter, _TITLE * scale, bold=True)
            colour = palette.right if movement.label is Label.RIGHT else palette.wrong
            x = _write(painter, QPointF(x, y), word, font, colour) + 12 * scale
        font = text_font(painter, _TITLE * scale, bold=not word)
        _write(painter, QPointF(x, y), movement.title, font, palette.ink)

    def _paint_tile(
        self, painter: QPainter, at: QPointF, index: int, pose: KeyPose, scale: float
    ) -> None:
        shot = self._reel.shot
        tile = QRectF(at.x(), at.y(), _TILE[0] * scale, _TILE[1] * scale)
        look = msgspec.structs.replace(shot.look, badges=False, announce=0.0, overlaid=False)
        actor = self._reel.actors(pose.position)[index]
        actor = msgspec.structs.replace(actor, cue="", room=self._room)
        painter.save()
        # In units, so that floor, lines and corners keep their proportions at every size.
        painter.translate(at)
        painter.scale(scale, scale)
        inner = QRectF(0, 0, *_TILE)
        paint_scene(painter, inner, [actor], look, shot.palette)
        _outline(painter, inner, shot.palette)
        painter.restore()
        lines = pose.cues[index] or (self._words.start,)
        painter.setFont(text_font(painter, _TEXT * scale))
        painter.setPen(shot.palette.ink)
        below = QRectF(tile.left(), tile.bottom() + 8 * scale, tile.width(), (_CAPTION - 8) * scale)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(below, flags | Qt.TextFlag.TextWordWrap, "\n".join(lines))


def text_font(painter: QPainter, size: float, *, bold: bool = False) -> QFont:
    """Return the painter's font in a size, in its units."""
    font = QFont(painter.font())
    font.setPixelSize(max(1, round(size)))
    font.setBold(bold)
    return font


def _write(painter: QPainter, at: QPointF, text: str, font: QFont, colour: QColor) -> float:
    """Write text from a point on, in the middle of a line, and return where it ends."""
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(at + QPointF(0, metrics.capHeight() / 2), text)
    return at.x() + metrics.horizontalAdvance(text)


def _outline(painter: QPainter, tile: QRectF, palette: Palette) -> None:
    painter.setPen(QPen(palette.line, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(tile.adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)


def _thinned(poses: list[KeyPose], most: int | None) -> list[KeyPose]:
    if most is None or len(poses) <= most:
        return poses
    last = len(poses) - 1
    return [poses[round(index * last / (most - 1))] for index in range(most)]
