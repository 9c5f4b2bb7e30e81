"""The tones, recorded from a sound server of the test's own, in folders of the test's own."""

from __future__ import annotations

import runpy
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.practice.tones import Tone
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
from tests.helpers.pitch import sounding, strongest

ROOT = Path(__file__).resolve().parents[2]
#: Silence between two tones, in seconds.
GAP_S = 0.15
MISSING = missing_programs()

pytestmark = [
    pytest.mark.real_sound,
    pytest.mark.skipif(
        bool(MISSING),
        reason=f"not on PATH: {', '.join(MISSING)}; "
        "on Debian or Ubuntu: apt-get install pulseaudio pulseaudio-utils",
    ),
]

PLAY = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from app.practice.tones import Tone
from app.ui.sound.player import open_tones

application = QCoreApplication([])
tones = open_tones(Path("resources/sounds"), 100)
while tones.is_opening:
    application.processEvents()
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
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from app.ui.sound.player import open_tones
application = QCoreApplication([])
tones = open_tones(Path("resources/sounds"), 100, answer_s=0.3)
while tones.is_opening:
    application.processEvents()
print(tones.available, tones.reason)
"""


@pytest.fixture(scope="module")
def environment() -> Iterator[dict[str, str]]:
    with sound_home() as made:
        yield made


@pytest.fixture
def server(environment: dict[str, str]) -> Iterator[dict[str, str]]:
    with sound_server(environment):
        yield environment


def run(code: str, environment: dict[str, str], *arguments: str) -> str:
    result = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=HANG_S,
        check=False,
    )
    return printed(result)


@best_of(3)
def test_every_tone_comes_out_with_its_notes_and_in_order(server: dict[str, str]) -> None:
    tool = runpy.run_path(str(ROOT / "tools" / "make_sounds.py"))
    notes = {tone: tool["SOUNDS"][tone] for tone in Tone}
    lengths = {tone: max(n.start_s + n.seconds for n in notes[tone]) for tone in Tone}
    with tempfile.TemporaryFile() as stream:
        with recorded(server, stream):
            run(PLAY, server, *(f"{t}={round(1000 * (lengths[t] + GAP_S))}" for t in Tone))
        samples = read_recording(stream)

    heard = sounding(samples, RATE_HZ, gap_s=0.07)
    assert len(heard) == len(Tone)
    for tone, stretch in zip(Tone, heard, strict=True):
        assert len(stretch) / RATE_HZ == pytest.approx(lengths[tone], abs=0.08), tone
        for note in notes[tone]:
            together = {other.hertz for other in notes[tone] if other.start_s == note.start_s}
            start = stretch.start + round((note.start_s + 0.02) * RATE_HZ)
            part = samples[start : start + RATE_HZ // 16]
            assert strongest(part, RATE_HZ, tool["PITCHES"], len(together)) == together, tone


@best_of(3)
def test_a_session_sounds_at_its_planned_times(server: dict[str, str]) -> None:
    """Two repetitions of three 0.7 s parts, led by the real page with its real timers."""
    environment = {**server, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "benchmarks._session_by_ear", "2", "0.7"]
    with tempfile.TemporaryFile() as stream:
        with recorded(environment, stream):
            done = subprocess.run(
                command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
            )
        samples = read_recording(stream)
    lines = [line.split() for line in printed(done).splitlines()]
    names = [name for _, name in lines]
    rep = ["hold", "up"]
    assert names == ["get_ready"] * 3 + ["down", *rep, "last_rep", *rep, "done"]
    planned = [float(at) for at, _ in lines]
    assert planned[-1] - planned[0] == pytest.approx(3 + 6 * 0.7, abs=1e-4)
    heard = onsets(samples, gap_s=0.07)
    assert len(heard) == len(planned)
    late = sorted(h - p for h, p in zip(heard, planned, strict=True))
    # From the earliest to the latest.
    assert late[-1] - late[0] < 0.1
    tool = runpy.run_path(str(ROOT / "tools" / "make_sounds.py"))
    for name, at in zip(names, heard, strict=True):
        first = {note.hertz for note in tool["SOUNDS"][name] if note.start_s == 0}
        start = round((at + 0.01) * RATE_HZ)
        part = samples[start : start + RATE_HZ // 16]
        assert strongest(part, RATE_HZ, tool["PITCHES"], len(first)) == first, name


def test_without_a_server_it_is_silent_at_once(environment: dict[str, str]) -> None:
    answer = run(ASK, {**environment, "PULSE_SERVER": "unix:/nowhere/at/all"})
    assert answer.startswith("False No sound output was found: check that PipeWire")


def test_a_server_that_never_answers_holds_nothing_up(environment: dict[str, str]) -> None:
    path = str(Path(environment["XDG_RUNTIME_DIR"], "deaf"))
    with socket.socket(socket.AF_UNIX) as deaf:
        deaf.bind(path)
        deaf.listen()
        answer = run(ASK, {**environment, "PULSE_SERVER": f"unix:{path}"})
    assert answer.startswith("False Your computer's sound service isn't answering")
