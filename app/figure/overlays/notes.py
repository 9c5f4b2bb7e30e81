"""Short texts beside what they name: each finds a free place."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFont, QPainter, QPen

from app.figure.captions import paint_sample
from app.figure.figure import FigurePainter
from app.figure.lettering import lettering
from app.figure.palette import Palette
from app.figure.sketch import moved
from app.movement.props import Placed, PropKind

#: What text keeps away from: boxes between two joints, their number, half depth and half width,
#: fractions of stature.
_BODY = (
    ("l5s1", "t12l1", 1, 0.058, 0.090),
    ("t12l1", "c7", 3, 0.060, 0.125),
    ("head", "vertex", 1, 0.062, 0.050),
)
_LEG = (
    ("hip", "knee", 3, 0.050, 0.052),
    ("knee", "ankle", 3, 0.036, 0.034),
    ("heel", "toe", 1, 0.026, 0.026),
)
_ARM = (
    ("shoulder", "elbow", 2, 0.030, 0.030),
    ("elbow", "wrist", 2, 0.024, 0.024),
    ("wrist", "hand", 1, 0.022, 0.022),
)
_BAR = 0.6  # from the middle of a bar to its discs, m
_THING = 0.06  # half the width of something held, fraction of stature
_FAN = tuple(QPointF(math.cos(a), math.sin(a)) for a in (math.tau * i / 12 for i in range(12)))
#: How much farther away a place may be before the next best direction is tried, in text sizes.
_LOYAL = 6.0
#: How much farther away a place may be to avoid a lead that crosses another text.
_CROSSED = 12.0
#: Parts of two figures count as close within this distance, in text sizes.
_CLOSE = 5.0
#: A number may gain a digit while the figure moves; lines are broken as if it had.
_NUMBER, _LONGEST = re.compile(r"\d{3,}"), "0000"
#: Text wider than this share of its slot is broken into lines.
_BROADEST = 0.34


class Spot(NamedTuple):
    """A place that does not move with the figure, pixels.

    Attributes:
        x: the text's near edge.
        bottom: its bottom edge.
        away: where it extends from the near edge, -1 to the left or 1 to the right.
    """

    x: float
    bottom: float
    away: float


class Note(NamedTuple):
    """A text that needs a place.

    Attributes:
        text: what it says.
        at: the point it names, pixels.
        ways: unit vectors of the directions to look in, the best first.
        clear: how far from `at` it stays, pixels.
        plate: whether it stands on a plate with an edge.
        sample: its figure's filling, where two share a place.
        spots: preferred places that do not move with the figure, the best first.
    """

    text: str
    at: QPointF
    ways: Sequence[QPointF]
    clear: float
    plate: bool = False
    sample: QBrush | None = None
    spots: Sequence[Spot] = ()


class PlacedNote(NamedTuple):
    """A note and where it went.

    Attributes:
        note: the note itself.
        box: the area it takes, pixels.
        lines: its text, line by line.
        crowded: whether there was no free place.
    """

    note: Note
    box: QRectF
    lines: list[str]
    crowded: bool


class Notes:
    """The notes of one picture or slot.

    Attributes:
        space: where they may go, pixels.
        size: of the text, pixels.
        wanted: those to be written after everything else is drawn.
        placed: the notes written, in order.
    """

    def __init__(self, space: QRectF, size: float, font: QFont, palette: Palette) -> None:
        self.space = space
        self.size = size
        self.placed: list[PlacedNote] = []
        self.wanted: list[Note] = []
        self._palette = palette
        self._font = lettering(font, size)
        #: What works out which areas are taken; in many frames there is no note to ask for them.
        self._guards: list[Callable[[], None]] = []
        #: Left, top, right and bottom of the areas taken.
        self._taken: list[tuple[float, float, float, float]] = []

    def keep_off_body(self, figure: FigurePainter, things: Iterable[Placed] = ()) -> None:
        """Keep notes off a figure and the things it holds."""
        self._guards.append(partial(self._take_body, figure, things))

    def keep_off_line(self, start: QPointF, end: QPointF) -> None:
        """Keep notes off a line."""
        self._guards.append(partial(self._take_line, start, end))

    def has(self, text: str, at: QPointF, count: int) -> bool:
        """Return whether one of the first `count` notes says the same about something close by."""
        return any(
            note.text == text
            and math.hypot(note.at.x() - at.x(), note.at.y() - at.y()) < _CLOSE * self.size
            for note in self.wanted[:count]
        )

    def paint(self, painter: QPainter) -> None:
        """Give every note its place and write it."""
        if not self.wanted:
            return
        for guard in self._guards:
            guard()
        # Notes with fixed places come first; the others find their way around them.
        for note in sorted(self.wanted, key=lambda one: not one.spots):
            self._write(note)
        for placed in self.placed:
            self._lead(painter, placed)
        painter.setFont(self._font.font)
        for note, box, lines, crowded in self.placed:
            if note.plate or crowded:
                painter.setPen(QPen(self._palette.muted, 1) if note.plate else Qt.PenStyle.NoPen)
                painter.setBrush(self._palette.card)
                radius = self.size * 0.35
                painter.drawRoundedRect(box, radius, radius)
            pad = self.size * (0.45 if note.plate else 0.2)
            x, y = box.left() + pad, box.top() + pad / 2 + self._font.ascent
            if note.sample:
                middle = QPointF(x, box.center().y())
                paint_sample(painter, middle, self.size * 0.8, note.sample, self._palette)
                x += self.size * 1.15
            painter.setPen(self._palette.ink)
            for line in lines:
                painter.drawText(QPointF(x, y), line)
                y += self._font.height

    def _take_body(self, figure: FigurePainter, things: Iterable[Placed]) -> None:
        """Count a figure and the things it holds as taken."""
        view, joints = figure.view, figure.skeleton.joints
        deep, broad = abs(view.ahead), abs(view.aside)
        rows = [*_BODY]
        # Seen exactly from the side, an even body's far limbs are behind the near ones.
        left, right = (joints[f"hip_{side}"] for side in ("left", "right"))
        far = "left" if view.depth(left) < view.depth(right) else "right"
        for side in ("left", "right"):
            for limb in (_LEG, _ARM):
                if broad < 0.02 and side == far and _hidden(figure, limb):
                    continue
                rows += [(f"{a}_{side}", f"{b}_{side}", *rest) for a, b, *rest in limb]  # type: ignore[misc]
        for start, end, count, front, side_on in rows:
            one, other = figure.joint(start), figure.joint(end)
            high = figure.pixels(front)
            wide = figure.pixels(front * deep + side_on * broad)
            x, y = one.x(), one.y()
            dx, dy = (other.x() - x) / count, (other.y() - y) / count
            for index in range(count + 1):
                at_x, at_y = x + dx * index, y + dy * index
                self._taken.append((at_x - wide, at_y - high, at_x + wide, at_y + high))
        around = figure.pixels(_THING)
        for thing in things:
            ends = [thing.at, thing.to]
            if thing.kind is PropKind.BAR:
                ends = [moved(thing.at, z=aside) for aside in (-_BAR, 0.0, _BAR)]
            for place in ends:
                at = view.point(place)
                x, y = at.x(), at.y()
                self._taken.append((x - around, y - around, x + around, y + around))

    def _take_line(self, start: QPointF, end: QPointF) -> None:
        """Count a line as taken."""
        x, y = start.x(), start.y()
        dx, dy = end.x() - x, end.y() - y
        count = math.ceil(min(abs(dx), abs(dy)) / self.size) or 1
        dx, dy = dx / count, dy / count
        wide, high = abs(dx), abs(dy)
        left, top = min(x, x + dx), min(y, y + dy)
        for index in range(count):
            box_x, box_y = left + dx * index, top + dy * index
            self._taken.append((box_x, box_y, box_x + wide, box_y + high))

    def _write(self, note: Note) -> None:
        """Give a note its place."""
        lines = self._lines(note.text)
        pad = self.size * (0.45 if note.plate else 0.2)
        width = max(self._font.width(line) for line in lines) + 2 * pad
        width += self.size * 1.15 if note.sample else 0.0
        height = self._font.height * len(lines) + pad
        free = self._spot(note, width, height) or self._place(note, width, height)
        centre = free or self._least_taken(note, width, height)
        box = QRectF(centre.x() - width / 2, centre.y() - height / 2, width, height)
        self.placed.append(PlacedNote(note, box, lines, free is None))
        self._taken.append((box.left(), box.top(), box.right(), box.bottom()))
        self._take_line(note.at, _nearest(box, note.at))

    def _lines(self, text: str) -> list[str]:
        """Break a text that would be too wide."""
        room = max(self.space.width() * _BROADEST, self.size * 6)
        if self._width(text) <= room:
            return [text]
        words = text.split(" ")  # text joined by a no-break space stays together
        halves = [
            (" ".join(words[:index]), " ".join(words[index:])) for index in range(1, len(words))
        ]
        measured = [(self._broken(*half), half) for half in halves]
        if measured and min(measured)[0] <= room * 1.05:
            return list(min(measured)[1])
        lines = [""]
        for word in words:
            longer = f"{lines[-1]} {word}".strip()
            if lines[-1] and self._width(longer) > room:
                lines.append(word)
            else:
                lines[-1] = longer
        return lines

    def _width(self, text: str) -> float:
        return self._font.width(_NUMBER.sub(_LONGEST, text))

    def _broken(self, first: str, second: str) -> float:
        """Return the width of a text in two lines; a break within a phrase counts as more."""
        width = max(self._width(line) for line in (first, second))
        return width if first[-1] in ":,;" else width + 2.5 * self.size

    def _spot(self, note: Note, width: float, height: float) -> QPointF | None:
        """Return the middle of the first of a note's own places that is free."""
        space, gap = self.space, self.size * 0.25
        for spot in note.spots:
            near, far = spot.x, spot.x + spot.away * width
            left = max(min(near, far, space.right() - width), space.left())
            top = max(min(spot.bottom, space.bottom()) - height, space.top())
            box = (left - gap, top - gap, left + width + gap, top + height + gap)
            if not any(_shared(box, taken) for taken in self._taken):
                return QPointF(left + width / 2, top + height / 2)
        return None

    def _place(self, note: Note, width: float, height: float) -> QPointF | None:
        """Return the middle of the nearest free place, the best ways first."""
        best, found = math.inf, None
        ways = [*note.ways, *_FAN]
        for rank, way in enumerate(ways):
            # The directions of the fan are all equal, and come after the ones asked for.
            handicap = min(rank, len(note.ways)) * _LOYAL * self.size
            if handicap >= best:
                break
            away = self._free(note, way, width, height)
            if away is None:
                continue
            middle, cost = note.at + way * away, away + handicap
            if cost < best:
                box = QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)
                cost += _CROSSED * self.size * self._crosses(note.at, box)
            if cost < best:
                best, found = cost, middle
        return found

    def _free(self, note: Note, way: QPointF, width: float, height: float) -> float | None:
        """Return how far along a way a box of this size is free; None where it is not."""
        dx, dy, x, y = way.x(), way.y(), note.at.x(), note.at.y()
        half_w, half_h, gap = width / 2, height / 2, self.size * 0.25
        nearest = min(
            half_w / abs(dx) if dx else math.inf, half_h / abs(dy) if dy else math.inf
        ) + note.clear  # fmt: skip
        # How far along the way each edge is crossed; a way along an axis never crosses.
        per_x, per_y = 1 / dx if dx else 1e9, 1 / dy if dy else 1e9
        space = self.space
        rooms = (
            sorted(((space.left() + half_w - x) * per_x, (space.right() - half_w - x) * per_x)),
            sorted(((space.top() + half_h - y) * per_y, (space.bottom() - half_h - y) * per_y)),
        )
        begin, end = max(low for low, _ in rooms), min(high for _, high in rooms)
        away = max(nearest, begin)
        if away > end:
            return None
        spans = []
        left_x, right_x = -half_w - gap - x, half_w + gap - x
        above_y, below_y = -half_h - gap - y, half_h + gap - y
        # This runs a few hundred times for each frame, so it makes no calls.
        for left, top, right, bottom in self._taken:
            low, high = (left + left_x) * per_x, (right + right_x) * per_x
            if low > high:
                low, high = high, low
            first, last = (top + above_y) * per_y, (bottom + below_y) * per_y
            if first > last:
                first, last = last, first
            if first > low:
                low = first
            if last < high:
                high = last
            if low < high and high > away and low < end:
                spans.append((low, high))
        spans.sort()
        for start, stop in spans:
            if start > away:
                break
            away = max(away, stop)
        return away if away <= end else None

    def _crosses(self, at: QPointF, box: QRectF) -> int:
        """Return how many notes are between a box and what it names."""
        edge = _nearest(box, at)
        away = edge - at
        steps = max(2, round(math.hypot(away.x(), away.y()) / self.size * 2))
        return sum(
            any(placed.box.contains(at + away * (index / steps)) for index in range(steps))
            for placed in self.placed
        )

    def _least_taken(self, note: Note, width: float, height: float) -> QPointF:
        """Return the place with least in the way, when nothing is free."""
        space, steps = self.space, 6
        across, down = max(space.width() - width, 0.0), max(space.height() - height, 0.0)
        best, found = math.inf, space.center()
        notes = [placed.box for placed in self.placed]
        for row in range(2 * steps + 1):
            for column in range(steps + 1):
                left = space.left() + across * column / steps
                top = space.top() + down * row / (2 * steps)
                cost = math.hypot(left + width / 2 - note.at.x(), top + height / 2 - note.at.y())
                box = (left, top, left + width, top + height)
                cost += sum(_shared(box, taken) for taken in self._taken) / self.size
                # Above all, never over other text.
                whole = QRectF(left, top, width, height)
                cost += sum(1e6 for other in notes if other.intersects(whole))
                if cost < best:
                    best, found = cost, QPointF(left + width / 2, top + height / 2)
        return found

    def _lead(self, painter: QPainter, placed: PlacedNote) -> None:
        """Draw a thin line from a note to what it names, if they are apart."""
        at, box = placed.note.at, placed.box
        edge = _nearest(box, at)
        apart = math.hypot(edge.x() - at.x(), edge.y() - at.y())
        if apart < self.size * 1.6 and not placed.note.plate:
            return
        thin = max(1.0, self.size * 0.07)
        painter.setPen(QPen(self._palette.muted, thin))
        painter.drawLine(edge, at)
        painter.setPen(QPen(self._palette.card, thin))
        painter.setBrush(self._palette.hip)
        painter.drawEllipse(at, 2.4 * thin, 2.4 * thin)


def _hidden(figure: FigurePainter, limb: tuple[tuple[str, str, int, float, float], ...]) -> bool:
    """Return whether a pair of limbs coincide from the side."""
    joints = figure.skeleton.joints
    for _, end, *_ in limb:
        left, right = joints[f"{end}_left"], joints[f"{end}_right"]
        if abs(left.x - right.x) + abs(left.y - right.y) > 0.02:
            return False
    return True


def _nearest(box: QRectF, at: QPointF) -> QPointF:
    """Return the point of a box that is nearest to another."""
    x, y = min(max(at.x(), box.left()), box.right()), min(max(at.y(), box.top()), box.bottom())
    return QPointF(x, y)


def _shared(
    one: tuple[float, float, float, float], other: tuple[float, float, float, float]
) -> float:
    """Return the area two boxes share."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across * down if across > 0 and down > 0 else 0.0
