"""Reminders: at which times, on this computer or by the calendar of a phone."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import msgspec
from PySide6.QtCore import QLocale, QTime
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSystemTrayIcon, QWidget

from app.errors import UserError
from app.locations import find_locations
from app.messages.message import Message
from app.records.model import local_now
from app.ui.accessibility import announce, button, label
from app.ui.autostart import Autostart, start_command
from app.ui.file_dialogs import FileDialogs, FileKind, Purpose
from app.ui.keeper import SettingsKeeper
from app.ui.layouts import STRETCH, arrange
from app.ui.messages import say, say_all, translate
from app.ui.plan_section import first_weekday
from app.ui.section import ChoiceBox, Section, quietly
from app.workspace import Workspace

_STEP_MIN = 15


class ReminderSection(Section):
    """The times, and what happens at them.

    Args:
        keeper: has the times.
        files: asks where the calendar file goes.
        autostart: starts the program with the system.
        save: saves the calendar file; it may raise a UserError.
    """

    def __init__(
        self,
        keeper: SettingsKeeper,
        files: FileDialogs,
        autostart: Autostart,
        save: Callable[[Path], None],
    ) -> None:
        super().__init__()
        self._keeper, self._files, self._autostart, self._save = keeper, files, autostart, save
        self.set_title(self.tr("Reminders"))
        self._times = {
            field: ChoiceBox(_times(), partial(self._set_time, field))
            for field in ("session_at", "morning_at", "evening_at")
        }
        self.add_row(self.tr("Session"), self._times["session_at"])
        self.add_row(self.tr("Morning hinges"), self._times["morning_at"])
        self.add_row(self.tr("Evening wall touches"), self._times["evening_at"])
        self._on = QCheckBox(self.tr("Remind me while the program runs"))
        self._starts = QCheckBox(self.tr("Start with the computer, in the tray"))
        self._stays = QCheckBox(self.tr("Stay in the tray when I close the window"))
        self.add_row(self.tr("On this computer"), self._on)
        for box in (self._on, self._starts, self._stays):
            box.setAccessibleName(box.text())
        self.add_beside(self._starts)
        self.add_beside(self._stays)
        self._no_tray = self.add_note(
            self.tr(
                "This desktop has no tray. You are reminded while the window is open, and closing "
                "it ends the program."
            )
        )
        export = button(self.tr("Save calendar file…"))
        row = QWidget()
        arrange(QHBoxLayout(row), export, STRETCH, margins=0)
        self.add_row(self.tr("On your phone"), row, wide=True)
        export.setAccessibleName(self.tr("Save calendar file…"))
        self.add_note(
            self.tr(
                "Open the file on your phone: its calendar reminds you until the course ends. "
                "Save it again after a change, and it replaces what is there."
            )
        )
        self._told = label("", "body", wrap=True)
        self._told.hide()
        self.add_wide(self._told)
        self._on.toggled.connect(lambda on: keeper.change(reminders=on))
        self._stays.toggled.connect(lambda on: keeper.change(close_to_tray=on))
        self._starts.toggled.connect(self._start_with_system)
        export.clicked.connect(self._export)
        self.show_settings()

    def showEvent(self, event: QShowEvent) -> None:
        """Look whether there is a tray, and whether the system starts the program."""
        super().showEvent(event)
        self._look()

    def show_settings(self) -> None:
        """Show what is set."""
        plan = self._keeper.person.plan
        for field, box in self._times.items():
            at: str = getattr(plan, field)
            if box.findData(at) < 0:  # written by hand, between the quarters
                box.addItem(_shown(at), at)
            box.show_value(at)
        _check(self._on, self._keeper.person.reminders)
        _check(self._stays, self._keeper.machine.close_to_tray)

    def _look(self) -> None:
        there = QSystemTrayIcon.isSystemTrayAvailable()
        self._no_tray.setVisible(not there)
        self._stays.setEnabled(there or self._stays.isChecked())
        _check(self._starts, self._autostart.is_on)

    def _set_time(self, field: str, at: str) -> None:
        plan = msgspec.structs.replace(self._keeper.person.plan, **{field: at})
        self._keeper.change(plan=plan)

    def _start_with_system(self, on: bool) -> None:
        try:
            self._autostart.set_on(on)
        except UserError as error:
            self._tell(say_all(error))
        self._look()

    def _export(self) -> None:
        kind = FileKind(self.tr("Calendar"), "ics")
        title = self.tr("Save calendar file")
        file = self._files.save(
            self.window(), Purpose.CALENDAR, title, f"hip-hinge.{kind.ending}", kind
        )
        if file is None:
            return
        try:
            self._save(file)
        except UserError as error:
            self._tell(say_all(error))
        else:
            self._tell(say(Message("programme.calendar-saved", file=file)))

    def _tell(self, text: str) -> None:
        self._told.setText(text)
        self._told.setVisible(bool(text))
        announce(self, text)


def make_reminders(data: Workspace, keeper: SettingsKeeper) -> ReminderSection:
    """Return the card for a person's data."""

    def save(file: Path) -> None:
        from app.programme.calendar_saving import save_calendar

        save_calendar(file, data.planner(first_weekday()), data.settings, local_now(), say)

    own = data.locations.data
    usual = find_locations().data == own
    autostart = Autostart(start_command(None if usual else own))
    return ReminderSection(keeper, FileDialogs(keeper), autostart, save)


def _times() -> dict[str, str]:
    """Return every quarter of a day, by its value in the settings, and none."""
    quarters = (f"{at // 60:02}:{at % 60:02}" for at in range(0, 24 * 60, _STEP_MIN))
    return {"": translate("Plan", "Not chosen"), **{at: _shown(at) for at in quarters}}


def _shown(at: str) -> str:
    """Return a time of the day as it is written here."""
    time = QTime.fromString(at, "HH:mm")
    return QLocale().toString(time, QLocale.FormatType.ShortFormat)


def _check(box: QCheckBox, on: bool) -> None:
    if box.isChecked() != on:
        quietly(box, lambda: box.setChecked(on))
