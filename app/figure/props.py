"""The things held, drawn; furniture and signs are in `furniture`."""

from __future__ import annotations

import math
from collections.abc import Callable

from app.body.vectors import Vec3, between
from app.figure.figure import FigurePainter
from app.figure.outline import catmull_rom
from app.figure.pieces import Piece
from app.figure.sketch import Sketch, moved, seen_through
from app.movement.props import Placed, PropKind

#: A held thing is in front of the trunk when level with its middle, m.
_LEVEL = -0.03
#: A bar's discs let the hands and shins behind them show through.
_DISC_COVERS = 0.62
#: How far a kettlebell's handle is turned away from the arms, so that it is always visible.
_HANDLE_TURN = math.radians(48)
#: Half the handle of a kettlebell: aside from the middle and down from the grip, m.
_HANDLE = list(
    zip(
        catmull_rom([0.0, 0.042, 0.074, 0.086, 0.072], 9),
        catmull_rom([0.0, 0.002, 0.018, 0.052, 0.105], 9),
        strict=True,
    )
)
_BELL_RADIUS, _GRIP_TO_BELL = 0.095, 0.155


def prop_pieces(placed: Placed, figure: FigurePainter) -> list[Piece]:
    """Return the pieces of a thing around a figure."""
    if placed.kind not in _HELD and placed.kind is not PropKind.BAR:
        # Loaded with the first thing that stands about, as these are with the first of all.
        from app.figure.furniture import FURNITURE

        return FURNITURE[placed.kind](placed, figure)
    if placed.kind is PropKind.BAR:
        return _bar(placed, figure)
    sketch = Sketch(figure.view, figure.palette)
    _HELD[placed.kind](sketch, placed)
    middle = between(placed.at, placed.to, 0.5)
    before = figure.before_trunk(middle) > _LEVEL
    if placed.kind is PropKind.KETTLEBELL:
        # A bell that swings up in front hides the hands, although it hangs from them.
        middle = moved(middle, _GRIP_TO_BELL / 2 * math.sin(math.radians(placed.lean)))
    return [Piece(before, figure.view.depth(middle), sketch.patches)]


def _kettlebell(sketch: Sketch, placed: Placed) -> None:
    lean, at = math.radians(placed.lean), placed.at
    down_x, down_y = math.sin(lean), -math.cos(lean)
    out, aside = math.sin(_HANDLE_TURN), math.cos(_HANDLE_TURN)

    def local(side: float, down: float) -> Vec3:
        return moved(
            at,
            down_x * down - down_y * out * side,
            down_y * down + down_x * out * side,
            aside * side,
        )

    half = [local(side, down) for side, down in _HANDLE]
    other = [local(-side, down) for side, down in _HANDLE[:0:-1]]
    bell = local(0, _GRIP_TO_BELL)
    iron = sketch.palette.iron
    sketch.rod([*other, *half], 0.017, iron)
    sketch.ball(bell, _BELL_RADIUS, iron)
    # A flat foot, so that it does not look like a ball.
    sole = _GRIP_TO_BELL + _BELL_RADIUS
    u, v = Vec3(-down_y * 0.062, down_x * 0.062, 0.0), Vec3(0.0, 0.0, 0.062)
    sketch.drum((local(0, sole - 0.016), local(0, sole)), u, v, sketch.shaded(iron))


def _dumbbell(sketch: Sketch, placed: Placed) -> None:
    lean, at = math.radians(placed.lean), placed.at
    axis_x, axis_y = math.sin(lean), math.cos(lean)
    iron, steel = sketch.palette.iron, sketch.palette.steel
    u, v = Vec3(axis_y * 0.075, -axis_x * 0.075, 0.0), Vec3(0.0, 0.0, 0.075)

    def along(distance: float) -> Vec3:
        return moved(at, axis_x * distance, axis_y * distance)

    sketch.rod([along(-0.10), along(0.10)], 0.015, steel)
    for sign in (-1, 1):
        sketch.drum((along(sign * 0.075), along(sign * 0.15)), u, v, iron)
        sketch.drum((along(sign * 0.128), along(sign * 0.15)), u, v, sketch.shaded(iron))


def _stick(sketch: Sketch, placed: Placed) -> None:
    sketch.rod([placed.at, placed.to], 0.013, sketch.palette.wood)


def _bag(sketch: Sketch, placed: Placed) -> None:
    at, kraft, leaf = placed.at, sketch.palette.kraft, sketch.palette.leaf
    top, base = at.y - 0.13, at.y - 0.38
    for x, y, radius in ((-0.05, 0.035, 0.042), (0.02, 0.050, 0.048), (0.075, 0.025, 0.036)):
        sketch.ball(Vec3(at.x + x, top + y, at.z), radius, leaf)
    stalk = [Vec3(at.x - 0.09, top, at.z), Vec3(at.x - 0.105, top + 0.085, at.z)]
    sketch.rod(stalk, 0.014, sketch.shaded(leaf))
    for z in (-0.05, 0.05):
        low, high = (-0.13, z), (-0.015, z * 0.3)
        strap = (-0.07, *low), (-0.035, *high), (0.035, *high), (0.07, *low)
        sketch.rod([moved(at, *place) for place in strap], 0.006, sketch.shaded(kraft))
    sketch.box(Vec3(at.x - 0.14, base, at.z - 0.09), Vec3(at.x + 0.14, top, at.z + 0.09), kraft)


def _pencil(sketch: Sketch, placed: Placed) -> None:
    at = placed.at
    sketch.rod([moved(at, -0.085), moved(at, 0.06)], 0.008, sketch.palette.hip)
    sketch.rod([moved(at, 0.06), moved(at, 0.09)], 0.004, sketch.palette.wood)


def _phone(sketch: Sketch, placed: Placed) -> None:
    at = placed.at
    palette = sketch.palette
    iron = palette.iron if palette.dark else sketch.shaded(palette.iron, 0.3)
    sketch.box(moved(at, -0.075, -0.006, -0.036), moved(at, 0.075, 0.006, 0.036), iron)


def _dish(sketch: Sketch, placed: Placed) -> None:
    centre = moved(placed.at, y=-0.12)
    steel, pale = sketch.palette.steel, sketch.palette.pale
    for radius, colour in ((0.12, steel), (0.110, pale), (0.068, steel), (0.062, pale)):
        u, v = Vec3(radius, 0.0, 0.0), Vec3(0.0, radius, 0.0)
        if radius == 0.12:
            sketch.drum((moved(centre, z=-0.012), moved(centre, z=0.012)), u, v, colour)
        else:
            sketch.plate(centre, u, v, colour)


def _plant(sketch: Sketch, placed: Placed) -> None:
    at, leaf, wood = placed.at, sketch.palette.leaf, sketch.palette.wood

    def above_ground(x: float, y: float, z: float = 0.0) -> Vec3:
        # What is still in the ground is not visible.
        return Vec3(at.x + x, max(0.0, at.y + y), at.z + z)

    for x, y, z in ((-0.035, -0.235, 0.02), (0.0, -0.26, -0.02), (0.035, -0.235, 0.0)):
        sketch.rod([above_ground(0, -0.17), above_ground(x, y, z)], 0.006, wood)
    ball = [(0.036 * math.cos(a), -0.185 + 0.036 * math.sin(a)) for a in _turns(12)]
    if at.y - 0.185 > -0.03:
        sketch.face([above_ground(x * sketch.view.ahead, y, x * sketch.view.aside)
                     for x, y in ball], wood)  # fmt: skip
    sketch.rod([above_ground(0, -0.16), moved(at, y=0.06)], 0.008, sketch.shaded(leaf))
    for x, y, z in ((-0.11, 0.10, 0.05), (0.11, 0.11, -0.05), (-0.05, 0.17, -0.06),
                    (0.055, 0.17, 0.06), (0.10, 0.02, 0.05), (-0.10, 0.0, -0.04)):  # fmt: skip
        tip, root = moved(at, x, y, z), moved(at, y=max(0.0, y * 0.35))
        bow = between(root, tip, 0.55)
        # A leaf is broad across the line from stalk to tip, whichever way it is turned.
        side = Vec3(-(tip.y - root.y) * 0.24, (tip.x - root.x) * 0.24, 0.0)
        sketch.face(
            [root, moved(bow, side.x, side.y), tip, moved(bow, -side.x, -side.y)],
            leaf if x * y > 0 else sketch.shaded(leaf, 0.10),
        )


def _child(sketch: Sketch, placed: Placed) -> None:
    """Draw a toddler who faces the person with outstretched arms."""
    at, palette, view = placed.at, sketch.palette, sketch.view
    skin, shirt = palette.skin, palette.cloth
    trousers, shoes = sketch.shaded(palette.steel, 0.35), sketch.shaded(palette.cloth, 0.55)
    near = 1 if view.nearer_z >= 0 else -1
    towards = -view.nearer_x  # how much the face is turned to the viewer

    def limbs(side: int) -> None:
        z, dark = side * 0.052, side != near
        leg = [moved(at, 0.0, -0.22, z), moved(at, 0.008, -0.37, z), moved(at, 0.01, -0.475, z)]
        sketch.rod(leg, 0.046, sketch.shaded(trousers, 0.12) if dark else trousers)
        sketch.rod([moved(at, 0.012, -0.512, z), moved(at, -0.055, -0.52, z)], 0.028, shoes)
        sleeve = [moved(at, -0.008, 0.035, side * 0.088), moved(at, -0.075, 0.045, side * 0.10)]
        hand = moved(at, -0.185, 0.068, side * 0.105)
        sketch.rod([sleeve[1], hand], 0.025, sketch.shaded(skin, 0.12) if dark else skin)
        sketch.ball(hand, 0.031, sketch.shaded(skin, 0.12) if dark else skin)
        sketch.rod(sleeve, 0.035, sketch.shaded(shirt, 0.18))

    limbs(-near)
    sketch.rod([moved(at, 0.0, 0.06), moved(at, 0.0, 0.12)], 0.04, sketch.shaded(skin, 0.15))
    sketch.rod([moved(at, 0.006, -0.17), moved(at, 0.006, -0.215)], 0.094, trousers)
    sketch.rod([moved(at, 0.0, 0.012), moved(at, 0.008, -0.165)], 0.092, shirt)
    head = moved(at, -0.012, 0.195)
    hair = sketch.shaded(palette.wood, 0.45)
    # Hair is on top and behind, because the face looks at the person.
    sketch.ball(moved(head, 0.012, 0.010), 0.108, hair)
    sketch.ball(
        moved(head, -0.014 * abs(view.ahead), -0.012), 0.098, skin if towards > -0.5 else hair
    )
    fringe = [(0.099 * math.cos(a), 0.099 * math.sin(a)) for a in _turns(26)[2:12]]
    across = math.copysign(1.0, view.ahead)
    sketch.face(
        [moved(head, (x * across - 0.004) * view.ahead * across, y + 0.012, x * view.aside)
         for x, y in fringe], hair,
    )  # fmt: skip
    if towards > -0.5:
        sketch.ball(moved(head, 0.030, -0.012, near * 0.09), 0.017, sketch.shaded(skin, 0.15))
        for z in (-0.035, 0.035):
            if view.depth(Vec3(-0.085, 0.0, z)) > 0:
                sketch.ball(moved(head, -0.085, 0.0, z), 0.009, hair)
    limbs(near)


def _turns(count: int) -> list[float]:
    return [math.tau * index / count for index in range(count)]


def _bar(placed: Placed, figure: FigurePainter) -> list[Piece]:
    """Return the far disc, the shaft's two halves and the near disc; hands are in between."""
    view, at = figure.view, placed.at
    before = figure.before_trunk(at) > _LEVEL
    near = 1 if view.nearer_z >= 0 else -1
    pieces = []
    for side in (-near, near):
        shaft = Sketch(view, figure.palette)
        shaft.rod([at, moved(at, z=side * 0.65)], 0.014, figure.palette.steel)
        inner = moved(at, z=-0.45 * near if side != near else 0.0)
        pieces.append(Piece(before, view.depth(inner), shaft.patches))
        disc = Sketch(view, figure.palette)
        u, v = Vec3(0.11, 0.0, 0.0), Vec3(0.0, 0.11, 0.0)
        colour = seen_through(figure.palette.iron, _DISC_COVERS)
        disc.drum((moved(at, z=side * 0.57), moved(at, z=side * 0.62)), u, v, colour)
        disc.ball(moved(at, z=side * 0.62), 0.018, figure.palette.steel)
        pieces.append(Piece(before or side == near, view.depth(moved(at, z=side * 0.6)),
                            disc.patches))  # fmt: skip
    return pieces


_HELD: dict[PropKind, Callable[[Sketch, Placed], None]] = {
    PropKind.KETTLEBELL: _kettlebell,
    PropKind.DUMBBELL: _dumbbell,
    PropKind.STICK: _stick,
    PropKind.BAG: _bag,
    PropKind.PENCIL: _pencil,
    PropKind.PHONE: _phone,
    PropKind.DISH: _dish,
    PropKind.PLANT: _plant,
    PropKind.CHILD: _child,
}
