"""A height in feet and inches, in one control."""

from __future__ import annotations

import re

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QSpinBox, QWidget

CM_PER_INCH = 2.54
_INCHES_PER_FOOT = 12
_NUMBERS = re.compile(r"\d+")
#: A single number below this is feet, otherwise inches.
_FEW = 10


class FeetAndInches(QSpinBox):
    """Counts inches and writes them as feet and inches; takes `5 10`, `5'10"` or `70`."""

    def __init__(self, pattern: str, parent: QWidget | None = None) -> None:
        """Keep how a height is written, with {feet} and {inches}."""
        super().__init__(parent)
        self._pattern = pattern

    def textFromValue(self, value: int) -> str:
        """Return inches as feet and inches."""
        feet, inches = divmod(value, _INCHES_PER_FOOT)
        return self._pattern.format(feet=feet, inches=inches)

    def valueFromText(self, text: str) -> int:
        """Return what was typed in inches; what it was before where that is not a height."""
        value = _read(text)
        return self.value() if value is None else value

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Accept what makes a height within the limits; let the user go on typing otherwise."""
        value = _read(text)
        good = value is not None and self.minimum() <= value <= self.maximum()
        state = QValidator.State.Acceptable if good else QValidator.State.Intermediate
        return state, text, position


def _read(text: str) -> int | None:
    """Return inches; None where the text is not a height."""
    match [int(number) for number in _NUMBERS.findall(text)]:
        case [feet, inches] if inches < _INCHES_PER_FOOT:
            return feet * _INCHES_PER_FOOT + inches
        case [feet] if feet < _FEW:
            return feet * _INCHES_PER_FOOT
        case [inches]:
            return inches
        case _:
            return None
