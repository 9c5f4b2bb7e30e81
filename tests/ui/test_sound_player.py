from __future__ import annotations

import io
import os
import shutil
import socket
import subprocess
import sys
import wave
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pytestqt.qtbot import QtBot

import app.ui.sound
from app.practice.tones import Tone
from app.ui.sound import reasons
from app.ui.sound.player import open_tones
from app.ui.sound.samples import read_samples
from app.ui.sound.silent import Silent
from app.ui.sound.tone_player import TonePlayer
from tests.helpers.clock import ManualClock
from tests.helpers.fake_multimedia import Outputs, Sink, State, make_module
from tests.helpers.patience import HANG_S

if TYPE_CHECKING:
    from app.ui.sound.qt_tones import QtTones

ROOT = Path(__file__).resolve().parents[2]
SOUNDS = ROOT / "resources" / "sounds"


def forget_late_modules() -> None:
    for name in ("devices", "qt_tones", "late_tones"):
        sys.modules.pop(f"app.ui.sound.{name}", None)
        vars(app.ui.sound).pop(name, None)


@pytest.fixture
def multimedia(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[Outputs]]:
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", make_module())
    forget_late_modules()
    yield Outputs
    Outputs.answering.set()
    forget_late_modules()


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(100.0)


@pytest.fixture
def tones(multimedia: type[Outputs], clock: ManualClock) -> QtTones:
    from app.ui.sound.qt_tones import QtTones

    return QtTones(read_samples(SOUNDS), 50, clock)


def sink() -> Sink:
    return Sink.made[-1]


def in_a_new_process(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=HANG_S,
        check=False,
    )


OPEN = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from app.practice.tones import Tone
from app.ui.sound.player import open_tones
application = QCoreApplication([])
tones = open_tones(Path("resources/sounds"), 70)
tones.play(Tone.DOWN)
tones.set_volume(10)
print(tones.available, tones.reason)
tones.close()
"""


def test_multimedia_is_not_loaded_with_the_player() -> None:
    code = "import sys, app.ui.sound.player; print('PySide6.QtMultimedia' in sys.modules)"
    result = in_a_new_process(code)
    assert (result.stdout.strip(), result.stderr) == ("False", "")


def test_multimedia_is_not_loaded_for_someone_who_wants_no_sound() -> None:
    code = (
        OPEN.replace("70)", "70, wanted=False)") + "print([m for m in sys.modules if 'media' in m])"
    )
    result = in_a_new_process(code)
    assert result.stdout.splitlines() == ["False Sound is turned off in Settings.", "[]"]


@pytest.mark.skipif(sys.platform != "linux", reason="libpulse is the sound library of Linux")
def test_without_libpulse_it_is_silent_and_names_the_package(tmp_path: Path) -> None:
    # An unusable libpulse found first is as good as none, also where there is a real one.
    (tmp_path / "libpulse.so.0").touch()
    paths = [str(tmp_path), os.environ.get("LD_LIBRARY_PATH", "")]
    result = in_a_new_process(OPEN, LD_LIBRARY_PATH=os.pathsep.join(filter(None, paths)))
    assert result.stdout.startswith("False Sound needs the system library libpulse: install")
    assert "libpulse0 (Debian" in result.stdout
    assert (result.stderr, result.returncode) == ("", 0)


def test_without_the_addons_it_is_silent_and_names_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    tones = open_tones(SOUNDS, 70)
    assert not tones.available
    assert "PySide6-Addons" in tones.reason


@pytest.mark.parametrize(
    ("message", "part"),
    [
        ("libpulse-mainloop-glib.so.0: cannot open shared object file", "libpulse0"),
        ("libasound.so.2: cannot open shared object file", "libasound.so.2"),
        ("DLL load failed while importing QtMultimedia", "DLL load failed"),
    ],
)
def test_the_reason_names_what_is_missing(message: str, part: str) -> None:
    assert part in reasons.not_loaded(ImportError(message, name="QtMultimedia"))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    folder = shutil.copytree(SOUNDS, tmp_path / "sounds")
    (folder / "hold.wav").unlink()
    tones = open_tones(folder, 70)
    assert not tones.available
    assert "hold.wav is missing" in tones.reason


def wav(rate: int = 44_100, channels: int = 1, seconds: float = 0.1) -> bytes:
    stream = io.BytesIO()
    with wave.open(stream, "wb") as writer:
        writer.setframerate(rate)
        writer.setnchannels(channels)
        writer.setsampwidth(2)
        writer.writeframes(bytes(round(rate * seconds) * channels * 2))
    return stream.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"nonsense",
        b"RIFF\x00\x00\x00\x00WAVE",
        wav(rate=48_000),
        wav(channels=2),
        wav(seconds=0),
        wav(seconds=0.7),
    ],
)
def test_a_damaged_file_is_named(tmp_path: Path, content: bytes) -> None:
    folder = shutil.copytree(SOUNDS, tmp_path / "sounds")
    (folder / "up.wav").write_bytes(content)
    assert "up.wav is damaged" in open_tones(folder, 70).reason


def test_without_any_output_it_is_silent(multimedia: type[Outputs]) -> None:
    multimedia.names = []
    tones = open_tones(SOUNDS, 70)
    assert not tones.available
    assert tones.reason == reasons.no_server()
    assert Sink.made == []


@pytest.mark.skipif(sys.platform != "linux", reason="only a sound server of Linux can hang")
def test_a_server_that_does_not_answer_holds_nothing_up(
    multimedia: type[Outputs], qtbot: QtBot
) -> None:
    multimedia.answering.clear()
    told: list[str] = []
    tones = open_tones(SOUNDS, 70, answer_s=0.1)
    tones.notify(lambda: told.append(tones.reason))
    assert (tones.is_opening, tones.available, tones.reason) == (True, False, "")
    tones.play(Tone.REST)
    tones.set_volume(20)
    qtbot.waitUntil(lambda: not tones.is_opening)
    assert "isn't answering" in tones.reason
    qtbot.waitUntil(lambda: told == [tones.reason])
    again = open_tones(SOUNDS, 70, answer_s=0.1)  # it is asked once at a time
    assert again.is_opening
    again.close()
    multimedia.answering.set()
    qtbot.waitUntil(lambda: tones.available)
    assert told[1:] == [""]
    assert sink().written == []  # what was wanted meanwhile would come too late
    tones.play(Tone.REST)
    assert len(sink().written) == 1
    tones.close()


def test_it_opens_with_the_samples_of_the_folder(multimedia: type[Outputs]) -> None:
    tones = open_tones(SOUNDS, 70)
    assert tones.reason == ""
    tones.play(Tone.REST)
    assert (SOUNDS / "rest.wav").read_bytes().endswith(sink().written[0])
    assert sink().form == (44_100, 1, "Int16")


@pytest.mark.skipif(sys.platform != "linux", reason="only on Linux is there a sound server to lose")
def test_it_says_so_when_the_server_went_away_since(
    multimedia: type[Outputs], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    from app.ui.sound import devices

    open_now = {"7"}
    monkeypatch.setattr(devices, "_sockets", lambda: set(open_now))
    monkeypatch.setattr(devices, "_ask", lambda: open_now.add("8"))
    tones = open_tones(SOUNDS, 70)
    assert tones.reason == ""
    open_now.remove("8")
    tones.play(Tone.DOWN)
    assert sink().written == []
    assert "isn't answering" in tones.reason
    multimedia.changed.emit()
    monkeypatch.setattr(devices, "_ask", lambda: open_now.add("9"))
    again = open_tones(SOUNDS, 70, answer_s=0.1)
    qtbot.waitUntil(lambda: not again.is_opening)
    assert "isn't answering" in again.reason
    assert len(Sink.made) == 1
    again.close()


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_sockets_of_this_process_are_found(multimedia: type[Outputs]) -> None:
    from app.ui.sound import devices

    before = devices._sockets()
    with socket.socket() as one:
        assert devices._sockets() - before == {str(os.fstat(one.fileno()).st_ino)}
    assert devices._sockets() == before


def test_the_stream_is_open_before_the_first_tone(tones: QtTones) -> None:
    assert tones.reason == ""
    assert sink().state() is State.IdleState
    assert sink().written == []
    assert sink().size >= 0.9 * 2 * 44_100


def test_a_tone_is_written_whole_and_at_once(tones: QtTones) -> None:
    tones.play(Tone.DOWN)
    assert sink().written == [read_samples(SOUNDS)[Tone.DOWN]]


def test_a_tone_that_could_only_be_late_is_not_played(tones: QtTones) -> None:
    tones.play(Tone.REST)
    sink().waiting = round(0.31 * 2 * 44_100)
    tones.play(Tone.DOWN)
    assert len(sink().written) == 1
    sink().waiting = round(0.29 * 2 * 44_100)
    tones.play(Tone.DOWN)
    assert len(sink().written) == 2
    sink().finish()
    tones.play(Tone.UP)
    assert len(sink().written) == 3


@pytest.mark.parametrize(("volume", "amplitude"), [(0, 0), (50, 0.25), (100, 1), (130, 1), (-5, 0)])
def test_the_volume_reaches_the_stream(tones: QtTones, volume: int, amplitude: float) -> None:
    tones.set_volume(100 - volume)
    tones.set_volume(volume)
    assert sink().volume == amplitude


def test_the_first_volume_reaches_the_stream(tones: QtTones) -> None:
    assert sink().volume == 0.25


def test_at_volume_0_nothing_would_be_heard(tones: QtTones) -> None:
    tones.set_volume(0)
    assert (tones.available, tones.reason) == (False, "The volume of the tones is at 0.")


def test_a_stream_that_fails_silences_it_with_a_reason(tones: QtTones) -> None:
    sink().now = State.StoppedState
    assert not tones.available
    assert "isn't playing the tones" in tones.reason
    tones.play(Tone.DOWN)
    assert sink().written == []


def test_it_falls_silent_without_a_device_and_sounds_again_with_one(
    tones: QtTones, multimedia: type[Outputs]
) -> None:
    first = sink()
    multimedia.names = [b"auto_null"]  # what PulseAudio and PipeWire offer then
    multimedia.changed.emit()
    assert first.state() is State.StoppedState
    assert "connect headphones" in tones.reason
    tones.play(Tone.DOWN)
    assert first.written == []
    tones.set_volume(100)
    multimedia.names = [b"headphones"]
    multimedia.changed.emit()
    assert tones.reason == ""
    assert (sink().output, sink().volume) == (b"headphones", 1)
    tones.play(Tone.DOWN)
    assert len(sink().written) == 1


def test_a_tone_that_never_ends_means_the_server_is_gone(
    tones: QtTones, clock: ManualClock
) -> None:
    tones.play(Tone.DOWN)
    clock.wait(4.9)
    assert tones.reason == ""
    clock.wait(0.2)
    sink().waiting = 0
    tones.play(Tone.UP)
    assert len(sink().written) == 1
    assert "isn't answering" in tones.reason


def test_a_tone_that_ended_is_not_held_against_the_server(
    tones: QtTones, clock: ManualClock
) -> None:
    tones.play(Tone.DOWN)
    sink().finish()
    clock.wait(60)
    assert tones.available


def test_closed_it_plays_nothing_and_follows_nothing(
    tones: QtTones, multimedia: type[Outputs]
) -> None:
    tones.close()
    tones.close()
    assert sink().state() is State.StoppedState
    tones.play(Tone.DOWN)
    multimedia.changed.emit()
    assert len(Sink.made) == 1
    assert sink().written == []
    assert not tones.available


def test_silence_takes_everything() -> None:
    tones: TonePlayer = Silent("because")
    for tone in Tone:
        tones.play(tone)
    tones.set_volume(50)
    tones.close()
    assert (tones.available, tones.reason) == (False, "because")


LOG = """
from PySide6.QtCore import QLoggingCategory
from app.ui.sound import quiet
def enabled():
    names = ("qt.multimedia.ffmpeg", "qt.core", "default")
    print(*(QLoggingCategory(name).isWarningEnabled() for name in names))
quiet.hush()
enabled()
with quiet.without_warnings():
    enabled()
enabled()
"""


def test_the_log_is_hushed_narrowly() -> None:
    hushed, inside, after = in_a_new_process(LOG).stdout.splitlines()
    assert hushed == after == "False True True"
    assert inside == "False True False"
