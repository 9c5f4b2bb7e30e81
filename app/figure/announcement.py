"""Correct or incorrect, in large letters before the figure moves."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from app.figure.backdrop import CORNER
from app.figure.captions import Caption, colour_of, paint_mark, paint_sample
from app.figure.lettering import lettering
from app.figure.palette import Palette
from app.figure.slot import Slot


def announce(
    painter: QPainter,
    slot: Slot,
    middle_y: float,
    captions: list[Caption],
    strength: float,
    palette: Palette,
) -> None:
    """Write the labels on a plate in front of the trunk, so that the head stays in view.

    The captions are those of one figure, or of two in one place, one below the other; `middle_y`
    is the middle of the plate, pixels, and `strength` its opacity, 0..1.
    """
    captions = [caption for caption in captions if caption.word]
    if not captions or strength <= 0:
        return
    painter.save()
    painter.setOpacity(min(1.0, strength))
    big = min(slot.text * 1.7, slot.area.width() / 9)
    bold = lettering(painter.font(), big, bold=True)
    words = max(bold.width(caption.word) for caption in captions)
    sampled = 1.6 * big if any(caption.sample for caption in captions) else 0.0
    row = big * 1.75
    plate = QRectF(0, 0, words + sampled + big * 3.6, row * len(captions) + big * 0.85)
    plate.moveCenter(QPointF(slot.area.center().x(), middle_y))
    colours = {caption.label: colour_of(caption.label, palette) for caption in captions}
    edge = palette.muted if len(colours) > 1 else colours[captions[0].label]
    painter.setPen(QPen(edge, 2))
    painter.setBrush(palette.card)
    painter.drawRoundedRect(plate, CORNER, CORNER)
    for index, caption in enumerate(captions):
        middle = plate.top() + big * 0.425 + row * (index + 0.5)
        x = plate.left() + big * 0.75
        if caption.sample:
            paint_sample(painter, QPointF(x, middle), big, caption.sample, palette)
        x += sampled
        paint_mark(painter, QPointF(x + big * 0.6, middle), big * 0.62, caption.label, palette)
        painter.setPen(colours[caption.label])
        bold.write(painter, x + big * 1.55, middle, caption.word)
    painter.restore()
