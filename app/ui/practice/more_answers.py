"""What else can be said of a session: effort, and whether it went as shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from app.records.feedback import EFFORT
from app.ui.accessibility import label, set_tip
from app.ui.messages import translate
from app.ui.segmented_control import SegmentedControl

_T = TypeVar("_T")

#: What the two buttons of the second row mean.
_AS_SHOWN = (True, False)


class MoreAnswers(QWidget):
    """Two choices, neither of which has to be answered.

    Signals:
        effort_chosen: from 1 to 10; None where what was chosen is pressed again.
        as_shown_chosen: whether it was done as shown; None likewise.
    """

    effort_chosen = Signal(object)
    as_shown_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._given_effort: int | None = None
        self._given_as_shown: bool | None = None
        low, high = EFFORT
        effort = self.tr("Effort ({low} = very easy, {high} = maximum)").format(low=low, high=high)
        as_shown = self.tr("Did yours look like the figure?")
        self._effort = SegmentedControl(
            effort, [str(number) for number in range(low, high + 1)], None
        )
        self._as_shown = SegmentedControl(as_shown, [self.tr("Yes"), self.tr("No")], None)
        for row in (self._effort, self._as_shown):
            for choice in row.buttons:
                question = row.accessibleName().removesuffix("?")
                choice.setAccessibleName(f"{question}: {choice.text()}")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for column, row in enumerate((self._effort, self._as_shown)):
            grid.addWidget(label(row.accessibleName(), "muted"), 0, column)
            grid.addWidget(row, 1, column, Qt.AlignmentFlag.AlignLeft)
        for answer, choice in enumerate(self._effort.buttons, start=low):
            self._prepare(choice, self._answer_effort, answer)
        for as_done, choice in zip(_AS_SHOWN, self._as_shown.buttons, strict=True):
            self._prepare(choice, self._answer_as_shown, as_done)

    def show_answers(self, effort: int | None, as_shown: bool | None) -> None:
        """Show what was answered; None is not answered."""
        self._given_effort, self._given_as_shown = effort, as_shown
        self._effort.show_index(None if effort is None else effort - EFFORT[0])
        self._as_shown.show_index(None if as_shown is None else _AS_SHOWN.index(as_shown))
        for choice in (*self._effort.buttons, *self._as_shown.buttons):
            set_tip(choice, back_tip() if choice.isChecked() else "")

    def _prepare(self, choice: QPushButton, tell: Callable[[_T], None], answer: _T) -> None:
        # Not `toggled`: a second press counts too.
        choice.clicked.connect(lambda: tell(answer))

    def _answer_effort(self, effort: int) -> None:
        self.effort_chosen.emit(None if effort == self._given_effort else effort)

    def _answer_as_shown(self, as_shown: bool) -> None:
        self.as_shown_chosen.emit(None if as_shown is self._given_as_shown else as_shown)


def back_tip() -> str:
    """Say how an answer that was given is taken back."""
    return translate("Answers", "Press again to take it back")
