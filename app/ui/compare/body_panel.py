"""Your body: sliders that change the figures while they move."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import msgspec
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider

from app.body.anthropometry import LIMITS
from app.settings import BodySettings
from app.ui.accessibility import button, label, named, set_tip
from app.ui.compare.side_card import SideCard
from app.ui.keeper import SettingsKeeper
from app.ui.segments import Segments
from app.units import Units, stature

_CM_PER_METRE, _PERCENT = 100, 100
_CM_PER_INCH = 2.54
#: After so long without another key the body is kept, ms: every keeping waits for the disk.
_REST_MS = 300
_SEXES = ("f", "m")


class BodyPanel(SideCard):
    """Height, thighs, hamstrings and sex.

    The figures follow every movement of a slider; it is kept when the slider is let go.

    Signals:
        tried: another body is to be shown, a `BodySettings`.
    """

    tried = Signal(object)

    def __init__(self, keeper: SettingsKeeper) -> None:
        super().__init__()
        self._keeper = keeper
        self._body = keeper.value.body
        self._sliders: list[_Row] = []
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._keep)
        self.set_name(self.tr("Your body"))
        self._usual = button(self.tr("Usual body"), "tool")
        self._usual.clicked.connect(self._reset)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Your body"), "strong"), 1)
        head.addWidget(self._usual)
        self.column.setSpacing(4)
        self.column.addLayout(head)
        self._add_slider(self.tr("Height"), "stature_m", _height)
        self._add_slider(self.tr("Thighs"), "thigh", lambda v, _: self.tr("{} %").format(v))
        self._add_slider(
            self.tr("Straight-leg raise"),
            "slr_deg",
            lambda v, _: self.tr("{}°").format(v),
            self.tr("Low is tight hamstrings, high is loose ones. 80° is usual."),
        )
        self._sex = Segments(self.tr("Sex"), [self.tr("Female"), self.tr("Male")])
        self._sex.chosen.connect(lambda index: self._change(sex=_SEXES[index]))
        sexes = QHBoxLayout()
        sexes.addWidget(label(self.tr("Sex"), ""), 1)
        sexes.addWidget(self._sex)
        self.column.addLayout(sexes)
        self._sentence = label("", "", wrap=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._note = label("", "muted", wrap=True)
        self.column.addSpacing(4)
        self.column.addWidget(self._sentence)
        self.column.addWidget(self._note)
        self.column.addStretch(1)
        self.show_settings()

    @property
    def body(self) -> BodySettings:
        """The body that is shown, kept or not yet."""
        return self._body

    def show_settings(self) -> None:
        """Show what is kept, in the units that are set; what is being changed stays."""
        if not self._rest.isActive() and not any(
            row.slider.isSliderDown() for row in self._sliders
        ):
            self._body = self._keeper.value.body
        for row in self._sliders:
            low, high, _ = LIMITS[row.field]
            unit = _unit(row.field, self._keeper.units)
            row.slider.blockSignals(True)
            row.slider.setRange(unit.shown(low), unit.shown(high))
            row.slider.setValue(unit.shown(getattr(self._body, row.field)))
            row.slider.blockSignals(False)
        self._sex.show_index(_SEXES.index(self._body.sex))
        self._write_values()

    def say(self, sentence: str, note: str) -> None:
        """Say what this body changes, and what it cannot do."""
        self._sentence.setText(sentence)
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what waits to be kept."""
        super().hideEvent(event)
        if self._rest.isActive():
            self._keep()

    def _add_slider(
        self, name: str, field: str, write: Callable[[int, Units], str], meaning: str = ""
    ) -> None:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setPageStep(5)
        named(slider, name, meaning)
        if meaning:
            set_tip(slider, meaning)
        value = label("", "muted")
        top = QHBoxLayout()
        shown = label(name, "")
        shown.setBuddy(slider)
        top.addWidget(shown, 1)
        top.addWidget(value)
        self.column.addLayout(top)
        self.column.addWidget(slider)
        self._sliders.append(_Row(slider, value, field, write))

        def change(position: int) -> None:
            low, high, _ = LIMITS[field]
            stored = _unit(field, self._keeper.units).stored(position)
            # The ends of the scale are no whole inches.
            self._change(**{field: min(max(stored, low), high)})

        slider.valueChanged.connect(change)
        slider.sliderReleased.connect(self._keep)

    def _change(self, **fields: object) -> None:
        self._body = msgspec.structs.replace(self._body, **fields)
        self._write_values()
        self._rest.start()
        self.tried.emit(self._body)

    def _keep(self) -> None:
        if any(row.slider.isSliderDown() for row in self._sliders):
            return
        self._rest.stop()
        self._keeper.change(body=self._body)

    def _reset(self) -> None:
        self._rest.stop()
        self._body = BodySettings()
        self._keeper.change(body=self._body)
        self.show_settings()

    def _write_values(self) -> None:
        for row in self._sliders:
            row.value.setText(row.write(row.slider.value(), self._keeper.units))
        self._usual.setEnabled(self._body != BodySettings())


class _Row(NamedTuple):
    """A slider, the label with its value, its field of the body, and how a value is written."""

    slider: QSlider
    value: QLabel
    field: str
    write: Callable[[int, Units], str]


class _Unit(NamedTuple):
    """What a slider shows of a stored number, and what is stored of what it shows."""

    shown: Callable[[float], int]
    stored: Callable[[int], float]


def _unit(field: str, units: Units) -> _Unit:
    if field == "slr_deg":
        return _Unit(round, float)
    if field == "stature_m" and units == "imperial":
        return _Unit(
            lambda m: round(m * _CM_PER_METRE / _CM_PER_INCH),
            lambda inches: round(inches * _CM_PER_INCH / _CM_PER_METRE, 3),
        )
    return _Unit(lambda value: round(value * _PERCENT), lambda shown: shown / _PERCENT)


def _height(value: int, units: Units) -> str:
    return stature(value * _CM_PER_INCH if units == "imperial" else value, units)
