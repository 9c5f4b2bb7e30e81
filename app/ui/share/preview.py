"""A preview of what will be saved."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPen, QPixmap, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.picture.export import Export, pages_of, reel_of, still_of
from app.ui.share.choice import ShareFormat

_FRAME_MS = 40


class _Rendered(NamedTuple):
    """A rendered preview: its size, its edge, and what paints it at a time, s."""

    width: float
    height: float
    moves: bool
    line: QColor
    paint: Callable[[QPainter, float], None]


class SharePreview(QWidget):
    """Shows a picture in its proportions; a moving one moves while visible."""

    accessible_role = "Graphic"

    def __init__(self, less_motion: bool, clock: Callable[[], float] = time.perf_counter) -> None:
        super().__init__()
        self._clock = clock
        self._less_motion = less_motion
        self._picture: _Rendered | None = None
        self._drawn: QPixmap | None = None
        self._begun = clock()
        self._timer = QTimer(self)
        self._timer.setInterval(_FRAME_MS)
        self._timer.timeout.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(320, 320)
        self.setAccessibleName(self.tr("Preview"))

    @property
    def moving(self) -> bool:
        """Whether it is moving."""
        return self._timer.isActive()

    def show_export(self, form: ShareFormat, export: Export) -> None:
        """Show what will be written."""
        self._picture = _picture_of(form, export)
        self._drawn = None
        self._run_timer()
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size at which letters can be read."""
        return QSize(520, 448)

    def showEvent(self, event: QShowEvent) -> None:
        """Start moving."""
        super().showEvent(event)
        self._run_timer()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop moving, as nobody sees it."""
        super().hideEvent(event)
        self._run_timer()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture as large as possible."""
        del event
        picture = self._picture
        if picture is None:
            return
        scale = min(self.width() / picture.width, self.height() / picture.height)
        area = QRectF(0, 0, picture.width * scale, picture.height * scale)
        area.moveCenter(QRectF(self.rect()).center())
        painter = QPainter(self)
        if picture.moves:
            elapsed = 0.0 if self._less_motion else self._clock() - self._begun
            painter.setClipRect(area)
            _paint(painter, picture, area.topLeft(), scale, elapsed)
        else:
            painter.drawPixmap(area.topLeft(), self._draw(picture, area, scale))
        # A dark page on a dark window would have no visible edge.
        painter.resetTransform()
        painter.setPen(QPen(picture.line, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def _draw(self, picture: _Rendered, area: QRectF, scale: float) -> QPixmap:
        """Return what does not move, painted once for each size."""
        ratio = self.devicePixelRatioF()
        size = QSize(round(area.width() * ratio), round(area.height() * ratio))
        if self._drawn is None or self._drawn.size() != size:
            self._drawn = QPixmap(size)
            self._drawn.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._drawn)
            _paint(painter, picture, QPointF(0, 0), scale * ratio, 0.0)
            painter.end()
            self._drawn.setDevicePixelRatio(ratio)
        return self._drawn

    def _run_timer(self) -> None:
        moves = self._picture is not None and self._picture.moves and not self._less_motion
        if self.isVisible() and moves:
            self._timer.start()
        else:
            self._timer.stop()


def _paint(
    painter: QPainter, picture: _Rendered, at: QPointF, scale: float, elapsed: float
) -> None:
    # In the picture's own size, so that letters are placed as in the file.
    painter.translate(at)
    painter.scale(scale, scale)
    picture.paint(painter, elapsed)


def _picture_of(form: ShareFormat, export: Export) -> _Rendered:
    """Return a preview of the file."""
    width, height = export.shot.size
    area = QRectF(0, 0, width, height)
    line = export.shot.palette.line
    if form is ShareFormat.PAGE:
        page = pages_of(export)[0]
        return _Rendered(*page.size, False, line, lambda painter, _: page.paint(painter))
    if form.still:
        paint = still_of(export)
        return _Rendered(width, height, False, line, lambda painter, _: paint(painter, area))
    reel = reel_of(export)
    frames = reel.frames(announced=False)

    def play(painter: QPainter, elapsed: float) -> None:
        frame = frames[int(elapsed * export.shot.fps) % len(frames)]
        reel.paint(painter, area, frame.position, held=frame.held)

    return _Rendered(width, height, True, line, play)
