"""What every practice has in common."""

from __future__ import annotations

from PySide6.QtWidgets import QSpinBox

from app.practice.limits import LIMITS
from app.ui.keeper import SettingsKeeper
from app.ui.settings.section import Section


class PracticeSection(Section):
    """The countdown before the first set."""

    def __init__(self, keeper: SettingsKeeper) -> None:
        super().__init__()
        self.set_title(self.tr("Practice"))
        self._keeper = keeper
        limit = LIMITS["prepare_s"]
        self._countdown = QSpinBox()
        self._countdown.setRange(round(limit.low), round(limit.high))
        self._countdown.setSuffix(self.tr(" s"))
        self.add_row(self.tr("Countdown to the first set"), self._countdown)
        self.add_note(
            self.tr(
                "Time to get to your place. Sets, reps and tempo are set where you choose "
                "an exercise."
            )
        )
        self._countdown.valueChanged.connect(lambda s: keeper.change(prepare_s=float(s)))
        self.show_settings()

    def show_settings(self) -> None:
        """Show what is set."""
        seconds = round(self._keeper.value.prepare_s)
        if self._countdown.value() != seconds:
            self._countdown.blockSignals(True)
            self._countdown.setValue(seconds)
            self._countdown.blockSignals(False)
