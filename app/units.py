"""Lengths and weights in the words of the user: centimetres and kilograms, inches and pounds."""

from __future__ import annotations

import re
from typing import Literal

Units = Literal["metric", "imperial", "both"]

_CM_PER_INCH = 2.54
_KG_PER_POUND = 0.45359237
_INCHES_PER_FOOT = 12

_PLACEHOLDER = re.compile(r"\{(cm|kg):(\d+(?:\.\d+)?)\}")
_BRACES = re.compile(r"\{[^{}\n]*\}?|\}")


def length(cm: float, units: Units) -> str:
    """Return a length: `15 cm`, `6 in`, or both as `15 cm (6 inches)`."""
    metric = f"{_number(cm)} cm"
    if units == "metric":
        return metric
    inches = _inches(cm / _CM_PER_INCH)
    if units == "imperial":
        return f"{inches} in"
    return f"{metric} ({inches} {'inch' if inches == '1' else 'inches'})"


def stature(cm: float, units: Units) -> str:
    """Return a person's height: `175 cm`, `5 ft 9 in`, or both."""
    metric = f"{round(cm)} cm"
    if units == "metric":
        return metric
    feet, inches = divmod(round(cm / _CM_PER_INCH), _INCHES_PER_FOOT)
    imperial = f"{feet} ft {inches} in"
    return imperial if units == "imperial" else f"{metric} ({imperial})"


def weight(kg: float, units: Units) -> str:
    """Return a weight: `5 kg`, `11 lb`, or both as `5 kg (11 lb)`."""
    metric = f"{_number(kg)} kg"
    if units == "metric":
        return metric
    imperial = f"{_whole(kg / _KG_PER_POUND)} lb"
    return imperial if units == "imperial" else f"{metric} ({imperial})"


def fill(text: str, units: Units) -> str:
    """Replace {cm:15} and {kg:5}; anything else in braces stays as it is."""

    def spoken(match: re.Match[str]) -> str:
        amount = float(match[2])
        return length(amount, units) if match[1] == "cm" else weight(amount, units)

    return _PLACEHOLDER.sub(spoken, text)


def placeholders_problems(text: str) -> list[str]:
    """Return, for each brace that is no length or weight, what was expected in its place."""
    return [
        f"expected {{cm:15}} or {{kg:5}}, got {found}"
        for found in _BRACES.findall(text)
        if not _PLACEHOLDER.fullmatch(found)
    ]


def _number(value: float) -> str:
    return f"{round(value, 1):g}"


def _whole(value: float) -> str:
    # Below two, rounding to a whole one would be wrong by a third or say "0 lb".
    return _number(value) if 0 < value < 2 else str(round(value))


def _inches(value: float) -> str:
    # Small ones in halves: whole ones would say "0 in", and few rulers show tenths.
    return _number(max(1, round(2 * value)) / 2) if 0 < value < 2 else str(round(value))
