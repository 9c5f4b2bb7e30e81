"""The slider through a movement, with a mark where each phase ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSlider

from app.ui.accessibility import named, set_tip
from app.ui.choose import choose
from app.ui.messages import number_text
from app.ui.stage.stage import Stage
from app.ui.theme import Appearance

if TYPE_CHECKING:  # PySide makes Qt's classes on import: what the start does not need comes later
    from PySide6.QtGui import QAccessibleInterface, QMouseEvent

#: Positions of the slider; enough for steps of a millisecond in a long movement.
_STEPS = 10_000
#: Width of the handle in the style sheet, px.
_HANDLE = 16
_MARK_WIDTH, _MARK_RISE = 2.0, 5.0


class PhaseSlider(QSlider):
    """Shows where in its movement a stage's figure is, and moves it elsewhere."""

    def __init__(self, stage: Stage, appearance: Appearance) -> None:
        super().__init__()
        choose(self, orientation="Horizontal")
        self._stage, self._appearance = stage, appearance
        self.setRange(0, _STEPS)
        self.setSingleStep(_STEPS // 100)
        self.setPageStep(_STEPS // 10)
        self.setMinimumWidth(96)
        self.setMouseTracking(True)
        named(self, self.tr("Moment in the movement"))
        self.valueChanged.connect(self._scrub)
        stage.position_changed.connect(self.follow)
        stage.loaded.connect(self._load)
        stage.told.connect(self._describe)

    @property
    def seconds(self) -> float:
        """Where it is, s from the start."""
        return self.value() / _STEPS * self.whole

    @property
    def whole(self) -> float:
        """How long the movement is, s."""
        return self._stage.playback.seconds

    @property
    def said(self) -> str:
        """The phase and the second in words."""
        return self._name(self.seconds)

    def go_to(self, seconds: float) -> None:
        """Go to a moment, s from the start."""
        self.setValue(round(seconds / self.whole * _STEPS))

    def make_accessible(self) -> QAccessibleInterface:
        """Return what screen readers are told of it."""
        from app.ui.stage.moment_value import MomentAccessible

        return MomentAccessible(self, self)

    def follow(self, position: float) -> None:
        """Show where the figure is, s, without a signal."""
        self.blockSignals(True)
        self.setValue(round(position / self._stage.playback.seconds * _STEPS))
        self.blockSignals(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the slider, and the marks that the handle does not cover."""
        super().paintEvent(event)
        if not self._stage.motions:
            return
        painter = QPainter(self)
        palette = self._appearance.palette
        here = self._x_of(self.value() / _STEPS)
        seconds = self._stage.playback.seconds
        middle = self.height() / 2
        for end in self._stage.alignment.ends[:-1]:
            x = self._x_of(end / seconds)
            if abs(x - here) > _HANDLE / 2:
                # Not fillRect: the types it accepts as a colour cost the start 2 ms.
                painter.setPen(QPen(palette.right if x < here else palette.muted, _MARK_WIDTH))
                painter.drawLine(QPointF(x, middle - _MARK_RISE), QPointF(x, middle + _MARK_RISE))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go where the mouse points; the handle is then under it and can be dragged."""
        if event.button() == QtCore.Qt.MouseButton.LeftButton:
            x = event.position().x()
            if abs(x - self._x_of(self.value() / _STEPS)) > _HANDLE / 2:
                self.setValue(round(self._share_at(x) * _STEPS))
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Name the phase under the mouse in the tooltip."""
        super().mouseMoveEvent(event)
        share = self._share_at(event.position().x())
        set_tip(self, self._name(share * self._stage.playback.seconds))

    def _load(self) -> None:
        self.follow(self._stage.playback.position)
        self.update()

    def _scrub(self, value: int) -> None:
        self._stage.pause()
        self._stage.seek(value / _STEPS * self._stage.playback.seconds)

    def _describe(self) -> None:
        self.setAccessibleDescription(self.said)

    def _name(self, position: float) -> str:
        """Return the phase and the second of a moment; empty without a movement."""
        from app.ui.stage.stage_texts import kind_name

        stage = self._stage
        if not stage.motions:
            return ""
        motion, t = stage.motions[0], stage.alignment.times(position)[0]
        phase = kind_name(motion.movement.phases[motion.place_at(t).phase].kind)
        return self.tr("{phase}, {seconds} s").format(phase=phase, seconds=number_text(position, 1))

    def _x_of(self, share: float) -> float:
        """Return where the middle of the handle is at a share (0..1) of the movement, px."""
        share = 1 - share if self._leftward else share
        return _HANDLE / 2 + share * (self.width() - _HANDLE)

    def _share_at(self, x: float) -> float:
        share = min(1.0, max(0.0, (x - _HANDLE / 2) / max(1, self.width() - _HANDLE)))
        return 1 - share if self._leftward else share

    @property
    def _leftward(self) -> bool:
        return self.layoutDirection() == QtCore.Qt.LayoutDirection.RightToLeft
