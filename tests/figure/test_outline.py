from __future__ import annotations

import math

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF

from app.figure.outline import (
    PartOutline,
    Slice,
    catmull_rom,
    disc,
    hull,
    limb_outline,
    smooth,
)
from app.figure.view import View

#: A standing part: a tenth of a metre deep in front, half that behind, .3 m broad.
PART = (Slice(0, 0.10, 0.05, 0.15), Slice(1, 0.10, 0.05, 0.15))


def box(polygon: QPolygonF) -> tuple[float, float, float, float]:
    rect = polygon.boundingRect()
    return tuple(round(v, 6) for v in (rect.left(), rect.top(), rect.right(), rect.bottom()))  # type: ignore[return-value]


def part(view: View, lean_deg: float = 0.0) -> QPolygonF:
    """Return a part a metre long that stands on the origin and leans."""
    lean = math.radians(lean_deg)
    outline = PartOutline(view, 100.0)
    outline.lean_to(lean)
    for piece in PART:
        outline.add(piece.along * math.sin(lean), piece.along * math.cos(lean), piece)
    return outline.polygon()


@pytest.mark.parametrize(
    ("turn", "mirror", "expected"),
    [
        (0, False, (-5, -100, 10, 0)),
        (180, False, (-10, -100, 5, 0)),
        (0, True, (-10, -100, 5, 0)),
        (90, False, (-15, -100, 15, 0)),
        (270, False, (-15, -100, 15, 0)),
    ],
)
def test_a_part_shows_its_depth_from_the_side_and_its_breadth_from_the_front(
    turn: float, mirror: bool, expected: tuple[float, ...]
) -> None:
    assert box(part(View(0, 0, 100, turn, mirror))) == pytest.approx(expected)


def test_between_the_two_a_part_is_as_wide_as_an_ellipse() -> None:
    left, _, right, _ = box(part(View(0, 0, 100, 30)))
    front = math.hypot(0.10 * math.cos(math.radians(30)), 0.15 * 0.5)
    back = math.hypot(0.05 * math.cos(math.radians(30)), 0.15 * 0.5)
    assert (right, -left) == pytest.approx((100 * front, 100 * back))


def test_a_part_that_leans_ahead_has_its_front_below() -> None:
    assert box(part(View(0, 0, 100), 90)) == pytest.approx((0, -5, 100, 10))
    assert box(part(View(0, 0, 100, 0, True), 90)) == pytest.approx((-100, -5, 0, 10))


def limb(view: View, end: QPointF) -> QPolygonF:
    return limb_outline(QPointF(0, 0), end, PART, 100.0, view)


def test_a_limb_that_hangs_has_its_front_ahead() -> None:
    left, _, right, _ = box(limb(View(0, 0, 100), QPointF(0, 100)))
    assert (left, right) == pytest.approx((-5, 10))
    left, _, right, _ = box(limb(View(0, 0, 100, 0, True), QPointF(0, 100)))
    assert (left, right) == pytest.approx((-10, 5))


def test_a_limb_shows_its_breadth_from_the_front() -> None:
    left, _, right, _ = box(limb(View(0, 0, 100, 90), QPointF(0, 100)))
    assert (left, right) == pytest.approx((-15, 15))


def test_the_ends_of_a_limb_are_round() -> None:
    _, top, _, bottom = box(limb(View(0, 0, 100), QPointF(0, 100)))
    assert top == pytest.approx(-7.5, abs=0.6)
    assert bottom == pytest.approx(107.5, abs=0.6)


def test_a_limb_seen_along_its_axis_is_still_a_shape() -> None:
    polygon = limb(View(0, 0, 100, 90), QPointF(0, 0))
    assert all(math.isfinite(p.x()) and math.isfinite(p.y()) for p in polygon.toList())


def corners(polygon: QPolygonF) -> set[tuple[float, float]]:
    return {(p.x(), p.y()) for p in polygon.toList()}


def test_a_hull_keeps_the_outer_points_alone() -> None:
    square = {(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0)}
    inner = [QPointF(1, 1), QPointF(2, 3), QPointF(2, 0), QPointF(0, 2)]
    assert corners(hull([*inner, *(QPointF(x, y) for x, y in square)])) == square


def test_a_hull_is_closed_in_order() -> None:
    points = [QPointF(math.cos(a) * 10, math.sin(a) * 10) for a in (0.3 * i * i for i in range(40))]
    polygon = hull(points).toList()
    turns = [
        (b.x() - a.x()) * (c.y() - b.y()) - (b.y() - a.y()) * (c.x() - b.x())
        for a, b, c in zip(
            polygon, polygon[1:] + polygon[:1], polygon[2:] + polygon[:2], strict=True
        )
    ]
    assert all(turn > 0 for turn in turns) or all(turn < 0 for turn in turns)


def test_a_disc_is_round() -> None:
    polygon = disc(QPointF(3, 4), 10)
    distances = [math.hypot(p.x() - 3, p.y() - 4) for p in polygon.toList()]
    assert distances == pytest.approx([10] * len(distances), rel=0.02)


def test_a_smooth_curve_runs_through_its_points() -> None:
    values = [0.0, 3.0, 1.0, 4.0]
    curve = catmull_rom(values, 13)
    assert [curve[0], curve[4], curve[8], curve[12]] == pytest.approx(values)
    line = catmull_rom([0.0, 1.0, 2.0], 5)
    assert line == pytest.approx([0, 0.4375, 1, 1.5625, 2])


def test_smoothing_keeps_both_ends() -> None:
    slices = [Slice(0, 1, 2, 3), Slice(0.5, 2, 2, 2), Slice(1, 4, 5, 6)]
    finer = smooth(slices, 9)
    assert len(finer) == 9
    assert (finer[0], finer[4], finer[8]) == (slices[0], slices[1], slices[2])
