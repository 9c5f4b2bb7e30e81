"""The Settings page: each change is saved at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMessageBox

from app import __version__
from app.lessons.people import Person
from app.library import languages
from app.locations import Locations
from app.records.records import Records
from app.settings.model import MachineSettings, PersonSettings, SettingsValues
from app.ui.accessibility import button, label, named
from app.ui.awake import ScreenAwake
from app.ui.file_dialogs import FileDialogs
from app.ui.keeper import SettingsKeeper
from app.ui.layouts import STRETCH, arrange
from app.ui.plan_section import PlanSection
from app.ui.scroll_column import ScrollColumn
from app.ui.settings.body import BodySection
from app.ui.settings.data import DataSection
from app.ui.settings.display import AppearanceSection, KeysSection, UnitsSection
from app.ui.settings.practice import PracticeSection
from app.ui.settings.reminders import ReminderSection
from app.ui.settings.sound import SoundSection
from app.ui.settings.voice import VoiceSection
from app.ui.sound.voice import VoiceBox

#: No choice of the user's.
_KEPT = {"window", "maximised", "calendar_id", "calendar_version"}


class SettingsPage(ScrollColumn):
    """Shows and changes the settings, a card for each kind.

    Signals:
        questions_requested: the user wants to answer the safety questions again.
        about_requested: the user wants to know about the program.
    """

    questions_requested = Signal()
    about_requested = Signal()

    def __init__(
        self,
        keeper: SettingsKeeper,
        locations: Locations,
        records: Records,
        awake: ScreenAwake | None = None,
        voice: VoiceBox | None = None,
        people: Sequence[Person] = (),
        reminders: ReminderSection | None = None,
    ) -> None:
        super().__init__("")
        named(self, self.tr("Settings"))
        self._keeper = keeper
        practice = PracticeSection(keeper, records, awake)
        practice.questions_requested.connect(self.questions_requested)
        self._sections = (
            AppearanceSection(keeper, people),
            KeysSection(keeper),
            UnitsSection(keeper, languages(locations)),
            SoundSection(keeper, locations.sounds),
            VoiceSection(keeper, voice or VoiceBox()),
            practice,
            PlanSection(keeper),
            *((reminders,) if reminders else ()),
            BodySection(keeper),
        )
        reset = button(self.tr("Reset all settings"))
        reset.clicked.connect(self._ask_to_reset)
        about = self.tr("Hip Hinge Trainer {version}. Not medical advice; stop if it hurts.")
        said = label(about.format(version=__version__), "muted", wrap=True)
        more = button(self.tr("About"))
        more.clicked.connect(self.about_requested)
        at_top = ((one, 0, Qt.AlignmentFlag.AlignTop) for one in (more, reset))
        foot = arrange(QHBoxLayout(), (said, 1), *at_top, spacing=16)
        title = label(self.tr("Settings"), "title")
        data = DataSection(locations, records, FileDialogs(keeper))
        arrange(self.column, title, *self._sections, data, foot, STRETCH)
        keeper.changed.connect(self._show_settings)

    def _show_settings(self) -> None:
        for section in self._sections:
            section.show_settings()

    def _ask_to_reset(self) -> None:
        box = QMessageBox(self.window())
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(self.tr("Reset all settings"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self.tr("Reset all settings to their defaults?"))
        box.setInformativeText(
            self.tr(
                "The sets, tempo and rests you changed are reset, too. Your records, lessons and "
                "own exercises stay."
            )
        )
        reset = box.addButton(self.tr("Reset"), QMessageBox.ButtonRole.AcceptRole)
        keep = box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        reset.clicked.connect(self._reset)
        box.open()

    def _reset(self) -> None:
        """Reset everything but the place of the window, and what calendars know events by."""
        usual = SettingsValues()
        names = {*MachineSettings.__struct_fields__, *PersonSettings.__struct_fields__}
        self._keeper.change(**{name: usual.get(name) for name in names - _KEPT})
