"""The goal that is asked for, how far it is, and the way on to the next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.movement.goals import GoalId, amount_of
from app.movement.tryout import Tryout
from app.ui.accessibility import button, label, named
from app.ui.compare.try_it.try_it_texts import amount_text, goal_texts, target_text
from app.ui.compare.try_it.verdict_mark import VerdictMark
from app.ui.theme import Appearance
from app.units import Units

_MOST_PARTS = 4
_LINES = 2


class GoalCard(QFrame):
    """Shows one goal.

    Signals:
        next_requested: the user goes on to the next goal.
        aim_toggled: whether the pose that has it is to be shown.
    """

    next_requested = Signal()
    aim_toggled = Signal(bool)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._title, self._count = label("", "heading", wrap=True), label("", "muted")
        self._text = label("", "", wrap=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._text.setMinimumHeight(_LINES * self._text.fontMetrics().lineSpacing() + 2)
        self._rows: list[tuple[VerdictMark, QLabel, QLabel]] = []
        self._aim = button(self.tr("Show me"), tip=self.tr("A dashed pose that has it, to move to"))
        self._aim.setCheckable(True)
        self._next = button("")
        self._aim.toggled.connect(self.aim_toggled)
        self._next.clicked.connect(self.next_requested)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._count, 0, Qt.AlignmentFlag.AlignTop)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._aim)
        buttons.addStretch(1)
        buttons.addWidget(self._next)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._text)
        column.addWidget(self._parts(appearance))
        column.addSpacing(4)
        column.addLayout(buttons)

    def show_goal(self, tryout: Tryout, units: Units) -> None:
        """Show the goal that is asked for, and how far the pose is from it."""
        goal = tryout.goal
        words = goal_texts(goal, units)
        self._title.setText(words.title)
        free = goal.id is GoalId.FREE
        count = self.tr("{goal} of {goals}").format(goal=tryout.index + 1, goals=tryout.count - 1)
        self._count.setText("" if free else count)
        self._text.setText(words.reached if tryout.reached else words.text)
        self._text.setProperty("look", "strong" if tryout.reached else "")
        self._text.style().unpolish(self._text)
        self._text.style().polish(self._text)
        for index, row in enumerate(self._rows):
            shown = index < len(goal.targets)
            for widget in row:
                widget.setVisible(shown)
            if not shown:
                continue
            mark, name, amount = row
            target, met = goal.targets[index], tryout.met[index]
            now = amount_of(target, tryout.skeleton, tryout.measures, goal.wall_x)
            mark.show_state(True if met or tryout.reached else None)
            name.setText(target_text(target, units))
            amount.setText("" if tryout.reached else amount_text(target, now, units))
            named(name, self._spoken(name.text(), met=met or tryout.reached))
        self._aim.setVisible(not free)
        text = self._next_text(tryout)
        if text != self._next.text():
            self._next.setText(text)
            self._next.setAccessibleName(text)
        look = "primary" if tryout.reached else ""
        if look != self._next.property("look"):
            self._next.setProperty("look", look)
            self._next.style().unpolish(self._next)
            self._next.style().polish(self._next)

    def uncheck_aim(self) -> None:
        """Stop showing the pose that has it."""
        self._aim.setChecked(False)

    def _parts(self, appearance: Appearance) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row in range(_MOST_PARTS):
            mark, name, amount = (
                VerdictMark(appearance),
                label("", "", wrap=True),
                label("", "muted"),
            )
            grid.addWidget(mark, row, 0)
            grid.addWidget(name, row, 1)
            grid.addWidget(amount, row, 2, Qt.AlignmentFlag.AlignRight)
            self._rows.append((mark, name, amount))
        return holder

    def _spoken(self, part: str, *, met: bool) -> str:
        text = self.tr("{part}: there") if met else self.tr("{part}: not yet")
        return text.format(part=part)

    def _next_text(self, tryout: Tryout) -> str:
        if tryout.goal.id is GoalId.FREE:
            return self.tr("Goals again")
        return self.tr("Next goal") if tryout.reached else self.tr("Skip")
