"""The keys that move the figure when it has the focus.

It faces right, so left and right slide the hips back and forward by a centimetre. Up and down
straighten and bend the knees by two degrees, and with Shift raise and lower the trunk by two
degrees.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.movement.free_body import FreePose

_STEP_M, _STEP_DEG = 0.01, 2.0


def moved_by_key(event: QKeyEvent, pose: FreePose) -> FreePose | None:
    """Return the pose a key asks for; None for any other key."""
    hips, knee, trunk = pose
    shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
    match event.key():
        case Qt.Key.Key_Left:
            return FreePose(hips + _STEP_M, knee, trunk)
        case Qt.Key.Key_Right:
            return FreePose(hips - _STEP_M, knee, trunk)
        case Qt.Key.Key_Up if shift:
            return FreePose(hips, knee, trunk - _STEP_DEG)
        case Qt.Key.Key_Down if shift:
            return FreePose(hips, knee, trunk + _STEP_DEG)
        case Qt.Key.Key_Up:
            return FreePose(hips, knee - _STEP_DEG, trunk)
        case Qt.Key.Key_Down:
            return FreePose(hips, knee + _STEP_DEG, trunk)
        case _:
            return None
