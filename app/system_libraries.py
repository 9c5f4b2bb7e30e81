"""Say in one line which system libraries Qt lacks here, and how to install them.

PySide6 brings Qt along, but not what Qt itself stands on: the window system, OpenGL, fonts, sound.
"""

from __future__ import annotations

import ctypes
import os
import re
import shutil
import sys
from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from app.messages.message import Message


class Need(StrEnum):
    """What does not work without the library."""

    QT = "Qt itself"
    WINDOW = "the window"
    SOUND = "sound and MP4"
    TEXT = "text"


class SharedLibrary(NamedTuple):
    """A shared library (or `FONT`) and the package that holds it, by package manager."""

    name: str
    purpose: Need
    apt: str
    dnf: str
    pacman: str


FONT = "a font"
_FILE = re.compile(r"\.so\b")

#: What ldd finds under PySide6's widgets and multimedia, its xcb, wayland and offscreen platforms
#: and its FFmpeg plugin, less what every system has.
LIBRARIES = (
    SharedLibrary("libEGL.so.1", Need.QT, "libegl1", "libglvnd-egl", "libglvnd"),
    SharedLibrary("libGL.so.1", Need.QT, "libgl1", "libglvnd-glx", "libglvnd"),
    SharedLibrary("libxkbcommon.so.0", Need.QT, "libxkbcommon0", "libxkbcommon", "libxkbcommon"),
    SharedLibrary("libfontconfig.so.1", Need.QT, "libfontconfig1", "fontconfig", "fontconfig"),
    SharedLibrary("libfreetype.so.6", Need.QT, "libfreetype6", "freetype", "freetype2"),
    SharedLibrary("libdbus-1.so.3", Need.QT, "libdbus-1-3", "dbus-libs", "dbus"),
    SharedLibrary("libglib-2.0.so.0", Need.QT, "libglib2.0-0", "glib2", "glib2"),
    SharedLibrary("libX11.so.6", Need.QT, "libx11-6", "libX11", "libx11"),
    SharedLibrary("libX11-xcb.so.1", Need.WINDOW, "libx11-xcb1", "libX11-xcb", "libx11"),
    SharedLibrary(
        "libxkbcommon-x11.so.0",
        Need.WINDOW,
        "libxkbcommon-x11-0",
        "libxkbcommon-x11",
        "libxkbcommon-x11",
    ),
    SharedLibrary(
        "libxcb-cursor.so.0", Need.WINDOW, "libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor"
    ),
    SharedLibrary("libxcb-icccm.so.4", Need.WINDOW, "libxcb-icccm4", "xcb-util-wm", "xcb-util-wm"),
    SharedLibrary(
        "libxcb-image.so.0", Need.WINDOW, "libxcb-image0", "xcb-util-image", "xcb-util-image"
    ),
    SharedLibrary(
        "libxcb-keysyms.so.1",
        Need.WINDOW,
        "libxcb-keysyms1",
        "xcb-util-keysyms",
        "xcb-util-keysyms",
    ),
    SharedLibrary(
        "libxcb-render-util.so.0",
        Need.WINDOW,
        "libxcb-render-util0",
        "xcb-util-renderutil",
        "xcb-util-renderutil",
    ),
    SharedLibrary("libxcb-util.so.1", Need.WINDOW, "libxcb-util1", "xcb-util", "xcb-util"),
    SharedLibrary("libxcb-glx.so.0", Need.WINDOW, "libxcb-glx0", "libxcb", "libxcb"),
    SharedLibrary("libxcb-randr.so.0", Need.WINDOW, "libxcb-randr0", "libxcb", "libxcb"),
    SharedLibrary("libxcb-render.so.0", Need.WINDOW, "libxcb-render0", "libxcb", "libxcb"),
    SharedLibrary("libxcb-shape.so.0", Need.WINDOW, "libxcb-shape0", "libxcb", "libxcb"),
    SharedLibrary("libxcb-shm.so.0", Need.WINDOW, "libxcb-shm0", "libxcb", "libxcb"),
    SharedLibrary("libxcb-sync.so.1", Need.WINDOW, "libxcb-sync1", "libxcb", "libxcb"),
    SharedLibrary("libxcb-xfixes.so.0", Need.WINDOW, "libxcb-xfixes0", "libxcb", "libxcb"),
    SharedLibrary("libxcb-xkb.so.1", Need.WINDOW, "libxcb-xkb1", "libxcb", "libxcb"),
    SharedLibrary(
        "libwayland-client.so.0",
        Need.WINDOW,
        "libwayland-client0",
        "libwayland-client",
        "wayland",
    ),
    SharedLibrary(
        "libwayland-cursor.so.0",
        Need.WINDOW,
        "libwayland-cursor0",
        "libwayland-cursor",
        "wayland",
    ),
    SharedLibrary(
        "libwayland-egl.so.1", Need.WINDOW, "libwayland-egl1", "libwayland-egl", "wayland"
    ),
    SharedLibrary("libpulse.so.0", Need.SOUND, "libpulse0", "pulseaudio-libs", "libpulse"),
    SharedLibrary("libgssapi_krb5.so.2", Need.SOUND, "libgssapi-krb5-2", "krb5-libs", "krb5"),
    SharedLibrary("libXext.so.6", Need.SOUND, "libxext6", "libXext", "libxext"),
    SharedLibrary("libXrandr.so.2", Need.SOUND, "libxrandr2", "libXrandr", "libxrandr"),
    SharedLibrary(FONT, Need.TEXT, "fonts-dejavu-core", "dejavu-sans-fonts", "ttf-dejavu"),
)

FONT_FOLDERS = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path(os.environ.get("HOME", "/"), ".local/share/fonts"),
    Path(os.environ.get("HOME", "/"), ".fonts"),
)


def is_there(library: SharedLibrary) -> bool:
    """Tell whether the dynamic loader finds the library (or any font is installed)."""
    if library.name == FONT:
        return any(
            file.suffix.lower() in {".ttf", ".otf", ".ttc", ".pfb"}
            for folder in FONT_FOLDERS
            for file in folder.rglob("*")
        )
    try:
        ctypes.CDLL(library.name)
    except OSError:
        return False
    return True


def find_missing(present: Callable[[SharedLibrary], bool] = is_there) -> list[SharedLibrary]:
    """Return the libraries this machine lacks; none on macOS and Windows, where Qt needs none."""
    if not sys.platform.startswith("linux"):
        return []
    return [library for library in LIBRARIES if not present(library)]


def find_manager() -> str | None:
    """Return the package manager found here: "apt", "dnf", "pacman" or None."""
    programs = {"apt-get": "apt", "dnf": "dnf", "pacman": "pacman"}
    return next((name for program, name in programs.items() if shutil.which(program)), None)


def describe(missing: Sequence[SharedLibrary], manager: str | None, root: bool) -> Message:
    """Return the one line that says what is missing, what for, and how to install it."""
    by_purpose = "; ".join(
        f"{', '.join(library.name for library in missing if library.purpose is purpose)}"
        f" (for {purpose})"
        for purpose in Need
        if any(library.purpose is purpose for library in missing)
    )
    return Message("commands.missing", what=by_purpose, advice=_advice(missing, manager, root))


def _advice(missing: Sequence[SharedLibrary], manager: str | None, root: bool) -> Message:
    commands = {"apt": "apt-get install", "dnf": "dnf install", "pacman": "pacman -S"}
    if manager is None:
        return Message("commands.install-elsewhere", packages=packages_of(missing, "apt"))
    sudo = "" if root else "sudo "
    command = f"{sudo}{commands[manager]} {packages_of(missing, manager)}"
    return Message("commands.install", command=command)


def packages_of(missing: Sequence[SharedLibrary], manager: str) -> str:
    """Return the packages to name to a package manager."""
    names = (str(getattr(library, manager)) for library in missing)
    return " ".join(dict.fromkeys(names))


def is_root() -> bool:
    """Tell whether packages may be installed without asking anybody."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def why_not_loaded(error: ImportError) -> Message:
    """Say in one sentence what is missing where a part of the program could not be loaded."""
    if _FILE.search(str(error)) and (missing := find_missing()):
        told = describe(missing, find_manager(), is_root())
        return Message("commands.not-loaded", missing=told)
    return Message("commands.not-whole", error=str(error))
