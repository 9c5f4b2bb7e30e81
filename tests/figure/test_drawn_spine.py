from __future__ import annotations

import math

import pytest
from PySide6.QtGui import QColor

from app.body.anthropometry import Body
from app.body.pose import Pose, Stance
from app.body.skeleton import build_skeleton
from app.body.spine import touch_points
from app.figure.back import Back
from app.figure.dressed import DressedPainter
from app.figure.figure import FigurePainter
from app.figure.palette import LIGHT
from app.figure.trunk import trunk_of
from app.figure.view import View
from tests.helpers.figures import (
    build,
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
            for point in trunk_of(skeleton, build(skeleton), view, 175.0)
            .outline.path()
            .toSubpathPolygons()[0]
            .toList()
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
    points = (
        trunk_of(skeleton, build(skeleton), View(0, 0, 100), 175.0)
        .outline.path()
        .toSubpathPolygons()[0]
        .toList()
    )
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


def test_the_natural_curves_show_a_little_in_a_standing_person() -> None:
    skeleton = standing()
    back = Back(skeleton)
    xs = [point.x for point in back.curve(skeleton)]
    # The low back goes in; the upper back, like the sacrum, lies on the line.
    assert max(xs[1:-1]) > max(xs[0], xs[-1]) + 0.007
    assert xs[0] == pytest.approx(xs[-1], abs=0.02)


def test_no_joint_of_a_figure_has_a_dot() -> None:
    skeleton = motion_of("hinge").skeleton_at(2.0)
    for painter in (FigurePainter, DressedPainter):
        figure = painter(skeleton, View(300, 560, 280), LIGHT)
        image = painted(600, 600, figure.paint)
        for name in ("knee", "ankle"):
            at = figure.joint(f"{name}_right")
            x, y = round(at.x()), round(at.y())
            around = {image.pixelColor(x + d, y).rgb() for d in (-3, -2, -1, 0, 1)}
            assert len(around) <= 2
