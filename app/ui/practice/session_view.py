"""A session on screen: the figure, the word, the ring, all from one moment."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.movement.motion import Motion
from app.practice.clock import read_clock
from app.practice.events import PauseReason
from app.practice.moment import Moment
from app.practice.timeline import PhaseKind
from app.practice.transitions import State
from app.ui.accessibility import announce, set_tip
from app.ui.icons import Icons
from app.ui.layouts import Turning, arrange
from app.ui.practice.clicks import StageClicks
from app.ui.practice.controls import SessionControls
from app.ui.practice.far_text import FarText
from app.ui.practice.far_view import FarView
from app.ui.practice.figure import place_at
from app.ui.practice.ring import RING_SHARE, Ring
from app.ui.practice.session_texts import shown_at
from app.ui.stage.stage import Stage
from app.ui.theme import Appearance
from app.units import Units

_WORD_SHARE = 1 / 5
_CUE_SHARE = 1 / 15
_SMALL_SHARE = 1 / 24
_SILENT_SHARE = 1 / 36
#: How word and cue share the room, and how in a change-over, where the cue is long.
_SHARES, _CHANGING = (5, 2), (1, 4)


class SessionView(QWidget):
    """Paints the moments it is given; no timer of its own leads it.

    Attributes:
        controls: its buttons and keys; those of the far view come through it too.
        stage, ring, headline, word, cue, following: what shows the moment.
        far: the far view; None before it was first opened.
    """

    def __init__(
        self, icons: Icons, appearance: Appearance, clock: Callable[[], float] = read_clock
    ) -> None:
        super().__init__()
        self.controls = SessionControls(icons, appearance)
        self.stage = Stage(appearance)
        self.ring = Ring(appearance)
        self.headline = FarText(appearance, _SMALL_SHARE, bold=True)
        self.word = FarText(appearance, _WORD_SHARE, bold=True)
        self.cue = FarText(appearance, _CUE_SHARE)
        self.following = FarText(
            appearance, _SMALL_SHARE, colour=lambda palette: palette.muted, least=13
        )
        self._silent = FarText(appearance, _SILENT_SHARE)
        self._silent.setContentsMargins(12, 0, 12, 0)
        self._silent.hide()
        self._motions: Sequence[Motion | None] = ()
        self._part = -1
        self._units: Units = "metric"
        self._key_poses = False
        self._flashes = False
        self._last: tuple[Moment, PauseReason | None] | None = None
        self._announced = ""
        self._icons, self._appearance, self._clock = icons, appearance, clock
        self.far: FarView | None = None
        self.controls.far_requested.connect(self.open_far)
        StageClicks(self.stage).clicked.connect(self.controls.click_anywhere)

        self._right = arrange(
            QVBoxLayout(), self.headline, self.word, self.cue, 8, self.ring, spacing=8
        )
        self._share(_SHARES)
        figure = QGridLayout()
        figure.addWidget(self.stage, 0, 0)
        # On the floor, where the stage would write its cue.
        figure.addWidget(self._silent, 0, 0, Qt.AlignmentFlag.AlignBottom)
        corner = QWidget()
        arrange(QVBoxLayout(corner), self.controls.far_button, margins=12)
        figure.addWidget(corner, 0, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 16, 16, 16)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(16)
        grid.addLayout(figure, 0, 0)
        grid.addLayout(self._right, 0, 1)
        below = arrange(Turning(), self.controls, (self.following, 1), spacing=16)
        grid.addLayout(below, 1, 0, 1, 2)
        grid.setRowStretch(0, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)

    def begin(self, motions: Sequence[Motion | None], units: Units) -> None:
        """Show another session: a motion for each exercise; without one its place stays empty."""
        self._motions, self._units = motions, units
        self._last, self._announced = None, ""
        if self.far is not None:
            self.far.begin(motions)
        self._show_part(0)

    def set_less_motion(self, less: bool) -> None:
        """Show key poses and whole seconds instead of moving."""
        self._key_poses = less
        self.stage.set_less_motion(less)
        if self.far is not None:
            self.far.stage.set_less_motion(less)

    def set_flashes(self, flashes: bool) -> None:
        """Let the far view flash where a phase begins, or not."""
        self._flashes = flashes
        if self.far is not None:
            self.far.panel.flashes = flashes

    def set_silent(self, reason: str) -> None:
        """Say that there is no sound, and why; nothing where there is."""
        text = self.tr("No sound. Look up between reps, not at the bottom.")
        if reason and not self._silent.text:
            announce(self, text)
        self._silent.show_text(text if reason else "")
        if self.far is not None:
            self.far.set_warning(self._silent.text)
        set_tip(self._silent, reason)
        self._silent.setVisible(bool(reason))

    def show_moment(self, moment: Moment, reason: PauseReason | None) -> None:
        """Show one moment: figure, words, digits and ring."""
        if not self._motions:
            return
        self._last = (moment, reason)
        if moment.part != self._part:
            self._show_part(moment.part)
        shown = shown_at(moment, reason, self._units)
        self.headline.show_text(shown.headline)
        self.word.show_text(shown.word)
        self.word.setVisible(bool(shown.word))
        self.cue.show_text(shown.cue)
        changing = moment.kind is PhaseKind.CHANGE and moment.countdown is None
        self._share(_CHANGING if changing else _SHARES)
        self.following.show_text(shown.following)
        ring = self._fraction(moment)
        self.ring.show_state(ring, shown.digits, shown.accent)
        self.controls.show_moment(moment)
        if shown.name != self._announced:
            self._announced = shown.name
            announce(self, shown.name)
        motion = self._motions[moment.part]
        position = None
        if motion is not None:
            position = place_at(motion, moment, key_poses=self._key_poses)
            if position != self.stage.playback.position:
                self.stage.seek(position)
        if self.far is not None and not self.far.is_done:
            self.far.show_moment(moment, shown, position, ring)

    def open_far(self) -> None:
        """Show the session on the whole screen; this view follows it unseen."""
        if self.far is None:
            self.far = self._make_far()
        self.far.begin(self._motions)
        self.far.stage.set_less_motion(self._key_poses)
        self.far.panel.flashes = self._flashes
        self.far.set_warning(self._silent.text)
        if self._last is not None:
            self.show_moment(*self._last)
        self.far.open_on(self.screen())
        self.setUpdatesEnabled(False)

    def leave_far(self) -> None:
        """Come back to the window."""
        if self.far is not None:
            self.far.close()

    def finish(self, *, done: bool) -> None:
        """End the session; the far view shows that it is over until someone is back."""
        if self.far_shown and self.far is not None:
            if done and self._last is not None:
                self.far.show_done(self._last[0].exercise.cues.done)
            else:
                self.far.close()
        self._last = None

    def take_focus(self) -> None:
        """Put the focus on pause."""
        self.controls.take_focus()

    @property
    def far_shown(self) -> bool:
        """Whether the far view is open."""
        return self.far is not None and self.far.isVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the letters that no shortcut knows."""
        if not self.controls.take_letter(event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a click anywhere for the end of a repetition, where one is awaited."""
        super().mousePressEvent(event)
        self.controls.click_anywhere()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the ring what its digits need; they are read from across the room."""
        super().resizeEvent(event)
        column = (self.width() - 16 - 24 - 16) // 2
        height = self.window().height()
        self.ring.setFixedHeight(min(round(height * RING_SHARE), column))
        self.headline.setFixedHeight(round(height * _SMALL_SHARE * 1.5))
        self._silent.setFixedHeight(round(height * _SILENT_SHARE * 1.8))

    def _make_far(self) -> FarView:
        # Not of this view: a window whose parent is hidden, as this is at the end, is not painted.
        far = FarView(self._icons, self._appearance, self._clock, self.window())
        far.controls.command_requested.connect(self.controls.command_requested)
        far.closed.connect(self._far_closed)
        return far

    def _far_closed(self) -> None:
        self.setUpdatesEnabled(True)
        self.window().activateWindow()

    def _share(self, shares: tuple[int, int]) -> None:
        for part, share in zip((self.word, self.cue), shares, strict=True):
            self._right.setStretchFactor(part, share)

    def _show_part(self, part: int) -> None:
        motion = self._motions[part]
        self.stage.show_motions([motion] if motion else [], cues=False, badges=False)
        self._part = part

    def _fraction(self, moment: Moment) -> float:
        if moment.state is State.AWAITING:
            # Not a clock's: how much of the set is done.
            return ((moment.rep or 1) - 1) / moment.reps
        if not self._key_poses:
            return moment.fraction
        seconds = moment.elapsed_s + moment.remaining_s
        return math.floor(moment.elapsed_s + 1e-6) / seconds
