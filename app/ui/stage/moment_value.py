"""The slider through a movement for screen readers: in seconds, with its phase."""

from __future__ import annotations

from typing import Protocol

import shiboken6
from PySide6.QtGui import QAccessible, QAccessibleValueInterface
from PySide6.QtWidgets import QAccessibleWidget, QSlider

#: What an arrow key moves, a share of the whole.
_STEP = 0.01


class ToldMoment(Protocol):
    """A moment that can be told and changed; seconds from the start, of the whole."""

    @property
    def seconds(self) -> float:
        """Where it is."""

    @property
    def whole(self) -> float:
        """How long all of it is."""

    @property
    def said(self) -> str:
        """It in words."""

    def go_to(self, seconds: float) -> None:
        """Go to another."""


class MomentAccessible(QAccessibleWidget):
    """Says where in the movement a slider is; Qt would say its place among ten thousand."""

    def __init__(self, slider: QSlider, moment: ToldMoment) -> None:
        super().__init__(slider, QAccessible.Role.Slider)
        self._moment = moment
        self._value = _Seconds(moment)

    def text(self, kind: QAccessible.Text) -> str:
        """Return phase and second as its value."""
        return self._moment.said if kind is QAccessible.Text.Value else super().text(kind)

    def interface_cast(  # type: ignore[override]  # an address is no int for PySide
        self, kind: QAccessible.InterfaceType
    ) -> object:
        """Return the address of the interface that screen readers ask for a value."""
        if kind is QAccessible.InterfaceType.ValueInterface:
            return shiboken6.VoidPtr(shiboken6.getCppPointer(self._value)[0])
        return super().interface_cast(kind)


class _Seconds(QAccessibleValueInterface):
    """The moment in seconds from the start."""

    def __init__(self, moment: ToldMoment) -> None:
        super().__init__()
        self._moment = moment

    def currentValue(self) -> float:
        return round(self._moment.seconds, 2)

    def setCurrentValue(self, value: float) -> None:
        self._moment.go_to(float(value))

    def minimumValue(self) -> float:
        return 0.0

    def maximumValue(self) -> float:
        return round(self._moment.whole, 2)

    def minimumStepSize(self) -> float:
        return round(self._moment.whole * _STEP, 2)
