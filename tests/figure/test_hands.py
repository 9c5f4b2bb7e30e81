from __future__ import annotations

from itertools import pairwise

import pytest

from app.body.pose import Grip
from app.body.skeleton import Vec3
from app.figure.figure import FigurePainter
from app.figure.palette import LIGHT
from app.figure.pieces import Piece
from app.figure.tone import Tones
from app.figure.view import View
from tests.helpers.figures import (
    SIDES,
    hands,
    lightness,
    standing,
    with_hand,
)


@pytest.mark.parametrize("turn", [2, 45, 315])
def test_from_the_side_the_trunk_is_between_the_hands(turn: float) -> None:
    when = hands(FigurePainter(standing(), View(150, 280, 140, turn), LIGHT))
    assert when["left"] < when["trunk"] < when["right"]


@pytest.mark.parametrize("turn", [135, 178, 225])
def test_from_the_other_side_too(turn: float) -> None:
    when = hands(FigurePainter(standing(), View(150, 280, 140, turn), LIGHT))
    assert when["right"] < when["trunk"] < when["left"]


@pytest.mark.parametrize("turn", [45, 90, 135])
def test_hands_at_the_chest_are_before_the_trunk(turn: float) -> None:
    when = hands(FigurePainter(standing(grip=Grip.CHEST), View(150, 280, 140, turn), LIGHT))
    assert when["trunk"] < min(when["left"], when["right"])


@pytest.mark.parametrize("turn", [45, 90, 135])
def test_hands_behind_the_waist_are_behind_the_trunk(turn: float) -> None:
    when = hands(FigurePainter(standing(grip=Grip.BACK), View(150, 280, 140, turn), LIGHT))
    assert when["trunk"] > max(when["left"], when["right"])


def test_from_behind_it_is_the_other_way_round() -> None:
    view = View(150, 280, 140, 270)
    chest = hands(FigurePainter(standing(grip=Grip.CHEST), view, LIGHT))
    assert chest["trunk"] > max(chest["left"], chest["right"])
    back = hands(FigurePainter(standing(grip=Grip.BACK), view, LIGHT))
    assert back["trunk"] < min(back["left"], back["right"])


@pytest.mark.parametrize(("turn", "least"), [(2, 1), (90, 2), (178, 1)])
def test_hands_close_around_what_they_hold(turn: float, least: int) -> None:
    palm = Vec3(0.35, 0.7, 0.0)
    skeleton = standing(fist=True)
    for side in SIDES:
        skeleton = with_hand(skeleton, side, palm._replace(z=0.03 if side == "right" else -0.03))
    view = View(150, 280, 140, turn)
    thing = Piece(True, view.depth(palm), ())
    when = hands(FigurePainter(skeleton, view, LIGHT), (thing,))
    assert sum(when[side] > when["thing 0"] for side in SIDES) >= least


def test_a_hand_before_the_body_is_shaded_and_one_behind_it_is_pale() -> None:
    view = View(150, 280, 140, 90)
    colours = []
    for grip in (Grip.CHEST, Grip.BACK):
        figure = FigurePainter(standing(grip=grip), view, LIGHT)
        colours.append(lightness(figure._arm("left")[2]))
    assert colours[0] < LIGHT.figure.lightness() < colours[1]


def test_an_arm_changes_its_colour_smoothly_as_it_comes_forward() -> None:
    skeleton = standing()
    tones = Tones(skeleton, View(150, 280, 140, 90), LIGHT)
    places = [Vec3(step / 100, 1.1, 0.2) for step in range(-30, 31)]
    shades = [tones.colour(tones.of_arm(at, "right")).lightness() for at in places]
    assert shades == sorted(shades, reverse=True)
    assert max(a - b for a, b in pairwise(shades)) < 12


@pytest.mark.parametrize("grip", [Grip.HANG, Grip.CHEST, Grip.BACK, Grip.HIPS, Grip.RIBS])
@pytest.mark.parametrize(("turn", "near"), [(0, "right"), (45, "right"), (135, "left")])
def test_from_the_side_the_near_arm_is_darker_than_the_far_one(
    grip: Grip, turn: float, near: str
) -> None:
    figure = FigurePainter(standing(grip=grip), View(150, 280, 140, turn), LIGHT)
    light = {side: lightness(figure._arm(side)[1]) for side in SIDES}
    far = "left" if near == "right" else "right"
    assert light[near] < LIGHT.figure.lightness() < light[far]


def test_a_closed_hand_is_shorter_than_an_open_one_and_broader_than_the_wrist() -> None:
    view = View(150, 280, 140)
    boxes = [
        FigurePainter(standing(fist=fist), view, LIGHT)._arm("right")[2].patches[0].shape
        for fist in (False, True)
    ]
    opened, closed = (shape.boundingRect() for shape in boxes)
    assert closed.height() < 0.9 * opened.height()
    wrist = 2 * 0.0125 * 1.75 * 140
    assert closed.width() > 1.4 * wrist


def test_a_hand_that_pinches_keeps_its_fingers_long() -> None:
    view, skeleton = View(150, 280, 140), standing(fist=True)
    fist, pinch = (
        FigurePainter(skeleton, view, LIGHT, sides)._arm("right")[2].patches[0].shape
        for sides in ((), ("right",))
    )
    assert pinch.boundingRect().height() > 1.15 * fist.boundingRect().height()
