"""A movement's keys as poses, before a body's limits are applied."""

from __future__ import annotations

import math

from app.body.anthropometry import Body, segments
from app.body.form import Check
from app.body.pose import Aim, Arm, Foot, Grip, Pose
from app.body.vectors import Vec3
from app.movement.model import ArmFile, FootFile, Key, Movement
from app.movement.props import PROP_DEFAULTS, Prop

#: The default body's lumbar range, for which the files state their lumbar angles, deg.
_LUMBAR_RANGE = Body().lumbar_deg
#: A right movement uses no more than this share of the body's lumbar range.
_FLAT_SHARE = 0.45


class Intent:
    """What a movement asks of one body.

    Attributes:
        flat_lumbar: the most lumbar flexion (deg) of a right movement on this body.
    """

    def __init__(self, movement: Movement, body: Body) -> None:
        self._movement, self._own_lumbar = movement, body.lumbar_deg
        self._foot_m = segments(body).foot
        self.flat_lumbar = _FLAT_SHARE * body.lumbar_deg

    def pose(
        self, key: Key, lean: float, knee: float, ahead: float, places: dict[str, Vec3]
    ) -> Pose:
        """Return a key's pose.

        Args:
            key: what is asked for.
            lean, knee: thorax lean and knee flexion, deg, in place of the key's.
            ahead: how far the feet are from where they stood at the start, m.
            places: where reaching hands come down, by side, m, as far as known.
        """
        loads = {"left": 0.0, "right": 0.0}
        pull = 0.0
        for prop in self._movement.props:
            pull += prop.newtons
            share = 1.0 if prop.grip is None else key.carry or 0.0
            for side in loads:
                if prop.held_by(side):
                    loads[side] += prop.kg * share * (0.5 if prop.hands == "both" else 1.0)
        weight = {"left": -1.0, "right": 1.0}.get(key.weight or "both", 0.0)
        left, right = self._aim(key, "left", places), self._aim(key, "right", places)
        return Pose(
            knee=knee,
            thorax=lean,
            lumbar=self._lumbar(key.lumbar or 0.0),
            thoracic=key.thoracic or 0.0,
            neck=key.neck or 0.0,
            pressure=key.pressure or 0.0,
            weight=weight,
            trail=key.trail or 0.0,
            left_load=loads["left"],
            right_load=loads["right"],
            pull=pull,
            left_foot=self._foot(key, key.left_foot, ahead),
            right_foot=self._foot(key, key.right_foot, ahead),
            left_arm=Arm(left, left),
            right_arm=Arm(right, right),
        )

    def _foot(self, key: Key, stated: FootFile | None, ahead: float) -> Foot:
        heels, toes = key.heels or 0.0, key.toes or 0.0
        tilted = math.degrees(math.asin((toes - heels) / self._foot_m))
        if stated is None:
            return Foot(ahead, heels, tilted)
        return Foot(stated.forward + ahead, stated.up + heels, stated.pitch + tilted)

    def _lumbar(self, stated: float) -> float:
        """Return the lumbar flexion (deg) this body shows for the stated one."""
        own = self._own_lumbar
        if Check.FLAT_BACK in self._movement.breaks:
            return min(stated * own / _LUMBAR_RANGE, own)
        return min(stated * min(1.0, own / _LUMBAR_RANGE), self.flat_lumbar)

    def _aim(self, key: Key, side: str, places: dict[str, Vec3]) -> Aim:
        held = [prop for prop in self._movement.props if prop.held_by(side)]
        closed = any(prop.grip is None or key.carry for prop in held)
        if key.reach and side in places:
            return Aim(Grip.POINT, point=places[side], fist=closed)
        apart = apart_of(held[0]) if held else Aim().apart
        stated = key.left_arm if side == "left" else key.right_arm
        if isinstance(stated, ArmFile) and stated.at is not None:
            return Aim(Grip.POINT, apart, point=Vec3(*stated.at), fist=closed)
        if isinstance(stated, ArmFile):
            return Aim(Grip.ANGLE, apart, stated.shoulder or 0.0, stated.elbow, fist=closed)
        room = PROP_DEFAULTS[held[0].kind].room if held else 0.0
        return Aim(Grip(stated or "hang"), apart, fist=closed, room=room)


def apart_of(prop: Prop) -> float:
    """Return how far from the middle (fraction of stature) hands hold a thing."""
    return Aim().apart if prop.apart is None else prop.apart
