"""The figure on screen: one or two movements on one clock."""

from __future__ import annotations

import time
from collections.abc import Callable

import msgspec
from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.figure.cast import cast, hip_path
from app.figure.scene import CORNER, Actor, Look, paint_scene
from app.figure.words import Words
from app.lessons.model import Line, Part
from app.movement.align import Alignment
from app.movement.model import Label
from app.movement.motion import Motion
from app.movement.playback import Playback
from app.ui.theme import Appearance

FRAME_MS = 16
#: How long right or wrong stands before the figure moves, and fades, s.
ANNOUNCE_S = 1.4
_FADE_S = 0.3


class Stage(QWidget):
    """Shows movements and plays them.

    Its timer runs only while something moves and the widget can be seen; `paintEvent` only
    reads state.

    Attributes:
        playback: position, speed, looping; on the clock of `alignment`.
        motions: what is shown; empty, one or two.
        alignment: which of their moments belong together.

    Signals:
        position_changed: the playback moved, s.
        playing_changed: it started or stopped.
        loaded: other movements are shown.
    """

    position_changed = Signal(float)
    playing_changed = Signal(bool)
    loaded = Signal()

    def __init__(
        self,
        appearance: Appearance,
        clock: Callable[[], float] = time.monotonic,
        less_motion: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__()
        self.playback = Playback(1.0)
        self.motions: list[Motion] = []
        self.alignment = Alignment([])
        self._appearance = appearance
        self._clock = clock
        self._light: tuple[Part, ...] = ()
        self._lines: tuple[Line, ...] = ()
        self._turn = 0.0
        self._mirror = False
        self._cues = self._badges = True
        self._announced_at: float | None = None
        self._waiting_to_play = False
        # Asked when something is to move and not before: asking the system takes a while.
        self._less_motion = less_motion
        self._focus_shown = False
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._tick)
        appearance.changed.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(260, 180)
        self.setAccessibleName(self.tr("Figure"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # What is shown

    def show_motions(
        self,
        motions: list[Motion],
        *,
        light: tuple[Part, ...] = (),
        lines: tuple[Line, ...] = (),
        turn: float = 0.0,
        cues: bool = True,
        badges: bool = True,
    ) -> None:
        """Show one movement or two, standing at their start.

        Args:
            motions: one, or two on one clock.
            light: parts of the body to light.
            lines: lines to draw.
            turn: deg; 0 from the side, 90 from the front.
            cues: whether the phase's cue is written under the figure.
            badges: whether right and wrong are announced and marked.
        """
        was_playing = self.is_playing
        if [m.movement for m in motions] != [m.movement for m in self.motions]:
            self._announced_at = None
        self.motions = motions
        self._light, self._lines, self._turn = light, lines, turn
        self._cues, self._badges = cues, badges
        self._waiting_to_play = False
        self.alignment = Alignment(motions)
        self.playback.load(self.alignment.seconds)
        self._describe()
        self.loaded.emit()
        if was_playing:
            self.playing_changed.emit(False)
        self._moved()

    @property
    def look(self) -> Look:
        """How the figures are seen now."""
        return Look(
            turn=self._turn,
            mirror=self._mirror,
            light=self._light,
            lines=self._lines,
            style=self._appearance.style,
            words=self._words(),
            announce=self._announcing(),
            badges=self._badges,
        )

    def set_less_motion(self, less: bool) -> None:
        """Show key poses instead of moving by itself."""
        self._less_motion = lambda: less
        if less:
            self.pause()

    @property
    def less_motion(self) -> bool:
        """Whether playing steps from key pose to key pose."""
        return self._less_motion()

    @property
    def mirror(self) -> bool:
        """Whether the figure faces left."""
        return self._mirror

    def set_mirror(self, mirror: bool) -> None:
        """Let the figure face left."""
        self._mirror = mirror
        self.update()

    # Moving

    @property
    def is_playing(self) -> bool:
        """Whether it plays, or is about to."""
        return self.playback.playing or self._waiting_to_play

    def play(self) -> None:
        """Play; right and wrong are announced before the first time a movement moves."""
        if not self.motions:
            return
        if self.less_motion:
            self.step_key(1)
            return
        now = self._clock()
        if self._announced_at is None and self._has_marks():
            self._announced_at = now
            self._waiting_to_play = True
        else:
            self.playback.play(now)
        self.playing_changed.emit(True)
        self._run_timer()
        self.update()

    def pause(self) -> None:
        """Stand still."""
        was_playing = self.is_playing
        self.playback.pause()
        if self._waiting_to_play:
            self._waiting_to_play, self._announced_at = False, None
        self._run_timer()
        if was_playing:
            self.playing_changed.emit(False)
        self.update()

    def seek(self, position: float) -> None:
        """Stand at a moment, s from the start; a playing figure plays on from there."""
        self.playback.seek(position)
        self._moved()

    def step(self, count: int) -> None:
        """Pause and go a single step on or back."""
        self.pause()
        self.playback.step(count)
        self._moved()

    def step_key(self, count: int) -> None:
        """Pause and go to the next or previous key pose: the end of a phase, or the start."""
        if not self.motions:
            return
        self.pause()
        here = self.playback.position
        if count > 0:
            after = self.alignment.end_after(here)
            self.seek(0.0 if after is None else after)
        else:
            before = self.alignment.end_before(here)
            self.seek(self.alignment.seconds if before is None else before)

    @property
    def times(self) -> tuple[float, ...]:
        """Where each movement stands, s from its own start."""
        return self.alignment.times(self.playback.position)

    def seek_phase(self, name: str, fraction: float) -> None:
        """Stand where `fraction` of a phase of the first movement has passed.

        Raises:
            KeyError: it has no such phase.
        """
        self.seek(self.alignment.position_of(0, self.motions[0].time_of(name, fraction)))

    def describe_moment(self) -> str:
        """Return in words what is shown at this moment."""
        lines = []
        for motion, t in zip(self.motions, self.times, strict=True):
            place = motion.place_at(t)
            title = motion.movement.title
            lines.append(f"{title}: {motion.movement.phases[place.phase].cue}")
        return " · ".join(lines)

    # Qt

    def sizeHint(self) -> QSize:
        """Return a size that suits most windows."""
        return QSize(720, 480)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the scene as it stands."""
        del event
        painter = QPainter(self)
        moments = zip(self.motions, self.times, strict=True)
        actors = [self._actor(motion, t) for motion, t in moments]
        palette = self._appearance.palette
        paint_scene(painter, QRectF(self.rect()), actors, self.look, palette)
        if self._focus_shown:
            painter.setPen(QPen(palette.right, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), CORNER, CORNER)
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show a frame to those who came by keyboard."""
        super().focusInEvent(event)
        keyboard = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self._focus_shown = event.reason() in keyboard
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the frame away."""
        super().focusOutEvent(event)
        self._focus_shown = False
        self.update()

    def showEvent(self, event: QShowEvent) -> None:
        """Let the timer run again where something moves."""
        super().showEvent(event)
        if self.playback.playing:
            # The time away is no part of the movement.
            self.playback.play(self._clock())
        self._run_timer()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop the timer: nobody sees it."""
        super().hideEvent(event)
        self._run_timer()

    def _tick(self) -> None:
        now = self._clock()
        if self._waiting_to_play and self._announcing() == 0:
            self._waiting_to_play = False
            self.playback.play(now)
        if self.playback.advance(now):
            self.position_changed.emit(self.playback.position)
            if not self.playback.playing:
                self.playing_changed.emit(False)
        self._run_timer()
        self.update()

    def _run_timer(self) -> None:
        wanted = self.isVisible() and self.is_playing
        if wanted and not self._timer.isActive():
            self._timer.start()
        elif not wanted:
            self._timer.stop()

    def _has_marks(self) -> bool:
        return self._badges and any(
            motion.movement.label is not Label.NEUTRAL for motion in self.motions
        )

    def _announcing(self) -> float:
        """Return how strongly the label stands before the figure now, 0..1."""
        if self._announced_at is None or not self.is_playing:
            return 0.0
        left = self._announced_at + ANNOUNCE_S - self._clock()
        return max(0.0, min(1.0, left / _FADE_S))

    def _actor(self, motion: Motion, t: float) -> Actor:
        actor = cast(motion, t, cue=self._cues)
        if Line.PATH in self._lines:
            actor = msgspec.structs.replace(actor, path=hip_path(motion))
        return actor

    def _words(self) -> Words:
        return Words(
            right=self.tr("Right"),
            wrong=self.tr("Wrong"),
            hip=self.tr("hip {angle}°"),
            knee=self.tr("knee {angle}°"),
            trunk=self.tr("trunk {angle}°"),
            load=self.tr("lower back: about {newtons} N, ±35 %"),
            works=self.tr("works"),
            stretches=self.tr("stretches"),
        )

    def _describe(self) -> None:
        words = self._words()
        said = []
        for motion in self.motions:
            movement = motion.movement
            label = words.of(movement.label)
            name = f"{label}: {movement.title}" if label else movement.title
            said.append(f"{name}. {movement.text}")
        self.setAccessibleDescription("\n".join(said))

    def _moved(self) -> None:
        self.position_changed.emit(self.playback.position)
        self._run_timer()
        self.update()
