"""Correct what was done in a set."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtWidgets import QCheckBox, QWidget

from app.records.model import SetRecord
from app.ui.number_box import NumberBox
from app.ui.progress.edit_dialog import EditDialog

#: More than anyone does in a set, repetitions and seconds.
_MOST_REPS, _MOST_S = 999, 4 * 3600


class SetDialog(EditDialog):
    """The repetitions, the time and whether the set was finished."""

    def __init__(self, parent: QWidget, old: SetRecord, heading: str) -> None:
        super().__init__(parent, self.tr("Edit a set"), heading)
        self._old = old
        self._reps = _box(0, old.reps_done, _MOST_REPS)
        if old.reps_planned is not None:
            self._add(self.tr("Reps"), self._reps)
        self._seconds = _box(1, round(old.seconds), _MOST_S, self.tr(" s"))
        self._shown_s = self._seconds.value()
        self._add(self.tr("Time"), self._seconds)
        self._finished = QCheckBox()
        self._finished.setChecked(old.finished)
        self._add(self.tr("Completed, so it counts as a set"), self._finished)

    @property
    def corrected(self) -> SetRecord:
        """The set as it is now; a time that was not changed keeps its fraction of a second."""
        seconds = self._seconds.value()
        return replace(
            self._old,
            reps_done=round(self._reps.value()),
            seconds=self._old.seconds if seconds == self._shown_s else seconds,
            finished=self._finished.isChecked(),
        )


def _box(least: int, value: int, most: int, unit: str = "") -> NumberBox:
    box = NumberBox(least, max(most, value), unit=unit)
    box.show_value(value)
    return box
