"""Choose a day, homework or an exercise with its numbers, and start."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.lessons.model import Offer
from app.practice.choice import Choice
from app.practice.exercise import Exercise
from app.practice.own import Origin, OwnExercises
from app.practice.timeline import Part, Plan, build_plan, build_session
from app.programme.choosing import group_exercises
from app.programme.measures import Wall, at_wall
from app.programme.numbers import choice_for, is_own, remembered
from app.programme.parts import parts_of
from app.programme.programme import Item, Programme, Routine
from app.settings.model import ExerciseSettings
from app.ui.accessibility import label, tab_as_read
from app.ui.keeper import SettingsKeeper
from app.ui.layouts import Column, Turning, arrange
from app.ui.page_area import PageStack
from app.ui.practice.choice_list import ChoiceList
from app.ui.practice.desk import ToneDesk
from app.ui.practice.details import DetailsPanel
from app.ui.practice.go_on_card import GoOnCard
from app.ui.practice.list_tools import ListTools
from app.ui.practice.routine_panel import RoutinePanel
from app.ui.practice.session_texts import routine_title
from app.ui.practice.tones_panel import TonesPanel
from app.ui.scroll_edge import edged
from app.ui.stage.figure_preview import FigurePreview

_CARDS_WIDTH = 216
_DETAILS_WIDTH = 296


class ChooseView(QWidget):
    """The list, what is chosen with its figure, its numbers and the tones.

    Attributes:
        exercises: by id, those that could be read.
        exercise: what is chosen, or comes first in it; None where there is none.
        routine: the day or the homework that is chosen; None for a single exercise.
        details: an exercise's texts and numbers; outline: a day's exercises.
        preview: the figure.
        go_on: the offer to go on with a session, above the list.
        tools: what else can be done with exercises, under it.

    Signals:
        start_requested: the user wants to begin; the plan.
        settings_requested, questions_requested: the user wants to go there.
    """

    start_requested = Signal(Plan)
    settings_requested = Signal()
    questions_requested = Signal()

    def __init__(
        self,
        exercises: Mapping[str, Exercise],
        programme: Programme,
        next_day: Routine | None,
        own: OwnExercises | None,
        preview: FigurePreview,
        keeper: SettingsKeeper,
        desk: ToneDesk,
    ) -> None:
        super().__init__()
        self.exercise: Exercise | None = None
        self.routine: Routine | None = None
        self.details = DetailsPanel()
        self.outline = RoutinePanel()
        self.preview = preview
        self.go_on = GoOnCard()
        self.tools = ListTools()
        self.exercises, self._programme, self._own = exercises, programme, own
        self._keeper, self._desk = keeper, desk
        self._offer: Offer | None = None
        #: Exercises and routines that the user leads in this visit; ids.
        self._own_pace: set[str] = set()
        self._next_day = next_day
        self._wall: Wall | None = None
        self._list = ChoiceList()
        self._nothing = label(self.tr("No exercises could be read."), "body", wrap=True)
        self._right = PageStack()
        self._right.addWidget(self.details)
        self._right.addWidget(self.outline)
        # In a small window the figure comes below the start.
        centre = arrange(Turning(last_first=True), (self._centre(), 1), self._right, spacing=16)
        centre.hold(self._right, _DETAILS_WIDTH)
        left = self._left()
        row = arrange(Turning(self), left, (centre, 1), spacing=16, margins=16)
        row.hold(left, _CARDS_WIDTH)
        self._wire()
        self._show_sound()
        self.details.own.setVisible(own is not None)
        self.tools.show_own(own is not None)
        self.refresh()

    def show_next_day(self, day: Routine | None) -> None:
        """Show the session that comes next, also to someone looking at the one before."""
        if day != self._next_day:
            if self.routine is not None and self.routine == self._next_day:
                self.routine = day
            self._next_day = day
            self.refresh()

    def show_wall(self, wall: Wall | None) -> None:
        """Say how far from the wall to stand."""
        if wall != self._wall:
            self._wall = wall
            self._follow_settings()

    def show_exercises(self, exercises: Mapping[str, Exercise]) -> None:
        """Show the exercises that are open, or all."""
        if exercises != self.exercises:
            self.exercises = exercises
            if self.exercise is not None and self.exercise.id not in exercises:
                self.exercise = None
            self.refresh()

    def refresh(self) -> None:
        """List what there is again; what is chosen stays chosen."""
        origins = {name: self._own.origin(name) for name in self.exercises} if self._own else {}
        new = {name for name, origin in origins.items() if origin is Origin.NEW}
        groups = group_exercises(self._programme, self.exercises, new)
        next_day = self._next_day if self._next_day and self._parts_of(self._next_day) else None
        daily = tuple(one for one in self._programme.daily if self._parts_of(one))
        self._list.fill(next_day, daily, groups, self.exercises, origins)
        tab_as_read(self)
        self._nothing.setVisible(not self.exercises)
        self._right.setVisible(bool(self.exercises))
        if self.routine is not None and self._parts_of(self.routine):
            self._take_routine(self.routine.id)
        elif self.exercise is not None and self.exercise.id in self.exercises:
            self._take(self.exercise.id, self._offer)
        elif next_day is not None:
            self._take_routine(next_day.id)
        elif self.exercises:
            self._take(next(iter(self.exercises)), None)
        self._list_numbers()

    def choose(self, chosen: Offer | str) -> None:
        """Choose an exercise, with sets and repetitions for this time only, or a routine."""
        if isinstance(chosen, str):
            self._choose_routine(chosen)
        elif chosen.exercise in self.exercises:
            self._take(chosen.exercise, chosen)

    def plan(self) -> Plan | None:
        """Return what would be started."""
        if self.routine is not None:
            return self._plan_of(self.routine)
        if self.exercise is None:
            return None
        return build_plan(self.exercise, self._choice(self.exercise))

    def take_focus(self) -> None:
        """Put the focus on what comes next: to go on, or the start."""
        if not self.go_on.isHidden():
            self.go_on.take_focus()
        elif self.routine is not None:
            self.outline.take_focus()
        else:
            self.details.take_focus()

    def forget_offer(self) -> None:
        """Go back to the user's own numbers."""
        self._offer = None
        self._show_numbers()

    def _left(self) -> QWidget:
        left = QWidget()
        column = arrange(Column(left), spacing=12, margins=0)
        column.addWidget(label(self.tr("Practice"), "title"))
        column.addWidget(self._nothing)
        column.addWidget(self.go_on)
        column.addLayout(edged(self._list), 1)
        column.addWidget(self.tools)
        return left

    def _centre(self) -> Column:
        return arrange(Column(), (self.preview, 1), TonesPanel(self._desk), spacing=16)

    def _wire(self) -> None:
        self._list.exercise_chosen.connect(lambda chosen: self._take(chosen, None))
        self._list.routine_chosen.connect(self._choose_routine)
        self.tools.questions_requested.connect(self.questions_requested)
        self._keeper.changed.connect(self._follow_settings)
        self._desk.changed.connect(self._show_sound)
        details = self.details
        details.numbers.number_changed.connect(self._remember)
        details.pace_changed.connect(self._keep_pace)
        details.own_requested.connect(self.forget_offer)
        details.reset_requested.connect(self._forget_numbers)
        self.outline.pace_changed.connect(self._keep_pace)
        for box in (details.start, self.outline.start):
            box.settings_requested.connect(self.settings_requested)
            box.start_requested.connect(self._begin)

    # Choosing

    def _take(self, exercise_id: str, offer: Offer | None) -> None:
        self.routine = None
        self._offer = offer
        self._right.setCurrentWidget(self.details)
        self.details.show_pace(own=exercise_id in self._own_pace)
        self._list.mark_exercise(exercise_id)
        self._show_exercise(self.exercises[exercise_id])

    def _choose_routine(self, routine_id: str) -> None:
        self._take_routine(routine_id)
        self._list_numbers()  # its pace is that of the list

    def _take_routine(self, routine_id: str) -> None:
        routine = self._next_day  # which may be drawn for this week alone
        if routine is None or routine.id != routine_id:
            routine = self._programme.routine(routine_id)
        plan = self._plan_of(routine) if routine else None
        if routine is None or plan is None:
            return
        self.routine, self._offer = routine, None
        self.outline.show_pace(own=routine_id in self._own_pace)
        self._right.setCurrentWidget(self.outline)
        self._list.mark_routine(routine_id)
        self._show_exercise(plan.exercise)

    def _show_exercise(self, exercise: Exercise) -> None:
        self.exercise = exercise
        self._show_details()
        self._show_chosen()
        self.preview.show_movement(exercise.movement)

    def _begin(self) -> None:
        plan = self.plan()
        if plan is not None:
            self.start_requested.emit(plan)

    def _remember(self, name: str, value: float) -> None:
        if self.exercise is None:
            return
        if self._offer is not None and name in ("sets", "reps"):
            # What the user sets by hand is meant to stay; the rest of the offer stays too.
            sets = None if name == "sets" else self._offer.sets
            reps = None if name == "reps" else self._offer.reps
            self._offer = Offer(self._offer.exercise, sets, reps)
        changed = remembered(self.exercise, self._keeper.person, name, value)
        self._keeper.change_exercise(self.exercise.id, changed)
        self._show_numbers()

    def _keep_pace(self, own: bool) -> None:
        """Let the user, or the clock, lead what is chosen, and nothing else."""
        chosen = self.routine or self.exercise
        if chosen is not None:
            (self._own_pace.add if own else self._own_pace.discard)(chosen.id)
        self._show_numbers()

    def _forget_numbers(self) -> None:
        if self.exercise is not None:
            self._offer = None
            self._keeper.change_exercise(self.exercise.id, ExerciseSettings())
            self._show_numbers()

    def _choice(self, exercise: Exercise) -> Choice:
        choice = choice_for(exercise, self._keeper.person, self._offer)
        # What is held is held by the clock.
        return replace(choice, own_pace=self.details.own_pace and exercise.reps is not None)

    def _parts_of(self, routine: Routine) -> list[Part]:
        """Return the exercises of a day or homework with the user's own numbers."""

        def choose(exercise: Exercise, item: Item) -> Choice:
            offer = Offer(exercise.id, item.sets, item.reps)
            choice = choice_for(exercise, self._keeper.person, offer)
            return replace(choice, own_pace=self.outline.own_pace and exercise.reps is not None)

        return parts_of(routine, self.exercises, choose, self._keeper.person.plan.without)

    def _plan_of(self, routine: Routine) -> Plan | None:
        """Return a day or homework as one session."""
        parts = self._parts_of(routine)
        if not parts:
            return None
        return build_session(
            parts, routine_title(routine), routine=routine.id, programme=self._programme.id
        )

    # Showing

    def _show_numbers(self) -> None:
        self._list_numbers()
        self._show_chosen()

    def _list_numbers(self) -> None:
        settings = self._keeper.person
        for exercise in self.exercises.values():
            self._list.show_choice(exercise.id, choice_for(exercise, settings))
        for routine in filter(None, (self._next_day, *self._programme.daily)):
            if plan := self._plan_of(routine):
                self._list.show_plan(routine.id, plan)

    def _show_chosen(self) -> None:
        if self.routine is not None:
            if plan := self._plan_of(self.routine):
                self.outline.show_plan(plan, self._wall, self._keeper.units)
        elif self.exercise is not None:
            offer = self._offer
            self.details.show_choice(
                self.exercise,
                self._choice(self.exercise),
                offered=offer is not None and (offer.sets or offer.reps) is not None,
                unchanged=is_own(self.exercise, self._keeper.person),
            )

    def _follow_settings(self) -> None:
        self._show_details()
        self._show_numbers()

    def _show_details(self) -> None:
        if self.exercise is not None:
            placed = at_wall(self.exercise, self._wall)
            self.details.show_exercise(placed, self._keeper.units)
            if self._own is not None:
                self.details.own.show_origin(self._own.origin(self.exercise.id))

    def _show_sound(self) -> None:
        for box in (self.details.start, self.outline.start):
            box.show_sound(available=self._desk.available, reason=self._desk.reason)
