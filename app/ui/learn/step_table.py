"""A step's table beside the figures."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from app.lessons.model import Table
from app.ui.accessibility import named
from app.ui.layouts import arrange

#: The gap between a row's text and the lines above and below it, px.
_CLEAR = 6


class StepTable(QFrame):
    """Shows a table."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._table = _Rows()
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._table.setWordWrap(True)
        self._table.setShowGrid(False)
        self._table.verticalHeader().hide()
        self._table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._table.horizontalHeader().setHighlightSections(False)
        arrange(QVBoxLayout(self), self._table, margins=8)

    def show_table(self, table: Table) -> None:
        """Show another table."""
        widget = self._table
        widget.clear()
        widget.setColumnCount(len(table.columns))
        widget.setRowCount(len(table.rows))
        widget.setHorizontalHeaderLabels(list(table.columns))
        header = widget.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for row, cells in enumerate(table.rows):
            for index, cell in enumerate(cells):
                widget.setItem(row, index, QTableWidgetItem(cell))
        widget.spread()
        named(widget, self.tr("Comparison"), " / ".join(table.columns))


class _Rows(QTableWidget):
    """A table whose rows fill it, each at least as high as its text needs."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the height among the rows again."""
        super().resizeEvent(event)
        self.spread()

    def spread(self) -> None:
        """Give each row what its text needs, and an equal share of what is left."""
        needed = [self.sizeHintForRow(row) + _CLEAR for row in range(self.rowCount())]
        left = max(0, self.viewport().height() - sum(needed))
        for row, height in enumerate(needed):
            self.setRowHeight(row, height + left // len(needed))
