"""A teaching picture on a body: the actors in each panel, still or at a moment of one clock."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from app.body.anthropometry import Body
from app.figure.actor import Actor
from app.figure.cast import cast
from app.figure.room import Room, room_at, room_of
from app.lessons.model import Overlay
from app.lessons.picture import Panel, Picture
from app.movement.align import Alignment
from app.movement.model import Label, Movement
from app.movement.motion import Motion, motion_on

#: Space beside and above the figures, fractions of stature; more where numbers are written.
_BESIDE, _ABOVE, _FOR_NUMBERS = 0.05, 0.03, 0.10
_NUMBERS = (Overlay.HIP, Overlay.ANGLES)


class Sheet:
    """A picture, and its movements worked out for a body.

    Attributes:
        picture: what it shows and says.
        body: the body shown.
    """

    def __init__(self, picture: Picture, movements: Mapping[str, Movement], body: Body) -> None:
        self.picture, self.body = picture, body
        #: What each panel shows; nothing if its movement's file is broken.
        self._motions = [_motions(panel, movements, body) for panel in picture.panels]

    @cached_property
    def moments(self) -> list[list[Actor]]:
        """The actors in each panel of the still picture."""
        return [
            [_actor(motion, t, panel) for motion, t in zip(motions, times, strict=True)]
            for panel, motions, times in zip(
                self.picture.panels, self._motions, self._times, strict=True
            )
        ]

    def moments_at(self, position: float) -> list[list[Actor]]:
        """Return who stands in each panel at `position` s of the moving picture."""
        times = iter(self._alignment.times(position))
        return [
            [_actor(motion, next(times), panel) for motion in motions]
            for panel, motions in zip(self.picture.panels, self._motions, strict=True)
        ]

    @property
    def seconds(self) -> float:
        """How long the moving picture takes once, s."""
        return self._alignment.seconds

    @cached_property
    def still_room(self) -> Room:
        """The room every panel of the still picture shows, on one scale for all."""
        room = Room(0.0, 0.0, 0.0)
        for motions, times in zip(self._motions, self._times, strict=True):
            for motion, t in zip(motions, times, strict=True):
                room = room.with_room(room_at(motion, t))
        return self._airy(room)

    @cached_property
    def moving_room(self) -> Room:
        """The room every panel of the moving picture shows."""
        room = self.still_room
        for motion in self.motions:
            room = room.with_room(room_of(motion))
        return self._airy(room)

    @cached_property
    def marked(self) -> bool:
        """Whether right and wrong are marked: if nothing is wrong, ticks mean nothing."""
        return any(motion.movement.label is Label.WRONG for motion in self.motions)

    @property
    def motions(self) -> tuple[Motion, ...]:
        """All movements of all panels."""
        return tuple(motion for motions in self._motions for motion in motions)

    @cached_property
    def _alignment(self) -> Alignment:
        return Alignment(self.motions)

    @cached_property
    def _times(self) -> list[tuple[float, ...]]:
        """For each panel, the moments of its movements, s from their starts."""
        return [
            _panel_times(panel, motions)
            for panel, motions in zip(self.picture.panels, self._motions, strict=True)
        ]

    def _airy(self, room: Room) -> Room:
        lines = {line for panel in self.picture.panels for line in panel.overlay}
        stature = self.body.stature_m
        beside = stature * (_BESIDE + (_FOR_NUMBERS if lines.intersection(_NUMBERS) else 0.0))
        return Room(room.behind + beside, room.ahead + beside, room.above + stature * _ABOVE)


def _motions(panel: Panel, movements: Mapping[str, Movement], body: Body) -> list[Motion]:
    found = [motion_on(body, movements.get(name)) for name in panel.movements]
    return [motion for motion in found if motion is not None]


def _panel_times(panel: Panel, motions: list[Motion]) -> tuple[float, ...]:
    if not motions:
        return ()
    first = motions[0].time_of(panel.at.phase, panel.at.fraction)
    clock = Alignment(motions)
    return clock.times(clock.position_of(0, first))


def _actor(motion: Motion, t: float, panel: Panel) -> Actor:
    return cast(motion, t, cue=False, path=Overlay.PATH in panel.overlay)
