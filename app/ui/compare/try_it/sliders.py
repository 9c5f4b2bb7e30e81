"""Hips, knees and trunk as three sliders: the same as dragging the figure, by keyboard too."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSlider

from app.body.anthropometry import Body
from app.movement.dragging import Handle
from app.movement.free_body import KNEE, TRUNK, FreeBody, FreePose
from app.ui.accessibility import label, named
from app.ui.compare.try_it.try_it_texts import handle_text, place_text
from app.units import Units

#: Steps of a slider for a metre, in centimetres or half inches, and for a degree.
_CENTIMETRES, _HALF_INCHES, _DEGREES = 100.0, 2 / 0.0254, 1.0
_PAGE = 5


class Sliders(QFrame):
    """Shows where hips, knees and trunk are, and moves them.

    Signals:
        moved: the user put a handle somewhere: which, and m behind the ankles or deg.
        held: a slider was taken in hand (True) or let go.
    """

    moved = Signal(str, float)
    held = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._scales = dict.fromkeys(Handle, _DEGREES)
        self._rows: dict[Handle, tuple[QSlider, QLabel]] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 10, 16, 10)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, handle in enumerate(Handle):
            slider, value = QSlider(Qt.Orientation.Horizontal), label("", "muted")
            name = label(handle_text(handle), "strong")
            name.setBuddy(slider)
            named(slider, handle_text(handle))
            slider.setPageStep(_PAGE)
            if handle is Handle.HIP:
                # Back is on the left, as the figure stands.
                slider.setInvertedAppearance(True)
                slider.setInvertedControls(True)
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(name, row, 0)
            grid.addWidget(slider, row, 1)
            grid.addWidget(value, row, 2)
            slider.valueChanged.connect(lambda at, handle=handle: self._move(handle, at))
            slider.sliderPressed.connect(lambda: self.held.emit(True))
            slider.sliderReleased.connect(lambda: self.held.emit(False))
            self._rows[handle] = (slider, value)

    def fit(self, body: Body, units: Units) -> None:
        """Take the ranges of a body, in steps of the user's units."""
        self._scales[Handle.HIP] = _HALF_INCHES if units == "imperial" else _CENTIMETRES
        free = FreeBody(body)
        farthest = (free.hips_range(KNEE[0]), free.hips_range(KNEE[1]))
        hips = min(one[0] for one in farthest), max(one[1] for one in farthest)
        widest = 0
        for handle, (low, high) in zip(Handle, (hips, KNEE, TRUNK), strict=True):
            (slider, value), scale = self._rows[handle], self._scales[handle]
            for end in (low, high):
                words = place_text(handle, end, units)
                widest = max(widest, value.fontMetrics().horizontalAdvance(words))
            slider.blockSignals(True)
            slider.setRange(round(low * scale), round(high * scale))
            slider.blockSignals(False)
        for _, value in self._rows.values():
            # So that the sliders keep their length whatever stands beside them.
            value.setMinimumWidth(widest + 2)

    def show_pose(self, pose: FreePose, units: Units) -> None:
        """Show where everything is; nobody is told."""
        for handle, amount in zip(Handle, pose, strict=True):
            slider, value = self._rows[handle]
            words = place_text(handle, amount, units)
            slider.blockSignals(True)
            slider.setValue(round(amount * self._scales[handle]))
            slider.blockSignals(False)
            if words != value.text():
                value.setText(words)
                # What the slider counts in is not said: half inches would mislead.
                slider.setAccessibleDescription(words)

    def _move(self, handle: Handle, at: int) -> None:
        self.moved.emit(handle.value, at / self._scales[handle])
