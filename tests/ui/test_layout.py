"""Rows and columns laid out in one call."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.layout import filled


def test_everything_comes_in_its_order_with_its_stretch_and_alignment(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    one, other, last = QLabel("one"), QLabel("other"), QLabel("last")
    inner = filled(QHBoxLayout(), (other, 2), spacing=3)
    at_top = last, 0, Qt.AlignmentFlag.AlignTop
    box = filled(QVBoxLayout(window), one, 7, None, (inner, 5), at_top, spacing=4, margins=6)
    items = [item for index in range(box.count()) if (item := box.itemAt(index))]
    assert [item.widget() for item in items] == [one, None, None, None, last]
    assert items[3].layout() is inner
    assert [box.stretch(index) for index in range(box.count())] == [0, 0, 1, 5, 0]
    assert items[1].sizeHint().height() == 7
    assert items[4].alignment() == Qt.AlignmentFlag.AlignTop
    assert (box.spacing(), inner.spacing(), inner.stretch(0)) == (4, 3, 2)
    margins = box.contentsMargins()
    assert (margins.left(), margins.top(), margins.right(), margins.bottom()) == (6, 6, 6, 6)


def test_each_side_may_have_its_own_margin(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    margins = filled(QVBoxLayout(window), margins=(1, 2, 3, 4)).contentsMargins()
    assert (margins.left(), margins.top(), margins.right(), margins.bottom()) == (1, 2, 3, 4)
