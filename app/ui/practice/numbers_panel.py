"""The numbers of an exercise, to be changed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from app.practice.choice import Choice
from app.practice.exercise import Exercise
from app.practice.limits import LIMITS
from app.programme.numbers import fields_of
from app.ui.accessibility import label, named
from app.ui.layouts import STRETCH, arrange
from app.ui.number_box import NumberBox, complaint

_COUNTED = ("sets", "reps")
_COLUMNS = 2


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
            "reps": self.tr("Reps"),
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
            box = self._boxes[name]
            arrange(QVBoxLayout(cell), caption, box, complaint(box), STRETCH, spacing=4, margins=0)
            self._cells[name] = cell
        for column_index in range(_COLUMNS):
            self._grid.setColumnStretch(column_index, 1)

    def show_choice(self, exercise: Exercise, choice: Choice) -> None:
        """Show an exercise's numbers."""
        if exercise is not self._exercise:
            self._exercise = exercise
            self._arrange(exercise)
        for name, box in self._boxes.items():
            box.show_value(getattr(choice, name))

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
            self._boxes[name].allow_nothing(self.tr("none") if may_be_nothing else "")

    def _call(self, name: str, own: str | None) -> None:
        """Write over a number what the exercise calls it, or its usual title."""
        title = own or self._titles[name]
        self._captions[name].setText(title)
        spoken = title if name in _COUNTED else self.tr("{part}, seconds").format(part=title)
        named(self._boxes[name], spoken)

    def _box(self, name: str, caption: QLabel) -> NumberBox:
        limit = LIMITS[name]
        whole = name in _COUNTED
        step = {"rest_s": 5.0, "prepare_s": 1.0, "switch_s": 1.0}.get(name, 1.0 if whole else 0.5)
        unit = "" if whole else self.tr(" s")
        box = NumberBox(*limit, decimals=0 if whole else 1, step=step, unit=unit)
        # Two side by side, beside a scroll bar too.
        box.setMinimumWidth(96)
        box.valueChanged.connect(lambda value: self.number_changed.emit(name, value))
        caption.setBuddy(box)
        return box
