"""The exercises to choose from, one card each."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.practice.choice import Choice
from app.practice.exercise import Exercise
from app.practice.timeline import build_plan
from app.ui.accessibility import label
from app.ui.dates import duration
from app.ui.practice.words import amount, tempo


class ExerciseCard(QPushButton):
    """One exercise: title, summary, how much and how long."""

    def __init__(self, exercise: Exercise) -> None:
        super().__init__()
        self._exercise = exercise
        self.setCheckable(True)
        self.setAccessibleName(exercise.title)
        self._numbers = label("", "muted", wrap=True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(4)
        for part in (
            label(exercise.title, "strong"),
            label(exercise.summary, "", wrap=True),
            self._numbers,
        ):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(part)

    def show_choice(self, choice: Choice) -> None:
        """Show with which numbers it would be practised."""
        much = amount(choice, held=self._exercise.reps is None)
        time = duration(build_plan(self._exercise, choice).total_s)
        pace = tempo(choice, self._exercise.names)
        self._numbers.setText(f"{much} · {time}\n{pace}")
        self.setAccessibleDescription(f"{self._exercise.summary} {much}, {time}. {pace}.")

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


class ExerciseCards(QScrollArea):
    """All exercises, one of them chosen.

    Signals:
        chosen: another exercise was; its id.
    """

    chosen = Signal(str)

    def __init__(self, exercises: Mapping[str, Exercise]) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setProperty("look", "page")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        group = QButtonGroup(self)
        self._cards: dict[str, ExerciseCard] = {}
        for exercise in exercises.values():
            card = ExerciseCard(exercise)
            card.clicked.connect(lambda _=False, chosen=exercise.id: self.chosen.emit(chosen))
            group.addButton(card)
            column.addWidget(card)
            self._cards[exercise.id] = card
        column.addStretch(1)
        self.setWidget(inner)

    def mark(self, exercise_id: str) -> None:
        """Show which exercise is chosen."""
        card = self._cards[exercise_id]
        card.setChecked(True)
        self.ensureWidgetVisible(card)

    def show_choice(self, exercise_id: str, choice: Choice) -> None:
        """Show the numbers of one exercise."""
        self._cards[exercise_id].show_choice(choice)
