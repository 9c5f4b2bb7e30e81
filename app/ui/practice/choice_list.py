"""The list to choose from: the next session, homework, and the exercises by their weeks."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QScrollArea, QVBoxLayout, QWidget

from app.practice.choice import Choice
from app.practice.exercise import Exercise
from app.practice.own import Origin
from app.practice.timeline import Plan
from app.programme.choosing import ExerciseGroup, GroupKind
from app.programme.programme import Routine
from app.ui.accessibility import label
from app.ui.layouts import arrange
from app.ui.practice.cards import Card, ExerciseCard, RoutineCard
from app.ui.practice.session_texts import routine_title


class ChoiceList(QScrollArea):
    """Cards under their headings, one of them chosen.

    Signals:
        exercise_chosen, routine_chosen: another one was; its id.
    """

    exercise_chosen = Signal(str)
    routine_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._exercises: dict[str, ExerciseCard] = {}
        self._routines: dict[str, RoutineCard] = {}
        self._group = QButtonGroup(self)
        self.verticalScrollBar().rangeChanged.connect(lambda *_: self._reveal())

    def showEvent(self, event: QShowEvent) -> None:
        """Show the chosen card, which may have been chosen while another view was shown."""
        super().showEvent(event)
        self._reveal()

    def fill(
        self,
        following: Routine | None,
        homework: tuple[Routine, ...],
        groups: list[ExerciseGroup],
        exercises: Mapping[str, Exercise],
        origins: Mapping[str, Origin],
    ) -> None:
        """List everything again, the session that comes next first."""
        inner = QWidget()
        inner.setProperty("look", "page")
        column = arrange(QVBoxLayout(inner), spacing=8, margins=0)
        self._exercises.clear()
        self._routines.clear()
        self._group.deleteLater()
        self._group = QButtonGroup(self)
        if following is not None:
            self._add_heading(column, self.tr("Next session"))
            self._add_routine(column, following, routine_title(following))
        if homework:
            self._add_heading(column, self.tr("Every day"))
        for routine in homework:
            self._add_routine(column, routine, routine_title(routine))
        for group in groups:
            if following is not None or group.kind is not GroupKind.MORE:
                self._add_heading(column, self._group_title(group))
            for exercise_id in group.exercises:
                changed = origins.get(exercise_id) is Origin.CHANGED
                card = ExerciseCard(exercises[exercise_id], changed=changed)
                card.clicked.connect(
                    lambda _=False, chosen=exercise_id: self.exercise_chosen.emit(chosen)
                )
                self._exercises[exercise_id] = card
                self._add(column, card)
        column.addStretch(1)
        self.setWidget(inner)

    def mark_exercise(self, exercise_id: str) -> None:
        """Show which exercise is chosen."""
        self._mark(self._exercises.get(exercise_id))

    def mark_routine(self, routine_id: str) -> None:
        """Show which day or homework is chosen."""
        self._mark(self._routines.get(routine_id))

    def show_choice(self, exercise_id: str, choice: Choice) -> None:
        """Show the numbers of one exercise."""
        if card := self._exercises.get(exercise_id):
            card.show_choice(choice)

    def show_plan(self, routine_id: str, plan: Plan) -> None:
        """Show what a day or homework would be."""
        if card := self._routines.get(routine_id):
            card.show_plan(plan)

    def _mark(self, card: Card | None) -> None:
        if card is not None:
            card.setChecked(True)
            self._reveal()

    def _reveal(self) -> None:
        # Where a card stands is known once the list was laid out.
        QTimer.singleShot(0, self, self._show_marked)

    def _show_marked(self) -> None:
        if (card := self._group.checkedButton()) is not None:
            self.ensureWidgetVisible(card, 0, 8)

    def _add_heading(self, column: QVBoxLayout, text: str) -> None:
        if column.count():
            column.addSpacing(8)
        column.addWidget(label(text, "muted", wrap=True))

    def _add_routine(self, column: QVBoxLayout, routine: Routine, title: str) -> None:
        card = RoutineCard(title, "")
        card.clicked.connect(lambda _=False: self.routine_chosen.emit(routine.id))
        self._routines[routine.id] = card
        self._add(column, card)

    def _add(self, column: QVBoxLayout, card: Card) -> None:
        self._group.addButton(card)
        column.addWidget(card)

    def _group_title(self, group: ExerciseGroup) -> str:
        match group.kind:
            case GroupKind.WEEKS if group.first == group.last:
                text = self.tr("Week {first}: {title}")
                return text.format(first=group.first, title=group.title)
            case GroupKind.WEEKS:
                text = self.tr("Weeks {first}–{last}: {title}")
                return text.format(first=group.first, last=group.last, title=group.title)
            case GroupKind.HOMEWORK:
                return self.tr("Homework")
            case GroupKind.OWN:
                return self.tr("Your own")
            case GroupKind.MORE:
                return self.tr("More")
