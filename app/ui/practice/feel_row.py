"""The one question after a session: where it was felt, and whether it hurt."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.practice.exercise import Ask
from app.programme.after import ANSWERS
from app.records.feedback import Feedback, Felt
from app.ui.accessibility import button, label, named, set_tip, tab_through, tell_in
from app.ui.layouts import arrange
from app.ui.messages import say
from app.ui.practice.more_answers import MoreAnswers, back_tip
from app.ui.single_keys import single_keys

_COLUMNS = 3


class FeelRow(QWidget):
    """Waits for an answer as long as it takes; each can be changed, and pressed again to go.

    Attributes:
        more: effort and whether it was done as shown, behind a button.

    Signals:
        felt_chosen: where it was felt (a `Felt`); None where what was chosen is pressed again.
        pain_chosen: it hurt.
        help_requested: the user wants to see what is behind the answer.
        skipped: the user does not want to answer.
    """

    felt_chosen = Signal(object)
    pain_chosen = Signal()
    help_requested = Signal()
    skipped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._question = label("", "strong")
        # In the order of the Tab key.
        self._open = button(self.tr("More"))
        self._open.setCheckable(True)
        self._skip = button(self.tr("Skip (Esc)"))
        self._group = QButtonGroup(self)
        self._answers: tuple[Felt, ...] = ()
        self._choices: list[QPushButton] = []
        self._pain = button(self.tr("Pain"))
        self._reply = label("", "body", wrap=True)
        self._help = button(self.tr("Show me how to fix it"))
        self.more = MoreAnswers()
        head = arrange(QHBoxLayout(), (self._question, 1), self._open, self._skip, spacing=8)
        self._grid = grid = QGridLayout()
        grid.setSpacing(8)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        self._answer = QWidget()
        arrange(QHBoxLayout(self._answer), (self._reply, 1), self._help, spacing=16, margins=0)
        arrange(QVBoxLayout(self), head, grid, self._answer, self.more, spacing=8, margins=0)
        self._pain.clicked.connect(self.pain_chosen)
        self._help.clicked.connect(self.help_requested)
        self._skip.clicked.connect(self.skipped)
        self._open.toggled.connect(self.more.setVisible)
        self.ask(Ask.HINGE)
        self.show_answers(None, has_help=False)

    def ask(self, ask: Ask) -> None:
        """Ask the question that fits the session, and put away what else can be said."""
        question = say(ask.message)
        self._question.setText(question)
        named(self, question)
        if self._answers != ANSWERS[ask]:
            self._answers = ANSWERS[ask]
            self._fill()
        for number, choice in enumerate((*self._choices, self._pain), start=1):
            text = choice.accessibleName()
            choice.setText(f"{number}  {text}" if single_keys() else text)
        self._open.setChecked(False)
        self.more.hide()

    def show_answers(self, given: Feedback | None, *, has_help: bool) -> None:
        """Show what was answered, with a reply, and offer the lesson that helps."""
        self._felt = given.felt if given else None
        self._group.setExclusive(False)
        for choice, felt in zip(self._choices, self._answers, strict=True):
            choice.setChecked(felt is self._felt)
            set_tip(choice, back_tip() if felt is self._felt else "")
        self._group.setExclusive(True)
        self._help.setVisible(has_help)
        self._answer.setVisible(self._felt is not None)
        tell_in(self._reply, say(self._felt.reply) if self._felt else "")
        self._skip.setVisible(given is None or not given.has_answer)
        effort, as_shown = (given.effort, given.done_as_shown) if given else (None, None)
        self.more.show_answers(effort, as_shown)

    def take_key(self, key: int) -> bool:
        """Choose by digit or skip; return whether the key meant anything."""
        place = key - Qt.Key.Key_1
        choices = (*self._choices, self._pain)
        if single_keys() and 0 <= place < len(choices):
            choices[place].setFocus(Qt.FocusReason.ShortcutFocusReason)
            choices[place].click()
        elif key == Qt.Key.Key_Escape and not self._skip.isHidden():
            self.skipped.emit()
        else:
            return False
        return True

    def _fill(self) -> None:
        for old in self._choices:
            self._grid.removeWidget(old)
            self._group.removeButton(old)
            old.hide()
            old.deleteLater()
        self._choices = [self._choice(felt) for felt in self._answers]
        for place, choice in enumerate((*self._choices, self._pain)):
            self._grid.addWidget(choice, *divmod(place, _COLUMNS))
        tab_through((self._skip, *self._choices, self._pain))

    def _choice(self, felt: Felt) -> QPushButton:
        made = button(say(felt.message))
        made.setCheckable(True)
        made.setAutoExclusive(True)  # what screen readers call a radio button
        made.clicked.connect(lambda: self._choose(felt))
        self._group.addButton(made)
        return made

    def _choose(self, felt: Felt) -> None:
        self.felt_chosen.emit(None if felt is self._felt else felt)
