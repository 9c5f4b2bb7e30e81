"""Where the panels of a teaching picture go: the grid with the largest figures."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPaintDevice

from app.figure.lettering import break_words, text_font
from app.figure.room import Room
from app.lessons.picture import Picture

#: Sizes relative to the caption's: title, summary, note.
TITLE, SUMMARY, NOTE = 1.7, 1.05, 0.86
#: The smallest caption and note, px.
_LEAST_TEXT, _LEAST_NOTE = 12.0, 11.0
#: The largest caption of a picture shown among other text, as in a window, px.
_MOST_BESIDE_OTHERS = 22.0
#: Caption sizes relative to a picture's width, its height, and a panel's size.
_TO_WIDTH, _TO_HEIGHT, _TO_PANEL = 62.0, 26.0, 13.0
#: With figures smaller than this, notes are left out, px.
_LEAST_FIGURE = 100.0
#: How much larger figures must become before the author's number of columns is dropped.
_WORTH_IT = 1.10
#: An incomplete row looks unfinished, and notes are useful: how much larger the figures must become
#: to be worth either.
_GAPS_COST, _NOTES_COST = 1.06, 1.15
#: Proportions of a card, width to height, if the picture chooses its own height.
_NARROWEST, _BROADEST = 0.90, 1.90
#: The share of a card's height that a figure can fill: above the floor's front, below the top.
USED = 0.84
#: How much higher than their figures need cards may be, and how much lower than wide.
_SPARE, _FLAT = 1.12, 0.75


class Layout(NamedTuple):
    """A grid, px.

    Attributes:
        text: size of the captions.
        gap: between cards.
        columns: panels in a row.
        header: where title and summary go; empty without them.
        cards: where each panel's figure is painted.
        words: where each caption and note go.
        notes: whether there is room for notes.
    """

    text: float
    gap: float
    columns: int
    header: QRectF
    cards: tuple[QRectF, ...]
    words: tuple[QRectF, ...]
    notes: bool


class Typesetter:
    """Measures a picture's texts on a device."""

    def __init__(self, picture: Picture, font: QFont, device: QPaintDevice | None = None) -> None:
        self.picture = picture
        self._font, self._device = font, device

    def font(self, size: float, *, bold: bool = False) -> QFont:
        """Return the picture's font at a size, px."""
        return text_font(self._font, size, bold=bold)

    def height(self, text: str, size: float, width: float, *, bold: bool = False) -> float:
        """Return the height of a text broken into lines, px."""
        return _height(self._metrics(size, bold=bold), text, width)

    def balanced(self, text: str, size: float, width: float, *, bold: bool = False) -> float:
        """Return the width at which the lines of a text are about equally long, px.

        It takes no more lines than needed, and no single word is left in the last one.
        """
        metrics = self._metrics(size, bold=bold)
        height = _height(metrics, text, width)
        least, most = metrics.horizontalAdvance(max(text.split(), key=len)), width
        while most - least > size:
            middle = (least + most) / 2
            if _height(metrics, text, middle) > height:
                least = middle
            else:
                most = middle
        return most

    def _metrics(self, size: float, *, bold: bool) -> QFontMetricsF:
        font = self.font(size, bold=bold)
        return QFontMetricsF(font, self._device) if self._device else QFontMetricsF(font)

    def header_height(self, size: float, width: float) -> float:
        """Return the height of title and summary for captions of a size, px."""
        title = self.height(self.picture.title, size * TITLE, width, bold=True)
        return title + self.height(self.picture.summary, size * SUMMARY, width) + size * 0.2

    def words_height(self, size: float, width: float, *, notes: bool) -> float:
        """Return the height of the tallest caption and note, px."""
        highest = 0.0
        for panel in self.picture.panels:
            high = self.height(panel.caption, size, width, bold=True)
            if notes and panel.note is not None:
                high += self.height(panel.note, note_size(size), width)
            highest = max(highest, high)
        return highest


def note_size(text: float) -> float:
    """Return the size of notes under captions of a size, px."""
    return max(_LEAST_NOTE, text * NOTE)


def lay_out(area: QRectF, text: Typesetter, room: Room, actors: int, *, heading: bool) -> Layout:
    """Return the grid that shows the figures largest.

    Args:
        area: where the picture goes, px.
        text: the picture's texts.
        room: the room each figure needs, m.
        actors: how many are side by side in a panel.
        heading: whether title and summary are written; without them, it is among other text.
    """
    count = len(text.picture.panels)
    size = _text_size(area.width(), area.height(), count)
    if not heading:
        size = min(size, _MOST_BESIDE_OTHERS)

    def most(breadth: float) -> float:
        return max(_needed(breadth, room, actors) * _SPARE, breadth * _FLAT)

    def rate(layout: Layout) -> float:
        scale = _scale(layout, room, actors)
        if layout.columns == text.picture.columns:
            scale *= _WORTH_IT
        if count % layout.columns:
            scale /= _GAPS_COST
        return scale if layout.notes else scale / _NOTES_COST

    found = []
    for columns in range(1, count + 1):
        for notes in (True, False):
            layout = _grid(area, text, size, columns, heading=heading, notes=notes, most=most)
            if _scale(layout, room, actors) * room.above >= _LEAST_FIGURE:
                break
        found.append(layout)
    return max(found, key=rate)


def natural_size(
    width: float, text: Typesetter, room: Room, actors: int, *, heading: bool
) -> QSizeF:
    """Return the natural size for a width, with its author's number of columns, px."""
    picture = text.picture
    size = max(_LEAST_TEXT, width / _TO_WIDTH)
    # The height does not matter: only the cards depend on it.
    probe = _grid(QRectF(0, 0, width, width), text, size, picture.columns, heading=heading,
                  notes=True)  # fmt: skip
    breadth, height = probe.cards[0].width(), probe.cards[0].height()
    ideal = _needed(breadth, room, actors)
    wanted = min(max(ideal, breadth / _BROADEST), breadth / _NARROWEST)
    rows = math.ceil(len(picture.panels) / probe.columns)
    return QSizeF(width, math.ceil(width + rows * (wanted - height)))


def _height(metrics: QFontMetricsF, text: str, width: float) -> float:
    box = QRectF(0, 0, width, 10_000)
    text = break_words(text, metrics, width)
    return metrics.boundingRect(box, Qt.TextFlag.TextWordWrap.value, text).height()


def _text_size(width: float, height: float, count: int) -> float:
    panel = math.sqrt(width * height / count)
    return max(_LEAST_TEXT, min(width / _TO_WIDTH, height / _TO_HEIGHT, panel / _TO_PANEL))


def _needed(breadth: float, room: Room, actors: int) -> float:
    """Return the height of a card whose figures fill its width, px."""
    return breadth / (room.behind + room.ahead) / actors * room.above / USED


def _grid(
    area: QRectF,
    text: Typesetter,
    size: float,
    columns: int,
    *,
    heading: bool,
    notes: bool,
    most: Callable[[float], float] | None = None,
) -> Layout:
    """Return a grid of some columns.

    `most` gives the greatest height of a card for its width; any space left over stays free around
    the grid.
    """
    count = len(text.picture.panels)
    columns = min(columns, count)
    rows = math.ceil(count / columns)
    gap = 8.0 * max(1, round(size / 10))
    margin = gap * 1.5 if heading else 0.0
    inner = area.adjusted(margin, margin, -margin, -margin)
    header = QRectF(inner.topLeft(), QSizeF(inner.width(), 0))
    top = inner.top()
    if heading:
        header.setHeight(text.header_height(size, inner.width()))
        top = header.bottom() + gap
    breadth = (inner.width() - (columns - 1) * gap) / columns
    words = math.ceil(text.words_height(size, breadth, notes=notes))
    between = size * 0.4
    row = (inner.bottom() - top - (rows - 1) * gap) / rows
    high = max(1.0, row - words - between)
    if most is not None and (allowed := most(breadth)) < high:
        row -= high - allowed
        top += (high - allowed) * rows / 2
        high = allowed
    cards, captions = [], []
    for index in range(count):
        at_row, at_column = divmod(index, columns)
        # An incomplete last row is centred.
        missing = columns - min(columns, count - at_row * columns)
        x = inner.left() + (at_column + missing / 2) * (breadth + gap)
        y = top + at_row * (row + gap)
        cards.append(QRectF(x, y, breadth, high))
        captions.append(QRectF(QPointF(x, y + high + between), QSizeF(breadth, words)))
    return Layout(size, gap, columns, header, tuple(cards), tuple(captions), notes)


def _scale(layout: Layout, room: Room, actors: int) -> float:
    """Return the scale of the figures, pixels per metre."""
    card = layout.cards[0]
    across = (room.behind + room.ahead) * actors
    return min(card.height() * USED / room.above, card.width() / across)
