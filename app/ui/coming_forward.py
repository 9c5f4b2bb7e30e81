"""Bring a window to the front, where a later start of the program or the desktop asks for it."""

from __future__ import annotations

import os

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

_TOKEN = "XDG_ACTIVATION_TOKEN"  # noqa: S105 - Qt looks there for the leave that Wayland wants


def come_forward(window: QWidget, token: str = "") -> None:
    """Show a window before all others, and its question before it.

    Args:
        window: which may be minimised.
        token: by which the desktop lets it; empty where there is none.
    """
    if token:
        os.environ[_TOKEN] = token
    modal: QWidget | None = QApplication.activeModalWidget()
    for one in filter(None, (window, modal)):
        one.setWindowState(one.windowState() & ~Qt.WindowState.WindowMinimized)
        one.show()
        one.raise_()
        one.activateWindow()
