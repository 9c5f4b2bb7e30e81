"""The graph itself: the only module that imports pyqtgraph, which takes half a second."""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QLocale, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsEllipseItem, QGraphicsRectItem

from app.figure.palette import Palette, blend
from app.movement.model import Label
from app.ui.compare.plot import Plot, apart, value_at, value_range
from app.ui.messages import number_text
from app.ui.theme import with_text

#: How near to the upper end of an axis a number may be, px.
_EDGE = 8.0
_LINE, _CURSOR = 2.5, 1.5
_DASHES = [3.0, 2.4]
_DOT = 4.5
_SWATCH = 22.0
#: How wide a curve's name may be: at least, px, and as a share of the graph.
_NAME_LEAST, _NAME_SHARE = 104, 0.2
_GAP = 8.0
#: From here on in text of 12 px.
_ROW = 18
_TOP, _BOTTOM = 30, 9  # as high as a phase's name above, half a curve's name below
_AXIS_WIDTH, _AXIS_HEIGHT = 48, 22
#: The gap between two numbers on the clock's axis, px; and the height from which it has room.
_TICKS_APART, _AXIS_FROM = 36, 130
_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class _Axis(pg.AxisItem):  # type: ignore[misc]
    """An axis whose numbers are followed by their unit."""

    unit = "{}"

    def tickValues(self, least: float, most: float, size: float) -> list[tuple[float, list[float]]]:
        """Leave out a number that would be cut off at the upper end."""
        edge = _EDGE * (most - least) / max(size, 1.0)
        return [
            (spacing, [value for value in values if value <= most - edge])
            for spacing, values in super().tickValues(least, most, size)
        ]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        strings = super().tickStrings(values, scale, spacing)
        signs = str.maketrans("-.", f"\N{MINUS SIGN}{QLocale().decimalPoint()}")
        return [self.unit.format(text.translate(signs)) for text in strings]


class Graph(pg.PlotWidget):  # type: ignore[misc]
    """Draws a plot with a cursor; dragging and the arrow keys move the cursor.

    Signals:
        scrubbed: the user dragged to a moment of the clock, s.
        stepped: the user stepped by key, by this many steps.
    """

    accessible_role = "Chart"

    scrubbed = Signal(float)
    stepped = Signal(int)

    def __init__(self, palette: Palette) -> None:
        self._palette = palette
        self._plot: Plot | None = None
        self._position = 0.0
        self._focus_shown = False
        self._axes = {"left": _Axis("left"), "bottom": pg.AxisItem("bottom")}
        super().__init__(axisItems=self._axes, background=None)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setMinimumHeight(72)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(False)
        self.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the graph has it
        self.viewport().setCursor(Qt.CursorShape.SizeHorCursor)
        item = self.getPlotItem()
        item.hideButtons()
        item.setMenuEnabled(False)
        self._box = item.getViewBox()
        self._box.setMouseEnabled(False, False)
        self._box.disableAutoRange()
        self._cursor = pg.InfiniteLine(angle=90, movable=False)
        self._dots = [QGraphicsEllipseItem(-_DOT, -_DOT, 2 * _DOT, 2 * _DOT) for _ in range(2)]
        for dot in self._dots:
            dot.setFlag(QGraphicsEllipseItem.GraphicsItemFlag.ItemIgnoresTransformations)
            dot.setZValue(20)
        self._cursor.setZValue(10)

    def draw(self, plot: Plot) -> None:
        """Draw another plot."""
        self._plot = plot
        self._rebuild()

    def dress(self, palette: Palette) -> None:
        """Apply the colours of a theme."""
        self._palette = palette
        self._rebuild()

    def set_cursor(self, position: float) -> None:
        """Move the cursor to a moment of the clock, s."""
        self._position = position
        if self._plot is None:
            return
        self._cursor.setValue(position)
        for dot, curve in zip(self._dots, self._plot.curves, strict=False):
            dot.setPos(position, value_at(self._plot.times, curve.values, position))

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep names and bands in place, as they depend on the size of text."""
        super().resizeEvent(event)
        if getattr(self, "_plot", None) is not None:
            self._rebuild()

    def event(self, event: QEvent) -> bool:
        """Redraw the lines on a screen with another scale."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._rebuild()
        return bool(super().event(event))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the moment under the pointer."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._scrub(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer while it drags."""
        self._scrub(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do nothing: the moment has been chosen already."""
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Treat the second press like a single one."""
        self._scrub(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: nothing is zoomed here."""
        event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show no menu."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with the arrow keys, jump with Home and End."""
        match event.key():
            case Qt.Key.Key_Left:
                self.stepped.emit(-1)
            case Qt.Key.Key_Right:
                self.stepped.emit(1)
            case Qt.Key.Key_Home:
                self.scrubbed.emit(0.0)
            case Qt.Key.Key_End if self._plot is not None:
                self.scrubbed.emit(self._plot.times[-1])
            case _:
                event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show a frame if the focus came by keyboard."""
        super().focusInEvent(event)
        self._focus_shown = event.reason() in _BY_KEY
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the frame away."""
        super().focusOutEvent(event)
        self._focus_shown = False
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the graph, and the frame that shows the focus."""
        super().paintEvent(event)
        if self._focus_shown:
            painter = QPainter(self.viewport())
            painter.setPen(QPen(self._palette.right, 2))
            painter.drawRoundedRect(QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1), 6, 6)
            painter.end()

    def _scrub(self, event: QMouseEvent) -> None:
        event.accept()
        if self._plot is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        x = self._box.mapSceneToView(self.mapToScene(event.position().toPoint())).x()
        self.scrubbed.emit(min(max(x, 0.0), self._plot.times[-1]))

    # Drawing

    def _rebuild(self) -> None:
        """Redraw everything: it is not much, and only changes with pair, body, size or theme."""
        item, plot = self.getPlotItem(), self._plot
        self._box.clear()
        if plot is None:
            return
        self.setBackground(self._palette.card)
        timed = self.height() >= with_text(_AXIS_FROM)
        wide = max(80.0, self.width() - with_text(_AXIS_WIDTH) - 4.0)
        high = max(40.0, self.height() - (with_text(_AXIS_HEIGHT) if timed else 0) - 4.0)
        above, below = with_text(_TOP), with_text(_BOTTOM)
        # How much of the clock and of the values one pixel covers.
        across = plot.times[-1] / max(40.0, wide - self._names_width(plot) - 2 * _GAP)
        low, top = value_range(plot)
        up = (top - low) / max(20.0, high - above - below)
        item.setXRange(0, across * wide, padding=0)
        low, top = low - below * up, top + above * up
        item.setYRange(low, top, padding=0)
        self._dress_axes(plot, across, timed)
        self._draw_stretches(plot, across, low, top)
        for index, curve in enumerate(plot.curves):
            pen = self._pen(index)
            # Add it to the box, which drops it when cleared; the plot around it would keep it.
            self._box.addItem(
                pg.PlotCurveItem(list(plot.times), list(curve.values), pen=pen, antialias=True)
            )
        self._draw_names(plot, across, up)
        self._cursor.setPen(self._cosmetic(self._palette.ink, _CURSOR))
        self._box.addItem(self._cursor, ignoreBounds=True)
        for index, dot in enumerate(self._dots[: len(plot.curves)]):
            dot.setBrush(self._colour(index))
            dot.setPen(QPen(self._palette.card, 1.5))
            self._box.addItem(dot, ignoreBounds=True)
        self.set_cursor(self._position)

    def _dress_axes(self, plot: Plot, across: float, timed: bool) -> None:
        left, bottom = self._axes["left"], self._axes["bottom"]
        left.unit = plot.unit
        left.setWidth(with_text(_AXIS_WIDTH))
        bottom.setVisible(timed)
        bottom.setHeight(with_text(_AXIS_HEIGHT) if timed else 0)
        # The clock has numbers where something begins or ends.
        ticks: list[tuple[float, str]] = []
        for moment in (*(stretch.begin for stretch in plot.stretches), plot.times[-1]):
            if not ticks or moment - ticks[-1][0] >= with_text(_TICKS_APART) * across:
                ticks.append((moment, self.tr("{} s").format(number_text(moment, 1))))
        bottom.setTicks([ticks])
        for axis in (left, bottom):
            axis.setPen(pg.mkPen(self._palette.edge))
            axis.setTextPen(pg.mkPen(self._palette.muted))
            axis.setStyle(tickLength=0, tickFont=self.font())
            axis.picture = None
            axis.update()

    def _names_width(self, plot: Plot) -> float:
        metrics = QFontMetricsF(self.font())
        widest = max(metrics.horizontalAdvance(curve.title) for curve in plot.curves)
        return _SWATCH + _GAP + min(widest + 2, self._name_width)

    @property
    def _name_width(self) -> float:
        return max(with_text(_NAME_LEAST), float(self.width()) * _NAME_SHARE)

    def _draw_stretches(self, plot: Plot, across: float, low: float, top: float) -> None:
        quiet = self._quiet_card()
        metrics = QFontMetricsF(self.font())
        for stretch in plot.stretches:
            if stretch.still:
                band = QGraphicsRectItem(
                    QRectF(stretch.begin, low, stretch.end - stretch.begin, top - low)
                )
                band.setBrush(quiet)
                band.setPen(QPen(Qt.PenStyle.NoPen))
                band.setZValue(-10)
                self._box.addItem(band, ignoreBounds=True)
            room = (stretch.end - stretch.begin) / across
            if metrics.horizontalAdvance(stretch.name) + 4 <= room:
                name = pg.TextItem(
                    stretch.name,
                    color=self._palette.muted,
                    anchor=(0.5, 0),
                    fill=self._palette.card if not stretch.still else self._quiet_card(),
                )
                name.setFont(self.font())
                name.setZValue(15)  # the cursor passes behind it
                name.setPos((stretch.begin + stretch.end) / 2, top)
                self._box.addItem(name, ignoreBounds=True)

    def _quiet_card(self) -> QColor:
        """Return the background of a stretch in which nothing moves."""
        return blend(self._palette.card, self._palette.line, 0.35)

    def _draw_names(self, plot: Plot, across: float, up: float) -> None:
        """Write each title at the end of its curve, with a sample of its line, without overlaps."""
        metrics = QFontMetricsF(self.font())
        for index, (curve, y) in enumerate(
            zip(plot.curves, apart(plot, with_text(_ROW) * up), strict=True)
        ):
            begin = plot.times[-1] + _GAP * across
            end = begin + _SWATCH * across
            swatch = pg.PlotCurveItem([begin, end], [y, y], pen=self._pen(index), antialias=True)
            self._box.addItem(swatch, ignoreBounds=True)
            text = metrics.elidedText(curve.title, Qt.TextElideMode.ElideRight, self._name_width)
            name = pg.TextItem(text, color=self._palette.ink, anchor=(0, 0.5))
            name.setFont(self.font())
            name.setPos(end, y)
            self._box.addItem(name, ignoreBounds=True)

    def _pen(self, index: int) -> QPen:
        pen = self._cosmetic(self._colour(index), _LINE)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if index:
            pen.setDashPattern(_DASHES)
        return pen

    def _cosmetic(self, colour: QColor, width: float) -> QPen:
        """Return a pen of the same width at every scale; Qt counts it in physical pixels."""
        pen = QPen(colour, width * self.devicePixelRatioF())
        pen.setCosmetic(True)
        return pen

    def _colour(self, index: int) -> QColor:
        """Return a curve's colour, by its movement's label, as for overlapping figures.

        If both have the same label, the first has its figure's colour.
        """
        palette, curves = self._palette, self._plot.curves if self._plot else ()
        first = not index
        if first and len({curve.label for curve in curves}) < len(curves):
            return palette.figure
        colours = {Label.RIGHT: palette.right, Label.WRONG: palette.wrong}
        return colours.get(curves[index].label, palette.figure if first else palette.cloth)
