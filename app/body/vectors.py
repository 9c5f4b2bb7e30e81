"""Points in space, and the little arithmetic the mechanics need."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import NamedTuple


class Vec3(NamedTuple):
    """A point, m: x forward, y up, z to the right."""

    x: float
    y: float
    z: float


def up(lean: float, length: float) -> Vec3:
    """Return the end of an upright segment that leans forward by `lean` radians."""
    return Vec3(length * math.sin(lean), length * math.cos(lean), 0.0)


def add(a: Vec3, b: Vec3) -> Vec3:
    """Return a + b."""
    return Vec3(a.x + b.x, a.y + b.y, a.z + b.z)


def between(a: Vec3, b: Vec3, share: float) -> Vec3:
    """Return the point `share` (0..1) of the way from a to b."""
    return Vec3(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share, a.z + (b.z - a.z) * share)


def arc(length: float, begin: float, end: float, share: float = 1.0) -> Vec3:
    """Return the point `share` (0..1) along a curved upright segment, from its lower end, m.

    The segment bends evenly: its direction turns from the lean `begin` to `end` (radians).
    """
    turn = (end - begin) * share
    half = turn / 2
    chord = length * share * (math.sin(half) / half if abs(turn) > 1e-9 else 1.0)
    lean = begin + half
    return Vec3(chord * math.sin(lean), chord * math.cos(lean), 0.0)


@lru_cache(maxsize=4096)
def third_side(a: float, b: float, flexion: float) -> float:
    """Return how far apart (m) the far ends of two bones are at a flexion of their joint, deg."""
    return math.sqrt(a * a + b * b + 2 * a * b * math.cos(math.radians(flexion)))


def flexion(a: float, b: float, apart: float) -> float:
    """Return the flexion (deg) of the joint of two bones whose far ends are `apart` (m)."""
    inside = (a * a + b * b - apart**2) / (2 * a * b)
    return 180 - math.degrees(math.acos(max(-1.0, min(1.0, inside))))


def bend(root: Vec3, tip: Vec3, first: float, second: float, pole: Vec3) -> Vec3:
    """Return the middle joint of two bones from `root` to `tip`, m.

    Args:
        root: where the first bone begins.
        tip: where the second ends; at most `first + second` away.
        first, second: the bones' lengths, m.
        pole: the direction in which the joint points; it need not be at right angles.
    """
    ax, ay, az = tip.x - root.x, tip.y - root.y, tip.z - root.z
    square = ax * ax + ay * ay + az * az
    # How far along the line between the ends the joint lies, and how far beside it.
    along = (square + first * first - second * second) / (2 * square)
    beside = math.sqrt(max(0.0, first * first - along * along * square))
    dot = (pole.x * ax + pole.y * ay + pole.z * az) / square
    px, py, pz = pole.x - dot * ax, pole.y - dot * ay, pole.z - dot * az
    size = math.sqrt(px * px + py * py + pz * pz)
    scale = beside / size if size > 1e-12 else 0.0
    return Vec3(
        root.x + ax * along + px * scale,
        root.y + ay * along + py * scale,
        root.z + az * along + pz * scale,
    )
