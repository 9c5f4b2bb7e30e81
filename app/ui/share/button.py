"""The Share button, which saves what the stage shows as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.accessibility import IconButton
from app.ui.choose import choose
from app.ui.icons import Icons
from app.ui.keeper import SettingsKeeper
from app.ui.messages import translate
from app.ui.stage.stage import Stage
from app.ui.theme import Appearance

if TYPE_CHECKING:
    from app.library import Library
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
        library: Library | None = None,
    ) -> None:
        """Share what a stage shows; a library has what else pages can be about."""
        name = translate("ShareButton", "Save or share")
        super().__init__("share", name, icons, appearance)
        self._stage, self._keeper, self._look = stage, keeper, appearance
        self._library = library
        choose(self, shortcut=KEYS)
        self.clicked.connect(self.open_dialog)

    def open_dialog(self) -> ShareDialog | None:
        """Offer to share what is shown now, if anything is."""
        if not self._stage.motions:
            return None
        from app.programme.programme import Programme
        from app.ui.share.dialog import ShareDialog
        from app.ui.share.places import file_dialog
        from app.ui.share.subject import Subject

        library = self._library
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
            exercises=dict(library.exercises) if library else {},
            movements=library.movements if library else {},
            pairs=library.pairs if library else (),
            programme=library.programme if library else Programme(),
        )
        dialog = ShareDialog(subject, file_dialog(self._keeper), self.window())
        dialog.open()
        return dialog
