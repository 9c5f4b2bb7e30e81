"""Two figures in one place."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from app.body.vectors import Vec3
from app.figure.actor import Actor
from app.figure.cast import cast
from app.figure.ghost import tinted
from app.figure.look import Look, Style
from app.figure.palette import DARK, LIGHT, Palette, blend
from app.figure.scene import paint_scene
from app.lessons.model import Overlay
from app.movement.model import Label
from app.movement.props import Placed, PropKind
from tests.helpers.motions import motion_of
from tests.helpers.pixels import Found, find, find_colour, painted

WIDTH, HEIGHT = 480, 400


def actor(movement_id: str, share: float = 0.5) -> Actor:
    motion = motion_of(movement_id)
    return cast(motion, motion.seconds * share)


def scene(
    actors: list[Actor],
    look: Look,
    palette: Palette = LIGHT,
    size: tuple[int, int] = (WIDTH, HEIGHT),
    ratio: int = 1,
) -> QImage:
    image = QImage(size[0] * ratio, size[1] * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    paint_scene(painter, QRectF(0, 0, *size), actors, look, palette)
    painter.end()
    return image


def over(
    opacity: float,
    *,
    badges: bool = True,
    lines: tuple[Overlay, ...] = (),
    announce: float = 0.0,
    style: Style = "silhouette",  # whose colour can be found
) -> Look:
    return Look(
        overlaid=True,
        opacity=opacity,
        badges=badges,
        overlays=lines,
        announce=announce,
        style=style,
    )


def some(found: Found | None) -> Found:
    assert found is not None
    return found


@pytest.mark.parametrize("lines", [(), (Overlay.ANGLES,), (Overlay.WEIGHT, Overlay.BACK)])
def test_at_the_ends_only_one_of_them_is_seen(lines: tuple[Overlay, ...]) -> None:
    first, second = (
        msgspec.structs.replace(actor(name), cue="", room=None) for name in ("hinge", "squat")
    )
    alone = Look(badges=False, overlays=lines, style="silhouette")
    for opacity, only in ((0.0, first), (1.0, second)):
        both = scene([first, second], over(opacity, badges=False, lines=lines))
        assert both == scene([only], alone)


def test_at_the_ends_only_what_is_seen_is_named() -> None:
    actors = [actor("hinge"), actor("rounded-back")]
    for opacity, named, unnamed in ((0, LIGHT.right, LIGHT.wrong), (1, LIGHT.wrong, LIGHT.right)):
        badges = scene(actors, over(opacity)).copy(0, 0, 160, 70)
        assert find_colour(badges, named, 8)
        assert not find_colour(badges, unnamed, 8)
        # Its figure is as everywhere else, so no sample tells it from another.
        assert not find_colour(badges, LIGHT.figure, 8)
    both = scene(actors, over(0.5)).copy(0, 0, 160, 70)
    assert all(find_colour(both, colour, 8) for colour in (LIGHT.right, LIGHT.wrong, LIGHT.figure))


def test_between_them_the_second_is_one_layer_over_the_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("app.figure.ghost._Layer.stripe", lambda *_: None)
    first, second = actor("standing"), actor("squat")
    image = scene([first, second], over(0.5, badges=False))
    ghost = tinted(LIGHT, second.label).figure
    assert some(find_colour(image, blend(LIGHT.card, ghost, 0.5), 3)).area > 1500
    # The first is whole below it.
    assert some(find_colour(image, LIGHT.figure, 3)).area > 300
    # Nothing is denser than one layer: no seams where a limb lies over another.
    dense = find_colour(image, blend(LIGHT.card, ghost, 0.75), 2)
    assert dense is None or dense.area < 40


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("label", list(Label))
def test_the_second_is_apart_by_more_than_colour(palette: Palette, label: Label) -> None:
    second = msgspec.structs.replace(actor("squat"), label=label)
    image = scene([actor("standing"), second], over(0.7, badges=False), palette)
    half = image.copy(0, 0, WIDTH // 2 - 30, 320)  # the squat's seat: nothing else is there
    shades = {
        half.pixelColor(x, y).lightness() for x in range(half.width()) for y in range(320)
    }  # fmt: skip
    # Stripes: many shades between the card's and the body's, not two.
    assert len(shades) > 20


def test_it_is_painted_in_whole_pixels_at_every_ratio() -> None:
    actors = [actor("hinge"), actor("rounded-back")]
    one = scene(actors, over(0.5, badges=False))
    two = scene(actors, over(0.5, badges=False), ratio=2)
    boxes = [some(find_colour(image, LIGHT.hip, 40)) for image in (one, two)]
    assert boxes[1].left == pytest.approx(2 * boxes[0].left, abs=2)
    assert boxes[1].top == pytest.approx(2 * boxes[0].top, abs=2)


def test_things_in_the_same_place_are_painted_once() -> None:
    at = Vec3(0.6, 0.25, 0.0)
    bell = Placed(PropKind.KETTLEBELL, at, at)
    first, second = (
        msgspec.structs.replace(actor(name), props=(bell,), cue="")
        for name in ("standing", "hinge")
    )
    for opacity in (0.3, 0.5, 0.7, 0.9):
        image = scene([first, second], over(opacity, badges=False))
        right = image.copy(WIDTH // 2, 0, WIDTH // 2, HEIGHT)
        assert some(find_colour(right, LIGHT.iron, 2)).area > 250  # neither pale nor striped


def test_badges_stand_below_each_other_with_samples() -> None:
    actors = [actor("hinge"), actor("rounded-back")]
    corner = scene(actors, over(0.5)).copy(0, 0, WIDTH, 80)
    right, wrong = (some(find_colour(corner, c, 8)) for c in (LIGHT.right, LIGHT.wrong))
    assert wrong.top > right.bottom
    assert some(find_colour(corner.copy(0, 0, 40, 40), LIGHT.figure, 8)).area > 100
    # Not that of the first: striped.
    sample = corner.copy(20, wrong.top, 18, wrong.height)
    assert find_colour(sample, LIGHT.figure, 8) is None


def test_both_are_announced_and_neutral_ones_are_not() -> None:
    right, wrong, neutral = (actor(m) for m in ("hinge", "rounded-back", "squat"))
    middle = (WIDTH // 4, 100, WIDTH // 2, 200)
    both = scene([right, wrong], over(0.5, announce=1.0)).copy(*middle)
    assert some(find_colour(both, LIGHT.right, 8)).area > 300
    assert some(find_colour(both, LIGHT.wrong, 8)).area > 300
    one = scene([neutral, wrong], over(0.5, announce=1.0)).copy(*middle)
    plain = find_colour(scene([neutral, wrong], over(0.5)).copy(*middle), LIGHT.right, 8)
    said = find_colour(one, LIGHT.right, 8)
    assert (said.area if said else 0) <= (plain.area if plain else 0)
    two = [actor("squat"), neutral]
    assert scene(two, over(0.5, announce=1.0)) == scene(two, over(0.5))


@pytest.mark.parametrize("size", [(480, 480), (300, 240), (960, 340)])
def test_both_cues_are_written(size: tuple[int, int]) -> None:
    first, second = actor("hinge"), actor("rounded-back")
    pictures = []
    for cues in (("Hips back", "Back curls"), ("Hips back", ""), ("", "Back curls")):
        actors = [
            msgspec.structs.replace(one, cue=cue)
            for one, cue in zip((first, second), cues, strict=True)
        ]
        image = scene(actors, over(0.5), size=size)
        pictures.append(some(find_colour(image.copy(0, int(size[1] * 0.7), *size), LIGHT.ink, 40)))
    both, one, other = pictures
    assert both.area > 1.5 * min(one.area, other.area)
    same = [msgspec.structs.replace(one, cue="Hips back") for one in (first, second)]
    image = scene(same, over(0.5), size=size)
    once = some(find_colour(image.copy(0, int(size[1] * 0.7), *size), LIGHT.ink, 40))
    assert once.area < both.area


def test_the_scale_is_that_of_both_whatever_the_opacity() -> None:
    actors = [actor("standing"), actor("kettlebell-swing")]
    # Right of the badges and their samples.
    images = [scene(actors, over(opacity)).copy(120, 0, WIDTH, HEIGHT) for opacity in (0, 0.2, 0.5)]
    assert len({some(find_colour(image, LIGHT.figure, 3)).top for image in images}) == 1


def test_a_picture_on_white_has_no_second_background() -> None:
    actors = [actor("hinge"), actor("rounded-back")]
    area = QRectF(0, 0, WIDTH, HEIGHT)
    image = painted(WIDTH, HEIGHT, lambda p: paint_scene(p, area, actors, over(0.9), LIGHT))
    assert some(find_colour(image, LIGHT.card, 1)).area > 0.5 * WIDTH * HEIGHT


def test_stripes_are_as_far_apart_at_every_ratio(monkeypatch: pytest.MonkeyPatch) -> None:
    spacings: list[int] = []

    def stripe(_layer: object, tile: QImage, _strength: float) -> None:
        spacings.append(tile.width())

    monkeypatch.setattr("app.figure.ghost._Layer.stripe", stripe)
    actors = [actor("hinge"), actor("squat")]
    for ratio in (1, 2):
        scene(actors, over(0.5), ratio=ratio)
    assert spacings[1] == pytest.approx(2 * spacings[0], abs=1)


def test_the_echoes_of_one_that_hurries_are_not_cut_off() -> None:
    deep = cast(motion_of("hinge"), 2.0)
    hurried = cast(motion_of("rushed-hinge"), 0.45)
    assert hurried.echoes
    tops = [
        some(find(scene([deep, hurried], over(share, badges=False)), _is_red)).top
        for share in (0.99, 1.0)
    ]
    assert abs(tops[0] - tops[1]) <= 1


def _is_red(red: int, green: int, blue: int) -> bool:
    return red - green > 12 and red - blue > 12
