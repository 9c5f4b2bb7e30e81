"""An animated WebP that loops for ever: lossless, and only what changed in each frame."""

from __future__ import annotations

import struct
from io import BytesIO
from pathlib import Path

from PIL import Image

from app.picture.colours import ColourTable
from app.picture.frame_changes import FrameChange, changes_of
from app.picture.progress import Work
from app.picture.reel import Reel

_ANIMATED = 0x02
#: A change replaces what is under it.
_NO_BLENDING = 0x02
#: How hard the encoder tries, 0..6, and its effort, 0..100: more takes much longer for little gain.
_METHOD, _EFFORT = 2, 50


def write_webp(reel: Reel, path: Path) -> Work:
    """Write one loop of a shot.

    The container is put together here, because Pillow takes all frames at once, and that cannot be
    stopped. One colour table halves the file, and plain areas stay exact.
    """
    table = ColourTable.of(reel)
    width, height = reel.shot.size
    with path.open("wb") as stream:
        stream.write(b"RIFF\0\0\0\0WEBP")
        stream.write(_chunk(b"VP8X", bytes([_ANIMATED, 0, 0, 0]) + _three(width - 1, height - 1)))
        stream.write(_chunk(b"ANIM", struct.pack("<IH", 0xFFFFFFFF, 0)))
        for progress, part in changes_of(reel):
            if part is not None:
                stream.write(_chunk(b"ANMF", _encode(part, table)))
            yield progress
        size = stream.tell() - 8
        stream.seek(4)
        stream.write(struct.pack("<I", size))


def _encode(part: FrameChange, table: ColourTable) -> bytes:
    """Return a change as a frame of the file."""
    pixels = table.pixels(table.indices(part.pixels))
    height, width = pixels.shape
    image = Image.frombytes("RGB", (width, height), pixels.tobytes(), "raw", "BGRX")
    still = BytesIO()
    image.save(still, "WEBP", lossless=True, method=_METHOD, quality=_EFFORT)
    milliseconds = round(part.end * 1000) - round(part.begin * 1000)
    head = _three(part.left // 2, part.top // 2, width - 1, height - 1, milliseconds)
    # A still is RIFF, its size and WEBP, then the chunk with the pixels.
    return head + bytes([_NO_BLENDING]) + still.getvalue()[12:]


def _three(*numbers: int) -> bytes:
    """Return numbers as three bytes each."""
    return b"".join(number.to_bytes(3, "little") for number in numbers)


def _chunk(name: bytes, content: bytes) -> bytes:
    return name + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)
