"""The kinds of file a picture can be, and the sizes they take."""

from __future__ import annotations

import contextlib
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from app.picture.problem import PictureError

#: The longest sides of a picture, px: the largest screens, and twice that for printed stills.
LEAST, MOST_MOVING, MOST_STILL = 64, 4096, 8192


class Kind(StrEnum):
    """A kind of file, by its name's ending."""

    GIF = "gif"
    WEBP = "webp"
    MP4 = "mp4"
    PNG = "png"
    PDF = "pdf"

    @property
    def moves(self) -> bool:
        """Whether it is a moving picture."""
        return self in (Kind.GIF, Kind.WEBP, Kind.MP4)


class Size(NamedTuple):
    """A width and a height, px."""

    width: int
    height: int

    def __str__(self) -> str:
        return f"{self.width}x{self.height}"


def kind_of(file: Path) -> Kind:
    """Return the kind of file that a name asks for.

    Raises:
        PictureError: it has no ending, or one that nothing here writes.
    """
    ending = file.suffix.lower().removeprefix(".")
    with contextlib.suppress(ValueError):
        return Kind(ending)
    endings = ", ".join(f".{kind.value}" for kind in Kind)
    raise PictureError("pictures.kind", file=file.name or file, endings=endings)


def check_size(kind: Kind, size: Size) -> None:
    """Refuse sizes that no screen can show and no memory can hold.

    Raises:
        PictureError: a side is too short or too long.
    """
    most = MOST_MOVING if kind.moves else MOST_STILL
    if not all(LEAST <= side <= most for side in size):
        raise PictureError("pictures.size", size=str(size), least=LEAST, most=most)


def usual_size(kind: Kind, *, beside: bool) -> Size:
    """Return a picture's size if nobody chose one; wider with two figures side by side."""
    if kind is Kind.MP4:
        return Size(1280, 720)
    if kind.moves:
        return Size(800, 480) if beside else Size(480, 480)
    return Size(1600, 960) if beside else Size(960, 960)
