"""The back as it is drawn: flat where it is flat, and the line that touches it."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF

from app.body.anthropometry import Body
from app.body.pose import Pose, Stance
from app.body.skeleton import Skeleton, build_skeleton
from app.figure import anatomy
from app.figure.back import Back
from app.figure.back_line import how_seen
from app.figure.figure import FigurePainter
from app.figure.palette import LIGHT
from app.figure.trunk import trunk_of
from app.figure.view import View
from app.movement.model import Label
from tests.helpers.figures import IDS, build, line_pixels, moments, standing
from tests.helpers.motions import motion_of

#: Of stature: a right back's outline leaves the straight line by no more.
FLAT = 0.012
ROUNDED = {"rounded-back": 2.0, "broomstick-rounded": 2.0, "phone-pick-up": 2.0}


def back_outline(skeleton: Skeleton) -> list[QPointF]:
    """Return the outline of the back from the sacrum to the root of the neck, in statures."""
    stature = skeleton.lengths.stature
    made = build(skeleton)
    points = (
        trunk_of(skeleton, made, View(0, 0, 1 / stature), 1.0)
        .outline.path()
        .toSubpathPolygons()[0]
        .toList()
    )
    back = points[len(points) // 2 :][::-1]
    kept = zip(back, made.trunk, strict=True)
    return [
        at
        for at, piece in kept
        if anatomy.SACRUM - 1e-9 <= piece.along <= anatomy.FLAT_BACK[-1][0] + 1e-9
    ]


def off_the_line(skeleton: Skeleton) -> float:
    """Return how far a back's outline leaves the straight line between its ends, statures."""
    back = back_outline(skeleton)
    start, way = back[0], back[-1] - back[0]
    length = math.hypot(way.x(), way.y())
    return max(
        abs(way.x() * (at.y() - start.y()) - way.y() * (at.x() - start.x())) / length for at in back
    )


def test_the_line_goes_through_no_back() -> None:
    for movement_id in IDS:
        motion = motion_of(movement_id)
        for index in range(25):
            back = Back(motion.skeleton_at(motion.seconds * index / 24))
            low, upper, head = back.points
            x, y = head.x - low.x, head.y - low.y
            off = ((upper.y - low.y) * x - (upper.x - low.x) * y) / math.hypot(x, y)
            assert not back.touches[0] or off <= 0.009 * motion.body.stature_m, movement_id


def test_in_a_slump_the_sacrum_leaves_the_line_which_says_no_more_than_that() -> None:
    figure = FigurePainter(motion_of("crown-string").skeleton_at(0.5), View(150, 280, 140), LIGHT)
    assert figure.back.touches == (False, True, True)
    assert figure.back.flat
    assert figure.back_colour == LIGHT.right


def test_a_trunk_that_faces_the_viewer_hides_the_line() -> None:
    upright, leaning = standing(), motion_of("hinge").skeleton_at(2.0)
    for turn, seen in ((0, True), (-45, True), (-90, True), (45, False), (135, False)):
        assert bool(line_pixels(upright, turn)) is seen, turn
    for turn in (0, 45, 135, -45):
        assert line_pixels(leaning, turn), turn
    # It goes little by little as the trunk rises.
    motion, view = motion_of("hinge"), View(150, 280, 140, 45)
    strengths = [
        how_seen(FigurePainter(motion.skeleton_at(2.0 * index / 60), view, LIGHT))
        for index in range(61)
    ]
    assert strengths[0] == 0
    assert strengths[-1] == 1
    assert strengths == sorted(strengths)
    assert max(b - a for a, b in pairwise(strengths)) < 0.3


@pytest.mark.parametrize("lumbar", [0, 5, 10, 12, 15, 18])
@pytest.mark.parametrize("thorax", [30, 65, 85])
def test_a_flat_back_is_drawn_flat_whatever_of_its_range_it_uses(
    lumbar: float, thorax: float
) -> None:
    pose = Pose(knee=20, thorax=thorax, lumbar=lumbar)
    assert off_the_line(build_skeleton(Body(), pose, Stance())) <= FLAT


def test_every_right_hinge_is_flat_and_a_rounded_back_four_times_as_round() -> None:
    flattest = 0.0
    for movement_id in IDS:
        motion = motion_of(movement_id)
        if motion.movement.label is Label.RIGHT and motion.movement.pattern == "hinge":
            for skeleton in moments(motion):
                found = off_the_line(skeleton)
                assert found <= FLAT, movement_id
                flattest = max(flattest, found)
    for movement_id, t in ROUNDED.items():
        assert off_the_line(motion_of(movement_id).skeleton_at(t)) >= 4 * flattest, movement_id


def test_the_drawing_changes_without_a_jump_as_a_back_rounds() -> None:
    offs = [
        off_the_line(build_skeleton(Body(), Pose(knee=20, thorax=70, lumbar=lumbar), Stance()))
        for lumbar in range(46)
    ]
    assert max(abs(b - a) for a, b in pairwise(offs)) < 0.005


@pytest.mark.parametrize("body", [Body(), Body(1.6, 110), Body(1.9, 60)], ids=str)
@pytest.mark.parametrize("lumbar", [0, 15])
def test_the_line_touches_sacrum_upper_back_and_head(body: Body, lumbar: float) -> None:
    for pose in (Pose(), Pose(knee=20, thorax=60, lumbar=lumbar)):
        skeleton = build_skeleton(body, pose, Stance())
        figure = FigurePainter(skeleton, View(0, 0, 1), LIGHT)
        sacrum, upper, head = figure.back.points
        assert figure.back.touches == (True, True, True)
        way_x, way_y = head.x - sacrum.x, head.y - sacrum.y
        off = way_x * (upper.y - sacrum.y) - way_y * (upper.x - sacrum.x)
        # On the line, and on the drawn skin.
        assert abs(off) / math.hypot(way_x, way_y) < 0.002 * body.stature_m
        skin = back_outline(skeleton)
        for at in (sacrum, upper):
            nearest = min(
                math.hypot(p.x() - at.x / body.stature_m, p.y() + at.y / body.stature_m)
                for p in skin
            )
            assert nearest < 0.02


def test_a_rounded_back_has_lost_its_sacrum_and_a_craned_neck_the_head() -> None:
    rounded = FigurePainter(motion_of("rounded-back").skeleton_at(2.0), View(0, 0, 1), LIGHT)
    assert rounded.back.touches == (False, True, True)
    craned = FigurePainter(motion_of("craned-neck").skeleton_at(2.0), View(0, 0, 1), LIGHT)
    assert craned.back.touches == (True, True, False)


def test_the_line_is_seen_from_the_side_and_from_behind_but_not_from_the_front() -> None:
    side, front, back = (line_pixels(standing(), turn) for turn in (0, 90, 270))
    assert side is not None
    assert back is not None
    assert front is None
    assert side.height == pytest.approx(back.height, abs=2)
