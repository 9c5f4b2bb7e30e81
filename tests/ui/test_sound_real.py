"""The tones, recorded from a sound server of the test's own, in folders of the test's own."""

from __future__ import annotations

import os
import runpy
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest

from app.practice.tones import Tone
from tests.helpers.pitch import sounding, strongest

ROOT = Path(__file__).resolve().parents[2]
RATE = 8_000
#: Silence between two tones, in seconds.
GAP_S = 0.15
MISSING = [name for name in ("pulseaudio", "parec", "pactl") if shutil.which(name) is None]

pytestmark = pytest.mark.skipif(
    bool(MISSING),
    reason=f"not on PATH: {', '.join(MISSING)}; "
    "on Debian or Ubuntu: apt-get install pulseaudio pulseaudio-utils",
)

PLAY = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from app.practice.tones import Tone
from app.ui.sound.player import open_tones

application = QCoreApplication([])
tones = open_tones(Path("resources/sounds"), 100)
assert tones.available, tones.reason
left = sys.argv[1:]

def play_next():
    if not left:
        application.quit()
        return
    name, length_ms = left.pop(0).split("=")
    tones.play(Tone(name))
    QTimer.singleShot(int(length_ms), play_next)

QTimer.singleShot(200, play_next)
application.exec()
assert tones.available, tones.reason
tones.close()
"""

ASK = """
import time
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from app.ui.sound.player import open_tones
application = QCoreApplication([])
begun = time.monotonic()
tones = open_tones(Path("resources/sounds"), 100, answer_s=0.3)
assert time.monotonic() - begun < 1.5
print(tones.available, tones.reason)
"""


@pytest.fixture(scope="module")
def environment() -> Iterator[dict[str, str]]:
    # A socket's path holds some 100 characters, so not the long path of tmp_path.
    folder = Path(tempfile.mkdtemp(prefix="tones-"))
    (folder / "home").mkdir()
    yield {
        **os.environ,
        "HOME": str(folder / "home"),
        "XDG_RUNTIME_DIR": str(folder),
        "PULSE_RUNTIME_PATH": str(folder / "pulse"),
        "PULSE_SERVER": f"unix:{folder / 'native'}",
    }
    shutil.rmtree(folder)


@pytest.fixture
def server(environment: dict[str, str]) -> Iterator[dict[str, str]]:
    path = environment["PULSE_SERVER"].removeprefix("unix:")
    command = [
        *("pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"),
        *("-L", f"module-native-protocol-unix auth-anonymous=1 socket={path}"),
        *("-L", "module-null-sink sink_name=practice rate=44100 norewinds=1"),
    ]
    log = Path(environment["HOME"], "log")
    with log.open("wb") as stream:
        daemon = subprocess.Popen(command, env=environment, stderr=stream)
    try:
        for _ in range(100):
            asked = subprocess.run(
                ["pactl", "info"], env=environment, capture_output=True, check=False
            )
            if asked.returncode == 0:
                break
            assert daemon.poll() is None, log.read_text()
            time.sleep(0.03)
        else:
            pytest.fail(f"pulseaudio does not come up: {log.read_text()}")
        yield environment
    finally:
        daemon.terminate()
        daemon.wait(5)


def run(code: str, environment: dict[str, str], *arguments: str) -> str:
    result = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert (result.stderr, result.returncode) == ("", 0)
    return result.stdout


@contextmanager
def recorded(environment: dict[str, str], stream: IO[bytes]) -> Iterator[None]:
    form = [f"--rate={RATE}", "--channels=1", "--format=s16le", "--raw", "--latency-msec=20"]
    command = ["parec", "--device=practice.monitor", *form]
    recorder = subprocess.Popen(command, env=environment, stdout=stream)
    try:
        yield
    finally:
        recorder.terminate()  # it writes what it has
        recorder.wait(5)


def test_every_tone_comes_out_with_its_notes_and_in_order(server: dict[str, str]) -> None:
    tool = runpy.run_path(str(ROOT / "tools" / "make_sounds.py"))
    notes = {tone: tool["SOUNDS"][tone] for tone in Tone}
    lengths = {tone: max(n.start_s + n.seconds for n in notes[tone]) for tone in Tone}
    with tempfile.TemporaryFile() as stream:
        with recorded(server, stream):
            run(PLAY, server, *(f"{t}={round(1000 * (lengths[t] + GAP_S))}" for t in Tone))
        stream.seek(0)
        samples = array("h", stream.read())
    if sys.byteorder == "big":
        samples.byteswap()

    heard = sounding(samples, RATE, gap_s=0.07)
    assert len(heard) == len(Tone)
    for tone, stretch in zip(Tone, heard, strict=True):
        assert len(stretch) / RATE == pytest.approx(lengths[tone], abs=0.08), tone
        for note in notes[tone]:
            together = {other.hertz for other in notes[tone] if other.start_s == note.start_s}
            start = stretch.start + round((note.start_s + 0.02) * RATE)
            part = samples[start : start + RATE // 16]
            assert strongest(part, RATE, tool["PITCHES"], len(together)) == together, tone


def test_without_a_server_it_is_silent_at_once(environment: dict[str, str]) -> None:
    answer = run(ASK, {**environment, "PULSE_SERVER": "unix:/nowhere/at/all"})
    assert answer.startswith("False No sound output was found: see that PipeWire")


def test_a_server_that_never_answers_holds_nothing_up(environment: dict[str, str]) -> None:
    path = str(Path(environment["XDG_RUNTIME_DIR"], "deaf"))
    with socket.socket(socket.AF_UNIX) as deaf:
        deaf.bind(path)
        deaf.listen()
        answer = run(ASK, {**environment, "PULSE_SERVER": f"unix:{path}"})
    assert answer.startswith("False The computer's sound service does not answer")
