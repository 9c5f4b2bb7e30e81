"""Speech Dispatcher as it should be, and as it is when it is stuck, gone or something else."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread, current_thread

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from app.ui.sound.dispatcher_voice import DispatcherVoice
from app.ui.sound.reasons import Reason, no_service
from app.ui.sound.ssip import Link
from app.ui.sound.voice import VoiceBox
from tests.helpers.speech_service import SpeechService, speech_service

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a service of Linux")


@pytest.fixture(autouse=True)
def all_closed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Close every voice at the end of a test, and see its thread end."""
    made: list[DispatcherVoice] = []
    begin = DispatcherVoice.__init__

    def begin_and_keep(self: DispatcherVoice, *args: object, **named: object) -> None:
        made.append(self)
        begin(self, *args, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(DispatcherVoice, "__init__", begin_and_keep)
    yield
    for voice in made:
        voice.close()
        voice._thread.join(5)
        assert not voice._thread.is_alive()


@pytest.fixture(autouse=True)
def askers(monkeypatch: pytest.MonkeyPatch) -> list[Thread]:
    """Collect the threads that wait for answers."""
    threads: list[Thread] = []
    ask = Link.ask

    def ask_and_tell(self: Link, command: str) -> list[str]:
        threads.append(current_thread())
        return ask(self, command)

    monkeypatch.setattr(Link, "ask", ask_and_tell)
    return threads


@pytest.fixture
def service(qapp: QCoreApplication) -> Iterator[SpeechService]:
    with speech_service() as made:
        yield made


def opened(qtbot: QtBot, service: SpeechService, language: str = "en") -> DispatcherVoice:
    made = DispatcherVoice(language, service.environment, answer_s=0.5)
    qtbot.waitUntil(lambda: not made.is_opening)
    return made


def test_it_finds_the_voices_and_speaks_until_it_is_told_the_end(
    qtbot: QtBot, service: SpeechService
) -> None:
    voice = opened(qtbot, service)
    assert voice.voices == ("English (America)", "English (Great Britain)", "German")
    assert voice.available
    voice.say("Hips back.\n.Look ahead")
    assert voice.is_speaking
    qtbot.waitUntil(lambda: "Hips back. .Look ahead" in service.heard)
    qtbot.waitUntil(lambda: voice._done == 1)
    service.tell("702-7\r\n702-1\r\n702 END\r\n")  # of something said before
    service.tell("702-1\r\n702-1\r\n702 END\r\n")
    qtbot.waitUntil(lambda: not voice.is_speaking)
    voice.close()
    qtbot.waitUntil(lambda: not voice._thread.is_alive())
    assert service.heard[-1] == "QUIT"
    assert not voice.available


def test_a_line_that_begins_with_a_dot_does_not_end_the_text(
    qtbot: QtBot, service: SpeechService
) -> None:
    voice = opened(qtbot, service)
    voice.say(".")
    qtbot.waitUntil(lambda: voice._done == 1)
    assert service.heard[-3:] == ["SPEAK", "..", "."]


def test_it_is_silent_at_once(qtbot: QtBot, service: SpeechService) -> None:
    voice = opened(qtbot, service)
    voice.say("Stand with your feet hip-width apart")
    voice.stop()
    assert not voice.is_speaking
    qtbot.waitUntil(lambda: service.heard[-1:] == ["CANCEL SELF"])


def test_the_settings_reach_the_service(qtbot: QtBot, service: SpeechService) -> None:
    voice = opened(qtbot, service)
    voice.tune("English (Great Britain)", -40, 30)
    wanted = [
        "SET SELF SYNTHESIS_VOICE English (Great Britain)",
        "SET SELF RATE -40",
        "SET SELF VOLUME -40",
    ]
    qtbot.waitUntil(lambda: service.heard[-3:] == wanted)
    voice.tune("gone since", 0, 0)
    qtbot.waitUntil(lambda: "SET SELF SYNTHESIS_VOICE English (America)" in service.heard[-3:])
    assert voice.reason == Reason.VOICE_VOLUME_ZERO.say()


def test_without_a_voice_of_the_language_another_can_be_chosen(
    qtbot: QtBot, service: SpeechService
) -> None:
    voice = opened(qtbot, service, "fr")
    assert voice.reason == Reason.NO_LANGUAGE.say()
    voice.tune("German", 0, 80)
    assert voice.available


@pytest.mark.parametrize("stuck", ["SET", "LIST OUTPUT", "LIST SYNTHESIS"])
def test_a_service_that_takes_the_call_and_says_nothing_is_given_up(
    qtbot: QtBot, service: SpeechService, askers: list[Thread], stuck: str
) -> None:
    service.silent_from = stuck
    voice = DispatcherVoice("en", service.environment, answer_s=0.5)
    assert voice.reason == Reason.LOOKING.say()
    voice.tune("", 0, 80)
    voice.say("Hips back")
    voice.stop()
    qtbot.waitUntil(lambda: not voice.is_opening)
    assert set(askers) == {voice._thread}  # nobody else waited
    assert voice.reason == Reason.NO_SPEECH_ANSWER.say()


@pytest.mark.parametrize("stuck", ["SPEAK", "CANCEL", "."])
def test_a_service_that_gets_stuck_while_it_speaks_holds_nothing_up(
    qtbot: QtBot, service: SpeechService, askers: list[Thread], stuck: str
) -> None:
    voice = opened(qtbot, service)
    service.silent_from = stuck
    for _ in range(2000):  # more than any socket holds
        voice.say("Hips back")
        voice.stop()
    voice.close()
    qtbot.waitUntil(lambda: not voice._thread.is_alive())
    assert set(askers) == {voice._thread}
    assert not voice.is_speaking


@pytest.mark.parametrize(
    "raw",
    [b"HTTP/1.1 400 Bad Request\r\n", b"\xff\x00\xfe" * 9 + b"\n", b"\n", b"x" * 100_000],
)
def test_a_service_that_speaks_something_else_is_given_up(
    qtbot: QtBot, service: SpeechService, raw: bytes
) -> None:
    service.raw = raw
    assert opened(qtbot, service).reason == Reason.NO_SPEECH_ANSWER.say()


def test_a_service_that_dies_is_told_and_looked_for_anew(
    qtbot: QtBot, service: SpeechService
) -> None:
    box = VoiceBox(
        "en", lambda language: DispatcherVoice(language, service.environment, answer_s=0.5)
    )
    first = box.open()
    with qtbot.waitSignal(box.changed):
        pass
    assert first.available
    assert box.open() is first
    with qtbot.waitSignal(box.changed):
        service.drop()
    assert first.reason == Reason.NO_SPEECH_ANSWER.say()
    second = box.open()
    assert second is not first
    qtbot.waitUntil(lambda: second.available)
    box.close()


def test_without_a_service_it_names_it(qtbot: QtBot, tmp_path: Path) -> None:
    environment = {"SPEECHD_ADDRESS": f"unix_socket:{tmp_path}/none"}
    voice = DispatcherVoice("en", environment, answer_s=0.5)
    qtbot.waitUntil(lambda: not voice.is_opening)
    assert voice.reason == no_service()


def test_it_is_started_where_it_is_not_running(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program, told = tmp_path / "speech-dispatcher", tmp_path / "told"
    program.write_text(f'#!/bin/sh\necho "$@" > "{told}"\n')
    program.chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    voice = DispatcherVoice("en", {"XDG_RUNTIME_DIR": str(tmp_path)}, answer_s=5)
    qtbot.waitUntil(lambda: not voice.is_opening)
    assert told.read_text() == "--spawn\n"
