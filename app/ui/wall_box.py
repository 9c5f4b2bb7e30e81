"""How far the heels are from the wall, in the user's units."""

from __future__ import annotations

from app.records.feedback import WALL_CM
from app.ui.messages import translate
from app.ui.number_box import NumberBox
from app.units import Units, inches_of, of_inches


class WallBox(NumberBox):
    """A distance in whole centimetres or inches; `or_none` lets it be no answer too."""

    def __init__(self, units: Units = "metric", *, or_none: str = "") -> None:
        super().__init__()
        self._inches = False
        self.use_units(units)
        if or_none:
            self.allow_nothing(or_none)

    @property
    def cm(self) -> int | None:
        """The distance; None where it is no answer."""
        value = round(self.value())
        return (of_inches(value) if self._inches else value) or None

    def use_units(self, units: Units) -> None:
        """Show centimetres or inches from now on."""
        self._inches = units == "imperial"
        low, high = WALL_CM
        if self._inches:
            self.set_limits(1, inches_of(high) - 1)
        else:
            self.set_limits(low, high)
        self.setSuffix(translate("Units", " in") if self._inches else translate("Units", " cm"))

    def show_cm(self, cm: int | None) -> None:
        """Show a distance, or no answer."""
        self.show_value(0 if cm is None else inches_of(cm) if self._inches else cm)
