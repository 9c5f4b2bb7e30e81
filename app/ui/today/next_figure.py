"""The figure beside what is next: it does what comes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from app.movement.library import MovementLibrary
from app.ui.icons import Icons
from app.ui.keeper import SettingsKeeper
from app.ui.stage.figure_preview import FigurePreview
from app.ui.theme import Appearance

#: High enough for a person, and low enough to leave room for the cards below, px.
_HEIGHT = 260


class NextFigure(FigurePreview):
    """Stands on a card, and is not there where nothing can be shown."""

    def __init__(
        self,
        movements: MovementLibrary,
        keeper: SettingsKeeper,
        icons: Icons,
        appearance: Appearance,
        clock: Callable[[], float],
    ) -> None:
        super().__init__(movements, keeper, icons, appearance, clock, corner=8)
        self.stage.setFixedHeight(_HEIGHT)
        self.stage.on_card = True
        if (grid := self.layout()) is not None:
            grid.setAlignment(self.stage, Qt.AlignmentFlag.AlignTop)

    def _show_motion(self) -> None:
        super()._show_motion()
        self.setVisible(bool(self.stage.motions))
