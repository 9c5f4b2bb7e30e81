"""The program's window with a clock that stands still and sound and voice that are only listed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.startup import Program
from app.ui.devices import Devices
from app.ui.main_window import MainWindow
from app.ui.sound.tone_player import TonePlayer
from tests.helpers.clock import ManualClock
from tests.helpers.practice_page import ListingPlayer
from tests.helpers.voice import ListingVoice

#: Opens a window with the options it is given.
Open = Callable[..., MainWindow]


class NoLock:
    """A screen that is never told to stay on."""

    def hold(self) -> None:
        """Keep nothing on."""

    def release(self) -> None:
        """Let go of nothing."""


@contextmanager
def a_program(app: QApplication, players: list[ListingPlayer] | None = None) -> Iterator[Program]:
    """Hand out a program with no window open yet, and close it without asking.

    Args:
        app: the application.
        players: takes up the players of tones that are opened.
    """
    opened = [] if players is None else players

    def open_tones(sounds: Path, volume: int, wanted: bool) -> TonePlayer:
        opened.append(ListingPlayer())
        return opened[-1]

    made = partial(
        Devices,
        clock=ManualClock(0.0),
        tones=open_tones,
        voice=lambda _: ListingVoice(),
        lock=NoLock(),
    )
    program = Program(app, made)
    try:
        yield program
    finally:
        program.close()


def show(window: MainWindow) -> None:
    """Show a window and wait for the figure, which comes after the first paint."""
    window.show()
    for _ in range(2):
        QApplication.processEvents()
