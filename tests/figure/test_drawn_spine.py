from __future__ import annotations

import math

import pytest
from PySide6.QtGui import QColor

from app.body.anthropometry import Body
from app.body.pose import Pose, Stance
from app.body.skeleton import build_skeleton
from app.body.spine import touch_points
from app.figure.figure import FigurePainter
from app.figure.palette import DARK, LIGHT
from app.figure.trunk import trunk_of
from app.figure.view import View
from tests.helpers.figures import (
    spine_pixels,
    standing,
)
from tests.helpers.motions import motion_of
from tests.helpers.pixels import painted


def test_a_rounded_back_bulges_where_a_flat_one_is_straight() -> None:
    view = View(0, 0, 100)

    def bulge(pose: Pose) -> float:
        """Return how far the back's outline lies off the line from seat to neck, pixels."""
        skeleton = build_skeleton(Body(), pose, Stance())
        figure = FigurePainter(skeleton, view, LIGHT)
        hip, neck = figure.joint("hip_right"), figure.joint("c7")
        along = neck - hip
        length = math.hypot(along.x(), along.y())
        return max(
            (along.y() * (point.x() - hip.x()) - along.x() * (point.y() - hip.y())) / length
            for point in trunk_of(skeleton, view, 175.0).outline.polygon().toList()
        )

    flat = bulge(Pose(knee=20, thorax=65))
    rounded = bulge(Pose(knee=20, thorax=75, lumbar=40, thoracic=30))
    assert flat < 12  # .058 of the stature, and a little for the leaning buttocks
    assert rounded > flat + 5


@pytest.mark.parametrize(("lumbar", "thoracic"), [(0, 0), (45, 40)])
def test_chest_and_back_lie_across_the_spine_however_it_bends(
    lumbar: float, thoracic: float
) -> None:
    pose = Pose(knee=20, thorax=70, lumbar=lumbar, thoracic=thoracic)
    skeleton = build_skeleton(Body(), pose, Stance())
    points = trunk_of(skeleton, View(0, 0, 100), 175.0).outline.polygon().toList()
    x, y, lean = skeleton.spine_at(0.75)
    pairs = list(zip(points, points[::-1], strict=True))[: len(points) // 2]
    front, back = min(
        pairs,
        key=lambda pair: math.hypot(
            (pair[0].x() + pair[1].x()) / 2 - x * 100, (pair[0].y() + pair[1].y()) / 2 + y * 100
        ),
    )
    across = math.atan2(front.y() - back.y(), front.x() - back.x())
    assert math.degrees(across - lean) == pytest.approx(0, abs=9)


@pytest.mark.parametrize("pose", [Pose(), Pose(knee=20, thorax=60)])
def test_a_stick_along_a_flat_back_touches_seat_upper_back_and_head(pose: Pose) -> None:
    skeleton = build_skeleton(Body(), pose, Stance())
    image = painted(800, 800, FigurePainter(skeleton, View(400, 760, 400), LIGHT).paint)
    tailbone, _, head = touch_points(skeleton)
    along_x, along_y = head.x - tailbone.x, head.y - tailbone.y
    length = math.hypot(along_x, along_y)
    for share in (0.06, 0.60, 1.0):
        # Walk from behind the back towards it: how far behind the line does the body begin?
        at_x, at_y = tailbone.x + along_x * share, tailbone.y + along_y * share
        for step in range(-30, 30):
            away = -step / 1000
            x, y = at_x - along_y / length * away, at_y + along_x / length * away
            if QColor(image.pixel(round(400 + x * 400), round(760 - y * 400))).lightness() < 120:
                break
        assert abs(away) < 0.012


def test_the_natural_curves_show_in_the_spine_of_a_standing_person() -> None:
    points = FigurePainter(standing(), View(0, 0, 100), LIGHT).spine
    xs = [point.x for point in points]
    hollow = max(xs[2:6])
    assert hollow > min(xs[:2]) + 0.008  # the low back goes in ...
    assert hollow > min(xs[5:8]) + 0.012  # ... and the upper back out
    assert xs[-1] > min(xs[5:8]) + 0.012


def test_the_spine_is_whole_from_side_and_back_and_dashed_from_the_front() -> None:
    side, front, back = (spine_pixels(standing(), turn) for turn in (0, 90, 270))
    assert side is not None
    assert front is not None
    assert back is not None
    assert front.height == pytest.approx(back.height, abs=2)
    assert front.area < 0.8 * back.area


def test_the_head_hides_the_end_of_the_spine_that_lies_behind_it() -> None:
    skeleton = motion_of("hinge").skeleton_at(2.0)
    front, back = (spine_pixels(skeleton, turn) for turn in (90, 270))
    assert front is not None
    assert back is not None
    assert front.top > back.top + 5


@pytest.mark.parametrize("turn", [0, 90])
def test_knees_ankles_elbows_and_shoulders_have_a_quiet_sign(turn: float) -> None:
    skeleton = motion_of("hinge").skeleton_at(2.0)
    for palette in (LIGHT, DARK):
        figure = FigurePainter(skeleton, View(300, 560, 280, turn), palette)
        image = painted(600, 600, figure.paint)
        for name in ("knee", "ankle", "elbow", "shoulder"):
            at = figure.joint(f"{name}_right")
            x, y = round(at.x()), round(at.y())
            sign, beside = image.pixelColor(x, y), image.pixelColor(x, y + 8)
            contrast = abs(sign.lightness() - beside.lightness())
            assert 15 < contrast < 75, (name, contrast)
