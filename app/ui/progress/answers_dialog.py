"""Correct what was answered after a session."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from app.records.feedback import EFFORT, Feedback, Felt
from app.records.practised import PractisedSession
from app.ui.messages import say
from app.ui.progress.edit_dialog import EditDialog

#: What the entries of the lists mean, in their order; a list cannot hold a `Felt` itself.
_FELT = (None, *Felt)
_EFFORT = (None, *range(EFFORT[0], EFFORT[1] + 1))
_AS_SHOWN = (None, True, False)


class AnswersDialog(EditDialog):
    """Every answer, each of which can be taken back, and pain."""

    def __init__(self, parent: QWidget, old: PractisedSession, heading: str) -> None:
        super().__init__(parent, self.tr("Edit the answers"), heading)
        self._old = old
        given = old.answers or Feedback(old.key, old.started_at)
        none, (low, high) = self.tr("No answer"), EFFORT
        self._felt = self._choice(
            self.tr("Where did you feel it?"),
            [none, *(say(felt.message) for felt in Felt)],
            _FELT.index(given.felt),
        )
        self._effort = self._choice(
            self.tr("Effort ({low} = very easy, {high} = maximum)").format(low=low, high=high),
            [none, *map(str, _EFFORT[1:])],
            _EFFORT.index(given.effort),
        )
        self._as_shown = self._choice(
            self.tr("Did yours look like the figure?"),
            [none, self.tr("Yes"), self.tr("No")],
            _AS_SHOWN.index(given.done_as_shown),
        )
        self._pain = QCheckBox()
        self._pain.setChecked(given.pain)
        self._add(self.tr("I felt pain"), self._pain)

    @property
    def corrected(self) -> Feedback:
        """The answers as they are now."""
        return Feedback(
            self._old.key,
            self._old.started_at,
            felt=_FELT[self._felt.currentIndex()],
            pain=self._pain.isChecked(),
            effort=_EFFORT[self._effort.currentIndex()],
            done_as_shown=_AS_SHOWN[self._as_shown.currentIndex()],
        )

    def _choice(self, caption: str, texts: Sequence[str], index: int) -> QComboBox:
        box = QComboBox()
        box.addItems(texts)
        box.setCurrentIndex(index)
        self._add(caption, box)
        return box
