"""The frames of a shot, painted in the same way as on screen."""

from __future__ import annotations

from functools import partial, reduce
from typing import NamedTuple

import msgspec
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from app.body.form import Check, Pattern
from app.figure.actor import Actor
from app.figure.cast import cast
from app.figure.room import Room, room_of
from app.figure.scene import paint_scene
from app.lessons.model import Overlay
from app.movement.align import Alignment
from app.movement.model import Label, MoveKind
from app.movement.playback import SEAM_S
from app.picture.kind import Size
from app.picture.png import paint_image
from app.picture.shot import Shot

#: How long right or wrong is announced before the figure moves, and its fade at the end, s.
ANNOUNCE_S, FADE_S = 1.4, 0.3
#: How long the bottom is held, s; longer where a sentence is read there.
HOLD_S, READ_S = 1.0, 3.0
#: Before the bottom, s of the movement, is the bottom as well: no frame may hit it exactly.
_NEAR_S = 1e-6
_SAME_S = 1e-3


class Frame(NamedTuple):
    """One frame of a moving picture.

    Attributes:
        begin, end: from when to when it is seen, s.
        position: the moment of the movement, s on the shot's clock.
        announce: the opacity of right or wrong in front of the figure, 0..1.
        held: whether it is the bottom that is held, where the difference is written.
    """

    begin: float
    end: float
    position: float
    announce: float = 0.0
    held: bool = False


class Reel:
    """Paints the moments of a shot.

    Attributes:
        shot: the shot.
        alignment: the clock of its movements.
        bottom: when the first of them is at its lowest, s on that clock.
    """

    def __init__(self, shot: Shot) -> None:
        self.shot = shot
        self.alignment = Alignment(shot.motions)
        first = shot.motions[0]
        self.bottom = self.alignment.position_of(0, first.ends[first.deepest_phase])

    @property
    def has_marks(self) -> bool:
        """Whether anything in it is right or wrong."""
        return self.shot.look.badges and any(
            motion.movement.label is not Label.NEUTRAL for motion in self.shot.motions
        )

    @property
    def shared_room(self) -> Room:
        """The room all of it takes: one scale for several pictures of it."""
        return reduce(Room.with_room, map(room_of, self.shot.motions))

    def frames(self, *, announced: bool) -> list[Frame]:
        """Return the frames of one loop: the movement once, its bottom held, then a natural pause.

        Right and wrong may be announced before it moves. In an endless loop the badges say it: a
        plate in front of the figure each time round would hide it.
        """
        fps = self.shot.fps
        before = ANNOUNCE_S if announced and self.has_marks else 0.0
        told = round(before * fps)
        positions = self._positions()
        frames = []
        for index in range(told + len(positions)):
            t = index / fps
            announce = min(1.0, max(0.0, (before - t) / FADE_S))
            position, held = positions[max(0, index - told)]
            frames.append(Frame(t, (index + 1) / fps, position, announce, held))
        return frames

    def _positions(self) -> list[tuple[float, bool]]:
        """Return the moment of each frame, and whether it is the bottom that is held."""
        seconds, step = self.alignment.seconds, self.shot.speed / self.shot.fps
        moving = max(1, round((seconds + SEAM_S) / step))
        positions = [min(index * step, seconds) for index in range(moving)]
        until = self._held_until()
        if until is None:
            return [(position, False) for position in positions]
        first = next((i for i, p in enumerate(positions) if p >= self.bottom - _NEAR_S), moving - 1)
        after = next((i for i, p in enumerate(positions) if p > until), len(positions))
        wanted = READ_S if self.shot.difference else HOLD_S
        held = max(round(wanted * self.shot.fps), after - first)
        bottom = [(self.bottom, True)] * held
        before, rest = positions[:first], positions[after:]
        return [*((p, False) for p in before), *bottom, *((p, False) for p in rest)]

    def _held_until(self) -> float | None:
        """Return until when the movement itself stays at the bottom, s; None where nothing holds.

        A swing is thrown on at its lowest point, and haste that stands still is none.
        """
        movements = [motion.movement for motion in self.shot.motions]
        if any(movement.pattern is Pattern.SWING for movement in movements):
            return None
        if len(movements) == 1 and Check.UNHURRIED in movements[0].breaks:
            return None
        bands = self.alignment.bands
        holding = (band for band in bands if abs(band.begin - self.bottom) < _SAME_S)
        return max((b.end for b in holding if b.kind is MoveKind.HOLD), default=self.bottom)

    def actors(self, position: float) -> list[Actor]:
        """Return the actors at a moment of the clock, s."""
        moments = zip(self.shot.motions, self.alignment.times(position), strict=True)
        path = Overlay.PATH in self.shot.look.overlays
        return [cast(motion, t, cue=self.shot.cues, path=path) for motion, t in moments]

    def paint(
        self,
        painter: QPainter,
        area: QRectF,
        position: float,
        announce: float = 0.0,
        held: bool = False,
    ) -> None:
        """Paint a moment into an area; where it is `held`, with the difference in words."""
        look = self.shot.look
        sentence = self.shot.difference if held and self.shot.cues else ""
        if announce or sentence:
            look = msgspec.structs.replace(look, announce=announce, sentence=sentence)
        paint_scene(painter, area, self.actors(position), look, self.shot.palette)

    def image(
        self,
        position: float,
        announce: float = 0.0,
        size: Size | None = None,
        *,
        held: bool = False,
    ) -> QImage:
        """Return a moment as an image of the shot's size, or of another."""
        paint = partial(self.paint, position=position, announce=announce, held=held)
        return paint_image(paint, size or self.shot.size)
