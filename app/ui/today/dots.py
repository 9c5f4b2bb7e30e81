"""Rows of dots, one for each session or day: done, next, or still to come."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from app.ui.accessibility import named, set_tip
from app.ui.flow_layout import FlowLayout
from app.ui.layouts import arrange
from app.ui.theme import Appearance, text_px

#: The radius of a dot, and the room it takes to be hit, in text sizes.
_RADIUS, _ROOM = 0.5, 2.0
#: Between two captions, px.
_BESIDE = 8


class DotState(Enum):
    """How a dot is drawn."""

    DONE = "done"
    NEXT = "next"
    OPEN = "open"


class Dot(NamedTuple):
    """A dot.

    Attributes:
        name: what it stands for, for tips and screen readers.
        caption: a few letters under it.
    """

    state: DotState
    name: str
    caption: str = ""


class Dots(QWidget):
    """Groups of dots in one row where they fit; Tab stops once, the arrow keys go through them.

    Signals:
        pressed: a dot was; its place among all.
    """

    pressed = Signal(int)

    def __init__(self, name: str, appearance: Appearance) -> None:
        super().__init__()
        named(self, name)
        self._appearance = appearance
        self._shown: tuple[int, ...] = ()
        self._groups: list[QWidget] = []
        self._dots: list[_Dot] = []
        self._flow = FlowLayout(14)
        self.setLayout(self._flow)
        appearance.changed.connect(self.update)

    def show_dots(self, groups: Sequence[Sequence[Dot]]) -> None:
        """Show groups of dots."""
        sizes = tuple(map(len, groups))
        if sizes != self._shown:
            self._make(sizes)
        dots = [dot for group in groups for dot in group]
        for made, dot in zip(self._dots, dots, strict=True):
            made.show_dot(dot)
        states = [dot.state for dot in dots]
        if states and not any(made.hasFocus() for made in self._dots):
            self._stop_at(states.index(DotState.NEXT) if DotState.NEXT in states else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from dot to dot."""
        at = next((n for n, one in enumerate(self._dots) if one.hasFocus()), None)
        step = {
            Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1,
            Qt.Key.Key_Home: -len(self._dots), Qt.Key.Key_End: len(self._dots),
        }.get(Qt.Key(event.key()))  # fmt: skip
        if at is None or step is None:
            super().keyPressEvent(event)
            return
        to = min(max(at + step, 0), len(self._dots) - 1)
        self._dots[to].setFocusPolicy(Qt.FocusPolicy.TabFocus)
        QWidget.setTabOrder(self._dots[at], self._dots[to])  # it takes its place among all stops
        self._stop_at(to)
        self._dots[to].setFocus(Qt.FocusReason.TabFocusReason)

    def _make(self, sizes: tuple[int, ...]) -> None:
        for group in self._groups:
            self._flow.removeWidget(group)
            group.hide()
            group.deleteLater()
        self._shown, self._groups, self._dots = sizes, [], []
        for size in sizes:
            group = QWidget()
            dots = [_Dot(self._appearance) for _ in range(size)]
            arrange(QHBoxLayout(group), *dots, spacing=0, margins=0)
            for dot in dots:
                place = len(self._dots)
                dot.clicked.connect(lambda _=False, place=place: self.pressed.emit(place))
                self._dots.append(dot)
            self._groups.append(group)
            self._flow.addWidget(group)

    def _stop_at(self, place: int) -> None:
        for at, dot in enumerate(self._dots):
            dot.setFocusPolicy(Qt.FocusPolicy.TabFocus if at == place else Qt.FocusPolicy.NoFocus)


class _Dot(QAbstractButton):
    """One dot; its state shows in its shape too, not by colour alone."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance, self._state, self._caption = appearance, DotState.OPEN, ""

    def sizeHint(self) -> QSize:
        """Return the room a dot takes."""
        side = round(_ROOM * text_px())
        if not self._caption:
            return QSize(side, side)
        metrics = self.fontMetrics()
        width = max(side, metrics.horizontalAdvance(self._caption) + _BESIDE)
        return QSize(width, side + metrics.height())

    def minimumSizeHint(self) -> QSize:
        """Return the same: a dot is never squeezed."""
        return self.sizeHint()

    def show_dot(self, dot: Dot) -> None:
        """Show what it stands for."""
        if dot.caption != self._caption:
            self._caption = dot.caption
            self.updateGeometry()
        self._state = dot.state
        named(self, dot.name)
        set_tip(self, dot.name)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be pressed by Space and Enter; the arrow keys are the row's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it: full where done, ringed where next, hollow where still to come."""
        colours, radius = self._appearance.palette, _RADIUS * text_px()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = _ROOM * text_px()
        middle = QPointF(self.width() / 2, side / 2)
        match self._state:
            case DotState.DONE:
                painter.setPen(QPen(colours.right, 2))
                painter.setBrush(colours.right)
                painter.drawEllipse(middle, radius, radius)
            case DotState.NEXT:
                painter.setPen(QPen(colours.right, 2.5))
                painter.drawEllipse(middle, radius + 2, radius + 2)
                painter.setBrush(colours.right)
                painter.drawEllipse(middle, radius / 4, radius / 4)
            case DotState.OPEN:
                painter.setPen(QPen(colours.edge, 1.5))
                painter.drawEllipse(middle, radius, radius)
        if self._caption:
            painter.setPen(colours.muted)
            below = QRectF(0, side, self.width(), self.height() - side)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self._caption)
        if self.hasFocus():
            painter.setPen(QPen(colours.ink, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inside = self.rect().adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(inside, 6, 6)
