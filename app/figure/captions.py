"""The texts about the figures: badges with tick or cross, titles and cues."""

from __future__ import annotations

import math
from functools import lru_cache

import msgspec
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from app.figure.lettering import lettering
from app.figure.palette import Palette
from app.figure.slot import Slot, cues_beside
from app.movement.model import Label

#: A cue that does not fit is written smaller, down to this factor.
_SMALLER = (1.0, 0.88, 0.78)
_WRAPPED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


class Caption(msgspec.Struct, frozen=True):
    """The texts about one figure.

    Attributes:
        label: right, wrong or neutral.
        word: the label as a word; empty for a neutral one.
        title: the movement's name.
        cue: what to do at this moment.
        sample: the figure's filling, where two stand in one place.
    """

    label: Label
    word: str
    title: str
    cue: str
    sample: QBrush | None = None


def paint_badges(painter: QPainter, slot: Slot, captions: list[Caption], palette: Palette) -> None:
    """Write label and title of each figure at the top left, one below the other."""
    if slot.tiny:
        # Two in one place have their badges in the two corners.
        for at, caption in zip((slot.area.left(), slot.area.right()), captions, strict=False):
            if caption.word:
                radius = slot.text * 0.5
                x = at + math.copysign(slot.margin * 0.6 + radius, slot.area.center().x() - at)
                y = slot.area.top() + slot.margin * 0.6 + radius
                paint_mark(painter, QPointF(x, y), radius, caption.label, palette)
        return
    for row, caption in enumerate(captions):
        _paint_badge(painter, slot, slot.badge_at(row), caption, palette)


def _paint_badge(
    painter: QPainter, slot: Slot, at: QPointF, caption: Caption, palette: Palette
) -> None:
    size, x, middle = slot.text, at.x(), at.y() + slot.text * 0.65
    if caption.sample:
        paint_sample(painter, QPointF(x, middle), size, caption.sample, palette)
        x += size * 1.6
    begin = x
    font = painter.font()
    if caption.word:
        radius = size * 0.65
        paint_mark(painter, QPointF(x + radius, middle), radius, caption.label, palette)
        bold = lettering(font, size, bold=True)
        x += size * 1.75
        painter.setPen(colour_of(caption.label, palette))
        bold.write(painter, x, middle, caption.word)
        x += bold.width(caption.word) + size * 0.7
        if slot.narrow:
            x, middle = begin, middle + size * 1.35
    plain = lettering(font, size * 0.9)
    title, room = caption.title, slot.area.right() - slot.margin - x
    if plain.width(title) > room:
        title = plain.metrics.elidedText(title, Qt.TextElideMode.ElideRight, room)
    painter.setPen(palette.muted)
    plain.write(painter, x, middle, title)


def paint_cues(painter: QPainter, slot: Slot, captions: list[Caption], palette: Palette) -> None:
    """Write what to do at this moment below the figures."""
    if slot.tiny:
        return
    captions = [caption for caption in captions if caption.cue]
    if len({caption.cue for caption in captions}) == 1:
        # Both have the same cue.
        captions = [msgspec.structs.replace(captions[0], sample=None)]
    count, room = len(captions), slot.cue_area
    beside = cues_beside(slot.area.width(), slot.text)
    for index, caption in enumerate(captions):
        if beside:
            width = room.width() / count
            part = QRectF(room.left() + index * width, room.top(), width, room.height())
        else:
            height = room.height() / count
            part = QRectF(room.left(), room.top() + index * height, room.width(), height)
        _paint_cue(painter, slot, part, caption, palette)


def _paint_cue(
    painter: QPainter, slot: Slot, room: QRectF, caption: Caption, palette: Palette
) -> None:
    cue, sample, base = caption.cue, caption.sample, painter.font()
    if sample:
        room = room.adjusted(slot.text * 2.0, 0, 0, 0)
    for share in _SMALLER:
        font = lettering(base, slot.text * share)
        width = font.width(cue)
        if width <= room.width():
            break
        box = font.metrics.boundingRect(room, _WRAPPED, cue)
        width = box.width()
        if box.height() <= room.height() + 1 and width <= room.width() + 1:
            break
    else:
        cue = font.metrics.elidedText(cue, Qt.TextElideMode.ElideRight, room.width())
        width = room.width()
    if sample:
        at = QPointF(room.center().x() - width / 2 - slot.text * 1.6, room.center().y())
        paint_sample(painter, at, slot.text, sample, palette)
    painter.setPen(palette.ink)
    if font.width(cue) <= room.width():
        font.write_in(painter, room, cue)
        return
    painter.setFont(font.font)
    painter.drawText(room, _WRAPPED, cue)


def paint_sample(
    painter: QPainter, at: QPointF, size: float, sample: QBrush, palette: Palette
) -> None:
    """Draw a sample of a figure's filling; `at` is the middle of its left edge."""
    box = QRectF(at.x(), at.y() - size * 0.55, size * 1.1, size * 1.1)
    painter.setPen(QPen(palette.muted, 1))
    # A texture goes over the plain colour it was made with.
    painter.setBrush(sample.color())
    painter.drawRoundedRect(box, 3, 3)
    painter.setBrush(sample)
    painter.drawRoundedRect(box, 3, 3)


def paint_mark(
    painter: QPainter, centre: QPointF, radius: float, label: Label, palette: Palette
) -> None:
    """Draw a tick or a cross in a disc."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour_of(label, palette))
    painter.drawEllipse(centre, radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen, lines = _mark(label is Label.RIGHT, radius, palette.on_right.rgb())
    painter.setPen(pen)
    for line in lines:
        painter.drawPolyline(line.translated(centre))


@lru_cache(maxsize=32)
def _mark(ticked: bool, radius: float, colour: int) -> tuple[QPen, list[QPolygonF]]:
    """Return a tick or a cross about the origin, and its pen; a playing figure asks every frame."""
    pen = QPen(QColor(colour), radius * 0.30)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    tick = [[(-0.42, 0.05), (-0.10, 0.36), (0.44, -0.32)]]
    cross = [[(-x, -0.36), (x, 0.36)] for x in (0.36, -0.36)]
    lines = tick if ticked else cross
    return pen, [QPolygonF([QPointF(x, y) * radius for x, y in line]) for line in lines]


def colour_of(label: Label, palette: Palette) -> QColor:
    """Return the colour of right or wrong."""
    return palette.right if label is Label.RIGHT else palette.wrong
