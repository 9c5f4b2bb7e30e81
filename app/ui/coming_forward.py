"""What a later start of the program does to the window that is open already."""

from __future__ import annotations

import os
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app.errors import UserError
from app.instance.request import Request
from app.ui.main_window import MainWindow

_TOKEN = "XDG_ACTIVATION_TOKEN"  # noqa: S105 - Qt looks there for what Wayland asks for


def come_forward(window: MainWindow, token: str = "") -> None:
    """Bring the window to the front: its question, or the far view, where one is before it.

    Args:
        window: which may be minimised.
        token: by which the desktop lets it; empty where there is none.
    """
    if token:
        os.environ[_TOKEN] = token
    # The window itself, put before the far view, would hide it.
    modal: QWidget | None = QApplication.activeModalWidget()
    for one in filter(None, (window.far_view or window, modal)):
        one.setWindowState(one.windowState() & ~Qt.WindowState.WindowMinimized)
        one.show()
        one.raise_()
        one.activateWindow()


def open_when_free(window: MainWindow, request: Request) -> None:
    """Open what is asked for; a session under way is only left if the user says so.

    Raises:
        UserError: the window asks something, and what stands behind must not change.
    """
    if QApplication.activeModalWidget() is not None:
        raise UserError("commands.window-asks")
    # The process that asks is answered first: a question may stand for as long as it likes.
    QTimer.singleShot(0, window, partial(_open, window, request))


def _open(window: MainWindow, request: Request) -> None:
    if window.may_leave_for(request):
        window.open_asked(request)
