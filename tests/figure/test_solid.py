from __future__ import annotations

import math
from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, Qt

from app.body.vectors import Vec3
from app.figure.solid import Oval, enclosing, placed, round_oval
from app.figure.view import View


def test_one_ball_is_a_circle() -> None:
    points = enclosing([round_oval(3, 4, 10)]).toList()
    assert [math.dist((at.x(), at.y()), (3, 4)) for at in points] == pytest.approx([10] * 24)


def test_a_solid_holds_all_its_ovals_and_no_more() -> None:
    ovals = [round_oval(0, 0, 10), Oval(40, 5, 6, 2, -1, 12), round_oval(20, 0, 4)]
    shape = enclosing(ovals, fine=True)
    for oval in ovals:
        for angle in range(0, 360, 10):
            c, s = math.cos(math.radians(angle)), math.sin(math.radians(angle))
            x, y = oval.x + oval.ax * c + oval.bx * s, oval.y + oval.ay * c + oval.by * s
            inner = QPointF(oval.x + (x - oval.x) * 0.97, oval.y + (y - oval.y) * 0.97)
            assert shape.containsPoint(inner, Qt.FillRule.WindingFill)
    box = shape.boundingRect()
    assert box.left() == pytest.approx(-10, abs=0.1)
    assert box.bottom() == pytest.approx(5 + math.hypot(2, 12), abs=0.1)


def test_an_ellipsoid_reaches_as_far_as_its_three_axes_together() -> None:
    box = enclosing([Oval(0, 0, 3, 0, 4, 0, 12, 0)]).boundingRect()
    assert box.right() == pytest.approx(13)
    assert box.height() == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize("turn", [0, 180])
def test_a_placed_solid_moves_smoothly_between_the_leans_it_is_kept_for(turn: float) -> None:
    made: list[float] = []

    def rod(lean: float, ahead: float, aside: float, fine: bool) -> tuple:  # type: ignore[type-arg]
        made.append(lean)
        return (enclosing([round_oval(math.sin(lean) * ahead, -math.cos(lean), 0.01)]),)

    view = View(0, 0, 100, turn)
    tips = []
    for step in range(200):
        lean = step / 1000
        (shape,) = placed(rod, lean, Vec3(0, 0, 0), 100.0, view)
        tips.append(shape.boundingRect().center())
        assert tips[-1].x() == pytest.approx(100 * math.sin(lean) * view.ahead, abs=0.02)
        assert tips[-1].y() == pytest.approx(-100 * math.cos(lean), abs=0.02)
    assert len(set(made)) < 30
    assert max(math.dist(a.toTuple(), b.toTuple()) for a, b in pairwise(tips)) < 0.12
