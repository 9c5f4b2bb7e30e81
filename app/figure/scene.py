"""A whole picture: floor, wall, one or two figures side by side, their marks and badges."""

from __future__ import annotations

import math
from typing import Literal

import msgspec
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QPolygonF,
)

from app.body.form import is_back_flat
from app.body.skeleton import Skeleton
from app.body.vectors import Vec3
from app.figure.backdrop import CORNER, paint_backdrop, paint_shadow, paint_wall
from app.figure.figure import FigurePainter
from app.figure.marks import MarkPainter
from app.figure.palette import Palette
from app.figure.pieces import Piece
from app.figure.room import Room, usual_room
from app.figure.view import View
from app.figure.words import Words
from app.lessons.model import Line, Part
from app.movement.model import Label
from app.movement.props import PINCHED, Placed

Style = Literal["silhouette", "stick"]

_SPINE = 0.011
_PINCHED_M = 0.05  # what is pinched is no farther from the finger tips, m


class Actor(msgspec.Struct, frozen=True):
    """One figure and what is said about it.

    Attributes:
        skeleton: its pose.
        label: right, wrong or neutral.
        title: the movement's name.
        cue: what to do at this moment.
        wall_x: where its wall stands, m; None without one.
        props: the things around it, where they are at this moment.
        room: what its whole movement reaches; None: what people usually do.
        path: where the middle of the hips goes during the whole movement, m; for `Line.PATH`.
    """

    skeleton: Skeleton
    label: Label
    title: str
    cue: str
    wall_x: float | None = None
    props: tuple[Placed, ...] = ()
    room: Room | None = None
    path: tuple[Vec3, ...] = ()


class Look(msgspec.Struct, frozen=True):
    """How the actors are seen.

    Attributes:
        turn: deg; 0 from the side, 90 from the front.
        mirror: facing left.
        light, lines: what to point at.
        style: the body as a silhouette, or a plain stick figure.
        overlaid: the actors stand in one place, the second over the first, instead of side by
            side.
        opacity: 0..1, how strongly the second of them is seen then.
        words: what is written.
        announce: 0..1, how strongly the label stands before the figure, before it moves.
        badges: whether labels and titles are written.
        room: what is in view; None: what the actors' movements take.
    """

    turn: float = 0.0
    mirror: bool = False
    light: tuple[Part, ...] = ()
    lines: tuple[Line, ...] = ()
    style: Style = "silhouette"
    overlaid: bool = False
    opacity: float = 0.5
    words: Words = Words()
    announce: float = 0.0
    badges: bool = True
    room: Room | None = None


def paint_scene(
    painter: QPainter, area: QRectF, actors: list[Actor], look: Look, palette: Palette
) -> None:
    """Paint the actors into `area`, in pixels."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    floor_y = _floor_y(area, look)
    paint_backdrop(painter, area, floor_y, palette)
    if not actors:
        return
    width = area.width() / len(actors)
    room = look.room or _shared_room(actors)
    for index, actor in enumerate(actors):
        slot = QRectF(area.left() + index * width, area.top(), width, area.height())
        view = _view(slot, floor_y, room, look)
        _paint_actor(painter, slot, floor_y, actor, view, look, palette)
    if len(actors) > 1:
        painter.setPen(QPen(palette.line, 1))
        x = area.center().x()
        painter.drawLine(QPointF(x, area.top() + 16), QPointF(x, area.bottom() - 16))


def view_of(area: QRectF, actor: Actor, look: Look) -> View:
    """Return the view in which one actor alone is painted into `area`, for what is laid over."""
    return _view(area, _floor_y(area, look), _shared_room([actor]), look)


def _floor_y(area: QRectF, look: Look) -> float:
    # A picture that gives the room is a small one among others, with no cue on its floor.
    return area.bottom() - max(0.0 if look.room else 44.0, area.height() * 0.13)


def _shared_room(actors: list[Actor]) -> Room:
    """Return room for all of them, so that they have one scale: they are compared."""
    room = usual_room(max(actor.skeleton.lengths.stature for actor in actors))
    for actor in actors:
        room = room.with_room(actor.room) if actor.room else room
    return room


def _view(slot: QRectF, floor_y: float, room: Room, look: Look) -> View:
    """Return the view in which a room fits a slot of the picture."""
    head_room = 64.0 if look.badges else min(24.0, slot.height() * 0.06)
    # The feet stand a little below the floor's far edge, as on a floor seen from eye height.
    ground = floor_y + (slot.bottom() - floor_y) * 0.22
    # The same scale from every side, so that the figure does not grow as it is turned.
    across = room.behind + room.ahead
    scale = max(1.0, min((ground - slot.top() - head_room) / room.above, slot.width() / across))
    view = View(0, ground, scale, look.turn, look.mirror)
    middle = slot.center().x() - (room.ahead - room.behind) / 2 * scale * view.ahead
    return View(middle, ground, scale, look.turn, look.mirror)


def _paint_actor(
    painter: QPainter,
    slot: QRectF,
    floor_y: float,
    actor: Actor,
    view: View,
    look: Look,
    palette: Palette,
) -> None:
    painter.save()
    painter.setClipRect(slot.toAlignedRect())
    if actor.wall_x is not None:
        paint_wall(painter, slot, actor.wall_x, view, palette)
    paint_shadow(painter, view, actor.skeleton, palette)
    figure = FigurePainter(actor.skeleton, view, palette, _pinching(actor))
    figure.paint(painter, _things(actor, figure))
    flat = is_back_flat(actor.skeleton.lumbar_percent)
    figure.paint_spine(painter, palette.right if flat else palette.wrong, _SPINE)
    marks = MarkPainter(figure, look.words)
    marks.light(painter, look.light)
    figure.paint_hip(painter)
    marks.lines(painter, look.lines)
    painter.restore()
    _paint_words(painter, slot, floor_y, actor, look, palette)
    if look.announce > 0 and look.words.of(actor.label):
        # Before the trunk: the head stays in view.
        trunk = view.point(actor.skeleton.joints["t12l1"]).y()
        _announce(painter, slot, trunk, actor, look, palette)


def _pinching(actor: Actor) -> list[str]:
    joints = actor.skeleton.joints
    return [
        side
        for thing in actor.props
        if thing.kind in PINCHED
        for side in ("left", "right")
        if math.dist(joints[f"hand_{side}"], thing.at) < _PINCHED_M
    ]


def _things(actor: Actor, figure: FigurePainter) -> list[Piece]:
    if not actor.props:
        return []
    # Loaded with the first thing that is shown: most pages open without one.
    from app.figure.props import prop_pieces

    return [piece for placed in actor.props for piece in prop_pieces(placed, figure)]


def _paint_words(
    painter: QPainter, slot: QRectF, floor_y: float, actor: Actor, look: Look, palette: Palette
) -> None:
    size = _text_size(slot)
    if look.badges:
        _paint_badge(
            painter, QPointF(slot.left() + 20, slot.top() + 18), size, actor, look, palette
        )
    if actor.cue:
        font = _font(painter, size)
        painter.setFont(font)
        painter.setPen(palette.ink)
        top = floor_y + (slot.bottom() - floor_y) * 0.42
        room = QRectF(slot.left() + 12, top, slot.width() - 24, slot.bottom() - top - 6)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, actor.cue)


def _paint_badge(
    painter: QPainter, at: QPointF, size: float, actor: Actor, look: Look, palette: Palette
) -> None:
    x, word = at.x(), look.words.of(actor.label)
    title = _font(painter, size * 0.9)
    if word:
        colour = _colour(actor.label, palette)
        radius = size * 0.65
        paint_mark(painter, at + QPointF(radius, radius), radius, actor.label, palette)
        bold = _font(painter, size, bold=True)
        painter.setFont(bold)
        painter.setPen(colour)
        x += size * 1.75
        metrics = QFontMetricsF(bold)
        painter.drawText(QPointF(x, at.y() + size * 0.65 + metrics.capHeight() / 2), word)
        x += metrics.horizontalAdvance(word) + size * 0.7
    painter.setFont(title)
    painter.setPen(palette.muted)
    rise = QFontMetricsF(title).capHeight() / 2
    painter.drawText(QPointF(x, at.y() + size * 0.65 + rise), actor.title)


def _announce(
    painter: QPainter,
    slot: QRectF,
    middle_y: float,
    actor: Actor,
    look: Look,
    palette: Palette,
) -> None:
    word = look.words.of(actor.label)
    painter.save()
    painter.setOpacity(min(1.0, look.announce))
    big = _text_size(slot) * 1.7
    font = _font(painter, big, bold=True)
    words = QFontMetricsF(font).horizontalAdvance(word)
    width, height = words + big * 3.6, big * 2.6
    plate = QRectF(0, 0, width, height)
    plate.moveCenter(QPointF(slot.center().x(), middle_y))
    painter.setPen(QPen(_colour(actor.label, palette), 2))
    painter.setBrush(palette.card)
    painter.drawRoundedRect(plate, CORNER, CORNER)
    middle = QPointF(plate.left() + big * 1.35, plate.center().y())
    paint_mark(painter, middle, big * 0.62, actor.label, palette)
    painter.setFont(font)
    painter.setPen(_colour(actor.label, palette))
    rest = plate.adjusted(big * 2.3, 0, 0, 0)
    painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, word)
    painter.restore()


def paint_mark(
    painter: QPainter, centre: QPointF, radius: float, label: Label, palette: Palette
) -> None:
    """Draw a tick or a cross in a disc."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_colour(label, palette))
    painter.drawEllipse(centre, radius, radius)
    pen = QPen(palette.on_right, radius * 0.30)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if label is Label.RIGHT:
        shape = [(-0.42, 0.05), (-0.10, 0.36), (0.44, -0.32)]
        painter.drawPolyline(QPolygonF([centre + QPointF(x, y) * radius for x, y in shape]))
    else:
        for x in (0.36, -0.36):
            tip = QPointF(x, 0.36) * radius
            painter.drawLine(centre - tip, centre + tip)


def _text_size(slot: QRectF) -> float:
    return min(26.0, max(15.0, slot.height() / 34))


def _colour(label: Label, palette: Palette) -> QColor:
    return palette.right if label is Label.RIGHT else palette.wrong


def _font(painter: QPainter, size: float, *, bold: bool = False) -> QFont:
    font = QFont(painter.font())
    font.setPixelSize(round(size))
    font.setBold(bold)
    return font


__all__ = ["CORNER", "Actor", "Look", "Style", "paint_mark", "paint_scene", "view_of"]
