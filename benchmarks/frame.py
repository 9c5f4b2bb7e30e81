"""Frames of the figure, pose, solve and paint: with every pair of overlays, at 4K, and two in one.

Against matplotlib drawing the same joints as lines.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable
from itertools import combinations

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import msgspec
from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from app.body.anthropometry import Body
from app.body.skeleton import Skeleton
from app.figure.cast import cast, hip_path
from app.figure.look import Look
from app.figure.palette import LIGHT
from app.figure.scene import paint_scene
from app.lessons.model import Overlay
from app.locations import find_locations
from app.movement.library import MovementLibrary
from app.movement.motion import Motion

SIZE, LARGE = (900, 700), (3840, 2160)
FRAMES, PAIR_FRAMES, LARGE_FRAMES, OTHER_FRAMES = 600, 100, 60, 40
TARGET_MS, TARGET_P99_MS, TARGET_LARGE_MS, TARGET_RATIO = 2.0, 4.0, 8.0, 14.0
#: A dressed person may take this many times as long as the silhouette.
TARGET_DRESSED = 1.4
#: What a lesson shows most: a guide at the shin and a line along the back.
USUAL = (Overlay.SHIN, Overlay.BACK)

_LIMBS = (
    ("toe", "heel", "ankle", "knee", "hip"),
    ("shoulder", "elbow", "wrist", "hand"),
)


def paint_frames(
    motions: list[Motion], look: Look, count: int, size: tuple[int, int] = SIZE
) -> list[float]:
    """Return the time of each of `count` frames, s."""
    image = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
    area = QRectF(0, 0, *size)

    def draw(t: float) -> None:
        actors = [cast(motion, t) for motion in motions]
        if Overlay.PATH in look.overlays:
            actors = [
                msgspec.structs.replace(actor, path=hip_path(motion))
                for actor, motion in zip(actors, motions, strict=True)
            ]
        painter = QPainter(image)
        paint_scene(painter, area, actors, look, LIGHT)
        painter.end()

    return _times(draw, motions[0].seconds, count)


def matplotlib_frames(motion: Motion, count: int) -> list[float]:
    """Return the time of each of `count` frames with matplotlib drawing the joints as lines, s."""
    import matplotlib as mpl

    mpl.use("agg")
    from matplotlib import pyplot as plt

    figure = plt.figure(figsize=(SIZE[0] / 100, SIZE[1] / 100), dpi=100)
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


def _median_ms(times: list[float]) -> float:
    return statistics.median(times) * 1e3


def _print_pairs(motion: Motion) -> None:
    """Print the time of each pair of overlays, the slowest first."""
    costs = []
    for pair in combinations((line for line in Overlay if line is not Overlay.HIP), 2):
        times = paint_frames([motion], Look(overlays=pair), PAIR_FRAMES)
        costs.append((_median_ms(times), " ".join(pair)))
    listed = ", ".join(f"{name} {cost:.2f}" for cost, name in sorted(costs, reverse=True))
    print(f"frame: pairs of overlays, ms median: {listed}")


def main() -> int:
    """Measure and print; return 1 if a target is missed."""
    application = QGuiApplication([])
    library = MovementLibrary(find_locations().animations)
    motion, other = (Motion(library[name], Body()) for name in ("hinge", "squat"))
    usual = Look(overlays=USUAL)
    times = paint_frames([motion], usual, FRAMES)
    median, p99 = _median_ms(times), statistics.quantiles(times, n=100)[98] * 1e3
    large = _median_ms(paint_frames([motion], usual, LARGE_FRAMES, LARGE))
    lines = _median_ms(matplotlib_frames(motion, OTHER_FRAMES))
    missed = False

    def verdict(*kept: bool) -> str:
        nonlocal missed
        missed = missed or not all(kept)
        return "" if all(kept) else " MISSED"

    print(
        f"frame: {median:.2f} ms median, {p99:.2f} ms p99 at {SIZE[0]}x{SIZE[1]} with two overlays"
        f" ({' '.join(USUAL)}), target at most {TARGET_MS} and {TARGET_P99_MS} ms"
        + verdict(median <= TARGET_MS, p99 <= TARGET_P99_MS)
    )
    print(
        f"frame: {large:.2f} ms median at {LARGE[0]}x{LARGE[1]}"
        f", target at most {TARGET_LARGE_MS} ms" + verdict(large <= TARGET_LARGE_MS)
    )
    plain = Look(overlays=USUAL, style="silhouette")
    silhouette = _median_ms(paint_frames([motion], plain, FRAMES))
    dressed = median / silhouette
    print(
        f"frame: the person takes {dressed:.2f}x as long as the silhouette ({silhouette:.2f} ms)"
        f", target at most {TARGET_DRESSED}x" + verdict(dressed <= TARGET_DRESSED)
    )
    ratio = lines / median
    print(
        f"frame: {ratio:.0f}x faster than matplotlib's lines ({lines:.1f} ms)"
        f", target at least {TARGET_RATIO:.0f}x" + verdict(ratio >= TARGET_RATIO)
    )
    for name, look in (("beside each other", Look()), ("in one place", Look(overlaid=True))):
        both = _median_ms(paint_frames([motion, other], look, PAIR_FRAMES))
        print(f"frame: {both:.2f} ms median for two figures {name}")
    _print_pairs(motion)
    application.quit()
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
