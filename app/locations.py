"""Where the program's own files and the user's data are: checkout, wheel or frozen."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

from app.errors import UserError

APP_DIRECTORY = "hip-hinge-trainer"


class Locations(NamedTuple):
    """The folders the program reads and the one it writes.

    Attributes:
        animations: one TOML file a movement.
        resources: lessons and all other content, icons, sounds, translations.
        data: the user's records and settings; made when first written to.
    """

    animations: Path
    resources: Path
    data: Path

    @property
    def exercises(self) -> Path:
        """The file of exercises."""
        return self.resources / "exercises.toml"

    @property
    def pictures(self) -> Path:
        """The file of teaching pictures."""
        return self.resources / "pictures.toml"

    @property
    def programme(self) -> Path:
        """The file of the six weeks and the homework."""
        return self.resources / "programme.toml"

    @property
    def pairs(self) -> Path:
        """The file of what Compare puts side by side."""
        return self.resources / "pairs.toml"

    @property
    def people(self) -> Path:
        """The file of the people the figure can be drawn as."""
        return self.resources / "people.toml"

    @property
    def answers(self) -> Path:
        """The file of what an answer after a session leads to."""
        return self.resources / "answers.toml"

    @property
    def sounds(self) -> Path:
        """The folder of tones."""
        return self.resources / "sounds"

    @property
    def icons(self) -> Path:
        """The folder of icons."""
        return self.resources / "icons"

    @property
    def records(self) -> Path:
        """The database of what was done."""
        return self.data / "records.sqlite3"

    @property
    def own_exercises(self) -> Path:
        """The folder of the user's own exercises, one file each."""
        return self.data / "exercises"

    @property
    def settings(self) -> Path:
        """The user's settings."""
        return self.data / "settings.toml"

    @property
    def still(self) -> Path:
        """The picture that the first page began with."""
        return self.data / "first-picture"

    @property
    def learn_still(self) -> Path:
        """The picture with which the Learn page begins, for a start that opens on it."""
        return self.data / "learn-picture"

    @property
    def reminders(self) -> Path:
        """What the user was reminded of already."""
        return self.data / "reminders.json"

    @property
    def news(self) -> Path:
        """What the user is still to be told; mostly there is none."""
        return self.data / "news.json"

    def translation(self, language: str) -> Path:
        """Return the file of the window's texts in a language."""
        return self.resources / "translations" / f"app_{language}.qm"

    def lessons(self, language: str = "en") -> Path:
        """Return the folder of lessons in a language."""
        return self.resources / "lessons" / language


def find_locations(data_dir: Path | None = None) -> Locations:
    """Find the program's files and the user's data folder (`data_dir` where one is given).

    Raises:
        UserError: the system does not know where the data folder is.
    """
    root = _content_root()
    try:
        data = data_dir.expanduser().absolute() if data_dir else _platform_data()
    except (RuntimeError, KeyError):  # no HOME and an unknown user; `~somebody` who is not there
        if data_dir:
            raise UserError("files.unknown-folder", folder=data_dir) from None
        raise UserError("files.unknown-home") from None
    return Locations(
        animations=root / "animations",
        resources=root / "resources",
        data=data,
    )


def _content_root() -> Path:
    if bundle := getattr(sys, "_MEIPASS", None):
        return Path(bundle)
    package = Path(__file__).resolve().parent
    installed = package / "_data"
    return installed if installed.is_dir() else package.parent


def _platform_data() -> Path:
    import platformdirs

    found = platformdirs.user_data_path(APP_DIRECTORY, appauthor=False, roaming=False)
    if not found.is_absolute():  # `~/.local/share`, where the system knows no ~
        raise KeyError(str(found))
    return found


def command() -> str:
    """Return how the program was started, to be named in advice."""
    if getattr(sys, "frozen", False):
        return Path(sys.executable).name
    return "python main.py" if Path(sys.argv[0]).name == "main.py" else APP_DIRECTORY
