from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from app.figure.cast import cast
from app.figure.figure import FigurePainter
from app.figure.look import Look
from app.figure.palette import DARK, LIGHT, Palette
from app.figure.scene import paint_scene
from app.figure.stick import StickPainter
from app.figure.view import View
from tests.helpers.motions import motion_of
from tests.helpers.pixels import Found, find, find_colour, painted

SIZE = 300


def stick(movement_id: str, view: View, t: float = 2.0) -> StickPainter:
    return StickPainter(motion_of(movement_id).skeleton_at(t), view, LIGHT)


def covered(figure: FigurePainter) -> Found:
    found = find(painted(SIZE, SIZE, figure.paint), lambda r, g, b: r + g + b < 600)
    assert found is not None
    return found


def test_a_stick_figure_is_thin_and_as_tall_as_the_person() -> None:
    view = View(150, 280, 150)
    plain = stick("standing", view, 0.0)
    found, full = covered(plain), covered(FigurePainter(plain.skeleton, view, LIGHT))
    assert found.area < 0.62 * full.area
    assert found.height == pytest.approx(full.height, rel=0.02)
    assert abs(found.bottom - full.bottom) <= 2


@pytest.mark.parametrize(("mirror", "ahead"), [(False, 1), (True, -1)])
def test_its_nose_shows_where_it_looks(mirror: bool, ahead: int) -> None:
    figure = stick("standing", View(150, 280, 150, 0, mirror), 0.0)
    head = painted(SIZE, 70, figure.paint)
    found = find(head, lambda r, g, b: r + g + b < 600)
    assert found is not None
    middle = figure.joint("head").x()
    in_front, behind = found.right - middle, middle - found.left
    assert (in_front - behind) * ahead > 2


def test_from_the_front_its_nose_is_seen_on_the_face_and_from_behind_it_is_not() -> None:
    marks = []
    for turn in (90, 270):
        figure = stick("standing", View(150, 280, 150, turn), 0.0)
        tones = figure.tones
        sign = tones.sign(tones.of_bulk(figure.skeleton.joints["head"]))
        image = painted(SIZE, 70, figure.paint)
        marks.append(find_colour(image.copy(140, 0, 20, 70), sign, 14))
    assert marks[0] is not None
    assert marks[0].area > 4
    assert marks[1] is None


def test_its_near_side_is_darker_than_its_far_one() -> None:
    figure = stick("hinge", View(150, 280, 140, 20))
    near, far = (figure.limbs.arm(side)[1][0].colour for side in ("right", "left"))
    legs = [figure.limbs.leg(side)[1][0].colour for side in ("right", "left")]
    assert near.lightness() < far.lightness() - 40
    assert legs[0].lightness() < legs[1].lightness() - 30


def test_the_line_along_its_back_touches_what_stands_off_it() -> None:
    figure = stick("hinge", View(150, 280, 140))
    image = painted(SIZE, SIZE, figure.paint)
    for at in figure.back.points:
        x, y = figure.view.point(at).x(), figure.view.point(at).y()
        around = [(round(x) + i, round(y) + j) for i in range(-2, 3) for j in range(-2, 3)]
        assert min(image.pixelColor(*pixel).lightness() for pixel in around) < 120


def scene(style: str, palette: Palette) -> QImage:
    motion = motion_of("kettlebell-deadlift")
    actor = cast(motion, 2.5, cue=False)
    look = Look(style="stick" if style == "stick" else "silhouette", badges=False)
    area = QRectF(0, 0, 400, 360)
    return painted(400, 360, lambda p: paint_scene(p, area, [actor], look, palette))


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_the_look_decides_and_things_stay_the_same(palette: Palette) -> None:
    plain, full = (scene(style, palette) for style in ("stick", "silhouette"))
    assert plain != full
    if palette.dark:
        return  # its far side looks like iron
    bells = [find_colour(image, palette.iron, 2) for image in (plain, full)]
    assert bells[0] is not None
    assert bells[1] is not None
    assert abs(bells[0].bottom - bells[1].bottom) <= 2
    assert abs(bells[0].right - bells[1].right) <= 2


def test_nothing_of_it_is_loaded_for_a_silhouette() -> None:
    code = "import sys, app.figure.scene; sys.exit('app.figure.stick' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
