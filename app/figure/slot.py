"""Where in a picture each figure stands, and where its texts go."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QPointF, QRectF

from app.figure.view import View

if TYPE_CHECKING:
    from app.figure.room import Room

#: Pictures narrower or lower than this are small, with less margin and smaller text.
_SMALL = 300.0
#: In pictures narrower or lower than this the figure takes all the room, without texts.
_TINY_WIDTH, _TINY_HEIGHT = 220.0, 220.0
#: Down to a lesser width, one this many times as high as wide has room for texts all the same.
_TALL, _TALL_WIDTH = 1.5, 140.0
#: The width of the longest cue, in text sizes.
_LONGEST_CUE = 23.0
#: The most of a picture's height that is floor; cues too long for it are written smaller.
_DEEPEST = 0.36
#: Text made larger keeps this many lines high and wide, in text sizes.
_LINES, _LETTERS = 18.0, 18.0
_LINE_HEIGHT = 1.22  # of text, in text sizes


class Slot(msgspec.Struct, frozen=True):
    """A part of a picture with one figure, or two in one place; all in pixels.

    Attributes:
        area: all of it.
        floor_y: where the floor's far edge is.
        ground: where the feet stand.
        head: where badges end and the figure may begin.
        cue_y: where the cue begins.
        text: how large the text is.
        margin: how far text keeps from the edges.
        tiny: whether there is no room for texts, only for a tick or cross.
    """

    area: QRectF
    floor_y: float
    ground: float
    head: float
    cue_y: float
    text: float
    margin: float
    tiny: bool = False

    @property
    def narrow(self) -> bool:
        """Whether a title goes below right or wrong instead of beside it."""
        return self.area.width() < 17 * self.text

    @property
    def cue_area(self) -> QRectF:
        """Where the cue is written."""
        area, side = self.area, self.margin * 0.6
        height = area.bottom() - self.cue_y - 6
        return QRectF(area.left() + side, self.cue_y, area.width() - 2 * side, height)

    def view(self, room: Room, turn: float, mirror: bool) -> View:
        """Return the view in which a room fits, equally large from every side."""
        high, broad = (self.ground - self.head) / room.above, self.area.width() / room.across
        scale = max(1.0, min(high, broad))
        view = View(0, self.ground, scale, turn, mirror)
        view.x = self.area.center().x() - room.middle * scale * view.ahead
        return view

    def badge_at(self, row: int) -> QPointF:
        """Return the top left corner of a badge."""
        top = self.area.top() + self.margin * 0.9
        apart = self.text * (2.9 if self.narrow else 1.6)
        return QPointF(self.area.left() + self.margin, top + row * apart)


def divide(
    area: QRectF, columns: int, *, badges: int, cues: int, text: float = 1.0, bare: bool = False
) -> list[Slot]:
    """Return the slots of a picture from left to right.

    Args:
        area: the picture.
        columns: how many.
        badges: how many are stacked in each.
        cues: how many are written in each.
        text: how large texts would be beside their usual size.
        bare: whether it is small and without a cue, so that a little floor is enough.
    """
    place = area.left(), area.top(), area.width(), area.height()
    return list(_divided(place, columns, badges, cues, text, bare))


@lru_cache(maxsize=16)
def _divided(
    place: tuple[float, float, float, float],
    columns: int,
    badges: int,
    cues: int,
    larger: float,
    bare: bool,
) -> tuple[Slot, ...]:
    """Return the slots; cached, because a playing figure asks in every frame."""
    area = QRectF(*place)
    width, height = area.width() / columns, area.height()
    small = min(width, height) < _SMALL
    least = _TALL_WIDTH if height >= _TALL * width else _TINY_WIDTH
    tiny = not bare and (width < least or height < _TINY_HEIGHT)
    if tiny:
        cues, bare = 0, True
    text = text_size(width, height, larger)
    floor = max(0.0 if bare else 44.0, height * 0.13)
    margin = 10.0 if small else 20.0
    room = max(width - 1.2 * margin, 1.0)
    lines = cues * math.ceil(_LONGEST_CUE * text / room) if cues else 0
    if cues > 1 and cues_beside(width, text):
        lines = 1
    # The floor is as deep as needed, because the figure must not move when a longer cue comes.
    above = floor * (0.46 if lines > 1 else 0.42)
    deep = max(floor, min(above + lines * text * _LINE_HEIGHT + 7, height * _DEEPEST))
    floor_y = area.bottom() - deep
    slot = Slot(
        QRectF(area.left(), area.top(), width, height),
        floor_y,
        floor_y + floor * 0.22,
        area.top() + (min(24.0, height * 0.06) if bare else 24.0),
        floor_y + above,
        text,
        margin,
        tiny,
    )
    if badges and not tiny:
        head = slot.badge_at(badges).y() + (4.0 if small else 22.0)
        slot = msgspec.structs.replace(slot, head=head)
    return tuple(
        msgspec.structs.replace(
            slot, area=QRectF(area.left() + index * width, area.top(), width, height)
        )
        for index in range(columns)
    )


def text_size(width: float, height: float, larger: float = 1.0) -> float:
    """Return how large text is in a slot of this size, pixels.

    Args:
        width, height: of the slot, pixels.
        larger: how large it would be beside its usual size; the figure keeps its room.
    """
    if min(width, height) < _SMALL:
        size = 13.0
    else:
        size = max(15.0, height / 34)
        if size > 26:
            # In a very large picture text need not grow as fast as the figure.
            size = 26 + (size - 26) * 0.55
        size = min(size, max(15.0, width / 20))
    return max(size, min(size * larger, height / _LINES, width / _LETTERS))


def cues_beside(width: float, text: float) -> bool:
    """Return whether two cues fit side by side."""
    return width > (2 * _LONGEST_CUE + 6) * text
