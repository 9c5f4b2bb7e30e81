"""What is wrong is lit in the part that is wrong, which stays seen, and opposites differ."""

from __future__ import annotations

import math

import msgspec
import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPolygonF

from app.figure.actor import Actor
from app.figure.cast import cast
from app.figure.fault_arrows import _PRESSES
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
    runs = figure.limbs.edges("right", lit, shape) or [shape]
    drawn = [at for run in runs for at in run.toList()]
    edge = [image.pixelColor(at.toPoint()) for at in drawn]
    assert sum(contrast(colour, palette.wrong) < 1.15 for colour in edge) > 0.4 * len(edge)
    # What lies around it is the card's colour, against which it stands out.
    middle = box.center()
    out = [middle + (at - middle) * (1 + figure.pixels(0.008) / _far(at - middle))
           for at in drawn]  # fmt: skip
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


@pytest.mark.parametrize("movement_id", ["weight-on-toes", "falling-backward"])
def test_a_lit_shoe_stays_on_its_sole_and_the_arrow_touches_it(movement_id: str) -> None:
    image, figure = picture(movement_id, 2.0, Look(badges=False))
    (lit,) = figure.lit
    shape = figure.limbs.part("right", lit)
    floor = figure.joint("toe_right" if lit is Lit.TOES else "heel_right").y()
    assert shape.boundingRect().bottom() < floor - figure.pixels(0.002)
    assert wrong(image).bottom <= floor + 1
    # Between the tip of the arrow and the shoe nothing else is seen but the casing of both.
    joint = "toe" if lit is Lit.TOES else "heel"
    end, ways = figure.skeleton.joints[f"{joint}_right"], _PRESSES[lit]
    out, up = (share * figure.skeleton.lengths.stature for share in ways[1])
    tip = figure.view.point(end._replace(x=end.x + out, y=end.y + up))
    away = min(_far(at - tip) for at in shape.toList())
    assert shape.containsPoint(tip, Qt.FillRule.OddEvenFill) or away < figure.pixels(0.012)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("movement_id", ["weight-on-toes", "falling-backward"])
def test_the_floor_is_seen_below_the_end_of_a_foot_that_lifts(
    movement_id: str, palette: Palette
) -> None:
    image, figure = picture(movement_id, 2.0, Look(badges=False), palette)
    joints = figure.skeleton.joints
    free = max((joints["heel_right"], joints["toe_right"]), key=lambda at: at.y)
    below = figure.view.point(free._replace(y=0.0))
    inward = figure.pixels(0.02) * (1 if free is joints["heel_right"] else -1)
    x = round(below.x() + inward)
    high = round(below.y() - free.y * figure.view.scale)
    found = {image.pixelColor(x, y).name() for y in range(high, round(below.y()))}
    dark = blend(palette.shadow, QColor("#000000"), 0.42)
    assert dark.name() in found
    assert any(contrast(QColor(name), dark) > 3 for name in found)


def test_a_lit_knee_keeps_its_shape_without_bands_around_the_leg() -> None:
    image, figure = picture("locked-knees", 2.0, Look(badges=False))
    shape = figure.limbs.part("right", Lit.KNEES)
    front, behind = figure.limbs.edges("right", Lit.KNEES, shape)
    knee, reach = figure.joint("knee_right"), figure.limbs.knee_radius * figure.pixels(1.0)
    for run in (front, behind):
        sides = {at.x() > knee.x() for at in run.toList()}
        assert len(sides) == 1
    for way in (-1, 1):
        at = round(knee.x()), round(knee.y() + way * reach)
        assert contrast(image.pixelColor(*at), LIGHT.wrong) > 1.3


def test_where_the_back_rounds_no_arrow_at_a_knee_outdoes_it() -> None:
    image, figure = picture("phone-pick-up", 2.2, Look(badges=False))
    assert set(figure.lit) == {Lit.BACK, Lit.KNEES}
    knee = figure.joint("knee_right")
    beside = QPointF(knee.x() - figure.pixels(0.12), knee.y())
    assert find_colour(around(image, beside, figure.pixels(0.05)), LIGHT.wrong, 4) is None


def test_a_lit_seat_has_no_dot_on_it_and_the_upright_stands_beside_the_leg() -> None:
    image, figure = picture("hips-not-back", 2.0, Look(badges=False))
    assert find_colour(image, LIGHT.hip, 4) is None
    hip, ankle = figure.view.point(figure.skeleton.hip), figure.joint("ankle_right")
    middle = QPointF(ankle.x(), (hip.y() + ankle.y()) / 2)
    assert find_colour(around(image, middle, figure.pixels(0.02)), LIGHT.wrong, 4) is None
    heel = figure.joint("heel_right")
    beside = QPointF(heel.x(), middle.y())
    assert find_colour(around(image, beside, figure.pixels(0.03)), LIGHT.wrong, 4) is not None


def test_what_has_left_the_stick_is_joined_to_it() -> None:
    image, figure = picture("broomstick-rounded", 2.4, Look(badges=False))
    back = figure.back
    gap = [figure.view.point(at) for at in (back.sacrum, back.on_line(back.sacrum))]
    middle = (gap[0] + gap[1]) / 2
    assert find_colour(around(image, middle, 4), LIGHT.wrong, 4) is not None
    image, figure = picture("broomstick-hinge", 2.4, Look(badges=False))
    assert find_colour(image, LIGHT.wrong, 4) is None


def test_hands_are_clear_of_a_knee_that_is_lit() -> None:
    joints = motion_of("squatting-the-hinge").skeleton_at(2.0).joints
    for name in ("elbow", "wrist", "hand"):
        assert math.dist(joints[f"{name}_right"][:2], joints["knee_right"][:2]) > 0.2


def test_no_elbow_is_before_the_face_that_holds_a_stick_behind_it() -> None:
    for movement_id in ("broomstick-hinge", "broomstick-rounded"):
        skeleton = motion_of(movement_id).skeleton_at(2.4)
        elbow, c7, crown = (skeleton.joints[at] for at in ("elbow_left", "c7", "vertex"))
        lean = math.atan2(crown.x - c7.x, crown.y - c7.y)
        ahead = (elbow.x - c7.x) * math.cos(lean) - (elbow.y - c7.y) * math.sin(lean)
        assert ahead < 0, movement_id


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
    lit = find_colour(
        around(image, c7, figure.pixels(0.05)), blend(figure.bare, LIGHT.wrong, 0.58), 4
    )
    assert lit is not None
    assert lit.area > figure.pixels(0.02) ** 2
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
        assert find_colour(plain, colour, 3) is None
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
