"""A whole picture: floor, wall, one or two figures, with overlays and texts."""

from __future__ import annotations

from functools import lru_cache

import msgspec
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QPainter, QPen

from app.figure.actor import Actor
from app.figure.announcement import announce
from app.figure.backdrop import paint_backdrop
from app.figure.captions import Caption, paint_badges, paint_cues
from app.figure.look import Look
from app.figure.palette import Palette
from app.figure.person import paint_person
from app.figure.room import Room, usual_room
from app.figure.slot import Slot, divide
from app.figure.view import View
from app.movement.model import Label


def paint_scene(
    painter: QPainter, area: QRectF, actors: list[Actor], look: Look, palette: Palette
) -> None:
    """Paint the actors into `area`, in pixels."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    overlaid = look.overlaid and len(actors) == 2
    columns = 1 if overlaid else max(1, len(actors))
    deep = 2 if overlaid else 1
    cues = deep if look.sentence or any(actor.cue for actor in actors) else 0
    slots = _slots(area, columns, deep, cues, look)
    paint_backdrop(painter, area, slots[0].floor_y, palette)
    if not actors:
        return
    room = look.room or _shared_room(actors)
    if overlaid:
        _paint_overlaid(painter, slots[0], actors, room, look, palette)
        _paint_sentence(painter, area, slots[0], look, palette)
        return
    for number, (slot, actor) in enumerate(zip(slots, actors, strict=True)):
        view = slot.view(room, look.turn, look.mirror)
        view.density = density_of(painter)
        painter.save()
        painter.setClipRect(slot.area.toAlignedRect())
        figure = paint_person(painter, slot, actor, view, look, palette, look.person(number))
        if look.overlays:
            # Loaded with the first overlay, 30 ms: the first page opens without one.
            from app.figure.overlays.paint import paint_overlays

            paint_overlays(painter, slot, [(actor, figure, 1.0)], look, palette)
        painter.restore()
        _paint_captions(painter, slot, [caption_of(actor, look)], look, palette, view, actor)
    for slot in slots[1:]:
        painter.setPen(QPen(palette.line, 1))
        x = slot.area.left()
        bottom = slots[0].floor_y if look.sentence else area.bottom() - 16
        painter.drawLine(QPointF(x, area.top() + 16), QPointF(x, bottom))
    _paint_sentence(painter, area, slots[0], look, palette)


def density_of(painter: QPainter) -> float:
    """Return how many pixels of what is painted on one of the painter's is across, 1 at least."""
    return max(1.0, painter.deviceTransform().m11())


def view_of(area: QRectF, actor: Actor, look: Look) -> View:
    """Return the view in which a single actor is painted into `area`, for drawing over it."""
    (slot,) = _slots(area, 1, 1, 1 if actor.cue else 0, look)
    return slot.view(look.room or _shared_room([actor]), look.turn, look.mirror)


def _slots(area: QRectF, columns: int, deep: int, cues: int, look: Look) -> list[Slot]:
    badges = deep if look.badges else 0
    # A picture with a given room is a small one among others.
    return divide(
        area, columns, badges=badges, cues=cues, text=look.text, bare=look.room is not None
    )


def _shared_room(actors: list[Actor]) -> Room:
    """Return room for all of them, so that they have one scale and can be compared."""
    stature = max(actor.skeleton.lengths.stature for actor in actors)
    return _room_for(stature, *(actor.room for actor in actors if actor.room))


@lru_cache(maxsize=16)
def _room_for(stature: float, *rooms: Room) -> Room:
    room = usual_room(stature)
    for other in rooms:
        room = room.with_room(other)
    return room


def caption_of(actor: Actor, look: Look, sample: QBrush | None = None) -> Caption:
    """Return the texts about an actor."""
    word = look.words.of(actor.label) if look.badges or look.announce else ""
    return Caption(actor.label, word, actor.title, actor.cue, sample)


def _paint_sentence(
    painter: QPainter, area: QRectF, slot: Slot, look: Look, palette: Palette
) -> None:
    """Write the sentence for all figures where their cues would be."""
    if look.sentence:
        caption = Caption(Label.NEUTRAL, "", "", look.sentence)
        paint_cues(painter, msgspec.structs.replace(slot, area=area), [caption], palette)


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
    if not look.sentence:
        paint_cues(painter, slot, captions, palette)
    if look.announce > 0:
        trunk = view.point(actor.skeleton.joints["t12l1"]).y()
        announce(painter, slot, trunk, captions, look.announce, palette)


def _paint_overlaid(
    painter: QPainter, slot: Slot, actors: list[Actor], room: Room, look: Look, palette: Palette
) -> None:
    """Paint two actors in one place."""
    from app.figure.ghost import paint_two, samples_of

    view = slot.view(room, look.turn, look.mirror)
    view.density = density_of(painter)
    painter.save()
    painter.setClipRect(slot.area.toAlignedRect())
    seen = paint_two(painter, slot, actors, view, look, palette)
    # A figure seen alone looks as it does everywhere else: no sample tells whose text is whose.
    alone = len(seen) == 1
    samples = (None,) if alone else samples_of(actors, look, palette)
    if look.overlays:
        from app.figure.overlays.paint import paint_overlays

        paint_overlays(painter, slot, seen, look, palette, samples)
    painter.restore()
    shown = [actor for actor, _, _ in seen]
    captions = [
        caption_of(actor, look, sample) for actor, sample in zip(shown, samples, strict=True)
    ]
    _paint_captions(painter, slot, captions, look, palette, view, shown[0])
