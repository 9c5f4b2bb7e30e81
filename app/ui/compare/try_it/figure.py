"""The figure to drag: by its handles with the mouse, or by keys when it has the focus."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy

from app.body.skeleton import Skeleton
from app.figure.actor import Actor
from app.figure.figure_texts import FigureTexts
from app.figure.look import Look
from app.figure.room import Room
from app.figure.scene import paint_scene, view_of
from app.figure.view import View
from app.lessons.model import Overlay
from app.movement.dragging import Handle, dragged
from app.movement.free_body import FreePose
from app.movement.model import Label
from app.movement.tryout import Tryout
from app.ui.compare.try_it.aim import paint_aim
from app.ui.compare.try_it.handles import Handles
from app.ui.compare.try_it.keys import moved_by_key
from app.ui.compare.try_it.tip import Tip
from app.ui.compare.try_it.try_it_texts import fall_text
from app.ui.focus_frame import FocusFramed
from app.ui.theme import Appearance

FRAME_MS = 16
#: Room for tipping over backward or forward, fractions of stature.
_BEHIND, _AHEAD = 0.60, 0.80
_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class TryItFigure(FocusFramed):
    """Shows the body being tried, with its handles.

    Signals:
        moved: the user moved the body into another pose.
        start_requested: the user wants to stand up again.
    """

    moved = Signal()
    start_requested = Signal()

    def __init__(
        self,
        tryout: Tryout,
        appearance: Appearance,
        clock: Callable[[], float],
        less_motion: Callable[[], bool],
    ) -> None:
        super().__init__()
        self._tryout, self._appearance = tryout, appearance
        self._clock, self._less_motion = clock, less_motion
        self._tip = Tip()
        self._aim: Skeleton | None = None
        self._angles = False
        self._held_elsewhere = False
        self._taken: tuple[Handle, QPointF, FreePose] | None = None
        self._hovered: Handle | None = None
        self._was_moved = False
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._tick)
        appearance.changed.connect(self.update)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(320, 260)
        self.setAccessibleName(self.tr("Figure to move"))

    # What is shown

    def refresh(self) -> None:
        """Show the current pose."""
        self._let_tip()
        self.update()

    def show_angles(self, shown: bool) -> None:
        """Show or hide the hip angle."""
        self._angles = shown
        self.update()

    def show_aim(self, aim: Skeleton | None) -> None:
        """Show a pose that meets the goal as a dashed drawing."""
        self._aim = aim
        self.update()

    def set_held(self, held: bool) -> None:
        """Keep the body from tipping while it is held, be it by a slider."""
        self._held_elsewhere = held
        self.refresh()

    @property
    def shown(self) -> Skeleton:
        """The skeleton as painted now, tipped if it is falling."""
        return self._tryout.tipped(self._tip.angle(self._clock()))

    @property
    def handles(self) -> Handles:
        """Where the body can be grabbed now."""
        return Handles(self.shown, self._view())

    # Qt

    def sizeHint(self) -> QSize:
        """Return the least size; layouts give it what is left."""
        return self.minimumSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the scene with the handles over it."""
        del event
        painter = QPainter(self)
        actor, look, palette = self._actor(self.shown), self._look(), self._appearance.palette
        paint_scene(painter, QRectF(self.rect()), [actor], look, palette)
        if self._aim is not None:
            paint_aim(painter, self._view(), self._aim, palette)
        pressed = self._taken[0] if self._taken else None
        self.handles.paint(painter, palette, self._hovered, pressed)
        self.paint_focus(painter, QRectF(self.rect()), palette)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Grab the handle under the mouse."""
        handle = self.handles.at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and handle is not None:
            self._taken = (handle, event.position(), self._tryout.pose)
            self._point()
            self.refresh()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the grabbed handle."""
        if self._taken is None:
            self._hover(self.handles.at(event.position()))
            return
        handle, at, start = self._taken
        way = (event.position() - at) / self._view().scale
        self._put(dragged(self._tryout.free, start, handle, way.x(), -way.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go: a body out of balance tips."""
        if event.button() == Qt.MouseButton.LeftButton and self._taken is not None:
            self._taken = None
            self._hover(self.handles.at(event.position()))
            self._point()
            self.refresh()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the mouse any more."""
        super().leaveEvent(event)
        self._hover(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the body a little, or stand up again."""
        if event.key() == Qt.Key.Key_Home:
            self.start_requested.emit()
            return
        pose = moved_by_key(event, self._tryout.pose)
        if pose is None:
            super().keyPressEvent(event)
            return
        self._put(pose)

    def showEvent(self, event: QShowEvent) -> None:
        """Go on tipping if it was on its way."""
        super().showEvent(event)
        self._run_timer()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop the timer, as nobody sees it."""
        super().hideEvent(event)
        self._timer.stop()

    def _put(self, pose: FreePose) -> None:
        self._tryout.move(*pose)
        self._was_moved = True
        self.moved.emit()
        self.refresh()

    def _tick(self) -> None:
        self._run_timer()
        self.update()

    def _let_tip(self) -> None:
        held = self._taken is not None or self._held_elsewhere
        goal = 0.0 if held else self._tryout.tip
        self._tip.send(goal, self._clock(), at_once=self._less_motion())
        self._run_timer()

    def _run_timer(self) -> None:
        wanted = self.isVisible() and self._tip.moves(self._clock())
        if wanted and not self._timer.isActive():
            self._timer.start()
        elif not wanted:
            self._timer.stop()

    def _hover(self, handle: Handle | None) -> None:
        if handle is not self._hovered:
            self._hovered = handle
            self._point()
            self.update()

    def _point(self) -> None:
        if self._taken is not None:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif self._hovered is not None:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.unsetCursor()

    def _actor(self, skeleton: Skeleton) -> Actor:
        stature = self._tryout.body.stature_m
        return Actor(
            skeleton=skeleton,
            label=Label.NEUTRAL,
            title="",
            cue=self._cue(),
            wall_x=self._tryout.goal.wall_x,
            room=Room(_BEHIND * stature, _AHEAD * stature, stature),
        )

    def _cue(self) -> str:
        # Never empty: the depth of the floor depends on the text on it.
        falls = fall_text(self._tryout.fall)
        if falls:
            return falls
        if self._focus_shown:
            return self.tr("← → hips,  ↑ ↓ knees,  Shift ↑ ↓ trunk")
        return " " if self._was_moved else self.tr("Drag a ring to move the figure")

    def _look(self) -> Look:
        shown = (Overlay.SHIN, Overlay.WEIGHT, *((Overlay.HIP,) if self._angles else ()))
        words = FigureTexts(hip=self.tr("hip {angle}°"))
        style = self._appearance.style
        people = self._appearance.people_for("try-it", self._tryout.skeleton.body)
        return Look(overlays=shown, style=style, people=people, words=words, badges=False)

    def _view(self) -> View:
        return view_of(QRectF(self.rect()), self._actor(self._tryout.skeleton), self._look())
