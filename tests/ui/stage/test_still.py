"""The picture a stage begins with until its figure is loaded."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.startup import Options
from app.ui.main_window import MainWindow
from app.ui.rail import PageId
from app.ui.stage import still
from app.ui.stage.still import Still
from tests.helpers.patience import HANG_S
from tests.helpers.window import a_program

_NAME = "learn-picture"
#: Starts on a folder and returns the stage at the first paint and with its figure.
Start = Callable[..., tuple[QImage, QImage]]


class FirstFrame(QObject):
    """Keeps what a stage shows once all of its window was painted for the first time."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.image: QImage | None = None
        self._stage = window.learn.stage
        self._stage.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Wait for the first paint event."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._look)
        return False

    def _look(self) -> None:
        assert not self._stage.motions
        self.image = shown(self._stage)


def shown(stage: QWidget) -> QImage:
    return stage.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def column(image: QImage) -> list[int]:
    return [image.pixel(2, y) for y in range(image.height())]


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Start:
    def starting(do: Callable[[MainWindow], None] = lambda _: None) -> tuple[QImage, QImage]:
        with a_program(qapp) as program:
            window = program.open(Options(data_dir=tmp_path, page=PageId.LEARN))
            first, stage = FirstFrame(window), window.learn.stage
            window.show()
            qtbot.waitUntil(lambda: bool(stage.motions), timeout=HANG_S * 1000)
            assert first.image is not None
            frames = first.image, shown(stage)
            do(window)
            for _ in range(5):  # text of another size or length takes its room, layout by layout
                QApplication.processEvents()
            window.close()
        return frames

    return starting


def test_the_first_start_begins_with_an_empty_room(start: Start) -> None:
    empty, figure = start()
    assert empty.size() == figure.size()
    assert empty != figure
    # The card and the floor are where they stay: the left edge is free of figures.
    assert column(empty) == column(figure)


def test_the_next_start_begins_with_what_the_figure_then_shows(start: Start) -> None:
    start()
    found, figure = start()
    assert found == figure


def test_the_step_that_was_left_is_the_one_that_is_seen(start: Start) -> None:
    start(lambda window: window.learn.next())
    found, figure = start(lambda window: window.learn.stage.set_turn(90))
    assert found == figure
    # However the figure was left, it begins as the step wants it.
    assert start() == (found, figure)


@pytest.mark.parametrize(
    "change",
    [
        lambda window: window._parts.keeper.change(theme="dark"),
        lambda window: window._parts.keeper.change(figure="stick"),
        lambda window: window._parts.keeper.change(text_percent=150),
    ],
    ids=["theme", "look", "text"],
)
def test_what_was_changed_before_the_end_is_in_it(
    start: Start, change: Callable[[MainWindow], None]
) -> None:
    start(change)
    found, figure = start()
    assert found == figure


def test_a_still_of_anything_else_is_not_shown(start: Start, tmp_path: Path) -> None:
    start()
    kept = (tmp_path / _NAME).read_bytes()
    start(lambda window: window.learn.next())
    (tmp_path / _NAME).unlink()
    empty, figure = start()
    (tmp_path / _NAME).write_bytes(kept)
    assert start() == (empty, figure)


def test_a_step_whose_movement_is_missing_shows_no_still(start: Start) -> None:
    start()
    empty: list[QImage] = []

    def show_nothing(window: MainWindow) -> None:
        window.learn.stage.show_motions([])
        empty.append(shown(window.learn.stage))

    found, _ = start(show_nothing)
    assert empty[0] != found


def test_it_is_written_only_when_it_has_changed(start: Start, tmp_path: Path) -> None:
    start()
    before = (tmp_path / _NAME).stat().st_mtime_ns, (tmp_path / _NAME).stat().st_ino
    start()
    assert ((tmp_path / _NAME).stat().st_mtime_ns, (tmp_path / _NAME).stat().st_ino) == before


def _cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-200])


def _flip(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 0xFF
    file.write_bytes(data)


def _fold(file: Path) -> None:
    file.unlink()
    file.mkdir()


DAMAGES: dict[str, Callable[[Path], object]] = {
    "cut": _cut,
    "flipped": _flip,
    "missing": Path.unlink,
    "empty": lambda file: file.write_bytes(b""),
    "title alone": lambda file: file.write_bytes(file.read_bytes().partition(b"\n")[0] + b"\n"),
    "folder": _fold,
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_still_is_none_until_there_is_a_new_one(
    qtbot: QtBot, tmp_path: Path, damage: Callable[[Path], object]
) -> None:
    label = QLabel("a figure " * 40)
    qtbot.addWidget(label)
    label.resize(300, 200)
    file = tmp_path / _NAME
    kept = Still(file)
    kept.keep("one", label)
    good = file.read_bytes()
    damage(file)
    assert kept.find("one", label) is None
    kept.keep("one", label)
    if file.is_dir():  # there is no room for a new one
        assert kept.find("one", label) is None
        file.rmdir()
        kept.keep("one", label)
    assert file.read_bytes() == good
    assert kept.find("one", label) is not None


def test_a_damaged_still_is_an_empty_room(start: Start, tmp_path: Path) -> None:
    empty, figure = start()
    _flip(tmp_path / _NAME)
    assert start() == (empty, figure)
    _fold(tmp_path / _NAME)  # the start before kept a new one at its end
    assert start() == (empty, figure)
    (tmp_path / _NAME).rmdir()
    start()
    assert start() == (figure, figure)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_pipe_in_its_place_is_not_waited_for(start: Start, tmp_path: Path) -> None:
    empty, figure = start()
    (tmp_path / _NAME).unlink()
    os.mkfifo(tmp_path / _NAME)
    assert start() == (empty, figure)


def test_a_disk_that_refuses_does_not_matter(qtbot: QtBot, tmp_path: Path) -> None:
    label = QLabel("a figure")
    qtbot.addWidget(label)
    (tmp_path / "file").touch()
    kept = Still(tmp_path / "file" / _NAME)
    kept.keep("one", label)
    assert kept.find("one", label) is None


def test_a_very_large_still_is_not_kept(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    label = QLabel("a figure")
    qtbot.addWidget(label)
    label.resize(30, 20)
    monkeypatch.setattr(still, "_MOST_PIXELS", 599)
    Still(tmp_path / _NAME).keep("one", label)
    assert not (tmp_path / _NAME).exists()


@pytest.mark.parametrize("size", [(30, 20), (301, 7)])
def test_a_still_is_pixel_for_pixel(qtbot: QtBot, tmp_path: Path, size: tuple[int, int]) -> None:
    label = QLabel("a figure")
    qtbot.addWidget(label)
    label.resize(*size)
    kept = Still(tmp_path / _NAME)
    kept.keep("one", label)
    found = kept.find("one", label)
    assert found is not None
    assert found.toImage() == shown(label)
    assert kept.find("two", label) is None
    label.resize(size[0] + 1, size[1])
    assert kept.find("one", label) is None
