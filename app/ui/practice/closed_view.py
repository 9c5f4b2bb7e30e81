"""Says why practice is closed, and what opens it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.programme.safety import ADVICE, URGENT, Gate, Verdict
from app.records.model import SafetyAnswers
from app.ui.accessibility import announce, button, label, set_look
from app.ui.dates import answered_on, day_and_time, plain_date
from app.ui.layouts import STRETCH, arrange
from app.ui.messages import say
from app.ui.practice.centered_card import CenteredCard


class ClosedView(CenteredCard):
    """Closed by an answer or a pain, or paused after one.

    Signals:
        lesson_requested: the user wants to read when not to hinge.
        questions_requested: the user wants to answer again.
        settled: whether the pain that is asked about had settled within 24 hours.
    """

    lesson_requested = Signal()
    questions_requested = Signal()
    settled = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._title = label("", "title", wrap=True)
        self._reasons = label("", "body", wrap=True)
        self._answered_on = label("", "muted")
        self._advice = label("", "body", wrap=True)
        self._lesson = button(self.tr("When not to hinge"), "primary")
        self._again = button(self.tr("Change answers"))
        self._yes = button(self.tr("Yes, it settled"), "primary")
        self._no = button(self.tr("No"))
        self._asked = QWidget()
        arrange(QHBoxLayout(self._asked), self._yes, self._no, STRETCH, spacing=8, margins=0)
        row = arrange(QHBoxLayout(), STRETCH, self._again, self._lesson, spacing=8)
        arrange(self.column, self._title, self._reasons, self._asked, self._answered_on)
        arrange(self.column, self._advice, 8, row)
        self._lesson.clicked.connect(self.lesson_requested)
        self._again.clicked.connect(self.questions_requested)
        self._yes.clicked.connect(lambda: self.settled.emit(True))
        self._no.clicked.connect(lambda: self.settled.emit(False))

    def show_verdict(self, found: Verdict, answers: SafetyAnswers | None) -> None:
        """Show why it is closed."""
        paused = found.gate is Gate.PAUSED
        title = self.tr("Practice is paused") if paused else self.tr("Practice is off for now")
        self._title.setText(title)
        dated = answers is not None and not paused
        self._answered_on.setText(
            answered_on(answers.answered_at.date()) if answers is not None else ""
        )
        self._answered_on.setVisible(dated)
        self._asked.setVisible(found.unsettled is not None)
        set_look(self._lesson, "primary" if found.unsettled is None else "")
        self._again.setVisible(not paused)
        if paused:
            self._show_pause(found)
            return
        self._reasons.setText("\n".join(f"•  {say(reason)}" for reason in found.reasons))
        lines = [say(URGENT), say(ADVICE)] if found.urgent else [say(ADVICE)]
        if found.gate is Gate.NEEDS_SUPPORT:
            lines = [
                self.tr(
                    "If you have a sturdy chair, a table or a rail to hold on to, change your "
                    "answers and tick “I have support at hand”."
                )
            ]
        self._advice.setText("\n\n".join(lines))

    def take_focus(self) -> None:
        """Put the focus on the way to the lesson, and say why practice is closed."""
        self._lesson.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"{self._title.text()}. {self._reasons.text()}")

    def _show_pause(self, found: Verdict) -> None:
        pain = found.unsettled
        if pain is not None:
            text = self.tr("On {date} you reported pain. Did it settle within 24 hours?")
            self._reasons.setText(text.format(date=plain_date(pain.at.date())))
            self._advice.setText(
                self.tr("If it did, you go on with less. If not, practice rests for two days.")
            )
        elif found.until is not None:
            text = self.tr("You reported pain. Leave practice until {when}.")
            self._reasons.setText(text.format(when=day_and_time(found.until)))
            self._advice.setText(
                self.tr(
                    "Everyday movement is fine as far as it is comfortable. Before you practise "
                    "again, a question or two comes first. If it gets worse or does not go "
                    "away, ask a healthcare provider."
                )
            )
