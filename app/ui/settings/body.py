"""The user's own body, which the figure takes on."""

from __future__ import annotations

import msgspec
from PySide6.QtWidgets import QSpinBox

from app.body.anthropometry import LIMITS
from app.ui.keeper import SettingsKeeper
from app.ui.settings.feet import CM_PER_INCH, FeetAndInches
from app.ui.settings.section import Choice, Section

_KG_PER_POUND = 0.45359237
_TALL, _HEAVY = LIMITS["stature_m"], LIMITS["mass_kg"]


class BodySection(Section):
    """Stature, weight and sex.

    What is stored is metres and kilograms; the controls show them rounded in the user's units,
    and only what the user changes there is stored.
    """

    def __init__(self, keeper: SettingsKeeper) -> None:
        super().__init__()
        self.set_title(self.tr("Your body"))
        self._keeper = keeper
        self._centimetres = QSpinBox()
        self._centimetres.setRange(round(_TALL[0] * 100), round(_TALL[1] * 100))
        self._centimetres.setSuffix(self.tr(" cm"))
        self._feet = FeetAndInches(self.tr("{feet} ft {inches} in"))
        self._feet.setRange(_inches(_TALL[0]), _inches(_TALL[1]))
        self._kilograms = QSpinBox()
        self._kilograms.setRange(round(_HEAVY[0]), round(_HEAVY[1]))
        self._kilograms.setSuffix(self.tr(" kg"))
        self._pounds = QSpinBox()
        self._pounds.setRange(_pounds(_HEAVY[0]), _pounds(_HEAVY[1]))
        self._pounds.setSuffix(self.tr(" lb"))
        self._sex = Choice(
            {"f": self.tr("Female"), "m": self.tr("Male")},
            lambda sex: self._change(sex=sex),
        )
        self._metric = [
            (self.add_row(self.tr("Height"), self._centimetres), self._centimetres),
            (self.add_row(self.tr("Weight"), self._kilograms), self._kilograms),
        ]
        self._imperial = [
            (self.add_row(self.tr("Height"), self._feet), self._feet),
            (self.add_row(self.tr("Weight"), self._pounds), self._pounds),
        ]
        self.add_row(self.tr("Sex"), self._sex)
        self.add_note(
            self.tr(
                "The figure takes on these proportions, so that it moves as a body like yours "
                "does. They stay on this computer."
            )
        )
        self._centimetres.valueChanged.connect(lambda cm: self._change(stature_m=cm / 100))
        self._feet.valueChanged.connect(lambda inches: self._change(stature_m=_metres(inches)))
        self._kilograms.valueChanged.connect(lambda kg: self._change(mass_kg=float(kg)))
        self._pounds.valueChanged.connect(lambda lb: self._change(mass_kg=_kilograms(lb)))
        self.show_settings()

    def show_settings(self) -> None:
        """Show what is set, in the units that are set."""
        body = self._keeper.value.body
        _show(self._centimetres, round(body.stature_m * 100))
        _show(self._feet, _inches(body.stature_m))
        _show(self._kilograms, round(body.mass_kg))
        _show(self._pounds, _pounds(body.mass_kg))
        self._sex.show_value(body.sex)
        metric = self._keeper.units != "imperial"
        for rows, shown in ((self._metric, metric), (self._imperial, not metric)):
            for name, control in rows:
                name.setVisible(shown)
                control.setVisible(shown)

    def _change(self, **fields: object) -> None:
        body = msgspec.structs.replace(self._keeper.value.body, **fields)
        self._keeper.change(body=body)


def _show(control: QSpinBox, value: int) -> None:
    """Show a value; what the user is typing stays where the value is the same."""
    if control.value() != value:
        control.blockSignals(True)
        control.setValue(value)
        control.blockSignals(False)


def _inches(metres: float) -> int:
    return round(metres * 100 / CM_PER_INCH)


def _metres(inches: int) -> float:
    """Return metres, to the millimetre, within what a body may be: the ends are no whole inches."""
    return min(max(round(inches * CM_PER_INCH / 100, 3), _TALL[0]), _TALL[1])


def _pounds(kilograms: float) -> int:
    return round(kilograms / _KG_PER_POUND)


def _kilograms(pounds: int) -> float:
    """Return kilograms, to 10 g, within what a body may be: the ends are no whole pounds."""
    return min(max(round(pounds * _KG_PER_POUND, 2), _HEAVY[0]), _HEAVY[1])
