"""2 s of movement as a 480x480 GIF at 25 frames a second, against matplotlib's PillowWriter.

Ours also holds the lowest point, which adds no picture.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QGuiApplication

from app.body.anthropometry import Body
from app.figure.look import Look
from app.figure.palette import DARK, LIGHT
from app.lessons.model import Overlay
from app.locations import find_locations
from app.movement.library import MovementLibrary
from app.movement.motion import Motion
from app.movement.playback import SEAM_S
from app.picture.export import Export, export
from app.picture.kind import Size
from app.picture.progress import run
from app.picture.shot import Shot
from benchmarks._joints import joint_chains

if TYPE_CHECKING:
    from matplotlib.lines import Line2D

SIDE, FPS, SECONDS = 480, 25, 2.0
TURNS = 5
TARGET_RATIO, TARGET_BYTES = 12.0, 400_000


def write_ours(shot: Shot, file: Path) -> None:
    run(export(Export(shot), file))


def write_matplotlib(motion: Motion, file: Path) -> None:
    """Write the same loop as lines: the same number of frames, at the same moments."""
    import matplotlib as mpl

    mpl.use("agg")
    from matplotlib import pyplot as plt
    from matplotlib.animation import FuncAnimation, PillowWriter

    figure = plt.figure(figsize=(SIDE / 100, SIDE / 100), dpi=100)
    axes = figure.add_subplot()
    axes.set(xlim=(-1.1, 1.1), ylim=(-0.2, 2.0), aspect="equal")
    lines = [axes.plot([], [], linewidth=8)[0] for _ in range(5)]
    count = round(SECONDS * FPS)
    speed = (motion.seconds + SEAM_S) / SECONDS

    def draw(frame: int) -> list[Line2D]:
        t = min(frame / FPS * speed, motion.seconds)
        for line, points in zip(lines, joint_chains(motion.skeleton_at(t)), strict=True):
            line.set_data([x for x, _ in points], [y for _, y in points])
        return lines

    FuncAnimation(figure, draw, frames=count).save(file, writer=PillowWriter(fps=FPS))
    plt.close(figure)


def seconds_of(write: Callable[[], None]) -> float:
    begin = time.perf_counter()
    write()
    return time.perf_counter() - begin


def main() -> int:
    """Measure and print; return 1 if a target is missed."""
    application = QGuiApplication([])
    motion = Motion(MovementLibrary(find_locations().animations)["hinge"], Body())
    speed = (motion.seconds + SEAM_S) / SECONDS
    look = Look(overlays=(Overlay.SHIN, Overlay.BACK))
    shots = [
        Shot((motion,), look, palette, Size(SIDE, SIDE), FPS, speed) for palette in (LIGHT, DARK)
    ]
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = Path(folder) / "ours.gif", Path(folder) / "theirs.gif"
        # Once each beforehand, so that loading does not count.
        write_ours(shots[1], ours)
        largest = ours.stat().st_size
        write_matplotlib(motion, theirs)
        turns = [
            (
                seconds_of(lambda: write_ours(shots[0], ours)),
                seconds_of(lambda: write_matplotlib(motion, theirs)),
            )
            for _ in range(TURNS)
        ]
        largest = max(largest, ours.stat().st_size)
        other_size = theirs.stat().st_size
    median = statistics.median(one for one, _ in turns)
    other = statistics.median(one for _, one in turns)
    ratio = statistics.median(theirs / ours for ours, theirs in turns)
    missed = ratio < TARGET_RATIO or largest > TARGET_BYTES
    print(
        f"gif: {median * 1e3:.0f} ms for {SECONDS:g} s at {SIDE}x{SIDE} and {FPS} frames/s, "
        f"{ratio:.0f}x faster than matplotlib's PillowWriter with lines ({other * 1e3:.0f} ms), "
        f"target at least {TARGET_RATIO:.0f}x; {largest / 1e3:.0f} kB in the larger theme "
        f"(matplotlib {other_size / 1e3:.0f} kB), target at most {TARGET_BYTES / 1e3:.0f} kB"
        + (" MISSED" if missed else "")
    )
    application.quit()
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
