"""Rows and columns made in one call."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.layouts import STRETCH, arrange

pytestmark = pytest.mark.usefixtures("qapp")


def test_items_are_added_in_their_order(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    first, last, row = QLabel("first"), QLabel("last"), QHBoxLayout()
    right = Qt.AlignmentFlag.AlignRight
    column = arrange(
        QVBoxLayout(page), (first, 2), 12, (row, 1), STRETCH, (last, 0, right), spacing=7, margins=3
    )
    items: list[Any] = [column.itemAt(at) for at in range(column.count())]
    assert column is page.layout()
    assert [item.widget() for item in items] == [first, None, None, None, last]
    assert items[1].spacerItem().sizeHint().height() == 12
    assert items[2].layout() is row
    assert [column.stretch(at) for at in range(5)] == [2, 0, 1, 1, 0]
    assert items[4].alignment() == right
    assert column.spacing() == 7
    assert column.contentsMargins().left() == column.contentsMargins().bottom() == 3


def test_margins_differ_by_side_and_what_is_not_given_stays(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    usual = QVBoxLayout(page)
    spacing = usual.spacing()
    arrange(usual, margins=(1, 2, 3, 4))
    margins = usual.contentsMargins()
    assert (margins.left(), margins.top(), margins.right(), margins.bottom()) == (1, 2, 3, 4)
    assert usual.spacing() == spacing
    arrange(usual, spacing=9)
    assert usual.contentsMargins() == margins
