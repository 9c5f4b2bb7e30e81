"""What is wrong is lit in the part that is wrong, which stays seen, and opposites differ."""

from __future__ import annotations

import math

import msgspec
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPolygonF

from app.figure.actor import Actor
from app.figure.cast import cast
from app.figure.figure import FigurePainter
from app.figure.look import Look, Style
from app.figure.palette import DARK, LIGHT, Palette, blend
from app.figure.person import figure_of
from app.figure.scene import paint_scene, view_of
from app.lessons.model import BodyPart
from app.movement.visibility import Lit
from tests.figure.test_signs import contrast
from tests.helpers.motions import motion_of
from tests.helpers.pixels import Found, find_colour, painted

SIZE = 640
STYLES: tuple[Style, ...] = ("person", "silhouette", "stick")
LEGS = [
    ("locked-knees", Lit.KNEES), ("squatting-the-hinge", Lit.KNEES),
    ("weight-on-toes", Lit.TOES), ("falling-backward", Lit.HEELS), ("hips-not-back", Lit.HIPS),
]  # fmt: skip


def picture(
    movement_id: str, t: float, look: Look, palette: Palette = LIGHT
) -> tuple[QImage, FigurePainter]:
    one, area = cast(motion_of(movement_id), t, cue=False), QRectF(0, 0, SIZE, SIZE)
    image = painted(SIZE, SIZE, lambda p: paint_scene(p, area, [one], look, palette))
    return image, figure_of(one, view_of(area, one, look), look, palette)


def wrong(image: QImage, palette: Palette = LIGHT) -> Found:
    found = find_colour(image, palette.wrong, 4)
    assert found is not None
    return found


def around(image: QImage, at: QPointF, reach: float) -> QImage:
    side = round(2 * reach)
    return image.copy(round(at.x() - reach), round(at.y() - reach), side, side)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(("movement_id", "lit"), LEGS)
def test_a_lit_part_is_cased_and_keeps_its_shape(
    movement_id: str, lit: Lit, style: Style, palette: Palette
) -> None:
    look = Look(style=style, badges=False)
    image, figure = picture(movement_id, 2.0, look, palette)
    shape: QPolygonF = figure.limbs.part("right", lit)
    box = shape.boundingRect()
    assert max(box.width(), box.height()) < figure.pixels(0.13)
    # The edge of the shape itself is drawn, where no arm and no dot lies over it.
    edge = [image.pixelColor(at.toPoint()) for at in shape.toList()]
    assert sum(contrast(colour, palette.wrong) < 1.15 for colour in edge) > 0.4 * len(edge)
    # What lies around it is the card's colour, against which it stands out.
    middle = box.center()
    out = [middle + (at - middle) * (1 + figure.pixels(0.008) / _far(at - middle))
           for at in shape.toList()]  # fmt: skip
    beside = [contrast(image.pixelColor(at.toPoint()), palette.wrong) for at in out]
    assert sum(found >= 3.0 for found in beside) > 0.3 * len(beside)


def _far(way: QPointF) -> float:
    return max(1.0, math.hypot(way.x(), way.y()))


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("mirror", [False, True])
def test_a_locked_knee_is_pushed_back_and_a_bent_one_goes_ahead(style: Style, mirror: bool) -> None:
    look = Look(style=style, mirror=mirror, badges=False)
    for movement_id, ahead in (("locked-knees", False), ("squatting-the-hinge", True)):
        image, figure = picture(movement_id, 2.0, look)
        knee, reach = figure.joint("knee_right").x(), figure.pixels(0.06)
        found = wrong(image)
        before, behind = found.right > knee + reach, found.left < knee - reach
        assert (before, behind) == ((True, False) if ahead is not mirror else (False, True))


def test_the_weight_presses_the_end_of_the_foot_that_bears_it() -> None:
    for movement_id, joint, other in (
        ("weight-on-toes", "toe_right", "heel_right"),
        ("falling-backward", "heel_right", "toe_right"),
    ):
        image, figure = picture(movement_id, 2.0, Look(badges=False))
        end, free = figure.joint(joint), figure.joint(other)
        assert free.y() < end.y() - figure.pixels(0.004)  # it has left the floor
        found = wrong(image)
        middle = (found.left + found.right) / 2
        assert abs(middle - end.x()) < abs(middle - free.x())
        assert found.top < end.y() - figure.pixels(0.10)  # the arrow


def test_hips_that_stay_over_the_feet_are_lit_as_long_as_the_trunk_leans() -> None:
    motion = motion_of("hips-not-back")
    for t in (2.0, 2.4, 2.8):
        image, figure = picture("hips-not-back", t, Look(badges=False))
        hip, ankle = figure.view.point(figure.skeleton.hip), figure.joint("ankle_right")
        found = wrong(image)
        assert found.bottom > ankle.y() - figure.pixels(0.05)  # upright from the feet
        assert wrong(around(image, hip, figure.pixels(0.08))).area > 50
    for t in (0.0, motion.seconds):
        assert (
            find_colour(picture("hips-not-back", t, Look(badges=False))[0], LIGHT.wrong, 4) is None
        )


@pytest.mark.parametrize("turn", [0.0, 45.0, 90.0, 135.0, 180.0, 270.0])
@pytest.mark.parametrize("movement_id", [*(name for name, _ in LEGS), "craned-neck"])
def test_every_fault_can_be_drawn_from_every_side(movement_id: str, turn: float) -> None:
    for style in STYLES:
        picture(movement_id, 2.0, Look(turn, style=style, badges=False))


def test_what_lies_on_the_other_side_is_not_lit() -> None:
    for movement_id, hidden, seen in (
        ("falling-backward", 90.0, 270.0), ("weight-on-toes", 270.0, 90.0),
        ("hips-not-back", 90.0, 270.0),
    ):  # fmt: skip
        found = [
            find_colour(picture(movement_id, 2.0, Look(turn, badges=False))[0], LIGHT.wrong, 4)
            for turn in (hidden, seen)
        ]
        assert found[0] is None
        assert found[1] is not None


def test_a_craned_neck_is_red_and_not_covered() -> None:
    image, figure = picture("craned-neck", 2.0, Look(badges=False))
    c7 = figure.joint("c7")
    assert wrong(around(image, c7, figure.pixels(0.05))).area > figure.pixels(0.02) ** 2
    # The face stays as it is: only the arrow beside it is red.
    face = figure.view.point(figure.skeleton.joints["head"])
    skin = figure.bare
    assert find_colour(around(image, face, figure.pixels(0.06)), skin, 12) is not None


def test_a_rushed_hinge_leaves_fading_shapes_while_it_moves_and_no_other_does() -> None:
    motion = motion_of("rushed-hinge")
    moving = cast(motion, motion.ends[0] * 0.8, cue=False)
    heads = [skeleton.joints["head"].y for skeleton in (moving.skeleton, *moving.echoes)]
    assert len(heads) == 4
    assert heads == sorted(heads)  # it comes down
    assert cast(motion, 0.0).echoes == ()
    assert cast(motion_of("hinge"), 1.0).echoes == ()
    area, look = QRectF(0, 0, SIZE, SIZE), Look(badges=False)

    def drawn(one: Actor) -> QImage:
        return painted(SIZE, SIZE, lambda p: paint_scene(p, area, [one], look, LIGHT))

    image, plain = drawn(moving), drawn(msgspec.structs.replace(moving, echoes=()))
    tops = []
    for share in (0.42, 0.42 * 0.62, 0.42 * 0.62**2):
        colour = blend(LIGHT.card, LIGHT.wrong, share)
        found = find_colour(image, colour, 3)
        assert found is not None
        assert found.area > 800  # a shape, not a line
        tops.append(found.top)
        assert find_colour(plain, colour, 3) is None or share == 0.42
    assert tops == sorted(tops, reverse=True)  # the paler, the longer ago


def test_a_step_lights_knees_and_heels_in_their_own_shape_and_a_fault_outdoes_it() -> None:
    look = Look(light=(BodyPart.KNEES, BodyPart.HEELS), badges=False)
    image, figure = picture("weight-on-toes", 2.0, look)
    assert figure.lit == {Lit.KNEES: LIGHT.hip, Lit.HEELS: LIGHT.hip, Lit.TOES: LIGHT.wrong}
    for part in (Lit.KNEES, Lit.HEELS):
        box = figure.limbs.part("right", part).boundingRect()
        found = find_colour(around(image, box.center(), box.width()), LIGHT.hip, 4)
        assert found is not None
        # No ring around it: nothing is lit beyond the shape's own edge.
        assert found.width <= box.width() + figure.pixels(0.012)
    _, locked = picture("locked-knees", 2.0, look)
    assert locked.lit[Lit.KNEES] == LIGHT.wrong
