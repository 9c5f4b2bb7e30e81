"""What pages are made of: figures in frames, numbers, weeks to tick, and the foot with the note."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from app.figure.actor import Actor
from app.figure.backdrop import CORNER
from app.figure.palette import Palette
from app.figure.room import Room, room_at
from app.figure.scene import paint_scene
from app.messages.message import Message
from app.movement.model import Label
from app.movement.motion import Motion
from app.picture.ink import Ink
from app.picture.page_request import PageRequest
from app.picture.shot import Shot

#: Points. `LINE`: between lines to write on.
MARGIN, GAP, LINE = 42.0, 12.0, 22.0
#: How small everything gets where there is much of it.
_SCALES = (1.0, 0.92, 0.84, 0.76, 0.68)
_WEEKS, _DAYS = 6, 7
_TICK, _LINES = 15.0, 2
#: Fractions of stature; `_BEYOND`: how far the line along an incorrect back rises above it.
_AIR, _BEYOND = 0.08, 0.08
#: Figures are painted as if this wide, and then made smaller, so that lines stay fine.
_FINE = 320.0


def begin_page(painter: QPainter, size: tuple[float, float], palette: Palette) -> QRectF:
    """Paint the paper, starting at its top left corner, and return the area inside its margins."""
    width, height = size
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.paper)
    painter.drawRect(QRectF(0, 0, width, height))
    return QRectF(MARGIN, MARGIN, width - 2 * MARGIN, height - 2 * MARGIN)


def fit_ink(
    painter: QPainter,
    palette: Palette,
    left: Callable[[Ink], float],
    least: Callable[[Ink], float],
) -> tuple[Ink, float]:
    """Return the largest ink that leaves enough of a page, or else the smallest.

    With it, how much is left.

    Args:
        painter: of the page.
        palette: its colours.
        left: returns how much of the page is left below all that an ink writes.
        least: returns how much is enough.
    """
    for scale in _SCALES:
        dry = Ink(painter, palette, scale, dry=True)
        rest = left(dry)
        if rest >= least(dry):
            break
    return Ink(painter, palette, scale), rest


def paint_figures(
    ink: Ink,
    box: QRectF,
    actors: list[Actor],
    shot: Shot,
    room: Room | None = None,
    *,
    marked: bool = False,
) -> None:
    """Paint figures into a framed box; `marked` says whether titles and signs are written."""
    if ink.dry or box.height() <= 0:
        return
    look = msgspec.structs.replace(
        shot.look, badges=marked, announce=0.0, overlaid=False, sentence="", room=room
    )
    painter, scale = ink.painter, min(1.0, box.width() / (_FINE * len(actors)))
    painter.save()
    painter.translate(box.topLeft())
    painter.scale(scale, scale)
    area = QRectF(0, 0, box.width() / scale, box.height() / scale)
    card = QPainterPath()
    card.addRoundedRect(area, CORNER, CORNER)
    painter.setClipPath(card)  # corners painted over leave a hairline in print
    paint_scene(painter, area, actors, look, shot.palette)
    painter.restore()
    ink.frame(box, CORNER * scale)


def number_at(ink: Ink, middle: QPointF, radius: float, number: int) -> None:
    """Write a number in a disc."""
    if ink.dry:
        return
    ink.painter.setPen(Qt.PenStyle.NoPen)
    ink.painter.setBrush(ink.palette.ink)
    ink.painter.drawEllipse(middle, radius, radius)
    box = QRectF(middle.x() - radius, middle.y() - radius * 0.94, 2 * radius, 0)
    ink.write(
        box, str(number), radius * 1.45 / ink.scale, ink.palette.card, bold=True, centred=True
    )


def paint_weeks(ink: Ink, box: QRectF, say: Callable[[Message], str]) -> float:
    """Paint six weeks to tick, a box for each day."""
    y = ink.write(box, say(Message("pictures.label.six-weeks")), 9, ink.palette.muted) + 4
    beside = _WEEKS // 2
    width = (box.width() - 2 * GAP * (beside - 1)) / beside
    tick = _TICK * ink.scale
    names = [say(Message("pictures.label.week", number=week + 1)) for week in range(_WEEKS)]
    room = max(ink.width(name, 9) for name in names) + 6
    apart = min(5.0, (width - room - _DAYS * tick) / (_DAYS - 1))
    for week, name in enumerate(names):
        row, column = divmod(week, beside)
        left, top = box.left() + column * (width + 2 * GAP), y + row * (tick + 7)
        ink.write(QRectF(left, top + tick / 2 - 6 * ink.scale, room + 40, 0), name, 9)
        for day in range(_DAYS):
            ink.frame(QRectF(left + room + day * (tick + apart), top, tick, tick))
    return y + _WEEKS / beside * (tick + 7) - 7


def paint_notes(
    ink: Ink,
    box: QRectF,
    request: PageRequest,
    say: Callable[[Message], str],
    *,
    with_note: bool = True,
) -> float:
    """Write name and note, or rule lines for them, and at the foot what is no medical advice.

    The lines go down to the foot of the box, and without a note there are two at least.
    """
    typed = request.note if with_note else ""
    medical = say(Message("pictures.medical"))
    dry = Ink(ink.painter, ink.palette, ink.scale, dry=True)
    foot = box.bottom() - (dry.write(box, medical, 8) - box.top())
    middle = box.left() + box.width() * 0.68
    top, lowest = box.top(), box.top() + LINE
    for label, text, left, right in (
        ("pictures.label.for", request.name, box.left(), middle - GAP),
        ("pictures.label.date", "", middle, box.right()),
    ):
        said = say(Message(label))
        ink.write(QRectF(left, top + 5, right - left, 0), said, 9, ink.palette.muted)
        begin = left + ink.width(said, 9) + 8
        end = ink.write(QRectF(begin, top + 2, right - begin, 0), text, 12, bold=True)
        lowest = max(lowest, end + 3)
        if not text:
            ink.rule(begin, right, top + LINE - 5)
    y = ink.write(below(box, lowest), say(Message("pictures.label.note")), 9, ink.palette.muted)
    y = ink.write(below(box, y + 1), typed, 10)
    if ink.dry:
        return y + (0 if typed else _LINES * LINE) + GAP + (box.bottom() - foot)
    while y + LINE < foot - 4:
        y += LINE
        ink.rule(box.left(), box.right(), y)
    ink.write(below(box, foot), medical, 8, ink.palette.muted)
    return box.bottom()


def below(box: QRectF, y: float) -> QRectF:
    """Return the part of a box below `y`."""
    return QRectF(box.left(), y, box.width(), box.bottom() - y)


def close_room(motion: Motion, t: float, *, marked: bool = False) -> Room:
    """Return the room of one moment, s, with air around it: as large as it can be shown.

    `marked` says whether a title is above it, which the line along its back must not cross.
    """
    room, stature = room_at(motion, t), motion.body.stature_m
    crossing = marked and motion.movement.label is Label.WRONG
    above = _AIR + (_BEYOND if crossing else 0.0)
    return room.with_room(
        Room(
            room.behind + _AIR * stature,
            room.ahead + _AIR * stature,
            room.above + above * stature,
            room.around,
        )
    )


def silent(actor: Actor) -> Actor:
    """Return an actor without a cue, for it is written elsewhere."""
    return msgspec.structs.replace(actor, cue="")
