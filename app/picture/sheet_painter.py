"""Paint a teaching picture: title, panels with marks, and captions, on any device at any size."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from app.figure.actor import Actor
from app.figure.backdrop import CORNER
from app.figure.captions import paint_mark
from app.figure.lettering import break_words
from app.figure.look import Look
from app.figure.palette import Palette
from app.figure.room import Room
from app.figure.scene import paint_scene
from app.lessons.model import VIEWS
from app.lessons.picture import Panel
from app.movement.model import Label
from app.picture.sheet import Sheet
from app.picture.sheet_layout import (
    SUMMARY,
    TITLE,
    USED,
    Layout,
    Typesetter,
    lay_out,
    natural_size,
    note_size,
)

_WRAPPED = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap


def sheet_size(sheet: Sheet, width: float, *, moving: bool = False) -> QSizeF:
    """Return the natural size of a picture for a width, title included, px."""
    text = Typesetter(sheet.picture, QFont())
    return natural_size(width, text, _room(sheet, moving), _actors(sheet), heading=True)


def paint_sheet(
    painter: QPainter,
    area: QRectF,
    sheet: Sheet,
    look: Look,
    palette: Palette,
    *,
    position: float | None = None,
    heading: bool = True,
) -> None:
    """Paint a picture into `area`, in pixels, on the theme's paper.

    Highlights and overlays come from the picture, style and texts from the look. `position` is s on
    the clock of the moving picture; None shows each panel at its moment. `heading` says whether
    title and summary are written.
    """
    moving = position is not None
    room = _room(sheet, moving)
    font = painter.font()
    text = Typesetter(sheet.picture, font, painter.device())
    layout = lay_out(area, text, room, _actors(sheet), heading=heading)
    if sheet.marked or sheet.picture.numbered:
        room = _below_badges(room, layout)
    shown = sheet.moments if position is None else sheet.moments_at(position)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if heading:
        _paint_heading(painter, layout, text, palette)
    for index, (panel, actors) in enumerate(zip(sheet.picture.panels, shown, strict=True)):
        seen = replace(
            look,
            turn=VIEWS[panel.view],
            light=panel.light,
            overlays=panel.overlay,
            badges=False,
            announce=0.0,
            room=room,
        )
        if [actor.label for actor in actors] == [Label.WRONG]:
            # Somebody else than in the panels beside it.
            seen = replace(seen, people=(look.person(1),))
        card = layout.cards[index]
        painter.setFont(font)  # texts over the figure follow it
        if palette.paper == palette.card:
            _paint_outlined(painter, card, actors, seen, palette)
        else:
            paint_scene(painter, card, actors, seen, palette)
        number = index + 1 if sheet.picture.numbered else None
        _paint_badges(painter, card, actors, number, sheet.marked, look, layout, text, palette)
        _paint_words(painter, layout.words[index], panel, layout, text, palette)
    painter.restore()


def _room(sheet: Sheet, moving: bool) -> Room:
    return sheet.moving_room if moving else sheet.still_room


def _actors(sheet: Sheet) -> int:
    return max(len(panel.movements) for panel in sheet.picture.panels)


def _below_badges(room: Room, layout: Layout) -> Room:
    """Return the room with space for number and badge above the figures."""
    used = layout.cards[0].height() * USED
    strip = min(layout.text * 1.3, used / 4)
    return replace(room, above=room.above * used / (used - strip))


def _paint_heading(painter: QPainter, layout: Layout, text: Typesetter, palette: Palette) -> None:
    picture, box = text.picture, layout.header
    below = _write(painter, box, picture.title, layout.text * TITLE, text, palette.ink, bold=True)
    under = box.adjusted(0, below + layout.text * 0.2, 0, layout.text)
    _write(painter, under, picture.summary, layout.text * SUMMARY, text, palette.muted)


def _paint_badges(
    painter: QPainter,
    card: QRectF,
    actors: list[Actor],
    number: int | None,
    marked: bool,
    look: Look,
    layout: Layout,
    text: Typesetter,
    palette: Palette,
) -> None:
    size = layout.text
    radius, inset = size * 0.68, size * 0.6
    at = card.topLeft() + QPointF(inset + radius, inset + radius)
    if number is not None:
        _paint_number(painter, at, radius, number, text, palette)
        at += QPointF(radius * 2 + inset, 0)
    if not marked:
        return
    for index, actor in enumerate(actors):
        word = look.words.of(actor.label)
        if not word:
            continue
        place = at + QPointF(index * card.width() / len(actors), 0)
        paint_mark(painter, place, radius, actor.label, palette)
        font = text.font(size * 0.92, bold=True)
        painter.setFont(font)
        painter.setPen(palette.right if actor.label is Label.RIGHT else palette.wrong)
        rise = QFontMetricsF(font, painter.device()).capHeight() / 2
        painter.drawText(place + QPointF(radius + size * 0.4, rise), word)


def _paint_number(
    painter: QPainter, at: QPointF, radius: float, number: int, text: Typesetter, palette: Palette
) -> None:
    disc = QRectF(0, 0, 2 * radius, 2 * radius)
    disc.moveCenter(at)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.ink)
    painter.drawEllipse(disc)
    painter.setFont(text.font(radius * 1.25, bold=True))
    painter.setPen(palette.card)
    painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(number))


def _paint_outlined(
    painter: QPainter, card: QRectF, actors: list[Actor], look: Look, palette: Palette
) -> None:
    """Paint a card with an outline, which makes it visible on white paper."""
    edge = QPainterPath()
    edge.addRoundedRect(card, CORNER, CORNER)
    painter.save()
    painter.setClipPath(edge)
    paint_scene(painter, card, actors, look, palette)
    painter.restore()
    painter.setPen(QPen(palette.line, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(edge)


def _paint_words(
    painter: QPainter, box: QRectF, panel: Panel, layout: Layout, text: Typesetter, palette: Palette
) -> None:
    below = _write(painter, box, panel.caption, layout.text, text, palette.ink, bold=True)
    if layout.notes and panel.note is not None:
        under = box.adjusted(0, below, 0, layout.text)
        _write(painter, under, panel.note, note_size(layout.text), text, palette.muted)


def _write(
    painter: QPainter,
    box: QRectF,
    words: str,
    size: float,
    text: Typesetter,
    colour: QColor,
    *,
    bold: bool = False,
) -> float:
    """Write text at the top of a box; return its height, px."""
    painter.setFont(text.font(size, bold=bold))
    painter.setPen(colour)
    width = text.balanced(words, size, box.width(), bold=bold)
    words = break_words(words, QFontMetricsF(painter.font(), painter.device()), width)
    # A little more than was measured, so that rounding does not break a line.
    painter.drawText(QRectF(box.topLeft(), QSizeF(width + 1, box.height())), _WRAPPED, words)
    return text.height(words, size, box.width(), bold=bold)
