"""A line cut into dashes: the way drawings show what is hidden."""

from __future__ import annotations

import math
from itertools import pairwise

from PySide6.QtCore import QPointF


def dashes(
    xs: list[float], ys: list[float], length: float, gap: float
) -> list[tuple[QPointF, QPointF]]:
    """Return the ends of dashes along a line through pixel positions.

    Args:
        xs, ys: the line, two points or more.
        length: from the start of one dash to that of the next, pixels; as many as fit evenly.
        gap: how much (0..1) of that stays empty.
    """
    line = list(zip(xs, ys, strict=True))
    ways = [math.dist(one, other) for one, other in pairwise(line)]
    whole = sum(ways)
    count = max(1, round(whole / length + gap))
    step = whole / (count - gap) if whole else 0.0
    places: list[QPointF] = []
    index, before = 0, 0.0
    for number in range(2 * count):
        wanted = (number // 2 + (1 - gap) * (number % 2)) * step
        while index < len(ways) - 1 and before + ways[index] < wanted:
            before += ways[index]
            index += 1
        share = min((wanted - before) / ways[index], 1.0) if ways[index] else 0.0
        places.append(
            QPointF(
                xs[index] + (xs[index + 1] - xs[index]) * share,
                ys[index] + (ys[index + 1] - ys[index]) * share,
            )
        )
    return list(zip(places[::2], places[1::2], strict=True))
