from __future__ import annotations

import pytest
from PySide6.QtGui import QImage, QPainter

from app.body.anthropometry import Body
from app.body.pose import Pose, Stance
from app.body.skeleton import Vec3, build_skeleton
from app.figure.head import head_of
from app.figure.scene import density_of
from app.figure.view import View
from tests.helpers.figures import build

AHEAD, UP, RIGHT = Vec3(1, 0, 0), Vec3(0, 1, 0), Vec3(0, 0, 1)


def seen(view: View, at: Vec3) -> tuple[float, float]:
    point = view.point(at)
    return round(point.x(), 6), round(point.y(), 6)


@pytest.mark.parametrize(
    ("turn", "mirror", "ahead", "right"),
    [
        (0, False, 150, 100),  # from the person's right: forward is to the right
        (90, False, 100, 50),  # from the front: the person's right is to the left
        (180, False, 50, 100),  # from the left
        (270, False, 100, 150),  # from behind
        (0, True, 50, 100),
        (90, True, 100, 150),
    ],
)
def test_turn_and_mirror_decide_what_lies_where(
    turn: float, mirror: bool, ahead: float, right: float
) -> None:
    view = View(100, 300, 50, turn, mirror)
    assert seen(view, AHEAD) == (ahead, 300)
    assert seen(view, RIGHT) == (right, 300)


def test_up_is_up_from_everywhere() -> None:
    for turn in (0, 30, 90, 200):
        assert seen(View(100, 300, 50, turn), UP) == (100, 250)


def test_metres_become_pixels_by_the_scale() -> None:
    view = View(0, 0, 200)
    assert seen(view, Vec3(0.5, 0.25, 9)) == (100, -50)


def test_a_half_turn_shows_half_of_both() -> None:
    view = View(0, 0, 100, 45)
    assert seen(view, AHEAD)[0] == pytest.approx(70.710678)
    assert seen(view, RIGHT)[0] == pytest.approx(-70.710678)


@pytest.mark.parametrize(
    ("turn", "near", "far"),
    [
        (0, RIGHT, Vec3(0, 0, -1)),
        (90, AHEAD, Vec3(-1, 0, 0)),
        (180, Vec3(0, 0, -1), RIGHT),
    ],
)
def test_what_is_nearer_the_viewer_is_deeper(turn: float, near: Vec3, far: Vec3) -> None:
    for mirror in (False, True):
        view = View(0, 0, 100, turn, mirror)
        assert view.depth(near) == pytest.approx(1)
        assert view.depth(far) == pytest.approx(-1)


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0, 3.0])
def test_a_sharp_screen_shows_round_things_round(ratio: float) -> None:
    side = 600
    image = QImage(round(side * ratio), round(side * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    assert density_of(painter) == pytest.approx(ratio)
    painter.end()
    skeleton = build_skeleton(Body(), Pose(), Stance())
    view = View(300, 580, 300.0)
    view.density = ratio
    size = skeleton.lengths.stature * view.scale
    skull = head_of(skeleton, build(skeleton), view, size).skull
    plain = View(300, 580, 300.0)
    plain_skull = head_of(skeleton, build(skeleton), plain, size).skull
    finer = ratio >= 1.5
    assert (skull.size() > 2 * plain_skull.size()) is finer
