"""What else can be done, under the list: a new exercise, one from a file, the safety questions."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.accessibility import announce, button, label
from app.ui.layouts import arrange


class ListTools(QWidget):
    """The buttons, and a line on what was just done that can be undone.

    Signals:
        new_requested, import_requested, undo_requested, questions_requested: the user wants to.
    """

    new_requested = Signal()
    import_requested = Signal()
    undo_requested = Signal()
    questions_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._told = label("", "", wrap=True)
        self._undo = button(self.tr("Undo"))
        self._new = button(self.tr("New"), tip=self.tr("Make an exercise of your own"))
        self._new.setAccessibleName(self.tr("New exercise"))
        self._import = button(self.tr("Import…"), tip=self.tr("Import an exercise from a file"))
        questions = button(self.tr("Safety questions"))
        pair = arrange(QHBoxLayout(), (self._new, 1), (self._import, 1), spacing=8)
        arrange(QVBoxLayout(self), self._told, self._undo, pair, questions, spacing=8, margins=0)
        self._new.clicked.connect(self.new_requested)
        self._import.clicked.connect(self.import_requested)
        self._undo.clicked.connect(self.undo_requested)
        questions.clicked.connect(self.questions_requested)
        self.tell("")

    def show_own(self, wanted: bool) -> None:
        """Offer to make exercises, or not."""
        for widget in (self._new, self._import):
            widget.setVisible(wanted)

    def tell(self, text: str, *, can_undo: bool = False) -> None:
        """Say what was just done; nothing takes the line away."""
        self._told.setText(text)
        announce(self, text)
        self._told.setVisible(bool(text))
        self._undo.setVisible(can_undo)
        if text:
            QTimer.singleShot(0, self, self._bring_into_view)  # once it has its room

    def _bring_into_view(self) -> None:
        """Scroll to the line; another start may ask for a file while the page shows its top."""
        around = self.parentWidget()
        while around is not None:
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(self._told)
            around = around.parentWidget()
