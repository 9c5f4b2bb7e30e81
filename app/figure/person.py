"""One person with wall, shadow and things, dressed, as a silhouette or as a stick figure."""

from __future__ import annotations

import math

from PySide6.QtGui import QPainter

from app.figure.actor import Actor
from app.figure.back_line import paint_back_line, paint_echoes
from app.figure.backdrop import paint_shadow, paint_wall
from app.figure.dressed import DressedPainter
from app.figure.figure import FigurePainter
from app.figure.look import Look
from app.figure.marks import MarkPainter
from app.figure.palette import Palette
from app.figure.pieces import Piece
from app.figure.props import prop_pieces
from app.figure.slot import Slot
from app.figure.view import View
from app.lessons.people import ANYONE, Person
from app.movement.props import PINCHED, PropKind
from app.movement.visibility import lit_by

_PINCHED_M = 0.05  # things held by the finger tips are no farther away, m


def paint_person(
    painter: QPainter,
    slot: Slot,
    actor: Actor,
    view: View,
    look: Look,
    palette: Palette,
    person: Person = ANYONE,
    *,
    grounded: bool = True,
) -> FigurePainter:
    """Paint one person with things and highlights; return the painted figure.

    Wall and shadow are painted only if it is `grounded`.
    """
    if grounded:
        if actor.wall_x is not None:
            paint_wall(painter, slot, actor.wall_x, view, palette)
        paint_shadow(painter, view, actor.skeleton, palette)
    figure = figure_of(actor, view, look, palette, person)
    if actor.echoes:
        paint_echoes(painter, figure, actor.echoes)
    stick = any(thing.kind is PropKind.STICK for thing in actor.props)
    figure.paint(
        painter, things_of(actor, figure), lambda on: paint_back_line(on, figure, stick=stick)
    )
    marks = MarkPainter(figure)
    if look.light:
        lit = {lit_by(check, actor.skeleton.pose.pressure) for check in actor.faults}
        # What is at fault is lit as such, once.
        marks.light(painter, [part for part in look.light if part.value not in lit])
    if actor.faults:
        marks.faults(painter, actor.faults)
    figure.paint_hip(painter)
    return figure


def figure_of(
    actor: Actor, view: View, look: Look, palette: Palette, person: Person = ANYONE
) -> FigurePainter:
    """Return the painter of an actor's figure."""
    given = actor.skeleton, view, palette, _pinching(actor), person
    if look.style == "stick":
        # With ghost and furniture, which load late as well, 8 ms of the start.
        from app.figure.stick import StickPainter

        figure: FigurePainter = StickPainter(*given)
    elif look.style == "silhouette":
        figure = FigurePainter(*given)
    else:
        figure = DressedPainter(*given)
    figure.label = actor.label
    return figure


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
    """Return the pieces of the things around an actor."""
    return [piece for placed in actor.props for piece in prop_pieces(placed, figure)]
