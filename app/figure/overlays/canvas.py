"""A canvas for overlays: one figure, its measures, and pens."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache, partial

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from app.body.measures import Measures, measure
from app.body.skeleton import Skeleton
from app.body.vectors import Vec3
from app.figure.figure import FigurePainter
from app.figure.figure_texts import FigureTexts
from app.figure.overlays.notes import Note, Notes, Spot
from app.figure.palette import Palette

SIDES = ("left", "right")
#: With less of the forward axis across the screen, angles made for the side view have no shape.
_FROM_FRONT = 0.45
#: The thinnest line, pixels.
_THINNEST = 1.5
DASHED, DOTTED = (3.0, 2.2), (1.0, 1.6)


class Canvas:
    """Draws over one figure.

    Attributes:
        painter: the painter to use.
        figure: the figure drawn over.
        skeleton: the figure's.
        palette: its colours; `hip` is the colour of overlays.
        path: where its hips go, m.
        words: the texts to write.
        notes: the places for texts.
        sample: the figure's filling, drawn before each text where two share a place.
    """

    def __init__(
        self,
        painter: QPainter,
        figure: FigurePainter,
        path: tuple[Vec3, ...],
        words: FigureTexts,
        notes: Notes,
        sample: QBrush | None = None,
    ) -> None:
        self.painter, self.figure = painter, figure
        self.skeleton: Skeleton = figure.skeleton
        self.palette: Palette = figure.palette
        self.path, self.words, self.notes, self.sample = path, words, notes, sample
        self._others = len(notes.wanted)
        self._edge = max(1.0, figure.pixels(0.0035))

    @cached_property
    def measures(self) -> Measures:
        """The skeleton's measures, worked out once when first asked for."""
        return measure(self.skeleton)

    @property
    def from_front(self) -> bool:
        """Whether it is seen too much from the front or back for side-on angles."""
        return abs(self.figure.view.ahead) < _FROM_FRONT

    @property
    def behind(self) -> float:
        """Which way across the screen the person's back is, -1 or 1."""
        return -1.0 if self.figure.view.ahead >= 0 else 1.0

    @cached_property
    def side(self) -> str:
        """The leg whose angles are shown: the one that bears the weight, otherwise the near one."""
        pose = self.skeleton.pose
        if pose.weight:
            return pose.stance_side
        joints, view = self.skeleton.joints, self.figure.view
        return max(SIDES, key=lambda side: view.depth(joints[f"hip_{side}"]))

    @property
    def shown(self) -> tuple[str, ...]:
        """The legs to mark: both from the front, otherwise the one whose angles are shown."""
        return SIDES if self.from_front else (self.side,)

    def point(self, x: float, y: float, z: float) -> QPointF:
        """Return the pixel position of a point in metres."""
        return self.figure.view.point(Vec3(x, y, z))

    def width(self, share: float) -> float:
        """Return the width in pixels of a line that is this fraction of stature wide."""
        return max(_THINNEST, self.figure.pixels(share))

    def line(
        self,
        start: QPointF,
        end: QPointF,
        width: float = 0.008,
        colour: QColor | None = None,
        dashes: tuple[float, float] | None = None,
        *,
        guarded: bool = True,
    ) -> None:
        """Draw a straight line, `width` in fractions of stature; notes keep off it."""
        self._stroke(partial(self.painter.drawLine, start, end), width, colour, dashes)
        if guarded:
            self.notes.keep_off_line(start, end)

    def curve(
        self, points: list[QPointF] | QPolygonF, width: float, colour: QColor | None = None
    ) -> None:
        """Draw a line through points."""
        self._stroke(partial(self.painter.drawPolyline, QPolygonF(points)), width, colour)

    def _stroke(
        self,
        draw: Callable[[], None],
        width: float,
        colour: QColor | None = None,
        dashes: tuple[float, float] | None = None,
    ) -> None:
        painter, palette, pixels = self.painter, self.palette, self.width(width)
        # A casing sets a line off from whatever is behind it.
        painter.setPen(_flat_pen(palette.card.rgba(), pixels + 2 * self._edge, None))
        draw()
        painter.setPen(_flat_pen((colour or palette.hip).rgba(), pixels, dashes))
        draw()

    def fill(self, shape: QPolygonF, colour: QColor) -> None:
        """Fill a shape."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(colour)
        self.painter.drawPolygon(shape)

    def dot(self, at: QPointF, radius: float) -> None:
        """Draw a dot (radius in fractions of stature) that stands out from what is behind it."""
        size = max(3.0, self.figure.pixels(radius))
        self.painter.setPen(QPen(self.palette.card, max(1.0, size * 0.28)))
        self.painter.setBrush(self.palette.hip)
        self.painter.drawEllipse(at, size, size)

    def ring(self, at: QPointF, radius: float) -> None:
        """Draw a ring (radius in fractions of stature)."""
        size = max(4.0, self.figure.pixels(radius))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self._stroke(partial(self.painter.drawEllipse, at, size, size), 0.009)

    def note(
        self,
        text: str,
        at: QPointF,
        ways: Iterable[tuple[float, float]],
        clear: float = 0.0,
        *,
        plate: bool = False,
        own: bool = True,
        spots: Iterable[tuple[float, float]] = (),
    ) -> None:
        """Write a text beside a point.

        Args:
            text: the text.
            at: the point it names, pixels.
            ways: directions to look in, the best first: (towards the person's back, up).
            clear: the least distance it keeps, fraction of stature.
            plate: whether it stands on a plate with an edge.
            own: whether it is about this figure alone; otherwise it is written once for two that
                are close.
            spots: preferred places: how far its near edge is from between the feet (towards the
                person's back), and how high its bottom, fractions of stature.
        """
        if not own and self.notes.has(text, at, self._others):
            return
        back_is = self.behind
        if self.from_front:
            # Away from the middle of the body, so as not to cross the other leg.
            middle = self.figure.view.point(self.skeleton.hip).x()
            back_is = math.copysign(1.0, at.x() - middle)
        directions = []
        for back, up in ways:
            length = math.hypot(back, up)
            directions.append(QPointF(back * back_is / length, -up / length))
        sample = self.sample if own else None
        away = self.figure.pixels(clear)
        note = Note(text, at, directions, away, plate, sample, self._spots(spots))
        self.notes.wanted.append(note)

    def _spots(self, spots: Iterable[tuple[float, float]]) -> list[Spot]:
        view, pixels, behind = self.figure.view, self.figure.pixels, self.behind
        return [
            Spot(
                view.x + way * behind * pixels(1),
                view.y - pixels(up),
                math.copysign(1, way * behind),
            )
            for way, up in spots
        ]


@lru_cache(maxsize=64)
def _flat_pen(colour: int, width: float, dashes: tuple[float, float] | None) -> QPen:
    """Return a pen with flat ends and joins, which Qt draws several times quicker than round ones.

    Pens are cached, as a playing figure asks for the same ones in every frame.
    """
    pen = QPen(QColor.fromRgba(colour), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
    if dashes:
        pen.setDashPattern(dashes)
    return pen
