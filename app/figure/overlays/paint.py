"""Draw the chosen overlays of figures, so that none covers another."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QPainter

from app.figure.actor import Actor
from app.figure.figure import FigurePainter
from app.figure.look import Look
from app.figure.overlays.angles import paint_angles, paint_hip_angle
from app.figure.overlays.back import paint_back
from app.figure.overlays.canvas import Canvas
from app.figure.overlays.load import paint_load
from app.figure.overlays.muscles import paint_muscles
from app.figure.overlays.notes import Notes
from app.figure.overlays.path import paint_path
from app.figure.overlays.reaction import paint_reaction
from app.figure.overlays.shin import paint_shin
from app.figure.overlays.weight import paint_weight
from app.figure.palette import Palette
from app.figure.slot import Slot
from app.lessons.model import Overlay

#: In the order they are drawn: areas below lines, lines below numbers.
_PAINTED: dict[Overlay, Callable[[Canvas], None]] = {
    Overlay.MUSCLES: paint_muscles,
    Overlay.PATH: paint_path,
    Overlay.BACK: paint_back,
    Overlay.SHIN: paint_shin,
    Overlay.REACTION: paint_reaction,
    Overlay.WEIGHT: paint_weight,
    Overlay.HIP: paint_hip_angle,
    Overlay.ANGLES: paint_angles,
    Overlay.LOAD: paint_load,
}
_UPRIGHT_N = 1e-6


def paint_overlays(
    painter: QPainter,
    slot: Slot,
    seen: list[tuple[Actor, FigurePainter, float]],
    look: Look,
    palette: Palette,
    samples: Sequence[QBrush | None] = (None,),
) -> Notes:
    """Draw the chosen overlays of the figures of one slot; return the notes written.

    Args:
        painter: the painter to use.
        slot: where to draw.
        seen: the actors, their painted figures, and the opacity (0..1) of each with its overlays.
        look: which overlays to draw.
        palette: the colours of text.
        samples: the figures' fillings, where there are two.
    """
    area, edge = slot.area, slot.margin * 0.4
    space = QRectF(area.left(), slot.head - slot.margin * 0.5, area.width(), 0)
    space.setBottom(slot.cue_y)
    # Not too large for a small figure.
    notes = Notes(
        space.adjusted(edge, 0, -edge, 0), _note_size(slot, seen), painter.font(), palette
    )
    for actor, figure, _ in seen:
        notes.keep_off_body(figure, actor.props)
    for (actor, figure, strength), sample in zip(seen, samples, strict=True):
        painter.setOpacity(strength)
        canvas = Canvas(painter, figure, actor.path, look.words, notes, sample)
        paint_on_canvas(canvas, look.overlays)
    painter.setOpacity(1.0)
    if not slot.tiny:
        notes.paint(painter)
    return notes


def _note_size(slot: Slot, seen: list[tuple[Actor, FigurePainter, float]]) -> float:
    """Return the size of notes, pixels."""
    figure = seen[0][1]
    return max(11.0, min(slot.text * 0.9, figure.pixels(0.07)))


def paint_on_canvas(canvas: Canvas, overlays: Collection[Overlay]) -> None:
    """Draw the chosen overlays; the notes are only collected."""
    for overlay, paint in _PAINTED.items():
        if overlay not in overlays or (overlay is Overlay.HIP and Overlay.ANGLES in overlays):
            continue
        if overlay is Overlay.WEIGHT and Overlay.REACTION in overlays:
            # Where nothing pulls, the reaction runs along the plumb line.
            pulled = abs(canvas.skeleton.pose.pull) > _UPRIGHT_N
            paint_weight(canvas, plumb=pulled)
        else:
            paint(canvas)
