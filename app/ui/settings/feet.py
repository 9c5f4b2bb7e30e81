"""A height in feet and inches, in one control."""

from __future__ import annotations

import re
from typing import Final

from app.ui.number_box import NumberBox

CM_PER_INCH = 2.54
_INCHES_PER_FOOT = 12
_NUMBERS = re.compile(r"\d+")
#: What a point or a comma means here nobody can tell: 5.5 is five feet six, or five feet five.
_DECIMALS: Final = re.compile(r"\d\s*[.,]\s*\d")
#: A single number below this is feet, otherwise inches.
_FEW = 10


class FeetAndInches(NumberBox):
    """Counts inches and writes them as feet and inches; takes `5 10`, `5'10"` or `70`."""

    def __init__(self, pattern: str) -> None:
        """Keep how a height is written, with {feet} and {inches}."""
        self._pattern = pattern
        super().__init__()

    def textFromValue(self, value: float) -> str:
        """Return inches as feet and inches."""
        feet, inches = divmod(round(value), _INCHES_PER_FOOT)
        return self._pattern.format(feet=feet, inches=inches)

    def read(self, text: str) -> float | None:
        """Return inches; None where the text is not a height."""
        if _DECIMALS.search(text):
            return None
        match [int(number) for number in _NUMBERS.findall(text)]:
            case [feet, inches] if inches < _INCHES_PER_FOOT:
                return feet * _INCHES_PER_FOOT + inches
            case [feet] if feet < _FEW:
                return feet * _INCHES_PER_FOOT
            case [inches]:
                return inches
            case _:
                return None
