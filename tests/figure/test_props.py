from __future__ import annotations

import math
from functools import partial

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRectF

from app.body.anthropometry import Body
from app.body.pose import Aim, Arm, Grip, Pose, Stance
from app.body.skeleton import Skeleton, Vec3, build_skeleton
from app.figure.cast import cast
from app.figure.figure import FigurePainter
from app.figure.look import Look
from app.figure.palette import DARK, LIGHT, Palette
from app.figure.person import figure_of
from app.figure.pieces import Piece, paint_pieces
from app.figure.props import prop_pieces
from app.figure.scene import paint_scene, view_of
from app.figure.view import View
from app.movement.props import Placed, PropKind
from tests.helpers.motions import MOVEMENTS, motion_of
from tests.helpers.pixels import find, find_colour, painted

TURNS = (0, 45, 90, 135, 180, 270, 315)
#: Pixels: the picture, where the person stands in it, and a metre.
WIDTH, HEIGHT, X, Y, SCALE = 420, 330, 190, 310, 140.0

#: Where each thing is tried, and what it reaches from there: x, y and z from and to, m.
TRIED: dict[PropKind, tuple[Placed, tuple[float, ...]]] = {}


def _try(kind: PropKind, at: Vec3, reach: tuple[float, ...], to: Vec3 | None = None,
         lean: float = 0.0) -> None:  # fmt: skip
    TRIED[kind] = Placed(kind, at, to or at, lean), reach


_try(PropKind.KETTLEBELL, Vec3(0.3, 0.5, 0), (0.20, 0.40, 0.25, 0.52, -0.10, 0.10))
_try(PropKind.DUMBBELL, Vec3(0.3, 0.5, 0.2), (0.15, 0.45, 0.42, 0.58, 0.12, 0.28), lean=90.0)
_try(PropKind.BAR, Vec3(0.3, 0.5, 0), (0.19, 0.41, 0.39, 0.61, -0.65, 0.65))
_try(PropKind.STICK, Vec3(-0.2, 0.7, 0), (-0.21, 0.01, 0.69, 2.0, -0.01, 0.01),
     Vec3(0.0, 1.98, 0))  # fmt: skip
_try(PropKind.BAND, Vec3(-0.15, 0.9, 0), (-1.2, 0.05, 0.0, 1.2, -0.17, 0.17), Vec3(-1.15, 0.9, 0))
_try(PropKind.BAG, Vec3(0.1, 0.7, 0.25), (-0.04, 0.24, 0.32, 0.72, 0.16, 0.34))
_try(PropKind.PENCIL, Vec3(0.4, 0.01, 0), (0.31, 0.49, 0.0, 0.02, 0.0, 0.0))
_try(PropKind.PHONE, Vec3(0.4, 0.01, 0), (0.32, 0.48, 0.0, 0.02, -0.04, 0.04))
_try(PropKind.DISH, Vec3(0.5, 0.6, 0), (0.38, 0.62, 0.36, 0.60, 0.0, 0.0))
_try(PropKind.PLANT, Vec3(0.4, 0.5, 0), (0.29, 0.51, 0.23, 0.68, -0.06, 0.06))
_try(PropKind.CHAIR, Vec3(0.4, 0.45, 0), (0.19, 0.61, 0.0, 0.85, -0.21, 0.21))
_try(PropKind.CHILD, Vec3(0.4, 0.55, 0), (0.17, 0.50, 0.0, 0.86, -0.14, 0.14))
_try(PropKind.DISHWASHER, Vec3(0.7, 0, 0), (0.15, 1.3, 0.0, 0.82, -0.3, 0.3))
_try(PropKind.DOOR, Vec3(-0.15, 0.9, 0), (-0.5, 0.1, 0.25, 1.15, -0.6, 0.4),
     Vec3(-0.4, 0.9, -0.55), 24.0)  # fmt: skip
_try(PropKind.SEESAW, Vec3(0, 0.9, 0), (-0.38, 0.80, 0.0, 1.65, -0.28, -0.28), Vec3(0.6, 1.45, 0))
_try(PropKind.ARROW, Vec3(0.3, 0.9, 0), (0.25, 0.35, 0.6, 0.92, 0.0, 0.0), Vec3(0.3, 0.6, 0))
_try(PropKind.STRING, Vec3(0, 1.75, 0), (-0.05, 0.05, 1.74, 2.1, 0.0, 0.0), Vec3(0, 2.07, 0))
_try(PropKind.STEP, Vec3(0.4, 0.15, 0), (0.23, 0.57, 0.0, 0.15, -0.2, 0.2))


def person(pose: Pose | None = None) -> Skeleton:
    return build_skeleton(Body(), pose or Pose(), Stance())


def pieces(placed: Placed, turn: float, palette: Palette = LIGHT) -> list[Piece]:
    view = View(X, Y, SCALE, turn)
    return prop_pieces(placed, FigurePainter(person(), view, palette))


def covered(placed: Placed, turn: float, palette: Palette = LIGHT) -> QRectF:
    """Return the box around what is painted of a thing, m from where the person stands."""
    image = painted(WIDTH, HEIGHT, lambda p: paint_pieces(p, pieces(placed, turn, palette)))
    found = find(image, lambda r, g, b: min(r, g, b) < 246)
    assert found is not None
    assert found.area > 3
    left, top = (found.left - X) / SCALE, (Y - found.bottom) / SCALE
    return QRectF(left, top, found.width / SCALE, found.height / SCALE)


def test_every_kind_is_tried() -> None:
    assert set(TRIED) == set(PropKind)


@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize("kind", PropKind)
def test_a_thing_is_painted_where_it_is(kind: PropKind, turn: float) -> None:
    placed, (x0, x1, y0, y1, z0, z1) = TRIED[kind]
    if kind is PropKind.SEESAW:
        # It stands beyond the person, wherever the viewer is.
        z0 = z1 = -0.28 if math.cos(math.radians(turn)) >= 0 else 0.28
    c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    across = [x * c - z * s for x in (x0, x1) for z in (z0, z1)]
    box = covered(placed, turn)
    slack = 0.06
    assert box.left() > min(across) - slack
    assert box.right() < max(across) + slack
    assert box.top() > y0 - slack
    assert box.bottom() < y1 + slack
    # And it fills that place.
    assert box.height() > 0.72 * (y1 - y0) - 0.01
    if kind not in (PropKind.BAND, PropKind.PLANT):
        assert box.width() > 0.3 * (max(across) - min(across))


@pytest.mark.parametrize("kind", PropKind)
def test_a_thing_can_be_told_from_the_card_in_both_themes(kind: PropKind) -> None:
    for palette in (LIGHT, DARK):
        best = 0
        for piece in pieces(TRIED[kind][0], 0, palette):
            for patch in piece.patches:
                difference = abs(patch.colour.lightness() - palette.card.lightness())
                best = max(best, difference)
        assert best > 40


@pytest.mark.parametrize("kind", PropKind)
def test_a_thing_far_smaller_or_turned_is_still_a_shape(kind: PropKind) -> None:
    for scale, turn, mirror in ((2.0, 13.0, False), (1100.0, 200.0, True), (300.0, 90.0, True)):
        figure = FigurePainter(person(), View(0, 0, scale, turn, mirror), DARK)
        for piece in prop_pieces(TRIED[kind][0], figure):
            assert math.isfinite(piece.depth)
            for patch in piece.patches:
                for point in patch.shape.toList():
                    assert math.isfinite(point.x())
                    assert math.isfinite(point.y())


def test_the_bell_goes_where_its_handle_leans() -> None:
    placed = TRIED[PropKind.KETTLEBELL][0]
    hanging, swung = (covered(replace(placed, lean=lean), 0) for lean in (0.0, 90.0))
    assert hanging.bottom() < placed.at.y + 0.04
    assert hanging.top() == pytest.approx(placed.at.y - 0.25, abs=0.015)
    assert swung.right() == pytest.approx(placed.at.x + 0.25, abs=0.015)
    assert swung.left() > placed.at.x - 0.09


def test_a_bell_that_swings_up_in_front_hides_the_hands_that_hold_it() -> None:
    for lean, turn, hides in ((90, 90, True), (90, 270, False), (0, 90, False), (20, 90, False)):
        placed = replace(TRIED[PropKind.KETTLEBELL][0], lean=float(lean))
        hand = View(0, 0, SCALE, turn).depth(placed.at) + 0.03
        assert (pieces(placed, turn)[0].depth > hand) == hides


def test_a_kettlebell_has_a_handle_one_can_see_through() -> None:
    placed = TRIED[PropKind.KETTLEBELL][0]
    for turn in (0, 45, 90):
        image = painted(WIDTH, HEIGHT, lambda p, t=turn: paint_pieces(p, pieces(placed, t)))  # type: ignore[misc]
        middle = round(X + placed.at.x * math.cos(math.radians(turn)) * SCALE)
        window = round(Y - (placed.at.y - 0.036) * SCALE)
        sides = [abs(dx) for dx in range(-30, 31) if dark(image.pixel(middle + dx, window))]
        assert sides  # the handle on either side ...
        assert 0 not in sides or turn == 45  # ... of a window


def dark(pixel: int) -> bool:
    return min(pixel >> 16 & 255, pixel >> 8 & 255, pixel & 255) < 200


def test_a_plant_in_the_ground_shows_no_roots() -> None:
    at = Vec3(0.4, 0.12, 0)
    planted = covered(Placed(PropKind.PLANT, at, at), 0)
    assert planted.top() > -0.015
    pulled = covered(TRIED[PropKind.PLANT][0], 0)
    assert pulled.height() > planted.height() + 0.08


def test_an_arrow_points_from_its_tail_to_its_tip() -> None:
    up, down = Vec3(0.3, 0.9, 0), Vec3(0.3, 0.6, 0)
    image = painted(
        800, 560, lambda p: paint_pieces(p, pieces(Placed(PropKind.ARROW, up, down), 0))
    )
    rows = {}
    for share in (0.2, 0.85):
        y = round(Y - (up.y + (down.y - up.y) * share) * SCALE)
        rows[share] = sum(dark(image.pixel(x, y)) for x in range(WIDTH))
    assert rows[0.85] > 1.3 * rows[0.2] > 0
    assert pieces(Placed(PropKind.ARROW, up, up), 0) == []


def test_the_door_swings_about_its_edge() -> None:
    hinge = Vec3(-0.4, 0.9, -0.55)
    shut, ajar = (covered(Placed(PropKind.DOOR, Vec3(x, 0.9, 0), hinge), 0) for x in (-0.4, -0.1))
    assert shut.width() < 0.22  # the mirror stands off
    assert ajar.width() > 0.4


def ordered(figure: FigurePainter, placed: Placed) -> list[bool]:
    """Return for each piece of a thing whether it comes before the trunk."""
    return [piece.before for piece in prop_pieces(placed, figure)]


@pytest.mark.parametrize(("turn", "before"), [(45, True), (90, True), (135, True), (270, False)])
def test_what_is_held_at_the_chest_is_before_the_trunk(turn: float, before: bool) -> None:
    aim = Aim(Grip.CHEST, fist=True)
    skeleton = person(Pose(left_arm=Arm(aim, aim), right_arm=Arm(aim, aim)))
    figure = FigurePainter(skeleton, View(0, 0, 200, turn), LIGHT)
    left, right = skeleton.joints["palm_left"], skeleton.joints["palm_right"]
    at = Vec3((left.x + right.x) / 2, left.y, 0.0)
    assert ordered(figure, Placed(PropKind.DUMBBELL, at, at)) == [before]


@pytest.mark.parametrize(("turn", "before"), [(45, False), (90, False), (135, False), (270, True)])
def test_a_stick_along_the_back_is_behind_the_trunk(turn: float, before: bool) -> None:
    figure = FigurePainter(person(), View(0, 0, 200, turn), LIGHT)
    stick = Placed(PropKind.STICK, Vec3(-0.13, 0.75, 0), Vec3(-0.13, 1.9, 0))
    assert ordered(figure, stick) == [before]


@pytest.mark.parametrize("turn", [0, 180])
def test_the_near_disc_of_a_bar_is_nearer_than_the_hands_and_lets_them_be_seen(
    turn: float,
) -> None:
    figure = FigurePainter(person(), View(0, 0, 200, turn), LIGHT)
    bar = prop_pieces(TRIED[PropKind.BAR][0], figure)
    hands = [figure._arm(side)[2].depth for side in ("left", "right")]
    assert max(piece.depth for piece in bar) > max(hands)
    assert min(piece.depth for piece in bar) < min(hands)
    shafts = [piece for piece in bar if piece.patches[0].width]
    assert all(piece.depth < max(hands) for piece in shafts)
    nearest = max(bar, key=lambda piece: piece.depth)
    assert nearest.patches[0].colour.alpha() < 200


@pytest.mark.parametrize(("kind", "turn"), [(PropKind.DISHWASHER, 90), (PropKind.DOOR, 270)])
def test_furniture_before_the_person_lets_the_person_be_seen(kind: PropKind, turn: float) -> None:
    machine = TRIED[kind][0]
    side, front = pieces(machine, 0), pieces(machine, turn)
    assert not side[0].before
    assert all(patch.colour.alpha() == 255 for patch in side[0].patches)
    assert front[0].before
    assert all(patch.colour.alpha() < 120 for patch in front[0].patches)


@pytest.mark.parametrize("movement_id", sorted(MOVEMENTS.names))
def test_no_thing_is_cut_off_at_the_edge_but_what_is_fixed_in_the_room(movement_id: str) -> None:
    motion = motion_of(movement_id)
    for turn in (0.0, 45.0, 90.0):
        look, area = Look(turn, badges=False), QRectF(0, 0, 640, 480)
        for index in range(9):
            one = cast(motion, motion.seconds * index / 8, cue=False)
            view = view_of(area, one, look)
            figure = figure_of(one, view, look, LIGHT)
            for thing in one.props:
                if thing.kind in (PropKind.BAND, PropKind.DOOR, PropKind.DISHWASHER):
                    continue
                for piece in prop_pieces(thing, figure):
                    for patch in piece.patches:
                        where = thing.kind, turn, index
                        assert all(area.contains(at) for at in patch.shape.toList()), where


def test_a_child_held_close_hides_the_dot_of_the_hip() -> None:
    one = cast(motion_of("lifting-a-child"), 6.0, cue=False)
    area = QRectF(0, 0, 480, 480)
    for turn, seen in ((0.0, True), (90.0, False)):
        paint = partial(
            paint_scene, area=area, actors=[one], look=Look(turn, badges=False), palette=LIGHT
        )
        assert bool(find_colour(painted(480, 480, paint), LIGHT.hip, 4)) is seen
