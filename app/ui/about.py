"""What a fault report needs to know, as plain text to copy."""

from __future__ import annotations

import re
from importlib import metadata

from PySide6.QtCore import QLocale, QSysInfo, qVersion
from PySide6.QtGui import QGuiApplication

from app.crashes import versions

#: What the program stands on and is shipped with.
_SHIPPED = (
    "PySide6-Essentials", "PySide6-Addons", "shiboken6", "msgspec", "numpy", "Pillow",
    "platformdirs", "pyqtgraph", "tomli-w", "wakepy",
)  # fmt: skip
_LONGEST = 60


def about_text(language: str, sound: str, voice: str) -> str:
    """Return version, system, sound and voice, and the licences of what is shipped.

    Args:
        language: of the window.
        sound, voice: why there is none; empty where it can be heard.
    """
    screens = ", ".join(
        f"{screen.size().width()}x{screen.size().height()} at {screen.devicePixelRatio():g}"
        for screen in QGuiApplication.screens()
    )
    kernel = f"{QSysInfo.kernelType()} {QSysInfo.kernelVersion()}"
    lines = [
        versions(),
        f"Qt {qVersion()}, {QGuiApplication.platformName()}, {kernel}",
        f"Screens: {screens or 'none'}",
        f"Language: {language}; system: {QLocale.system().name()}",
        f"Sound: {sound or 'can be heard'}",
        f"Voice: {voice or 'can be heard'}",
        "",
        "Shipped with it:",
        *(f"{name} {version}: {licence}" for name, version, licence in licences()),
    ]
    return "\n".join(lines)


def licences() -> list[tuple[str, str, str]]:
    """Return name, version and licence of what is shipped; what is not found is left out."""
    found = []
    for name in _SHIPPED:
        try:
            about = metadata.metadata(name)
        except metadata.PackageNotFoundError:  # in a bundle that left it out
            continue
        found.append((name, about["Version"], _licence(about)))
    return found


def _licence(about: metadata.PackageMetadata) -> str:
    fields = {name: about[name] for name in ("License-Expression", "License") if name in about}
    for text in fields.values():
        first = text.strip().split("\n")[0]
        if first:  # some put the whole of it there
            return first[:_LONGEST]
    classifiers = [text for text in about.get_all("Classifier") or () if "License ::" in text]
    names = [re.split(r" :: ", text)[-1] for text in classifiers]
    return ", ".join(names) or "see its own files"
