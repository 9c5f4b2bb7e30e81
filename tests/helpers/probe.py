"""Runs `main.py` as its user does, and tells a test what its window holds, on request.

Only looks: keys, clicks and pictures go through the X server.
"""

from __future__ import annotations

import os
import runpy
import sys
import threading
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

#: Left, top, width and height in pixels of the screen.
Area = tuple[int, int, int, int]


class Seen(NamedTuple):
    """A widget of a window that is open.

    Attributes:
        kind: its class.
        name: what it is called or says.
        area: where it is.
        shown: the part of it that nothing cuts off; None where nothing of it is seen.
        text_px: the size of its font.
    """

    kind: str
    name: str
    area: Area
    shown: Area | None
    enabled: bool
    checked: bool
    focus: bool
    text_px: float


class SeenWindow(NamedTuple):
    """A window that is open.

    Attributes:
        frame: with its title bar.
        available: the part of its screen that windows may fill.
    """

    kind: str
    title: str
    area: Area
    frame: Area
    available: Area
    maximised: bool
    minimised: bool
    full_screen: bool
    active: bool
    scale: float


def _serve(connection: Connection) -> None:
    # What the program is loading is left alone: Qt does not load in two threads at a time.
    while "app.ui.main_window" not in sys.modules:
        time.sleep(0.01)
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    while (app := QApplication.instance()) is None:
        time.sleep(0.01)
    while True:
        try:
            asked, arguments = connection.recv()
        except EOFError:
            return
        answered = threading.Event()
        answer: list[Any] = []

        def reply(
            verb: Callable[..., Any] = _VERBS[asked],
            arguments: tuple[Any, ...] = arguments,
            answer: list[Any] = answer,
            answered: threading.Event = answered,
        ) -> None:
            try:
                answer.append(verb(*arguments))
            except Exception as error:  # noqa: BLE001 - the test is told
                answer.append(error)
            answered.set()

        QTimer.singleShot(0, app, reply)
        answered.wait()
        connection.send(answer[0])


def _pixels(area: QRect, ratio: float) -> Area:
    found = (area.x(), area.y(), area.width(), area.height())
    left, top, width, height = (round(one * ratio) for one in found)
    return left, top, width, height


def _windows() -> list[SeenWindow]:
    from PySide6.QtWidgets import QApplication

    found = []
    for widget in QApplication.topLevelWidgets():
        if not widget.isVisible():
            continue
        ratio = widget.devicePixelRatioF()
        found.append(
            SeenWindow(
                type(widget).__name__,
                widget.windowTitle(),
                _pixels(widget.geometry(), ratio),
                _pixels(widget.frameGeometry(), ratio),
                _pixels(widget.screen().availableGeometry(), ratio),
                widget.isMaximized(),
                widget.isMinimized(),
                widget.isFullScreen(),
                widget.isActiveWindow(),
                ratio,
            )
        )
    return found


def _widgets() -> list[Seen]:
    from PySide6.QtCore import QPoint, QRect
    from PySide6.QtGui import QFontInfo
    from PySide6.QtWidgets import QApplication, QWidget

    found = []
    for window in QApplication.topLevelWidgets():
        if not window.isVisible():
            continue
        ratio = window.devicePixelRatioF()
        for widget in window.findChildren(QWidget):
            if not widget.isVisible() or widget.window() is not window:
                continue
            text = widget.property("text")
            corner = widget.mapToGlobal(QPoint(0, 0))
            seen = widget.visibleRegion().boundingRect().translated(corner)
            seen &= window.screen().geometry()
            found.append(
                Seen(
                    type(widget).__name__,
                    widget.accessibleName() or (text if isinstance(text, str) else ""),
                    _pixels(QRect(corner, widget.size()), ratio),
                    None if seen.isEmpty() else _pixels(seen, ratio),
                    widget.isEnabled(),
                    bool(widget.property("checked")),
                    widget is QApplication.focusWidget(),
                    QFontInfo(widget.font()).pixelSize() * ratio,
                )
            )
    return found


def _picture(kind: str) -> bytes:
    """Return what a window says it looks like, as PNG."""
    from PySide6.QtCore import QBuffer
    from PySide6.QtWidgets import QApplication

    window = next(
        one
        for one in QApplication.topLevelWidgets()
        if type(one).__name__ == kind and one.isVisible()
    )
    buffer = QBuffer()
    window.grab().save(buffer, "PNG")
    return bytes(buffer.data().data())


def _moment() -> float:
    """Return where the first figure in view stands in its movement, s."""
    from PySide6.QtWidgets import QApplication

    from app.ui.stage.stage import Stage

    stages = (
        stage
        for window in QApplication.topLevelWidgets()
        for stage in window.findChildren(Stage)
        if stage.isVisible()
    )
    return next(stages).playback.position


def _clipboard() -> str:
    """Return the text that was copied."""
    from PySide6.QtGui import QGuiApplication

    return QGuiApplication.clipboard().text()


_VERBS: dict[str, Callable[..., Any]] = {
    "windows": _windows,
    "widgets": _widgets,
    "picture": _picture,
    "moment": _moment,
    "clipboard": _clipboard,
}


def main() -> None:
    """Run the program with the arguments after the first, which is a connection's handle."""
    handle, *arguments = sys.argv[1:]
    threading.Thread(target=_serve, args=(Connection(int(handle)),), daemon=True).start()
    script = os.fspath(Path(__file__).parents[2] / "main.py")
    sys.argv = [script, *arguments]
    runpy.run_path(script, run_name="__main__")
