"""The Share dialog: choose, see, save."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from app.errors import UserError
from app.picture.export import export, pages_of, paint_still
from app.ui.accessibility import announce, button, label, named, set_look, set_tip
from app.ui.layouts import STRETCH, arrange
from app.ui.messages import say_all
from app.ui.share.choice import ShareFormat
from app.ui.share.form import ShareForm
from app.ui.share.places import AskFile, offered_name
from app.ui.share.preview import SharePreview
from app.ui.share.subject import Subject
from app.ui.share.worker import Worker
from app.ui.theme import with_text

_FORM_WIDTH = 304


class ShareDialog(QDialog):
    """Saves what the stage showed; the window stays responsive in the meantime.

    Attributes:
        form: the controls.
        worker: the worker that writes the file.
    """

    def __init__(self, subject: Subject, ask: AskFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Save or share"))
        self._subject, self._ask = subject, ask
        self._file: Path | None = None
        self._no_printing = ""
        self.form = ShareForm(subject)
        self.worker = Worker(self)
        self._preview = SharePreview(subject.less_motion)
        self._said = label("", wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        named(self._bar, self.tr("Progress"))
        self._show_folder = button(self.tr("Show folder"))
        self._copy = button(self.tr("Copy"), tip=self.tr("Copy the picture, to paste it elsewhere"))
        self._print = button(self.tr("Print…"))
        self._save = button(self.tr("Save…"), "primary")
        self._cancel = button(self.tr("Cancel"))
        self._close = button(self.tr("Close"))
        self._lay_out()
        self._save.setDefault(True)
        self._save.clicked.connect(self.save)
        self._copy.clicked.connect(self.copy)
        self._print.clicked.connect(self.print)
        self._cancel.clicked.connect(self.cancel)
        self._close.clicked.connect(self.reject)
        self._show_folder.clicked.connect(self._open_folder)
        self.form.changed.connect(self._follow)
        self.worker.progressed.connect(self._show_progress)
        self.worker.finished.connect(self._tell_saved)
        self.worker.failed.connect(self._tell_failed)
        self._follow()
        self._show_busy(False)

    @property
    def said(self) -> str:
        """What the dialog tells the user."""
        return self._said.text()

    def save(self) -> None:
        """Ask where to save, and start writing."""
        choice = self.form.choice
        offered = offered_name(self._subject, choice)
        file = self._ask(self, offered, choice.form.kind)
        if file is None:
            return
        ending = f".{choice.form.kind.value}"
        if file.suffix.lower() != ending:
            self._tell_failed(self.tr("The name must end in {ending}.").format(ending=ending))
            return
        self._say("")
        self._bar.setRange(0, 0)
        self.worker.start(export(choice.export_of(self._subject), file), file)
        self._show_busy(True)

    def copy(self) -> None:
        """Copy the still to the clipboard."""
        try:
            image = paint_still(self.form.choice.export_of(self._subject))
        except UserError as error:
            self._tell_failed(say_all(error))
            return
        QGuiApplication.clipboard().setImage(image)
        self._say(self.tr("Copied."))

    def print(self) -> None:
        """Print the pages in the system's own dialog."""
        from app.ui.share.printing import print_pages

        try:
            printed = print_pages(pages_of(self.form.choice.export_of(self._subject)), self)
        except UserError as error:
            self._tell_failed(say_all(error))
            return
        if printed is None:
            return
        if printed.name:  # without a printer, system dialogs offer a file
            self._tell_saved(printed)
        else:
            self._say(self.tr("Sent to the printer."))

    def cancel(self) -> None:
        """Stop writing, leaving nothing of the file."""
        self.worker.cancel()
        self._show_busy(False)
        self._say(self.tr("Stopped. Nothing was saved."))

    def done(self, result: int) -> None:
        """Stop anything being written, and close."""
        self.worker.cancel()
        super().done(result)

    def _lay_out(self) -> None:
        self.form.setFixedWidth(with_text(_FORM_WIDTH))
        left = arrange(QVBoxLayout(), self.form, STRETCH, self._said, self._bar, spacing=16)
        body = arrange(QHBoxLayout(), left, (self._preview, 1), spacing=24)
        self._said.setFixedWidth(with_text(_FORM_WIDTH))
        self._said.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
        self._bar.setFixedWidth(with_text(_FORM_WIDTH))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._show_folder)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._copy)
        buttons.addWidget(self._print)
        buttons.addWidget(self._save)
        arrange(QVBoxLayout(self), (body, 1), buttons, spacing=24, margins=24)

    def _follow(self) -> None:
        choice = self.form.choice
        self._preview.show_export(choice.form, choice.export_of(self._subject))
        self._copy.setVisible(choice.form.still)
        self._print.setVisible(choice.form is ShareFormat.PAGE)
        self._show_folder.hide()
        self._allow(not self.form.is_refused)
        self._say("")
        if choice.form is ShareFormat.PAGE:
            self._allow_printing()

    def _allow(self, usable: bool) -> None:
        self._save.setEnabled(usable)
        self._copy.setEnabled(usable)
        self._print.setEnabled(usable and not self._no_printing)

    def _allow_printing(self) -> None:
        from app.ui.share.printing import why_no_printing

        self._no_printing = why_no_printing()
        self._print.setEnabled(not self._no_printing)
        set_tip(self._print, self._no_printing)
        if self._no_printing:
            self._say(self._no_printing)

    def _show_busy(self, busy: bool) -> None:
        self.form.setEnabled(not busy)
        self._bar.setVisible(busy)
        self._cancel.setVisible(busy)
        self._close.setVisible(not busy)
        self._allow(not busy)
        if busy:
            self._show_folder.hide()
            self._cancel.setFocus()

    def _show_progress(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _tell_saved(self, file: Path) -> None:
        self._file = file
        self._show_busy(False)
        self._say(self.tr("Saved as {file}.").format(file=file.name))
        self._show_folder.show()
        self._show_folder.setFocus()

    def _tell_failed(self, why: str) -> None:
        self._show_busy(False)
        self._say(why, "wrong")
        self._save.setFocus()

    def _open_folder(self) -> None:
        if self._file is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._file.parent)))

    def _say(self, text: str, look: str = "strong") -> None:
        set_look(self._said, look)
        self._said.setText(text)
        announce(self, text)
