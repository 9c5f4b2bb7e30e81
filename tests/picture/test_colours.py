from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor

from app.figure.palette import DARK, LIGHT, Palette
from app.picture.colours import COLOURS, ColourTable, pixels_of
from app.picture.reel import Reel
from tests.helpers.shots import a_shot


def pixels(*colours: str) -> np.ndarray[tuple[int, int], np.dtype[np.uint32]]:
    return np.array([[QColor(colour).rgb() for colour in colours]], np.uint32)


def table_of(plain: list[str], *seen: str) -> ColourTable:
    return ColourTable([QColor(colour) for colour in plain], [pixels(*seen)])


def test_plain_colours_that_are_seen_are_exact() -> None:
    table = table_of(["#F6F4EF", "#2F4858", "#FF0000"], "#F6F4EF", "#2F4858", "#93A0A4")
    seen = pixels("#F6F4EF", "#2F4858")
    assert (table.pixels(table.indices(seen)) == seen).all()
    assert [255, 0, 0] not in table.colours.tolist()


def test_a_colour_never_seen_before_gets_the_nearest() -> None:
    table = table_of(["#000000", "#FFFFFF"], "#000000", "#FFFFFF")
    found = table.pixels(table.indices(pixels("#101010", "#F0F0F0")))
    assert found.tolist() == pixels("#000000", "#FFFFFF").tolist()


def test_there_are_never_more_colours_than_the_file_holds() -> None:
    many = [QColor.fromHsv(hue % 360, 255 - hue // 4 % 200, 255).name() for hue in range(900)]
    table = table_of([], *many)
    assert len(table.colours) == COLOURS
    assert max(table.indices(pixels(*many)).ravel().tolist()) < COLOURS


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_the_soft_shadow_has_no_rings(palette: Palette) -> None:
    reel = Reel(a_shot("hinge", size=(480, 480), palette=palette))
    table, seen = ColourTable.of(reel), pixels_of(reel.image(2.2))
    told = table.pixels(table.indices(seen))
    shadow = slice(424, 444), slice(140, 320)  # below the feet
    apart = []
    for shift in (16, 8, 0):
        before, after = ((one[shadow] >> shift & 255).astype(int) for one in (seen, told))
        apart.append(np.abs(before - after))
    assert np.max(apart, axis=0).mean() <= 1.8
