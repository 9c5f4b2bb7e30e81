"""Choose an exercise, its numbers, and start."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.lessons.model import Offer
from app.movement.library import MovementLibrary
from app.practice.choice import PREPARE_S, Choice
from app.practice.exercise import Exercise
from app.practice.timeline import Plan, build_plan
from app.settings import ExerciseSettings
from app.ui.accessibility import IconButton, button, label
from app.ui.icons import Icons
from app.ui.keeper import SettingsKeeper
from app.ui.practice.cards import ExerciseCards
from app.ui.practice.desk import ToneDesk
from app.ui.practice.details import DetailsPanel
from app.ui.practice.figure import motion_for
from app.ui.practice.numbers import choice_for, is_own, remembered
from app.ui.practice.tones_panel import TonesPanel
from app.ui.stage.stage import Stage
from app.ui.theme import Appearance

_CARDS_WIDTH = 232
_DETAILS_WIDTH = 304


class ChooseView(QWidget):
    """The list, the chosen exercise with its figure, its numbers and the tones.

    Attributes:
        exercises: by id, those that could be read.
        exercise: what is chosen; None where there is none.
        details: its texts and numbers.
        stage: the figure.

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
        movements: MovementLibrary,
        keeper: SettingsKeeper,
        desk: ToneDesk,
        icons: Icons,
        appearance: Appearance,
        clock: Callable[[], float],
    ) -> None:
        super().__init__()
        self.exercise: Exercise | None = None
        self.details = DetailsPanel()
        self.stage = Stage(appearance, clock)
        self.exercises, self._movements = exercises, movements
        self._keeper, self._desk = keeper, desk
        self._offer: Offer | None = None
        self._cards = ExerciseCards(exercises)
        self._play = IconButton("play", self.tr("Play"), icons, appearance)
        self._questions = button(self.tr("Safety questions"))
        self._nothing = label(self.tr("No exercise could be read."), "body", wrap=True)
        self.details.setFixedWidth(_DETAILS_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(16)
        row.addLayout(self._left())
        row.addLayout(self._centre(), 1)
        row.addWidget(self.details)
        self._wire()
        self._show_sound()
        self._nothing.setVisible(not exercises)
        self.details.setVisible(bool(exercises))
        if exercises:
            self._take(next(iter(exercises)), None)

    def choose(self, offer: Offer) -> None:
        """Choose an exercise, with sets and repetitions for this time only."""
        if offer.exercise in self.exercises:
            self._take(offer.exercise, offer)

    def plan(self) -> Plan | None:
        """Return what would be started."""
        if self.exercise is None:
            return None
        return build_plan(self.exercise, self._choice(self.exercise))

    def forget_offer(self) -> None:
        """Go back to the user's own numbers."""
        self._offer = None
        self._show_numbers()

    def showEvent(self, event: QShowEvent) -> None:
        """Show how the movement goes."""
        super().showEvent(event)
        self._show_motion()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stand still: nobody sees it."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.stage.pause()

    def _left(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(label(self.tr("Practice"), "title"))
        column.addWidget(self._nothing)
        self._cards.setFixedWidth(_CARDS_WIDTH)
        column.addWidget(self._cards, 1)
        column.addWidget(self._questions)
        return column

    def _centre(self) -> QVBoxLayout:
        figure = QGridLayout()
        figure.addWidget(self.stage, 0, 0)
        corner = QWidget()
        box = QVBoxLayout(corner)
        box.setContentsMargins(12, 12, 12, 12)
        box.addWidget(self._play)
        figure.addWidget(corner, 0, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(16)
        column.addLayout(figure, 1)
        column.addWidget(TonesPanel(self._desk))
        return column

    def _wire(self) -> None:
        self._cards.chosen.connect(lambda chosen: self._take(chosen, None))
        self._questions.clicked.connect(self.questions_requested)
        self._play.clicked.connect(self._toggle_play)
        self.stage.playing_changed.connect(self._show_playing)
        self._keeper.changed.connect(self._follow_settings)
        self._desk.changed.connect(self._show_sound)
        details = self.details
        details.numbers.number_changed.connect(self._remember)
        details.pace_changed.connect(self._show_numbers)
        details.own_requested.connect(self.forget_offer)
        details.reset_requested.connect(self._forget_numbers)
        details.settings_requested.connect(self.settings_requested)
        details.start_requested.connect(self._begin)

    # Choosing

    def _take(self, exercise_id: str, offer: Offer | None) -> None:
        changed = self.exercise is None or self.exercise.id != exercise_id
        self.exercise = self.exercises[exercise_id]
        self._offer = offer
        self._cards.mark(exercise_id)
        self._follow_settings()
        if changed:
            self._show_motion()

    def _begin(self) -> None:
        plan = self.plan()
        if plan is not None:
            self.start_requested.emit(plan)

    def _remember(self, name: str, value: float) -> None:
        if self.exercise is None:
            return
        if self._offer is not None and name in ("sets", "reps"):
            # What the user sets by hand is meant to stay; the rest of the offer stands.
            sets = None if name == "sets" else self._offer.sets
            reps = None if name == "reps" else self._offer.reps
            self._offer = Offer(self._offer.exercise, sets, reps)
        if name == "prepare_s":
            self._keeper.change(prepare_s=value)
        else:
            kept = self._keeper.value.exercise(self.exercise.id)
            changed = remembered(self.exercise, kept, name, value)
            self._keeper.change_exercise(self.exercise.id, changed)
        self._show_numbers()

    def _forget_numbers(self) -> None:
        if self.exercise is not None:
            self._offer = None
            self._keeper.change_exercise(self.exercise.id, ExerciseSettings())
            self._keeper.change(prepare_s=PREPARE_S)
            self._show_numbers()

    def _choice(self, exercise: Exercise) -> Choice:
        choice = choice_for(exercise, self._keeper.value, self._offer)
        # What is held is held by the clock.
        return replace(choice, own_pace=self.details.own_pace and exercise.reps is not None)

    # Showing

    def _show_numbers(self) -> None:
        settings = self._keeper.value
        for exercise in self.exercises.values():
            self._cards.show_choice(exercise.id, choice_for(exercise, settings))
        if self.exercise is not None:
            offer = self._offer
            self.details.show_choice(
                self.exercise,
                self._choice(self.exercise),
                offered=offer is not None and (offer.sets or offer.reps) is not None,
                unchanged=is_own(self.exercise, settings),
            )

    def _follow_settings(self) -> None:
        if self.exercise is not None:
            self.details.show_exercise(self.exercise, self._keeper.units)
        self._show_numbers()

    def _show_motion(self) -> None:
        if self.exercise is None:
            return
        motion = motion_for(self.exercise, self._movements, self._keeper.body)
        self.stage.set_less_motion(self._keeper.less_motion)
        self.stage.show_motions([motion] if motion else [], cues=False, badges=False)
        if self.isVisible():
            self.stage.play()

    def _toggle_play(self) -> None:
        if self.stage.is_playing:
            self.stage.pause()
        else:
            self.stage.play()

    def _show_playing(self, playing: bool) -> None:
        if playing:
            self._play.rename("pause", self.tr("Pause"))
        else:
            self._play.rename("play", self.tr("Play"))

    def _show_sound(self) -> None:
        self.details.show_sound(available=self._desk.available, reason=self._desk.reason)
