"""The figure that shows how a movement goes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.movement.library import MovementLibrary
from app.movement.motion import motion_on
from app.ui.accessibility import IconButton
from app.ui.icons import Icons
from app.ui.keeper import SettingsKeeper
from app.ui.layouts import arrange
from app.ui.stage.stage import Stage
from app.ui.theme import Appearance


class FigurePreview(QWidget):
    """Plays a movement while it can be seen, with a button in its corner.

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
        *,
        corner: int = 12,
    ) -> None:
        """Show nothing yet; the button is `corner` px away from the edges."""
        super().__init__()
        self.stage = Stage(appearance, clock)
        self._movements, self._keeper = movements, keeper
        self._movement: str | None = None
        self._play = IconButton("play", self.tr("Play"), icons, appearance)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self.stage, 0, 0)
        box = QWidget()
        arrange(QVBoxLayout(box), self._play, margins=corner)
        grid.addWidget(box, 0, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self._play.clicked.connect(self._toggle)
        self.stage.playing_changed.connect(self._show_playing)

    def show_movement(self, movement: str | None) -> None:
        """Show a movement by its id; nothing where there is none."""
        if movement != self._movement:
            self._movement = movement
            self._show_motion()

    def showEvent(self, event: QShowEvent) -> None:
        """Show how it goes, on the body that is set by now."""
        super().showEvent(event)
        self._show_motion()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stand still while it cannot be seen."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.stage.pause()

    def _show_motion(self) -> None:
        motion = motion_on(self._keeper.body, self._movements.get(self._movement or ""))
        self.stage.set_less_motion(self._keeper.less_motion)
        self.stage.show_motions([motion] if motion else [], cues=False, badges=False)
        if motion is not None and self.isVisible():
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
