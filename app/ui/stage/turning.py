"""How far the figure is turned: dragged along, or on its way to a view."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent

#: How long a jump to another view takes, s.
JUMP_S = 0.18
#: How far a pixel of dragging turns the figure, deg.
DEG_PER_PIXEL = 0.5
#: A hand may tremble by up to this, px.
_STILL_PX = 4
#: A wheel's notch is 120 eighths of a degree, and turns the figure by 15 degrees.
_DEG_PER_EIGHTH = 15 / 120


class EasedTurn:
    """A turn that is set at once or eased on a clock passed in.

    Attributes:
        turn: where it is now, deg, more than -180 up to 180; 0 from the person's right side,
            90 from the front, -90 from behind.
        aim: where it is going; the same as `turn` at rest.
    """

    def __init__(self) -> None:
        self.turn = self.aim = 0.0
        self._start = self._way = 0.0
        self._began: float | None = None

    @property
    def moving(self) -> bool:
        """Whether it is on its way."""
        return self._began is not None

    def set(self, turn: float) -> bool:
        """Turn there at once; return whether that changed anything."""
        before = self.turn
        self.turn = self.aim = wrapped(turn)
        self._began = None
        return self.turn != before

    def go(self, turn: float, now: float) -> None:
        """Start turning there, the shorter way round."""
        self.aim = wrapped(turn)
        self._start, self._way = self.turn, wrapped(self.aim - self.turn)
        self._began = now if self._way else None

    def advance(self, now: float) -> bool:
        """Move on to `now` (s); return whether it moved."""
        if self._began is None:
            return False
        share = min(1.0, max(0.0, (now - self._began) / JUMP_S))
        if share == 1:
            self.set(self.aim)
        else:
            self.turn = wrapped(self._start + self._way * share * share * (3 - 2 * share))
        return True


def wrapped(turn: float) -> float:
    """Return the turn normalised to more than -180 up to 180 deg."""
    return 180 - (180 - turn) % 360


class Hand:
    """Turns a sideways drag into an angle: a press without a move does not count."""

    def __init__(self) -> None:
        self._x: float | None = None
        self._moves = False

    def take(self, x: float) -> None:
        """Start at `x` px."""
        self._x, self._moves = x, False

    def move(self, x: float) -> float | None:
        """Return how far to turn, deg, + to the right; None while nothing is dragged."""
        if self._x is None:
            return None
        way = x - self._x
        if not self._moves:
            if abs(way) < _STILL_PX:
                return None
            self._moves = True
        self._x = x
        return way * DEG_PER_PIXEL

    def leave(self) -> None:
        """Let go."""
        self._x, self._moves = None, False


def sideways(event: QWheelEvent) -> float | None:
    """Return how far a sideways wheel turns, deg, + to the right; None for up and down."""
    pixels, angle = event.pixelDelta(), event.angleDelta()
    if abs(angle.x()) <= abs(angle.y()):
        return None
    return pixels.x() * DEG_PER_PIXEL if pixels.x() else angle.x() * _DEG_PER_EIGHTH
