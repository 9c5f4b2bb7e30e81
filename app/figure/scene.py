"""A whole picture: floor, wall, one or two figures, their marks and what is written of them."""

from __future__ import annotations

import math
from typing import Literal

import msgspec
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QPainter, QPen

from app.body.form import is_back_flat
from app.body.skeleton import Skeleton
from app.body.vectors import Vec3
from app.figure.backdrop import CORNER, paint_backdrop, paint_shadow, paint_wall
from app.figure.captions import Caption, paint_badges, paint_cues, paint_mark
from app.figure.figure import FigurePainter
from app.figure.palette import Palette
from app.figure.pieces import Piece
from app.figure.room import Room, usual_room
from app.figure.slot import Slot, divide
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
        opacity: 0..1, how strongly the second of them is seen then; at 0 only the first is, at 1
            only the second.
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
    overlaid = look.overlaid and len(actors) == 2
    columns = 1 if overlaid else max(1, len(actors))
    deep = 2 if overlaid else 1
    cues = deep if any(actor.cue for actor in actors) else 0
    slots = _slots(area, columns, deep, cues, look)
    paint_backdrop(painter, area, slots[0].floor_y, palette)
    if not actors:
        return
    room = look.room or _shared_room(actors)
    if overlaid:
        _paint_overlaid(painter, slots[0], actors, room, look, palette)
        return
    for slot, actor in zip(slots, actors, strict=True):
        view = slot.view(room, look.turn, look.mirror)
        view.density = density_of(painter)
        painter.save()
        painter.setClipRect(slot.area.toAlignedRect())
        figure = paint_person(painter, slot, actor, view, look, palette)
        if look.lines:
            # Loaded with the first overlay: the first page opens without one.
            from app.figure.overlays.paint import paint_lines

            paint_lines(painter, slot, [(actor, figure, 1.0)], look, palette)
        painter.restore()
        _paint_captions(painter, slot, [caption_of(actor, look)], look, palette, view, actor)
    for slot in slots[1:]:
        painter.setPen(QPen(palette.line, 1))
        x = slot.area.left()
        painter.drawLine(QPointF(x, area.top() + 16), QPointF(x, area.bottom() - 16))


def density_of(painter: QPainter) -> float:
    """Return how many pixels of what is painted on one of the painter's is across, 1 at least."""
    return max(1.0, painter.deviceTransform().m11())


def view_of(area: QRectF, actor: Actor, look: Look) -> View:
    """Return the view in which one actor alone is painted into `area`, for what is laid over."""
    (slot,) = _slots(area, 1, 1, 1 if actor.cue else 0, look)
    return slot.view(look.room or _shared_room([actor]), look.turn, look.mirror)


def _slots(area: QRectF, columns: int, deep: int, cues: int, look: Look) -> list[Slot]:
    badges = deep if look.badges else 0
    # A picture that gives the room is a small one among others.
    return divide(area, columns, badges=badges, cues=cues, bare=look.room is not None)


def _shared_room(actors: list[Actor]) -> Room:
    """Return room for all of them, so that they have one scale: they are compared."""
    room = usual_room(max(actor.skeleton.lengths.stature for actor in actors))
    for actor in actors:
        room = room.with_room(actor.room) if actor.room else room
    return room


def paint_person(
    painter: QPainter,
    slot: Slot,
    actor: Actor,
    view: View,
    look: Look,
    palette: Palette,
    *,
    grounded: bool = True,
) -> FigurePainter:
    """Paint one person with wall, shadow, things and lit parts; return who was painted.

    Args:
        painter: with what.
        slot: where.
        actor: who.
        view: from where.
        look: what is lit.
        palette: in which colours.
        grounded: whether wall and shadow are painted.
    """
    if grounded:
        if actor.wall_x is not None:
            paint_wall(painter, slot, actor.wall_x, view, palette)
        paint_shadow(painter, view, actor.skeleton, palette)
    figure = figure_of(actor, view, look, palette)
    figure.paint(painter, things_of(actor, figure))
    flat = is_back_flat(actor.skeleton.lumbar_percent)
    figure.paint_spine(painter, palette.right if flat else palette.wrong, _SPINE)
    if look.light:
        from app.figure.marks import MarkPainter

        MarkPainter(figure).light(painter, look.light)
    figure.paint_hip(painter)
    return figure


def figure_of(actor: Actor, view: View, look: Look, palette: Palette) -> FigurePainter:
    """Return who paints an actor."""
    if look.style == "stick":
        # Loaded when it is first chosen.
        from app.figure.stick import StickPainter

        return StickPainter(actor.skeleton, view, palette, _pinching(actor))
    return FigurePainter(actor.skeleton, view, palette, _pinching(actor))


def caption_of(actor: Actor, look: Look, sample: QBrush | None = None) -> Caption:
    """Return what is written about an actor."""
    word = look.words.of(actor.label) if look.badges or look.announce else ""
    return Caption(actor.label, word, actor.title, actor.cue, sample)


def _paint_captions(
    painter: QPainter,
    slot: Slot,
    captions: list[Caption],
    look: Look,
    palette: Palette,
    view: View,
    actor: Actor,
) -> None:
    if look.badges:
        paint_badges(painter, slot, captions, palette)
    paint_cues(painter, slot, captions, palette)
    if look.announce > 0:
        from app.figure.announcement import announce

        trunk = view.point(actor.skeleton.joints["t12l1"]).y()
        announce(painter, slot, trunk, captions, look.announce, palette)


def _paint_overlaid(
    painter: QPainter,
    slot: Slot,
    actors: list[Actor],
    room: Room,
    look: Look,
    palette: Palette,
) -> None:
    """Paint two actors in one place."""
    from app.figure.ghost import paint_two, samples_of

    view = slot.view(room, look.turn, look.mirror)
    view.density = density_of(painter)
    painter.save()
    painter.setClipRect(slot.area.toAlignedRect())
    seen = paint_two(painter, slot, actors, view, look, palette)
    # Who is seen alone is as everywhere else: no sample tells whose words are whose.
    alone = len(seen) == 1
    samples = (None,) if alone else samples_of(actors, palette)
    if look.lines:
        from app.figure.overlays.paint import paint_lines

        paint_lines(painter, slot, seen, look, palette, samples)
    painter.restore()
    shown = [actor for actor, _, _ in seen]
    captions = [
        caption_of(actor, look, sample) for actor, sample in zip(shown, samples, strict=True)
    ]
    _paint_captions(painter, slot, captions, look, palette, view, shown[0])


def _pinching(actor: Actor) -> list[str]:
    joints = actor.skeleton.joints
    return [
        side
        for thing in actor.props
        if thing.kind in PINCHED
        for side in ("left", "right")
        if math.dist(joints[f"hand_{side}"], thing.at) < _PINCHED_M
    ]


def things_of(actor: Actor, figure: FigurePainter) -> list[Piece]:
    """Return what to paint for the things around an actor."""
    if not actor.props:
        return []
    # Loaded with the first thing that is shown: most pages open without one.
    from app.figure.props import prop_pieces

    return [piece for placed in actor.props for piece in prop_pieces(placed, figure)]


__all__ = ["CORNER", "Actor", "Look", "Style", "paint_mark", "paint_scene", "view_of"]
