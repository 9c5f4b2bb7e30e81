"""What there is to choose from, one card each: days, homework, exercises."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout

from app.practice.choice import Choice
from app.practice.exercise import Exercise
from app.practice.timeline import Plan, build_plan
from app.ui.accessibility import label
from app.ui.dates import duration
from app.ui.layouts import arrange
from app.ui.number_text import unbroken
from app.ui.practice.session_texts import amount, tempo


class Card(QPushButton):
    """A title, a line about it and its numbers."""

    def __init__(self, title: str, summary: str) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setAutoDefault(True)
        self.setAutoExclusive(True)  # what screen readers call a radio button
        self._summary = label(summary, "", wrap=True)
        self._title = label(title, "strong", wrap=True)
        self._numbers = label("", "muted", wrap=True)
        self.setAccessibleName(title)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        column = arrange(QVBoxLayout(self), spacing=4, margins=(14, 12, 14, 12))
        for part in (self._title, self._summary, self._numbers):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(part)
        self._summary.setVisible(bool(summary))

    def show_numbers(self, numbers: str, spoken: str) -> None:
        """Show its numbers; `spoken` says them to those who do not see them."""
        self._numbers.setText(unbroken(numbers))
        self.setAccessibleDescription(f"{self._summary.text()} {spoken}".strip())

    # A button knows nothing of a layout in it; the card is as high as its texts.

    def hasHeightForWidth(self) -> bool:
        """Return true: its texts wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of its texts at a width."""
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout is not None else 0

    def sizeHint(self) -> QSize:
        """Return the size of its texts."""
        layout = self.layout()
        return layout.totalSizeHint() if layout is not None else QSize()

    def minimumSizeHint(self) -> QSize:
        """Return the least size of its texts."""
        layout = self.layout()
        return layout.totalMinimumSize() if layout is not None else QSize()


class ExerciseCard(Card):
    """One exercise: title, summary, how much and how long."""

    def __init__(self, exercise: Exercise, *, changed: bool = False) -> None:
        super().__init__(exercise.title, exercise.summary)
        self._exercise = exercise
        self._changed = self.tr("Changed by you") if changed else ""

    def show_choice(self, choice: Choice) -> None:
        """Show with which numbers it would be practised."""
        much = amount(choice, self._exercise)
        time = duration(build_plan(self._exercise, choice).total_s)
        pace = tempo(choice, self._exercise.names)
        lines = [f"{much} · {time}", pace, self._changed]
        spoken = [f"{much}, {time}. {pace}.", self._changed]
        self.show_numbers("\n".join(filter(None, lines)), " ".join(filter(None, spoken)))


class RoutineCard(Card):
    """A day of the programme or homework: what is done in a row, and how long it takes."""

    def show_plan(self, plan: Plan) -> None:
        """Show what would be led."""
        names = ", ".join(dict.fromkeys(part.exercise.title for part in plan.parts))
        time = duration(plan.total_s)
        self.show_numbers(f"{names}\n{time}", f"{names}. {time}.")
