from __future__ import annotations

import pytest
from PySide6.QtGui import QImage, QPainter, QPolygonF

from app.body.anthropometry import Body, Sex
from app.body.skeleton import Vec3
from app.figure.back_line import paint_back_line
from app.figure.figure import FigurePainter
from app.figure.head import head_of
from app.figure.palette import DARK, LIGHT
from app.figure.trunk import trunk_of
from app.figure.view import View
from tests.helpers.figures import (
    IDS,
    SIZE,
    TURNS,
    moments,
    silhouette,
)
from tests.helpers.motions import motion_of
from tests.helpers.pixels import find_colour, painted


@pytest.mark.parametrize("movement_id", IDS)
def test_every_movement_can_be_painted_from_every_side(movement_id: str) -> None:
    polygons: list[QPolygonF] = []
    image = QImage(SIZE, SIZE, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for skeleton in moments(motion_of(movement_id)):
        for turn in TURNS:
            view = View(150, 280, 140, turn, mirror=turn in (30, 90))
            figure = FigurePainter(skeleton, view, LIGHT)
            figure.paint(painter)
            paint_back_line(painter, figure)
            figure.paint_hip(painter)
            polygons += [patch.shape for piece in figure._limbs() for patch in piece.patches]
            trunk = trunk_of(skeleton, figure.build, view, 140 * skeleton.lengths.stature)
            polygons += [*trunk.outline.path().toSubpathPolygons(), *trunk.masses]
            head = head_of(skeleton, figure.build, view, 140 * skeleton.lengths.stature)
            polygons += [head.neck, head.skull, head.jaw, head.nose, head.mop, head.edge(1.0)]
    painter.end()
    assert len(polygons) > 200
    for polygon in polygons:
        assert polygon.size() >= 8
        box = polygon.boundingRect()
        # Anything not finite fails here as well.
        assert -80 < box.left() < box.right() < 380
        assert -80 < box.top() < box.bottom() < 300


@pytest.mark.parametrize("sex", Sex)
@pytest.mark.parametrize("turn", [0, 90])
def test_the_standing_figure_is_as_tall_as_the_person(sex: Sex, turn: float) -> None:
    motion = motion_of("standing", Body(stature_m=1.6, sex=sex))
    found = silhouette(motion.skeleton_at(0), View(150, 280, 150, turn))
    assert found.height == pytest.approx(1.6 * 150, rel=0.02)
    assert abs(found.bottom - 280) <= 2


def test_a_person_is_broader_from_the_front_than_from_the_side() -> None:
    skeleton = motion_of("standing").skeleton_at(0)
    side, front = (silhouette(skeleton, View(150, 280, 150, turn)) for turn in (0, 90))
    # Shoulders are .28 of the stature broad, and hanging hands a little more.
    assert front.width == pytest.approx(0.29 * 1.75 * 150, rel=0.08)
    assert side.width < 0.65 * front.width


def test_from_the_front_both_halves_are_alike() -> None:
    skeleton = motion_of("squat").skeleton_at(2.0)
    found = silhouette(skeleton, View(150, 280, 150, 90))
    assert abs((found.left + found.right + 1) / 2 - 150) <= 1


def test_a_mirrored_figure_is_the_same_the_other_way_round() -> None:
    skeleton = motion_of("hinge").skeleton_at(2.0)
    right, left = (silhouette(skeleton, View(150, 280, 140, 0, m)) for m in (False, True))
    assert left.area == pytest.approx(right.area, rel=0.01)
    assert abs(left.left - (299 - right.right)) <= 1
    assert right.right - 150 > 150 - right.left  # it faces right: head and arms are ahead


@pytest.mark.parametrize(
    "body", [Body(), Body(1.5, 50, Sex.FEMALE), Body(2.0, 100)], ids=["usual", "small", "tall"]
)
@pytest.mark.parametrize("mirror", [False, True])
def test_at_the_touch_the_buttocks_are_painted_at_the_wall(body: Body, mirror: bool) -> None:
    motion = motion_of("wall-touch", body)
    assert motion.wall_x is not None
    view = View(300, 560, 260, 0, mirror)
    wall = view.point(Vec3(motion.wall_x, 0, 0)).x()
    for t in (motion.time_of("touch", f) for f in (0.0, 0.5, 1.0)):
        found = silhouette(motion.skeleton_at(t), view, 600)
        rearmost = found.right + 1 if mirror else found.left
        assert abs(rearmost - wall) <= 2
    away = silhouette(motion.skeleton_at(0), view, 600)
    assert abs((away.right + 1 if mirror else away.left) - wall) > 20


def test_the_near_arm_and_the_far_leg_are_set_off() -> None:
    skeleton = motion_of("hinge").skeleton_at(2.0)
    for palette in (LIGHT, DARK):
        figure = FigurePainter(skeleton, View(150, 280, 140, 30), palette)
        image = painted(SIZE, SIZE, figure.paint)
        tones = figure.tones
        near = tones.colour(tones.of_arm(skeleton.joints["palm_right"], "right"))
        far = tones.colour(tones.of_leg(skeleton.joints["ankle_left"], "left"))
        for colour in (near, far):
            found = find_colour(image, colour, 2)
            assert found is not None
            assert found.area > 200


def test_from_the_front_neither_side_is_far() -> None:
    skeleton = motion_of("standing").skeleton_at(0)
    image = painted(SIZE, SIZE, FigurePainter(skeleton, View(150, 280, 140, 90), LIGHT).paint)
    assert find_colour(image, LIGHT.far, 4) is None


def test_the_hip_is_a_dot() -> None:
    skeleton = motion_of("hinge").skeleton_at(2.0)
    figure = FigurePainter(skeleton, View(150, 280, 140), LIGHT)
    dot = find_colour(painted(SIZE, SIZE, figure.paint_hip), LIGHT.hip, 4)
    assert dot is not None
    hip = figure.joint("hip_right")
    assert abs((dot.left + dot.right) / 2 - hip.x()) <= 1.5
    assert abs((dot.top + dot.bottom) / 2 - hip.y()) <= 1.5
