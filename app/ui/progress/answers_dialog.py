"""Correct what was answered after a session."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec.structs import replace
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from app.practice.exercise import Measure
from app.records.feedback import (
    EFFORT,
    PAIN,
    Feedback,
    Felt,
    PainPlace,
    StickPoint,
    painless,
)
from app.records.practised import PractisedSession
from app.ui.messages import say
from app.ui.progress.edit_dialog import EditDialog
from app.ui.wall_box import WallBox
from app.units import Units

#: What the entries of the lists mean, in their order; a list cannot hold a `Felt` itself.
_FELT = (None, *Felt)
_EFFORT = (None, *range(EFFORT[0], EFFORT[1] + 1))
_YES_NO = (None, True, False)
_LEVEL = (None, *range(PAIN[0], PAIN[1] + 1))
_PLACE = (None, *PainPlace)


class AnswersDialog(EditDialog):
    """Every answer, each of which can be taken back, and pain."""

    def __init__(
        self,
        parent: QWidget,
        old: PractisedSession,
        heading: str,
        measures: Collection[Measure],
        units: Units,
    ) -> None:
        """Show the answers of a session.

        Args:
            parent: the window.
            old: the session.
            heading: which one it is.
            measures: what can be measured after it.
            units: of lengths.
        """
        super().__init__(parent, self.tr("Edit the answers"), heading)
        self._old = old
        given = old.answers or Feedback(old.key, old.started_at)
        none, (low, high) = self.tr("No answer"), EFFORT
        yes_no = [none, self.tr("Yes"), self.tr("No")]
        self._felt = self._choice(
            self.tr("How it felt"),
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
            yes_no,
            _YES_NO.index(given.done_as_shown),
        )
        self._wall = WallBox(units, or_none=none)
        self._wall.show_cm(given.wall_cm)
        if Measure.WALL in measures or given.wall_cm is not None:
            self._add(self.tr("Heels from the wall"), self._wall)
        self._points: dict[StickPoint, QComboBox] = {}
        if Measure.STICK in measures or given.stick_stayed is not None:
            for point in StickPoint:
                caption = self.tr("Stick stayed on: {point}").format(point=say(point.message))
                index = _YES_NO.index(given.stayed(point))
                self._points[point] = self._choice(caption, yes_no, index)
        self._pain = QCheckBox()
        self._pain.setChecked(given.pain)
        self._add(self.tr("I felt pain"), self._pain)
        self._level = self._choice(
            self.tr("How strong? (0 = none now, 10 = the worst there could be)"),
            [none, *map(str, _LEVEL[1:])],
            _LEVEL.index(given.pain_level),
        )
        self._place = self._choice(
            self.tr("Where did it hurt?"),
            [none, *(say(place.message) for place in PainPlace)],
            _PLACE.index(given.pain_place),
        )
        self._signs = self._choice(
            self.tr("Weak or numb leg, bladder, bowel, fever, fall"),
            yes_no,
            _YES_NO.index(given.pain_signs),
        )
        self._settled = self._choice(
            self.tr("Settled within 24 hours"), yes_no, _YES_NO.index(given.settled)
        )
        self._pain.toggled.connect(self._follow)
        self._follow()

    @property
    def corrected(self) -> Feedback:
        """The answers as they are now."""
        made = Feedback(
            self._old.key,
            self._old.started_at,
            felt=_FELT[self._felt.currentIndex()],
            pain=self._pain.isChecked(),
            effort=_EFFORT[self._effort.currentIndex()],
            done_as_shown=_YES_NO[self._as_shown.currentIndex()],
            pain_level=_LEVEL[self._level.currentIndex()],
            pain_place=_PLACE[self._place.currentIndex()],
            pain_signs=_YES_NO[self._signs.currentIndex()],
            settled=_YES_NO[self._settled.currentIndex()],
            wall_cm=self._wall.cm,
        )
        stayed = {one.value: _YES_NO[box.currentIndex()] for one, box in self._points.items()}
        made = replace(made, **stayed)
        return made if made.pain else painless(made)

    def _follow(self) -> None:
        for box in (self._level, self._place, self._signs, self._settled):
            box.setEnabled(self._pain.isChecked())

    def _choice(self, caption: str, texts: Sequence[str], index: int) -> QComboBox:
        box = QComboBox()
        box.addItems(texts)
        box.setCurrentIndex(index)
        self._add(caption, box)
        return box
