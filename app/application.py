"""The application object, or one sentence on why there can be none."""

from __future__ import annotations

import contextlib
import os
import re
import stat
import sys
from collections.abc import Iterator

from PySide6 import QtCore
from PySide6.QtCore import (
    QCoreApplication,
    QMessageLogContext,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app import __version__
from app.errors import UserError
from app.locations import command
from app.messages.message import Message
from app.ui.messages import say_all


def make_application() -> QApplication:
    """Return the application object.

    Raises:
        UserError: there is no display to open a window on. Qt would abort instead.
    """
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    _need_display()
    QCoreApplication.setApplicationName("hip-hinge-trainer")
    QCoreApplication.setApplicationVersion(__version__)
    # As an argument: `setStyle` would make PySide define all of QStyle, 5 ms.
    with _explaining():
        app = QApplication([*sys.argv[:1], "-style", "fusion"])
    if not app.screens():
        raise UserError("commands.no-screen", offscreen=_offscreen())
    return app


def _need_display() -> None:
    """Refuse before Qt does, which would abort with a core dump.

    Raises:
        UserError: there is no display.
    """
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return
    if not _display():
        raise UserError("commands.no-display", offscreen=_offscreen())


@contextlib.contextmanager
def _explaining() -> Iterator[None]:
    """Say in one sentence why Qt cannot start; by itself it would abort and dump core."""
    told: list[str] = []

    def hear(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        del context
        if kind is not QtMsgType.QtFatalMsg:
            told.append(text)
            return
        _write(f"hip-hinge-trainer: {_why_no_window(told)}")
        # Exceptions do not pass through Qt, and nothing is open yet that could be lost.
        os._exit(1)

    before = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
    for text in told:
        _write(text)


def _why_no_window(told: list[str]) -> Message:
    said, offscreen = "\n".join(told), _offscreen()
    if missing := re.search(r'Could not find the Qt platform plugin "(.*?)"', said):
        return Message("commands.no-platform", platform=missing[1], offscreen=offscreen)
    if "could not connect to display" in said or "Failed to create wl_display" in said:
        if name := _display():
            return Message("commands.display-unreachable", display=name, offscreen=offscreen)
        return Message("commands.no-display", offscreen=offscreen)
    if not told:
        return Message("commands.no-window", offscreen=offscreen)
    reason = told[0].strip().rstrip(".")
    return Message("commands.no-window-because", reason=reason, offscreen=offscreen)


def _offscreen() -> Message:
    return Message("commands.offscreen", command=command())


def _display() -> str:
    return os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or ""


def _write(line: str) -> None:
    if sys.stderr is not None:  # none where Windows starts a program without a console
        sys.stderr.write(f"{line}\n")
        sys.stderr.flush()


def tell(error: UserError) -> None:
    """Show why the program cannot start to someone who started it without a terminal."""
    if _errors_are_read():
        return
    try:
        make_application()
    except UserError:
        return
    if QGuiApplication.platformName() in ("offscreen", "minimal") or not QGuiApplication.screens():
        return
    from PySide6.QtWidgets import QMessageBox

    title = QCoreApplication.translate("Startup", "Hip Hinge Trainer")
    box = QMessageBox(QMessageBox.Icon.Critical, title, "")
    # Qt would open files that an id names as HTML.
    box.setTextFormat(QtCore.Qt.TextFormat.PlainText)
    box.setText(say_all(error))
    box.exec()


def _errors_are_read() -> bool:
    """Tell whether standard error is read: by a terminal, or by a program through a pipe.

    A desktop sends it to a log or discards it.
    """
    try:
        handle = sys.stderr.fileno()
        return os.isatty(handle) or stat.S_ISFIFO(os.fstat(handle).st_mode)
    except (AttributeError, OSError, ValueError):  # there is none, or it is closed
        return False
