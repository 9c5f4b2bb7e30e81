"""A moving picture as the areas that change from frame to frame, each with its duration."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from app.picture.colours import Pixels, pixels_of
from app.picture.progress import Progress
from app.picture.reel import Reel


class FrameChange(NamedTuple):
    """The pixels that replace an area of the frame before.

    Attributes:
        left, top: the area's corner, px, even numbers.
        pixels: 0xFFRRGGBB, row by row.
        begin, end: from when to when it is seen, s.
    """

    left: int
    top: int
    pixels: Pixels
    begin: float
    end: float


def changes_of(reel: Reel) -> Iterator[tuple[Progress, FrameChange | None]]:
    """Yield the progress after each frame, and a change once its end is known.

    Where nothing moves, the change before it lasts longer. The last one comes after all frames.
    """
    frames = reel.frames(announced=False)
    kept: FrameChange | None = None
    before: Pixels | None = None
    shown: tuple[float, bool] | None = None
    for done, frame in enumerate(frames, 1):
        box = None
        if (moment := (frame.position, frame.held)) != shown:
            pixels = pixels_of(reel.image(frame.position, held=frame.held))
            whole = 0, pixels.shape[0], 0, pixels.shape[1]
            box = whole if before is None else _changed(pixels, before)
            before, shown = pixels, moment
        ready = None
        if box is not None:
            top, bottom, left, right = box
            ready = kept
            kept = FrameChange(left, top, pixels[top:bottom, left:right], frame.begin, frame.end)
        elif kept is not None:
            kept = kept._replace(end=frame.end)
        yield Progress(done, len(frames)), ready
    yield Progress(len(frames), len(frames)), kept


def _changed(pixels: Pixels, before: Pixels) -> tuple[int, int, int, int] | None:
    """Return top, bottom, left and right of what changed; None where nothing did."""
    changed = pixels != before
    rows = np.flatnonzero(changed.any(axis=1))
    if not len(rows):
        return None
    top, bottom = int(rows[0]), int(rows[-1]) + 1
    columns = np.flatnonzero(changed[top:bottom].any(axis=0))
    left, right = int(columns[0]), int(columns[-1]) + 1
    return top - top % 2, bottom, left - left % 2, right
