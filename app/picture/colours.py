"""At most 127 colours for a picture, chosen once for all of its frames."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from app.picture.reel import Reel

Pixels = NDArray[np.uint32]
Indices = NDArray[np.uint8]

#: With one left for "as before", a table of 128.
COLOURS = 127
#: Colours are looked up by six bits of each channel.
_CELLS = 1 << 18
_UNKNOWN = 255
#: How close two colours of the table may be, starting with the coarsest (RGB units, squared).
_APART = (40**2, 24**2, 14**2, 8**2)
#: How close those of larger areas may be, so that a soft shadow has no rings.
_SOFT = 4**2
#: Moments of a movement that are sampled for colours.
_SAMPLES = 5


class ColourTable:
    """Colours for every frame of a picture; plain areas keep their exact colour.

    There is no dithering and no table for each frame, so that nothing shimmers where nothing moves.

    Attributes:
        colours: red, green and blue of each.
    """

    def __init__(self, plain: Sequence[QColor], samples: Sequence[Pixels]) -> None:
        """Choose colours for some sampled frames.

        Those of whole areas (`plain`) that occur are kept as they are.
        """
        seen, counts = _cells(samples)
        self.colours = _choose([_rgb(colour) for colour in plain], seen, counts)
        self._index = np.full(_CELLS, _UNKNOWN, np.uint8)
        exact = self.colours.astype(np.uint32)
        packed = (exact << np.array([16, 8, 0], np.uint32)).sum(axis=1, dtype=np.uint32)
        self._packed: Pixels = packed | np.uint32(0xFF000000)
        cells = _cell_of(packed)
        # The first of two in one cell wins, so plain colours come first.
        self._index[cells[::-1]] = np.arange(len(cells), dtype=np.uint8)[::-1]

    @classmethod
    def of(cls, reel: Reel) -> ColourTable:
        """Return the colours of a reel's frames, chosen from some of them."""
        seconds = reel.alignment.seconds
        moments = [seconds * index / _SAMPLES for index in range(_SAMPLES)]
        samples = [pixels_of(reel.image(moment)) for moment in moments]
        palette = msgspec.structs.asdict(reel.shot.palette).values()
        return cls([value for value in palette if isinstance(value, QColor)], samples)

    def pixels(self, indices: Indices) -> Pixels:
        """Return the colours of indices as 0xFFRRGGBB."""
        return self._packed[indices]

    def indices(self, pixels: Pixels) -> Indices:
        """Return the index of the nearest colour for each pixel."""
        cells = _cell_of(pixels)
        found: Indices = self._index[cells]
        if (found == _UNKNOWN).any():
            new = np.unique(cells[found == _UNKNOWN])
            self._index[new] = self._nearest(new)
            found = self._index[cells]
        return found

    def _nearest(self, cells: Pixels) -> Indices:
        far = _rgb_of(cells)[:, None, :] - self.colours[None, :, :]
        nearest: Indices = (far**2).sum(axis=2).argmin(axis=1).astype(np.uint8)
        return nearest


def pixels_of(image: QImage) -> Pixels:
    """Return an RGB32 image's pixels as 0xFFRRGGBB, row by row."""
    # A copy: PySide's view of the bits does not keep the image alive.
    pixels = np.frombuffer(image.constBits(), np.uint32).copy()
    return pixels.reshape(image.height(), image.width())


def _cell_of(pixels: Pixels) -> Pixels:
    return np.asarray(
        (pixels >> 6 & 0x3F000) | (pixels >> 4 & 0xFC0) | (pixels >> 2 & 0x3F), np.uint32
    )


def _rgb_of(cells: Pixels) -> NDArray[np.int32]:
    """Return the middle of each cell as red, green and blue."""
    parts = np.stack([cells >> 12, cells >> 6 & 0x3F, cells & 0x3F], axis=1).astype(np.int32)
    return parts * 4 + 2


def _rgb(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()


def _cells(samples: Sequence[Pixels]) -> tuple[NDArray[np.int32], NDArray[np.intp]]:
    """Return the colours that occur and how often, the most frequent first."""
    counts = sum(np.bincount(_cell_of(pixels).ravel(), minlength=_CELLS) for pixels in samples)
    cells = np.flatnonzero(counts)
    order = np.argsort(-np.asarray(counts)[cells], kind="stable")
    cells = cells[order]
    return _rgb_of(cells.astype(np.uint32)), np.asarray(counts)[cells]


def _choose(
    plain: list[tuple[int, int, int]], seen: NDArray[np.int32], counts: NDArray[np.intp]
) -> NDArray[np.int32]:
    """Return the plain colours that occur, then the most frequent that are not too close."""
    frequent = seen[counts > counts.sum() // 2000] if len(seen) else seen
    chosen = []
    for colour in dict.fromkeys(plain):
        near = np.abs(frequent - np.array(colour, np.int32)).max(axis=1, initial=0) <= 2
        if near.any():
            chosen.append(colour)
    table = np.array(chosen, np.int32).reshape(-1, 3)
    left = seen
    far = np.full(len(left), np.iinfo(np.int32).max, np.int32)
    for kept in table:
        far = np.minimum(far, ((left - kept) ** 2).sum(axis=1))
    common = counts > counts.sum() // 2000
    for apart, among in [(_SOFT, common), *((apart, counts > 0) for apart in _APART)]:
        while len(table) < COLOURS:
            candidates = np.flatnonzero((far >= apart) & among)
            if not len(candidates):
                break
            added = left[candidates[0]]
            table = np.vstack([table, added])
            far = np.minimum(far, ((left - added) ** 2).sum(axis=1))
    return table
