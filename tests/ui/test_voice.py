"""The voice, by Qt's engine for tests and where something is missing."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from app.ui.sound import reasons, voice
from app.ui.sound.reasons import Reason, no_service
from app.ui.sound.silent import Voiceless
from app.ui.sound.voice import VoiceBox, open_voice
from tests.helpers.voice import ListingVoice

ROOT = Path(__file__).resolve().parents[2]

pytest.importorskip("PySide6.QtTextToSpeech", exc_type=ImportError)

from app.ui.sound.qt_voice import MOCK, QtVoice, engines  # noqa: E402


@pytest.fixture
def spoken(qapp: QCoreApplication) -> Iterator[QtVoice]:
    made = QtVoice(MOCK, "en")
    made.tune("", 0, 80)
    yield made
    made.close()


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pretend that there is a sound output, on Windows or macOS."""
    monkeypatch.setattr(voice, "find_fault", lambda _s: "")
    monkeypatch.setattr(voice, "ON_LINUX", False)


def test_it_speaks_and_returns_at_once(qtbot: QtBot, spoken: QtVoice) -> None:
    assert spoken.available
    spoken.say("Hips back")
    assert spoken.is_speaking
    qtbot.waitUntil(lambda: not spoken.is_speaking)


def test_it_is_silent_at_once(spoken: QtVoice) -> None:
    spoken.say("Stand with your feet hip-width apart and your knees soft")
    spoken.stop()
    assert not spoken.is_speaking


def test_voices_of_the_windows_language_come_first(spoken: QtVoice) -> None:
    assert spoken.voices[:4] == ("Anne", "Bob", "Charly", "Mary")
    assert {"Eivind", "Anneli"} < set(spoken.voices[4:])


def test_the_settings_reach_the_engine(spoken: QtVoice) -> None:
    engine = spoken._speech
    assert engine is not None
    assert engine.voice().name() == "Anne"
    spoken.tune("Mary", 50, 30)
    assert engine.voice().name() == "Mary"
    assert engine.rate() == 0.5
    assert engine.volume() == pytest.approx(0.3)
    spoken.tune("gone since", -100, 100)
    assert (engine.voice().name(), engine.rate()) == ("Anne", -1)


def test_at_volume_0_it_says_nothing_and_why(spoken: QtVoice) -> None:
    spoken.tune("", 0, 0)
    assert spoken.reason == "The volume of the voice is at 0."
    spoken.say("Hips back")
    assert not spoken.is_speaking


def test_without_a_voice_of_the_language_another_can_be_chosen(qapp: QCoreApplication) -> None:
    made = QtVoice(MOCK, "de")
    try:
        assert made.reason == Reason.NO_LANGUAGE.say()
        made.tune("Kjersti", 0, 80)
        assert made.available
    finally:
        made.close()


def test_closed_it_says_nothing(spoken: QtVoice) -> None:
    spoken.close()
    spoken.close()
    spoken.say("Hips back")
    spoken.stop()
    spoken.tune("", 0, 50)
    assert (spoken.available, spoken.is_speaking) == (False, False)


def test_the_mock_is_never_taken_for_a_voice() -> None:
    assert MOCK not in engines()


def test_without_sound_no_voice_is_looked_for(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(voice, "find_fault", lambda _s: reasons.no_server())
    monkeypatch.setitem(sys.modules, "app.ui.sound.qt_voice", None)
    made = open_voice("en")
    qtbot.waitUntil(lambda: not made.is_opening)
    assert made.reason == reasons.no_server()


def test_without_the_addons_it_names_them(heard: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtTextToSpeech", None)
    assert "PySide6-Addons" in open_voice("en").reason


def test_without_an_engine_it_says_what_to_install(
    heard: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.ui.sound.qt_voice.engines", list)
    assert open_voice("en").reason == reasons.no_service()


@pytest.mark.skipif(sys.platform != "linux", reason="Speech Dispatcher is the service of Linux")
def test_on_linux_qt_does_not_speak(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(voice, "find_fault", lambda _s: "")
    monkeypatch.setitem(sys.modules, "app.ui.sound.qt_voice", None)
    monkeypatch.setenv("SPEECHD_ADDRESS", "unix_socket:/nowhere/at/all")
    made = open_voice("en")
    assert made.is_opening or made.reason == no_service()
    made.close()


def test_the_box_opens_once_and_tries_anew_where_there_was_none() -> None:
    opened: list[str] = []
    found = [ListingVoice("Nothing.", ()), ListingVoice()]

    def opener(language: str) -> ListingVoice:
        opened.append(language)
        return found[len(opened) - 1]

    box = VoiceBox("de", opener)
    assert box.open() is found[0]
    assert box.open() is found[1]
    assert box.open() is found[1]
    assert opened == ["de", "de"]
    assert (found[0].closed, found[1].closed) == (1, 0)
    box.close()
    assert found[1].closed == 1


def test_silence_takes_everything() -> None:
    made = Voiceless("because")
    made.say("Hips back")
    made.stop()
    made.tune("", 0, 0)
    made.close()
    assert (made.available, made.reason, made.is_speaking) == (False, "because", False)


def test_nothing_of_it_is_loaded_before_it_is_wanted() -> None:
    code = (
        "import sys\n"
        "import app.ui.practice.page, app.ui.settings.page\n"
        "print([name for name in sys.modules if 'Speech' in name or 'Multimedia' in name])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
