"""The settings that all exercises share."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox

from app.errors import UserError
from app.practice.limits import LIMITS
from app.records.records import Records
from app.ui.accessibility import button, label, named
from app.ui.awake import ScreenAwake
from app.ui.dates import answered_on
from app.ui.keeper import SettingsKeeper
from app.ui.messages import say_all
from app.ui.number_box import NumberBox
from app.ui.section import Section, quietly
from app.ui.wake_lock import WakeProblem


class PracticeSection(Section):
    """The countdown before the first set, far view, screen, and the safety questions.

    Signals:
        questions_requested: the user wants to answer them again.
    """

    questions_requested = Signal()

    def __init__(
        self, keeper: SettingsKeeper, records: Records, awake: ScreenAwake | None = None
    ) -> None:
        super().__init__()
        self.set_title(self.tr("Practice"))
        self._keeper, self._records = keeper, records
        limit = LIMITS["prepare_s"]
        self._countdown = NumberBox(limit.low, limit.high, decimals=1, unit=self.tr(" s"))
        self.add_row(self.tr("Time to get ready"), self._countdown)
        self.add_note(
            self.tr(
                "How long you have before the first set, unless the exercise has its own time. "
                "You set that on the Practice page."
            )
        )
        self._flash = QCheckBox(self.tr("Flash when a phase begins"))
        self.add_row(self.tr("Full screen"), self._flash)
        self._flash.setAccessibleName(self._flash.text())
        self.add_note(self.tr("Press F11 in a session for full screen."))
        self._awake = awake
        self._screen = self.add_note("")
        self._screen.hide()
        if awake is not None:
            awake.changed.connect(self._show_screen)
            self._show_screen()
        self._flash.toggled.connect(lambda on: keeper.change(flash=on))
        self._questions = button("")
        self._answered = label("", "muted", wrap=True)
        self.add_row(self.tr("Safety questions"), self._questions, self._answered)
        self._problem = self.add_note("")
        self._questions.clicked.connect(self.questions_requested)
        self._countdown.valueChanged.connect(lambda s: keeper.change(prepare_s=s))
        self.show_settings()

    def showEvent(self, event: QShowEvent) -> None:
        """Find out when the questions were answered last, and whether the screen stays on."""
        super().showEvent(event)
        if self._awake is not None:
            self._awake.check()
        answers, problem = None, ""
        try:
            answers = self._records.safety()
        except UserError as error:
            problem = say_all(error)
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        told = answered_on(answers.answered_at.date()) if answers else self.tr("Not answered yet")
        again = self.tr("Change answers") if answers else self.tr("Answer")
        self._questions.setText(again)
        named(self._questions, f"{self.tr('Safety questions')}: {again}")
        self._answered.setText("" if problem else told)

    def show_settings(self) -> None:
        """Show what is set."""
        self._countdown.show_value(self._keeper.person.prepare_s)
        if self._flash.isChecked() != self._keeper.person.flash:
            quietly(self._flash, lambda: self._flash.setChecked(self._keeper.person.flash))

    def _show_screen(self) -> None:
        if self._awake is None or not self._awake.is_known:
            return
        match self._awake.problem:
            case None:
                text = self.tr("The screen stays on during a session.")
            case WakeProblem.NO_LIBRARY:
                text = self.tr(
                    "The screen may go dark during a session: the Python package wakepy, which "
                    "keeps it on, is not installed."
                )
            case WakeProblem.REFUSED:
                text = self.tr(
                    "This desktop can't keep the screen on. If it goes dark during a session, "
                    "change the screen-off time in your system settings."
                )
        self._screen.setText(text)
        self._screen.show()
