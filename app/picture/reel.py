"""The frames of a shot, painted in the same way as on screen."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

import msgspec
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from app.figure.actor import Actor
from app.figure.cast import cast
from app.figure.scene import paint_scene
from app.lessons.model import Overlay
from app.movement.align import Alignment
from app.movement.model import Label
from app.movement.playback import SEAM_S
from app.picture.kind import Size
from app.picture.png import paint_image
from app.picture.shot import Shot

#: How long right or wrong is announced before the figure moves, and its fade at the end, s.
ANNOUNCE_S, FADE_S = 1.4, 0.3


class Frame(NamedTuple):
    """One frame of a moving picture.

    Attributes:
        begin, end: from when to when it is seen, s.
        position: the moment of the movement, s on the shot's clock.
        announce: the opacity of right or wrong in front of the figure, 0..1.
    """

    begin: float
    end: float
    position: float
    announce: float = 0.0


class Reel:
    """Paints the moments of a shot.

    Attributes:
        shot: the shot.
        alignment: the clock of its movements.
    """

    def __init__(self, shot: Shot) -> None:
        self.shot = shot
        self.alignment = Alignment(shot.motions)

    @property
    def has_marks(self) -> bool:
        """Whether anything in it is right or wrong."""
        return self.shot.look.badges and any(
            motion.movement.label is not Label.NEUTRAL for motion in self.shot.motions
        )

    def frames(self, *, announced: bool) -> list[Frame]:
        """Return the frames of one loop: the movement once, then a natural pause.

        Right and wrong may be announced before it moves. In an endless loop the badges say it: a
        plate in front of the figure each time round would hide it.
        """
        fps, speed = self.shot.fps, self.shot.speed
        before = ANNOUNCE_S if announced and self.has_marks else 0.0
        told = round(before * fps)
        moving = max(1, round((self.alignment.seconds + SEAM_S) / speed * fps))
        frames = []
        for index in range(told + moving):
            t = index / fps
            announce = min(1.0, max(0.0, (before - t) / FADE_S))
            position = min(max(0, index - told) / fps * speed, self.alignment.seconds)
            frames.append(Frame(t, (index + 1) / fps, position, announce))
        return frames

    def actors(self, position: float) -> list[Actor]:
        """Return the actors at a moment of the clock, s."""
        moments = zip(self.shot.motions, self.alignment.times(position), strict=True)
        path = Overlay.PATH in self.shot.look.overlays
        return [cast(motion, t, cue=self.shot.cues, path=path) for motion, t in moments]

    def paint(
        self, painter: QPainter, area: QRectF, position: float, announce: float = 0.0
    ) -> None:
        """Paint a moment into an area."""
        look = self.shot.look
        if announce:
            look = msgspec.structs.replace(look, announce=announce)
        paint_scene(painter, area, self.actors(position), look, self.shot.palette)

    def image(self, position: float, announce: float = 0.0, size: Size | None = None) -> QImage:
        """Return a moment as an image of the shot's size, or of another."""
        paint = partial(self.paint, position=position, announce=announce)
        return paint_image(paint, size or self.shot.size)
