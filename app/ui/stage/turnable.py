"""A widget whose figure can be turned: by dragging, by a sideways wheel, or at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent

from app.ui.choose import choose
from app.ui.focus_frame import FocusFramed
from app.ui.stage.turning import EasedTurn, Hand, sideways

if TYPE_CHECKING:  # PySide makes Qt's classes on import: what the start does not need comes later
    from PySide6.QtGui import QMouseEvent, QWheelEvent

FRAME_MS = 16


class Turnable(FocusFramed):
    """Turns its figure; subclasses paint.

    Its timer runs only while something moves and the widget can be seen.

    Signals:
        turned: the view has changed, deg.
    """

    turned = Signal(float)

    def __init__(self, clock: Callable[[], float], less_motion: Callable[[], bool]) -> None:
        super().__init__()
        self._clock = clock
        # Only called when something is to move: asking the system takes a while.
        self._less_motion = less_motion
        self._turning = EasedTurn()
        self._hand = Hand()
        self._mirror = False
        self._timer = QTimer(self)
        choose(self._timer, timerType="PreciseTimer")
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self.advance)
        choose(self, focusPolicy="StrongFocus")

    @property
    def turn(self) -> float:
        """How far the view is turned, deg; 0 the side, 90 the front, -90 the back."""
        return self._turning.turn

    def set_turn(self, turn: float, animate: bool = False) -> None:
        """Turn the view, deg; with less motion always at once."""
        if animate and self.isVisible() and not self.less_motion:
            self._turning.go(turn, self._clock())
        elif self._turning.set(turn):
            self.turned.emit(self.turn)
        self._run_timer()
        self.update()

    def turn_by(self, turn: float) -> None:
        """Turn the figure further from where it is or is going, deg; + to the viewer's right."""
        self.set_turn(self._turning.aim + turn * (1 if self._mirror else -1), animate=True)

    @property
    def mirror(self) -> bool:
        """Whether the figure faces left."""
        return self._mirror

    def set_mirror(self, mirror: bool) -> None:
        """Make the figure face left, or right again."""
        self._mirror = mirror
        self.update()

    @property
    def less_motion(self) -> bool:
        """Whether nothing may move by itself."""
        return self._less_motion()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Grab the figure."""
        if event.button() == QtCore.Qt.MouseButton.LeftButton:
            self._hand.take(event.position().x())
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Turn the figure with the pointer."""
        turn = self._hand.move(event.position().x())
        if turn is None:
            return
        self.setCursor(QtCore.Qt.CursorShape.ClosedHandCursor)
        self._drag_by(turn)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of the figure."""
        super().mouseReleaseEvent(event)
        self._hand.leave()
        self.setCursor(QtCore.Qt.CursorShape.OpenHandCursor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn the figure by a sideways wheel; up and down is for the page."""
        turn = sideways(event)
        if turn is None:
            event.ignore()
            return
        self._drag_by(turn)

    def showEvent(self, event: QShowEvent) -> None:
        """Run the timer again if something moves."""
        super().showEvent(event)
        self._run_timer()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop the timer, as nobody sees it."""
        super().hideEvent(event)
        self._run_timer()

    def _moves(self) -> bool:
        """Return whether the timer has something to do."""
        return self._turning.moving

    def advance(self) -> None:
        """Bring everything up to the present moment."""
        if self._turning.advance(self._clock()):
            self.turned.emit(self.turn)
        self._run_timer()
        self.update()

    def _run_timer(self) -> None:
        wanted = self.isVisible() and self._moves()
        if wanted and not self._timer.isActive():
            self._timer.start()
        elif not wanted:
            self._timer.stop()

    def _drag_by(self, turn: float) -> None:
        # The near side follows the pointer.
        self.set_turn(self.turn + (turn if self._mirror else -turn))
