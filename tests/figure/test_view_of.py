from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from app.body.anthropometry import Body
from app.body.pose import Pose, Stance
from app.body.skeleton import build_skeleton
from app.figure.actor import Actor
from app.figure.look import Look
from app.figure.palette import LIGHT
from app.figure.room import Room
from app.figure.scene import paint_scene, view_of
from app.movement.model import Label

SKELETON = build_skeleton(Body(), Pose(knee=20, thorax=60), Stance())


@pytest.mark.parametrize("size", [(544, 480), (300, 260), (1600, 1000)])
@pytest.mark.parametrize("cue", ["", "Drag a ring to move the figure"])
@pytest.mark.parametrize("mirror", [False, True])
def test_it_is_the_view_the_scene_is_painted_in(
    qapp: object, size: tuple[int, int], cue: str, mirror: bool
) -> None:
    del qapp
    area = QRectF(0, 0, *size)
    actor = Actor(SKELETON, Label.NEUTRAL, "", cue, room=Room(1.05, 1.4, 1.75))
    look = Look(mirror=mirror, badges=False)
    image = QImage(*size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_scene(painter, area, [actor], look, LIGHT)
    painter.end()
    hip = view_of(area, actor, look).point(SKELETON.hip)
    dot = [
        (x, y)
        for x in range(round(hip.x()) - 30, round(hip.x()) + 30)
        for y in range(round(hip.y()) - 30, round(hip.y()) + 30)
        if image.pixelColor(x, y) == LIGHT.hip
    ]
    assert dot
    middle = [(min(one) + max(one)) / 2 for one in zip(*dot, strict=True)]
    assert middle == pytest.approx([hip.x() - 0.5, hip.y() - 0.5], abs=1.0)
