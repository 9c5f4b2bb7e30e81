from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from app.errors import UserError
from app.messages.message import Message, Plural
from app.ui.messages import in_units, number_text, say, say_all
from tests.helpers.brackets import Brackets, MadeUp, outside
from tests.messages.test_table import TEXTS, placeholders

FULL = Message("files.disk-full")


class German(MadeUp):
    """Knows the plural of seconds."""

    def made_up(self, text: str, n: int) -> str:
        if text == "%n seconds":
            return "%n Sekunde" if n == 1 else "%n Sekunden"
        return text


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    before, translator = QLocale(), German()
    QLocale.setDefault(QLocale("de_DE"))
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)
    QLocale.setDefault(before)


@pytest.fixture
def brackets(qapp: QApplication) -> Iterator[None]:
    translator = Brackets()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def test_without_a_translation_it_is_english(qapp: QApplication) -> None:
    message = Message("files.unwritable", file=Path("a.toml"), reason=FULL)
    assert say(message) == str(message) == "a.toml could not be written: the disk is full."
    assert [say(Message("practice.seconds", n=n)) for n in (0, 1, 2)] == [
        "0 seconds",
        "1 second",
        "2 seconds",
    ]


def test_an_error_is_said_line_by_line(qapp: QApplication) -> None:
    assert say_all(UserError(FULL, Message("files.busy"))).splitlines() == [
        "the disk is full",
        "another program is using it",
    ]


@pytest.mark.usefixtures("german")
def test_a_translation_has_its_own_plurals() -> None:
    assert [say(Message("practice.seconds", n=n)) for n in (0, 1, 2)] == [
        "0 Sekunden",
        "1 Sekunde",
        "2 Sekunden",
    ]


@pytest.mark.usefixtures("german")
def test_numbers_are_written_as_the_locale_does() -> None:
    assert number_text(0.5) == "0,5"
    assert number_text(12_000) == "12000"
    assert number_text(2, 1) == "2,0"
    assert say(Message("body.falls", pressure=0.5, knee=20, thorax=1)).startswith(
        "the weight cannot be brought over 0,50 of"
    )
    assert in_units("Hold {kg:7.5}.", "metric") == "Hold 7,5 kg."


@pytest.mark.usefixtures("brackets")
@pytest.mark.parametrize("message_id", TEXTS)
def test_every_message_is_said_in_the_users_language(message_id: str) -> None:
    names = placeholders(TEXTS[message_id]) - {"n"}
    arguments: dict[str, Message | str] = dict.fromkeys(names, "«»")
    if names:
        arguments[min(names)] = FULL
    n = {"n": 7} if isinstance(TEXTS[message_id], Plural) else {}
    said = outside(say(Message(message_id, **arguments, **n)))
    assert said.replace("«»", "").strip(" 7") == ""
