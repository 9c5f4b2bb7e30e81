"""Only what changes between two frames is stored."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from PIL.GifImagePlugin import getdata

from app.picture import gif
from app.picture.colours import COLOURS
from app.picture.frame_changes import _changed, changes_of
from app.picture.progress import run
from app.picture.reel import Reel
from tests.helpers.shots import a_shot


@pytest.mark.parametrize(
    ("spots", "box"),
    [
        ([(3, 5)], (2, 4, 4, 6)),
        ([(4, 6)], (4, 5, 6, 7)),
        ([(3, 5), (6, 1)], (2, 7, 0, 6)),
        ([(0, 0), (7, 9)], (0, 8, 0, 10)),
        ([], None),
    ],
)
def test_the_changed_area_is_the_smallest_with_an_even_corner(
    spots: list[tuple[int, int]], box: tuple[int, int, int, int] | None
) -> None:
    before = np.full((8, 10), 0xFF102030, np.uint32)
    now = before.copy()
    for spot in spots:
        now[spot] += 1
    assert _changed(now, before) == box


def test_changes_laid_over_each_other_are_the_frames() -> None:
    reel = Reel(a_shot("hinge", size=(96, 80), fps=10))
    frames = reel.frames(announced=False)
    changes = [change for _, change in changes_of(reel) if change is not None]
    assert (changes[0].left, changes[0].top, changes[0].pixels.shape) == (0, 0, (80, 96))
    assert any(change.pixels.size < changes[0].pixels.size / 2 for change in changes)
    assert [change.begin for change in changes[1:]] == [change.end for change in changes[:-1]]
    assert (changes[0].begin, changes[-1].end) == (frames[0].begin, frames[-1].end)


def test_a_gif_draws_only_the_pixels_that_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[tuple[NDArray[np.uint8], tuple[int, int]]] = []

    def watched(image: Image.Image, offset: tuple[int, int], **more: int) -> list[bytes]:
        drawn.append((np.asarray(image), offset))
        return getdata(image, offset, **more)

    monkeypatch.setattr(gif, "getdata", watched)
    assert run(gif.write_gif(Reel(a_shot(size=(96, 80), fps=10)), tmp_path / "a.gif"))
    (first, corner), *others = drawn
    assert corner == (0, 0)
    assert (first != COLOURS).all()
    screen = first.copy()
    for pixels, (left, top) in others:
        place = screen[top : top + pixels.shape[0], left : left + pixels.shape[1]]
        new = pixels != COLOURS
        assert (pixels[new] != place[new]).all()
        place[new] = pixels[new]
    assert len(others) > 5
