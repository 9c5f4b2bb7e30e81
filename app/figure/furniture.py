"""Furniture, things worn and explanatory signs; each knows its depth in the picture."""

from __future__ import annotations

import math
from collections.abc import Callable

from app.body.vectors import Vec3, between
from app.figure.figure import FigurePainter
from app.figure.palette import blend
from app.figure.pieces import Piece
from app.figure.sketch import Sketch, moved, seen_through
from app.movement.props import Placed, PropKind

#: Depths (m) beyond everything else: painted first and last.
_FIRST, _LAST = -9.0, 9.0
#: How far beyond the middle of the person a seesaw stands, and how far its plank goes on behind the
#: hips and above the head, statures.
_BEYOND, _TAIL, _TIP = 0.16, 0.26, 0.12
#: How much paler it is than wood, so that it stays behind the person and does not run through.
_PALE = 0.45
#: How high the lower edge of a car's window is, m.
_SILL = 0.80
#: Furniture between the viewer and the person is translucent.
_GHOST = 0.30


def _chair(placed: Placed, figure: FigurePainter) -> list[Piece]:
    """Return a chair whose seat the hands hold in the middle of its sides."""
    view, at, wood = figure.view, placed.at, figure.palette.wood
    sketch = Sketch(view, figure.palette)
    near = 1 if view.nearer_z >= 0 else -1
    dark = sketch.shaded(wood)
    front = view.nearer_x < -0.01  # whether the seat is nearer than the backrest

    def backrest() -> None:
        for y in (0.16, 0.27, 0.37):
            rail = [moved(at, 0.19, y, -0.18), moved(at, 0.19, y, 0.18)]
            sketch.rod(rail, 0.022, dark if y < 0.3 else wood)
        for side in (-near, near):
            post = [moved(at, 0.18, -0.03, side * 0.19), moved(at, 0.20, 0.40, side * 0.19)]
            sketch.rod(post, 0.018, wood)

    def legs(side: int, colour_near: bool) -> None:
        for x in (-0.18, 0.18):
            leg = [moved(at, x, -0.03, side * 0.19), moved(at, x, 0.016 - 0.45, side * 0.19)]
            sketch.rod(leg, 0.016, wood if colour_near else dark)

    legs(-near, colour_near=False)
    if front:
        backrest()
    sketch.box(moved(at, -0.21, -0.045, -0.21), moved(at, 0.21, 0.0, 0.21), wood)
    legs(near, colour_near=True)
    if not front:
        backrest()
    return [Piece(True, view.depth(at), sketch.patches)]


def _dishwasher(placed: Placed, figure: FigurePainter) -> list[Piece]:
    view, at, palette = figure.view, placed.at, figure.palette
    # From the front the machine is between the viewer and the person.
    towards = view.nearer_x
    covers = 1.0 if towards < 0.05 else _GHOST
    sketch = Sketch(view, palette)
    body, inside = seen_through(palette.pale, covers), seen_through(palette.steel, covers)
    sketch.box(moved(at, -0.55, 0.135, -0.29), moved(at, 0.0, 0.16, 0.29), inside)
    sketch.box(moved(at, 0.0, 0.0, -0.30), moved(at, 0.60, 0.82, 0.30), body)
    if covers == 1:
        edge = moved(at, 0.03, 0.79, 0.30)
        sketch.rod([edge, moved(edge, 0.54)], 0.006, palette.steel)
        sketch.rod([moved(at, 0.0, 0.10, 0.30), moved(at, 0.60, 0.10, 0.30)], 0.004, palette.steel)
    if towards < -0.01:
        # Its open front is visible: dark, with a frame around it.
        dark = sketch.shaded(palette.steel, 0.30)
        sketch.face([moved(at, 0, y, z) for y, z in
                     ((0.14, -0.26), (0.76, -0.26), (0.76, 0.26), (0.14, 0.26))], dark)  # fmt: skip
    near = 1 if view.nearer_z >= 0 else -1
    rack, rim = Sketch(view, palette), Sketch(view, palette)
    for x in (-0.42, -0.30, -0.18):
        centre = moved(at, x, 0.415)
        rack.plate(centre, Vec3(0.045, 0, 0.105), Vec3(0, 0.115, 0), palette.steel)
        rack.plate(centre, Vec3(0.037, 0, 0.097), Vec3(0, 0.105, 0), palette.pale)
    for y in (0.30, 0.42):
        for x in (-0.50, -0.02):
            rack.rod([moved(at, x, y, -0.25), moved(at, x, y, 0.25)], 0.005, palette.iron)
    for side, z in ((rack, -near * 0.25), (rim, near * 0.25)):
        for y in (0.30, 0.42):
            side.rod([moved(at, -0.50, y, z), moved(at, -0.02, y, z)], 0.005, palette.iron)
        for x in (-0.50, -0.38, -0.26, -0.14, -0.02):
            side.rod([moved(at, x, 0.30, z), moved(at, x, 0.42, z)], 0.004, palette.iron)
    depth = _FIRST if towards < 0.05 else _LAST
    # What is taken out of the rack is between its two sides.
    return [
        Piece(towards >= 0.05, depth, sketch.patches),
        Piece(False, -1.0, rack.patches),
        Piece(True, view.depth(moved(at, -0.26, 0.0, near * 0.25)), rim.patches),
    ]


def _door(placed: Placed, figure: FigurePainter) -> list[Piece]:
    """Return a car's door behind the person; `to` is on its upright edge."""
    view, hinge, palette = figure.view, placed.to, figure.palette
    along_x, along_z = placed.at.x - hinge.x, placed.at.z - hinge.z
    length = math.hypot(along_x, along_z)
    along_x, along_z = (along_x / length, along_z / length) if length else (0.0, 1.0)
    sketch = Sketch(view, palette)
    behind = -view.nearer_x < 0.05
    # From behind, the door is between the viewer and the person.
    covers = 1.0 if behind else _GHOST
    steel = seen_through(palette.steel, covers)
    shade, handle = sketch.shaded(steel, 0.22), sketch.shaded(steel, 0.35)

    def on(along: float, y: float, out: float = 0.0) -> Vec3:
        """Return a point `along` the door from its hinges, at a height, `out` from its face."""
        return Vec3(
            hinge.x + along * along_x - out * along_z, y, hinge.z + along * along_z + out * along_x
        )

    shape = ((0.0, 0.25), (0.0, 0.78), (0.16, 1.15), (0.84, 1.15), (0.90, 0.78), (0.90, 0.25))
    window = ((0.07, 0.80), (0.21, 1.09), (0.79, 1.09), (0.83, 0.80))
    # The panel is thick, the frame of the window thin and set back.
    back = [on(along, y, 0.11 if y < _SILL else 0.075) for along, y in shape]
    front = [on(along, y, 0.0 if y < _SILL else 0.035) for along, y in shape]
    sketch.face(back, shade)
    for begin, end in zip(range(6), (1, 2, 3, 4, 5, 0), strict=True):
        edge = [front[begin], front[end], back[end], back[begin]]
        sketch.face(edge, shade)
    sketch.face(front, steel)
    sketch.face([on(along, y, 0.033) for along, y in window], seen_through(palette.pale, covers))
    sketch.rod([on(0.02, _SILL), on(0.88, _SILL)], 0.014, shade)
    sketch.rod([on(0.68, 0.70, -0.02), on(0.82, 0.70, -0.02)], 0.014, handle)
    sketch.rod([on(0.04, 0.50), on(0.86, 0.50)], 0.006, sketch.shaded(steel, 0.15))
    # The mirror, at the hinges.
    sketch.rod([on(0.11, 0.86), on(0.05, 0.88, -0.05)], 0.036, shade)
    return [Piece(not behind, _FIRST if behind else _LAST, sketch.patches)]


def _band(placed: Placed, figure: FigurePainter) -> list[Piece]:
    view, palette = figure.view, figure.palette
    at, anchor = placed.at, placed.to
    stature = figure.skeleton.lengths.stature
    post = Sketch(view, palette)
    post.box(Vec3(anchor.x - 0.05, 0.0, anchor.z - 0.04),
             Vec3(anchor.x, anchor.y + 0.30, anchor.z + 0.04), palette.wood)  # fmt: skip
    post.rod([moved(anchor, 0.0, -0.03), moved(anchor, 0.0, 0.03)], 0.012, palette.steel)
    behind = -view.nearer_x < 0.05
    post_piece = Piece(not behind, _FIRST if behind else _LAST, post.patches)
    # Along both sides of the hips to the front, then across it.
    deep, half = 0.108 * stature, 0.094 * stature
    near = 1 if view.nearer_z >= 0 else -1
    pieces = [post_piece]
    for side in (-near, near):
        strap = Sketch(view, palette)
        colour = palette.cloth if side == near else strap.shaded(palette.cloth)
        hip = moved(at, 0.45 * deep, 0.0, side * half)
        strap.rod([anchor, moved(at, 0.1 * deep, 0.0, side * half * 0.9), hip], 0.016, colour)
        shown = side == near and figure.before_trunk(hip) > 0
        pieces.append(Piece(shown, view.depth(hip) + 0.02, strap.patches))
    loop = Sketch(view, palette)
    path = [(0.45, -1.0), (0.85, -0.75), (1.0, -0.3), (1.0, 0.3), (0.85, 0.75), (0.45, 1.0)]
    loop.rod([moved(at, x * deep, 0.0, z * half) for x, z in path], 0.016, palette.cloth)
    front = moved(at, deep)
    nearest = max(view.depth(front), view.depth(moved(at, 0.45 * deep, 0.0, near * half)))
    pieces.append(Piece(figure.before_trunk(front) > -0.01, nearest + 0.05, loop.patches))
    return pieces


def _seesaw(placed: Placed, figure: FigurePainter) -> list[Piece]:
    """Return a plank on a stand, beyond the person, that turns about the hips as the trunk does."""
    hip, head, palette = placed.at, placed.to, figure.palette
    stature = figure.skeleton.lengths.stature
    length = math.dist(hip, head) or 1.0
    far = _BEYOND if figure.view.nearer_z < 0 else -_BEYOND
    tail, tip = (
        moved(between(hip, head, share), z=far * stature)
        for share in (-_TAIL * stature / length, 1 + _TIP * stature / length)
    )
    sketch = Sketch(figure.view, palette)
    wood = blend(palette.wood, palette.card, _PALE)
    dark = sketch.shaded(wood)
    middle = moved(hip, z=far * stature)
    foot = [moved(middle, -0.16, -hip.y), moved(middle, y=0.02), moved(middle, 0.16, -hip.y)]
    sketch.face(foot, dark)
    sketch.rod([middle, moved(middle, y=0.02 - hip.y)], 0.02, dark)
    sketch.rod([tail, tip], 0.026, wood)
    for end in (tail, tip):
        sketch.ball(end, 0.034, dark)
    return [Piece(False, _FIRST, sketch.patches)]


def _arrow(placed: Placed, figure: FigurePainter) -> list[Piece]:
    view, colour = figure.view, figure.palette.hip
    sketch = Sketch(view, figure.palette)
    tail, tip = view.point(placed.at), view.point(placed.to)
    dx, dy = tip.x() - tail.x(), tip.y() - tail.y()
    length = math.hypot(dx, dy)
    if length < 1:
        return []
    # The head is flat in the picture plane, so that it looks like an arrow from every side.
    head = min(0.075 * view.scale, 0.6 * length) / length
    neck = between(placed.at, placed.to, 1 - head)
    sketch.rod([placed.at, neck], 0.014, colour)
    half = 0.55 * head * length / view.scale
    across = Vec3(view.ahead, 0.0, view.aside)  # along the picture
    ux, uy = -dy / length * half, dx / length * half
    corners = [
        Vec3(neck.x + across.x * ux * sign, neck.y - uy * sign, neck.z + across.z * ux * sign)
        for sign in (1, -1)
    ]
    sketch.face([corners[0], placed.to, corners[1]], colour)
    return [Piece(True, _LAST, sketch.patches)]


def _string(placed: Placed, figure: FigurePainter) -> list[Piece]:
    sketch = Sketch(figure.view, figure.palette)
    colour = figure.palette.muted
    length = math.dist(placed.at, placed.to) or 1.0
    ring = 0.035
    dashes = max(2, round((length - 2 * ring) / 0.055))
    for index in range(dashes):
        begin = index / dashes * (1 - 2 * ring / length)
        end = (index + 0.55) / dashes * (1 - 2 * ring / length)
        ends = [between(placed.at, placed.to, share) for share in (begin, end)]
        sketch.rod(ends, 0.004, colour)
    centre = between(placed.at, placed.to, 1 - ring / length)
    turns = [math.tau * index / 20 for index in range(21)]
    ahead, aside = figure.view.ahead, figure.view.aside
    loop = [
        moved(centre, ring * math.cos(a) * ahead, ring * math.sin(a), ring * math.cos(a) * aside)
        for a in turns
    ]
    sketch.rod(loop, 0.006, colour)
    return [Piece(True, _LAST, sketch.patches)]


def _step(placed: Placed, figure: FigurePainter) -> list[Piece]:
    at, palette = placed.at, figure.palette
    sketch = Sketch(figure.view, palette)
    low, high = Vec3(at.x - 0.17, 0.0, at.z - 0.20), Vec3(at.x + 0.17, at.y, at.z + 0.20)
    sketch.box(low, high, palette.wood)
    ahead = figure.view.nearer_x > 0.05
    return [Piece(ahead, figure.view.depth(Vec3(at.x, at.y, at.z - 0.3)), sketch.patches)]


FURNITURE: dict[PropKind, Callable[[Placed, FigurePainter], list[Piece]]] = {
    PropKind.CHAIR: _chair,
    PropKind.DISHWASHER: _dishwasher,
    PropKind.DOOR: _door,
    PropKind.BAND: _band,
    PropKind.SEESAW: _seesaw,
    PropKind.ARROW: _arrow,
    PropKind.STRING: _string,
    PropKind.STEP: _step,
}
