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
from app.settings.model import SettingsChange
from app.ui.accessibility import IconButton, button, keep_focus, named
from app.ui.compare.try_it.announcer import Announcer
from app.ui.compare.try_it.checks_card import ChecksCard
from app.ui.compare.try_it.figure import TryItFigure
from app.ui.compare.try_it.goal_card import GoalCard
from app.ui.compare.try_it.sliders import Sliders
from app.ui.compare.try_it.try_it_texts import fall_text, goal_texts
from app.ui.icons import Icons
from app.ui.keeper import SettingsKeeper
from app.ui.layouts import STRETCH, Turning, arrange
from app.ui.scroll_column import scrolling
from app.ui.text_sized import limit
from app.ui.theme import Appearance

#: Of the goal and the checks, px.
_COLUMN, _COLUMN_HEIGHT = (296, 360), 200
#: The movement that shows what is being tried, by its form checks.
_SHOWN_BY = {Pattern.HINGE: "hinge", Pattern.SQUAT: "squat"}
#: A timer may fire a little early, ms.
_LATE_MS = 20


class TryItView(QWidget):
    """The figure with its sliders on the left, goal and checks on the right.

    Attributes:
        tryout: the pose being tried, and its verdicts.
        figure: the figure that is dragged.
        announcer: tells the screen reader what has changed.
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
        self.figure = TryItFigure(self.tryout, appearance, clock, lambda: keeper.less_motion)
        self._sliders = Sliders()
        self._goal, self._checks = GoalCard(appearance), ChecksCard(appearance)
        self._angles = button(self.tr("Hip angle"), "compact")
        self._angles.setCheckable(True)
        self._again = IconButton("rewind", self.tr("Start over"), icons, appearance)
        self._again.setText(self.tr("Start over"))
        self._holding = QTimer(self)
        self._holding.setTimerType(Qt.TimerType.PreciseTimer)
        self._holding.setSingleShot(True)
        self._lay_out()
        self._sliders.fit(self.tryout.body, self._units)
        self.figure.moved.connect(self._moved)
        self.figure.start_requested.connect(self.start_over)
        self._sliders.moved.connect(self._slide)
        self._sliders.held.connect(self.figure.set_held)
        self._goal.next_requested.connect(self.go_on)
        self._goal.aim_toggled.connect(self._show_aim)
        self._angles.toggled.connect(self.figure.show_angles)
        self._again.clicked.connect(self.start_over)
        keep_focus(self._again, self._angles)
        self._holding.timeout.connect(self._hold)
        keeper.changed.connect(self._apply_settings)
        self._show()

    def start_over(self) -> None:
        """Stand up again; the goal stays."""
        self.tryout.start_over()
        self._show()

    def go_on(self) -> None:
        """Set the next goal, from standing, with the keyboard back at the figure."""
        self.tryout.go_on()
        self._goal.uncheck_aim()
        self._show()
        # The frame and the keys are shown only to keyboard users.
        by_mouse = self._goal.underMouse()
        reason = Qt.FocusReason.MouseFocusReason if by_mouse else Qt.FocusReason.TabFocusReason
        self.figure.setFocus(reason)
        words = goal_texts(self.tryout.goal, self._units)
        self.announcer.say(f"{words.title}. {words.text}")

    def showEvent(self, event: QShowEvent) -> None:
        """Go on waiting for the goal to be held."""
        super().showEvent(event)
        self._hold()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop waiting, as nobody is holding anything."""
        super().hideEvent(event)
        self._holding.stop()

    def _lay_out(self) -> None:
        over = QHBoxLayout(self.figure)
        again, angles = ((one, 0, Qt.AlignmentFlag.AlignTop) for one in (self._again, self._angles))
        arrange(over, again, STRETCH, angles, spacing=8, margins=12)
        left = arrange(QVBoxLayout(), (self.figure, 1), self._sliders, spacing=12)
        column = QWidget()
        column.setProperty("look", "page")
        right = arrange(QVBoxLayout(column), self._goal, spacing=12, margins=0)
        # Down to where the sliders end, so that a tall window has no gap below it.
        right.addWidget(self._checks, 1)
        area = self._scrolled(column)
        row = arrange(Turning(self), (left, 2), (area, 1), spacing=12, margins=0)
        row.hold(area, _COLUMN[1], _COLUMN[0])

    def _scrolled(self, column: QWidget) -> QScrollArea:
        """Return the column, which scrolls if a language needs more room than there is."""
        area = scrolling(column)
        named(area, self.tr("Goal and checks"))
        # As wide as the window allows, whatever text is in it.
        area.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        limit(area, least_height=_COLUMN_HEIGHT)
        return area

    def _slide(self, handle: str, amount: float) -> None:
        self.tryout.move(*(amount if one == handle else None for one in Handle))
        self._moved()

    def _moved(self) -> None:
        self._show()
        self._mention()

    def _show(self) -> None:
        self._hold()
        self.figure.refresh()
        self._sliders.show_pose(self.tryout.pose, self._units)
        self._show_words()

    def _show_words(self) -> None:
        self._goal.show_goal(self.tryout, self._units)
        self._checks.show_tryout(self.tryout)
        self.figure.setAccessibleDescription(self._checks.sentence)
        movement = self._movements.get(_SHOWN_BY[self.tryout.goal.pattern])
        if movement is not None:
            name = self.tr("Figure to move: {movement}").format(movement=movement.title)
            self.figure.setAccessibleName(name)

    def _hold(self) -> None:
        """Check whether the goal has been held long enough, and if not, check again when due."""
        if self.tryout.hold(self._clock()):
            self._show_words()
            self.announcer.say(goal_texts(self.tryout.goal, self._units).reached)
        elif self.tryout.has_it and not self.tryout.reached:
            if not self._holding.isActive() and self.isVisible():
                self._holding.start(round(HELD_S * 1000) + _LATE_MS)
        else:
            self._holding.stop()

    def _mention(self) -> None:
        """Tell the screen reader what to put right, once the body is at rest."""
        tryout = self.tryout
        if tryout.fall is not Fall.STANDS:
            self.announcer.mention(f"{fall_text(tryout.fall)}. {self._checks.sentence}")
        elif not tryout.reached:
            self.announcer.mention(self._checks.sentence)

    def _show_aim(self, shown: bool) -> None:
        self.figure.show_aim(self.tryout.aim if shown else None)

    def _apply_settings(self, change: SettingsChange) -> None:
        if not change.of("body", "units"):
            return
        body, self._units = self._keeper.body, self._keeper.units
        if body != self.tryout.body:
            self.tryout.take_body(body)
        self._sliders.fit(body, self._units)
        self._goal.uncheck_aim()
        self._show()
