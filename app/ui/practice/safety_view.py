"""The questions before the first practice, and what a yes leads to."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.programme.safety import (
    ADVICE,
    QUESTIONS,
    SUPPORT,
    Gate,
    SafetyQuestion,
    Verdict,
    verdict,
)
from app.records.model import SafetyAnswers
from app.ui.accessibility import announce, button, label
from app.ui.dates import answered_on
from app.ui.layouts import STRETCH, arrange
from app.ui.messages import say
from app.ui.practice.centered_card import CenteredCard


class QuestionsView(CenteredCard):
    """Asks the four questions.

    Signals:
        answered: all of them were; whether each was answered with yes, by its id, and whether
            there is support at hand.
        kept: the user keeps the earlier answers.
    """

    answered = Signal(dict, bool)
    kept = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._groups: dict[SafetyQuestion, QButtonGroup] = {}
        self._support = QCheckBox(say(SUPPORT))
        self._support.setAccessibleName(say(SUPPORT))
        self._support_hint = label(
            self.tr("A sturdy chair, a table or a rail to hold on to."), "muted", wrap=True
        )
        self._notice = label("", "wrong", wrap=True)
        self._notice.hide()
        self._go_on = button(self.tr("Continue"), "primary")
        self._go_on.clicked.connect(self._answer)
        self._keep = button(self.tr("Keep my answers"))
        self._keep.clicked.connect(self.kept)
        self._answered_on = label("", "muted")

        intro = label(
            self.tr(
                "Four questions before you start. You can change your answers at any time. "
                "They stay on this computer. This is not medical advice: stop if it hurts."
            ),
            "body",
            wrap=True,
        )
        self.column.addWidget(label(self.tr("Before you practise"), "title"))
        self.column.addWidget(intro)
        self.column.addWidget(self._answered_on)
        self.column.addWidget(self._notice)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(0, 1)
        for line, question in enumerate(QUESTIONS):
            grid.addWidget(label(say(question.message), "body", wrap=True), line, 0)
            for column, choice in enumerate(self._choices(question), start=1):
                grid.addWidget(choice, line, column)
        self.column.addSpacing(8)
        self.column.addLayout(grid)
        self._support_box = QWidget()
        support = QVBoxLayout(self._support_box)
        support.setContentsMargins(0, 0, 0, 0)
        support.setSpacing(4)
        support.addWidget(self._support, 0, Qt.AlignmentFlag.AlignLeft)
        support.addWidget(self._support_hint)
        self.column.addWidget(self._support_box)
        self.column.addSpacing(8)
        row = arrange(QHBoxLayout(), STRETCH, self._keep, self._go_on, spacing=8)
        self.column.addLayout(row)
        self._follow()

    def ask(self, answers: SafetyAnswers | None, notice: str = "") -> None:
        """Ask, with earlier answers filled in; `notice` says why it asks again."""
        for question, group in self._groups.items():
            earlier = None if answers is None else answers.answers.get(question.value)
            group.setExclusive(False)
            for number in (0, 1):
                group.button(number).setChecked(earlier is not None and int(earlier) == number)
            group.setExclusive(True)
        self._support.setChecked(answers is not None and answers.support)
        self._answered_on.setText(
            "" if answers is None else answered_on(answers.answered_at.date())
        )
        self._answered_on.setVisible(answers is not None)
        self._keep.setVisible(verdict(answers).gate is not Gate.UNANSWERED)
        self._notice.setText(notice)
        self._notice.setVisible(bool(notice))
        self._follow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep the earlier answers with Escape, where there are any."""
        if event.key() == Qt.Key.Key_Escape and not self._keep.isHidden():
            self.kept.emit()
        else:
            super().keyPressEvent(event)

    def _choices(self, question: SafetyQuestion) -> tuple[QPushButton, QPushButton]:
        group = QButtonGroup(self)
        made = (button(self.tr("No")), button(self.tr("Yes")))
        for number, choice in enumerate(made):
            choice.setCheckable(True)
            choice.setAutoExclusive(True)  # what screen readers call a radio button
            choice.setAccessibleName(f"{say(question.message)} {choice.text()}")
            choice.setMinimumWidth(72)
            group.addButton(choice, number)
        group.idToggled.connect(self._follow)
        self._groups[question] = group
        return made

    def _follow(self) -> None:
        balance = self._groups[SafetyQuestion.BALANCE].checkedId() == 1
        self._support_box.setVisible(balance)
        complete = all(group.checkedId() >= 0 for group in self._groups.values())
        self._go_on.setEnabled(complete)
        self._go_on.setToolTip("" if complete else self.tr("Answer each question first."))

    def _answer(self) -> None:
        answers = {q.value: group.checkedId() == 1 for q, group in self._groups.items()}
        support = self._support.isChecked() and answers[SafetyQuestion.BALANCE.value]
        self.answered.emit(answers, support)


class ClosedView(CenteredCard):
    """Says why practice is closed, and what to do.

    Signals:
        lessons_requested: the user wants to read.
        questions_requested: the user wants to answer again.
    """

    lessons_requested = Signal()
    questions_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = label(self.tr("Practice is off for now"), "title")
        self.column.addWidget(self._title)
        self._reasons = label("", "body", wrap=True)
        self.column.addWidget(self._reasons)
        self._answered_on = label("", "muted")
        self.column.addWidget(self._answered_on)
        self.column.addWidget(label(say(ADVICE), "body", wrap=True))
        self._with_support = label(
            self.tr(
                "If you have a sturdy chair, a table or a rail to hold on to, change your "
                "answers and tick “I have support at hand”."
            ),
            "body",
            wrap=True,
        )
        self.column.addWidget(self._with_support)
        self._lessons = button(self.tr("Go to the lessons"), "primary")
        again = button(self.tr("Change answers"))
        row = arrange(QHBoxLayout(), STRETCH, again, self._lessons, spacing=8)
        self.column.addSpacing(8)
        self.column.addLayout(row)
        self._lessons.clicked.connect(self.lessons_requested)
        again.clicked.connect(self.questions_requested)

    def show_verdict(self, found: Verdict, answers: SafetyAnswers) -> None:
        """Show why it is closed."""
        self._reasons.setText("\n".join(f"•  {say(q.reason)}" for q in found.reasons))
        self._answered_on.setText(answered_on(answers.answered_at.date()))
        self._with_support.setVisible(found.gate is Gate.NEEDS_SUPPORT)

    def take_focus(self) -> None:
        """Put the focus on the way to the lessons, and say why practice is closed."""
        self._lessons.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"{self._title.text()}. {self._reasons.text()}")
