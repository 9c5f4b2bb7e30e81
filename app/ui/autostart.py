"""Start with the system: what each system reads to know of it, which is the only memory of it."""

from __future__ import annotations

import os
import plistlib
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSettings

from app.errors import UserError
from app.files import reason, write_whole

_NAME = "hip-hinge-trainer"
_RUN = "HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Run"
_DESKTOP = """[Desktop Entry]
Type=Application
Name=Hip Hinge Trainer
Exec={command}
X-GNOME-Autostart-enabled=true
"""


class Autostart:
    """Whether the program starts with the system, into the tray.

    Args:
        command: what is started.
        platform: as `sys.platform`.
        home: the user's folder.
        registry: where Windows keeps it.
    """

    def __init__(
        self,
        command: Sequence[str],
        platform: str = sys.platform,
        home: Path | None = None,
        registry: QSettings | None = None,
    ) -> None:
        self._command = command
        self._registry = registry
        if platform == "win32":
            self._registry = registry or QSettings(_RUN, QSettings.Format.NativeFormat)
        self._file = _file(platform, home)

    @property
    def is_on(self) -> bool:
        """Whether it does."""
        if self._registry is not None:
            return bool(self._registry.contains(_NAME))
        return self._file.is_file()

    def set_on(self, on: bool) -> None:
        """Have it start with the system, or not.

        Raises:
            UserError: the system's file cannot be written or deleted.
        """
        if self._registry is not None:
            self._write_registry(self._registry, on)
        elif on:
            write_whole(self._file, self._content())
        else:
            try:
                self._file.unlink(missing_ok=True)
            except OSError as error:
                raise UserError(
                    "files.not-removed", file=self._file, reason=reason(error)
                ) from error

    def _write_registry(self, registry: QSettings, on: bool) -> None:
        if on:
            registry.setValue(_NAME, " ".join(f'"{part}"' for part in self._command))
        else:
            registry.remove(_NAME)
        registry.sync()

    def _content(self) -> bytes:
        if self._file.suffix == ".plist":
            return plistlib.dumps(
                {
                    "Label": _NAME,
                    "ProgramArguments": list(self._command),
                    "RunAtLoad": True,
                    "ProcessType": "Interactive",
                }
            )
        return _DESKTOP.format(command=" ".join(map(_quoted, self._command))).encode()


def start_command(data_dir: Path | None) -> list[str]:
    """Return what starts this program as it was started, into the tray."""
    own = [sys.executable]
    if not getattr(sys, "frozen", False):
        main = Path(sys.argv[0]).absolute()
        own = [sys.executable, str(main)] if main.name == "main.py" else [str(main)]
    given = ["--data-dir", str(data_dir.expanduser().absolute())] if data_dir else []
    return [*own, *given, "--in-tray"]


def _file(platform: str, home: Path | None) -> Path:
    own = home or Path.home()
    if platform == "darwin":
        return own / "Library" / "LaunchAgents" / f"{_NAME}.plist"
    configured = os.environ.get("XDG_CONFIG_HOME", "") if home is None else ""
    return Path(configured or own / ".config") / "autostart" / f"{_NAME}.desktop"


def _quoted(part: str) -> str:
    """Return an argument as a desktop entry has it.

    https://specifications.freedesktop.org/desktop-entry-spec/latest/exec-variables.html
    """
    escaped = part.replace("%", "%%")
    for sign in '\\"`$':
        escaped = escaped.replace(sign, f"\\{sign}")
    # The file itself escapes backslashes once more.
    return '"' + escaped.replace("\\", "\\\\") + '"'
