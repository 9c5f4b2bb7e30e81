"""What else can be said of a session: effort, and whether it went as shown."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.records.feedback import EFFORT
from app.ui.accessibility import label
from app.ui.segmented_control import SegmentedControl


class MoreAnswers(QWidget):
    """Two choices, neither of which has to be answered.

    Signals:
        effort_chosen: from 1 to 10.
        as_shown_chosen: whether it was done as shown.
    """

    effort_chosen = Signal(int)
    as_shown_chosen = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        low, high = EFFORT
        effort = self.tr("Effort, {low} is easy, {high} is all you have").format(low=low, high=high)
        as_shown = self.tr("Done as shown")
        self._effort = SegmentedControl(
            effort, [str(number) for number in range(low, high + 1)], None
        )
        self._as_shown = SegmentedControl(as_shown, [self.tr("Yes"), self.tr("No")], None)
        for row in (self._effort, self._as_shown):
            for choice in row.buttons:
                choice.setAccessibleName(f"{row.accessibleName()}: {choice.text()}")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for column, row in enumerate((self._effort, self._as_shown)):
            grid.addWidget(label(row.accessibleName(), "muted"), 0, column)
            grid.addWidget(row, 1, column, Qt.AlignmentFlag.AlignLeft)
        self._effort.chosen.connect(lambda index: self.effort_chosen.emit(low + index))
        self._as_shown.chosen.connect(lambda index: self.as_shown_chosen.emit(index == 0))

    def clear(self) -> None:
        """Show nothing as chosen."""
        self._effort.show_index(None)
        self._as_shown.show_index(None)
