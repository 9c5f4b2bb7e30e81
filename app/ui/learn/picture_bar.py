"""The bar under a teaching picture: what it is about, and a way to save it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.accessibility import IconButton, button, keep_focus, label
from app.ui.icons import Icons
from app.ui.keeper import SettingsKeeper
from app.ui.layouts import arrange
from app.ui.learn.picture_view import PictureView
from app.ui.share.button import KEYS
from app.ui.theme import Appearance

if TYPE_CHECKING:
    from app.ui.share.dialog import ShareDialog


class PictureBar(QWidget):
    """Takes the place of the transport bar under a figure."""

    def __init__(
        self, view: PictureView, keeper: SettingsKeeper, icons: Icons, appearance: Appearance
    ) -> None:
        super().__init__()
        self._view, self._keeper, self._appearance = view, keeper, appearance
        self._summary = label("", "muted", wrap=True)
        self._words = button(
            self.tr("Describe"), tip=self.tr("Describe this picture in words"), keys="T"
        )
        self._words.setCheckable(True)
        self._words.toggled.connect(view.show_text)
        share = IconButton("share", self.tr("Save or share this picture"), icons, appearance)
        share.setShortcut(KEYS)
        share.clicked.connect(self.share)
        keep_focus(self._words, share)
        arrange(QHBoxLayout(self), (self._summary, 1), self._words, share, spacing=8, margins=0)

    def show_summary(self, summary: str) -> None:
        """Say in a line what the picture is about."""
        self._summary.setText(summary)

    def toggle_text(self) -> None:
        """Show or hide the picture's text beside it."""
        self._words.toggle()

    def share(self) -> ShareDialog | None:
        """Offer to save the picture, if one is shown."""
        sheet = self._view.sheet
        if sheet is None:
            return None
        from app.ui.share.dialog import ShareDialog
        from app.ui.share.places import file_dialog
        from app.ui.share.subject import Subject

        subject = Subject(
            motions=sheet.motions,
            look=self._view.look,
            position=0.0,
            speed=1.0,
            dark=self._appearance.palette.dark,
            units=self._keeper.units,
            less_motion=self._keeper.less_motion,
            sheet=sheet,
        )
        dialog = ShareDialog(subject, file_dialog(self._keeper), self.window())
        dialog.open()
        return dialog
