from __future__ import annotations

from functools import partial
from itertools import pairwise

import msgspec
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from app.body.measures import measure
from app.body.pose import Foot, Pose, Stance
from app.body.skeleton import Vec3, build_skeleton
from app.figure.actor import Actor
from app.figure.captions import paint_mark
from app.figure.cast import cast
from app.figure.look import Look
from app.figure.palette import DARK, LIGHT, Palette
from app.figure.person import _pinching
from app.figure.room import Room
from app.figure.scene import paint_scene
from app.lessons.model import BodyPart, Overlay
from app.movement.library import MovementLibrary
from app.movement.model import Label
from app.movement.motion import Motion
from app.movement.props import Placed, PropKind
from tests.helpers.motions import motion_of
from tests.helpers.pixels import Found, find, find_colour, painted

WIDTH, HEIGHT = 450, 360
#: One colour, so that the body can be found.
Plain = partial(Look, style="silhouette")


def actor(movement_id: str, t: float | None = None, cue: str | None = None) -> Actor:
    """Return a movement's figure, at the end of its first phase unless told otherwise."""
    motion = motion_of(movement_id)
    skeleton = motion.skeleton_at(motion.ends[0] if t is None else t)
    movement = motion.movement
    return Actor(
        skeleton,
        movement.label,
        movement.title,
        movement.phases[0].cue if cue is None else cue,
        motion.wall_x,
    )


def scene(
    actors: list[Actor], look: Look | None = None, palette: Palette = LIGHT, *, width: int = WIDTH
) -> QImage:
    area = QRectF(0, 0, width, HEIGHT)
    return painted(width, HEIGHT, lambda p: paint_scene(p, area, actors, look or Plain(), palette))


def _near(rgb: tuple[int, ...], colour: QColor) -> bool:
    wanted = (colour.red(), colour.green(), colour.blue())
    return all(abs(a - b) <= 10 for a, b in zip(rgb, wanted, strict=True))


def some(found: Found | None) -> Found:
    assert found is not None
    return found


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_the_hinge_looks_as_it_should(palette: Palette) -> None:
    one = actor("hinge", cue="")
    image = scene([one], Plain(badges=False), palette)
    shades = (palette.figure, palette.near, palette.far)
    body = some(
        find(image, lambda *rgb: any(_near(rgb, shade) for shade in shades))
    )  # fmt: skip
    # In pixels of 450 x 360; a few percent are left to smoothing and to small changes of shape.
    assert body.area / (WIDTH * HEIGHT) == pytest.approx(0.051, rel=0.08)
    assert body.left == pytest.approx(155, abs=6)
    assert body.right == pytest.approx(298, abs=6)
    assert body.top == pytest.approx(94, abs=6)
    assert body.bottom == pytest.approx(323, abs=4)
    room = some(find_colour(image, palette.card, 2))
    assert room.area > 0.6 * WIDTH * HEIGHT
    floor = some(find_colour(image.copy(0, 250, 100, HEIGHT - 250), palette.floor, 2))
    assert 250 + floor.top == pytest.approx(HEIGHT - 0.13 * HEIGHT, abs=2)


def test_the_two_themes_differ_in_colour_alone() -> None:
    light, dark = (
        some(find_colour(scene([actor("squat")], None, palette), palette.figure, 3))
        for palette in (LIGHT, DARK)
    )
    assert light.area == pytest.approx(dark.area, rel=0.02)
    assert all(abs(a - b) <= 1 for a, b in zip(light[1:], dark[1:], strict=True))


@pytest.mark.parametrize("turn", [0, 45, 90, 180])
@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_every_mark_can_be_painted_on_every_movement(
    movements: MovementLibrary, turn: float, palette: Palette
) -> None:
    # All marks in turn, on a few movements each time.
    for index, movement_id in list(enumerate(movements))[round(turn / 45) :: 4]:
        parts = tuple(BodyPart)[index % len(BodyPart) :][:2]
        lines = tuple(Overlay)[index % len(Overlay) :][:2]
        for mirror in (False, True):
            look = Plain(turn, mirror, parts, lines, announce=0.5)
            scene([actor(movement_id)], look, palette)


#: How low, in statures above the floor, each part of a hinging person reaches.
LOWEST = {
    BodyPart.HEAD: 0.50, BodyPart.CHEST: 0.50, BodyPart.SHOULDERS: 0.50, BodyPart.SPINE: 0.45,
    BodyPart.HIPS: 0.47, BodyPart.GLUTES: 0.50, BodyPart.HAMSTRINGS: 0.27, BodyPart.KNEES: 0.20,
    BodyPart.SHINS: 0.02, BodyPart.FEET: -0.02, BodyPart.HEELS: -0.05,
}  # fmt: skip


@pytest.mark.parametrize("part", BodyPart)
def test_a_lit_part_is_seen_where_it_is(part: BodyPart) -> None:
    one = actor("hinge")
    plain = some(find_colour(scene([one]), LIGHT.hip, 30))  # the dot at the hip
    lit = some(find_colour(scene([one], Plain(light=(part,))), LIGHT.hip, 30))
    assert lit.area > plain.area + 20
    stature = 260  # pixels, about
    floor = 324
    lowest = min(LOWEST[part] * stature, floor - plain.bottom)
    assert floor - lit.bottom == pytest.approx(lowest, abs=16)


@pytest.mark.parametrize("line", Overlay)
def test_a_line_is_seen(line: Overlay) -> None:
    one = actor("hinge")
    plain, lined = scene([one]), scene([one], Plain(overlays=(line,)))
    colour = LIGHT.right if line is Overlay.BACK else LIGHT.hip
    before, after = find_colour(plain, colour, 30), find_colour(lined, colour, 30)
    assert some(after).area > some(before).area + 20


def test_the_line_along_the_back_turns_with_what_it_shows() -> None:
    look = Plain(overlays=(Overlay.BACK,), badges=False)
    flat, rounded = (scene([actor(m)], look) for m in ("hinge", "rounded-back"))
    assert find_colour(flat, LIGHT.wrong, 10) is None
    assert find_colour(rounded, LIGHT.right, 10) is None
    assert some(find_colour(rounded, LIGHT.wrong, 10)).area > 100


@pytest.mark.parametrize(("movement_id", "colour"), [
    ("hinge", LIGHT.hip), ("weight-on-toes", LIGHT.wrong), ("falling-backward", LIGHT.wrong),
])  # fmt: skip
@pytest.mark.parametrize("mirror", [False, True])
def test_the_weight_is_borne_where_it_is_measured_in_the_foot(
    movement_id: str, colour: QColor, mirror: bool
) -> None:
    one = actor(movement_id, cue="")
    image = scene([one], Plain(overlays=(Overlay.WEIGHT,), badges=False, mirror=mirror))
    scale = image.copy(0, 325, WIDTH, HEIGHT - 325)  # below the soles
    bar = some(find_colour(scale.copy(0, 0, WIDTH, 5), LIGHT.muted, 8))
    marker = some(find_colour(scale.copy(0, 5, WIDTH, 20), colour, 30))
    share = ((marker.left + marker.right) / 2 - bar.left) / (bar.width - 1)
    if mirror:
        share = 1 - share
    assert share == pytest.approx(measure(one.skeleton).pressure, abs=0.03)


def corner(image: QImage) -> QImage:
    """Return where the badge stands."""
    return image.copy(0, 0, WIDTH, 60)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("movement_id", ["hinge", "rounded-back", "squat"])
def test_a_badge_says_right_or_wrong_with_a_sign_and_a_word(
    movements: MovementLibrary, movement_id: str, palette: Palette
) -> None:
    image = corner(scene([actor(movement_id)], None, palette))
    label = movements[movement_id].label
    right, wrong = find_colour(image, palette.right, 8), find_colour(image, palette.wrong, 8)
    assert (right is not None) == (label is Label.RIGHT)
    assert (wrong is not None) == (label is Label.WRONG)
    if label is not Label.NEUTRAL:
        badge = some(right or wrong)
        assert badge.width > 50  # disc and word
        sign = image.copy(20, 18, 22, 22)
        assert some(find_colour(sign, palette.on_right, 40)).area > 20
    assert find_colour(corner(scene([actor(movement_id)], Plain(badges=False))),
                       LIGHT.right, 8) is None  # fmt: skip


def sign(label: Label) -> set[tuple[int, int]]:
    """Return the pixels of a large tick or cross."""
    image = painted(100, 100, lambda p: paint_mark(p, QPointF(50, 50), 45, label, DARK))
    ink = DARK.on_right
    return {(x, y) for x in range(100) for y in range(100) if image.pixelColor(x, y) == ink}


def test_a_cross_is_the_same_from_all_four_sides_and_a_tick_is_not() -> None:
    cross, tick = sign(Label.WRONG), sign(Label.RIGHT)
    turned = {(99 - y, x) for x, y in cross}
    assert len(cross ^ turned) < 0.1 * len(cross)
    assert (50, 50) in cross
    assert len(tick ^ {(99 - y, x) for x, y in tick}) > 0.5 * len(tick)
    assert max(tick, key=lambda at: -at[1])[0] > 60  # its long arm ends up right
    lowest = max(tick, key=lambda at: at[1])[0]
    assert 35 < lowest < 55  # and its corner is below, left of the middle


def test_the_label_is_announced_large_before_it_moves() -> None:
    one = actor("rounded-back")
    quiet, loud = (scene([one], Plain(announce=strength)) for strength in (0.0, 1.0))
    before, after = (some(find_colour(image, LIGHT.wrong, 8)) for image in (quiet, loud))
    assert after.area > 1.5 * before.area
    neutral = actor("squat")
    assert scene([neutral], Plain(announce=1.0)) == scene([neutral])


def test_two_figures_stand_side_by_side() -> None:
    actors = [actor("hinge"), actor("squat")]
    image = scene(actors, Plain(badges=False), width=2 * WIDTH)
    halves = [image.copy(x, 0, WIDTH, HEIGHT) for x in (0, WIDTH)]
    for half in halves:
        assert some(find_colour(half, LIGHT.figure, 3)).area > 0.03 * WIDTH * HEIGHT


def above_the_knee(image: QImage) -> QImage:
    """Return the picture without floor and shadow."""
    return image.copy(0, 0, WIDTH, 250)


@pytest.mark.parametrize(("turn", "mirror"), [(0, False), (0, True), (180, False)])
def test_the_wall_stands_behind_the_person(turn: float, mirror: bool) -> None:
    one = actor("wall-touch")
    image = above_the_knee(scene([one], Plain(turn, mirror, badges=False)))
    wall = some(find_colour(image, LIGHT.line, 2))
    body = some(find_colour(image, LIGHT.figure, 3))
    assert wall.height > 0.6 * HEIGHT
    left_of_wall = mirror != (turn == 180)
    edge = wall.left if left_of_wall else wall.right  # the one that is touched
    line = some(find_colour(image.copy(edge - 3, 20, 8, 200), LIGHT.muted, 12))
    assert line.area >= 190
    if left_of_wall:
        assert 0 <= wall.left - body.right <= 6
    else:
        assert 0 <= body.left - wall.right <= 6


@pytest.mark.parametrize(("width", "height"), [(WIDTH, HEIGHT), (240, 240)])
def test_no_wall_stands_behind_right_or_wrong(width: int, height: int) -> None:
    one = msgspec.structs.replace(actor("wall-touch"), wall_x=-0.9)
    area = QRectF(0, 0, width, height)
    image = painted(width, height, lambda p: paint_scene(p, area, [one], Plain(), LIGHT))
    text = some(find_colour(image.copy(0, 0, width // 2, 28), LIGHT.right, 8))
    wall = some(find_colour(image.copy(0, 0, width, height // 2), LIGHT.line, 2))
    assert wall.left < text.right
    assert wall.top > text.bottom


def test_from_the_front_the_wall_is_all_around_the_person() -> None:
    image = above_the_knee(scene([actor("wall-touch")], Plain(90, badges=False)))
    wall = some(find_colour(image, LIGHT.line, 2))
    body = some(find_colour(image, LIGHT.figure, 3))
    assert wall.left < body.left - 20
    assert wall.right > body.right + 20


def test_without_figures_there_is_an_empty_room() -> None:
    image = scene([])
    assert find_colour(image, LIGHT.figure, 10) is None
    assert some(find_colour(image, LIGHT.floor, 2)).area > 0.1 * WIDTH * HEIGHT


@pytest.mark.parametrize("size", [(260, 180), (60, 40), (1600, 200), (200, 1600)])
def test_the_figure_fits_any_room(size: tuple[int, int]) -> None:
    width, height = size
    one = actor("hinge", 0.0)
    image = painted(
        width,
        height,
        lambda p: paint_scene(p, QRectF(0, 0, width, height), [one], Plain(badges=False), LIGHT),
    )
    if min(size) >= 180:
        body = some(find_colour(image, LIGHT.figure, 3))
        assert body.left > 2
        assert body.right < width - 3
        assert body.top > 2


def test_the_figure_moves_smoothly_from_frame_to_frame() -> None:
    motion = motion_of("hinge")
    heads = []
    for frame in range(8):
        t = 0.8 + frame * 0.04
        image = painted(200, 200, lambda p, t=t: _paint_at(p, motion, t))  # type: ignore[misc]
        heads.append(some(find_colour(image, LIGHT.figure, 3)).top)
    assert heads == sorted(heads)
    assert all(other - one <= 4 for one, other in pairwise(heads))


def _paint_at(painter: QPainter, motion: Motion, t: float) -> None:
    one = Actor(motion.skeleton_at(t), Label.NEUTRAL, "", "")
    paint_scene(painter, QRectF(0, 0, 200, 200), [one], Plain(badges=False), LIGHT)


def bell(x: float, y: float) -> Placed:
    return Placed(PropKind.KETTLEBELL, Vec3(x, y, 0.0), Vec3(x, y, 0.0))


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_things_are_painted_where_they_are(palette: Palette) -> None:
    one = actor("standing", 0.0, "")
    plain = find_colour(scene([one], Plain(badges=False), palette), palette.iron, 2)
    assert plain is None or plain.area < 10
    with_bell = msgspec.structs.replace(one, props=(bell(0.5, 0.25),))
    image = scene([with_bell], Plain(badges=False), palette)
    found = some(find_colour(image.copy(WIDTH // 2, 0, WIDTH // 2, HEIGHT), palette.iron, 2))
    assert found.area > 300
    assert 318 <= found.bottom <= 324
    assert 275 <= WIDTH // 2 + (found.left + found.right) / 2 <= 300


def body_box(image: QImage) -> Found:
    return some(find(image, lambda *rgb: any(
        _near(rgb, shade) for shade in (LIGHT.figure, LIGHT.near, LIGHT.far))))  # fmt: skip


def test_a_movement_that_needs_room_gets_it_from_every_side() -> None:
    one = actor("standing", 0.0, "")
    roomy = msgspec.structs.replace(
        one, room=Room(1.0, 2.0, 1.75), props=(bell(1.8, 0.25), bell(-0.8, 0.25))
    )
    for look in (Plain(badges=False), Plain(mirror=True, badges=False), Plain(180, badges=False)):
        usual, small = (body_box(scene([each], look)) for each in (one, roomy))
        assert small.height < 0.9 * usual.height
        assert small.bottom == pytest.approx(usual.bottom, abs=1)
        bells = some(find_colour(scene([roomy], look), LIGHT.iron, 2))
        assert bells.left > 2
        assert bells.right < WIDTH - 3
        assert bells.width > 2.6 * WIDTH / 3.0  # both are there


def test_who_is_compared_has_one_scale() -> None:
    one = actor("standing", 0.0, "")
    roomy = msgspec.structs.replace(one, room=Room(1.0, 1.4, 2.1))
    image = scene([one, roomy], Plain(badges=False), width=2 * WIDTH)
    left, right = (body_box(image.copy(x, 0, WIDTH, HEIGHT)) for x in (0, WIDTH))
    assert left.height == pytest.approx(right.height, abs=1)


def test_the_figure_is_as_large_from_every_side() -> None:
    one = actor("standing", 0.0, "")
    heights = [body_box(scene([one], Plain(turn, badges=False))).height for turn in (0, 45, 90)]
    # Toes that point at the viewer lie a little lower: the floor is seen from above.
    assert max(heights) - min(heights) <= 4


def shadow_box(one: Actor) -> Found:
    image = scene([one], Plain(badges=False)).copy(0, 326, WIDTH, 12)  # below the soles
    floor = LIGHT.floor.lightness()
    return some(find(image, lambda r, g, b: 120 < (max(r, g, b) + min(r, g, b)) / 2 < floor - 8))


def test_the_shadow_goes_with_the_feet() -> None:
    one = actor("standing", 0.0, "")
    body = one.skeleton.body
    places = {}
    for name, feet in {
        "together": (Foot(), Foot()),
        "ahead": (Foot(0.3), Foot(0.3)),
        "apart": (Foot(0.35), Foot(-0.2)),
    }.items():
        pose = Pose(left_foot=feet[0], right_foot=feet[1])
        skeleton = build_skeleton(body, pose, Stance())
        places[name] = shadow_box(msgspec.structs.replace(one, skeleton=skeleton))
    assert places["ahead"].left > places["together"].left + 20
    assert places["ahead"].width == pytest.approx(places["together"].width, abs=3)
    assert places["apart"].width > places["together"].width + 20


def test_what_is_pinched_is_at_the_finger_tips() -> None:
    one = actor("standing", 0.0, "")
    tip = one.skeleton.joints["hand_right"]
    for kind, sides in ((PropKind.PENCIL, ["right"]), (PropKind.KETTLEBELL, [])):
        holding = msgspec.structs.replace(one, props=(Placed(kind, tip, tip),))
        assert _pinching(holding) == sides
    away = Vec3(tip.x, tip.y - 0.2, tip.z)
    lying = msgspec.structs.replace(one, props=(Placed(PropKind.PENCIL, away, away),))
    assert _pinching(lying) == []


def test_a_part_at_fault_is_lit_once() -> None:
    one = cast(motion_of("locked-knees"), motion_of("locked-knees").ends[0])
    look = Plain(light=(BodyPart.KNEES,))
    plain = msgspec.structs.replace(one, faults=())
    lit = [some(find_colour(scene([each], look), LIGHT.hip, 30)).area for each in (one, plain)]
    assert lit[0] < lit[1]
