"""The things in a movement: held, picked up, or simply there."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from app.body.vectors import Vec3


class PropKind(StrEnum):
    """What a thing is."""

    KETTLEBELL = "kettlebell"
    DUMBBELL = "dumbbell"
    BAR = "bar"
    STICK = "stick"
    BAND = "band"
    BAG = "bag"
    PENCIL = "pencil"
    PHONE = "phone"
    DISH = "dish"
    PLANT = "plant"
    CHAIR = "chair"
    CHILD = "child"
    DISHWASHER = "dishwasher"
    DOOR = "door"
    SEESAW = "seesaw"
    ARROW = "arrow"
    STRING = "string"
    STEP = "step"


class PropDefaults(msgspec.Struct, frozen=True):
    """A kind's usual mass, kg, and how it is held.

    Attributes:
        kg: mass, kg.
        grip: height above its base, m.
        apart: how far the hands are from the body's middle, fraction of stature.
        room: how much farther in front of the legs than a thin bar it is held, m.
    """

    kg: float = 0.0
    grip: float = 0.0
    apart: float = 0.129
    room: float = 0.0


#: The kinds the hands hold.
PROP_DEFAULTS = {
    PropKind.KETTLEBELL: PropDefaults(12.0, 0.25, 0.025, 0.06),
    PropKind.DUMBBELL: PropDefaults(6.0, 0.075, 0.129, 0.06),
    PropKind.BAR: PropDefaults(10.0, 0.11, 0.140),
    PropKind.STICK: PropDefaults(0.4),
    PropKind.BAG: PropDefaults(5.0, 0.38),
    PropKind.PENCIL: PropDefaults(0.01, 0.01, 0.07),
    PropKind.PHONE: PropDefaults(0.2, 0.01, 0.07),
    PropKind.DISH: PropDefaults(0.5, 0.24, 0.07),
    PropKind.PLANT: PropDefaults(0.3, 0.12, 0.02),
    PropKind.CHAIR: PropDefaults(5.0, 0.45, 0.125),
    PropKind.CHILD: PropDefaults(11.0, 0.55, 0.06),
}
#: Held with the finger tips rather than in the palm.
PINCHED = frozenset({PropKind.PENCIL, PropKind.PHONE, PropKind.DISH})


class Prop(msgspec.Struct, frozen=True):
    """One thing of a movement.

    Attributes:
        kind: what it is.
        kg: its mass, kg.
        hands: `left`, `right`, `both`, or nothing.
        grip: height at which it is held where it stands, m; None where the hands hold it from
            the start, or never.
        ahead: where it stands, m forward of the ankles; None for where the hands come down.
        apart: how far the hands hold it from the body's middle, fraction of stature.
        newtons: how hard it pulls the hips backward, N.
        height: how high it is, m.
        part: the part of the body an arrow stands at.
    """

    kind: PropKind
    kg: float = 0.0
    hands: str = ""
    grip: float | None = None
    ahead: float | None = None
    apart: float | None = None
    newtons: float = 0.0
    height: float = 0.0
    part: str = ""

    def held_by(self, side: str) -> bool:
        """Return whether that hand holds it, whenever it is held."""
        return self.hands in (side, "both")


def held_at(prop: Prop) -> str:
    """Return the joint that holds a thing: the finger tips or the palm."""
    return "hand" if prop.kind in PINCHED else "palm"


class Placed(msgspec.Struct, frozen=True):
    """A thing at its place at one moment.

    Attributes:
        kind: what it is.
        at: where it is held or stands, m.
        to: its other end, m, where it has one; else the same.
        lean: how it is turned, deg.
    """

    kind: PropKind
    at: Vec3
    to: Vec3
    lean: float = 0.0
