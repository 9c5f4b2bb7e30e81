"""One frame of the figure at 900x700, pose, solve and paint, against matplotlib's lines."""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from app.body.anthropometry import Body
from app.body.skeleton import Skeleton
from app.figure.palette import LIGHT
from app.figure.scene import Actor, Look, paint_scene
from app.lessons.model import Line
from app.locations import find_locations
from app.movement.library import MovementLibrary
from app.movement.motion import Motion

WIDTH, HEIGHT = 900, 700
FRAMES, OTHER_FRAMES = 600, 40
TARGET_MS, TARGET_RATIO = 1.5, 12.0

_LIMBS = (
    ("toe", "heel", "ankle", "knee", "hip"),
    ("shoulder", "elbow", "wrist", "hand"),
)


def paint_frames(motion: Motion, count: int) -> list[float]:
    """Return what each of `count` frames of the figure took, s."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_ARGB32_Premultiplied)
    area = QRectF(0, 0, WIDTH, HEIGHT)
    look = Look(lines=(Line.SHIN, Line.BACK))
    movement = motion.movement

    def draw(t: float) -> None:
        place = motion.place_at(t)
        skeleton = motion.skeleton(motion.pose_in(*place))
        cue = movement.phases[place.phase].cue
        painter = QPainter(image)
        actor = Actor(skeleton, movement.label, movement.title, cue)
        paint_scene(painter, area, [actor], look, LIGHT)
        painter.end()

    return _times(draw, motion.seconds, count)


def matplotlib_frames(motion: Motion, count: int) -> list[float]:
    """Return what each of `count` frames took when matplotlib drew the joints as lines, s."""
    import matplotlib as mpl

    mpl.use("agg")
    from matplotlib import pyplot as plt

    figure = plt.figure(figsize=(WIDTH / 100, HEIGHT / 100), dpi=100)
    axes = figure.add_subplot()
    axes.set(xlim=(-1.1, 1.1), ylim=(-0.2, 1.9), aspect="equal")
    lines = [axes.plot([], [], linewidth=8)[0] for _ in range(5)]

    def draw(t: float) -> None:
        for line, points in zip(lines, _chains(motion.skeleton_at(t)), strict=True):
            line.set_data([x for x, _ in points], [y for _, y in points])
        figure.canvas.draw()

    return _times(draw, motion.seconds, count)


def _chains(skeleton: Skeleton) -> list[list[tuple[float, float]]]:
    joints = skeleton.joints
    chains = [[f"{name}_{side}" for name in limb] for side in ("left", "right") for limb in _LIMBS]
    chains.append(["l5s1", "t12l1", "c7", "head"])
    return [[(joints[name].x, joints[name].y) for name in chain] for chain in chains]


def _times(draw: Callable[[float], None], seconds: float, count: int) -> list[float]:
    draw(0.0)
    times = []
    for index in range(count):
        begin = time.perf_counter()
        draw(seconds * (index % 100) / 100)
        times.append(time.perf_counter() - begin)
    return times


def main() -> int:
    """Measure and print; return 1 where a target is missed."""
    application = QGuiApplication([])
    motion = Motion(MovementLibrary(find_locations().animations)["hinge"], Body())
    ours = paint_frames(motion, FRAMES)
    theirs = matplotlib_frames(motion, OTHER_FRAMES)
    median = statistics.median(ours) * 1e3
    other = statistics.median(theirs) * 1e3
    ratio = other / median
    p99 = statistics.quantiles(ours, n=100)[98] * 1e3
    missed = median > TARGET_MS or ratio < TARGET_RATIO
    print(
        f"frame: {median:.2f} ms median, {p99:.2f} ms p99 at {WIDTH}x{HEIGHT} with two guide lines"
        f", target at most {TARGET_MS} ms; {ratio:.0f}x faster than matplotlib's lines"
        f" ({other:.1f} ms), target at least {TARGET_RATIO:.0f}x" + (" MISSED" if missed else "")
    )
    application.quit()
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
