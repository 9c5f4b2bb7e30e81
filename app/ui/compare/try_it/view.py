"""Try it yourself: drag the figure, see what the form checks say, and find the hinge."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.body.form import Pattern
from app.movement.dragging import Handle
from app.movement.library import MovementLibrary
from app.movement.tryout import HELD_S, Fall, Tryout
from app.ui.accessibility import IconButton, button, named
from app.ui.compare.try_it.announcer import Announcer
from app.ui.compare.try_it.checks_card import ChecksCard
from app.ui.compare.try_it.figure import TryItFigure
from app.ui.compare.try_it.goal_card import GoalCard
from app.ui.compare.try_it.sliders import Sliders
from app.ui.compare.try_it.words import fall_words, goal_words
from app.ui.icons import Icons
from app.ui.keeper import SettingsKeeper
from app.ui.theme import Appearance

_COLUMN = (296, 360)
#: The movement that shows what is tried, by its form checks.
_SHOWN_BY = {Pattern.HINGE: "hinge", Pattern.SQUAT: "squat"}
#: A timer may come a little early, ms.
_LATE_MS = 20


class TryItView(QWidget):
    """The figure with its sliders on the left, goal and checks on the right.

    Attributes:
        tryout: the pose that is tried, and what is said of it.
        announcer: tells the screen reader what changed.
    """

    def __init__(
        self,
        movements: MovementLibrary,
        keeper: SettingsKeeper,
        icons: Icons,
        appearance: Appearance,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        super().__init__()
        self._movements, self._keeper, self._clock = movements, keeper, clock
        self.tryout = Tryout(keeper.body)
        self._units = keeper.units
        self.announcer = Announcer(self)
        self._figure = TryItFigure(self.tryout, appearance, clock, lambda: keeper.less_motion)
        self._sliders = Sliders()
        self._goal, self._checks = GoalCard(appearance), ChecksCard(appearance)
        self._angles = button(self.tr("Hip angle"), "tool")
        self._angles.setCheckable(True)
        self._again = IconButton("rewind", self.tr("Start over"), icons, appearance)
        self._again.setText(self.tr("Start over"))
        self._holding = QTimer(self)
        self._holding.setTimerType(Qt.TimerType.PreciseTimer)
        self._holding.setSingleShot(True)
        self._lay_out()
        self._sliders.fit(self.tryout.body, self._units)
        self._figure.moved.connect(self._moved)
        self._figure.start_requested.connect(self.start_over)
        self._sliders.moved.connect(self._slide)
        self._sliders.held.connect(self._figure.set_held)
        self._goal.next_requested.connect(self.go_on)
        self._goal.aim_toggled.connect(self._show_aim)
        self._angles.toggled.connect(self._figure.show_angles)
        self._again.clicked.connect(self.start_over)
        self._holding.timeout.connect(self._hold)
        keeper.changed.connect(self._apply_settings)
        self._show()

    @property
    def figure(self) -> TryItFigure:
        """The figure that is dragged."""
        return self._figure

    def start_over(self) -> None:
        """Stand up again; the goal stays."""
        self.tryout.start_over()
        self._show()

    def go_on(self) -> None:
        """Ask for the next goal, from standing, with the keys back at the figure."""
        self.tryout.go_on()
        self._goal.uncheck_aim()
        self._show()
        # The frame and the keys are shown to those who came by key.
        by_mouse = self._goal.underMouse()
        reason = Qt.FocusReason.MouseFocusReason if by_mouse else Qt.FocusReason.TabFocusReason
        self._figure.setFocus(reason)
        words = goal_words(self.tryout.goal, self._units)
        self.announcer.say(f"{words.title}. {words.text}")

    def showEvent(self, event: QShowEvent) -> None:
        """Go on waiting for what is held."""
        super().showEvent(event)
        self._hold()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop waiting: nobody is holding anything."""
        super().hideEvent(event)
        self._holding.stop()

    def _lay_out(self) -> None:
        over = QHBoxLayout(self._figure)
        over.setContentsMargins(12, 12, 12, 12)
        over.setSpacing(8)
        over.addWidget(self._again, 0, Qt.AlignmentFlag.AlignTop)
        over.addStretch(1)
        over.addWidget(self._angles, 0, Qt.AlignmentFlag.AlignTop)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self._figure, 1)
        left.addWidget(self._sliders)
        column = QWidget()
        column.setProperty("look", "page")
        right = QVBoxLayout(column)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(12)
        right.addWidget(self._goal)
        # Down to where the sliders end: in a high window no hole is left under it.
        right.addWidget(self._checks, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(left, 2)
        row.addWidget(self._scrolled(column), 1)

    def _scrolled(self, column: QWidget) -> QScrollArea:
        """Return the column, scrolled where a language needs more room than there is."""
        area = QScrollArea()
        named(area, self.tr("Goal and checks"))
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # As wide as the window lets it, whatever is said in it.
        area.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        area.setMinimumWidth(_COLUMN[0])
        area.setMaximumWidth(_COLUMN[1])
        area.setWidget(column)

        def stop_for_tab(_low: int, high: int) -> None:
            wanted = Qt.FocusPolicy.TabFocus if high > 0 else Qt.FocusPolicy.NoFocus
            area.setFocusPolicy(wanted)

        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.verticalScrollBar().rangeChanged.connect(stop_for_tab)
        return area

    def _slide(self, handle: str, amount: float) -> None:
        match Handle(handle):
            case Handle.HIP:
                self.tryout.move(hips=amount)
            case Handle.KNEE:
                self.tryout.move(knee=amount)
            case Handle.TRUNK:
                self.tryout.move(trunk=amount)
        self._moved()

    def _moved(self) -> None:
        self._show()
        self._mention()

    def _show(self) -> None:
        self._hold()
        self._figure.refresh()
        self._sliders.show_pose(self.tryout.pose, self._units)
        self._show_words()

    def _show_words(self) -> None:
        self._goal.show_goal(self.tryout, self._units)
        self._checks.show_tryout(self.tryout)
        self._figure.setAccessibleDescription(self._checks.sentence)
        movement = self._movements.get(_SHOWN_BY[self.tryout.goal.pattern])
        if movement is not None:
            name = self.tr("Figure to move: {movement}").format(movement=movement.title)
            self._figure.setAccessibleName(name)

    def _hold(self) -> None:
        """See whether the goal was held long enough, and if not come back when it will be."""
        if self.tryout.hold(self._clock()):
            self._show_words()
            self.announcer.say(goal_words(self.tryout.goal, self._units).reached)
        elif self.tryout.has_it and not self.tryout.reached:
            if not self._holding.isActive() and self.isVisible():
                self._holding.start(round(HELD_S * 1000) + _LATE_MS)
        else:
            self._holding.stop()

    def _mention(self) -> None:
        """Tell the screen reader what is to be mended, once the body is left in peace."""
        tryout = self.tryout
        if tryout.fall is not Fall.STANDS:
            self.announcer.mention(f"{fall_words(tryout.fall)}. {self._checks.sentence}")
        elif not tryout.reached:
            self.announcer.mention(self._checks.sentence)

    def _show_aim(self, shown: bool) -> None:
        self._figure.show_aim(self.tryout.aim if shown else None)

    def _apply_settings(self) -> None:
        body, units = self._keeper.body, self._keeper.units
        if body == self.tryout.body and units == self._units:
            return
        self._units = units
        if body != self.tryout.body:
            self.tryout.take_body(body)
        self._sliders.fit(body, units)
        self._goal.uncheck_aim()
        self._show()
