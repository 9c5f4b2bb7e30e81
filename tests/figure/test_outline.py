from __future__ import annotations

import math
from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF

from app.body.anthropometry import Sex
from app.body.vectors import Vec3
from app.figure.build import build_of
from app.figure.outline import (
    PartOutline,
    Slice,
    bar,
    catmull_rom,
    disc,
    ellipse,
    ribbon,
    smooth,
    swept,
)
from app.figure.tapered import Profile, _upright_limb, limb_outline
from app.figure.view import View
from tests.helpers.hull import hull

#: A standing part: a tenth of a metre deep in front, half that behind, .3 m broad.
PART = [Slice(0, 0.10, 0.05, 0.15), Slice(1, 0.10, 0.05, 0.15)]
LIMB = Profile(PART)


def box(polygon: QPolygonF) -> tuple[float, float, float, float]:
    rect = polygon.boundingRect()
    return tuple(round(v, 6) for v in (rect.left(), rect.top(), rect.right(), rect.bottom()))  # type: ignore[return-value]


def part(view: View, lean_deg: float = 0.0) -> QPolygonF:
    """Return a part a metre long that stands on the origin and leans."""
    lean = math.radians(lean_deg)
    outline = PartOutline(view, 100.0)
    alongs = [piece.along for piece in PART]
    places = [(along * math.sin(lean), along * math.cos(lean), lean) for along in alongs]
    outline.extend(places, 0.0, PART)
    return outlined(outline)


def outlined(outline: PartOutline) -> QPolygonF:
    """Return the corners of an outline."""
    (polygon,) = outline.path().toSubpathPolygons()
    return polygon


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


def limb(view: View, length: float) -> QPolygonF:
    """Return a limb that hangs from the origin and is so many pixels long."""
    return limb_outline(Vec3(0, 0, 0), Vec3(0, -length / view.scale, 0), LIMB, 100.0, view)


def test_a_limb_that_hangs_has_its_front_ahead() -> None:
    left, _, right, _ = box(limb(View(0, 0, 100), 100))
    assert (left, right) == pytest.approx((-5, 10))
    left, _, right, _ = box(limb(View(0, 0, 100, 0, True), 100))
    assert (left, right) == pytest.approx((-10, 5))


def test_a_limb_shows_its_breadth_from_the_front() -> None:
    left, _, right, _ = box(limb(View(0, 0, 100, 90), 100))
    assert (left, right) == pytest.approx((-15, 15))


def test_the_ends_of_a_limb_are_round() -> None:
    _, top, _, bottom = box(limb(View(0, 0, 100), 100))
    assert top == pytest.approx(-7.5, abs=0.6)
    assert bottom == pytest.approx(107.5, abs=0.6)


def test_a_limb_seen_along_its_axis_is_still_a_shape() -> None:
    polygon = limb(View(0, 0, 100, 90), 0)
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


def test_a_limb_that_points_at_the_viewer_stays_as_thick_as_it_is() -> None:
    for length in (0.0, 0.4, 3.0, 20.0):
        left, top, right, bottom = box(limb(View(0, 0, 100, 90), length))
        assert (left, right) == pytest.approx((-15, 15), abs=0.3)
        assert bottom - top == pytest.approx(30 + max(length, 0.8), abs=2)


def test_a_limb_reaches_exactly_from_end_to_end() -> None:
    radius = 7.5
    for tenths in range(20, 900, 7):
        _, top, _, bottom = box(limb(View(0, 0, 100), tenths / 10))
        assert bottom - radius == pytest.approx(tenths / 10, abs=0.7)
        assert top == pytest.approx(-radius, abs=0.7)


def test_a_limb_grows_without_leaps() -> None:
    ends = [box(limb(View(0, 0, 100), hundredths / 100))[3] for hundredths in range(100, 2000, 5)]
    assert all(-0.4 < b - a < 0.5 for a, b in pairwise(ends))


def test_few_outlines_are_kept_however_a_limb_is_seen() -> None:
    _upright_limb.cache_clear()
    for step in range(5000):
        limb(View(0, 0, 100), 25 * abs(math.sin(step)))
    assert _upright_limb.cache_info().currsize < 300


def test_shoulders_are_broad_across_the_body_however_it_leans() -> None:
    outline = PartOutline(View(0, 0, 100, 45), 100.0)
    outline.extend([(0.0, 0.0, math.radians(45))], 0.0, [Slice(0, 0.01, 0.01, 0.30)])
    one, other = outlined(outline).toList()
    # A broad, thin slice lies level, as what is aside of the body does.
    assert abs(one.y() - other.y()) < 1.5
    assert abs(one.x() - other.x()) == pytest.approx(60 * math.sin(math.radians(45)), rel=0.05)


@pytest.mark.parametrize("lean", [-20, 0, 35, 70])
@pytest.mark.parametrize("turn", [20, 45, 100, 200])
def test_a_slice_shows_where_it_reaches_farthest_across_its_axis(turn: float, lean: float) -> None:
    view, angle = View(0, 0, 100, turn), math.radians(lean)
    outline = PartOutline(view, 100.0)
    outline.extend([(0.0, 0.0, angle)], 0.0, [Slice(0, 0.12, 0.12, 0.20)])
    # The same ellipse point by point: ahead of the axis and aside of it.
    rim = [
        view.point(
            Vec3(
                0.12 * math.cos(a) * math.cos(angle),
                -0.12 * math.cos(a) * math.sin(angle),
                0.20 * math.sin(a),
            )
        )
        for a in (math.tau * i / 720 for i in range(720))
    ]
    axis = view.point(Vec3(math.sin(angle), math.cos(angle), 0.0))
    by_reach = sorted(rim, key=lambda at: at.x() * -axis.y() + at.y() * axis.x())
    found = sorted(
        outlined(outline).toList(), key=lambda at: at.x() * -axis.y() + at.y() * axis.x()
    )
    for at, wanted in zip(found, (by_reach[0], by_reach[-1]), strict=True):
        assert math.hypot(at.x() - wanted.x(), at.y() - wanted.y()) < 0.5


@pytest.mark.parametrize(("bend_deg", "folds"), [(0, False), (20, False), (70, True)])
@pytest.mark.parametrize("mirror", [False, True])
def test_a_part_says_whether_it_overlaps_itself(bend_deg: float, folds: bool, mirror: bool) -> None:
    outline = PartOutline(View(0, 0, 100, 0, mirror), 100.0)
    x = y = 0.0
    for step in range(4):
        lean = math.radians(bend_deg * step)
        # Deeper in front than the slices are apart: a sharp bend makes them cross there.
        outline.extend([(x, y, lean)], 0.0, [Slice(0, 0.12, 0.12, 0.1)])
        x, y = x + 0.1 * math.sin(lean), y + 0.1 * math.cos(lean)
    assert outline.folds is folds


def test_a_part_is_moved_aside_with_the_body() -> None:
    for turn, shift in ((0, 0.0), (90, -20.0)):
        outline = PartOutline(View(0, 0, 100, turn), 100.0)
        outline.extend([(0.0, 0.0, 0.0)], 0.2, PART[:1])
        middle = outlined(outline).boundingRect().center().x()
        still = PartOutline(View(0, 0, 100, turn), 100.0)
        still.extend([(0.0, 0.0, 0.0)], 0.0, PART[:1])
        assert middle - outlined(still).boundingRect().center().x() == pytest.approx(shift)


def test_a_ribbon_is_as_broad_as_asked_and_round_at_its_ends() -> None:
    xs, ys = [0.0, 10.0, 20.0, 30.0], [5.0, 5.0, 5.0, 5.0]
    assert box(ribbon(xs, ys, 8.0)) == pytest.approx((-4, 1, 34, 9), abs=0.4)
    shape = ribbon([0.0, 0.0], [0.0, 10.0], 4.0)
    assert box(shape) == pytest.approx((-2, -2, 2, 12), abs=0.3)


def corners_sharper_than(polygon: QPolygonF, degrees: float) -> int:
    """Return how many corners of a closed outline turn by more than an angle."""
    points = polygon.toList()
    count = 0
    for a, b, c in zip(points, points[1:] + points[:1], points[2:] + points[:2], strict=True):
        one = math.atan2(b.y() - a.y(), b.x() - a.x())
        other = math.atan2(c.y() - b.y(), c.x() - b.x())
        turn = abs((other - one + math.pi) % (2 * math.pi) - math.pi)
        count += turn > math.radians(degrees)
    return count


SHANK = build_of(1.75, 75.0, Sex.MALE).shank


def test_large_pictures_have_no_corners_where_bodies_are_round() -> None:
    start, end = Vec3(0, 0, 0), Vec3(0, -0.26, 0)
    view = View(0, 0, 1000)
    small, large = (limb_outline(start, end, SHANK, size, view) for size in (500, 1000))
    assert corners_sharper_than(small, 12) > 2 * corners_sharper_than(large, 12)
    assert large.size() > 2 * small.size()
    assert corners_sharper_than(disc(QPointF(0, 0), 200), 6) == 0
    assert disc(QPointF(0, 0), 10).size() < 30


@pytest.mark.parametrize("width", [2.0, 20.0])
def test_a_bar_is_as_broad_as_asked_and_round_at_its_ends(width: float) -> None:
    half = width / 2
    shape = bar(QPointF(10, 5), QPointF(60, 5), width)
    assert box(shape) == pytest.approx((10 - half, 5 - half, 60 + half, 5 + half), abs=0.3)
    assert corners_sharper_than(shape, 100) == 0


@pytest.mark.parametrize("way", [(30, 0), (0, -12), (-20, 25), (3, 1), (0, 0)])
@pytest.mark.parametrize("u", [(10, 0), (6, 5), (-7, 2), (0, 0), (0, 3)])
def test_a_drum_covers_what_its_ends_enclose(
    way: tuple[float, float], u: tuple[float, float]
) -> None:
    one, other, step = QPointF(*u), QPointF(0, 10), QPointF(*way)
    turns = [math.tau * i / 100 for i in range(100)]
    rim = [one * math.cos(a) + other * math.sin(a) for a in turns]
    wanted = hull(rim + [point + step for point in rim])
    for first, second in ((one, other), (other, one), (-one, other)):
        shape = swept(QPointF(0, 0), first, second, step)
        assert box(shape) == pytest.approx(box(wanted), abs=0.3)
        assert area(shape) == pytest.approx(area(wanted), rel=0.03, abs=0.5)


def test_an_ellipse_reaches_to_its_half_axes() -> None:
    assert box(ellipse(QPointF(5, 5), QPointF(10, 0), QPointF(0, 4))) == pytest.approx(
        (-5, 1, 15, 9), abs=0.1
    )


def area(polygon: QPolygonF) -> float:
    points = polygon.toList()
    return abs(
        sum(
            a.x() * b.y() - b.x() * a.y()
            for a, b in zip(points, points[1:] + points[:1], strict=True)
        )
        / 2
    )
