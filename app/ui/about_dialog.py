"""About the program: what a fault report needs, to be copied, and the licences."""

from __future__ import annotations

from PySide6.QtCore import QSize, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app import __version__
from app.ui.about import about_text, licence_texts
from app.ui.accessibility import announce, button, label, named
from app.ui.devices import Devices
from app.ui.keeper import SettingsKeeper
from app.ui.layouts import arrange
from app.ui.segmented_control import SegmentedControl
from app.ui.sound.tone_player import TonePlayer
from app.ui.theme import with_text
from app.workspace import Workspace

_WIDTH, _HEIGHT = 720, 560
_OF_SCREEN, _MARGIN = 0.9, 10


class AboutDialog(QDialog):
    """Shows details and licences; details can be copied as they are shown."""

    def __init__(
        self, workspace: Workspace, keeper: SettingsKeeper, devices: Devices, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._workspace, self._keeper, self._devices = workspace, keeper, devices
        self._tones: TonePlayer | None = None
        self._voice, self._sound = self.tr("not known yet"), self.tr("not known yet")
        self.setWindowTitle(self.tr("About"))
        title = label(self.tr("Hip Hinge Trainer"), "title")
        version = self.tr("Version {version}. Free software under the MIT licence.")
        advice = self.tr("Not medical advice; stop if it hurts.")
        stays = self.tr("Everything stays on this computer; nothing is sent anywhere.")
        self._choice = SegmentedControl(
            self.tr("What to show"), [self.tr("Details"), self.tr("Licences")]
        )
        self.details, self._licences = _text(self.tr("Details")), _text(self.tr("Licences"))
        self._stack = QStackedWidget()
        for shown in (self.details, self._licences):
            self._stack.addWidget(shown)
        self._copy = button(self.tr("Copy details"))
        folder = button(self.tr("Open data folder"))
        close = button(self.tr("Close"), "primary")
        close.setDefault(True)
        self._said = label("", "muted", wrap=True)
        row = arrange(
            QHBoxLayout(), self._copy, folder, (self._said, 1), close, spacing=8, margins=0
        )
        arrange(
            QVBoxLayout(self),
            title,
            label(version.format(version=__version__), wrap=True),
            label(f"{advice} {stays}", "muted", wrap=True),
            self._choice,
            (self._stack, 1),
            row,
            spacing=12,
            margins=24,
        )
        self._choice.chosen.connect(self._show_part)
        self._copy.clicked.connect(self._copy_details)
        folder.clicked.connect(self._open_folder)
        close.clicked.connect(self.accept)
        self.finished.connect(self._let_go)
        devices.voice_box.changed.connect(self._show_voice)
        close.setFocus()
        wanted = QSize(with_text(_WIDTH), with_text(_HEIGHT))
        self.resize(wanted.boundedTo(parent.screen().availableGeometry().size() * _OF_SCREEN))
        self._show_details()
        QTimer.singleShot(0, self, self._find_sound)  # once the rest is shown

    def _show_details(self) -> None:
        data = self._workspace
        text = about_text(data.language, self._sound, self._voice, data.locations.data)
        if text != self.details.toPlainText():
            self.details.setPlainText(text)

    def _show_part(self, index: int) -> None:
        if index and not self._licences.toPlainText():
            checkout = self._workspace.locations.resources.parent
            self._licences.setPlainText(licence_texts(checkout))
        self._stack.setCurrentIndex(index)

    def _find_sound(self) -> None:
        settings, sounds = self._keeper.person, self._workspace.locations.sounds
        self._tones = self._devices.open_tones(sounds, settings.volume, settings.sound)
        self._tones.notify(self._show_sound)
        self._show_sound()
        self._show_voice()

    def _show_sound(self) -> None:
        if self._tones is not None and not self._tones.is_opening:
            self._sound = self._tones.reason
            self._let_go()
            self._show_details()

    def _let_go(self) -> None:
        if self._tones is not None:
            self._tones.close()
            self._tones = None

    def _show_voice(self) -> None:
        self._voice = self._devices.voice_box.open().reason
        self._show_details()

    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())
        self._tell(self.tr("Copied."))

    def _open_folder(self) -> None:
        folder = str(self._workspace.locations.data)
        opened = QDesktopServices.openUrl(QUrl.fromLocalFile(folder))
        self._tell("" if opened else self.tr("The folder could not be opened."))

    def _tell(self, text: str) -> None:
        self._said.setText(text)
        announce(self, text)


def _text(name: str) -> QPlainTextEdit:
    """Return a text that is read, selected and copied, by keyboard too."""
    made = QPlainTextEdit()
    made.setProperty("look", "text")
    made.setReadOnly(True)
    made.setTabChangesFocus(True)
    made.document().setDocumentMargin(_MARGIN)
    named(made, name)
    return made
