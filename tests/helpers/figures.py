"""Figures in poses, and what is measured on their pictures."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPainter

from app.body.anthropometry import Body, Sex
from app.body.pose import Aim, Arm, Grip, Pose, Stance
from app.body.skeleton import Skeleton, Vec3, build_skeleton
from app.figure.back_line import paint_back_line
from app.figure.build import Build, build_of
from app.figure.figure import FigurePainter
from app.figure.palette import LIGHT
from app.figure.pieces import Piece
from app.figure.view import View
from app.movement.model import Label
from app.movement.motion import Motion
from tests.helpers.content import LOCATIONS
from tests.helpers.pixels import Found, find, find_colour, painted

IDS = sorted(file.stem for file in LOCATIONS.animations.glob("*.toml"))
TURNS = (0, 30, 90, 135, 180, 270)
SIZE = 300
SIDES = ("left", "right")


def standing(*, fist: bool = False, grip: Grip = Grip.HANG) -> Skeleton:
    """Return a person who stands with both hands somewhere."""
    arm = Arm(Aim(grip, fist=fist), Aim(grip, fist=fist))
    return build_skeleton(Body(), Pose(left_arm=arm, right_arm=arm), Stance())


def with_hand(skeleton: Skeleton, side: str, at: Vec3) -> Skeleton:
    """Return the skeleton with the forearm and hand of a side at one place."""
    places = dict.fromkeys((f"{name}_{side}" for name in ("wrist", "palm", "hand")), at)
    return skeleton._replace(joints=skeleton.joints | places)


def order(figure: FigurePainter, things: tuple[Piece, ...] = ()) -> list[Piece | None]:
    """Return what is painted one after the other; None is the trunk."""
    painted_pieces: list[Piece | None] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("app.figure.figure.paint_pieces", lambda _, some: painted_pieces.extend(some))
        patch.setattr(FigurePainter, "_paint_body", lambda *_: painted_pieces.append(None))
        figure.paint(QPainter(), things)
    return painted_pieces


def hands(figure: FigurePainter, things: tuple[Piece, ...] = ()) -> dict[str, int]:
    """Return when the hands and the trunk are painted, the first thing being 0."""
    pieces = order(figure, things)
    found = {"trunk": pieces.index(None)}
    for side in SIDES:
        found[side] = pieces.index(figure._arm(side)[2])
    for number, thing in enumerate(things):
        found[f"thing {number}"] = pieces.index(thing)
    return found


def moments(motion: Motion) -> list[Skeleton]:
    """Return the skeletons at some keys and halfway between the first two."""
    times = (0.0, motion.ends[0] / 2, *motion.ends[:4])
    return [motion.skeleton_at(t) for t in times]


def silhouette(skeleton: Skeleton, view: View, size: int = SIZE) -> Found:
    """Return where the body alone, painted on white, covers the picture."""
    image = painted(size, size, FigurePainter(skeleton, view, LIGHT).paint)
    found = find(image, lambda r, g, b: r + g + b < 600)
    assert found is not None
    return found


def lightness(piece: Piece) -> int:
    return piece.patches[0].colour.lightness()


def line_pixels(skeleton: Skeleton, turn: float) -> Found | None:
    """Return the pixels of the line along the back alone."""
    figure = FigurePainter(skeleton, View(150, 280, 140, turn), LIGHT)
    figure.label = Label.RIGHT
    image = painted(SIZE, SIZE, lambda p: paint_back_line(p, figure))
    return find_colour(image, LIGHT.right, 30)


def build(skeleton: Skeleton, sex: Sex | None = None) -> Build:
    """Return the build of a skeleton's body."""
    body = skeleton.body
    return build_of(body.stature_m, body.mass_kg, sex or body.sex)
