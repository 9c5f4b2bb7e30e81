"""Asked once, after the first hinges: when, for what, on which days, with which cue."""

from __future__ import annotations

import msgspec
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.accessibility import button, set_look
from app.ui.keeper import SettingsKeeper
from app.ui.layouts import STRETCH, arrange
from app.ui.plan_section import PlanSection


class SetUpCard(PlanSection):
    """The plan's settings, with a word of what they are for; each is saved as it is chosen."""

    def __init__(self, keeper: SettingsKeeper) -> None:
        super().__init__(keeper)
        self.set_title(self.tr("When will you do it?"))
        self.add_note(
            self.tr("Tie it to something you do anyway. You can change all of this in Settings.")
        )
        self._done = button(self.tr("Done"))
        skip = button(self.tr("Skip"), "quiet")
        row = QWidget()
        arrange(QHBoxLayout(row), self._done, skip, STRETCH, spacing=8, margins=0)
        self.add_wide(row)
        for answer in (self._done, skip):
            answer.clicked.connect(self._end)

    def show_pressing(self, pressing: bool) -> None:
        """Have the one green button of the page here, or leave it to another card."""
        set_look(self._done, "primary" if pressing else "")

    def _end(self) -> None:
        plan = self._keeper.person.plan
        self._keeper.change(plan=msgspec.structs.replace(plan, asked=True))
