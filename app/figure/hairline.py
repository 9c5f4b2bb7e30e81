"""Hair: where it begins on the skull, and how it stands off or hangs from it."""

from __future__ import annotations

import math

import msgspec
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF

from app.figure.outline import catmull_rom
from app.figure.solid import Oval
from app.lessons.people import Hair

#: As in `app.figure.anatomy`, and how far to the person's right.
Solid = tuple[float, float, float, float, float, float]
Direction = tuple[float, float, float]

_CURVE, _RIM = 40, 14


class Hairline(msgspec.Struct, frozen=True):
    """One way to wear hair.

    Attributes:
        curve: the edge between skin and hair on a ball: ahead, up and to the right, from the
            forehead down to the nape; the left side is the same.
        towards: a direction the hair lies in.
        mop: solids that hold the hair on the skull.
        behind: solids of hair at the back of the head.
        lock: a solid of hair over each ear, which is bare where there is none.
    """

    curve: tuple[Direction, ...]
    towards: Direction
    mop: tuple[Solid, ...]
    behind: tuple[Solid, ...] = ()
    lock: tuple[Solid, ...] = ()

    def face(self, skull: Oval, half: tuple[float, ...], near: Direction) -> QPolygonF:
        """Return the visible skin of a skull.

        Args:
            skull: the solid; its half axes point ahead, along the head's axis, and aside.
            half: their lengths.
            near: how much nearer to the viewer each of these three directions leads.
        """
        # Where the viewer is, with the solid as a unit ball.
        viewer = _unit(tuple(n / h for n, h in zip(near, half, strict=True)))
        ring = self._ring()
        seen = [_dot(at, viewer) > 0 for at in ring]
        if all(seen):
            return _placed(ring, skull)
        if not any(seen):
            whole = _dot(viewer, self.towards) < 0
            return _placed(_rim(viewer, None, None, self.towards), skull) if whole else QPolygonF()
        count = len(ring)
        begin = next(i for i in range(count) if seen[i] and not seen[i - 1])
        run = []
        index = begin
        while seen[index % count] and index < begin + count:
            run.append(ring[index % count])
            index += 1
        first = _to_rim(run[0], ring[begin - 1], viewer)
        last = _to_rim(run[-1], ring[index % count], viewer)
        arc = _rim(viewer, last, first, self.towards)
        return _placed([first, *run, last, *arc], skull)

    def _ring(self) -> list[Direction]:
        right = list(self.curve)
        count = _CURVE // 2
        rows = [catmull_rom(list(row), count) for row in zip(*right, strict=True)]
        half = [_unit(at) for at in zip(*rows, strict=True)]
        return half + [(x, y, -z) for x, y, z in half[-2:0:-1]]


def _rim(
    viewer: Direction, start: Direction | None, end: Direction | None, hair: Direction
) -> list[Direction]:
    """Return the rim of a ball between two of its points, on the side without hair; or all."""
    u = _unit(_cross(viewer, (0.0, 1.0, 0.0) if abs(viewer[1]) < 0.9 else (1.0, 0.0, 0.0)))
    v = _cross(viewer, u)

    def at(angle: float) -> Direction:
        c, s = math.cos(angle), math.sin(angle)
        return (u[0] * c + v[0] * s, u[1] * c + v[1] * s, u[2] * c + v[2] * s)

    if start is None or end is None:
        return [at(math.tau * i / (2 * _RIM)) for i in range(2 * _RIM)]
    begin = math.atan2(_dot(start, v), _dot(start, u))
    turn = (math.atan2(_dot(end, v), _dot(end, u)) - begin) % math.tau
    if _dot(at(begin + turn / 2), hair) > _dot(at(begin + turn / 2 + math.pi), hair):
        turn -= math.tau
    return [at(begin + turn * i / _RIM) for i in range(1, _RIM)]


def _to_rim(seen: Direction, hidden: Direction, viewer: Direction) -> Direction:
    """Return where the way from a visible point to a hidden one passes the rim."""
    a, b = _dot(seen, viewer), _dot(hidden, viewer)
    share = a / (a - b)
    return _unit(tuple(s + (h - s) * share for s, h in zip(seen, hidden, strict=True)))


def _placed(points: list[Direction], solid: Oval) -> QPolygonF:
    return QPolygonF(
        [
            QPointF(
                solid.x + x * solid.ax + y * solid.bx + z * solid.cx,
                solid.y + x * solid.ay + y * solid.by + z * solid.cy,
            )
            for x, y, z in points
        ]
    )


def _dot(a: Direction, b: Direction) -> float:
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def _cross(a: Direction, b: Direction) -> Direction:
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def _unit(at: tuple[float, ...]) -> Direction:
    length = math.sqrt(sum(part * part for part in at)) or 1.0
    return (at[0] / length, at[1] / length, at[2] / length)


_EARS_BARE = (
    (0.74, 0.67, 0.0), (0.72, 0.61, 0.32), (0.58, 0.52, 0.62), (0.46, 0.32, 0.83),
    (0.30, 0.10, 0.95), (0.22, -0.18, 0.96), (0.02, -0.34, 0.94), (-0.12, -0.58, 0.80),
    (-0.32, -0.84, 0.44), (-0.45, -0.89, 0.0),
)  # fmt: skip
_BACK_UP = (-0.80, 0.60, 0.0)
HAIRLINES: dict[Hair, Hairline] = {
    Hair.SHORT: Hairline(
        _EARS_BARE, _BACK_UP, ((-0.0075, 0.0890, 0.0530, 0.0515, 0.0455, 0.0),)
    ),
    Hair.CROPPED: Hairline(
        _EARS_BARE, _BACK_UP, ((-0.0048, 0.0830, 0.0540, 0.0535, 0.0437, 0.0),)
    ),
    Hair.RECEDING: Hairline(
        (
            (0.42, 0.90, 0.0), (0.56, 0.76, 0.30), (0.34, 0.66, 0.66), (0.34, 0.34, 0.86),
            *_EARS_BARE[4:],
        ),
        _BACK_UP, ((-0.0060, 0.0845, 0.0535, 0.0530, 0.0445, 0.0),),
    ),
    Hair.CURLY: Hairline(
        _EARS_BARE, _BACK_UP,
        ((-0.0060, 0.0960, 0.0560, 0.0560, 0.0560, 0.0),),
    ),
    Hair.BOB: Hairline(
        (
            (0.72, 0.69, 0.0), (0.70, 0.58, 0.36), (0.58, 0.44, 0.68), (0.46, 0.14, 0.87),
            (0.46, -0.25, 0.85), (0.42, -0.62, 0.66), (0.30, -0.92, 0.28), (0.25, -0.96, 0.0),
        ),
        (-0.90, 0.42, 0.0),
        ((-0.0060, 0.0880, 0.0535, 0.0530, 0.0470, 0.0),),
        ((-0.0160, 0.0800, 0.0440, 0.0500, 0.0470, 0.0),
         (-0.0230, 0.0330, 0.0270, 0.0220, 0.0420, 0.0)),
        ((-0.0060, 0.0850, 0.0260, 0.0400, 0.0070, 0.0410),
         (-0.0080, 0.0360, 0.0210, 0.0220, 0.0070, 0.0400)),
    ),
    Hair.BUN: Hairline(
        _EARS_BARE, _BACK_UP, ((-0.0060, 0.0860, 0.0535, 0.0525, 0.0450, 0.0),),
        ((-0.0330, 0.1330, 0.0215, 0.0205, 0.0230, 0.0),),
    ),
}  # fmt: skip
