"""A step's table beside the figures."""

from __future__ import annotations

from PySide6.QtCore import Qt
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


class StepTable(QFrame):
    """Shows a table, or nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 8, 8, 8)
        self._table: QTableWidget | None = None
        self.hide()

    def show_table(self, table: Table | None) -> None:
        """Show a table; hide where there is none."""
        self.setVisible(table is not None)
        if table is None:
            return
        # Few steps have one, so it is made when the first of them comes.
        widget = self._table = self._table or self._make()
        widget.clear()
        widget.setColumnCount(len(table.columns))
        widget.setRowCount(len(table.rows))
        widget.setHorizontalHeaderLabels(list(table.columns))
        header = widget.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for row, cells in enumerate(table.rows):
            for index, cell in enumerate(cells):
                widget.setItem(row, index, QTableWidgetItem(cell))
        named(widget, self.tr("Comparison"), " / ".join(table.columns))

    def _make(self) -> QTableWidget:
        widget = QTableWidget()
        widget.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        widget.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        widget.setWordWrap(True)
        widget.setShowGrid(False)
        widget.verticalHeader().hide()
        widget.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        widget.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        widget.horizontalHeader().setHighlightSections(False)
        self._column.addWidget(widget)
        widget.show()  # the card may be on screen already
        return widget
