"""Where the window opens: as it was left, where it can still be reached; else on its screen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6 import QtCore
from PySide6.QtCore import QMargins, QRect, QSize
from PySide6.QtWidgets import QWidget

from app.ui.theme import with_text

#: With text of 9 pt, points.
_USUAL = QSize(1280, 800)
_LEAST = QSize(800, 500)
#: What a window manager puts around a window; it tells only once the window is shown. Points.
_FRAME = QMargins(4, 36, 4, 4)
#: How much of the title bar has to be on a screen, so that one can take hold of it, points.
_GRIP = QSize(120, 12)


def place(window: QWidget, saved: Sequence[int] | None, *, maximised: bool = False) -> None:
    """Give a window its size and place.

    Args:
        window: not yet shown.
        saved: left, top, width and height where it last was, without its frame, points.
        maximised: whether it was maximised then.
    """
    last = QRect(*saved) if saved else None
    screens = [screen.availableGeometry() for screen in window.screen().virtualSiblings()]
    reached = [screen for screen in screens if last and can_be_reached(last, screen)]
    screen = reached[0] if reached else window.screen().availableGeometry()
    room = _room(screen)
    window.setMinimumSize(_LEAST.boundedTo(room))
    usual = QSize(*map(with_text, _USUAL.toTuple()))
    size = (last.size() if last else usual).boundedTo(room)
    if last and reached:
        window.setGeometry(QRect(last.topLeft(), size))
    else:
        window.resize(size)
    if maximised:
        window.setWindowState(QtCore.Qt.WindowState.WindowMaximized)


def fit(dialog: QWidget, wanted: QSize) -> None:
    """Give a dialog the size it wants, as far as its screen has room for it."""
    dialog.resize(wanted.boundedTo(_room(dialog.screen().availableGeometry())))


def _room(screen: QRect) -> QSize:
    return screen.marginsRemoved(_FRAME).size()


def can_be_reached(area: QRect, screen: QRect) -> bool:
    """Tell whether enough of the title bar above a window's area is on a screen."""
    title = QRect(area.left(), area.top() - _FRAME.top(), area.width(), _FRAME.top())
    seen = title & screen
    return seen.width() >= _GRIP.width() and seen.height() >= _GRIP.height()
