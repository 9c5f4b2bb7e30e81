"""The figure that shows how a chosen exercise goes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.movement.library import MovementLibrary
from app.practice.exercise import Exercise
from app.ui.accessibility import IconButton
from app.ui.icons import Icons
from app.ui.keeper import SettingsKeeper
from app.ui.layouts import arrange
from app.ui.practice.figure import motion_for
from app.ui.stage.stage import Stage
from app.ui.theme import Appearance


class MovementPreview(QWidget):
    """Plays while it can be seen, with a button in its corner.

    Attributes:
        stage: the figure.
    """

    def __init__(
        self,
        movements: MovementLibrary,
        keeper: SettingsKeeper,
        icons: Icons,
        appearance: Appearance,
        clock: Callable[[], float],
    ) -> None:
        super().__init__()
        self.stage = Stage(appearance, clock)
        self._movements, self._keeper = movements, keeper
        self._exercise: Exercise | None = None
        self._play = IconButton("play", self.tr("Play"), icons, appearance)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self.stage, 0, 0)
        corner = QWidget()
        arrange(QVBoxLayout(corner), self._play, margins=12)
        grid.addWidget(corner, 0, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self._play.clicked.connect(self._toggle)
        self.stage.playing_changed.connect(self._show_playing)

    def show_exercise(self, exercise: Exercise) -> None:
        """Show how an exercise goes."""
        if exercise != self._exercise:
            self._exercise = exercise
            self._show_motion()

    def showEvent(self, event: QShowEvent) -> None:
        """Show how the movement goes."""
        super().showEvent(event)
        self._show_motion()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stand still while it cannot be seen."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.stage.pause()

    def _show_motion(self) -> None:
        if self._exercise is None:
            return
        motion = motion_for(self._exercise, self._movements, self._keeper.body)
        self.stage.set_less_motion(self._keeper.less_motion)
        self.stage.show_motions([motion] if motion else [], cues=False, badges=False)
        if self.isVisible():
            self.stage.play()

    def _toggle(self) -> None:
        if self.stage.is_playing:
            self.stage.pause()
        else:
            self.stage.play()

    def _show_playing(self, playing: bool) -> None:
        if playing:
            self._play.rename("pause", self.tr("Pause"))
        else:
            self._play.rename("play", self.tr("Play"))
