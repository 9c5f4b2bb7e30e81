"""Your body: sliders that change the figures while they move."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import msgspec
from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider

from app.body.anthropometry import LIMITS
from app.settings.model import BodySettings
from app.ui.accessibility import announce, button, keep_focus, label, named, set_tip
from app.ui.compare.side_card import SideCard
from app.ui.keeper import SettingsKeeper
from app.ui.layouts import STRETCH, arrange
from app.ui.messages import say
from app.ui.segmented_control import SegmentedControl
from app.units import Units, stature

_CM_PER_METRE, _PERCENT = 100, 100
_CM_PER_INCH = 2.54
#: How long after the last key the body is saved, ms: saving waits for the disk.
_REST_MS = 300
_SEXES = ("f", "m")


class BodyPanel(SideCard):
    """Height, thighs, hamstrings and sex.

    The figures follow every movement of a slider; the body is saved when the slider is let go.

    Signals:
        tried: another body is to be shown, a `BodySettings`.
    """

    tried = Signal(object)

    def __init__(self, keeper: SettingsKeeper) -> None:
        super().__init__()
        self._keeper = keeper
        self._body = keeper.person.body
        self._sliders: list[_BodySlider] = []
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._keep)
        self.set_name(self.tr("Your body"))
        self._usual = button(self.tr("Standard body"), "compact")
        self._usual.clicked.connect(self._reset)
        keep_focus(self._usual)
        head = arrange(QHBoxLayout(), (label(self.tr("Your body"), "strong"), 1), self._usual)
        self.column.setSpacing(4)
        self.column.addLayout(head)
        self._add_slider(self.tr("Height"), "stature_m", _height)
        self._add_slider(self.tr("Thighs"), "thigh", lambda v, _: self.tr("{}%").format(v))
        self._add_slider(
            self.tr("Straight-leg raise"),
            "slr_deg",
            lambda v, _: self.tr("{}°").format(v),
            self.tr("Low means tight hamstrings, high means flexible ones. 90° is the standard."),
        )
        self._sex = SegmentedControl(self.tr("Sex"), [self.tr("Female"), self.tr("Male")])
        self._sex.chosen.connect(lambda index: self._change(sex=_SEXES[index]))
        sexes = arrange(QHBoxLayout(), (label(self.tr("Sex"), ""), 1), self._sex)
        self.column.addLayout(sexes)
        self._sentence = label("", "", wrap=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._note = label("", "muted", wrap=True)
        everywhere = label(
            self.tr("Every figure in the program has this body."), "muted", wrap=True
        )
        arrange(self.column, 4, self._sentence, self._note, everywhere, STRETCH)
        self.show_settings()

    @property
    def body(self) -> BodySettings:
        """The body that is shown, whether saved yet or not."""
        return self._body

    def show_settings(self) -> None:
        """Show the saved body in the chosen units; a value being changed stays."""
        if not self._rest.isActive() and not any(
            row.slider.isSliderDown() for row in self._sliders
        ):
            self._body = self._keeper.person.body
        for row in self._sliders:
            low, high = LIMITS[row.field]
            unit = _unit(row.field, self._keeper.units)
            with QSignalBlocker(row.slider):
                row.slider.setRange(unit.shown(low), unit.shown(high))
                row.slider.setValue(unit.shown(getattr(self._body, row.field)))
        self._sex.show_index(_SEXES.index(self._body.sex))
        self._write_values()

    def say(self, sentence: str, note: str) -> None:
        """Say what this body changes, and what it cannot do."""
        self._sentence.setText(sentence)
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def hideEvent(self, event: QHideEvent) -> None:
        """Save what is not saved yet."""
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
        shown = label(name, "")
        shown.setBuddy(slider)
        arrange(self.column, arrange(QHBoxLayout(), (shown, 1), value), slider)
        self._sliders.append(_BodySlider(slider, value, field, write))

        def change(position: int) -> None:
            low, high = LIMITS[field]
            stored = _unit(field, self._keeper.units).stored(position)
            # The ends of the scale are not whole inches.
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
        if self.isVisible():
            announce(self, self._sentence.text())

    def _reset(self) -> None:
        self._rest.stop()
        self._body = BodySettings()
        self._keeper.change(body=self._body)
        self.show_settings()

    def _write_values(self) -> None:
        for row in self._sliders:
            row.value.setText(row.write(row.slider.value(), self._keeper.units))
        self._usual.setEnabled(self._body != BodySettings())


class _BodySlider(NamedTuple):
    """A slider, the label for its value, its field of the body, and how a value is written."""

    slider: QSlider
    value: QLabel
    field: str
    write: Callable[[int, Units], str]


class _SliderScale(NamedTuple):
    """How a stored number becomes a slider's value, and the reverse."""

    shown: Callable[[float], int]
    stored: Callable[[int], float]


def _unit(field: str, units: Units) -> _SliderScale:
    if field == "slr_deg":
        return _SliderScale(round, float)
    if field == "stature_m" and units == "imperial":
        return _SliderScale(
            lambda m: round(m * _CM_PER_METRE / _CM_PER_INCH),
            lambda inches: round(inches * _CM_PER_INCH / _CM_PER_METRE, 3),
        )
    return _SliderScale(lambda value: round(value * _PERCENT), lambda shown: shown / _PERCENT)


def _height(value: int, units: Units) -> str:
    return say(stature(value * _CM_PER_INCH if units == "imperial" else value, units))
