"""How two figures are seen together: side by side, or one over the other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QSlider, QWidget

from app.ui.accessibility import label, named
from app.ui.compare.segments import Segments
from app.ui.stage.stage import Stage

_PERCENT = 100
_NAME_WIDTH = 124
_SLIDER_WIDTH = 96


class ViewBar(QWidget):
    """Chooses between side by side and overlaid; overlaid, a slider fades from one to the other."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self._stage = stage
        self._segments = Segments(
            self.tr("How they are shown"), [self.tr("Side by side"), self.tr("Overlaid")]
        )
        self._fade = QWidget()
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(0, _PERCENT)
        self._slider.setSingleStep(5)
        self._slider.setPageStep(25)
        self._slider.setValue(_PERCENT // 2)
        self._slider.setFixedWidth(_SLIDER_WIDTH)
        self._names = [label("", "muted"), label("", "muted")]
        fade = QHBoxLayout(self._fade)
        fade.setContentsMargins(0, 0, 0, 0)
        fade.setSpacing(8)
        fade.addWidget(self._names[0])
        fade.addWidget(self._slider)
        fade.addWidget(self._names[1])
        self._fade.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._segments)
        row.addWidget(self._fade)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._segments.chosen.connect(self._choose)
        self._slider.valueChanged.connect(lambda _value: self._show())

    def set_overlaid(self, overlaid: bool) -> None:
        """Show them one over the other, or side by side."""
        self._segments.show_index(int(overlaid))
        self._choose(int(overlaid))

    def show_names(self, first: str, second: str) -> None:
        """Name the ends of the slider after the movements."""
        for shown, name in zip(self._names, (first, second), strict=True):
            _write(shown, name)
        named(
            self._slider,
            self.tr("Fade from {first} to {second}").format(first=first, second=second),
            self.tr("At the left end only the first is seen, at the right end only the second."),
        )

    def _choose(self, index: int) -> None:
        self._fade.setVisible(bool(index))
        self._show()

    def _show(self) -> None:
        opacity = self._slider.value() / _PERCENT
        self._stage.set_overlaid(bool(self._segments.index), opacity)


def _write(shown: QLabel, name: str) -> None:
    shown.ensurePolished()
    text = shown.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, _NAME_WIDTH)
    shown.setText(text)
    shown.setToolTip(name if text != name else "")
