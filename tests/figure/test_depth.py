"""What is nearer to the viewer is painted later, from every side."""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from app.body.skeleton import Skeleton, Vec3
from app.body.vectors import between
from app.figure.figure import FigurePainter
from app.figure.palette import LIGHT
from app.figure.pieces import Piece
from app.figure.props import prop_pieces
from app.figure.stick import StickPainter
from app.figure.view import View
from app.movement.props import PropKind
from tests.helpers.content import LOCATIONS
from tests.helpers.motions import motion_of

IDS = sorted(file.stem for file in LOCATIONS.animations.glob("*.toml"))
#: Straight from the side, a far limb hidden by the near one is not painted: see below.
TURNS = (2, *range(30, 180, 30), 178, *range(210, 360, 30))
SIDES = ("left", "right")
PAINTERS = (FigurePainter, StickPainter)


def pose(movement_id: str, t: float) -> Skeleton:
    return motion_of(movement_id).skeleton_at(t)


def order(figure: FigurePainter, things: Iterable[Piece] = ()) -> list[Piece | str]:
    """Return what is painted one after the other; trunk and head by name."""
    done: list[Piece | str] = []
    head = "_paint_ball" if isinstance(figure, StickPainter) else "_paint_head"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("app.figure.figure.paint_pieces", lambda _, some: done.extend(some))
        patch.setattr(type(figure), head, lambda *_: done.append("head"))
        if isinstance(figure, StickPainter):
            patch.setattr("app.figure.stick.ribbon", lambda *_: done.append("trunk"))
        else:
            patch.setattr(type(figure), "_paint_trunk", lambda *_: done.append("trunk"))
        figure.paint(_Blank(), things)
    return done


class _Blank(QPainter):
    """Paints nothing."""

    def drawPolygon(self, *_: object) -> None:  # noqa: N802
        return

    def setBrush(self, *_: object) -> None:  # noqa: N802
        return

    def setPen(self, *_: object) -> None:  # noqa: N802
        return


def places(figure: FigurePainter, things: Iterable[Piece] = ()) -> dict[str, int]:
    """Return when legs, arms, hands, trunk, head and things are painted."""
    done = order(figure, things)
    found = {name: done.index(name) for name in ("head", "trunk")}
    for side in SIDES:
        found[f"leg {side}"] = done.index(figure._leg(side)[0])
        found[f"shin {side}"] = done.index(figure._leg(side)[1])
        for name, piece in zip(("upper", "lower", "hand"), figure._arm(side), strict=False):
            found[f"{name} {side}"] = done.index(piece)
    for number, thing in enumerate(things):
        found[f"thing {number}"] = done.index(thing)
    return found


@pytest.mark.parametrize("kind", PAINTERS)
@pytest.mark.parametrize("mirror", [False, True])
@pytest.mark.parametrize(("turn", "before"), [(30, 1), (90, 1), (150, 1), (210, 0), (270, 0)])
def test_the_head_of_a_hinge_is_before_the_trunk_from_the_front_and_behind_it_from_behind(
    kind: type[FigurePainter], mirror: bool, turn: float, before: int
) -> None:
    view = View(150, 280, 140, turn, mirror)
    when = places(kind(pose("hinge", 2.0), view, LIGHT))
    assert (when["head"] > when["trunk"]) == bool(before)


@pytest.mark.parametrize("mirror", [False, True])
def test_arms_that_hang_from_a_hinge_are_before_the_legs_from_the_front_only(mirror: bool) -> None:
    skeleton = pose("hinge", 2.0)
    for turn, front in ((90, True), (60, True), (120, True), (270, False)):
        when = places(FigurePainter(skeleton, View(150, 280, 140, turn, mirror), LIGHT))
        arms = [when[f"{part} {side}"] for part in ("lower", "hand") for side in SIDES]
        legs = [when[f"leg {side}"] for side in SIDES]
        assert (min(arms) > max(legs)) == front
        if not front:
            assert max(arms) < min(legs)


def test_the_belly_hides_the_thighs_in_a_hinge_and_the_thighs_the_belly_in_a_squat() -> None:
    for movement_id, thighs_first in (("hinge", True), ("squat", False)):
        figure = FigurePainter(pose(movement_id, 2.0), View(150, 280, 140, 90), LIGHT)
        when = places(figure)
        for side in SIDES:
            assert (when[f"leg {side}"] < when["trunk"]) == thighs_first


@pytest.mark.parametrize(
    ("turn", "near"), [(2, "right"), (30, "right"), (150, "left"), (178, "left")]
)
def test_the_trunk_is_between_far_and_near_leg_from_the_side(turn: float, near: str) -> None:
    far = "left" if near == "right" else "right"
    for movement_id in ("squat", "standing"):
        figure = FigurePainter(pose(movement_id, 2.0), View(150, 280, 140, turn), LIGHT)
        when = places(figure)
        assert when[f"leg {far}"] < when["trunk"] < when[f"leg {near}"]


@pytest.mark.parametrize("kind", PAINTERS)
@pytest.mark.parametrize(
    ("turn", "near"), [(2, "right"), (30, "right"), (150, "left"), (178, "left")]
)
def test_a_bell_between_the_feet_is_before_the_far_shin_and_behind_the_near_one(
    kind: type[FigurePainter], turn: float, near: str
) -> None:
    motion = motion_of("kettlebell-deadlift")
    skeleton = motion.skeleton_at(2.5)
    (bell,) = [one for one in motion.props_at(2.5, skeleton) if one.kind is PropKind.KETTLEBELL]
    figure = kind(skeleton, View(150, 280, 140, turn), LIGHT)
    far = "left" if near == "right" else "right"
    when = places(figure, prop_pieces(bell, figure))
    assert when[f"shin {far}"] < when["thing 0"] < when[f"shin {near}"]


def test_hands_around_a_bell_are_before_it_and_it_is_before_the_legs_from_the_front() -> None:
    motion = motion_of("kettlebell-deadlift")
    skeleton = motion.skeleton_at(2.5)
    (bell,) = motion.props_at(2.5, skeleton)
    for turn, front in ((90, True), (270, False)):
        figure = FigurePainter(skeleton, View(150, 280, 140, turn), LIGHT)
        when = places(figure, prop_pieces(bell, figure))
        for side in SIDES:
            assert (when["thing 0"] > when[f"shin {side}"]) == front
            assert when[f"hand {side}"] > when["thing 0"]


class Bone(NamedTuple):
    """A straight part of the body."""

    piece: int
    start: Vec3
    end: Vec3

    def joins(self, other: Bone) -> bool:
        """Return whether both are parts of one limb next to each other."""
        return self.start == other.end or self.end == other.start

    def depth_at(self, view: View, at: QPointF) -> float:
        """Return the depth (m) of the bone where it comes nearest to a pixel."""
        a, b = view.point(self.start), view.point(self.end)
        x, y = b.x() - a.x(), b.y() - a.y()
        square = x * x + y * y
        share = ((at.x() - a.x()) * x + (at.y() - a.y()) * y) / square if square else 0.5
        return view.depth(between(self.start, self.end, min(max(share, 0.0), 1.0)))


def bones(figure: FigurePainter, done: list[Piece | str]) -> list[Bone]:
    """Return the limbs' bones, each with when its piece is painted."""
    joints = figure.skeleton.joints
    found = []
    for side in SIDES:
        leg = [joints[f"{name}_{side}"] for name in ("hip", "knee", "ankle")]
        for piece, (start, end) in zip(figure._leg(side), pairwise(leg), strict=False):
            found.append(Bone(done.index(piece), start, end))
        arm = [joints[f"{name}_{side}"] for name in ("shoulder", "elbow", "wrist", "hand")]
        for piece, (start, end) in zip(figure._arm(side), pairwise(arm), strict=False):
            found.append(Bone(done.index(piece), start, end))
    return found


@pytest.mark.parametrize("movement_id", IDS)
def test_no_limb_is_painted_over_one_that_is_nearer(movement_id: str) -> None:
    motion = motion_of(movement_id)
    wrong = []
    for t in (motion.ends[0] / 2, motion.ends[0], motion.ends[min(2, len(motion.ends) - 1)]):
        skeleton = motion.skeleton_at(t)
        for turn in TURNS:
            view = View(0, 0, 200, turn)
            figure = FigurePainter(skeleton, view, LIGHT)
            done = order(figure)
            limbs = bones(figure, done)
            for bone in limbs:
                middle = between(bone.start, bone.end, 0.5)
                at = view.point(middle)
                for other in limbs:
                    piece = done[other.piece]
                    # A limb's own parts join, and have one tone.
                    if other.piece <= bone.piece or isinstance(piece, str) or bone.joins(other):
                        continue
                    covers = any(
                        patch.shape.containsPoint(at, Qt.FillRule.WindingFill)
                        for patch in piece.patches
                    )
                    if covers and other.depth_at(view, at) < view.depth(middle) - 0.10:
                        behind = view.depth(middle) - other.depth_at(view, at)
                        wrong.append((round(t, 2), turn, bone.piece, other.piece, behind))
    assert not wrong


@pytest.mark.parametrize("movement_id", IDS)
def test_the_trunk_hides_what_is_behind_it_alone(movement_id: str) -> None:
    motion = motion_of(movement_id)
    for t in (motion.ends[0] / 2, motion.ends[0]):
        skeleton = motion.skeleton_at(t)
        for turn in TURNS:
            view = View(0, 0, 200, turn)
            figure = FigurePainter(skeleton, view, LIGHT)
            for side in SIDES:
                _, lower, hand, *_ = figure._arm(side)
                for names, piece in ((("elbow", "wrist"), lower), (("wrist", "hand"), hand)):
                    start, end = (skeleton.joints[f"{name}_{side}"] for name in names)
                    clear = [
                        figure.before_trunk(between(start, end, share))
                        for share in (0.3, 0.5, 0.7, 0.9)
                    ]
                    if min(clear) > 0.14:
                        assert piece.before, (t, turn, side, names)
                    if max(clear) < -0.14:
                        assert not piece.before, (t, turn, side, names)


@pytest.mark.parametrize("turn", [0, 180])
def test_straight_from_the_side_limbs_that_cannot_be_seen_are_not_painted(turn: float) -> None:
    view = View(150, 280, 140, turn)
    for movement_id in ("hinge", "squat", "standing"):
        figure = FigurePainter(pose(movement_id, 2.0), view, LIGHT)
        turned = FigurePainter(figure.skeleton, View(150, 280, 140, turn + 1), LIGHT)
        legs, arms = len(turned._leg("left")), len(turned._arm("left"))
        left_out = len(turned._limbs()) - len(figure._limbs())
        assert left_out == legs + arms
    lifted = FigurePainter(pose("single-leg-stand", 3.5), view, LIGHT)
    assert len(lifted._limbs()) == 2 * legs + arms


def test_turning_the_figure_changes_its_tones_without_leaps() -> None:
    for movement_id in ("hinge", "squat", "good-morning"):
        skeleton = pose(movement_id, 2.0)
        rows = []
        for turn in range(361):
            tones = FigurePainter(skeleton, View(0, 0, 200, turn), LIGHT).tones
            joints = skeleton.joints
            row = [tones.of_bulk(joints[name]) for name in ("head", "c7")]
            for side in SIDES:
                row += [tones.of_leg(joints[f"{n}_{side}"], side) for n in ("knee", "ankle")]
                row += [tones.of_arm(joints[f"{n}_{side}"], side) for n in ("elbow", "palm")]
            rows.append([tones.colour(tone).lightness() for tone in row])
        for one, other in pairwise(rows):
            assert all(math.fabs(a - b) <= 9 for a, b in zip(one, other, strict=True))
