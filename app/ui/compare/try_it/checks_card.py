"""The form checks of the pose being tried, and the one sentence that helps."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.body.form import Check, Pattern
from app.movement.advice import SHOWN
from app.movement.tryout import Tryout
from app.ui.accessibility import label, named
from app.ui.compare.try_it.try_it_texts import advice_text, check_text, verdict_text
from app.ui.compare.try_it.verdict_mark import marked_rows
from app.ui.layouts import STRETCH, arrange
from app.ui.theme import Appearance

#: Room kept for the sentence, so that the rows stay where they are, lines.
_LINES = 3


class ChecksCard(QFrame):
    """Shows each check with its mark and its verdict in words."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._sentence = label("", "heading", wrap=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._sentence.ensurePolished()
        spacing = self._sentence.fontMetrics().lineSpacing()
        self._sentence.setMinimumHeight(_LINES * spacing + 2)
        grid, rows = marked_rows(appearance, len(SHOWN))
        self._rows = dict(zip(SHOWN, rows, strict=True))
        arrange(
            QVBoxLayout(self), self._sentence, grid, STRETCH, spacing=10, margins=(16, 12, 16, 14)
        )

    @property
    def sentence(self) -> str:
        """The sentence above the checks."""
        return self._sentence.text()

    def show_tryout(self, tryout: Tryout) -> None:
        """Show what the checks say about the pose."""
        for check, (mark, name, verdict) in self._rows.items():
            passed = tryout.verdicts[check]
            mark.show_state(passed)
            name.setText(check_text(check, passed, tryout.measures.pressure))
            verdict.setText(verdict_text(check, passed, tryout.goal.pattern))
            named(name, f"{name.text()}: {verdict.text()}")
        self._sentence.setText(self._sentence_for(tryout))

    def _sentence_for(self, tryout: Tryout) -> str:
        if tryout.mend is not None:
            return advice_text(tryout.mend)
        if all(tryout.verdicts[check] is not False for check in SHOWN) and any(
            tryout.verdicts[check] for check in (Check.SOFT_KNEES, Check.SHINS_VERTICAL)
        ):
            return self.tr("Nothing to fix.")
        if tryout.goal.pattern is Pattern.SQUAT:
            return self.tr("Drag the hips down. The checks follow as you go.")
        return self.tr("Drag the hips back. The checks follow as you go.")
