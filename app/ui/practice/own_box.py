"""What a user can make of an exercise: change it, share it, have the original back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.practice.own import Origin
from app.ui.accessibility import button, label
from app.ui.layouts import arrange


class OwnBox(QWidget):
    """Says whose the exercise is, with the buttons that fit.

    Signals:
        edit_requested, export_requested, drop_requested: the user wants to; to drop is to go back
            to the original, or to delete what has none.
    """

    edit_requested = Signal()
    export_requested = Signal()
    drop_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._whose = label("", "strong", wrap=True)
        self._edit = button(self.tr("Edit"), tip=self.tr("Change sets, tempo, rests and words"))
        self._export = button(self.tr("Export…"), tip=self.tr("Save it as a file, to share it"))
        self._drop = button(self.tr("Delete"))
        pair = arrange(QHBoxLayout(), (self._edit, 1), (self._export, 1), spacing=8)
        arrange(QVBoxLayout(self), self._whose, pair, self._drop, spacing=8, margins=0)
        self._edit.clicked.connect(self.edit_requested)
        self._export.clicked.connect(self.export_requested)
        self._drop.clicked.connect(self.drop_requested)
        self.setFocusProxy(self._edit)

    def show_origin(self, origin: Origin) -> None:
        """Show what can be done with an exercise of this origin."""
        self._whose.setVisible(origin is not Origin.BUILT_IN)
        self._drop.setVisible(origin is not Origin.BUILT_IN)
        if origin is Origin.CHANGED:
            whose, drop = self.tr("Changed by you"), self.tr("Reset to the original")
        else:
            whose, drop = self.tr("Your own exercise"), self.tr("Delete")
        self._whose.setText(whose)
        self._drop.setText(drop)
        self._drop.setAccessibleName(drop)
