from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from app.figure.look import Look
from app.figure.palette import LIGHT
from app.lessons.people import Person
from app.messages.message import Message
from app.picture.kind import MOST_STILL, Size
from app.picture.png import paint_image
from app.picture.reel import Reel
from app.picture.strip import Strip
from tests.helpers.pixels import Found, find_colour
from tests.helpers.shots import a_shot


def strip_of(*movements: str, start: str = "Start") -> Strip:
    def say(message: Message) -> str:
        return start if message.id == "pictures.start" else str(message)

    return Strip(Reel(a_shot(*movements, look=Look(style="silhouette"))), say)


def figures(image: QImage) -> Found:
    found = find_colour(image, LIGHT.figure, 4)
    assert found is not None
    return found


@pytest.mark.parametrize("movements", [("hinge",), ("hinge", "squat"), ("wall-drill",)])
@pytest.mark.parametrize("size", [None, Size(400, 1200), Size(1600, 300)])
def test_all_of_it_fits_whatever_the_size(movements: tuple[str, ...], size: Size | None) -> None:
    strip = strip_of(*movements)
    image = paint_image(strip.paint, size or strip.usual_size())
    found = figures(image)
    assert found.left > 4
    assert found.top > 4
    assert found.right < image.width() - 4
    assert found.bottom < image.height() - 4
    # The ground goes to the edges.
    edge = (image.width() - 1, image.height() - 1)
    assert image.pixelColor(0, 0) == image.pixelColor(*edge) == LIGHT.paper


def test_the_usual_size_can_be_written() -> None:
    for movement in ("standing", "hinge", "wall-drill"):
        assert max(strip_of(movement).usual_size()) <= MOST_STILL
    one, two = strip_of("hinge").usual_size(), strip_of("hinge", "squat").usual_size()
    assert one.width == two.width
    assert two.height > 1.8 * one.height


def test_long_cues_make_their_captions_higher() -> None:
    short, long = (
        strip_of("standing", start=start).usual_size() for start in ("Go", "go on and on " * 12)
    )
    assert short == long  # standing says its own cue
    low, high = (
        strip_of("hinge", start=start).usual_size().height for start in ("Go", "go on and on " * 12)
    )
    assert high > low + 30


def test_too_many_poses_are_left_out_evenly() -> None:
    reel = Reel(a_shot("wall-drill"))
    every = Strip(reel).poses
    some = Strip(reel, most=4).poses
    assert len(every) > len(some) == 4
    assert (some[0], some[-1]) == (every[0], every[-1])
    assert sorted(some) == some


def test_one_scale_for_both_movements() -> None:
    # The string takes more room than the hinge; both stand equally high all the same.
    strip = strip_of("hinge", "crown-string")
    size = strip.usual_size()
    image = paint_image(strip.paint, size)
    half = size.height // 2
    top = figures(image.copy(0, 0, 300, half))
    bottom = figures(image.copy(0, half, 300, half))
    assert abs(top.height - bottom.height) < 0.06 * top.height


def test_it_leaves_the_painter_as_it_was() -> None:
    image = QImage(600, 400, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    strip_of("hinge").paint(painter, QRectF(0, 0, 600, 400))
    assert painter.transform().isIdentity()
    painter.end()


def test_who_does_it_incorrectly_is_somebody_else() -> None:
    people = (Person(shirt="#AA0000"), Person(shirt="#0000AA"))
    reel = Reel(a_shot("hinge", "hinge", look=Look(people=people)))
    strip = Strip(reel)
    image = paint_image(strip.paint, strip.usual_size())
    shirts = [find_colour(image, QColor(person.shirt), 4) for person in people]
    assert all(shirts)
    first, second = (found for found in shirts if found)
    assert first.bottom < second.top
