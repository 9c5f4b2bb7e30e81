"""Feet, hands and head from every side."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPolygonF, QTransform

from app.body.anthropometry import Body
from app.body.pose import Foot, Pose, Stance
from app.body.skeleton import Vec3, build_skeleton
from app.figure.extremities import foot_shapes, hand_shapes
from app.figure.head import head_of
from app.figure.view import View
from app.lessons.people import Hair
from tests.helpers.figures import build
from tests.helpers.motions import motion_of

SIDES = ("left", "right")


def foot(place: Foot, turn: float = 0) -> list[QPolygonF]:
    """Return the right foot, in pixels of 100 a metre: heel and ankle, and the sole."""
    skeleton = build_skeleton(Body(), Pose(weight=-1.0, right_foot=place), Stance())
    heel, toe = skeleton.joints["heel_right"], skeleton.joints["toe_right"]
    return foot_shapes("right", heel, toe, 175.0, View(0, 0, 100, turn))


def box(shapes: list[QPolygonF]) -> QRectF:
    whole = QRectF()
    for shape in shapes:
        whole = whole.united(shape.boundingRect())
    return whole


@pytest.mark.parametrize("turn", [0, 45, 90, 180, 270])
def test_a_lifted_foot_is_the_same_higher_up(turn: float) -> None:
    flat, lifted = box(foot(Foot(), turn)), box(foot(Foot(up=0.2), turn))
    # From the side the sole is on the floor; turned, the floor is seen a little from above.
    assert -0.1 < flat.bottom() < (0.15 if turn in (0, 180) else 2.6)
    assert lifted.bottom() == pytest.approx(flat.bottom() - 20, abs=0.15)
    assert lifted.top() == pytest.approx(flat.top() - 20, abs=0.15)


@pytest.mark.parametrize("pitch", [30, -40])
def test_a_foot_with_its_toes_up_or_down_keeps_its_shape(pitch: float) -> None:
    flat, turned = foot(Foot())[1].boundingRect(), foot(Foot(pitch=pitch))[1]
    back = QTransform().rotate(pitch)
    again = back.map(turned).boundingRect()
    assert again.width() == pytest.approx(flat.width(), rel=0.03)
    assert again.height() == pytest.approx(flat.height(), rel=0.06)
    rise = turned.boundingRect().height() - flat.height()
    assert rise > 0.4 * math.sin(math.radians(abs(pitch))) * 100 * 0.152 * 1.75


@pytest.mark.parametrize(("turn", "nearer"), [(90, True), (270, False)])
def test_toes_that_point_at_the_viewer_lie_lower_than_the_heel(turn: float, nearer: bool) -> None:
    heel, sole, _ = foot(Foot(), turn)
    toes = sole.boundingRect().bottom()
    assert (toes > heel.boundingRect().bottom() + 0.5) == nearer


def test_from_the_front_feet_point_outward_and_are_broadest_at_the_ball() -> None:
    skeleton = build_skeleton(Body(), Pose(), Stance(toe_out=20))
    heel_at, toe_at = skeleton.joints["heel_right"], skeleton.joints["toe_right"]
    heel, sole, _ = foot_shapes("right", heel_at, toe_at, 175.0, View(0, 0, 100, 90))
    # The right foot is on the left of the picture.
    assert sole.boundingRect().left() < heel.boundingRect().left() - 2
    assert sole.boundingRect().width() > 1.2 * heel.boundingRect().width()


def hand(side: str, tip: Vec3, turn: float, *, fist: bool = False) -> list[QPolygonF]:
    """Return a hand at the origin in pixels of 1000 a stature of one metre."""
    return hand_shapes(side, Vec3(0, 0, 0), tip, 1000.0, View(0, 0, 1000, turn), fist=fist)


@pytest.mark.parametrize("side", SIDES)
def test_the_thumb_of_a_hanging_hand_is_in_front_and_a_little_inward(side: str) -> None:
    down = Vec3(0, -0.108, 0)
    palm, thumb = (shape.boundingRect() for shape in hand(side, down, 0))
    assert thumb.right() > palm.right() + 5
    palm, thumb = (shape.boundingRect() for shape in hand(side, down, 90))
    inward = 1 if side == "right" else -1  # to the right of the picture
    assert (thumb.center().x() - palm.center().x()) * inward > 3


def test_the_thumb_of_a_hand_that_reaches_out_is_on_top() -> None:
    palm, thumb = (shape.boundingRect() for shape in hand("right", Vec3(0.108, 0, 0), 0))
    assert thumb.top() < palm.top() - 5


def edges(rect: QRectF) -> tuple[float, float, float, float]:
    return rect.left(), rect.top(), rect.right(), rect.bottom()


def test_a_hand_changes_smoothly_as_it_is_turned() -> None:
    boxes = [box(hand("right", Vec3(0.03, -0.10, 0.01), turn)) for turn in range(0, 361, 2)]
    for one, other in pairwise(boxes):
        for a, b in zip(edges(one), edges(other), strict=True):
            assert abs(a - b) < 2.5


@pytest.mark.parametrize("turn", [30, 150, 60, 90])
def test_the_face_shows_where_the_person_looks(turn: float) -> None:
    skeleton = build_skeleton(Body(), Pose(), Stance())
    for mirror in (False, True):
        view = View(150, 280, 140, turn, mirror)
        head = head_of(skeleton, build(skeleton), view, 140 * skeleton.lengths.stature)
        face, skull = head.face.boundingRect(), head.skull.boundingRect()
        assert not face.isEmpty()
        ahead = (face.center().x() - skull.center().x()) * (1 if view.ahead > 0 else -1)
        if turn == 90:
            assert abs(ahead) < 0.5
        else:
            assert ahead > 0.04 * skull.width()
        assert skull.adjusted(-1, -1, 1, 1).contains(face)
        assert len(head.eyes) == 2 if turn in (60, 90) else head.eyes


@pytest.mark.parametrize("turn", [0, 180, 3])
def test_from_the_side_nose_and_chin_are_one_calm_line(turn: float) -> None:
    standing = build_skeleton(Body(), Pose(), Stance())
    view = View(150, 280, 140, turn)
    head = head_of(standing, build(standing), view, 245.0)
    nose, jaw, skull = (
        shape.boundingRect() for shape in (head.nose, head.jaw, head.skull)
    )  # fmt: skip
    way = 1 if view.ahead > 0 else -1
    tip, chin, brow = (box.right() if way > 0 else -box.left() for box in (nose, jaw, skull))
    # No beak, and no ball for a chin.
    assert 0.03 < (tip - brow) / skull.width() < 0.14
    assert 0.0 < (tip - chin) / skull.width() < 0.16
    assert len(head.eyes) == 1


def test_the_skin_of_the_face_comes_without_a_jump_as_the_person_turns() -> None:
    skeleton = build_skeleton(Body(), Pose(), Stance())
    for hair in Hair:
        areas = []
        for turn in range(0, 361, 2):
            view = View(150, 280, 140, turn)
            box = head_of(skeleton, build(skeleton), view, 245.0, hair).face.boundingRect()
            areas.append(box.width() * box.height())
        most = max(areas)
        steps = [abs(after - before) for before, after in pairwise(areas)]
        assert max(steps) < 0.13 * most, hair
        assert areas[135] < 0.4 * most, hair  # from behind, the nape


@pytest.mark.parametrize("turn", [240, 270, 300])
def test_from_behind_there_are_no_eyes(turn: float) -> None:
    for skeleton in (
        build_skeleton(Body(), Pose(), Stance()),
        motion_of("squat").skeleton_at(2.0),
    ):
        assert not head_of(skeleton, build(skeleton), View(150, 280, 140, turn), 245.0).eyes
