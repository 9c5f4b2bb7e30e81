"""What every practice has in common."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSpinBox

from app.errors import UserError
from app.practice.limits import LIMITS
from app.records.queries import Queries
from app.ui.accessibility import button, label, named
from app.ui.dates import answered_on
from app.ui.keeper import SettingsKeeper
from app.ui.settings.section import Section


class PracticeSection(Section):
    """The countdown before the first set, and the safety questions.

    Signals:
        questions_requested: the user wants to answer them again.
    """

    questions_requested = Signal()

    def __init__(self, keeper: SettingsKeeper, queries: Queries) -> None:
        super().__init__()
        self.set_title(self.tr("Practice"))
        self._keeper, self._queries = keeper, queries
        limit = LIMITS["prepare_s"]
        self._countdown = QSpinBox()
        self._countdown.setRange(round(limit.low), round(limit.high))
        self._countdown.setSuffix(self.tr(" s"))
        self.add_row(self.tr("Countdown to the first set"), self._countdown)
        self.add_note(
            self.tr(
                "Time to get to your place. Sets, reps and tempo are set where you choose "
                "an exercise."
            )
        )
        self._questions = button("")
        self._answered = label("", "muted")
        self.add_row(self.tr("Safety questions"), self._questions, self._answered)
        self._problem = self.add_note("")
        self._questions.clicked.connect(self.questions_requested)
        self._countdown.valueChanged.connect(lambda s: keeper.change(prepare_s=float(s)))
        self.show_settings()

    def showEvent(self, event: QShowEvent) -> None:
        """Find out when the questions were answered last."""
        super().showEvent(event)
        answers, problem = None, ""
        try:
            answers = self._queries.safety()
        except UserError as error:
            problem = str(error)
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        told = answered_on(answers.answered_at.date()) if answers else self.tr("Not answered yet")
        again = self.tr("Answer again") if answers else self.tr("Answer")
        self._questions.setText(again)
        named(self._questions, f"{self.tr('Safety questions')}: {again}")
        self._answered.setText("" if problem else told)

    def show_settings(self) -> None:
        """Show what is set."""
        seconds = round(self._keeper.value.prepare_s)
        if self._countdown.value() != seconds:
            self._countdown.blockSignals(True)
            self._countdown.setValue(seconds)
            self._countdown.blockSignals(False)
