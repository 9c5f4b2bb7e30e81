"""What tests of the window share."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QApplication

from app.startup import Options
from app.ui.main_window import MainWindow
from tests.helpers.pages import World, a_world
from tests.helpers.window import Open, a_program, show


@pytest.fixture(scope="session", autouse=True)
def _keep_what_is_imported() -> Iterator[None]:
    """Spare every window that is put away a search through what no test lets go of."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.fixture
def world(qapp: QApplication, tmp_path: Path) -> Iterator[World]:
    with a_world(qapp, tmp_path) as made:
        yield made


@pytest.fixture
def open_window(qapp: QApplication, tmp_path: Path) -> Iterator[Open]:
    with ExitStack() as programs:

        def opening(**options: object) -> MainWindow:
            programs.close()  # the window before: a folder has one at a time
            options.setdefault("data_dir", tmp_path / "data")
            program = programs.enter_context(a_program(qapp))
            window = program.open(Options(**options))  # type: ignore[arg-type]
            show(window)
            return window

        yield opening


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what screen readers are told to say."""
    heard: list[str] = []

    def hear(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            heard.append(event.message())

    monkeypatch.setattr(QAccessible, "isActive", staticmethod(lambda: True))
    monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(hear))
    return heard
