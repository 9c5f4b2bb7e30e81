"""One person with wall, shadow and things, as a silhouette or a stick figure."""

from __future__ import annotations

import math

from PySide6.QtGui import QPainter

from app.body.form import is_back_flat
from app.figure.actor import Actor
from app.figure.backdrop import paint_shadow, paint_wall
from app.figure.figure import FigurePainter
from app.figure.look import Look
from app.figure.palette import Palette
from app.figure.pieces import Piece
from app.figure.slot import Slot
from app.figure.view import View
from app.movement.props import PINCHED

_SPINE = 0.011
_PINCHED_M = 0.05  # things held by the finger tips are no farther away, m


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
    """Paint one person with wall, shadow, things and highlights; return the painted figure.

    Args:
        painter: the painter to use.
        slot: where to paint.
        actor: the person.
        view: where it is seen from.
        look: its style, and what is highlighted.
        palette: the theme's colours.
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
    """Return the painter of an actor's figure."""
    if look.style == "stick":
        # Loaded when it is first chosen.
        from app.figure.stick import StickPainter

        return StickPainter(actor.skeleton, view, palette, _pinching(actor))
    return FigurePainter(actor.skeleton, view, palette, _pinching(actor))


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
    if not actor.props:
        return []
    # Loaded with the first thing that is shown: most pages open without one.
    from app.figure.props import prop_pieces

    return [piece for placed in actor.props for piece in prop_pieces(placed, figure)]
