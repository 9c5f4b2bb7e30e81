"""The path of the hips is cached as drawn, with as few points as it takes."""

from __future__ import annotations

import math
from itertools import pairwise

from PySide6.QtCore import QPointF

from app.body.vectors import Vec3
from app.figure.cast import hip_path
from app.figure.overlays.path import _seen
from app.figure.view import View
from tests.helpers.motions import motion_of


def drawn(path: tuple[Vec3, ...], view: View) -> list[QPointF]:
    return _seen(path, view.x, view.y, view.scale, view.ahead, view.aside).toList()


def from_line(at: QPointF, line: list[QPointF]) -> float:
    """Return how far a point lies from a line, pixels."""
    nearest = math.inf
    for start, end in pairwise(line):
        way = end - start
        square = QPointF.dotProduct(way, way) or 1.0
        share = min(1.0, max(0.0, QPointF.dotProduct(at - start, way) / square))
        away = at - (start + way * share)
        nearest = min(nearest, math.hypot(away.x(), away.y()))
    return nearest


def test_no_point_of_the_way_lies_beside_the_line() -> None:
    for name in ("hinge", "squat", "rounded-back"):
        path = hip_path(motion_of(name))
        for turn in (0, 40, 130):
            view = View(300, 600, 340, turn)
            line = drawn(path, view)
            # Points closer to the last one than the width of a line are left out.
            assert max(from_line(view.point(at), line) for at in path) < 1.7
            assert len(line) < len(path)


def test_a_straight_way_has_two_ends_and_a_bend_is_kept() -> None:
    view = View(0, 0, 100)
    straight = tuple(Vec3(step / 10, 1.0, 0.0) for step in range(11))
    assert len(drawn(straight, view)) == 2
    bent = (*straight, *(Vec3(1.0, 1.0 + step / 10, 0.0) for step in range(1, 11)))
    assert drawn(bent, view) == [QPointF(0, -100), QPointF(100, -100), QPointF(100, -200)]


def test_one_who_goes_back_is_followed_to_where_they_turned() -> None:
    there = [Vec3(step / 10, 1.0, 0.0) for step in range(11)]
    line = drawn((*there, *there[::-1]), View(0, 0, 100))
    assert max(at.x() for at in line) == 100
    assert line[0] == line[-1]


def test_one_who_stays_has_a_way_of_one_place() -> None:
    assert len(drawn((Vec3(0, 1, 0),) * 9, View(0, 0, 100))) <= 2
