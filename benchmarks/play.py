"""Ten seconds of play at 60 Hz: dropped frames. Ten minutes of it: how memory grows."""

from __future__ import annotations

import gc
import os
import sys
import tempfile
import time
from functools import partial
from itertools import pairwise
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer

from app.application import make_application
from app.startup import Options, Program
from app.ui.devices import Devices
from app.ui.stage.stage import Stage

SECONDS, RATE = 10.0, 60
#: Two movements side by side, looping, with their guides; the page a lesson opens on.
LESSON = "hinge-or-squat"
SETTLE_S = 2.5
MINUTES, WARM_UP_MINUTES = 10, 2
TARGET_MIB = 1.0
WINDOW = (1280, 800)


class Frames(QObject):
    """Notes when each frame of the figure is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.times: list[float] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note and let pass."""
        del watched
        if event.type() == QEvent.Type.Paint:
            self.times.append(time.perf_counter())
        return False


class Clock:
    """A clock that stands still until told to move, s; real while `real` is set."""

    def __init__(self) -> None:
        self.real = True
        self.now = 0.0

    def __call__(self) -> float:
        """Return the time, s."""
        return time.perf_counter() if self.real else self.now


def count_dropped(times: list[float]) -> int:
    """Return how many gaps between frames are longer than one and a half frames of 60 Hz."""
    longest = 1.5 / RATE
    return sum(after - before > longest for before, after in pairwise(times))


def play_real(stage: Stage, seconds: float) -> list[float]:
    """Play for real; return when frames were painted, s."""
    frames = Frames()
    stage.installEventFilter(frames)
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()
    stage.removeEventFilter(frames)
    return frames.times


def play_fast(stage: Stage, clock: Clock, minutes: float) -> None:
    """Play a stretch of time frame by frame, as fast as it can be painted."""
    for _ in range(round(minutes * 60 * RATE)):
        clock.now += 1 / RATE
        stage.advance()
        stage.repaint()


def resident_mib() -> float:
    """Return the memory this process uses, MiB."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def main() -> int:
    """Measure and print; return 1 if frames were dropped or memory grew too much."""
    clock = Clock()
    with tempfile.TemporaryDirectory() as data_dir:
        program = Program(make_application(), partial(Devices, clock=clock))
        window = program.open(Options(lesson=LESSON, data_dir=Path(data_dir)))
        window.resize(*WINDOW)
        window.show()
        stage = window.learn.stage
        play_real(stage, SETTLE_S)
        times = play_real(stage, SECONDS)
        dropped = count_dropped(times)
        rate = (len(times) - 1) / (times[-1] - times[0])
        gaps = sorted(after - before for before, after in pairwise(times))
        print(
            f"play: {dropped} of {len(times)} frames dropped in {SECONDS:.0f} s,"
            f" target none on an idle machine; {rate:.1f} frames/s, longest gap"
            f" {gaps[-1] * 1e3:.1f} ms, {gaps[-1] * RATE:.2f}x a frame of {RATE} Hz"
            + (" MISSED" if dropped else "")
        )
        clock.now, clock.real = clock(), False
        stage.pause()
        stage.play()
        play_fast(stage, clock, WARM_UP_MINUTES)
        before = resident_mib()
        play_fast(stage, clock, MINUTES)
        grown = resident_mib() - before
        missed = grown > TARGET_MIB
        print(
            f"play: memory grew by {grown:.2f} MiB in {MINUTES} minutes of play"
            f" ({MINUTES * 60 * RATE} frames after {WARM_UP_MINUTES} minutes to warm up,"
            f" {before:.0f} MiB before, {grown / before:.4f}x), target at most {TARGET_MIB:g} MiB"
            + (" MISSED" if missed else "")
        )
        program.close()
    return int(bool(dropped) or missed)


if __name__ == "__main__":
    sys.exit(main())
