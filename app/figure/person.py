"""One person with wall, shadow and things, dressed, as a silhouette or as a stick figure."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

from app.figure.actor import Actor
from app.figure.back_line import paint_back_line
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
from app.lessons.model import BodyPart
from app.lessons.people import ANYONE, Person
from app.movement.props import PINCHED, PropKind
from app.movement.visibility import Lit, lit_by

#: What a step lights in its own shape; for all else there are marks.
_SHAPED = {BodyPart.KNEES: Lit.KNEES, BodyPart.HEELS: Lit.HEELS, BodyPart.GLUTES: Lit.HIPS}
_BEFORE_M = 0.12  # what is in front of the body is at least this much nearer than the hip, m
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
        from app.figure.echoes import paint_echoes

        paint_echoes(painter, figure, actor.echoes)
    stick = any(thing.kind is PropKind.STICK for thing in actor.props)
    things = things_of(actor, figure)
    figure.paint(painter, things, lambda on: paint_back_line(on, figure, stick=stick))
    if look.light:
        # What is at fault is lit as such, once.
        lit = {name for name, colour in figure.lit.items() if colour == palette.wrong}
        MarkPainter(figure).light(painter, [part for part in look.light if part.value not in lit])
    if actor.faults:
        from app.figure.fault_arrows import paint_fault_arrows

        paint_fault_arrows(painter, figure, actor.faults)
    if not _hides_hip(things, figure):
        figure.paint_hip(painter)
    return figure


def _hides_hip(things: list[Piece], figure: FigurePainter) -> bool:
    """Return whether something opaque, such as a child held close, is in front of the hip."""
    hip = figure.skeleton.hip
    at, beyond = figure.view.point(hip), figure.view.depth(hip) + _BEFORE_M
    return any(
        patch.colour.alpha() == 255 and patch.shape.containsPoint(at, Qt.FillRule.OddEvenFill)
        for piece in things
        if piece.depth > beyond
        for patch in piece.patches
        if not patch.width
    )


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
    pressure = actor.skeleton.pose.pressure
    figure.lit = {_SHAPED[part]: palette.hip for part in look.light if part in _SHAPED} | {
        lit_by(check, pressure): palette.wrong for check in actor.faults
    }
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
