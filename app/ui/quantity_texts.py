"""The names of numbers about a frame, and their texts in the user's units."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from app.body.quantities import Quantity
from app.movement.readings import Timing
from app.ui.messages import translate
from app.units import Units

_CM_PER_METRE = 100
_CM_PER_INCH = 2.54
_LENGTHS = (Quantity.HIPS_BACK, Quantity.HIP_HEIGHT, Quantity.LINE_TO_KNEE)
_MINUS = "\N{MINUS SIGN}"
_TENS = -1


def quantity_name(shown: Quantity | Timing) -> str:
    """Return the name of a number."""
    names = {
        Quantity.HIP: translate("Quantities", "Hip bend"),
        Quantity.KNEE: translate("Quantities", "Knee bend"),
        Quantity.TRUNK: translate("Quantities", "Trunk lean"),
        Quantity.SHIN: translate("Quantities", "Shin lean"),
        Quantity.LUMBAR: translate("Quantities", "Rounding, % of range"),
        Quantity.NECK: translate("Quantities", "Head tipped back"),
        Quantity.PRESSURE: translate("Quantities", "Weight, % of the foot"),
        Quantity.HIPS_BACK: translate("Quantities", "Hips behind ankles"),
        Quantity.HIP_HEIGHT: translate("Quantities", "Hips above the floor"),
        Quantity.LINE_TO_KNEE: translate("Quantities", "Ground force ahead of knee"),
        Quantity.STRETCH: translate("Quantities", "Hamstring stretch"),
        Quantity.LOAD: translate("Quantities", "Lower-back load, ±35%"),
        Timing.PHASE: translate("Quantities", "Time for this phase"),
    }
    return names[shown]


def quantity_text(shown: Quantity | Timing, value: float, units: Units) -> str:
    """Return a number with its unit, as `20°`, `19 cm` or `45 %`."""
    return unit_pattern(shown, units).format(written(shown, in_units(shown, value, units)))


def in_units(shown: Quantity | Timing, value: float, units: Units) -> float:
    """Return a number in the unit shown: lengths in cm or inches."""
    if shown not in _LENGTHS:
        return value
    return value * _CM_PER_METRE / (_CM_PER_INCH if units == "imperial" else 1)


def unit_pattern(shown: Quantity | Timing, units: Units) -> str:
    """Return how a number is written with its unit, as `{} cm`."""
    if shown in _LENGTHS:
        if units == "imperial":
            return translate("Quantities", "{} in")
        return translate("Quantities", "{} cm")
    match shown:
        case Quantity.LUMBAR | Quantity.PRESSURE | Quantity.STRETCH:
            return translate("Quantities", "{}%")
        case Quantity.LOAD:
            return translate("Quantities", "{} N")
        case Timing.PHASE:
            return translate("Quantities", "{} s")
    return translate("Quantities", "{}°")


def written(shown: Quantity | Timing, value: float) -> str:
    """Return a number without its unit, to a meaningful precision."""
    if shown is Timing.PHASE:
        return QLocale().toString(value, "f", 1)
    whole = round(value, _TENS) if shown is Quantity.LOAD else round(value)
    text = QLocale().toString(abs(round(whole)))
    return f"{_MINUS}{text}" if whole < 0 else text
