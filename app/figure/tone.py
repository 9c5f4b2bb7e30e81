"""How dark each part of the body is: nearer parts are stronger, farther ones paler.

A tone is a number: 0 is the figure's own colour, 1 the near arm seen from the side, -1 what is on
the far side. Tones change smoothly as the figure moves and is turned.
"""

from __future__ import annotations

import math
from functools import lru_cache

from PySide6.QtGui import QColor

from app.body.skeleton import Skeleton
from app.body.vectors import Vec3
from app.figure.palette import Palette, blend
from app.figure.view import View

#: Where the bulk of the body is this far (statures) in front of the hips, its tone is 1.
_BEFORE_HIPS = 0.34
#: Behind the hips tones change by this much less, so that a figure seen from behind stays clear.
_BEHIND = 0.5
#: An arm this far (m) in front of or behind the trunk has its full tone.
_BEFORE_TRUNK = 0.12
#: Tones beyond 1 differ less and less; this many times the tone of 1 is never reached.
_DARKEST, _PALEST = 1.85, 1.55
_NEAR_BEND, _FAR_BEND = -math.log(1 - 1 / _DARKEST), -math.log(1 - 1 / _PALEST)
#: A far limb starts with this share of its tone; seen straight from the side, with all of it.
_ROOT, _STRAIGHT = 0.3, 0.9
#: Colours are cached for this many steps of a tone.
_STEPS = 32
#: How much of the card's colour a joint's marker takes on.
_SIGN = 0.24


class Tones:
    """Tones and colours of one figure in one view.

    Attributes:
        palette: the colours that are shaded.
        side: 0..1, how much the person is seen from the side.
    """

    def __init__(self, skeleton: Skeleton, view: View, palette: Palette) -> None:
        joints = skeleton.joints
        self.palette = palette
        self.side = abs(math.cos(math.radians(view.turn)))
        self._shades = palette.figure.rgb(), palette.near.rgb(), palette.far.rgb()
        straight = max(0.0, self.side - _STRAIGHT) / (1 - _STRAIGHT)
        self._root = _ROOT + (1 - _ROOT) * straight
        self._hip, c7 = skeleton.hip, joints["c7"]
        self._axis = x, y = c7.x - self._hip.x, c7.y - self._hip.y
        self._square = x * x + y * y
        self._nearer = view.nearer_x, view.nearer_z
        self._per_metre = self._nearer[0] / (_BEFORE_HIPS * skeleton.lengths.stature)
        near = view.depth(joints["hip_left"]) > view.depth(joints["hip_right"])
        self.near_side = "left" if near else "right"

    def of_bulk(self, at: Vec3) -> float:
        """Return the tone of trunk and head at a point, from how far it is in front of the hips."""
        tone = (at.x - self._hip.x) * self._per_metre
        return tone if tone > 0 else tone * _BEHIND

    def of_leg(self, at: Vec3, side: str, *, root: bool = False) -> float:
        """Return the tone of a leg at a joint (m) of its side; the far leg is pale from the side.

        With `root` the leg begins there, and has nearly the trunk's tone.
        """
        if side == self.near_side:
            return self.of_bulk(at)
        return self.of_bulk(at) - self.side * (self._root if root else 1.0)

    def of_arm(self, at: Vec3, side: str, *, root: bool = False) -> float:
        """Return the tone of an arm at a joint (m), from how far it is in front of the trunk.

        From the side the near arm is dark and the far one pale, wherever they are. With `root`
        the arm begins there, and the far one has nearly the trunk's tone.
        """
        hip, (axis_x, axis_y) = self._hip, self._axis
        along = ((at.x - hip.x) * axis_x + (at.y - hip.y) * axis_y) / self._square
        beside = min(max(along, 0.0), 1.0) * axis_x  # the trunk's axis is this far ahead there
        forward, aside = self._nearer
        before = (at.x - hip.x - beside) * forward + (at.z - hip.z) * aside
        before /= _BEFORE_TRUNK
        trunk = beside * self._per_metre
        trunk = trunk if trunk > 0 else trunk * _BEHIND
        least = 2 * self.side - 1
        if side == self.near_side:
            return trunk + max(min(max(before, -1.0), 1.0), least)
        most = self._root if root else 1.0
        return trunk + min(max(before, -most), 1.0, -least * most)

    def colour(self, tone: float) -> QColor:
        """Return the colour of a tone."""
        return _colour(*self._shades, round(tone * _STEPS))

    def sign(self, tone: float) -> QColor:
        """Return the colour of a faint marker on a tone."""
        return _sign(*self._shades, round(tone * _STEPS), self.palette.card.rgb())


@lru_cache(maxsize=256)
def _colour(figure: int, near: int, far: int, step: int) -> QColor:
    tone = step / _STEPS
    if tone >= 0:
        share = _DARKEST * (1 - math.exp(-_NEAR_BEND * tone))
        return blend(QColor(figure), QColor(near), share)
    share = _PALEST * (1 - math.exp(_FAR_BEND * tone))
    return blend(QColor(figure), QColor(far), share)


@lru_cache(maxsize=256)
def _sign(figure: int, near: int, far: int, step: int, card: int) -> QColor:
    return blend(_colour(figure, near, far, step), QColor(card), _SIGN)
