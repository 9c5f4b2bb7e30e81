"""A card of settings: a heading, and a row for each."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from app.ui.accessibility import label, named
from app.ui.layouts import STRETCH, arrange
from app.ui.number_box import NumberBox, complaint
from app.ui.text_sized import limit

_NAMES_WIDTH = 200
_CHOICE_WIDTH = 200
_SPIN_WIDTH = 160
#: From the top of a row to a check box's text, px.
_FIRST_LINE = 4


class Section(QFrame):
    """Holds rows: the name of a setting on the left, its control on the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._title = label("", "heading")
        self._calm = _CalmWheel(self)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnMinimumWidth(0, _NAMES_WIDTH)
        self._grid.setColumnStretch(1, 1)
        parts = self._title, self._grid
        arrange(QVBoxLayout(self), *parts, spacing=12, margins=(24, 18, 24, 20))

    def set_title(self, title: str) -> None:
        """Give the section its heading."""
        self._title.setText(title)
        named(self, title)

    def add_row(self, name: str, control: QWidget, *beside: QWidget, wide: bool = False) -> QLabel:
        """Add a control under its name, and return the label with the name.

        Args:
            name: what is set; also the control's name for screen readers.
            control: how it is set.
            beside: what is shown on its right.
            wide: whether it takes all the room there is.
        """
        shown = label(name, wrap=True)
        shown.setBuddy(control)
        named(control, name)
        if control.focusPolicy() == Qt.FocusPolicy.WheelFocus:
            control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if isinstance(control, NumberBox):
            limit(control, least_width=_SPIN_WIDTH)
        control.installEventFilter(self._calm)
        rest = () if wide else (STRETCH,)
        cell = arrange(QHBoxLayout(), (control, int(wide)), *beside, *rest, spacing=12)
        row = self._grid.rowCount()
        self._grid.addWidget(shown, row, 0)
        self._grid.addLayout(cell, row, 1)
        if isinstance(control, NumberBox):
            self._grid.addWidget(complaint(control), row + 1, 1)
        return shown

    def set_high(self, name: QLabel) -> None:
        """Put a row's name beside the first of its lines."""
        name.setContentsMargins(0, _FIRST_LINE, 0, 0)
        self._grid.setAlignment(name, Qt.AlignmentFlag.AlignTop)

    def add_wide(self, widget: QWidget) -> None:
        """Add something across both columns."""
        self._grid.addWidget(widget, self._grid.rowCount(), 0, 1, 2)

    def add_beside(self, widget: QWidget) -> None:
        """Add something without a name under the controls."""
        row = self._grid.rowCount()
        self._grid.addWidget(widget, row, 1, Qt.AlignmentFlag.AlignLeft)

    def add_note(self, text: str) -> QLabel:
        """Add a line that explains, and return it."""
        note = label(text, "muted", wrap=True)
        self.add_wide(note)
        return note


class ChoiceBox(QComboBox):
    """A box to choose one of a few values from."""

    def __init__(self, values: Mapping[str, str], chosen: Callable[[str], None]) -> None:
        """Offer values, each with its name; `chosen` is called with the one the user chooses."""
        super().__init__()
        for value, name in values.items():
            self.addItem(name, value)
        limit(self, least_width=_CHOICE_WIDTH)
        self.currentIndexChanged.connect(lambda index: chosen(self.itemData(index)))

    def show_value(self, value: str) -> None:
        """Show the value that is set, without calling `chosen`."""
        index = max(0, self.findData(value))  # a language may have gone since it was set
        if index != self.currentIndex():
            quietly(self, lambda: self.setCurrentIndex(index))


def quietly(control: QWidget, change: Callable[[], object]) -> None:
    """Change a control without its signals."""
    with QSignalBlocker(control):
        change()


class _CalmWheel(QObject):
    """Lets the wheel scroll the page past a control instead of changing it unseen."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.Wheel
            and isinstance(watched, QWidget)
            and not watched.hasFocus()
        ):
            event.ignore()
            return True
        return super().eventFilter(watched, event)
