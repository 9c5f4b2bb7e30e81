"""What is said where pain was noted: stop, and ask. Nothing here leads on to practice."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from app.ui.accessibility import announce, button, label
from app.ui.layouts import STRETCH, arrange
from app.ui.practice.centered_card import CenteredCard
from app.ui.undo_key import on_undo_key, with_undo_key


class PainView(CenteredCard):
    """Tells someone who noted pain to stop.

    Signals:
        lessons_requested: the user wants to read.
        taken_back: it was not pain: the wrong key, or the wrong button.
    """

    lessons_requested = Signal()
    taken_back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lessons = button(self.tr("Go to the lessons"))
        slip = button(with_undo_key(self.tr("Not pain after all")))
        self.column.addWidget(label(self.tr("Please stop here for today"), "title"))
        self._texts = (
            self.tr(
                "You reported pain. This is saved in your records. Practice is not meant to "
                "hurt: come up, rest, and leave it for today."
            ),
            self.tr(
                "Ask a healthcare provider before you practise again, and tell them what you "
                "were doing when it started. This program cannot tell what is causing the pain, "
                "and nothing in it is medical advice."
            ),
            self.tr(
                "If a leg becomes weak, you go numb between the legs, or you lose control of "
                "your bladder or bowels, get medical help at once."
            ),
        )
        for text in self._texts:
            self.column.addWidget(label(text, "body", wrap=True))
        self.column.addSpacing(8)
        self.column.addLayout(arrange(QHBoxLayout(), slip, STRETCH, self._lessons, spacing=8))
        self._lessons.clicked.connect(self.lessons_requested)
        slip.clicked.connect(self.taken_back)
        on_undo_key(self, self.taken_back.emit)

    def take_focus(self) -> None:
        """Put the focus on the way from here, and say why it is."""
        self._lessons.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, " ".join(self._texts))
