"""The keys that drive a transport bar, the same on every page that has one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.ui.stage.transport import TransportBar


def press_transport_key(event: QKeyEvent, transport: TransportBar) -> bool:
    """Do what a key asks of the figure; return whether it asks for anything."""
    modifiers = event.modifiers() & ~(
        Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    )
    if modifiers != Qt.KeyboardModifier.NoModifier:
        return False
    match event.key():
        case Qt.Key.Key_Space | Qt.Key.Key_MediaTogglePlayPause:
            transport.toggle_play()
        case Qt.Key.Key_Comma:
            transport.step(-1)
        case Qt.Key.Key_Period:
            transport.step(1)
        case Qt.Key.Key_Minus:
            transport.set_speed_by(-1)
        case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
            transport.set_speed_by(1)
        case Qt.Key.Key_L:
            transport.toggle_loop()
        case Qt.Key.Key_M:
            transport.toggle_mirror()
        case _:
            return False
    event.accept()
    return True
