"""The figure on screen: one or two movements on one clock."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy

from app.figure.cast import cast, hip_path
from app.figure.scene import CORNER, Actor, Look, paint_scene
from app.figure.words import Words
from app.lessons.model import Line, Part
from app.movement.align import Alignment
from app.movement.model import Label
from app.movement.motion import Motion
from app.movement.playback import Playback
from app.ui.stage.turnable import Turnable
from app.ui.theme import Appearance
from app.units import Units

if TYPE_CHECKING:
    from app.ui.stage.describing import Describer

#: How long right or wrong stands before the figure moves, and fades, s.
ANNOUNCE_S = 1.4
_FADE_S = 0.3
#: So long the figure stands before its moment is put into words nobody waits for, ms.
SETTLE_MS = 200


class Stage(Turnable):
    """Shows movements and plays them.

    What moves moves on the clock that is handed in; `paintEvent` only reads state.

    Attributes:
        playback: position, speed, looping; on the clock of `alignment`.
        motions: what is shown; empty, one or two.
        alignment: which of their moments belong together.
        units: what lengths are told in.

    Signals:
        position_changed: the playback moved, s.
        playing_changed: it started or stopped, or moves in another way than before.
        loaded: other movements are shown.
        lines_changed: other lines are drawn.
        told: the figure in words was renewed.
        text_toggled: the words are shown beside it, or no longer.
    """

    position_changed = Signal(float)
    playing_changed = Signal(bool)
    loaded = Signal()
    lines_changed = Signal()
    told = Signal()
    text_toggled = Signal(bool)

    def __init__(
        self,
        appearance: Appearance,
        clock: Callable[[], float] = time.monotonic,
        less_motion: Callable[[], bool] = lambda: False,
        units: Callable[[], Units] = lambda: "metric",
    ) -> None:
        super().__init__(clock, less_motion)
        self.playback = Playback(1.0)
        self.motions: list[Motion] = []
        self.alignment = Alignment([])
        self.units = units
        self._appearance = appearance
        self._light: tuple[Part, ...] = ()
        self._lines: tuple[Line, ...] = ()
        self._usual_lines: tuple[Line, ...] = ()
        self._overlaid, self._opacity = False, 0.5
        self._cues = self._badges = True
        self._announced_at: float | None = None
        self._waiting_to_play = False
        self._phases: tuple[int, ...] = ()
        self._describer: Describer | None = None
        self._settling = QTimer()
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLE_MS)
        self._settling.timeout.connect(self.tell_moment)
        self.turned.connect(lambda _: self._settling.start())
        appearance.changed.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(260, 180)
        self.setAccessibleName(self.tr("Figure"))

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
        """Show one movement or two, standing at their start, seen as the step wants it.

        Args:
            motions: one, or two on one clock.
            light: parts of the body to light.
            lines: lines to draw.
            turn: deg; 0 from the side, 90 from the front, -90 from behind.
            cues: whether the phase's cue is written under the figure.
            badges: whether right and wrong are announced and marked.
        """
        was_playing = self.is_playing
        if [m.movement for m in motions] != [m.movement for m in self.motions]:
            self._announced_at = None
        self.motions = motions
        self._light, self._usual_lines = light, lines
        self._cues, self._badges = cues, badges
        self._waiting_to_play = False
        self.alignment = Alignment(motions)
        self.playback.load(self.alignment.seconds)
        self._describe()
        self.set_lines(lines)
        self.set_turn(turn)
        self.loaded.emit()
        if was_playing:
            self.playing_changed.emit(False)
        self._moved()

    def replace_motions(self, motions: list[Motion]) -> None:
        """Show the same movements on another body, at the same moment; what plays plays on."""
        self.motions = motions
        self.alignment = Alignment(motions)
        self.playback.seconds = self.alignment.seconds
        self.playback.position = min(self.playback.position, self.alignment.seconds)
        self._moved()

    @property
    def look(self) -> Look:
        """How the figures are seen now."""
        return Look(
            turn=self.turn,
            mirror=self._mirror,
            light=self._light,
            lines=self._lines,
            style=self._appearance.style,
            overlaid=self._overlaid,
            opacity=self._opacity,
            words=self._words(),
            announce=self._announcing(),
            badges=self._badges,
        )

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is drawn over the figure."""
        return self._lines

    def set_lines(self, lines: tuple[Line, ...]) -> None:
        """Draw just these over the figure."""
        if lines != self._lines:
            self._lines = lines
            self.lines_changed.emit()
            self._settling.start()
            self.update()

    def set_line(self, line: Line, on: bool) -> None:
        """Draw a line over the figure, or no longer."""
        self.set_lines(tuple(one for one in Line if (on if one is line else one in self._lines)))

    def show_usual_lines(self) -> None:
        """Draw what the step itself draws."""
        self.set_lines(self._usual_lines)

    def set_overlaid(self, overlaid: bool, opacity: float = 0.5) -> None:
        """Show two figures in one place, the second over the first, or side by side."""
        self._overlaid, self._opacity = overlaid, opacity
        self.update()

    # Moving

    def set_less_motion(self, less: bool) -> None:
        """Show key poses instead of moving by itself."""
        self._less_motion = lambda: less
        self.follow_motion_setting()

    def follow_motion_setting(self) -> None:
        """Take up that less motion, or more, is wanted now."""
        if self.less_motion:
            self.pause()
            self.set_turn(self._turning.aim)
        self.playing_changed.emit(self.is_playing)

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
            self._stood()
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
        self._stood()

    def step_key(self, count: int) -> None:
        """Pause and go to the next or previous key pose: the end of a phase, or the start."""
        if not self.motions:
            return
        here = self.playback.position
        if count > 0:
            after = self.alignment.end_after(here)
            self.stand_at(0.0 if after is None else after)
        else:
            before = self.alignment.end_before(here)
            self.stand_at(self.alignment.seconds if before is None else before)

    def stand_at(self, position: float) -> None:
        """Pause and stand at a moment, s from the start."""
        self.pause()
        self.seek(position)
        self._stood()

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

    # In words

    def describe_moment(self) -> str:
        """Return in words what is shown at this moment, a paragraph a movement."""
        return "\n".join(f"{told.title}. {told.now}" for told in self._describing().told())

    def tell_moment(self, aloud: bool = False) -> None:
        """Renew the figure in words; aloud, screen readers say what has changed."""
        self._settling.stop()
        self._describing().tell(aloud=aloud)
        self.told.emit()

    def announce(self, text: str) -> None:
        """Have screen readers say something."""
        self._describing().announce(text)

    @property
    def text_shown(self) -> bool:
        """Whether the figure in words stands beside it."""
        return self._describer is not None and self._describer.shown

    def show_text(self, shown: bool) -> None:
        """Show the figure in words beside it, or no longer."""
        if shown != self.text_shown:
            self._describing().show(shown)
            self.text_toggled.emit(shown)
            self.update()

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
        area = QRectF(self._describer.figure_area() if self._describer else self.rect())
        paint_scene(painter, area, actors, self.look, palette)
        if self._focus_shown:
            painter.setPen(QPen(palette.right, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), CORNER, CORNER)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room with the words."""
        super().resizeEvent(event)
        if self._describer is not None:
            self._describer.place()

    def showEvent(self, event: QShowEvent) -> None:
        """Let the timer run again where something moves."""
        if self.playback.playing:
            # The time away is no part of the movement.
            self.playback.play(self._clock())
        super().showEvent(event)

    def _tick(self) -> None:
        now = self._clock()
        if self._waiting_to_play and self._announcing() == 0:
            self._waiting_to_play = False
            self.playback.play(now)
        if self.playback.advance(now):
            self.position_changed.emit(self.playback.position)
            phases = self._find_phases()
            if not self.playback.playing:
                self.playing_changed.emit(False)
            if phases != self._phases or not self.playback.playing:
                self._phases = phases
                self._stood()
        super()._tick()

    def _moves(self) -> bool:
        return self.is_playing or super()._moves()

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
        self._phases = self._find_phases()
        self.position_changed.emit(self.playback.position)
        self._run_timer()
        self._settling.start()
        self.update()

    def _stood(self) -> None:
        """Have a moment told that the figure came to by a step, a pause or a new phase."""
        from PySide6.QtGui import QAccessible

        if self.text_shown or QAccessible.isActive():
            self.tell_moment(aloud=True)
        else:
            self._settling.start()

    def _find_phases(self) -> tuple[int, ...]:
        moments = zip(self.motions, self.times, strict=True)
        return tuple(motion.place_at(t).phase for motion, t in moments)

    def _describing(self) -> Describer:
        if self._describer is None:
            from app.ui.stage.describing import Describer

            self._describer = Describer(self)
        return self._describer
