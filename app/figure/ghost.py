"""Two figures in one place: the second over the first, striped and translucent as a whole."""

from __future__ import annotations

import math
from functools import lru_cache

import msgspec
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QTransform

from app.figure.actor import Actor
from app.figure.backdrop import paint_shadow, paint_wall
from app.figure.dress import Dress, Stuff
from app.figure.figure import FigurePainter
from app.figure.look import Look
from app.figure.palette import Palette, blend
from app.figure.person import paint_person, things_of
from app.figure.pieces import paint_pieces
from app.figure.slot import Slot
from app.figure.view import View
from app.movement.model import Label
from app.movement.props import Placed

#: From the first opacity of the second figure on, the first one fades; from the other on, the
#: second takes on its own colours.
_FIRST_FADES, _TINT_FADES = 0.5, 0.75
_TINTED = 0.62
_SAME_M = 0.01  # things no farther apart are in the same place, m
_AROUND = 0.14  # no part of a body is farther from its joints, fraction of stature
_STRIPES = 0.018  # their distance, fraction of stature


def paint_two(
    painter: QPainter, slot: Slot, actors: list[Actor], view: View, look: Look, palette: Palette
) -> list[tuple[Actor, FigurePainter, float]]:
    """Paint two actors; return the visible ones, as painted, and how strongly (0..1)."""
    first, second = actors
    share = min(1.0, max(0.0, look.opacity))
    people = {0.0: look.person(0), 1.0: look.person(1)}
    if share in (0.0, 1.0):
        only = second if share else first
        return [(only, paint_person(painter, slot, only, view, look, palette, people[share]), 1.0)]
    fade = min(1.0, (1 - share) / (1 - _FIRST_FADES))
    tint = min(1.0, (1 - share) / (1 - _TINT_FADES))
    colours = tinted(palette, second.label, tint)
    shared = [thing for thing in second.props if _find(thing, first.props)]
    _paint_ground(painter, slot, actors, view, palette, fade, share)
    box = _box(slot, actors, view)
    if fade == 1.0:
        one = paint_person(painter, slot, first, view, look, palette, people[0], grounded=False)
    else:
        if shared:
            only_shared = msgspec.structs.replace(first, props=tuple(shared))
            figure = FigurePainter(first.skeleton, view, palette)
            paint_pieces(painter, things_of(only_shared, figure))
        layer = _Layer(painter, box)
        rest = tuple(thing for thing in first.props if not _find(thing, shared))
        one = paint_person(
            layer.painter, slot, msgspec.structs.replace(first, props=rest), view, look, palette,
            people[0], grounded=False,
        )  # fmt: skip
        layer.lay(painter, fade)
    layer = _Layer(painter, box)
    rest = tuple(thing for thing in second.props if thing not in shared)
    alone = msgspec.structs.replace(second, props=rest)
    two = paint_person(layer.painter, slot, alone, view, look, colours, people[1], grounded=False)
    layer.stripe(stripes(second.label, palette, _spacing(view, second, layer.ratio)), tint)
    layer.lay(painter, share)
    return [(first, one, fade), (second, two, share)]


def tinted(palette: Palette, label: Label, strength: float = 1.0) -> Palette:
    """Return the colours of a figure over another, tinted with its label's colour."""
    tint = _tint(label, palette)
    body = {
        name: blend(getattr(palette, name), tint, _TINTED * strength)
        for name in ("figure", "near", "far")
    }
    return msgspec.structs.replace(
        palette, **body, hip=blend(palette.hip, tint, strength), wash=(tint, _TINTED * strength)
    )


def samples_of(actors: list[Actor], look: Look, palette: Palette) -> list[QBrush]:
    """Return the fillings of two figures, for the badges; a dressed one's is its shirt."""
    label = actors[1].label
    striped = QBrush(stripes(label, palette, 5))
    first, second = palette.figure, tinted(palette, label).figure
    if look.style == "person":
        first = Dress(look.person(0), palette).colour(Stuff.SHIRT)
        second = Dress(look.person(1), tinted(palette, label)).colour(Stuff.SHIRT)
    striped.setColor(second)
    return [QBrush(first), striped]


def stripes(label: Label, palette: Palette, spacing: int) -> QImage:
    """Return a tile of slanted stripes, `spacing` pixels apart."""
    light = blend(_tint(label, palette), palette.card, 0.55)
    return _stripes(spacing, light.rgb())


@lru_cache(maxsize=8)
def _stripes(spacing: int, colour: int) -> QImage:
    tile = QImage(spacing, spacing, QImage.Format.Format_ARGB32_Premultiplied)
    tile.fill(0)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), spacing * 0.24))
    for shift in (-spacing, 0, spacing):
        # A little longer than the tile, so that the stripes continue in the next one.
        painter.drawLine(shift - 1, spacing + 1, shift + spacing + 1, -1)
    painter.end()
    return tile


class _Layer:
    """A transparent picture over a part of another one, in the same pixels.

    Attributes: painter: paints into it, in the coordinates of the other.
        ratio: how many of its pixels make up one of the other's.
    """

    def __init__(self, over: QPainter, area: QRectF) -> None:
        self.ratio = ratio = over.device().devicePixelRatio()
        place = over.worldTransform() * QTransform.fromScale(ratio, ratio)
        # Whole pixels, so that it ends up where it was painted.
        box = place.mapRect(area).toAlignedRect()
        self._corner = box.topLeft()
        self._image = QImage(box.size(), QImage.Format.Format_ARGB32_Premultiplied)
        self._image.fill(0)
        self.painter = QPainter(self._image)
        self.painter.setRenderHints(over.renderHints())
        self.painter.setWorldTransform(place * QTransform.fromTranslate(-box.left(), -box.top()))

    def stripe(self, tile: QImage, strength: float) -> None:
        """Draw stripes over what was painted."""
        painter = self.painter
        painter.resetTransform()
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
        painter.setOpacity(0.55 * strength)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(tile))
        painter.drawRect(self._image.rect())

    def lay(self, over: QPainter, strength: float) -> None:
        """Lay it over the other picture, equally strong (0..1) everywhere."""
        self.painter.end()
        over.save()
        over.resetTransform()
        over.setOpacity(strength)
        self._image.setDevicePixelRatio(self.ratio)
        over.drawImage(QPointF(self._corner) / self.ratio, self._image)
        over.restore()


def _paint_ground(
    painter: QPainter,
    slot: Slot,
    actors: list[Actor],
    view: View,
    palette: Palette,
    fade: float,
    share: float,
) -> None:
    """Paint walls and shadows; those in the same place only once."""
    first, second = actors
    walls = [(first.wall_x, fade), (second.wall_x, share)]
    both = first.wall_x is not None and second.wall_x is not None
    if both and abs((first.wall_x or 0.0) - (second.wall_x or 0.0)) < _SAME_M:
        walls = [(first.wall_x, 1.0)]
    for wall, strength in walls:
        if wall is not None:
            painter.setOpacity(strength)
            paint_wall(painter, slot, wall, view, palette)
    feet = [f"{end}_{side}" for end in ("heel", "toe") for side in ("left", "right")]
    joints = first.skeleton.joints, second.skeleton.joints
    apart = max(math.dist(joints[0][end], joints[1][end]) for end in feet)
    shadows = [(first, fade), (second, share)] if apart > 5 * _SAME_M else [(first, 1.0)]
    for actor, strength in shadows:
        painter.setOpacity(strength)
        paint_shadow(painter, view, actor.skeleton, palette)
    painter.setOpacity(1.0)


def _box(slot: Slot, actors: list[Actor], view: View) -> QRectF:
    """Return the part of a slot that the figures and their things take."""
    if any(actor.props for actor in actors):
        return slot.area
    seen = [skeleton for actor in actors for skeleton in (actor.skeleton, *actor.echoes)]
    points = [view.point(at) for skeleton in seen for at in skeleton.joints.values()]
    xs, ys = [at.x() for at in points], [at.y() for at in points]
    around = _AROUND * actors[0].skeleton.lengths.stature * view.scale
    box = QRectF(QPointF(min(xs), min(ys)), QPointF(max(xs), max(ys)))
    return box.adjusted(-around, -around, around, around).intersected(slot.area)


def _tint(label: Label, palette: Palette) -> QColor:
    return {Label.RIGHT: palette.right, Label.WRONG: palette.wrong}.get(label, palette.cloth)


def _spacing(view: View, actor: Actor, ratio: float) -> int:
    """Return how far apart a figure's stripes are, in pixels of its layer."""
    return round(max(6.0, _STRIPES * actor.skeleton.lengths.stature * view.scale) * ratio)


def _find(thing: Placed, among: tuple[Placed, ...] | list[Placed]) -> bool:
    """Return whether the same thing is in the same place among others."""
    return any(
        other.kind is thing.kind
        and math.dist(other.at, thing.at) < _SAME_M
        and math.dist(other.to, thing.to) < _SAME_M
        for other in among
    )
