from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

import app.ui.sound
from app.practice.tones import Tone
from app.ui.sound import reasons
from app.ui.sound.player import TonePlayer, open_tones
from app.ui.sound.silent import Silent
from tests.helpers.clock import ManualClock
from tests.helpers.fake_multimedia import Effect, LoadStatus, Outputs, Signal

if TYPE_CHECKING:
    from app.ui.sound.qt_tones import QtTones

ROOT = Path(__file__).resolve().parents[2]
SOUNDS = ROOT / "resources" / "sounds"


def forget_late_modules() -> None:
    for name in ("devices", "qt_tones"):
        sys.modules.pop(f"app.ui.sound.{name}", None)
        vars(app.ui.sound).pop(name, None)


@pytest.fixture
def multimedia(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[Outputs]]:
    module = ModuleType("PySide6.QtMultimedia")
    vars(module).update(QSoundEffect=Effect, QMediaDevices=Outputs)
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", module)
    monkeypatch.setattr(Effect, "made", [])
    monkeypatch.setattr(Outputs, "changed", Signal())
    monkeypatch.setattr(Outputs, "names", [b"speaker"])
    Outputs.answering.set()
    forget_late_modules()
    yield Outputs
    Outputs.answering.set()
    forget_late_modules()


@pytest.fixture
def tones(multimedia: type[Outputs]) -> QtTones:
    from app.ui.sound.qt_tones import QtTones

    opened = open_tones(SOUNDS, 50)
    assert isinstance(opened, QtTones)
    return opened


def effect(tone: Tone) -> Effect:
    return [made for made in Effect.made if made.url.fileName() == f"{tone}.wav"][-1]


def in_a_new_process(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=30,
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


def test_multimedia_is_not_loaded_for_who_wants_no_sound() -> None:
    code = (
        OPEN.replace("70)", "70, wanted=False)") + "print([m for m in sys.modules if 'media' in m])"
    )
    result = in_a_new_process(code)
    assert result.stdout.splitlines() == ["False Sound is switched off in the settings.", "[]"]


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


@pytest.mark.parametrize("content", [b"", b"nonsense", b"RIFF\x00\x00\x00\x00WAVE"])
def test_a_damaged_file_is_named(tmp_path: Path, content: bytes) -> None:
    folder = shutil.copytree(SOUNDS, tmp_path / "sounds")
    (folder / "up.wav").write_bytes(content)
    assert "up.wav is damaged" in open_tones(folder, 70).reason


def test_without_any_output_it_is_silent(multimedia: type[Outputs]) -> None:
    multimedia.names = []
    tones = open_tones(SOUNDS, 70)
    assert not tones.available
    assert "No sound output was found" in tones.reason
    assert Effect.made == []


@pytest.mark.skipif(sys.platform != "linux", reason="only a sound server of Linux can hang")
def test_a_server_that_does_not_answer_holds_nothing_up(multimedia: type[Outputs]) -> None:
    multimedia.answering.clear()
    tones = open_tones(SOUNDS, 70, answer_s=0.05)
    assert not tones.available
    assert "does not answer" in tones.reason


def test_every_tone_is_loaded_before_it_is_played(tones: QtTones) -> None:
    assert tones.available
    assert tones.reason == ""
    assert {Path(made.url.toLocalFile()) for made in Effect.made} == {
        SOUNDS / f"{tone}.wav" for tone in Tone
    }
    assert all(made.plays == 0 for made in Effect.made)


def test_a_tone_plays_its_own_effect(tones: QtTones) -> None:
    tones.play(Tone.REST)
    assert [made.plays for made in Effect.made] == [int(t is Tone.REST) for t in Tone]


@pytest.mark.parametrize(("volume", "amplitude"), [(0, 0), (50, 0.25), (100, 1), (130, 1), (-5, 0)])
def test_the_volume_reaches_every_effect(tones: QtTones, volume: int, amplitude: float) -> None:
    assert {made.volume for made in Effect.made} == {0.25}
    tones.set_volume(volume)
    assert {made.volume for made in Effect.made} == {amplitude}


def test_at_volume_0_nothing_would_be_heard(tones: QtTones) -> None:
    tones.set_volume(0)
    assert (tones.available, tones.reason) == (False, "The volume of the tones is at 0.")


def test_an_error_silences_it_with_a_reason(tones: QtTones) -> None:
    effect(Tone.UP).state = LoadStatus.Error
    effect(Tone.UP).statusChanged.emit()
    assert not tones.available
    assert "does not play the tones" in tones.reason
    tones.play(Tone.DOWN)
    assert effect(Tone.DOWN).plays == 0


def test_it_falls_silent_without_a_device_and_sounds_again_with_one(
    tones: QtTones, multimedia: type[Outputs]
) -> None:
    multimedia.names = [b"auto_null"]  # what PulseAudio and PipeWire offer then
    multimedia.changed.emit()
    assert not tones.available
    assert "connect headphones" in tones.reason
    tones.play(Tone.DOWN)
    assert all(made.plays == 0 for made in Effect.made)
    multimedia.names = [b"headphones"]
    multimedia.changed.emit()
    assert tones.reason == ""
    tones.play(Tone.DOWN)
    assert [made.plays for made in Effect.made[-len(Tone) :]] == [int(t is Tone.DOWN) for t in Tone]


def test_a_tone_that_never_ends_means_the_server_is_gone(multimedia: type[Outputs]) -> None:
    from app.ui.sound.qt_tones import STUCK_S, QtTones

    clock = ManualClock(100.0)
    tones = QtTones({tone: SOUNDS / f"{tone}.wav" for tone in Tone}, 50, clock)
    tones.play(Tone.DOWN)
    effect(Tone.DOWN).is_playing = True
    clock.wait(STUCK_S - 0.1)
    assert tones.reason == ""
    clock.wait(0.2)
    tones.play(Tone.UP)
    assert effect(Tone.UP).plays == 0
    assert "does not answer" in tones.reason


def test_a_tone_that_ended_is_not_held_against_the_server(multimedia: type[Outputs]) -> None:
    from app.ui.sound.qt_tones import STUCK_S, QtTones

    clock = ManualClock(100.0)
    tones = QtTones({tone: SOUNDS / f"{tone}.wav" for tone in Tone}, 50, clock)
    tones.play(Tone.DOWN)
    clock.wait(10 * STUCK_S)
    assert tones.available


def test_closed_it_plays_nothing_and_follows_nothing(
    tones: QtTones, multimedia: type[Outputs]
) -> None:
    tones.close()
    tones.play(Tone.DOWN)
    multimedia.changed.emit()
    assert len(Effect.made) == len(Tone)
    assert all(made.plays == 0 for made in Effect.made)
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
