"""The settings while the program runs: read by all, changed in one place, saved at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec

from app.errors import UserError
from app.files import Notice
from app.listeners import Listeners
from app.settings.file import Changes, fields_of, find_changes, merge_settings, read_settings
from app.settings.model import (
    ExerciseSettings,
    MachineSettings,
    PersonSettings,
    SettingsChange,
    SettingsValues,
)


def _local_now() -> datetime:
    return datetime.now(tz=UTC).astimezone()


class Settings:
    """Holds the settings and merges each change into its file.

    What another instance of the program has written there meanwhile is kept and taken over. What
    could not be written is written with the next change.

    Attributes:
        values: the settings in use.
        changed: told of each change, one taken over from the file included.
        problems: told what the user should hear about saving.
        notices: what the user should hear about opening.
    """

    def __init__(
        self, machine: Path, person: Path, now: Callable[[], datetime] = _local_now
    ) -> None:
        """Read the settings.

        Args:
            machine: the file with the settings of the computer.
            person: the file with those of the person; it may be the same.
            now: the wall clock, with its zone.
        """
        self.values = SettingsValues()
        self.changed = Listeners[SettingsChange]()
        self.problems = Listeners[Notice | UserError]()
        self._now = now
        self._files: dict[Path, dict[str, Any]] = {}
        for path, kind in ((machine, MachineSettings), (person, PersonSettings)):
            self._files.setdefault(path, {}).update(fields_of(kind))
        self._unsaved: dict[Path, Changes] = {path: {} for path in self._files}
        self.notices: list[Notice] = []
        for path, fields in self._files.items():
            data, notice = read_settings(path, fields, now())
            self._adopt(path, data)
            if notice is not None:
                self.notices.append(notice)
        self._told = list(self.notices)

    @property
    def machine(self) -> MachineSettings:
        """How the window looks and speaks on this computer."""
        return self.values.machine

    @property
    def person(self) -> PersonSettings:
        """The body, the exercises and the cues of the user."""
        return self.values.person

    def change(self, **fields: object) -> None:
        """Change some fields, of the machine's settings or the person's, and save them."""
        before, now = self.values, self.values.replace(**fields)
        if now == before:
            return
        self.values = now
        for path in self._files:
            in_use = self._of(path, now)
            self._unsaved[path] |= find_changes(self._of(path, before), in_use)
            if self._unsaved[path]:
                self._save(path, in_use)
        self.changed.tell(SettingsChange(before, self.values))

    def change_exercise(self, exercise_id: str, changed: ExerciseSettings) -> None:
        """Remember what the user changed in an exercise."""
        self.change(exercises=self.person.with_exercise(exercise_id, changed).exercises)

    def _save(self, path: Path, in_use: dict[str, Any]) -> None:
        fields, changes = self._files[path], self._unsaved[path]
        try:
            data, notice = merge_settings(path, fields, changes, in_use, self._now())
        except UserError as error:
            self.problems.tell(error)
            return
        changes.clear()
        self._adopt(path, data)
        if notice is not None and notice not in self._told:
            self._told.append(notice)
            self.problems.tell(notice)

    def _of(self, path: Path, values: SettingsValues) -> dict[str, Any]:
        """Return the settings that belong in a file and differ from the defaults."""
        data = msgspec.to_builtins(values.machine) | msgspec.to_builtins(values.person)
        return {name: value for name, value in data.items() if name in self._files[path]}

    def _adopt(self, path: Path, data: dict[str, Any]) -> None:
        """Use what a file has; the settings of the other file stay."""
        default = SettingsValues()
        fields = {name: default.get(name) for name in self._files[path]}
        for kind in (MachineSettings, PersonSettings):
            own = {name: data[name] for name in kind.__struct_fields__ if name in data}
            read = msgspec.convert(own, kind)
            fields |= {name: getattr(read, name) for name in own}
        self.values = self.values.replace(**fields)
