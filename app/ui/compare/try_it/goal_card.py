"""The current goal, how far away it is, and the way to the next one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.movement.goals import GoalId
from app.movement.tryout import Tryout
from app.ui.accessibility import button, keep_focus, label, named, set_look
from app.ui.compare.try_it.try_it_texts import amount_text, goal_texts, target_text
from app.ui.compare.try_it.verdict_mark import marked_rows
from app.ui.layouts import STRETCH, arrange
from app.ui.theme import Appearance
from app.units import Units

_MOST_TARGETS = 4
_LINES = 2


class GoalCard(QFrame):
    """Shows one goal.

    Signals:
        next_requested: the user goes on to the next goal.
        aim_toggled: whether to show a pose that meets it.
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
        targets = QWidget()
        grid, self._rows = marked_rows(appearance, _MOST_TARGETS)
        grid.setContentsMargins(0, 0, 0, 0)
        targets.setLayout(grid)
        self._aim = button(self.tr("Show me"), tip=self.tr("Show a dashed pose to aim for"))
        self._aim.setCheckable(True)
        self._next = button("")
        self._aim.toggled.connect(self.aim_toggled)
        self._next.clicked.connect(self.next_requested)
        keep_focus(self._aim, self._next)
        head = arrange(QHBoxLayout(), (self._title, 1), (self._count, 0, Qt.AlignmentFlag.AlignTop))
        buttons = arrange(QHBoxLayout(), self._aim, STRETCH, self._next, spacing=8)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._text)
        column.addWidget(targets)
        column.addSpacing(4)
        column.addLayout(buttons)

    def show_goal(self, tryout: Tryout, units: Units) -> None:
        """Show the current goal, and how far the pose is from it."""
        goal = tryout.goal
        words = goal_texts(goal, units)
        self._title.setText(words.title)
        free = goal.id is GoalId.FREE
        count = self.tr("{goal} of {goals}").format(goal=tryout.index + 1, goals=tryout.count - 1)
        self._count.setText("" if free else count)
        self._text.setText(words.reached if tryout.reached else words.text)
        set_look(self._text, "strong" if tryout.reached else "")
        for index, row in enumerate(self._rows):
            shown = index < len(goal.targets)
            for widget in row:
                widget.setVisible(shown)
            if not shown:
                continue
            mark, name, amount = row
            target, met = goal.targets[index], tryout.met[index]
            now = tryout.amount(target)
            mark.show_state(True if met or tryout.reached else None)
            name.setText(target_text(target, units))
            amount.setText("" if tryout.reached else amount_text(target, now, units))
            named(name, self._spoken(name.text(), met=met or tryout.reached))
        self._aim.setVisible(not free)
        text = self._next_text(tryout)
        if text != self._next.text():
            self._next.setText(text)
            self._next.setAccessibleName(text)
        set_look(self._next, "primary" if tryout.reached else "")

    def uncheck_aim(self) -> None:
        """Stop showing the pose that meets it."""
        self._aim.setChecked(False)

    def _spoken(self, part: str, *, met: bool) -> str:
        text = self.tr("{part}: reached") if met else self.tr("{part}: not yet")
        return text.format(part=part)

    def _next_text(self, tryout: Tryout) -> str:
        if tryout.goal.id is GoalId.FREE:
            return self.tr("Restart goals")
        return self.tr("Next goal") if tryout.reached else self.tr("Skip")
