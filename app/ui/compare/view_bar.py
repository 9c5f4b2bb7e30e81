"""How two figures are shown together: side by side, or overlaid."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QWidget

from app.ui.accessibility import named, set_tip
from app.ui.layouts import arrange
from app.ui.segmented_control import SegmentedControl
from app.ui.stage.stage import Stage

_PERCENT = 100
_SLIDER_WIDTH = 120


class ViewBar(QWidget):
    """Chooses between side by side and overlaid, where a slider fades from one to the other."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self._stage = stage
        self._segments = SegmentedControl(
            self.tr("How they are shown"), [self.tr("Side by side"), self.tr("Overlaid")]
        )
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(0, _PERCENT)
        self._slider.setSingleStep(5)
        self._slider.setPageStep(25)
        self._slider.setValue(_PERCENT // 2)
        self._slider.setFixedWidth(_SLIDER_WIDTH)
        self._slider.hide()
        arrange(QHBoxLayout(self), self._slider, self._segments, spacing=16, margins=0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._segments.chosen.connect(self._choose)
        self._slider.valueChanged.connect(lambda _value: self._show())

    def set_overlaid(self, overlaid: bool) -> None:
        """Show them overlaid, or side by side."""
        self._segments.show_index(int(overlaid))
        self._choose(int(overlaid))

    @property
    def first(self) -> QWidget:
        """The first widget in the tab order."""
        return self._slider

    def show_names(self, first: str, second: str) -> None:
        """Name the slider after the movements."""
        name = self.tr("Fade from {first} to {second}").format(first=first, second=second)
        meaning = self.tr("Fully left shows only the first, fully right only the second.")
        named(self._slider, name, meaning)
        set_tip(self._slider, f"{name}\n{meaning}")

    def _choose(self, index: int) -> None:
        self._slider.setVisible(bool(index))
        self._show()

    def _show(self) -> None:
        opacity = self._slider.value() / _PERCENT
        self._stage.set_overlaid(bool(self._segments.index), opacity)
