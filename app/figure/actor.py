"""One figure of a picture, and what is said about it."""

from __future__ import annotations

import msgspec

from app.body.form import Check
from app.body.skeleton import Skeleton
from app.body.vectors import Vec3
from app.figure.room import Room
from app.movement.model import Label
from app.movement.props import Placed


class Actor(msgspec.Struct, frozen=True):
    """One figure and what is said about it.

    Attributes:
        skeleton: its pose.
        label: right, wrong or neutral.
        title: the movement's name.
        cue: what to do at this moment.
        wall_x: where its wall stands, m; None without one.
        props: the things around it, where they are at this moment.
        room: the room its whole movement takes; None for the usual room.
        path: where the middle of the hips goes during the whole movement, m; for `Overlay.PATH`.
        faults: the form checks that an incorrect movement fails at this moment.
        echoes: how it stood just before, the latest first, where it hurries.
    """

    skeleton: Skeleton
    label: Label
    title: str
    cue: str
    wall_x: float | None = None
    props: tuple[Placed, ...] = ()
    room: Room | None = None
    path: tuple[Vec3, ...] = ()
    faults: tuple[Check, ...] = ()
    echoes: tuple[Skeleton, ...] = ()
