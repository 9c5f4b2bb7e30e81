"""The keys that lead to a lesson's first and its last step."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


def step_of(event: QKeyEvent) -> int | None:
    """Return the index of the step that a key leads to; None for other keys."""
    return _ENDS.get(Qt.Key(event.key())) if event.modifiers() in _PLAIN else None
