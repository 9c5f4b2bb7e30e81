"""One calm sentence above the choice: after a pain less, after an answer what it led to."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from app.practice.exercise import Exercise
from app.programme.follow_up import FollowUp
from app.programme.programme import Next
from app.records.feedback import Feedback
from app.ui.accessibility import button, label, named
from app.ui.dates import plain_date
from app.ui.layouts import arrange
from app.ui.messages import say


class CareNote(QFrame):
    """A bar with what can be done about it at once.

    Signals:
        less_requested: the user wants to start what is chosen with less.
        exercise_requested: the user wants the easier exercise; its id.
        step_requested: the user wants to see a step of a lesson (a `LessonPlace`).
        dismissed: the user has read it.
    """

    less_requested = Signal()
    exercise_requested = Signal(str)
    step_requested = Signal(object)
    dismissed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "notice")
        self._follow_up: FollowUp | None = None
        self._line = label("", "body", wrap=True)
        self._less = button(self.tr("Start with half"))
        self._easier = button(self.tr("Easier exercise"))
        self._help = button(self.tr("Show me how to fix it"))
        self._close = button(self.tr("Dismiss"))
        row = arrange(QHBoxLayout(self), (self._line, 1), spacing=12, margins=(16, 8, 16, 8))
        for made in (self._less, self._easier, self._help, self._close):
            row.addWidget(made, 0, Qt.AlignmentFlag.AlignVCenter)
        self._less.clicked.connect(self.less_requested)
        self._easier.clicked.connect(self._ask_for_easier)
        self._help.clicked.connect(self._ask_for_step)
        self._close.clicked.connect(self.dismissed)

    def show_note(
        self,
        eased: Feedback | None,
        follow_up: FollowUp | None,
        exercises: Mapping[str, Exercise],
        *,
        support: bool,
    ) -> None:
        """Show what there is to say, a pain first, or hide; `support`: that has to be at hand."""
        self._follow_up = None if eased else follow_up
        self._less.setVisible(eased is not None)
        step = self._follow_up.lesson if self._follow_up else None
        easier = self._follow_up.easier if self._follow_up else None
        self._help.setVisible(step is not None)
        self._easier.setVisible(easier is not None)
        if eased is not None:
            text = self.tr(
                "Your pain of {date} has settled. Go on with less: half the repetitions, and only "
                "as far as it stays easy."
            ).format(date=plain_date(eased.at.date()))
        elif self._follow_up is not None:
            text = self._words(self._follow_up, exercises)
        elif support:
            text = self.tr(
                "You practise with support, so you see the exercises that leave a hand free. Hold "
                "on the whole time."
            )
        else:
            text = ""
        self._close.setVisible(eased is not None or self._follow_up is not None)
        if easier is not None:
            self._easier.setText(exercises[easier].title)
            self._easier.setAccessibleName(exercises[easier].title)
        self._line.setText(text)
        named(self, self.tr("Notice"), text)
        self.setVisible(bool(text))

    def _words(self, found: FollowUp, exercises: Mapping[str, Exercise]) -> str:
        match found.kind:
            case Next.EASIER:
                text = self.tr(
                    "{exercise}, last time: {felt}. An easier exercise may suit you better today."
                )
            case Next.LESSON:
                text = self.tr("{exercise}, last time: {felt}. One step of a lesson shows a way.")
            case Next.REPEAT:
                text = self.tr("{exercise}, last time: {felt}. Repeat it before you move on.")
        title = exercises[found.exercise].title
        return text.format(exercise=title, felt=say(found.felt.message))

    def _ask_for_easier(self) -> None:
        if self._follow_up is not None and self._follow_up.easier is not None:
            self.exercise_requested.emit(self._follow_up.easier)

    def _ask_for_step(self) -> None:
        if self._follow_up is not None and self._follow_up.lesson is not None:
            self.step_requested.emit(self._follow_up.lesson)
