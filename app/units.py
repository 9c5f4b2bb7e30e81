"""Lengths and weights in the words of the user: centimetres and kilograms, inches and pounds."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

from app.messages.message import Message

Units = Literal["metric", "imperial", "both"]

_CM_PER_INCH = 2.54
_KG_PER_POUND = 0.45359237
_INCHES_PER_FOOT = 12

_PLACEHOLDER = re.compile(r"\{(cm|kg):(\d+(?:\.\d+)?)\}")
_BRACES = re.compile(r"\{[^{}\n]*\}?|\}")


def length(cm: float, units: Units) -> Message:
    """Return a length: `15 cm`, `6 in`, or both as `15 cm (6 inches)`."""
    metric = Message("body.cm", length=_rounded(cm))
    if units == "metric":
        return metric
    inches = _inches(cm / _CM_PER_INCH)
    if units == "imperial":
        return Message("body.in", length=inches)
    # Anything but one inch, halves too, is a plural in English.
    return _both(metric, Message("body.inches", length=inches, n=1 if inches == 1 else 2))


def inches_of(cm: float) -> int:
    """Return the whole inches of a length."""
    return round(cm / _CM_PER_INCH)


def of_inches(inches: float) -> int:
    """Return the whole centimetres of a length; whole inches come back as they were."""
    return round(inches * _CM_PER_INCH)


def growth(first_cm: int, last_cm: int, units: Units) -> Message:
    """Return how a length grew: `15 → 21 cm`, `6 → 8 in`, or both; one length where it did not."""
    if first_cm == last_cm:
        return length(last_cm, units)
    inches = f"{inches_of(first_cm)} → {inches_of(last_cm)}"
    metric = Message("body.cm", length=f"{first_cm} → {last_cm}")
    if units == "metric":
        return metric
    if units == "imperial":
        return Message("body.in", length=inches)
    return _both(metric, Message("body.inches", length=inches, n=2))


def stature(cm: float, units: Units) -> Message:
    """Return a person's height: `175 cm`, `5 ft 9 in`, or both."""
    metric = Message("body.cm", length=round(cm))
    if units == "metric":
        return metric
    feet, inches = divmod(round(cm / _CM_PER_INCH), _INCHES_PER_FOOT)
    imperial = Message("body.ft-in", feet=feet, inches=inches)
    return imperial if units == "imperial" else _both(metric, imperial)


def weight(kg: float, units: Units) -> Message:
    """Return a weight: `5 kg`, `11 lb`, or both as `5 kg (11 lb)`."""
    metric = Message("body.kg", weight=_rounded(kg))
    if units == "metric":
        return metric
    imperial = Message("body.lb", weight=_whole(kg / _KG_PER_POUND))
    return imperial if units == "imperial" else _both(metric, imperial)


def fill(text: str, units: Units, say: Callable[[Message], str] = str) -> str:
    """Replace {cm:15} and {kg:5}; anything else in braces stays as it is.

    Args:
        text: of a content file.
        units: which to write.
        say: puts a length or weight into words; English where nothing else is given.
    """

    def spoken(match: re.Match[str]) -> str:
        amount = float(match[2])
        return say(length(amount, units) if match[1] == "cm" else weight(amount, units))

    return _PLACEHOLDER.sub(spoken, text)


def placeholders_problems(text: str) -> list[Message]:
    """Return, for each brace that is no length or weight, what was expected in its place."""
    return [
        Message("content.placeholder", got=found)
        for found in _BRACES.findall(text)
        if not _PLACEHOLDER.fullmatch(found)
    ]


def _both(metric: Message, imperial: Message) -> Message:
    return Message("body.both", metric=metric, imperial=imperial)


def _rounded(value: float) -> float:
    return round(value, 1)


def _whole(value: float) -> float:
    # Below two, rounding to a whole one would be wrong by a third or say "0 lb".
    return _rounded(value) if 0 < value < 2 else round(value)


def _inches(value: float) -> float:
    # Small ones in halves: whole ones would say "0 in", and few rulers show tenths.
    return max(1, round(2 * value)) / 2 if 0 < value < 2 else round(value)
