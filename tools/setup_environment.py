"""Make .venv match pyproject.toml and constraints.txt; do nothing if it already does.

Run from the project's folder by any Python of at least 3.11: python -m tools.setup_environment dev
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from app.system_libraries import find_manager, is_root
from tools import system_libraries

ROOT = Path(__file__).resolve().parent.parent
STAMP = "set-up.json"


class SetupError(Exception):
    """Why the environment could not be made, in one sentence."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What an environment was made from.

    Attributes:
        folder: the project's folder; an environment that was moved does not work.
        python: the Python's version and folder.
        pins: a digest of the requirements and constraints.
        extras: the optional dependencies in it.
    """

    folder: str
    python: str
    pins: str
    extras: tuple[str, ...]

    def covers(self, wanted: Stamp) -> bool:
        """Return whether nothing is left to do for `wanted`."""
        same = (self.folder, self.python, self.pins) == (wanted.folder, wanted.python, wanted.pins)
        return same and set(wanted.extras) <= set(self.extras)


def read_stamp(venv: Path) -> Stamp | None:
    """Return what `venv` was made from, or None if unknown."""
    try:
        values = json.loads((venv / STAMP).read_text(encoding="utf-8"))
        return Stamp(**{**values, "extras": tuple(values["extras"])})
    except (OSError, ValueError, TypeError, KeyError):
        return None


def python_identity() -> str:
    """Return the running Python's version (as far as packages care) and its folder."""
    return f"{sys.version_info.major}.{sys.version_info.minor} {sys.base_prefix}"


def pins_digest(root: Path) -> str:
    """Return a digest of the files that decide which packages are installed."""
    project = _read_project(root)
    asked = [project["dependencies"], project["optional-dependencies"]]
    constraints = (root / "constraints.txt").read_bytes()
    return hashlib.sha256(json.dumps(asked).encode() + constraints).hexdigest()


def requirements(root: Path, extras: Sequence[str]) -> list[str]:
    """Return the project's requirements with those of the extras.

    Raises:
        SetupError: there is no such extra.
    """
    project = _read_project(root)
    found: list[str] = list(project["dependencies"])
    for extra in extras:
        try:
            found += project["optional-dependencies"][extra]
        except KeyError:
            raise SetupError(f"pyproject.toml has no extra named {extra}.") from None
    return found


def _read_project(root: Path) -> dict[str, Any]:
    project: dict[str, Any] = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    return project


def venv_python(venv: Path) -> Path:
    """Return the environment's own Python."""
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def fits(venv: Path, stamp: Stamp | None, wanted: Stamp) -> bool:
    """Return whether `venv` works here with the wanted Python, whatever is installed in it."""
    if stamp is not None and (stamp.folder, stamp.python) != (wanted.folder, wanted.python):
        return False
    probe = "import sys, pip; print(f'{sys.version_info.major}.{sys.version_info.minor}', end=' ')"
    try:
        answer = subprocess.run(
            [venv_python(venv), "-c", probe + "; print(sys.base_prefix)"],
            capture_output=True,
            text=True,
            check=False,
        )
    except OSError:
        return False
    return answer.returncode == 0 and answer.stdout.strip() == wanted.python


def make_venv(venv: Path) -> None:
    """Make `venv` afresh with the running Python.

    Raises:
        SetupError: this Python cannot make environments, or failed to.
    """
    if importlib.util.find_spec("ensurepip") is None:
        # Debian and Ubuntu keep this part of Python in a package of its own.
        package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        if find_manager() != "apt" or not is_root():
            raise SetupError(
                "This Python cannot make virtual environments; on Debian and Ubuntu: "
                f"sudo apt-get install {package}"
            )
        print(f"Installing what Python needs of the system: {package}", flush=True)
        if error := system_libraries.install_packages([package]):
            raise SetupError(f"Installing {package} failed: {error}")
    # In an activated environment, the Python it was made with, as this one may be about to go.
    python = getattr(sys, "_base_executable", None) or sys.executable
    if subprocess.run([python, "-m", "venv", "--clear", venv], check=False).returncode:
        raise SetupError(f"{python} could not make {venv}.")


def install(root: Path, venv: Path, extras: Sequence[str]) -> None:
    """Install the pinned requirements into `venv`.

    Raises:
        SetupError: pip failed; it has said why.
    """
    command = [
        *(str(venv_python(venv)), "-m", "pip", "install", "--quiet", "--no-input"),
        *("--disable-pip-version-check", "--constraint", str(root / "constraints.txt")),
        *requirements(root, extras),
    ]
    if subprocess.run(command, stdin=subprocess.DEVNULL, check=False).returncode:
        raise SetupError("pip could not install the dependencies; its last lines say why.")


def set_up(root: Path, extras: Sequence[str]) -> None:
    """Bring the environment up to date.

    Raises:
        SetupError: that is not possible; it says why in one sentence.
    """
    venv = root / ".venv"
    stamp = read_stamp(venv)
    wanted = Stamp(str(root), python_identity(), pins_digest(root), tuple(sorted(extras)))
    done = stamp is not None and stamp.covers(wanted) and venv_python(venv).exists()
    if not done:
        version = ".".join(map(str, sys.version_info[:3]))
        print(f"Setting up .venv with Python {version} (the first time this takes a minute or two)")
        sys.stdout.flush()
        if not fits(venv, stamp, wanted):
            make_venv(venv)
            stamp = None
        if stamp is not None and stamp.pins == wanted.pins:
            both = tuple(sorted({*wanted.extras, *stamp.extras}))
            wanted = Stamp(wanted.folder, wanted.python, wanted.pins, both)
        # Removed while pip is at work, so that an interrupted set-up is repeated, not trusted.
        (venv / STAMP).unlink(missing_ok=True)
        install(root, venv, wanted.extras)
        (venv / STAMP).write_text(json.dumps(asdict(wanted), indent=1), encoding="utf-8")
    system_libraries.ensure(install=not done)


def main(arguments: Sequence[str]) -> int:
    """Set up with the extras named; return the exit code."""
    try:
        set_up(ROOT, arguments)
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
