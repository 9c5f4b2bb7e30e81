"""What a picture shows: movements on one clock, their look, size and speed."""

from __future__ import annotations

import msgspec

from app.figure.look import Look
from app.figure.palette import Palette
from app.movement.motion import Motion
from app.picture.kind import Size

#: How fast a moving picture may play, as a factor of the movement's own speed.
SLOWEST, FASTEST = 0.25, 4.0
#: Frames per second of a moving picture: fewer look like stills, more do not fit into a GIF.
FEWEST_FPS, MOST_FPS = 5, 50


class Shot(msgspec.Struct, frozen=True):
    """A request for a picture.

    Attributes:
        motions: one movement on its body, or two on one clock.
        look: how they are shown; its `announce` is set frame by frame.
        palette: the theme's colours.
        size: px.
        fps: frames per second of a moving picture.
        speed: a factor of the movement's own, for a moving picture.
        cues: whether the phase's cue is written under the figure.
        difference: what tells two movements apart, written while the bottom is held; empty for
            nothing.
    """

    motions: tuple[Motion, ...]
    look: Look
    palette: Palette
    size: Size
    fps: int = 25
    speed: float = 1.0
    cues: bool = True
    difference: str = ""
