"""The program's window over an empty data folder, put away at the end."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.startup import Options, build_app
from app.ui.main_window import MainWindow
from tests.helpers.clock import ManualClock

Open = Callable[..., MainWindow]


@pytest.fixture
def open_window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    opened: list[MainWindow] = []

    def opening(**options: object) -> MainWindow:
        options.setdefault("data_dir", tmp_path / "data")
        _, window = build_app(Options(**options), ManualClock(0.0))  # type: ignore[arg-type]
        qtbot.addWidget(window)
        window.show()
        QApplication.processEvents()
        opened.append(window)
        return window

    yield opening
    for window in opened:
        window.close()
    # What is put away at the end of the program is put away at the end of the test.
    qapp.aboutToQuit.emit()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.unfreeze()
