from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.window_place import can_be_reached, place

SCREEN = QRect(0, 0, 1366, 768)


@pytest.mark.parametrize(
    ("area", "reached"),
    [
        ([40, 60, 1280, 700], True),
        ([-1200, -700, 1280, 800], False),  # one corner of it is on the screen
        ([1365, 300, 1280, 800], False),  # one column of pixels
        ([-1100, 300, 1280, 800], True),
        ([40, 767, 1280, 800], True),  # the title bar stands on the lower edge
        ([40, 900, 1280, 800], False),
        ([0, 0, 5000, 4000], False),  # the title bar is above the screen
    ],
)
def test_a_window_can_be_reached_by_its_title_bar(area: Sequence[int], reached: bool) -> None:
    assert can_be_reached(QRect(*area), SCREEN) is reached


@pytest.mark.parametrize(
    "saved", [None, [-1200, -700, 1280, 800], [0, 0, 5000, 4000], [99_999, 0, 1280, 800]]
)
def test_a_window_fits_the_screen(qtbot: QtBot, saved: Sequence[int] | None) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    place(window, saved)
    available = window.screen().availableGeometry()
    assert window.width() < available.width()
    assert window.height() < available.height()
    assert window.minimumWidth() <= window.width()
    assert window.minimumHeight() <= window.height()


def test_a_window_opens_where_it_was(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    place(window, [5, 60, 792, 620])
    assert window.geometry() == QRect(5, 60, 792, 620)
    assert not window.isMaximized()


def test_a_maximised_window_comes_back_maximised(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    place(window, [5, 60, 792, 620], maximised=True)
    window.show()
    assert window.isMaximized()
