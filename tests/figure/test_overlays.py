from __future__ import annotations

import math
from itertools import combinations

import msgspec
import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from app.body.form import SHIN_DEG
from app.body.measures import Measures, measure
from app.body.skeleton import Skeleton
from app.body.vectors import between
from app.figure.actor import Actor
from app.figure.cast import cast, hip_path
from app.figure.look import Look
from app.figure.overlays.load import rounded_load
from app.figure.overlays.notes import Note, Notes
from app.figure.overlays.paint import paint_overlays
from app.figure.palette import DARK, LIGHT, Palette
from app.figure.person import figure_of
from app.figure.scene import paint_scene
from app.figure.slot import divide
from app.figure.view import View
from app.lessons.model import Overlay
from app.movement.library import MovementLibrary
from tests.helpers.motions import motion_of
from tests.helpers.pixels import Found, colours_of, find_colour, painted

WIDTH, HEIGHT = 560, 440


def actor(movement_id: str, share: float | None = None) -> Actor:
    """Return a movement's figure at the end of its first phase, or after a share of all."""
    motion = motion_of(movement_id)
    t = motion.ends[0] if share is None else motion.seconds * share
    return msgspec.structs.replace(cast(motion, t), path=hip_path(motion))


def view_of(one: Actor, look: Look) -> View:
    slot = divide(QRectF(0, 0, WIDTH, HEIGHT), 1, badges=1, cues=1)[0]
    assert one.room
    return slot.view(one.room, look.turn, look.mirror)


def notes_of(one: Actor, look: Look, size: tuple[int, int] = (WIDTH, HEIGHT)) -> Notes:
    """Return the notes of one figure without painting all of it."""
    width, height = size
    image = QImage(width, height, QImage.Format.Format_RGB32)
    slot = divide(QRectF(0, 0, width, height), 1, badges=1, cues=1)[0]
    assert one.room
    view = slot.view(one.room, look.turn, look.mirror)
    painter = QPainter(image)
    figure = figure_of(one, view, look, LIGHT)
    notes = paint_overlays(painter, slot, [(one, figure, 1.0)], look, LIGHT)
    painter.end()
    return notes


def texts(one: Actor, *lines: Overlay, turn: float = 0.0) -> list[str]:
    return sorted(p.note.text for p in notes_of(one, Look(turn, overlays=lines)).placed)


def scene(actors: list[Actor], look: Look, palette: Palette = LIGHT) -> QImage:
    area = QRectF(0, 0, WIDTH, HEIGHT)
    return painted(WIDTH, HEIGHT, lambda p: paint_scene(p, area, actors, look, palette))


def drawn(one: Actor, line: Overlay, look: Look | None = None, palette: Palette = LIGHT) -> QImage:
    """Return a picture of what an overlay adds, black elsewhere."""
    look = look or Look()
    plain = scene([one], msgspec.structs.replace(look, overlays=()), palette)
    lined = scene([one], msgspec.structs.replace(look, overlays=(line,)), palette)
    before, after = colours_of(plain), colours_of(lined)
    added = np.where(before != after, after, 0).astype(np.uint32)
    return QImage(added.tobytes(), WIDTH, HEIGHT, QImage.Format.Format_RGB32).copy()


def some(found: Found | None) -> Found:
    assert found is not None
    return found


@pytest.mark.parametrize("lines", [(Overlay.ANGLES, Overlay.LOAD), (Overlay.SHIN, Overlay.MUSCLES)])
def test_notes_stay_apart_and_inside_at_every_moment_and_turn(
    movements: MovementLibrary, lines: tuple[Overlay, ...]
) -> None:
    for movement_id in movements:
        for index in range(5):
            one = actor(movement_id, index / 4)
            for turn in (0, 45, 90, 150, 270):
                notes = notes_of(one, Look(turn, turn == 150, overlays=lines))
                boxes = [placed.box for placed in notes.placed]
                where = movement_id, index, turn
                assert not any(placed.crowded for placed in notes.placed), where
                assert all(notes.space.contains(box) for box in boxes), where
                assert not any(a.intersects(b) for a, b in combinations(boxes, 2)), where


@pytest.mark.parametrize("size", [(200, 200), (230, 300), (260, 180)])
def test_notes_stay_apart_and_inside_small_pictures(size: tuple[int, int]) -> None:
    for movement_id in ("hinge", "squat", "standing"):
        for turn in (0, 60, 90):
            look = Look(turn, overlays=(Overlay.ANGLES, Overlay.LOAD))
            notes = notes_of(actor(movement_id), look, size)
            boxes = [placed.box for placed in notes.placed]
            assert all(notes.space.adjusted(-1, -1, 1, 1).contains(box) for box in boxes)
            assert not any(a.intersects(b) for a, b in combinations(boxes, 2))


@pytest.mark.parametrize("movement_id", ["hinge", "squat", "rounded-back"])
def test_notes_do_not_jump_about_while_the_figure_moves(movement_id: str) -> None:
    motion = motion_of(movement_id)
    before: dict[str, QPointF] = {}
    jumps = 0
    for frame in range(round(motion.seconds * 25)):
        notes = notes_of(cast(motion, frame / 25), Look(overlays=(Overlay.ANGLES,)))
        for placed in notes.placed:
            name = placed.note.text.split()[0]
            off = placed.box.center() - placed.note.at
            if name in before:
                jumps += (off - before[name]).manhattanLength() > 3 * notes.size
            before[name] = off
    assert jumps <= 2  # one on the way down, one back


@pytest.mark.parametrize("size", [(306, 388), (460, 500), (900, 600)])
@pytest.mark.parametrize("movement_id", ["hinge", "rounded-back", "kettlebell-deadlift"])
def test_the_load_stands_still_while_the_figure_moves(
    movement_id: str, size: tuple[int, int]
) -> None:
    motion = motion_of(movement_id)
    look = Look(overlays=(Overlay.ANGLES, Overlay.LOAD))
    moments = [notes_of(cast(motion, n / 10), look, size) for n in range(40)]
    boxes = [placed.box for notes in moments for placed in notes.placed if placed.note.plate]
    assert max(b.top() for b in boxes) - min(b.top() for b in boxes) < 1
    # It grows with its number, no more.
    assert max(b.left() for b in boxes) - min(b.left() for b in boxes) < 16


@pytest.mark.parametrize("movement_id", ["hinge", "squat", "locked-knees", "single-leg-stand"])
@pytest.mark.parametrize("turn", [0, 50, 90, 180])
def test_numbers_are_the_rounded_angles(movement_id: str, turn: float) -> None:
    one = actor(movement_id, 0.4)
    skeleton = one.skeleton
    hip, knee, trunk = (
        round(angle) for angle in (skeleton.hip_flexion, skeleton.knee, skeleton.pose.thorax)
    )
    wanted = [f"hip {hip}°", f"knee {knee}°", f"trunk {trunk}°"]
    assert texts(one, Overlay.ANGLES, turn=turn) == wanted
    assert texts(one, Overlay.HIP, turn=turn) == wanted[:1]
    assert texts(one, Overlay.HIP, Overlay.ANGLES, turn=turn) == wanted


def test_the_arc_at_the_hip_is_as_wide_as_the_number_says() -> None:
    one = actor("hinge")
    for look in (Look(), Look(mirror=True)):
        image = drawn(one, Overlay.HIP, look)
        view, joints = view_of(one, look), one.skeleton.joints
        corner = view.point(joints["hip_right"])
        reach = 0.115 * one.skeleton.lengths.stature * view.scale
        on = [d for d in range(360) if _is(image, corner, reach, d, LIGHT.hip)]
        assert len(on) == pytest.approx(one.skeleton.hip_flexion, abs=8)


def _is(image: QImage, corner: QPointF, reach: float, degrees: int, colour: QColor) -> bool:
    angle = math.radians(degrees)
    at = corner + QPointF(math.cos(angle), -math.sin(angle)) * reach
    pixel = image.pixelColor(round(at.x() - 0.5), round(at.y() - 0.5))
    return abs(pixel.red() - colour.red()) + abs(pixel.blue() - colour.blue()) < 60


def test_from_the_front_there_is_no_arc() -> None:
    one = actor("hinge")
    side, front = (
        some(find_colour(drawn(one, Overlay.HIP, Look(turn)), LIGHT.hip, 30)).area
        for turn in (0, 90)
    )
    assert front < 0.25 * side


def test_the_shins_lean_is_written_only_where_it_is_much() -> None:
    assert texts(actor("hinge"), Overlay.SHIN) == []
    squat = actor("squat")
    assert squat.skeleton.shin > SHIN_DEG
    assert texts(squat, Overlay.SHIN) == [f"shin {round(squat.skeleton.shin)}°"]
    upright = actor("squat", 0.0)
    assert texts(upright, Overlay.SHIN) == []


def test_the_guide_at_the_shin_is_upright() -> None:
    one = actor("squat")
    view, ankle = view_of(one, Look()), one.skeleton.joints["ankle_right"]
    image = drawn(one, Overlay.SHIN)
    top = view.point(ankle) - QPointF(0, 0.30 * one.skeleton.lengths.stature * view.scale)
    dashes = find_colour(image.copy(round(top.x()) - 3, round(top.y()) - 2, 6, 20), LIGHT.hip, 30)
    assert some(dashes).width <= 3


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_a_back_that_is_not_flat_is_told_by_more_than_colour(palette: Palette) -> None:
    flat, rounded = (actor(m) for m in ("hinge", "rounded-back"))
    dashed = drawn(flat, Overlay.BACK, Look(badges=False), palette)
    dotted = drawn(rounded, Overlay.BACK, Look(badges=False), palette)
    assert find_colour(dashed, palette.wrong, 10) is None
    assert find_colour(dotted, palette.right, 10) is None
    # The disc of the cross is far broader than the line.
    assert broadest(dotted, palette.wrong) > 2 * broadest(dashed, palette.right)


def broadest(image: QImage, colour: QColor) -> int:
    """Return the tallest run of a colour in any column."""
    there = colours_of(image) == colour.rgb() & 0xFFFFFF
    most, run = 0, np.zeros(image.width(), int)
    for row in there:
        run = (run + 1) * row
        most = max(most, int(run.max()))
    return most


@pytest.mark.parametrize("movement_id", ["hinge", "squat"])
@pytest.mark.parametrize(("turn", "mirror"), [(0, False), (0, True), (40, False), (180, False)])
def test_the_reaction_passes_the_knee_on_the_right_side(
    movement_id: str, turn: float, mirror: bool
) -> None:
    one, look = actor(movement_id), Look(turn, mirror)
    view, joints = view_of(one, look), one.skeleton.joints
    image = drawn(one, Overlay.REACTION, look)
    knee = view.point(between(joints["knee_left"], joints["knee_right"], 0.5))
    # A little above the gap, where the line alone is.
    row = image.copy(0, round(knee.y()) - 24, WIDTH, 2)
    line = some(find_colour(row, LIGHT.hip, 40))
    wanted = measure(one.skeleton).line_to_knee * view.scale * view.ahead
    assert (line.left + line.right + 1) / 2 - knee.x() == pytest.approx(wanted, abs=1.6)
    assert (wanted * view.ahead > 0) == (movement_id == "hinge")
    # The gap between knee and line is drawn, level.
    middle = image.copy(round(knee.x() + wanted / 2) - 1, round(knee.y()) - 2, 3, 4)
    assert find_colour(middle, LIGHT.hip, 40) is not None


@pytest.mark.parametrize("turn", [0, 60, 90])
def test_the_path_is_where_the_hips_go(turn: float) -> None:
    one, look = actor("squat", 0.0), Look(turn)
    image, view = drawn(one, Overlay.PATH, look), view_of(one, look)
    hip = view.point(one.skeleton.hip)
    for at in one.path[:: len(one.path) // 5]:
        pixel = view.point(at)
        if (pixel - hip).manhattanLength() < 25:
            continue  # in the ring
        near = image.copy(round(pixel.x()) - 2, round(pixel.y()) - 2, 5, 5)
        assert find_colour(near, LIGHT.hip, 40) is not None


def test_muscles_are_lit_where_they_work_or_stretch() -> None:
    assert texts(actor("standing", 0.0), Overlay.MUSCLES) == []
    assert texts(actor("hinge"), Overlay.MUSCLES) == ["stretches", "works"]
    # In a squat the front of the thighs works too.
    assert texts(actor("squat"), Overlay.MUSCLES).count("works") == 2


def test_hamstrings_are_lit_the_more_the_more_they_are_stretched() -> None:
    lit = []
    for share in (0.2, 0.4):
        one = actor("hinge", share)
        view, joints = view_of(one, Look()), one.skeleton.joints
        thigh = view.point(between(joints["hip_right"], joints["knee_right"], 0.5))
        back = round(0.022 * one.skeleton.lengths.stature * view.scale)
        at = scene([one], Look(overlays=(Overlay.MUSCLES,))).pixelColor(
            round(thigh.x()) - back, round(thigh.y()) + 4
        )
        lit.append(at.red() - at.blue())
    assert lit[1] > lit[0] > LIGHT.figure.red() - LIGHT.figure.blue()


@pytest.mark.parametrize(
    ("newtons", "shown"), [(512, 500), (537, 550), (974, 950), (1049, 1000), (2051, 2100)]
)
def test_a_load_has_no_digits_an_estimate_lacks(newtons: float, shown: int) -> None:
    assert rounded_load(newtons) == shown


def test_the_load_is_written_as_an_estimate() -> None:
    one = actor("hinge")
    shown = rounded_load(measure(one.skeleton).load.compression_n)
    assert texts(one, Overlay.LOAD) == [f"lower back: about\u00a0{shown}\u00a0N, ±35%"]


def test_measures_are_taken_only_for_overlays_that_need_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    taken = []

    def counted(skeleton: Skeleton) -> Measures:
        taken.append(skeleton)
        return measure(skeleton)

    monkeypatch.setattr("app.figure.overlays.canvas.measure", counted)
    one = actor("hinge")
    notes_of(one, Look(overlays=(Overlay.ANGLES, Overlay.SHIN, Overlay.BACK, Overlay.PATH)))
    assert taken == []
    notes_of(one, Look(overlays=(Overlay.WEIGHT, Overlay.REACTION, Overlay.LOAD)))
    assert len(taken) == 1


def test_free_places_are_looked_for_only_where_there_is_a_note(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    taken = []
    monkeypatch.setattr(Notes, "_take_body", lambda *given: taken.append(given))
    one = actor("hinge")
    notes_of(one, Look(overlays=(Overlay.SHIN, Overlay.BACK)))
    assert taken == []
    notes_of(one, Look(overlays=(Overlay.SHIN, Overlay.ANGLES)))
    assert len(taken) == 1


def test_a_note_keeps_off_what_is_taken() -> None:
    notes = Notes(QRectF(0, 0, 300, 200), 12, QFont(), LIGHT)
    notes.keep_off_line(QPointF(100, 0), QPointF(100, 200))
    notes.wanted.append(Note("word", QPointF(110, 100), (QPointF(-1, 0),), 0.0))
    painted(300, 200, notes.paint)
    (placed,) = notes.placed
    assert placed.box.right() < 100
    assert placed.box.center().y() == 100


def test_without_any_room_a_note_still_stays_inside_and_off_others() -> None:
    notes = Notes(QRectF(0, 0, 120, 60), 12, QFont(), LIGHT)
    for y in range(0, 60, 4):
        notes.keep_off_line(QPointF(0, y), QPointF(120, y))
    for text in ("one", "two"):
        notes.wanted.append(Note(text, QPointF(60, 30), (QPointF(1, 0),), 0.0))
    painted(120, 60, notes.paint)
    one, two = notes.placed
    assert one.crowded
    assert two.crowded
    assert not one.box.intersects(two.box)
    assert all(notes.space.contains(placed.box) for placed in notes.placed)


def test_a_number_and_its_unit_stay_on_one_line() -> None:
    notes = Notes(QRectF(0, 0, 200, 200), 12, QFont(), LIGHT)
    text = Look().words.load.format(newtons=2000)
    notes.wanted.append(Note(text, QPointF(100, 100), (QPointF(1, 0),), 0.0))
    painted(200, 200, notes.paint)
    (placed,) = notes.placed
    assert len(placed.lines) > 1
    assert any("2000\u00a0N" in line for line in placed.lines)
    assert any("±35%" in line for line in placed.lines)
