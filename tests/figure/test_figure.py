from __future__ import annotations

import math
from itertools import pairwise

import pytest
from PySide6.QtGui import QColor, QImage, QPainter, QPolygonF

from app.body.anthropometry import Body, Sex
from app.body.pose import Aim, Arm, Grip, Pose, Stance
from app.body.skeleton import Skeleton, Vec3, build_skeleton
from app.body.spine import touch_points
from app.figure.figure import FigurePainter
from app.figure.head import head_of
from app.figure.palette import DARK, LIGHT
from app.figure.pieces import Piece
from app.figure.tone import Tones
from app.figure.trunk import trunk_of
from app.figure.view import View
from app.movement.motion import Motion
from tests.helpers.content import LOCATIONS
from tests.helpers.motions import motion_of
from tests.helpers.pixels import Found, find, find_colour, painted

IDS = sorted(file.stem for file in LOCATIONS.animations.glob("*.toml"))
TURNS = (0, 30, 90, 135, 180, 270)
SIZE = 300
SIDES = ("left", "right")


def standing(*, fist: bool = False, grip: Grip = Grip.HANG) -> Skeleton:
    """Return a person who stands with both hands somewhere."""
    arm = Arm(Aim(grip, fist=fist), Aim(grip, fist=fist))
    return build_skeleton(Body(), Pose(left_arm=arm, right_arm=arm), Stance())


def with_hand(skeleton: Skeleton, side: str, at: Vec3) -> Skeleton:
    """Return the skeleton with the forearm and hand of a side at one place."""
    places = dict.fromkeys((f"{name}_{side}" for name in ("wrist", "palm", "hand")), at)
    return skeleton._replace(joints=skeleton.joints | places)


def order(figure: FigurePainter, things: tuple[Piece, ...] = ()) -> list[Piece | None]:
    """Return what is painted one after the other; None is the trunk."""
    painted_pieces: list[Piece | None] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("app.figure.figure.paint_pieces", lambda _, some: painted_pieces.extend(some))
        patch.setattr(FigurePainter, "_paint_body", lambda *_: painted_pieces.append(None))
        figure.paint(QPainter(), things)
    return painted_pieces


def hands(figure: FigurePainter, things: tuple[Piece, ...] = ()) -> dict[str, int]:
    """Return when the hands and the trunk are painted, the first thing being 0."""
    pieces = order(figure, things)
    found = {"trunk": pieces.index(None)}
    for side in SIDES:
        found[side] = pieces.index(figure._arm(side)[2])
    for number, thing in enumerate(things):
        found[f"thing {number}"] = pieces.index(thing)
    return found


def moments(motion: Motion) -> list[Skeleton]:
    """Return the skeletons at some keys and halfway between the first two."""
    times = (0.0, motion.ends[0] / 2, *motion.ends[:4])
    return [motion.skeleton_at(t) for t in times]


def silhouette(skeleton: Skeleton, view: View, size: int = SIZE) -> Found:
    """Return where the body alone, painted on white, covers the picture."""
    image = painted(size, size, FigurePainter(skeleton, view, LIGHT).paint)
    found = find(image, lambda r, g, b: r + g + b < 600)
    assert found is not None
    return found


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
            figure.paint_spine(painter, LIGHT.right, 0.011)
            figure.paint_hip(painter)
            polygons += [patch.shape for piece in figure._limbs() for patch in piece.patches]
            trunk = trunk_of(skeleton, view, 140 * skeleton.lengths.stature)
            polygons += [trunk.outline.polygon(), *trunk.masses]
            head = head_of(skeleton, view, 140 * skeleton.lengths.stature)
            polygons += [head.neck, head.skull, head.nose, head.edge(1.0)]
    painter.end()
    assert len(polygons) > 200
    for polygon in polygons:
        assert polygon.size() >= 8
        box = polygon.boundingRect()
        # What is not finite fails here as well.
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
    # Shoulders with arms are about .31 of the stature broad.
    assert front.width == pytest.approx(0.31 * 1.75 * 150, rel=0.12)
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


def test_the_spine_is_a_line_and_the_hip_a_dot() -> None:
    skeleton = motion_of("hinge").skeleton_at(2.0)
    figure = FigurePainter(skeleton, View(150, 280, 140), LIGHT)
    line = find_colour(
        painted(SIZE, SIZE, lambda p: figure.paint_spine(p, LIGHT.right, 0.02)), LIGHT.right, 4
    )
    dot = find_colour(painted(SIZE, SIZE, figure.paint_hip), LIGHT.hip, 4)
    assert line is not None
    assert dot is not None
    hip, neck = figure.joint("hip_right"), figure.joint("c7")
    assert abs((dot.left + dot.right) / 2 - hip.x()) <= 1.5
    assert abs((dot.top + dot.bottom) / 2 - hip.y()) <= 1.5
    assert abs(line.right - neck.x()) < 12
    assert line.width > 0.9 * (neck.x() - hip.x())


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


def lightness(piece: Piece) -> int:
    return piece.patches[0].colour.lightness()


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


def test_a_rounded_back_bulges_where_a_flat_one_is_straight() -> None:
    view = View(0, 0, 100)

    def bulge(pose: Pose) -> float:
        """Return how far the back's outline lies off the line from seat to neck, pixels."""
        skeleton = build_skeleton(Body(), pose, Stance())
        figure = FigurePainter(skeleton, view, LIGHT)
        hip, neck = figure.joint("hip_right"), figure.joint("c7")
        along = neck - hip
        length = math.hypot(along.x(), along.y())
        return max(
            (along.y() * (point.x() - hip.x()) - along.x() * (point.y() - hip.y())) / length
            for point in trunk_of(skeleton, view, 175.0).outline.polygon().toList()
        )

    flat = bulge(Pose(knee=20, thorax=65))
    rounded = bulge(Pose(knee=20, thorax=75, lumbar=40, thoracic=30))
    assert flat < 12  # .058 of the stature, and a little for the leaning buttocks
    assert rounded > flat + 5


@pytest.mark.parametrize(("lumbar", "thoracic"), [(0, 0), (45, 40)])
def test_chest_and_back_lie_across_the_spine_however_it_bends(
    lumbar: float, thoracic: float
) -> None:
    pose = Pose(knee=20, thorax=70, lumbar=lumbar, thoracic=thoracic)
    skeleton = build_skeleton(Body(), pose, Stance())
    points = trunk_of(skeleton, View(0, 0, 100), 175.0).outline.polygon().toList()
    x, y, lean = skeleton.spine_at(0.75)
    pairs = list(zip(points, points[::-1], strict=True))[: len(points) // 2]
    front, back = min(
        pairs,
        key=lambda pair: math.hypot(
            (pair[0].x() + pair[1].x()) / 2 - x * 100, (pair[0].y() + pair[1].y()) / 2 + y * 100
        ),
    )
    across = math.atan2(front.y() - back.y(), front.x() - back.x())
    assert math.degrees(across - lean) == pytest.approx(0, abs=9)


@pytest.mark.parametrize("pose", [Pose(), Pose(knee=20, thorax=60)])
def test_a_stick_along_a_flat_back_touches_seat_upper_back_and_head(pose: Pose) -> None:
    skeleton = build_skeleton(Body(), pose, Stance())
    image = painted(800, 800, FigurePainter(skeleton, View(400, 760, 400), LIGHT).paint)
    tailbone, _, head = touch_points(skeleton)
    along_x, along_y = head.x - tailbone.x, head.y - tailbone.y
    length = math.hypot(along_x, along_y)
    for share in (0.06, 0.60, 1.0):
        # Walk from behind the back towards it: how far behind the line does the body begin?
        at_x, at_y = tailbone.x + along_x * share, tailbone.y + along_y * share
        for step in range(-30, 30):
            away = -step / 1000
            x, y = at_x - along_y / length * away, at_y + along_x / length * away
            if QColor(image.pixel(round(400 + x * 400), round(760 - y * 400))).lightness() < 120:
                break
        assert abs(away) < 0.012


def test_the_natural_curves_show_in_the_spine_of_a_standing_person() -> None:
    points = FigurePainter(standing(), View(0, 0, 100), LIGHT).spine
    xs = [point.x for point in points]
    hollow = max(xs[2:6])
    assert hollow > min(xs[:2]) + 0.008  # the low back goes in ...
    assert hollow > min(xs[5:8]) + 0.012  # ... and the upper back out
    assert xs[-1] > min(xs[5:8]) + 0.012


def spine_pixels(skeleton: Skeleton, turn: float) -> Found | None:
    figure = FigurePainter(skeleton, View(150, 280, 140, turn), LIGHT)
    image = painted(SIZE, SIZE, lambda p: figure.paint_spine(p, LIGHT.right, 0.014))
    return find_colour(image, LIGHT.right, 30)


def test_the_spine_is_whole_from_side_and_back_and_dashed_from_the_front() -> None:
    side, front, back = (spine_pixels(standing(), turn) for turn in (0, 90, 270))
    assert side is not None
    assert front is not None
    assert back is not None
    assert front.height == pytest.approx(back.height, abs=2)
    assert front.area < 0.8 * back.area


def test_the_head_hides_the_end_of_the_spine_that_lies_behind_it() -> None:
    skeleton = motion_of("hinge").skeleton_at(2.0)
    front, back = (spine_pixels(skeleton, turn) for turn in (90, 270))
    assert front is not None
    assert back is not None
    assert front.top > back.top + 5


@pytest.mark.parametrize("turn", [0, 90])
def test_knees_ankles_elbows_and_shoulders_have_a_quiet_sign(turn: float) -> None:
    skeleton = motion_of("hinge").skeleton_at(2.0)
    for palette in (LIGHT, DARK):
        figure = FigurePainter(skeleton, View(300, 560, 280, turn), palette)
        image = painted(600, 600, figure.paint)
        for name in ("knee", "ankle", "elbow", "shoulder"):
            at = figure.joint(f"{name}_right")
            x, y = round(at.x()), round(at.y())
            sign, beside = image.pixelColor(x, y), image.pixelColor(x, y + 8)
            contrast = abs(sign.lightness() - beside.lightness())
            assert 15 < contrast < 75, (name, contrast)
