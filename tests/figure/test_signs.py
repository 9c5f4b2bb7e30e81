"""Signs stand out from body and paper, in every theme, in grey and for eyes that see no red."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

from app.figure.cast import cast
from app.figure.dress import luminance
from app.figure.figure import FigurePainter
from app.figure.look import Look, Style
from app.figure.palette import DARK, LIGHT, Palette
from app.figure.person import figure_of
from app.figure.scene import paint_scene, view_of
from app.lessons.people import Person
from app.movement.model import Label
from tests.helpers.motions import motion_of
from tests.helpers.pixels import find_colour, painted

SIZE = 640
STYLES: tuple[Style, ...] = ("person", "silhouette", "stick")
#: Clothes of the signs' own colours, where a sign without a casing would vanish.
LIKE_THE_SIGNS = Person(shirt="#17755D", shorts="#4CC9A4", skin="#C2402A", hair_colour="#17755D")
_WRONG = [
    "craned-neck", "falling-backward", "locked-knees", "rounded-back", "rushed-hinge",
    "squatting-the-hinge", "weight-on-toes",
]  # fmt: skip


def as_seen(colour: QColor) -> QColor:
    return colour


def in_grey(colour: QColor) -> QColor:
    level = round(255 * luminance(colour) ** (1 / 2.2))
    return QColor(level, level, level)


def without_red(colour: QColor) -> QColor:
    """Return a colour as deuteranopes see it (Viénot, Brettel and Mollon 1999)."""
    red, green, blue = (part**2.2 for part in (colour.redF(), colour.greenF(), colour.blueF()))
    seen = (
        0.29275 * red + 0.70725 * green,
        0.29275 * red + 0.70725 * green,
        -0.02234 * red + 0.02234 * green + blue,
    )
    return QColor.fromRgbF(*(min(max(part, 0.0), 1.0) ** (1 / 2.2) for part in seen))


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours (WCAG 2)."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def picture(
    movement_id: str, t: float, style: Style, palette: Palette, person: Person = LIKE_THE_SIGNS
) -> tuple[QImage, FigurePainter]:
    """Return a figure's picture, and its painter in the same view."""
    one, area = cast(motion_of(movement_id), t, cue=False), QRectF(0, 0, SIZE, SIZE)
    look = Look(style=style, people=(person,), badges=False)
    image = painted(SIZE, SIZE, lambda p: paint_scene(p, area, [one], look, palette))
    return image, figure_of(one, view_of(area, one, look), look, palette, person)


@pytest.mark.parametrize("eyes", [as_seen, in_grey, without_red])
@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("movement_id", ["hinge", "rounded-back", "weight-on-toes"])
def test_the_line_along_the_back_has_a_contrast_of_3_on_body_and_paper(
    movement_id: str, style: Style, palette: Palette, eyes: Callable[[QColor], QColor]
) -> None:
    image, figure = picture(movement_id, 2.0, style, palette)
    touching = [
        at for at, touches in zip(figure.back.points, figure.back.touches, strict=True) if touches
    ]
    low, high = figure.view.point(touching[0]), figure.view.point(touching[-1])
    way = high - low
    length = math.hypot(way.x(), way.y())
    out_x, out_y = -way.y() / length, way.x() / length
    width = max(2.0, figure.pixels(0.0085))
    for share in (0.2, 0.4, 0.75):
        middle = low + way * share
        sign = eyes(image.pixelColor(int(middle.x()), int(middle.y())))
        for side in (-1, 1):
            # The casing, between the line and whatever lies beside it.
            steps = [side * width * step / 16 for step in range(7, 16)]
            beside = [
                image.pixelColor(
                    round(middle.x() + out_x * out - 0.5), round(middle.y() + out_y * out - 0.5)
                )
                for out in steps
            ]
            assert max(contrast(sign, eyes(colour)) for colour in beside) >= 3.0, (share, side)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("movement_id", _WRONG)
def test_an_incorrect_figure_never_carries_a_green_sign(
    movement_id: str, style: Style, palette: Palette
) -> None:
    motion = motion_of(movement_id)
    assert motion.movement.label is Label.WRONG
    for share in (0.0, 0.1, 0.25, 0.45, 0.6):
        image, _ = picture(movement_id, motion.seconds * share, style, palette, Person())
        assert find_colour(image, palette.right, 24) is None


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_until_it_is_wrong_an_incorrect_back_is_grey(palette: Palette) -> None:
    before, _ = picture("rounded-back", 0.0, "person", palette, Person())
    assert find_colour(before, palette.wrong, 24) is None
    assert find_colour(before, palette.muted, 4) is not None
    after, _ = picture("rounded-back", 2.0, "person", palette, Person())
    assert find_colour(after, palette.wrong, 4) is not None


def test_in_a_rounded_back_the_dot_that_lost_contact_is_empty() -> None:
    image, figure = picture("rounded-back", 2.0, "person", LIGHT, Person())
    for at, touches in zip(figure.back.points, figure.back.touches, strict=True):
        place = figure.view.point(at)
        inside = image.pixelColor(round(place.x()), round(place.y()))
        wanted = LIGHT.wrong if touches else LIGHT.card
        assert contrast(inside, wanted) < 1.1


@pytest.mark.parametrize(
    ("movement_id", "joint"),
    [
        ("weight-on-toes", "toe_right"), ("falling-backward", "heel_right"),
        ("locked-knees", "knee_right"), ("squatting-the-hinge", "knee_right"),
        ("craned-neck", "c7"),
    ],
)  # fmt: skip
def test_the_part_at_fault_is_lit_at_the_moment_it_is(movement_id: str, joint: str) -> None:
    start, _ = picture(movement_id, 0.0, "person", LIGHT, Person())
    image, figure = picture(movement_id, 2.0, "person", LIGHT, Person())
    at = figure.joint(joint)
    reach = round(figure.pixels(0.09))
    box = (round(at.x()) - reach, round(at.y()) - reach, 2 * reach, 2 * reach)
    lit = find_colour(image.copy(*box), LIGHT.wrong, 30)
    assert lit is not None
    assert lit.area > 30
    assert find_colour(start, LIGHT.wrong, 30) is None
