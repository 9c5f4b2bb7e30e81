"""Choosing any two movements."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from app.movement.model import Label, Movement
from app.ui.accessibility import IconButton, keep_focus, let_elide, name_choice, tab_through
from app.ui.icons import Icons
from app.ui.layouts import arrange
from app.ui.theme import Appearance

_ID = Qt.ItemDataRole.UserRole
_ROWS = 20


class AnyTwoChooser(QWidget):
    """Two lists of all movements (right, wrong and the rest), and a button to swap them.

    Typing the first letters of a title finds it.

    Signals:
        chosen: the ids of the first and the second movement the user chose.
    """

    chosen = Signal(str, str)

    def __init__(
        self, movements: Mapping[str, Movement], icons: Icons, appearance: Appearance
    ) -> None:
        super().__init__()
        self._lists = [QComboBox(), QComboBox()]
        names = (self.tr("Movement on the left"), self.tr("Movement on the right"))
        model = self._model(movements)
        for box in self._lists:
            box.setModel(model)
            box.setMaxVisibleItems(_ROWS)
            let_elide(box)
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            box.currentIndexChanged.connect(self._tell)
        self._swap = swap = IconButton("swap", self.tr("Swap left and right"), icons, appearance)
        swap.clicked.connect(self.swap)
        keep_focus(swap)
        arrange(
            QHBoxLayout(self), (self._lists[0], 1), swap, (self._lists[1], 1), spacing=8, margins=0
        )
        for box, name in zip(self._lists, names, strict=True):
            name_choice(box, name)

    @property
    def ids(self) -> tuple[str, str]:
        """The ids of the two chosen movements."""
        first, second = (str(box.currentData(_ID)) for box in self._lists)
        return first, second

    def show_ids(self, first: str, second: str) -> None:
        """Show these two as chosen, without a signal."""
        for box, movement_id in zip(self._lists, (first, second), strict=True):
            with QSignalBlocker(box):
                box.setCurrentIndex(box.findData(movement_id, _ID))

    def swap(self) -> None:
        """Swap left and right."""
        first, second = self.ids
        self.show_ids(second, first)
        self._tell()

    def follow_in_tab_order(self, before: QWidget, after: QWidget) -> None:
        """Come between these two widgets in the tab order."""
        tab_through((before, self._lists[0], self._swap, self._lists[1], after))

    def _tell(self) -> None:
        self.chosen.emit(*self.ids)

    def _model(self, movements: Mapping[str, Movement]) -> QStandardItemModel:
        """Return the titles in groups, in alphabetical order under their headings."""
        model = QStandardItemModel(self)
        for group, heading in (
            (Label.RIGHT, self.tr("Correct")),
            (Label.WRONG, self.tr("Incorrect")),
            (Label.NEUTRAL, self.tr("Neither correct nor incorrect")),
        ):
            found = [movement for movement in movements.values() if movement.label is group]
            if not found:
                continue
            top = QStandardItem(heading)
            top.setFlags(Qt.ItemFlag.NoItemFlags)
            font = top.font()
            font.setBold(True)
            top.setFont(font)
            top.setSizeHint(QSize(0, 32))
            model.appendRow(top)
            for movement in sorted(found, key=lambda one: one.title.casefold()):
                item = QStandardItem(movement.title)
                item.setData(movement.id, _ID)
                model.appendRow(item)
        return model
