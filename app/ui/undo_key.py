"""The key that takes back what was just done, as it is called here."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.ui.key_places import is_at_place


def with_undo_key(text: str) -> str:
    """Return what a button says, with the key that presses it: `Undo (Ctrl+Z)`."""
    return f"{text} ({_undo_key().toString(QKeySequence.SequenceFormat.NativeText)})"


def on_undo_key(widget: QWidget, act: Callable[[], None]) -> None:
    """Do something when the key is pressed while a widget is shown in the active window."""
    QShortcut(_undo_key(), widget).activated.connect(act)
    widget.installEventFilter(_UndoByPlace(widget, act))


class _UndoByPlace(QObject):
    """Takes the key where it writes a letter that is not Latin: a shortcut would miss it."""

    def __init__(self, widget: QWidget, act: Callable[[], None]) -> None:
        super().__init__(widget)
        self._act = act

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Act on the key and tell whether it was that."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and is_at_place(event, "z")
        ):
            self._act()
            return True
        return False


def _undo_key() -> QKeySequence:
    # Not a constant: without an application, Qt cannot say what it is here.
    return QKeySequence(QKeySequence.StandardKey.Undo)
