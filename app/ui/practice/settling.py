"""What has just appeared does not take keys that were meant for what was there before."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

#: How long a view is deaf after it appeared, s.
DEAF_S = 0.5
#: Keys and clicks; the filter sees every event of a view, so that it has to be quick.
_HEARD = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
    )
)
#: These only move the focus.
_HARMLESS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_COMMAND = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class Settling:
    """Makes a view that appears deaf for half a second, and to a key that is still held down.

    Args:
        clock: s; passed in, so that a test need not wait.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._filter: _Filter | None = None

    def begin(self, view: QWidget, *, clicks: bool = False) -> None:
        """Make a view deaf to keys, and to clicks where these were in use too."""
        if self._filter is not None:
            self._filter.end()
        self._filter = _Filter(view, self._clock, clicks=clicks)


class _Filter(QObject):
    """Sees the keys and clicks of a view and all in it, until the first that is let through."""

    def __init__(self, view: QWidget, clock: Callable[[], float], *, clicks: bool) -> None:
        super().__init__()
        self._clock, self._until = clock, clock() + DEAF_S
        self._clicks, self._is_over = clicks, False
        for widget in (view, *view.findChildren(QWidget)):
            widget.installEventFilter(self)

    def end(self) -> None:
        """Let everything through; by then the view may have ended it."""
        if not self._is_over:
            self._is_over = True
            self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        """Swallow what comes too early."""
        if self._is_over or event.type() not in _HEARD:
            return False
        key = event if isinstance(event, QKeyEvent) else None
        if key is not None and (key.modifiers() & _COMMAND or key.key() in _HARMLESS):
            return False  # what has Control is meant for the window
        if self._clock() >= self._until and not (key is not None and key.isAutoRepeat()):
            self.end()
            return False
        if key is None and not self._clicks:
            return False
        event.accept()
        return True
