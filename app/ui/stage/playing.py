"""A widget whose figures move: one movement or two on one clock."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent

from app.movement.playback import Playback
from app.ui.stage.announcement import Announcement
from app.ui.stage.turnable import Turnable

if TYPE_CHECKING:  # what moves is loaded with the first movement, after the first paint
    from app.movement.align import Alignment
    from app.movement.motion import Motion


class Playing(Turnable):
    """Plays, steps and stands; subclasses paint.

    Attributes:
        playback: position, speed, looping; on the clock of `alignment`.
        motions: none, one or two.

    Signals:
        position_changed: the playback moved, s.
        playing_changed: it started or stopped, or the way it moves changed.
        stood: it reached a moment worth describing, by a step, a pause or a new phase.
    """

    position_changed = Signal(float)
    playing_changed = Signal(bool)
    stood = Signal()

    def __init__(self, clock: Callable[[], float], less_motion: Callable[[], bool]) -> None:
        super().__init__(clock, less_motion)
        self.playback = Playback(1.0)
        self.motions: list[Motion] = []
        self._announcement = Announcement()
        self._announces = False
        self._phases: tuple[int, ...] = ()

    def set_less_motion(self, less: bool) -> None:
        """Show key poses instead of motion, or motion again."""
        self._less_motion = lambda: less
        self.follow_motion_setting()

    def follow_motion_setting(self) -> None:
        """Follow a change of the setting for less motion."""
        if self.less_motion:
            self.pause()
            self.set_turn(self._turning.aim)
        self.playing_changed.emit(self.is_playing)

    @cached_property
    def alignment(self) -> Alignment:
        """Which moments of the motions match."""
        from app.movement.align import Alignment

        return Alignment(self.motions)

    @property
    def is_playing(self) -> bool:
        """Whether it plays, or is about to."""
        return self.playback.playing or self._announcement.waiting

    def play(self) -> None:
        """Play; right and wrong are announced before a movement first moves."""
        if not self.motions:
            return
        if self.less_motion:
            self.step_key(1)
            return
        now = self._clock()
        if self._announces and not self._announcement.made:
            self._announcement.begin(now)
        else:
            self.playback.play(now)
        self.playing_changed.emit(True)
        self._run_timer()
        self.update()

    def pause(self) -> None:
        """Stand still."""
        was_playing = self.is_playing
        self.playback.pause()
        if self._announcement.waiting:
            self._announcement.take_back()
        self._run_timer()
        if was_playing:
            self.playing_changed.emit(False)
            self.stood.emit()
        self.update()

    def seek(self, position: float) -> None:
        """Go to a moment, s from the start; a playing figure plays on from there."""
        self.playback.seek(position)
        self._moved()

    def step(self, count: int) -> None:
        """Pause and go a single step forward or back."""
        self.pause()
        self.playback.step(count)
        self._moved()
        self.stood.emit()

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
        """Pause at a moment, s from the start."""
        self.pause()
        self.seek(position)
        self.stood.emit()

    @property
    def times(self) -> tuple[float, ...]:
        """Where each movement is, s from its own start."""
        return self.alignment.times(self.playback.position)

    def seek_phase(self, name: str, fraction: float) -> None:
        """Go to where `fraction` of a phase of the first movement has passed.

        Raises:
            KeyError: it has no such phase.
        """
        self.seek(self.alignment.position_of(0, self.motions[0].time_of(name, fraction)))

    def showEvent(self, event: QShowEvent) -> None:
        """Run the timer again if something moves."""
        if self.playback.playing:
            # The time spent hidden is not part of the movement.
            self.playback.play(self._clock())
        super().showEvent(event)

    def _load(self, motions: list[Motion]) -> None:
        """Load other movements, paused at their start."""
        was_playing = self.is_playing
        if [m.movement for m in motions] != [m.movement for m in self.motions]:
            self._announcement.take_back()
        self._announcement.waiting = False
        self._take(motions)
        self.playback.load(self.alignment.seconds)
        if was_playing:
            self.playing_changed.emit(False)

    def _take(self, motions: list[Motion]) -> None:
        self.motions = motions
        self.setCursor(QtCore.Qt.CursorShape.OpenHandCursor)  # it can be turned
        vars(self).pop("alignment", None)

    def replace_motions(self, motions: list[Motion]) -> None:
        """Show the same movements on another body, at the same moment, without stopping them."""
        self._take(motions)
        self.playback.seconds = self.alignment.seconds
        self.playback.position = min(self.playback.position, self.alignment.seconds)
        self._moved()

    def advance(self) -> None:
        """Bring everything up to the present moment."""
        now = self._clock()
        if self._announcement.waiting and self._announcing() == 0:
            self._announcement.waiting = False
            self.playback.play(now)
        if self.playback.advance(now):
            self.position_changed.emit(self.playback.position)
            phases = self._find_phases()
            if not self.playback.playing:
                self.playing_changed.emit(False)
            if phases != self._phases or not self.playback.playing:
                self._phases = phases
                self.stood.emit()
        super().advance()

    def _moves(self) -> bool:
        return self.is_playing or super()._moves()

    def _announcing(self) -> float:
        """Return the label's opacity in front of the figure now, 0..1."""
        return self._announcement.strength(self._clock()) if self.is_playing else 0.0

    def _moved(self) -> None:
        self._phases = self._find_phases()
        self.position_changed.emit(self.playback.position)
        self._run_timer()
        self.update()

    def _find_phases(self) -> tuple[int, ...]:
        moments = zip(self.motions, self.times, strict=True)
        return tuple(motion.place_at(t).phase for motion, t in moments)
