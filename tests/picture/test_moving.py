"""GIF and WebP, opened again and looked at frame by frame."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageSequence
from PySide6.QtGui import QImage

from app.figure.palette import DARK, LIGHT, Palette
from app.picture.gif import write_gif
from app.picture.progress import Work, run
from app.picture.reel import Reel
from app.picture.webp import write_webp
from tests.helpers.shots import a_shot

Write = Callable[[Reel, Path], Work]
WRITERS = {"gif": write_gif, "webp": write_webp}

#: How far a colour may be from the painted one, of 255; only edges are blended.
NEAR = 26
Pixels = NDArray[np.int16]


def shown(file: Path) -> list[tuple[int, Pixels]]:
    """Return what is seen and from when, ms: each frame as it appears on screen."""
    frames, begin = [], 0
    with Image.open(file) as film:
        assert film.info["loop"] == 0
        for frame in ImageSequence.Iterator(film):
            frame.load()
            frames.append((begin, np.asarray(frame.convert("RGB"), np.int16)))
            begin += int(frame.info["duration"])
    return [*frames, (begin, frames[-1][1])]


def painted(image: QImage) -> Pixels:
    raw = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return raw[:, :, 2::-1].astype(np.int16)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("name", WRITERS)
def test_each_frame_is_what_the_screen_shows(tmp_path: Path, name: str, palette: Palette) -> None:
    reel = Reel(a_shot("hinge", "rounded-back", size=(320, 200), palette=palette))
    file = tmp_path / f"a.{name}"
    assert run(WRITERS[name](reel, file))
    found = shown(file)
    frames = reel.frames(announced=False)
    assert found[-1][0] == pytest.approx(frames[-1].end * 1000, abs=6)
    for frame in frames:
        # The one that is on the screen in the middle of its time.
        at = (frame.begin + frame.end) * 500
        seen = next(pixels for begin, pixels in reversed(found[:-1]) if begin <= at)
        wanted = painted(reel.image(frame.position))
        away = np.abs(seen - wanted).max(axis=2)
        assert away.max() <= NEAR
        # Plain areas keep their colour exactly: nothing flickers.
        assert (away == 0).mean() > 0.87


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("fps", [25, 30, 50])
def test_no_rounding_of_durations_adds_up(tmp_path: Path, name: str, fps: int) -> None:
    reel = Reel(a_shot(fps=fps, speed=4.0, size=(64, 64)))
    run(WRITERS[name](reel, tmp_path / f"a.{name}"))
    assert shown(tmp_path / f"a.{name}")[-1][0] == pytest.approx(
        reel.frames(announced=False)[-1].end * 1000, abs=6
    )


def test_what_stands_still_is_stored_once(tmp_path: Path) -> None:
    reel = Reel(a_shot("standing"))
    run(write_gif(reel, tmp_path / "a.gif"))
    with Image.open(tmp_path / "a.gif") as film:
        assert film.format == "GIF"
        assert getattr(film, "n_frames", 1) == 1


@pytest.mark.parametrize("name", WRITERS)
def test_a_usual_picture_fits_into_a_message(tmp_path: Path, name: str) -> None:
    shot = a_shot(size=(480, 480), fps=25, speed=(4.4 + 0.7) / 2)
    file = tmp_path / f"a.{name}"
    run(WRITERS[name](Reel(shot), file))
    assert file.stat().st_size <= 300_000


def test_progress_reaches_its_end_step_by_step(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    def hear(done: int, total: int) -> bool:
        told.append((done, total))
        return True

    assert run(write_gif(Reel(a_shot()), tmp_path / "a.gif"), hear)
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1] == len(Reel(a_shot()).frames(announced=False))
