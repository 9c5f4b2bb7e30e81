"""A session on screen: the figure, the word, the ring, all from one moment."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.movement.motion import Motion
from app.practice.events import PauseReason
from app.practice.moment import Moment
from app.practice.timeline import Plan
from app.practice.transitions import State
from app.ui.icons import Icons
from app.ui.practice.controls import SessionControls
from app.ui.practice.far_text import FarText
from app.ui.practice.figure import place_at
from app.ui.practice.ring import RING_SHARE, Ring
from app.ui.practice.words import shown_at
from app.ui.stage.stage import Stage
from app.ui.theme import Appearance

_WORD_SHARE = 1 / 5
_CUE_SHARE = 1 / 15
_SMALL_SHARE = 1 / 24
_SILENT_SHARE = 1 / 36


class SessionView(QWidget):
    """Paints the moments it is given; it has no clock and no timer of its own.

    Attributes:
        controls: its buttons and keys.
        stage, ring, headline, word, cue, following: what shows the moment.
    """

    def __init__(self, icons: Icons, appearance: Appearance) -> None:
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
        self._plan: Plan | None = None
        self._motion: Motion | None = None
        self._key_poses = False

        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.headline)
        right.addWidget(self.word, 5)
        right.addWidget(self.cue, 2)
        right.addSpacing(8)
        right.addWidget(self.ring)
        figure = QGridLayout()
        figure.addWidget(self.stage, 0, 0)
        # On the floor, where the stage would write its cue.
        figure.addWidget(self._silent, 0, 0, Qt.AlignmentFlag.AlignBottom)
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 16, 16, 16)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(16)
        grid.addLayout(figure, 0, 0)
        grid.addLayout(right, 0, 1)
        grid.addWidget(self.controls, 1, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.following, 1, 1)
        grid.setRowStretch(0, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)

    def begin(self, plan: Plan, motion: Motion | None) -> None:
        """Take up a session; without a motion the figure's place stays empty."""
        self._plan, self._motion = plan, motion
        self.stage.show_motions([motion] if motion else [], cues=False, badges=False)

    def set_less_motion(self, less: bool) -> None:
        """Show key poses and whole seconds instead of moving."""
        self._key_poses = less
        self.stage.set_less_motion(less)

    def set_silent(self, reason: str) -> None:
        """Say that there is no sound, and why; nothing where there is."""
        text = self.tr("No sound. Look up between repetitions, not at the bottom.")
        self._silent.show_text(text if reason else "")
        self._silent.setToolTip(reason)
        self._silent.setVisible(bool(reason))

    def show_moment(self, moment: Moment, reason: PauseReason | None) -> None:
        """Show one moment: figure, words, digits and ring."""
        if self._plan is None:
            return
        shown = shown_at(moment, self._plan, reason)
        self.headline.show_text(shown.headline)
        self.word.show_text(shown.word)
        self.word.setVisible(bool(shown.word))
        self.cue.show_text(shown.cue)
        self.following.show_text(shown.following)
        self.ring.show_state(self._fraction(moment), shown.digits, shown.accent)
        self.controls.show_paused(moment.state is State.PAUSED)
        if self._motion is not None:
            position = place_at(self._motion, moment, key_poses=self._key_poses)
            if position != self.stage.playback.position:
                self.stage.seek(position)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the ring what its digits need; they are read from across the room."""
        super().resizeEvent(event)
        column = (self.width() - 16 - 24 - 16) // 2
        height = self.window().height()
        self.ring.setFixedHeight(min(round(height * RING_SHARE), column))
        self.headline.setFixedHeight(round(height * _SMALL_SHARE * 1.5))
        self._silent.setFixedHeight(round(height * _SILENT_SHARE * 1.8))

    def _fraction(self, moment: Moment) -> float:
        if not self._key_poses or self._plan is None:
            return moment.fraction
        seconds = self._plan.phases[moment.index].seconds
        return math.floor(moment.fraction * seconds + 1e-6) / seconds
