"""Where figures and texts go in pictures of every size."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from app.figure.actor import Actor
from app.figure.cast import cast
from app.figure.look import Look, Style
from app.figure.palette import LIGHT
from app.figure.room import room_of, usual_room
from app.figure.scene import paint_scene
from app.figure.slot import cues_beside, divide, text_size
from app.lessons.model import Overlay
from app.library import read_library
from app.movement.library import MovementLibrary
from app.movement.model import Label
from app.movement.props import PropKind
from tests.helpers.content import LOCATIONS
from tests.helpers.cut import watch_cuts
from tests.helpers.motions import motion_of
from tests.helpers.pixels import find, find_colour, painted

SIZES = [
    (200, 200), (230, 400), (260, 180), (480, 480), (900, 700), (960, 340), (1280, 800),
    (3840, 2160),
]  # fmt: skip
FIXED = {PropKind.DISHWASHER, PropKind.DOOR, PropKind.BAND}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("columns", "badges", "cues"), [(1, 1, 1), (2, 1, 1), (1, 2, 2), (1, 0, 0)]
)
@pytest.mark.parametrize("larger", [1.0, 1.25, 2.0])
def test_every_picture_has_room_for_figure_and_words(
    size: tuple[int, int], columns: int, badges: int, cues: int, larger: float
) -> None:
    slots = divide(QRectF(0, 0, *size), columns, badges=badges, cues=cues, text=larger)
    assert len(slots) == columns
    for slot in slots:
        scale = slot.view(usual_room(1.75), 0, mirror=False).scale
        assert slot.area.top() < slot.head < slot.floor_y < slot.ground < slot.cue_y
        assert 13 <= slot.text <= 60 * larger
        assert slot.cue_area.bottom() <= size[1]
        if cues and not slot.tiny:
            rows = 1 if cues_beside(slot.area.width(), slot.text) else cues
            assert slot.cue_area.height() >= slot.text * rows
        assert scale * 1.75 >= 0.24 * min(size[0] / columns, size[1])


def test_text_grows_with_the_picture() -> None:
    sizes = [text_size(*size) for size in ((200, 200), (480, 480), (900, 700), (3840, 2160))]
    assert sizes == sorted(sizes)
    assert sizes[0] >= 13
    assert 2160 / 60 < sizes[-1] < 2160 / 30


def test_text_is_made_larger_where_there_is_room() -> None:
    for size in SIZES:
        usual, larger = (text_size(*size, factor) for factor in (1.0, 2.0))
        assert usual <= larger <= 2 * usual
    assert text_size(900, 700, 1.5) == 1.5 * text_size(900, 700)
    assert text_size(260, 180, 2.0) == text_size(260, 180)


def test_the_floor_is_as_deep_with_a_long_cue_as_with_a_short_one() -> None:
    motion = motion_of("single-leg-stand")
    floors = set()
    for share in (0.02, 0.3, 0.5, 0.75):
        one = cast(motion, motion.seconds * share)
        image = scene([one], (230, 260))
        floor = find_colour(image.copy(2, 0, 4, 260), LIGHT.floor, 2)
        assert floor
        floors.add(floor.top)
    assert len({cue.cue for cue in motion.movement.phases}) > 1
    assert len(floors) == 1


def scene(actors: list[Actor], size: tuple[int, int], look: Look | None = None) -> QImage:
    area = QRectF(0, 0, *size)
    return painted(*size, lambda p: paint_scene(p, area, actors, look or Look(), LIGHT))


def wordy() -> Actor:
    one = cast(motion_of("standing"), 0.0)
    return Actor(
        one.skeleton,
        Label.WRONG,
        "A title that is far too long for any small picture",
        "A cue that is a good deal longer than any cue that has been written for a movement",
    )


@pytest.mark.parametrize("size", [(200, 200), (260, 180), (480, 480)])
@pytest.mark.parametrize("overlaid", [False, True])
@pytest.mark.parametrize("count", [1, 2])
@pytest.mark.parametrize("larger", [1.0, 2.0])
def test_no_text_is_cut(size: tuple[int, int], overlaid: bool, count: int, larger: float) -> None:
    image = scene([wordy()] * count, size, Look(overlaid=overlaid, text=larger))
    width, height = size
    # Nothing is written in the outermost pixels, nor over the line between two.
    for strip in ((0, 0, 3, height), (width - 3, 0, 3, height), (0, height - 2, width, 2)):
        for colour in (LIGHT.ink, LIGHT.muted, LIGHT.wrong):
            assert find_colour(image.copy(*strip), colour, 40) is None
    if count == 2 and not overlaid:
        middle = image.copy(width // 2 - 2, 0, 4, height)
        for colour in (LIGHT.ink, LIGHT.wrong):
            assert find_colour(middle, colour, 30) is None


@pytest.mark.parametrize("size", [(230, 400), (400, 400)])
def test_turned_figures_and_their_things_stay_in_the_picture(
    movements: MovementLibrary, size: tuple[int, int]
) -> None:
    for movement_id in movements:
        motion = motion_of(movement_id)
        room = room_of(motion)
        slot = divide(QRectF(0, 0, *size), 1, badges=1, cues=1)[0]
        views = [slot.view(room, turn, mirror=turn % 45 == 0) for turn in range(0, 360, 15)]
        assert len({view.scale for view in views}) == 1
        for index in range(5):
            one = cast(motion, motion.seconds * index / 4)
            points = list(one.skeleton.joints.values())
            points += [at for t in one.props if t.kind not in FIXED for at in (t.at, t.to)]
            for view in views:
                xs = [view.point(at).x() for at in points]
                assert min(xs) >= 0, (movement_id, view.turn)
                assert max(xs) <= size[0], (movement_id, view.turn)


@pytest.mark.parametrize("style", ["person", "silhouette", "stick"])
@pytest.mark.parametrize("size", [(200, 200), (215, 200), (200, 260)])
def test_at_200_pixels_caption_and_floor_go_and_the_person_stays(
    size: tuple[int, int], style: Style
) -> None:
    one = cast(motion_of("standing"), 0.0)
    image = scene([one], size, Look(style=style))
    (slot,) = divide(QRectF(0, 0, *size), 1, badges=1, cues=1)
    # The person is what is not card, floor or mark.
    view = slot.view(usual_room(1.75), 0, mirror=False)
    assert view.scale * 1.75 >= 130
    strip = image.copy(size[0] // 2 - 20, 0, 40, size[1])
    body = find(strip, lambda r, g, b: min(r, g, b) < 190)
    assert body is not None
    assert body.height >= 130
    floor = find_colour(image.copy(2, 0, 4, size[1]), LIGHT.floor, 2)
    assert floor is not None
    assert floor.height <= 0.14 * size[1]
    wordless = msgspec.structs.replace(one, cue="", title="")
    assert scene([wordless], size, Look(style=style)) == image


@pytest.mark.parametrize("size", [(64, 64), (100, 100), (300, 120), (80, 400)])
def test_a_tiny_picture_shows_the_figure_and_a_mark_instead_of_words(size: tuple[int, int]) -> None:
    motion = motion_of("hinge")
    (slot,) = divide(QRectF(0, 0, *size), 1, badges=1, cues=1)
    assert slot.tiny
    assert slot.view(room_of(motion), 0, mirror=False).scale * 1.75 > 0.5 * min(size)
    one = cast(motion, 2.0)
    look = Look(overlays=(Overlay.ANGLES, Overlay.LOAD))
    wordless = msgspec.structs.replace(one, cue="", title="")
    area = QRectF(0, 0, *size)
    with_words = painted(*size, lambda p: paint_scene(p, area, [one], look, LIGHT))
    without = painted(*size, lambda p: paint_scene(p, area, [wordless], look, LIGHT))
    assert with_words == without
    assert find_colour(with_words, LIGHT.right) is not None


def test_beside_a_table_two_figures_keep_their_titles_and_cues() -> None:
    size = (350, 369)
    assert not any(slot.tiny for slot in divide(QRectF(0, 0, *size), 2, badges=1, cues=1))
    hinge, squat = (cast(motion_of(name), 2.2) for name in ("hinge", "squat"))
    image = scene([hinge, squat], size)
    for gone in ({"title": ""}, {"cue": ""}):
        assert scene([hinge, msgspec.structs.replace(squat, **gone)], size) != image
        assert scene([msgspec.structs.replace(hinge, **gone), squat], size) != image


@pytest.mark.parametrize("size", [(480, 480), (800, 480), (1280, 720)])
def test_pairs_say_all_they_have_to_say_in_every_usual_size(
    size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    cut = watch_cuts(monkeypatch)
    for pair in read_library(LOCATIONS).pairs:
        actors = [cast(motion_of(name), 2.2) for name in (pair.first, pair.second)]
        scene(actors, size, Look(sentence=pair.look_at))
        scene(actors, size)
    assert cut == []
