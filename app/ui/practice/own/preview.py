"""How an exercise will be: the figure at its tempo, the strip of one set, the time in all."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.movement.library import MovementLibrary
from app.practice.choice import Choice
from app.practice.exercise import Exercise
from app.practice.moment import moment_at
from app.practice.timeline import Plan, build_plan
from app.practice.track import Track, lay_track, to_us
from app.practice.transitions import State
from app.ui.accessibility import label
from app.ui.dates import duration
from app.ui.keeper import SettingsKeeper
from app.ui.layouts import Column, arrange
from app.ui.practice.figure import motion_for, place_at
from app.ui.practice.own.strip import SetStrip
from app.ui.practice.session_texts import amount
from app.ui.stage.stage import Stage
from app.ui.theme import Appearance

_FRAME_MS = 33


class ExercisePreview(QWidget):
    """Shows the latest exercise without a fault, over and over at its own tempo.

    Attributes:
        stage: the figure.
        strip: one repetition and one set to scale.
    """

    def __init__(
        self,
        movements: MovementLibrary,
        keeper: SettingsKeeper,
        appearance: Appearance,
        clock: Callable[[], float],
    ) -> None:
        super().__init__()
        self._movements, self._keeper, self._clock = movements, keeper, clock
        self._plan: Plan | None = None
        self._track: Track | None = None
        self._movement = ""
        self._since = clock()
        self.stage = Stage(appearance, clock)
        self.strip = SetStrip(appearance)
        self._set = label("", "muted", wrap=True)
        self._total = label("", "strong", wrap=True)
        card = QFrame()
        card.setProperty("look", "card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(16, 12, 16, 12)
        inner.setSpacing(4)
        inner.addWidget(self.strip)
        inner.addWidget(self._set)
        inner.addWidget(self._total)
        arrange(Column(self), (self.stage, 1), card, spacing=16, margins=0)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_FRAME_MS)
        self._timer.timeout.connect(self.tick)

    def show_exercise(self, exercise: Exercise) -> None:
        """Show an exercise, which must have no fault."""
        choice = Choice.of(exercise)
        plan = build_plan(exercise, choice)
        self._plan, self._track = plan, lay_track(plan)
        self.strip.show_plan(plan)
        work = [phase for phase in plan.phases if phase.set == 1 and phase.rep is not None]
        one_set = self.tr("One set takes {time}")
        self._set.setText(one_set.format(time=duration(sum(phase.seconds for phase in work))))
        total = self.tr("{amount}, {time} in all")
        much = amount(choice, exercise)
        self._total.setText(total.format(amount=much, time=duration(plan.total_s)))
        if exercise.movement != self._movement:
            self._movement = exercise.movement
            motion = motion_for(exercise, self._movements, self._keeper.body)
            self.stage.set_less_motion(self._keeper.less_motion)
            self.stage.show_motions([motion] if motion else [], cues=False, badges=False)
            self._since = self._clock()
        self.tick()

    def tick(self) -> None:
        """Put the figure where the session would have it now."""
        if self._plan is None or self._track is None or not self.stage.motions:
            return
        shown = [phase for phase in self._plan.phases if phase.set == 1 and phase.rep == 1]
        start, end = shown[0].start_s, shown[-1].end_s
        less = self._keeper.less_motion
        at = 0.0 if less else (self._clock() - self._since) % (end - start)
        moment = moment_at(self._plan, self._track, State.RUNNING, to_us(start + at), 0)
        self.stage.seek(place_at(self.stage.motions[0], moment, key_poses=less))

    def showEvent(self, event: QShowEvent) -> None:
        """Move while it can be seen."""
        super().showEvent(event)
        self._since = self._clock()
        if not self._keeper.less_motion:
            self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stand still while it cannot be seen."""
        super().hideEvent(event)
        self._timer.stop()
