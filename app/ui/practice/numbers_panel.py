"""The numbers of an exercise, to be changed."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from app.practice.choice import Choice
from app.practice.exercise import Exercise
from app.practice.limits import LIMITS
from app.ui.accessibility import label, named
from app.ui.layouts import arrange
from app.ui.practice.numbers import fields_of, within
from app.ui.practice.session_texts import number

_COUNTED = ("sets", "reps")
_COLUMNS = 2


class NumberBox(QDoubleSpinBox):
    """A number with its unit; the wheel turns it only once it was chosen."""

    def textFromValue(self, value: float) -> str:
        """Write it without needless zeros."""
        return number(value)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let a page that scrolls by pass."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class NumbersPanel(QWidget):
    """Shows only the numbers the exercise has.

    Signals:
        number_changed: the user changed one; its name in `Choice` and the new value.
    """

    number_changed = Signal(str, float)

    def __init__(self) -> None:
        super().__init__()
        titles = {
            "sets": self.tr("Sets"),
            "reps": self.tr("Repetitions"),
            "down_s": self.tr("Down"),
            "hold_s": self.tr("Hold"),
            "up_s": self.tr("Up"),
            "top_s": self.tr("Top"),
            "switch_s": self.tr("Switch"),
            "rest_s": self.tr("Rest"),
            "prepare_s": self.tr("Get ready"),
        }
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._cells: dict[str, QWidget] = {}
        self._boxes: dict[str, NumberBox] = {}
        self._captions: dict[str, QLabel] = {}
        self._titles = titles
        self._exercise: Exercise | None = None
        for name, title in titles.items():
            caption = self._captions[name] = label(title, "muted", wrap=True)
            self._boxes[name] = self._box(name, caption)
            cell = QWidget(self)  # a number the exercise does not have is in no layout
            cell.hide()
            arrange(QVBoxLayout(cell), caption, self._boxes[name], spacing=4, margins=0)
            self._cells[name] = cell
        for column_index in range(_COLUMNS):
            self._grid.setColumnStretch(column_index, 1)

    def show_choice(self, exercise: Exercise, choice: Choice) -> None:
        """Show an exercise's numbers."""
        if exercise is not self._exercise:
            self._exercise = exercise
            self._arrange(exercise)
        for name, box in self._boxes.items():
            with QSignalBlocker(box):
                box.setValue(getattr(choice, name))

    def box(self, name: str) -> NumberBox:
        """Return the box of a number by its name in `Choice`."""
        return self._boxes[name]

    def _arrange(self, exercise: Exercise) -> None:
        shown = fields_of(exercise)
        for name, cell in self._cells.items():
            own = getattr(exercise.names, name.removesuffix("_s"), None)
            self._call(name, self.tr("Each side") if exercise.sides and name == "hold_s" else own)
            self._grid.removeWidget(cell)
            cell.setVisible(False)
            if name in shown:
                row, column = divmod(shown.index(name), _COLUMNS)
                self._grid.addWidget(cell, row, column)
                cell.setVisible(True)
        # A hold that is all there is cannot be left out; one between down and up can.
        may_be_nothing = exercise.tempo is not None
        for name in ("hold_s", "top_s"):
            box = self._boxes[name]
            with QSignalBlocker(box):  # it may move the value, which nobody changed
                box.setMinimum(0.0 if may_be_nothing else LIMITS[name].low)
            box.setSpecialValueText(self.tr("none") if may_be_nothing else "")

    def _call(self, name: str, own: str | None) -> None:
        """Write over a number what the exercise calls it, or its usual title."""
        title = own or self._titles[name]
        self._captions[name].setText(title)
        spoken = title if name in _COUNTED else self.tr("{part}, seconds").format(part=title)
        named(self._boxes[name], spoken)

    def _box(self, name: str, caption: QLabel) -> NumberBox:
        limit = LIMITS[name]
        box = NumberBox()
        box.setRange(limit.low, limit.high)
        # Two side by side, beside a scroll bar too.
        box.setMinimumWidth(96)
        box.setDecimals(0 if name in _COUNTED else 1)
        box.setSingleStep({"rest_s": 5.0, "prepare_s": 1.0, "switch_s": 1.0}.get(name, 0.5))
        if name in _COUNTED:
            box.setSingleStep(1.0)
        else:
            box.setSuffix(self.tr(" s"))
        box.lineEdit().setTextMargins(8, 0, 0, 0)
        # What is typed counts once it is complete.
        box.setKeyboardTracking(False)
        box.valueChanged.connect(lambda value: self._changed(name, value))
        caption.setBuddy(box)
        return box

    def _changed(self, name: str, value: float) -> None:
        box = self._boxes[name]
        allowed = within(name, value, may_be_nothing=box.minimum() == 0)
        if allowed != value:
            with QSignalBlocker(box):
                box.setValue(allowed)
        self.number_changed.emit(name, allowed)
