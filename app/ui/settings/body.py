"""The user's own body, which the figure uses."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import msgspec
from PySide6.QtWidgets import QLabel

from app.body.anthropometry import LIMITS
from app.settings.model import BodySettings
from app.ui.accessibility import button, label
from app.ui.keeper import SettingsKeeper
from app.ui.number_box import NumberBox
from app.ui.section import ChoiceBox, Section
from app.ui.settings.feet import CM_PER_INCH, FeetAndInches

_KG_PER_POUND = 0.45359237
_CM_PER_METRE = 100
_PERCENT = 100
_ABOVE = 12


class BodySection(Section):
    """Height, weight and sex, proportions, and how far hips and lower back bend.

    What is stored is metres, kilograms, factors and degrees; the controls show them rounded in
    the user's units, and only what the user changes there is stored.
    """

    def __init__(self, keeper: SettingsKeeper) -> None:
        super().__init__()
        self.set_title(self.tr("Your body"))
        self._keeper = keeper
        self._numbers: list[_Number] = []
        self._metric: list[_Row] = []
        self._imperial: list[_Row] = []
        self._add_size()
        self._add_proportions()
        self._add_bends()
        back = button(self.tr("Reset to standard body"))
        back.clicked.connect(lambda: keeper.change(body=BodySettings()))
        self.add_beside(back)
        self._usual = self.add_note("")
        self.show_settings()

    def show_settings(self) -> None:
        """Show what is set, in the units that are set."""
        body = self._keeper.person.body
        for control, field, unit in self._numbers:
            control.show_value(unit.shown(getattr(body, field)))
        self._sex.show_value(body.sex)
        metric = self._keeper.units != "imperial"
        for rows, shown in ((self._metric, metric), (self._imperial, not metric)):
            for row in rows:
                row.name.setVisible(shown)
                row.control.setVisible(shown)
        self._say_what_is_usual()

    def _add_size(self) -> None:
        height, weight = self.tr("Height"), self.tr("Weight")
        centimetres, kilograms = NumberBox(unit=self.tr(" cm")), NumberBox(unit=self.tr(" kg"))
        feet = FeetAndInches(self.tr("{feet} ft {inches} in"))
        pounds = NumberBox(unit=self.tr(" lb"))
        self._metric = [
            self._add_number(height, centimetres, "stature_m", _CENTIMETRES),
            self._add_number(weight, kilograms, "mass_kg", _KILOGRAMS),
        ]
        self._imperial = [
            self._add_number(height, feet, "stature_m", _INCHES),
            self._add_number(weight, pounds, "mass_kg", _POUNDS),
        ]
        self._sex = ChoiceBox(
            {"f": self.tr("Female"), "m": self.tr("Male")}, lambda sex: self._change(sex=sex)
        )
        self.add_row(self.tr("Sex"), self._sex)
        self.add_note(
            self.tr(
                "The figure uses these measurements, so it moves more like you. They stay on "
                "this computer."
            )
        )

    def _add_proportions(self) -> None:
        self._add_heading(self.tr("Proportions"))
        self.add_note(
            self.tr(
                "100% is average for your height; the trunk goes from the hips to the neck. If "
                "you don't know, leave it at 100%."
            )
        )
        for field, name in (
            ("thigh", self.tr("Thighs")),
            ("shin", self.tr("Shins")),
            ("trunk", self.tr("Trunk")),
            ("arm", self.tr("Arms")),
        ):
            control = NumberBox(unit=self.tr("%"))
            self._add_number(name, control, field, _PERCENTS)

    def _add_bends(self) -> None:
        self._add_heading(self.tr("How far you bend"))
        for field, name, meaning in (
            (
                "slr_deg",
                self.tr("Straight-leg raise"),
                self.tr(
                    "Lie on your back and raise one leg with a straight knee until you feel it "
                    "pull. 90° points at the ceiling; that is the standard. Your pelvis turns "
                    "with the leg, so about three quarters of the angle comes from the hip."
                ),
            ),
            (
                "lumbar_deg",
                self.tr("Lower back"),
                self.tr(
                    "How far your lower back rounds when you bend right down. 55° is typical and "
                    "gets less with age. Most people can leave it."
                ),
            ),
        ):
            control = NumberBox(unit=self.tr("°"))
            self._add_number(name, control, field, _DEGREES)
            control.setAccessibleDescription(meaning)
            self.add_note(meaning)

    def _add_heading(self, text: str) -> None:
        """Add a heading for the rows below, with some room above it."""
        heading = label(text, "strong")
        heading.setContentsMargins(0, _ABOVE, 0, 0)
        self.add_wide(heading)

    def _add_number(self, name: str, control: NumberBox, field: str, unit: _Unit) -> _Row:
        """Add a control for a number of the body, within what a body may be."""
        low, high = LIMITS[field]
        control.set_limits(unit.shown(low), unit.shown(high))
        self._numbers.append(_Number(control, field, unit))

        def change(value: float) -> None:
            # The ends of the range are not whole inches or pounds.
            self._change(**{field: min(max(unit.stored(round(value)), low), high)})

        control.valueChanged.connect(change)
        return _Row(self.add_row(name, control), control)

    def _say_what_is_usual(self) -> None:
        usual = BodySettings()
        rows = self._metric if self._keeper.units != "imperial" else self._imperial
        used = [row.control for row in rows]
        height, weight = (
            control.textFromValue(unit.shown(getattr(usual, field))) + control.suffix()
            for control, field, unit in self._numbers
            if control in used
        )
        text = self.tr(
            "Standard body: male, {height}, {weight}, average proportions, leg raise {raised}°, "
            "lower back {back}°."
        )
        self._usual.setText(
            text.format(
                height=height,
                weight=weight,
                raised=round(usual.slr_deg),
                back=round(usual.lumbar_deg),
            )
        )

    def _change(self, **fields: object) -> None:
        body = msgspec.structs.replace(self._keeper.person.body, **fields)
        self._keeper.change(body=body)


class _Unit(NamedTuple):
    """What a control shows of a stored number, and what is stored of what it shows."""

    shown: Callable[[float], int]
    stored: Callable[[int], float]


class _Number(NamedTuple):
    """A control, the field of the body it shows, and how."""

    control: NumberBox
    field: str
    unit: _Unit


class _Row(NamedTuple):
    """A control and the label with its name."""

    name: QLabel
    control: NumberBox


# Inches are kept to the millimetre, pounds to 10 g.
_CENTIMETRES = _Unit(lambda m: round(m * _CM_PER_METRE), lambda cm: cm / _CM_PER_METRE)
_INCHES = _Unit(
    lambda m: round(m * _CM_PER_METRE / CM_PER_INCH),
    lambda inches: round(inches * CM_PER_INCH / _CM_PER_METRE, 3),
)
_KILOGRAMS = _Unit(round, float)
_POUNDS = _Unit(lambda kg: round(kg / _KG_PER_POUND), lambda lb: round(lb * _KG_PER_POUND, 2))
_PERCENTS = _Unit(lambda factor: round(factor * _PERCENT), lambda percent: percent / _PERCENT)
_DEGREES = _Unit(round, float)
