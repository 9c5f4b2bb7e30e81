"""A GIF that loops for ever: one colour table, and only what changed in each frame."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
from PIL import Image
from PIL.GifImagePlugin import getdata

from app.picture.colours import COLOURS, ColourTable, Indices
from app.picture.frame_changes import FrameChange, changes_of
from app.picture.progress import Work
from app.picture.reel import Reel

#: The index that means "as it was before".
_AS_BEFORE = COLOURS
_TABLE_BITS = 7


def write_gif(reel: Reel, path: Path) -> Work:
    """Write one loop of a shot."""
    table = ColourTable.of(reel)
    width, height = reel.shot.size
    shown = np.full((height, width), _AS_BEFORE, np.uint8)
    with path.open("wb") as stream:
        stream.write(_head(reel, table))
        for progress, part in changes_of(reel):
            if part is not None:
                stream.write(_encode(part, table, shown))
            yield progress
        stream.write(b";")


def _encode(part: FrameChange, table: ColourTable, shown: Indices) -> bytes:
    """Return a change as a frame of the file, and apply it to what is `shown`."""
    found = table.indices(part.pixels)
    height, width = found.shape
    place = shown[part.top : part.top + height, part.left : part.left + width]
    drawn = np.where(found == place, np.uint8(_AS_BEFORE), found)
    place[:] = found
    # In whole hundredths of a second from the start, so that rounding errors do not add up.
    centiseconds = round(part.end * 100) - round(part.begin * 100)
    image = Image.frombytes("P", (width, height), drawn.tobytes())
    blocks = getdata(
        image,
        (part.left, part.top),
        duration=centiseconds * 10,
        transparency=_AS_BEFORE,
        disposal=1,
    )
    return b"".join(blocks)


def _head(reel: Reel, table: ColourTable) -> bytes:
    """Return the head of the file: its size, its colours, and the endless loop."""
    width, height = reel.shot.size
    size = struct.pack("<HHBBB", width, height, 0x80 | (_TABLE_BITS - 1), 0, 0)
    colours = table.colours.astype(np.uint8).tobytes().ljust(3 << _TABLE_BITS, b"\0")
    loop = b"!\xff\x0bNETSCAPE2.0\x03\x01" + struct.pack("<HB", 0, 0)
    return b"GIF89a" + size + colours + loop
