"""What a fault report needs to know, and the licences of what is shipped, as plain text."""

from __future__ import annotations

import re
from importlib import metadata
from pathlib import Path

from PySide6.QtCore import QLocale, QSysInfo, qVersion
from PySide6.QtGui import QGuiApplication

from app.crashes import LAST, versions
from app.files import read_regular_file

#: What the program stands on and is shipped with.
_SHIPPED = (
    "PySide6-Essentials", "PySide6-Addons", "shiboken6", "colorama", "icalendar", "jeepney",
    "msgspec", "numpy", "Pillow", "platformdirs", "pyqtgraph", "python-dateutil", "tomli-w",
    "typing_extensions", "tzdata", "wakepy",
)  # fmt: skip
_OURS = "hip-hinge-trainer"
_LICENCE_FILE = re.compile(r"dist-info/.*(LICEN[CS]E|COPYING|NOTICE)", re.IGNORECASE)
#: Qt's wheels bring no file of their own.
_QT = "Its text and Qt's source code: https://www.gnu.org/licenses/lgpl-3.0, https://download.qt.io"
_LONGEST = 60
#: How much of the log of a crash is shown, bytes: what comes first says what went wrong.
_MOST_OF_LOG = 8 * 1024


def about_text(language: str, sound: str, voice: str, folder: Path) -> str:
    """Return version, system, sound and voice, where the data is, and the last crash.

    Args:
        language: of the window.
        sound, voice: why there is none; empty where it can be heard.
        folder: of the user's data.
    """
    screens = ", ".join(
        f"{screen.size().width()}x{screen.size().height()} at {screen.devicePixelRatio():g}"
        for screen in QGuiApplication.screens()
    )
    kernel = f"{QSysInfo.kernelType()} {QSysInfo.kernelVersion()}"
    log = folder / LAST
    lines = [
        versions(),
        f"Qt {qVersion()}, {QGuiApplication.platformName()}, {kernel}",
        f"Screens: {screens or 'none'}",
        f"Language: {language}; system: {QLocale.system().name()}",
        f"Sound: {sound or 'works'}",
        f"Voice: {voice or 'works'}",
        f"Data: {folder}",
        f"Log of the last crash: {log if log.is_file() else 'none'}",
        *_crash(log),
        "",
        "Shipped with it:",
        *(f"{name} {version}: {licence}" for name, version, licence in licences()),
    ]
    return without_home("\n".join(lines))


def without_home(text: str) -> str:
    """Write ~ for the user's home folder: its name is often the user's."""
    try:
        home = str(Path.home())
    except RuntimeError:  # nobody knows where it is
        return text
    if home == Path(home).anchor:
        return text
    return re.sub(rf"{re.escape(home)}(?![\w-])", "~", text)


def licences() -> list[tuple[str, str, str]]:
    """Return name, version and licence of what is shipped; what is not found is left out."""
    return [(name, about["Version"], _licence(about)) for name, about in _found()]


def licence_texts(checkout: Path) -> str:
    """Return the licences in full: the program's own, and those of what is shipped.

    Args:
        checkout: where the program's own licence is, unless it is installed.
    """
    try:
        own = (checkout / "LICENSE").read_text("utf-8")
    except OSError:
        own = "\n\n".join(_texts(_OURS))
    texts = [_titled("Hip Hinge Trainer", own)]
    for name, about in _found():
        title = f"{name} {about['Version']}: {_licence(about)}"
        texts.append(_titled(title, "\n\n".join(_texts(name)) or _QT))
    return "\n\n\n".join(texts)


def _titled(title: str, text: str) -> str:
    return f"{title}\n{'─' * len(title)}\n\n{text.strip()}"


def _crash(log: Path) -> list[str]:
    try:
        return ["", read_regular_file(log, _MOST_OF_LOG).decode(errors="replace").strip()]
    except OSError:
        return []


def _found() -> list[tuple[str, metadata.PackageMetadata]]:
    found = []
    for name in _SHIPPED:
        try:
            found.append((name, metadata.metadata(name)))
        except metadata.PackageNotFoundError:  # in a bundle that left it out
            continue
    return found


def _texts(name: str) -> list[str]:
    """Return the files of a package that hold its licences."""
    try:
        files = metadata.files(name) or []
    except metadata.PackageNotFoundError:
        return []
    texts = (file.read_text("utf-8") for file in files if _LICENCE_FILE.search(file.as_posix()))
    return [text.strip() for text in texts if text]


def _licence(about: metadata.PackageMetadata) -> str:
    fields = {name: about[name] for name in ("License-Expression", "License") if name in about}
    for text in fields.values():
        first = text.strip().split("\n")[0]
        if first:  # some put the whole of it there
            return first[:_LONGEST]
    classifiers = [text for text in about.get_all("Classifier") or () if "License ::" in text]
    names = [re.split(r" :: ", text)[-1] for text in classifiers]
    return ", ".join(names) or "see its own files"
