"""One language for what is not the program's own text: dates, numbers, Qt's boxes, the title."""

from __future__ import annotations

from contextlib import ExitStack

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QGuiApplication


def follow_language(app: QGuiApplication, language: str, closing: ExitStack) -> None:
    """Let everything speak the language of the program; its own texts are there already.

    Args:
        app: the program.
        language: such as `de` or `pt_BR`.
        closing: ends it.
    """
    closing.callback(QLocale.setDefault, QLocale())
    spoken = locale_of(language, QLocale.system())
    QLocale.setDefault(spoken)
    app.setApplicationDisplayName(QCoreApplication.translate("Startup", "Hip Hinge Trainer"))
    if language.partition("_")[0] == "en":  # Qt's own texts are English
        return
    translator = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{language}", folder):
        app.installTranslator(translator)
        closing.callback(app.removeTranslator, translator)


def locale_of(language: str, system: QLocale) -> QLocale:
    """Return how dates and numbers are written in a language, in the system's own country.

    A German system shows a program in English the 24-hour clock and metres, not miles.
    """
    spoken = QLocale(language)
    if system.language() == spoken.language():
        return system
    if system.language() == QLocale.Language.C:  # a system that was told no country
        return system if spoken.language() == QLocale.Language.English else spoken
    for territory in (system.territory(), QLocale.Country.World):
        found = QLocale(spoken.language(), territory)
        if found.territory() == territory:
            return found
    return spoken
