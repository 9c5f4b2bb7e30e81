"""A strip of key poses: one tile each with its cues, a second movement below the first."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import reduce

import msgspec
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from app.figure.backdrop import CORNER
from app.figure.captions import paint_mark
from app.figure.lettering import break_words, text_font
from app.figure.palette import Palette
from app.figure.room import Room, room_of
from app.figure.scene import paint_scene
from app.messages.message import Message
from app.movement.model import Label, Movement
from app.picture.key_poses import KeyPose, key_poses
from app.picture.kind import MOST_STILL, Size
from app.picture.reel import Reel

#: A tile, the space to the caption below it, the title's line and the gaps, in units.
_TILE, _TO_CAPTION, _HEAD, _GAP = (300.0, 348.0), 8.0, 40.0, 16.0
_TEXT, _TITLE = 16.0, 20.0
_WRAPPED = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_MOST_COLUMNS = 6
#: How much of a tile its cue may take, because unhinted letters are a little wider.
_FILLED = 0.98


class Strip:
    """Lays out and paints the key poses of a shot.

    Attributes:
        poses: from left to right.
    """

    def __init__(
        self,
        reel: Reel,
        say: Callable[[Message], str] = str,
        *,
        most: int | None = None,
        text: float = _TEXT,
    ) -> None:
        """Find the poses.

        Args:
            reel: the reel to take poses from.
            say: puts the texts besides the cues into a language.
            most: the most poses; surplus ones are dropped evenly.
            text: the size of the cues, when a tile is 300 wide.
        """
        self.poses = _thinned(key_poses(reel), most)
        self._reel, self._say = reel, say
        # One scale for all, so that they can be compared.
        rooms = [room_of(motion) for motion in reel.shot.motions]
        self._room: Room = reduce(Room.with_room, rooms)
        self._text = text
        self._caption = self._highest_caption()

    def usual_size(self) -> Size:
        """Return the size at which a unit is a pixel, or less where that would be too large."""
        columns = min(len(self.poses), _MOST_COLUMNS)
        width, height = self._extent(columns)
        share = min(1.0, MOST_STILL / max(width, height))
        return Size(math.ceil(width * share), math.ceil(height * share))

    def height_for(self, width: float, columns: int) -> float:
        """Return its height for a width, without the margin around it."""
        wide, high = self._extent(columns)
        return (high - 2 * _GAP) * width / (wide - 2 * _GAP)

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Paint it into an area, as large as possible."""
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
        """Paint it with this width from a point on, without background or margin."""
        scale = width / (self._extent(columns)[0] - 2 * _GAP)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # In units from here on, so that floor, corners and letters keep their proportions at every
        # size.
        painter.translate(at)
        painter.scale(scale, scale)
        y = 0.0
        for index, motion in enumerate(self._reel.shot.motions):
            at_title = QPointF(0, y + (_HEAD - _GAP / 2) / 2)
            self._paint_title(painter, at_title, motion.movement, columns)
            y += _HEAD
            for number, pose in enumerate(self.poses):
                row, column = divmod(number, columns)
                corner = QPointF(
                    column * (_TILE[0] + _GAP), y + row * (_TILE[1] + self._caption + _GAP)
                )
                self._paint_tile(painter, corner, index, pose)
            y += self._rows(columns) * (_TILE[1] + self._caption + _GAP)
        painter.restore()

    def _rows(self, columns: int) -> int:
        return math.ceil(len(self.poses) / columns)

    def _extent(self, columns: int) -> tuple[float, float]:
        """Return width and height including the margin, in units."""
        rows = self._rows(columns)
        block = _HEAD + rows * (_TILE[1] + self._caption + _GAP)
        return columns * (_TILE[0] + _GAP) + _GAP, len(self._reel.shot.motions) * block + _GAP

    def _scale(self, columns: int, area: QRectF) -> float:
        width, height = self._extent(columns)
        return min(area.width() / width, area.height() / height)

    def _paint_title(
        self, painter: QPainter, at: QPointF, movement: Movement, columns: int
    ) -> None:
        palette, look = self._reel.shot.palette, self._reel.shot.look
        x, y = at.x(), at.y()
        word = look.words.of(movement.label) if look.badges else ""
        if word:
            radius = _TITLE * 0.62
            paint_mark(painter, QPointF(x + radius, y), radius, movement.label, palette)
            x += radius * 2 + 8
            font = text_font(painter.font(), _TITLE, bold=True)
            colour = palette.right if movement.label is Label.RIGHT else palette.wrong
            x = _write(painter, QPointF(x, y), word, font, colour) + 12
        font = text_font(painter.font(), _TITLE, bold=not word)
        room = columns * (_TILE[0] + _GAP) - _GAP - x
        title = QFontMetricsF(font).elidedText(movement.title, Qt.TextElideMode.ElideRight, room)
        _write(painter, QPointF(x, y), title, font, palette.ink)

    def _paint_tile(self, painter: QPainter, at: QPointF, index: int, pose: KeyPose) -> None:
        shot = self._reel.shot
        people = shot.look.people[index:]  # as beside each other
        look = msgspec.structs.replace(
            shot.look, badges=False, announce=0.0, overlaid=False, people=people
        )
        actor = self._reel.actors(pose.position)[index]
        actor = msgspec.structs.replace(actor, cue="", room=self._room)
        painter.save()
        painter.translate(at)
        tile = QRectF(0, 0, *_TILE)
        paint_scene(painter, tile, [actor], look, shot.palette)
        _outline(painter, tile, shot.palette)
        painter.setFont(text_font(painter.font(), self._text))
        painter.setPen(shot.palette.ink)
        below = QRectF(0, _TILE[1] + _TO_CAPTION, _TILE[0], self._caption)
        cue = break_words(self._cue(pose, index), QFontMetricsF(painter.font()), _TILE[0] * _FILLED)
        painter.drawText(below, _WRAPPED, cue)
        painter.restore()

    def _cue(self, pose: KeyPose, index: int) -> str:
        return "\n".join(pose.cues[index] or (self._say(Message("pictures.start")),))

    def _highest_caption(self) -> float:
        """Return the height that all cues need below a tile, in units."""
        metrics = QFontMetricsF(text_font(QFont(), self._text))
        room = QRectF(0, 0, _TILE[0] * _FILLED, 10_000)
        cues = (
            break_words(self._cue(pose, index), metrics, room.width())
            for pose in self.poses
            for index in range(len(self._reel.shot.motions))
        )
        highest = max(metrics.boundingRect(room, _WRAPPED.value, cue).height() for cue in cues)
        return _TO_CAPTION + math.ceil(highest)


def _write(painter: QPainter, at: QPointF, text: str, font: QFont, colour: QColor) -> float:
    """Write text from a point on, centred vertically on a line, and return where it ends."""
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
