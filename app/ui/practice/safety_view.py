"""The questions before the first practice, all on one page."""

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

from app.messages.message import Message
from app.programme.safety import CLEARED, QUESTIONS, SUPPORT, Gate, SafetyQuestion, Verdict
from app.records.model import SafetyAnswers
from app.ui.accessibility import button, label
from app.ui.dates import answered_on
from app.ui.layouts import STRETCH, arrange
from app.ui.messages import say
from app.ui.practice.centered_card import CenteredCard
from app.ui.scroll_edge import edged
from app.ui.text_sized import limit

_WIDTH = 820


class QuestionsView(QWidget):
    """Asks them; what a word means stands under each, and the buttons stay in view.

    Signals:
        answered: all of them were; whether each was answered with yes, by its id, whether there is
            support at hand, and whether a professional has cleared the user.
        kept: the user keeps the earlier answers.
    """

    answered = Signal(dict, bool, bool)
    kept = Signal()

    def __init__(self) -> None:
        super().__init__()
        card = CenteredCard(_WIDTH)
        self._groups: dict[SafetyQuestion, QButtonGroup] = {}
        self._asks_clearance = False
        self._notice = label("", "wrong", wrap=True)
        self._notice.hide()
        self._go_on = button(self.tr("Continue"), "primary")
        self._go_on.clicked.connect(self._answer)
        self._keep = button(self.tr("Keep my answers"))
        self._keep.clicked.connect(self.kept)
        self._answered_on = label("", "muted", wrap=True)
        self._support = _Extra(
            SUPPORT, self.tr("A sturdy chair, a table or a rail to hold on to, the whole time.")
        )
        self._cleared = _Extra(
            CLEARED,
            self.tr("A doctor, physiotherapist or midwife. Your answer is kept with today's date."),
        )
        intro = label(
            self.tr(
                "A few questions before you start. You can change your answers at any time. "
                "They stay on this computer. This is not medical advice: stop if it hurts."
            ),
            "body",
            wrap=True,
        )
        arrange(
            card.column,
            label(self.tr("Before you practise"), "title"),
            intro,
            self._answered_on,
            self._notice,
            4,
            self._grid(),
            self._support,
            self._cleared,
            spacing=8,
        )
        buttons = QWidget()
        limit(buttons, most_width=_WIDTH)
        arrange(QHBoxLayout(buttons), STRETCH, self._keep, self._go_on, spacing=8, margins=0)
        foot = arrange(QHBoxLayout(), STRETCH, (buttons, 100), STRETCH, margins=(24, 12, 24, 16))
        arrange(QVBoxLayout(self), (edged(card), 1), foot, spacing=0, margins=0)
        self._follow()

    def ask(self, answers: SafetyAnswers | None, found: Verdict, notice: str = "") -> None:
        """Ask, with earlier answers filled in.

        Args:
            answers: the earlier ones; None before the first.
            found: what they mean now: after a pain they are all to be given again.
            notice: says why it asks again.
        """
        again = found.gate is Gate.UNANSWERED
        given = answers.answers if answers is not None else {}
        if again and set(QUESTIONS) <= set(given):  # after a pain all of them count anew
            given = {}
        for question, group in self._groups.items():
            earlier = given.get(question.value)
            group.setExclusive(False)
            for number in (0, 1):
                group.button(number).setChecked(earlier is not None and int(earlier) == number)
            group.setExclusive(True)
        self._support.box.setChecked(answers is not None and answers.support)
        self._cleared.box.setChecked(answers is not None and answers.cleared and found.is_open)
        self._asks_clearance = found.urgent
        if answers is not None:
            text = answered_on(answers.answered_at.date())
            if again:
                text += ". " + self.tr(
                    "There are new questions, or you reported pain since: please go through them."
                )
            self._answered_on.setText(text)
        self._answered_on.setVisible(answers is not None)
        self._keep.setVisible(not again)
        self._notice.setText(notice)
        self._notice.setVisible(bool(notice))
        self._follow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep the earlier answers with Escape, where there are any."""
        if event.key() == Qt.Key.Key_Escape and not self._keep.isHidden():
            self.kept.emit()
        else:
            super().keyPressEvent(event)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        for line, question in enumerate(QUESTIONS):
            words = QVBoxLayout()
            asked, means = say(question.message), say(question.meaning)
            arrange(
                words, label(asked, "body", wrap=True), label(means, "muted", wrap=True), spacing=0
            )
            grid.addLayout(words, line, 0)
            for column, choice in enumerate(self._choices(question), start=1):
                grid.addWidget(choice, line, column)
        return grid

    def _choices(self, question: SafetyQuestion) -> tuple[QPushButton, QPushButton]:
        group = QButtonGroup(self)
        made = (button(self.tr("No")), button(self.tr("Yes")))
        for number, choice in enumerate(made):
            choice.setCheckable(True)
            choice.setAutoExclusive(True)  # what screen readers call a radio button
            choice.setAccessibleName(f"{say(question.message)} {choice.text()}")
            choice.setAccessibleDescription(say(question.meaning))
            choice.setMinimumWidth(72)
            group.addButton(choice, number)
        group.idToggled.connect(self._follow)
        self._groups[question] = group
        return made

    def _follow(self) -> None:
        yes = {question for question, group in self._groups.items() if group.checkedId() == 1}
        self._support.setVisible(SafetyQuestion.BALANCE in yes)
        self._cleared.setVisible(self._asks_clearance or bool(yes - {SafetyQuestion.BALANCE}))
        complete = all(group.checkedId() >= 0 for group in self._groups.values())
        self._go_on.setEnabled(complete)
        self._go_on.setToolTip("" if complete else self.tr("Answer each question first."))

    def _answer(self) -> None:
        answers = {q.value: group.checkedId() == 1 for q, group in self._groups.items()}
        self.answered.emit(answers, self._support.is_ticked, self._cleared.is_ticked)


class _Extra(QWidget):
    """What can be added to a yes, and what it means."""

    def __init__(self, text: Message, hint: str) -> None:
        super().__init__()
        self.box = QCheckBox(say(text))
        self.box.setAccessibleName(say(text))
        self.box.setAccessibleDescription(hint)
        column = arrange(QVBoxLayout(self), spacing=2, margins=0)
        column.addWidget(self.box, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(label(hint, "muted", wrap=True))

    @property
    def is_ticked(self) -> bool:
        """Whether it was asked for and is so."""
        return not self.isHidden() and self.box.isChecked()
