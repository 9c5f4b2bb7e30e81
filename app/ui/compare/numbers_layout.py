"""The two layouts of the numbers: a low table across the page, or a narrow card."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel

from app.ui.theme import with_text

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
#: Room for every value and name, so that nothing moves while it plays, px: in the table, whose
#: values are under their names with the mark after them, and in the card.
_TABLE_VALUE, _TABLE_MARK = 92, 80
_CARD_VALUE, _CARD_NAME = 104, 140
#: The height of a line, px.
_LINE = 20
#: Room for the titles, px.
TABLE_TITLE, CARD_TITLE = 176, _CARD_VALUE
#: What each needs in all, px; the card with marks and margins that do not grow with the text.
TABLE_WIDTH, CARD_WIDTH, CARD_REST = 660, 2 * _CARD_VALUE + _CARD_NAME, 84


class Cells(NamedTuple):
    """The labels to lay out.

    Attributes:
        titles: of both movements.
        names: of the rows.
        values, marks: by row, of both movements.
        nothing: what is shown if there are no rows.
    """

    titles: Sequence[QLabel]
    names: Sequence[QLabel]
    values: Sequence[Sequence[QLabel]]
    marks: Sequence[Sequence[QLabel]]
    nothing: QLabel


def lay_out(grid: QGridLayout, cells: Cells, rows: int, *, table: bool) -> None:
    """Lay out everything again for `count` rows; it has the same height with one as with three."""
    while grid.count():
        grid.takeAt(0)
    for column in range(grid.columnCount()):
        grid.setColumnMinimumWidth(column, 0)
        grid.setColumnStretch(column, 0)
    for row in range(grid.rowCount()):
        grid.setRowStretch(row, 0)
        grid.setRowMinimumHeight(row, 0)
    if table:
        _lay_out_table(grid, cells, rows)
    else:
        _lay_out_card(grid, cells)


def _lay_out_table(grid: QGridLayout, cells: Cells, rows: int) -> None:
    """Lay out one line for each movement, under the names of what differs."""
    edge = 2 * len(cells.names) + 2
    for side, title in enumerate(cells.titles):
        title.setAlignment(_RIGHT)
        grid.addWidget(title, side + 2, 1)
    for index, name in enumerate(cells.names):
        column = 2 * index + 2
        name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        grid.addWidget(name, 1, column, 1, 2)
        for side in range(2):
            value = cells.values[index][side]
            value.setAlignment(_RIGHT)
            grid.addWidget(value, side + 2, column)
            grid.addWidget(cells.marks[index][side], side + 2, column + 1, _LEFT)
        if index < rows:
            grid.setColumnMinimumWidth(column, with_text(_TABLE_VALUE))
            grid.setColumnMinimumWidth(column + 1, with_text(_TABLE_MARK))
    grid.addWidget(cells.nothing, 1, 2, 3, edge - 2, Qt.AlignmentFlag.AlignCenter)
    for column in (0, edge):
        grid.setColumnStretch(column, 1)
    _set_lines(grid, 3)


def _lay_out_card(grid: QGridLayout, cells: Cells) -> None:
    """Lay out value and mark, name, mark and value, mirrored around the names."""
    count = len(cells.names)
    for title, align, column in zip(cells.titles, (_RIGHT, _LEFT), (1, 5), strict=True):
        title.setAlignment(align)
        grid.addWidget(title, 1, column)
    for index, name in enumerate(cells.names):
        row = index + 2
        name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        grid.addWidget(name, row, 3)
        for side, (align, value_at, mark_at) in enumerate(((_RIGHT, 1, 2), (_LEFT, 5, 4))):
            value = cells.values[index][side]
            value.setAlignment(align)
            grid.addWidget(value, row, value_at)
            grid.addWidget(cells.marks[index][side], row, mark_at)
    grid.addWidget(cells.nothing, 2, 1, count, 5, Qt.AlignmentFlag.AlignCenter)
    for column, width in ((1, _CARD_VALUE), (3, _CARD_NAME), (5, _CARD_VALUE)):
        grid.setColumnMinimumWidth(column, with_text(width))
    for column in (0, 6):
        grid.setColumnStretch(column, 1)
    _set_lines(grid, count + 1)


def _set_lines(grid: QGridLayout, count: int) -> None:
    """Make room for `count` lines, centred in the space there is."""
    for row in range(1, count + 1):
        grid.setRowMinimumHeight(row, with_text(_LINE))
    for row in (0, count + 1):
        grid.setRowStretch(row, 1)
