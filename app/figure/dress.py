"""The colours of a dressed person in a theme, in the light and in the shade, near and far."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtGui import QColor

from app.figure.palette import Palette, blend
from app.lessons.people import Person


class Stuff(StrEnum):
    """What a part of the picture is made of; the values are fields of `Person`."""

    SKIN = "skin"
    HAIR = "hair_colour"
    SHIRT = "shirt"
    SHORTS = "shorts"
    TRIM = "trim"
    SHOE = "shoes"
    SOLE = "sole"


_SOLE = "#F4F1EA"
#: The least contrast of anything with the card behind it, in the light and the dark theme; there
#: dark hair turns brown, not grey.
_LEAST, _BROWN = (1.4, 1.7), QColor("#A07C62")
_NIGHT, _WHITE, _BLACK = QColor("#0F1B2A"), QColor("#FFFFFF"), QColor("#000000")
#: How much of the card's colour the far side takes on, and of the night's the shade and the seams.
_FAR, _SHADE, _SEAM = 0.34, 0.15, 0.42
_STEPS = 24


class Worn(NamedTuple):
    """The colours of one side of a person.

    Attributes:
        light, shade: in the light, and in the shade.
        seam: of folds and seams.
    """

    light: dict[Stuff, QColor]
    shade: dict[Stuff, QColor]
    seam: dict[Stuff, QColor]


class Dress:
    """The colours of one person in one theme."""

    def __init__(self, person: Person, palette: Palette) -> None:
        self._card = palette.card.rgb()
        wash = (palette.wash[0].rgb(), palette.wash[1]) if palette.wash else None
        self._base = _bases(person, self._card, palette.dark, wash)

    def side(self, far: float = 0.0) -> Worn:
        """Return the colours of a side; `far` (0..1) is how much it is the far one."""
        return _worn(self._base, self._card, round(far * _STEPS))

    def colour(self, stuff: Stuff) -> QColor:
        """Return a colour in the light."""
        return self.side().light[stuff]


@lru_cache(maxsize=32)
def _bases(
    person: Person, card: int, dark: bool, wash: tuple[int, float] | None
) -> tuple[int, ...]:
    """Return the colours in the light, which stand out from the card, in the order of `Stuff`."""
    least = _LEAST[dark]
    found = [
        _standing_out(
            getattr(person, stuff.value, _SOLE), card, 0.0 if stuff is Stuff.SOLE else least,
            _BROWN if stuff is Stuff.HAIR else _WHITE,
        )
        for stuff in Stuff
    ]  # fmt: skip
    if wash:
        colour, share = wash
        found = [blend(QColor(base), QColor(colour), share).rgb() for base in found]
    return tuple(found)


@lru_cache(maxsize=128)
def _worn(bases: tuple[int, ...], card: int, far: int) -> Worn:
    """Return the colours of a side; `far` in steps."""
    sides: list[dict[Stuff, QColor]] = []
    for dark in (0.0, _SHADE, _SEAM):
        shaded = (blend(QColor(base), _NIGHT, dark) for base in bases)
        mixed = (blend(colour, QColor(card), _FAR * far / _STEPS) for colour in shaded)
        sides.append(dict(zip(Stuff, mixed, strict=True)))
    return Worn(*sides)


def _standing_out(name: str, card: int, least: float, lighter: QColor) -> int:
    """Return a colour, lightened or darkened until it stands out from the card."""
    colour, behind = QColor(name), luminance(QColor(card))
    towards = lighter if behind < 0.5 else _BLACK
    for _ in range(20):
        own = luminance(colour)
        high, low = max(own, behind), min(own, behind)
        if (high + 0.05) / (low + 0.05) >= least:
            break
        colour = blend(colour, towards, 0.06)
    return colour.rgb()


def luminance(colour: QColor) -> float:
    """Return the relative luminance of a colour, 0..1 (WCAG 2)."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
