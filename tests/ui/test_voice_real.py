"""The voice for real: Speech Dispatcher with eSpeak NG, recorded from a sound server of our own."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks._recording import (
    RATE_HZ,
    missing_programs,
    onsets,
    read_recording,
    recorded,
    sound_home,
    sound_server,
)
from tests.helpers.patience import HANG_S, best_of, printed

ROOT = Path(__file__).resolve().parents[2]
MODULE = Path("/usr/lib/speech-dispatcher-modules/sd_espeak-ng")
MISSING = [
    *missing_programs(),
    *([] if shutil.which("speech-dispatcher") else ["speech-dispatcher"]),
    *([] if MODULE.exists() else [MODULE.name]),
]

pytestmark = [
    pytest.mark.real_sound,
    pytest.mark.skipif(
        bool(MISSING),
        reason=f"not on this machine: {', '.join(MISSING)}; on Debian or Ubuntu: apt-get install "
        "pulseaudio pulseaudio-utils speech-dispatcher speech-dispatcher-espeak-ng",
    ),
]

SPEAK = """
import time
from PySide6.QtCore import QCoreApplication, QTimer
from app.ui.sound.voice import open_voice

application = QCoreApplication([])
voice = open_voice("en")
begun = time.monotonic()
while voice.is_opening:  # nobody waits for it in the window; here there is nothing else to do
    time.sleep(0.01)
    assert time.monotonic() - begun < 10
assert voice.available, voice.reason
assert voice.voices[0].startswith("English"), voice.voices[:3]
assert len(voice.voices) < 500, len(voice.voices)
voice.tune("", 0, 100)
lines = ["Hips back to the wall, 3", "Turn your back to the wall, feet hip-width apart.", "Up"]
begun = 0.0

def report(what):
    print(f"{what} {time.monotonic() - begun:.3f}")

def begin():
    global begun
    begun = time.monotonic()
    voice.say(lines[0])
    wait.start(10)

def look():
    if not voice.is_speaking:
        wait.stop()
        report("over")
        QTimer.singleShot(500, interrupt)

def interrupt():
    voice.say(lines[1])
    QTimer.singleShot(800, cut)

def cut():
    voice.stop()
    report("cut")
    QTimer.singleShot(700, end)

def end():
    voice.say(lines[2])
    QTimer.singleShot(1200, application.quit)

wait = QTimer()
wait.timeout.connect(look)
QTimer.singleShot(300, begin)
application.exec()
assert voice.available, voice.reason
voice.close()
"""

CONFIG = """
LogLevel 2
AudioOutputMethod "pulse"
DisableAutoSpawn
AddModule "espeak-ng" "sd_espeak-ng" "espeak-ng.conf"
DefaultModule espeak-ng
"""

STUCK = """
import os, signal, sys, time
from PySide6.QtCore import QCoreApplication, QTimer
from app.ui.sound.voice import open_voice

application = QCoreApplication([])
when, service = sys.argv[1], int(sys.argv[2])
voice = open_voice("en")
if when == "speaking":
    while voice.is_opening:
        time.sleep(0.01)
    assert voice.available, voice.reason
os.kill(service, signal.SIGSTOP)
longest, last = 0.0, time.monotonic()

def beat():
    global longest, last
    now = time.monotonic()
    longest, last = max(longest, now - last), now
    voice.stop()
    voice.say("Hips back")

timer = QTimer()
timer.timeout.connect(beat)
timer.start(20)
QTimer.singleShot(7000, application.quit)
application.exec()
print(f"{longest:.3f}", voice.reason)
voice.close()
"""


@pytest.fixture
def environment() -> Iterator[dict[str, str]]:
    with sound_home() as made, sound_server(made):
        folder = Path(made["HOME"])
        (folder / "modules").mkdir()
        (folder / "modules" / "espeak-ng.conf").touch()
        (folder / "speechd.conf").write_text(CONFIG)
        socket = Path(made["SPEECHD_ADDRESS"].removeprefix("unix_socket:"))
        command = [
            *("speech-dispatcher", "--run-single", "--timeout", "0"),
            *("--communication-method", "unix_socket", "--socket-path", str(socket)),
            *("--config-dir", str(folder), "--log-dir", str(folder)),
            *("--pid-file", str(folder / "speechd.pid")),
        ]
        with (folder / "speechd.log").open("wb") as log:
            service = subprocess.Popen(command, env=made, stdout=log, stderr=log)
        try:
            while not socket.exists():
                assert service.poll() is None, (folder / "speechd.log").read_text()
                time.sleep(0.03)
            made["SPEECH_PID"] = str(service.pid)
            yield made
        finally:
            service.send_signal(signal.SIGCONT)
            service.terminate()
            service.wait(HANG_S)


@best_of(3)
def test_it_speaks_is_cut_and_speaks_again(environment: dict[str, str]) -> None:
    with tempfile.TemporaryFile() as stream:
        with recorded(environment, stream):
            done = subprocess.run(
                [sys.executable, "-c", SPEAK],
                cwd=ROOT,
                env=environment,
                capture_output=True,
                text=True,
                timeout=HANG_S,
                check=False,
            )
        samples = read_recording(stream)
    lines = printed(done).splitlines()
    told = {name: float(at) for name, at in (line.split() for line in lines)}
    assert 1.4 < told["over"] < 3.0  # it knows when it has spoken

    first, second, third = onsets(samples, gap_s=0.4)
    # The second sentence takes 3 s; it was cut after 0.8 s, and the third began 0.7 s later.
    assert second - first == pytest.approx(told["over"] + 0.5, abs=0.35)
    assert third - second == pytest.approx(1.5, abs=0.35)
    cut = samples[round((second + 1.15) * RATE_HZ) : round((third - 0.05) * RATE_HZ)]
    assert max(map(abs, cut)) < 0.02 * max(map(abs, samples))


@pytest.mark.parametrize("when", ["opening", "speaking"])
def test_a_service_that_is_stopped_holds_nothing_up(environment: dict[str, str], when: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", STUCK, when, environment["SPEECH_PID"]],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=40,
        check=False,
    )
    assert (done.stderr, done.returncode) == ("", 0)
    longest, reason = done.stdout.strip().split(" ", 1)
    assert float(longest) < 1.0  # a beat is 0.02 s; the machine may be busy
    assert reason.startswith("Your computer's speech service isn't answering")
