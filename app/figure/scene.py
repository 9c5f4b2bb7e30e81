"""A whole picture: floor, wall, one or two figures side by side, their marks and badges."""

from __future__ import annotations

import math
from functools import lru_cache

import msgspec
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPen,
    QPolygonF,
    QTransform,
)

from app.body.form import is_back_flat
from app.body.skeleton import Skeleton, Vec3
from app.figure.figure import FigurePainter
from app.figure.marks import MarkPainter
from app.figure.outline import polygon
from app.figure.palette import Palette
from app.figure.view import View
from app.lessons.model import Line, Part
from app.movement.model import Label

CORNER = 12.0
_MIDDLE_AHEAD = 0.075  # what a hinging figure reaches farther ahead than behind, in statures
_SPINE = 0.011
#: What lies outside a rounded corner of radius 1 whose tip is at the origin.
_OUTSIDE_CORNER = polygon(
    [(0, 0)] + [(1 - math.sin(a), 1 - math.cos(a)) for a in (math.pi / 2 * i / 8 for i in range(9))]
)
_SHADOW_RINGS = 16
_WALL_BREADTH, _WALL_THICK = 1.4, 0.09  # m


class Actor(msgspec.Struct, frozen=True):
    """One figure and what is said about it.

    Attributes:
        skeleton: its pose.
        label: right, wrong or neutral.
        word: the label as a word; empty for a neutral one.
        title: the movement's name.
        cue: what to do at this moment.
        wall_x: where its wall stands, m; None without one.
    """

    skeleton: Skeleton
    label: Label
    word: str
    title: str
    cue: str
    wall_x: float | None = None


class Look(msgspec.Struct, frozen=True):
    """How the actors are seen.

    Attributes:
        turn: deg; 0 from the side, 90 from the front.
        mirror: facing left.
        light, lines: what to point at.
        degrees: how a hip angle is written.
        announce: 0..1, how strongly the label stands before the figure, before it moves.
        badges: whether labels and titles are written.
    """

    turn: float = 0.0
    mirror: bool = False
    light: tuple[Part, ...] = ()
    lines: tuple[Line, ...] = ()
    degrees: str = "{angle}°"
    announce: float = 0.0
    badges: bool = True


def paint_scene(
    painter: QPainter, area: QRectF, actors: list[Actor], look: Look, palette: Palette
) -> None:
    """Paint the actors into `area`, in pixels."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    floor_y = area.bottom() - max(44.0, area.height() * 0.13)
    _paint_room(painter, area, floor_y, palette)
    if not actors:
        return
    width = area.width() / len(actors)
    for index, actor in enumerate(actors):
        slot = QRectF(area.left() + index * width, area.top(), width, area.height())
        _paint_actor(painter, slot, floor_y, actor, look, palette)
    if len(actors) > 1:
        painter.setPen(QPen(palette.line, 1))
        x = area.center().x()
        painter.drawLine(QPointF(x, area.top() + 16), QPointF(x, area.bottom() - 16))


def _paint_room(painter: QPainter, area: QRectF, floor_y: float, palette: Palette) -> None:
    # Not by `fillRect`: PySide would define all gradients for it, 1.5 ms of the start.
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.card)
    painter.drawRect(area)
    painter.setBrush(palette.floor)
    painter.drawRect(QRectF(area.left(), floor_y, area.width(), area.bottom() - floor_y))
    # Rounding the corners of the paper over it is quicker than filling a rounded card.
    painter.setBrush(palette.paper)
    for x, y, right, down in (
        (area.left(), area.top(), 1, 1),
        (area.right(), area.top(), -1, 1),
        (area.left(), area.bottom(), 1, -1),
        (area.right(), area.bottom(), -1, -1),
    ):
        place = QTransform(right * CORNER, 0, 0, down * CORNER, x, y)
        painter.drawPolygon(place.map(_OUTSIDE_CORNER))


def _paint_actor(
    painter: QPainter, slot: QRectF, floor_y: float, actor: Actor, look: Look, palette: Palette
) -> None:
    stature = actor.skeleton.lengths.stature
    head_room = 64.0 if look.badges else 24.0
    # The feet stand a little below the floor's far edge, as on a floor seen from eye height.
    ground = floor_y + (slot.bottom() - floor_y) * 0.22
    tall = (ground - slot.top() - head_room) / stature
    wide = slot.width() / (0.80 * stature)
    scale = max(1.0, min(tall, wide))
    view = View(0, ground, scale, look.turn, look.mirror)
    middle = slot.center().x() - _MIDDLE_AHEAD * stature * scale * view.ahead
    view = View(middle, ground, scale, look.turn, look.mirror)
    painter.save()
    painter.setClipRect(slot.toAlignedRect())
    if actor.wall_x is not None:
        _paint_wall(painter, slot, actor.wall_x, view, palette)
    _paint_shadow(painter, view, stature, palette)
    figure = FigurePainter(actor.skeleton, view, palette)
    figure.paint(painter)
    flat = is_back_flat(actor.skeleton.lumbar_percent)
    figure.paint_spine(painter, palette.right if flat else palette.wrong, _SPINE)
    marks = MarkPainter(figure, look.degrees)
    marks.light(painter, look.light)
    figure.paint_hip(painter)
    marks.lines(painter, look.lines)
    painter.restore()
    _paint_words(painter, slot, floor_y, actor, look, palette)
    if look.announce > 0 and actor.word:
        # Before the trunk: the head stays in view.
        trunk = view.point(actor.skeleton.joints["t12l1"]).y()
        _announce(painter, slot, trunk, actor, look.announce, palette)


def _paint_wall(
    painter: QPainter, slot: QRectF, wall_x: float, view: View, palette: Palette
) -> None:
    faces = [view.point(Vec3(wall_x, 0.0, z)) for z in (-_WALL_BREADTH / 2, _WALL_BREADTH / 2)]
    backs = [face.x() - _WALL_THICK * view.scale * view.ahead for face in faces]
    edges = [*backs, *(face.x() for face in faces)]
    top, foot = slot.top() + 12, faces[0].y()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.line)
    wall = QRectF(QPointF(min(edges), top), QPointF(max(edges), foot))
    painter.drawRoundedRect(wall, 2, 2)
    painter.setPen(QPen(palette.muted, max(1.5, 0.008 * view.scale)))
    for face in faces:
        painter.drawLine(QPointF(face.x(), top), face)


def _paint_shadow(painter: QPainter, view: View, stature: float, palette: Palette) -> None:
    across = round(0.26 * stature * view.scale)
    shadow = _shadow(across, round(across * 0.115), palette.shadow.rgb())
    middle = QPointF(view.x + 0.03 * stature * view.scale * view.ahead, view.y)
    painter.drawImage(middle - QPointF(shadow.width() / 2, shadow.height() / 2), shadow)


@lru_cache(maxsize=8)
def _shadow(across: int, deep: int, colour: int) -> QImage:
    """Return a soft ellipse; painted once for each size, for it costs as much as the figure."""
    image = QImage(2 * across + 2, 2 * deep + 2, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    shade = QColor(colour)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    # Each ring replaces what is under it: Qt starts threads to blend something this small.
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    for ring in range(_SHADOW_RINGS):
        shade.setAlphaF(1 - (1 - 1.6 / _SHADOW_RINGS) ** (ring + 1))
        painter.setBrush(shade)
        share = 1 - ring / _SHADOW_RINGS
        painter.drawEllipse(QPointF(across + 1, deep + 1), across * share, deep * share)
    painter.end()
    return image


def _paint_words(
    painter: QPainter, slot: QRectF, floor_y: float, actor: Actor, look: Look, palette: Palette
) -> None:
    size = _text_size(slot)
    if look.badges:
        _paint_badge(painter, QPointF(slot.left() + 20, slot.top() + 18), size, actor, palette)
    if actor.cue:
        font = _font(painter, size)
        painter.setFont(font)
        painter.setPen(palette.ink)
        top = floor_y + (slot.bottom() - floor_y) * 0.42
        room = QRectF(slot.left() + 12, top, slot.width() - 24, slot.bottom() - top - 6)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, actor.cue)


def _paint_badge(
    painter: QPainter, at: QPointF, size: float, actor: Actor, palette: Palette
) -> None:
    x = at.x()
    title = _font(painter, size * 0.9)
    if actor.word:
        colour = _colour(actor.label, palette)
        radius = size * 0.65
        paint_mark(painter, at + QPointF(radius, radius), radius, actor.label, palette)
        bold = _font(painter, size, bold=True)
        painter.setFont(bold)
        painter.setPen(colour)
        x += size * 1.75
        metrics = QFontMetricsF(bold)
        painter.drawText(QPointF(x, at.y() + size * 0.65 + metrics.capHeight() / 2), actor.word)
        x += metrics.horizontalAdvance(actor.word) + size * 0.7
    painter.setFont(title)
    painter.setPen(palette.muted)
    rise = QFontMetricsF(title).capHeight() / 2
    painter.drawText(QPointF(x, at.y() + size * 0.65 + rise), actor.title)


def _announce(
    painter: QPainter,
    slot: QRectF,
    middle_y: float,
    actor: Actor,
    strength: float,
    palette: Palette,
) -> None:
    painter.save()
    painter.setOpacity(min(1.0, strength))
    big = _text_size(slot) * 1.7
    font = _font(painter, big, bold=True)
    words = QFontMetricsF(font).horizontalAdvance(actor.word)
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
    painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, actor.word)
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
