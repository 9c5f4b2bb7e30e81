"""The key that takes back what was just done, as it is called here."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def with_undo_key(text: str) -> str:
    """Return what a button says, with the key that presses it: `Undo (Ctrl+Z)`."""
    return f"{text} ({_undo_key().toString(QKeySequence.SequenceFormat.NativeText)})"


def on_undo_key(widget: QWidget, act: Callable[[], None]) -> None:
    """Do something when the key is pressed while a widget is shown in the active window."""
    QShortcut(_undo_key(), widget).activated.connect(act)


def _undo_key() -> QKeySequence:
    # Not a constant: without an application, Qt cannot say what it is here.
    return QKeySequence(QKeySequence.StandardKey.Undo)
