"""A sound server of one's own, in folders of its own, and what is played on it.

Nobody hears it and nothing of it stays: PulseAudio with an output that leads nowhere, and a
recording of that output.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

RATE_HZ = 8_000
#: What is needed, all in the packages pulseaudio and pulseaudio-utils of Debian and Ubuntu.
PROGRAMS = ("pulseaudio", "parec", "pactl")
#: Louder than this share of the loudest sample is sound.
_THRESHOLD = 0.02
_TRIES, _TRY_S = 1000, 0.03


def missing_programs() -> list[str]:
    """Return the programs that are not on PATH."""
    return [name for name in PROGRAMS if shutil.which(name) is None]


@contextmanager
def sound_home() -> Iterator[dict[str, str]]:
    """Give an environment with a home and a sound server's address of its own."""
    # A socket's path holds some 100 characters, so not the long path of a test's folder.
    folder = Path(tempfile.mkdtemp(prefix="tones-"))
    try:
        (folder / "home").mkdir()
        yield {
            **os.environ,
            "HOME": str(folder / "home"),
            "XDG_RUNTIME_DIR": str(folder),
            "PULSE_RUNTIME_PATH": str(folder / "pulse"),
            "PULSE_SERVER": f"unix:{folder / 'native'}",
            "SPEECHD_ADDRESS": f"unix_socket:{folder / 'speechd'}",
        }
    finally:
        shutil.rmtree(folder)


@contextmanager
def sound_server(environment: dict[str, str]) -> Iterator[None]:
    """Run a server with an output that nobody hears.

    Raises:
        RuntimeError: it does not come up; what it wrote.
    """
    path = environment["PULSE_SERVER"].removeprefix("unix:")
    command = [
        *("pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"),
        *("-L", f"module-native-protocol-unix auth-anonymous=1 socket={path}"),
        *("-L", "module-null-sink sink_name=practice rate=44100 norewinds=1"),
    ]
    log = Path(environment["HOME"], "pulseaudio.log")
    with log.open("wb") as stream:
        daemon = subprocess.Popen(command, env=environment, stderr=stream)
    try:
        for _ in range(_TRIES):
            asked = subprocess.run(
                ["pactl", "info"], env=environment, capture_output=True, check=False
            )
            if asked.returncode == 0:
                break
            if daemon.poll() is not None:
                raise RuntimeError(log.read_text())
            time.sleep(_TRY_S)
        else:
            raise RuntimeError(f"pulseaudio does not come up: {log.read_text()}")
        yield
    finally:
        daemon.terminate()
        daemon.wait(5)


@contextmanager
def recorded(environment: dict[str, str], stream: IO[bytes]) -> Iterator[None]:
    """Record what is played, as 16-bit samples of `RATE_HZ`."""
    form = [f"--rate={RATE_HZ}", "--channels=1", "--format=s16le", "--raw", "--latency-msec=20"]
    command = ["parec", "--device=practice.monitor", *form]
    recorder = subprocess.Popen(command, env=environment, stdout=stream)
    try:
        yield
    finally:
        recorder.terminate()  # it writes what it has
        recorder.wait(5)


def read_recording(stream: IO[bytes]) -> array[int]:
    """Return the samples of a recording."""
    stream.seek(0)
    data = stream.read()
    samples = array("h", data[: len(data) // 2 * 2])
    if sys.byteorder == "big":
        samples.byteswap()
    return samples


def onsets(samples: array[int], gap_s: float) -> list[float]:
    """Return where sound begins after at least `gap_s` seconds of silence, s."""
    threshold = _THRESHOLD * max(map(abs, samples), default=0)
    found: list[float] = []
    last = -len(samples) - RATE_HZ
    for index, sample in enumerate(samples):
        if abs(sample) > threshold:
            if index - last > gap_s * RATE_HZ:
                found.append(index / RATE_HZ)
            last = index
    return found
