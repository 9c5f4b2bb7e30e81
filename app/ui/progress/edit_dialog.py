"""A small form over Progress that does not throw away what was typed into it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from app.ui.accessibility import button, label, named, tab_through
from app.ui.layouts import STRETCH, arrange
from app.ui.number_box import NumberBox, complaint
from app.ui.questions import ask

_Control = NumberBox | QComboBox | QCheckBox


class EditDialog(QDialog):
    """Saves, or is left as if nothing had been; it asks first where something was changed."""

    def __init__(self, parent: QWidget, title: str, heading: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._controls: list[_Control] = []
        self._before: list[object] = []
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(24)
        self._form.setVerticalSpacing(8)
        self._buttons = button(self.tr("Cancel")), button(self.tr("Save"), "primary")
        cancel, save = self._buttons
        save.setDefault(True)
        row = arrange(QHBoxLayout(), STRETCH, cancel, save, spacing=8)
        words = label(heading, "strong", wrap=True)
        words.setMinimumWidth(320)
        arrange(QVBoxLayout(self), words, self._form, row, spacing=16, margins=24)
        cancel.clicked.connect(self.reject)
        save.clicked.connect(self.accept)

    @property
    def has_changes(self) -> bool:
        """Whether anything is not as it was; what is half typed counts."""
        return [_state(control) for control in self._controls] != self._before

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the first field; the buttons come last."""
        super().showEvent(event)
        tab_through((*self._controls, *self._buttons))
        self._controls[0].setFocus(Qt.FocusReason.TabFocusReason)

    def reject(self) -> None:
        """Leave everything as it was; ask where something was changed."""
        if not self.has_changes or self._may_discard():
            super().reject()

    def accept(self) -> None:
        """Save, once every number is one."""
        refused = [one for one in self._controls if isinstance(one, NumberBox) and one.is_refused]
        if refused:
            refused[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().accept()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask the user who closes it, and nobody where the whole window goes."""
        if not event.spontaneous():
            self.done(QDialog.DialogCode.Rejected)
        super().closeEvent(event)

    def _add(self, caption: str, control: _Control) -> None:
        """Add a row; a box to tick says itself what it is."""
        named(control, caption)
        if isinstance(control, QCheckBox):
            control.setText(caption)
            self._form.addRow(control)
        else:
            text = label(caption)
            text.setBuddy(control)
            self._form.addRow(text, control)
            if isinstance(control, NumberBox):
                self._form.addRow(complaint(control))
        self._controls.append(control)
        self._before.append(_state(control))

    def _may_discard(self) -> bool:
        closes, stays = self.tr("Close anyway"), self.tr("Keep editing")
        return (
            ask(
                self,
                title=self.tr("Close without saving?"),
                text=self.tr("Your changes are not saved."),
                more=self.tr("If you close now, they will be lost."),
                answers=(closes, stays),
                safe=1,
            )
            == 0
        )


def _state(control: _Control) -> object:
    """Return what a control shows."""
    match control:
        case NumberBox():
            return control.lineEdit().text()
        case QComboBox():
            return control.currentIndex()
        case _:
            return control.isChecked()
