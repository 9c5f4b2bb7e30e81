from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from app.ui.dates import long_date
from app.ui.language import follow_language, locale_of

METRIC = QLocale.MeasurementSystem.MetricSystem


@pytest.mark.parametrize(
    ("language", "system", "name"),
    [
        ("en", "en_GB", "en_GB"),
        ("en", "de_DE", "en_DE"),
        ("en", "de_CH", "en_CH"),
        ("en", "C", "C"),
        ("de", "en_US", "de_DE"),
        ("de", "C", "de_DE"),
        ("de", "de_AT", "de_AT"),
        ("pt_BR", "pt_BR", "pt_BR"),
    ],
)
def test_dates_are_written_in_the_language_and_country(
    language: str, system: str, name: str
) -> None:
    assert locale_of(language, QLocale(system)).name() == name


@pytest.mark.parametrize("system", ["de_DE", "fr_FR", "ru_RU", "ja_JP", "pl_PL"])
def test_english_elsewhere_keeps_the_metre(system: str) -> None:
    found = locale_of("en", QLocale(system))
    assert found.language() == QLocale.Language.English
    assert found.measurementSystem() == METRIC


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    title = qapp.applicationDisplayName()
    with ExitStack() as closing:
        closing.callback(qapp.setApplicationDisplayName, title)
        follow_language(qapp, "de", closing)
        yield


@pytest.mark.usefixtures("german")
def test_all_of_the_window_speaks_one_language(qtbot: QtBot) -> None:
    assert long_date(date(2026, 11, 30)).startswith("Montag")
    box = QMessageBox()
    qtbot.addWidget(box)
    box.setStandardButtons(QMessageBox.StandardButton.Cancel)
    assert box.button(QMessageBox.StandardButton.Cancel).text() == "Abbrechen"


def test_numbers_and_boxes_speak_as_before_once_the_window_is_closed(
    qapp: QApplication, qtbot: QtBot
) -> None:
    before = QLocale()
    with ExitStack() as closing:
        follow_language(qapp, "de", closing)
        assert QLocale() != before
    assert QLocale() == before
    box = QMessageBox()
    qtbot.addWidget(box)
    box.setStandardButtons(QMessageBox.StandardButton.Cancel)
    assert box.button(QMessageBox.StandardButton.Cancel).text() == "Cancel"
