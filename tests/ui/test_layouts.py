"""Rows and columns made in one call."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.ui.layouts import STRETCH, Column, Turning, arrange, least_height
from app.ui.scroll_edge import ScrollEdge, edged

pytestmark = pytest.mark.usefixtures("qapp")


def test_items_are_added_in_their_order(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    first, last, row = QLabel("first"), QLabel("last"), QHBoxLayout()
    right = Qt.AlignmentFlag.AlignRight
    column = arrange(
        QVBoxLayout(page), (first, 2), 12, (row, 1), STRETCH, (last, 0, right), spacing=7, margins=3
    )
    assert column is page.layout()
    assert column.count() == 5
    assert [column.indexOf(one) for one in (first, row, last)] == [0, 2, 4]
    assert [column.stretch(at) for at in range(5)] == [2, 0, 1, 1, 0]
    for one in (first, last):
        one.setFixedHeight(20)
    page.resize(200, 200)
    column.activate()
    assert column.minimumSize().height() == 3 + 20 + 12 + 7 + 20 + 3
    assert last.geometry().right() == 200 - 3 - 1
    assert last.width() == last.sizeHint().width()
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


def test_a_row_without_room_becomes_a_column(qtbot: QtBot) -> None:
    page, first, second = QWidget(), QWidget(), QWidget()
    qtbot.addWidget(page)
    first.setMinimumSize(100, 20)
    row = arrange(Turning(page, last_first=True), (first, 1), second, spacing=10, margins=5)
    row.hold(second, 80)
    assert row.totalMinimumSize().width() == 110
    page.resize(200, 200)
    page.show()
    assert (first.y(), second.y(), second.width()) == (5, 5, 80)
    page.resize(199, 200)
    QApplication.processEvents()
    assert second.y() == 5 < first.y()
    assert second.width() == 189
    page.resize(200, 200)
    QApplication.processEvents()
    assert (first.y(), second.y(), second.width()) == (5, 5, 80)
    second.hide()
    page.resize(110, 200)
    QApplication.processEvents()
    assert row.direction() is QBoxLayout.Direction.LeftToRight


def test_a_column_with_too_little_room_lays_nothing_over_the_next(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    parts = []
    for least in (20, 180):
        part, figure, words = QWidget(), QListWidget(), QLabel("some words " * 9)
        figure.setMinimumHeight(least)  # both would like to be higher
        words.setWordWrap(True)
        arrange(Column(part), (figure, 1), words, margins=0, spacing=0)
        parts.append((part, figure, words))
    # Qt alone would give both parts the same height, however little that is for the second.
    arrange(Column(page), *(part for part, _, _ in parts), margins=0, spacing=0)
    page.resize(200, least_height(page, 200))
    page.show()
    for _, figure, words in parts:
        assert not figure.geometry().intersects(words.geometry())


def test_what_is_cut_by_scrolling_ends_at_a_line(qtbot: QtBot) -> None:
    page, area, inside, below = QWidget(), QScrollArea(), QWidget(), QLabel("below")
    qtbot.addWidget(page)
    inside.setMinimumHeight(400)
    area.setWidgetResizable(True)
    area.setWidget(inside)
    arrange(QVBoxLayout(page), (edged(area), 1), below)
    page.resize(200, 200)
    page.show()
    QApplication.processEvents()
    (edge,) = page.findChildren(ScrollEdge)
    assert edge.isVisible()
    assert edge.geometry().top() == area.geometry().bottom() + 1
    place = below.geometry()
    bar = area.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert not edge.isVisible()
    bar.setValue(0)
    assert edge.isVisible()
    inside.setMinimumHeight(20)
    QApplication.processEvents()
    assert not edge.isVisible()
    assert below.geometry() == place
