"""A dressed person: of every build, from every side, on every screen."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from app.body.anthropometry import Body, Sex
from app.figure.cast import cast
from app.figure.dress import Dress, Stuff, luminance
from app.figure.dressed import DressedPainter
from app.figure.look import Look
from app.figure.palette import DARK, LIGHT, Palette
from app.figure.scene import paint_scene
from app.figure.seat import crease_of
from app.figure.trunk import trunk_of
from app.figure.view import View
from app.lessons.people import Person, read_people
from app.movement.visibility import Lit
from tests.helpers.content import LOCATIONS
from tests.helpers.figures import IDS, SIZE, TURNS, moments
from tests.helpers.motions import motion_of
from tests.helpers.pixels import Found, colours_of, find, painted

PEOPLE = read_people(LOCATIONS.people)[0]
_SIDE = 600


def body_of(body: Body, turn: float, person: Person | None = None) -> tuple[QImage, Found]:
    skeleton = motion_of("standing", body).skeleton_at(0)
    figure = DressedPainter(skeleton, View(300, 570, 300, turn), LIGHT, person=person or Person())
    image = painted(_SIDE, _SIDE, figure.paint)
    found = find(image, lambda r, g, b: r + g + b < 720)
    assert found is not None
    return image, found


def differing(one: QImage, other: QImage) -> int:
    """Return how many pixels differ visibly."""
    a, b = (colours_of(image).astype(np.int64) for image in (one, other))
    apart = [np.abs((a >> shift & 255) - (b >> shift & 255)) for shift in (0, 8, 16)]
    return int((np.maximum.reduce(apart) > 40).sum())


@pytest.mark.parametrize("movement_id", IDS)
def test_every_movement_can_be_drawn_as_anybody_from_every_side(movement_id: str) -> None:
    for index, skeleton in enumerate(moments(motion_of(movement_id))[::2]):
        person = PEOPLE[index % len(PEOPLE)]
        for turn in TURNS:
            view = View(150, 280, 140, turn, mirror=turn in (30, 90))
            figure = DressedPainter(skeleton, view, LIGHT, person=person)
            image = painted(SIZE, SIZE, figure.paint)
            found = find(image, lambda r, g, b: r + g + b < 720)
            assert found is not None
            # No spikes: nothing reaches far beyond the joints.
            points = [view.point(at) for at in skeleton.joints.values()]
            assert found.left > min(p.x() for p in points) - 26
            assert found.right < max(p.x() for p in points) + 26
            assert found.top > min(p.y() for p in points) - 22
            assert found.bottom < max(p.y() for p in points) + 12


@pytest.mark.parametrize("turn", [0, 40, 90, 270])
def test_weight_and_sex_are_seen(turn: float) -> None:
    light, usual, heavy = (body_of(Body(1.75, kg), turn) for kg in (60, 75, 120))
    assert heavy[1].area > 1.1 * usual[1].area > 1.1 * 1.03 * light[1].area
    assert differing(usual[0], heavy[0]) > 0.15 * usual[1].area
    woman = body_of(Body(1.75, 75, Sex.FEMALE), turn)
    assert differing(usual[0], woman[0]) > 0.012 * usual[1].area


def test_from_the_front_shoulders_are_about_1_4_times_as_broad_as_the_hips() -> None:
    stature = 1.75 * 300
    found = []
    for sex in Sex:
        image, _ = body_of(Body(1.75, 70, sex), 90)
        # At the shoulders' balls, and at the hips between the hands.
        shoulders = find(image.copy(0, round(570 - 0.79 * stature), _SIDE, 6), _dark)
        middle = image.copy(round(300 - 0.106 * stature), round(570 - 0.50 * stature),
                            round(0.212 * stature), 6)  # fmt: skip
        hips = find(middle, _dark)
        assert shoulders is not None
        assert hips is not None
        found.append((shoulders.width / stature, shoulders.width / hips.width))
    for broad, _ in found:
        assert broad == pytest.approx(0.275, abs=0.025)
    assert sum(ratio for _, ratio in found) / 2 == pytest.approx(1.4, abs=0.12)


def _dark(red: int, green: int, blue: int) -> bool:
    return red + green + blue < 690


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_everybody_stands_out_from_the_card(palette: Palette) -> None:
    card = luminance(palette.card)
    for person in PEOPLE:
        dress = Dress(person, palette)
        for stuff in Stuff:
            if stuff is Stuff.SOLE:
                continue
            own = luminance(dress.colour(stuff))
            high, low = max(own, card), min(own, card)
            assert (high + 0.05) / (low + 0.05) >= 1.35, (person.id, stuff)


def test_skin_and_clothes_of_one_person_are_told_apart() -> None:
    for person in PEOPLE:
        for palette in (LIGHT, DARK):
            dress = Dress(person, palette)
            for one, other in ((Stuff.SKIN, Stuff.SHIRT), (Stuff.SHIRT, Stuff.SHORTS)):
                a, b = dress.colour(one), dress.colour(other)
                apart = sum(
                    abs(x - y)
                    for x, y in zip(a.getRgb()[:3], b.getRgb()[:3], strict=True)  # type: ignore[index]
                )
                assert apart > 70, (person.id, one, other)


@pytest.mark.parametrize("ratio", [1.0, 2.0, 3.0])
def test_it_is_the_same_on_every_screen(ratio: float) -> None:
    image = QImage(round(300 * ratio), round(300 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    one = cast(motion_of("hinge"), 2.0)
    paint_scene(painter, QRectF(0, 0, 300, 300), [one], Look(badges=False), LIGHT)
    painter.end()
    found = find(image, lambda r, g, b: r + g + b < 330)
    assert found is not None
    assert found.height / ratio == pytest.approx(210, abs=3)


def test_the_person_is_who_was_chosen() -> None:
    one = cast(motion_of("standing"), 0.0)
    pictures = {
        person.id: painted(300, 300, lambda p, w=person: paint_scene(  # type: ignore[misc]
            p, QRectF(0, 0, 300, 300), [one], Look(people=(w,), badges=False), LIGHT))
        for person in PEOPLE
    }  # fmt: skip
    images = list(pictures.values())
    for index, image in enumerate(images):
        assert all(image != other for other in images[index + 1 :])


@pytest.mark.parametrize(
    "body",
    [Body(), Body(stature_m=1.9, mass_kg=60), Body(stature_m=1.6, mass_kg=120, sex=Sex.FEMALE)],
)
def test_crease_and_knee_go_with_the_girth_of_the_leg(body: Body) -> None:
    motion = motion_of("locked-knees", body)
    skeleton, view = motion.skeleton_at(motion.ends[0]), View(300, 560, 280)
    figure = DressedPainter(skeleton, view, LIGHT)
    size = figure.pixels(1.0)
    crease = crease_of(skeleton, "right", figure.build, view, size)
    assert crease.size()
    thigh, _ = figure.limbs.leg("right")
    trunk = trunk_of(skeleton, figure.build, view, size, figure.back).outline.path()
    drawn = [patch.shape for patch in thigh[:6]]  # all but the lines
    beyond = [
        at
        for at in crease.toList()
        if not trunk.contains(at)
        and not any(shape.containsPoint(at, Qt.FillRule.WindingFill) for shape in drawn)
    ]
    assert len(beyond) <= 0.2 * crease.size()
    lit = figure.limbs.part("right", Lit.KNEES).boundingRect()
    assert lit.width() < 1.95 * figure.limbs.knee_radius * size  # the leg's edges, not a disc's
