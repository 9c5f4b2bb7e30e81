"""What is kept from one frame for the next: it follows whoever is painted, and how."""

from __future__ import annotations

import sys
from itertools import combinations
from typing import Any

import msgspec
import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from app.body.anthropometry import Body, Sex
from app.figure.build import build_of
from app.figure.cast import cast
from app.figure.look import Look
from app.figure.palette import DARK, LIGHT, Palette
from app.figure.scene import paint_scene
from app.figure.tapered import Profile
from app.lessons.model import Overlay
from app.lessons.people import Person, read_people
from tests.helpers.content import LOCATIONS
from tests.helpers.motions import motion_of
from tests.helpers.pixels import colours_of

ONE, OTHER = read_people(LOCATIONS.people)[0][:2]
MAN, WOMAN = Body(), Body(1.60, 90, Sex.FEMALE)
LOOK = Look(overlays=(Overlay.SHIN, Overlay.BACK))


def scene(
    person: Person = ONE,
    body: Body = MAN,
    palette: Palette = LIGHT,
    look: Look = LOOK,
    *,
    side: int = 300,
    ratio: float = 1.0,
    t: float = 2.0,
) -> QImage:
    """Return one figure in a square picture of `side` points, each `ratio` pixels across."""
    image = QImage(round(side * ratio), round(side * ratio), QImage.Format.Format_RGB32)
    image.fill(0)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    look = msgspec.structs.replace(look, people=(person,))
    paint_scene(
        painter, QRectF(0, 0, side, side), [cast(motion_of("hinge", body), t)], look, palette
    )
    painter.end()
    return image


def forget() -> None:
    """Empty all that the figure keeps."""
    for name, module in list(sys.modules.items()):
        if name.startswith("app.figure"):
            for value in list(vars(module).values()):
                inside = vars(value).values() if isinstance(value, type) else ()
                for kept in (value, *inside):
                    if hasattr(kept, "cache_clear"):
                        kept.cache_clear()


WAYS: dict[str, dict[str, Any]] = {
    "usual": {},
    "person": {"person": OTHER},
    "body": {"body": WOMAN},
    "theme": {"palette": DARK},
    "turn": {"look": msgspec.structs.replace(LOOK, turn=50)},
    "mirror": {"look": msgspec.structs.replace(LOOK, mirror=True)},
    "size": {"side": 220},
    "screen": {"ratio": 2.5},
    "moment": {"t": 1.3},
    "silhouette": {"look": msgspec.structs.replace(LOOK, style="silhouette")},
    "stick": {"look": msgspec.structs.replace(LOOK, style="stick")},
    "all": {"person": OTHER, "body": WOMAN, "palette": DARK, "side": 220, "ratio": 2.5},
}


def test_it_follows_who_is_painted_and_how() -> None:
    fresh = {}
    for name, way in WAYS.items():
        forget()
        fresh[name] = scene(**way)
    forget()
    # In this order, and then in the other one.
    for name in (*WAYS, *reversed(WAYS)):
        assert scene(**WAYS[name]) == fresh[name], name
    assert all(one != other for one, other in combinations(fresh.values(), 2))


@pytest.mark.parametrize("turn", [0, 35, 90, 140, 180, 270])
def test_no_skin_is_missing_below_clothes(
    turn: float, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    request.addfinalizer(build_of.cache_clear)
    look = Look(turn=turn)
    moments = [motion_of("hinge").seconds * share for share in (0.0, 0.2, 0.4, 0.9)]
    parts = [scene(look=look, ratio=2.0, t=t) for t in moments]
    monkeypatch.setattr(Profile, "below", lambda profile, _: profile)
    build_of.cache_clear()
    for part, t in zip(parts, moments, strict=True):
        whole = scene(look=look, ratio=2.0, t=t)
        a, b = (colours_of(image).astype(np.int64) for image in (part, whole))
        apart = [np.abs((a >> shift & 255) - (b >> shift & 255)) for shift in (0, 8, 16)]
        # Nothing but the blended pixels along the edges.
        assert np.maximum.reduce(apart).max() < 24
