"""The Share button, which saves what the stage shows as a file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from app.ui.accessibility import IconButton
from app.ui.choose import choose
from app.ui.icons import Icons
from app.ui.keeper import SettingsKeeper
from app.ui.messages import translate
from app.ui.stage.stage import Stage
from app.ui.theme import Appearance

if TYPE_CHECKING:
    from app.movement.model import Movement
    from app.practice.exercise import Exercise
    from app.ui.share.dialog import ShareDialog

KEYS = "Ctrl+S"


class ShareButton(IconButton):
    """Opens the Share dialog, which is loaded on the first click."""

    def __init__(
        self,
        stage: Stage,
        keeper: SettingsKeeper,
        icons: Icons,
        appearance: Appearance,
        exercises: Mapping[str, Exercise] | None = None,
        movements: Mapping[str, Movement] | None = None,
    ) -> None:
        name = translate("ShareButton", "Save or share")
        super().__init__("share", name, icons, appearance)
        self._stage, self._keeper, self._look = stage, keeper, appearance
        self._exercises = exercises if exercises is not None else {}
        self._movements = movements if movements is not None else {}
        choose(self, shortcut=KEYS)
        self.clicked.connect(self.open_dialog)

    def open_dialog(self) -> ShareDialog | None:
        """Offer to share what is shown now, if anything is."""
        if not self._stage.motions:
            return None
        from app.ui.share.dialog import ShareDialog
        from app.ui.share.places import file_dialog
        from app.ui.share.subject import Subject

        # It stands still in the meantime: "this moment" must not change.
        self._stage.pause()
        subject = Subject(
            motions=tuple(self._stage.motions),
            look=self._stage.look,
            position=self._stage.playback.position,
            speed=self._stage.playback.speed,
            dark=self._look.palette.dark,
            units=self._keeper.units,
            less_motion=self._stage.less_motion,
            exercises=dict(self._exercises),
            movements=self._movements,
        )
        dialog = ShareDialog(subject, file_dialog(self._keeper), self.window())
        dialog.open()
        return dialog
