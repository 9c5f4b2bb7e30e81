from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
)

from app.movement.dragging import Handle
from app.movement.free_body import FreePose
from app.ui.compare.try_it.view import TryItView
from tests.ui.try_it.conftest import (
    SMALLEST,
    drag,
    move,
    press,
    put,
)


def test_the_hip_slides_back_under_the_mouse(view: TryItView) -> None:
    before, place = view.tryout.pose, view.figure.handles.places[Handle.HIP]
    drag(view, Handle.HIP, -30, 0)
    assert view.tryout.pose.hips > before.hips + 0.05
    assert view.tryout.pose.trunk == before.trunk
    view.tryout.move(trunk=40)  # in balance again, so that nothing tips
    assert view.figure.handles.places[Handle.HIP].x() == pytest.approx(place.x() - 30, abs=1.5)


def test_the_hip_dragged_down_bends_the_knees(view: TryItView) -> None:
    before = view.tryout.pose
    drag(view, Handle.HIP, -20, 60)
    assert view.tryout.pose.knee > before.knee + 30


def test_the_knee_bends_and_straightens(view: TryItView) -> None:
    put(view, FreePose(0.1, 40, 40))
    drag(view, Handle.KNEE, -20, 0)
    straighter = view.tryout.pose
    assert straighter.knee < 35
    assert straighter.hips == pytest.approx(0.1)
    drag(view, Handle.KNEE, 30, 0)
    assert view.tryout.pose.knee > straighter.knee + 8


def test_the_shoulder_leans_the_trunk(view: TryItView) -> None:
    before = view.tryout.pose
    drag(view, Handle.TRUNK, 60, 20)
    assert view.tryout.pose.trunk > 20
    assert (view.tryout.pose.hips, view.tryout.pose.knee) == (before.hips, before.knee)


def test_it_says_what_to_drag_until_it_was_dragged(view: TryItView) -> None:
    assert view.figure._cue() == "Drag a ring to move the figure"
    drag(view, Handle.TRUNK, 10, 5)
    assert view.figure._cue() == " "


def test_a_drag_goes_from_where_it_was_taken_whatever_lies_between(view: TryItView) -> None:
    at, before = press(view, Handle.HIP), view.tryout.pose
    move(view, at + QPoint(-400, 300))
    assert view.tryout.pose != before
    move(view, at)
    assert view.tryout.pose == pytest.approx(before, abs=1e-2)


def test_nothing_moves_beside_the_handles_or_with_another_button(view: TryItView) -> None:
    before, figure = view.tryout.pose, view.figure
    QTest.mousePress(figure, Qt.MouseButton.LeftButton, pos=QPoint(40, 200))
    move(view, QPoint(90, 200))
    QTest.mouseRelease(figure, Qt.MouseButton.LeftButton, pos=QPoint(90, 200))
    at = figure.handles.places[Handle.HIP].toPoint()
    QTest.mousePress(figure, Qt.MouseButton.RightButton, pos=at)
    move(view, at + QPoint(-40, 0))
    assert view.tryout.pose == before


def test_handles_are_easy_to_hit_at_any_size(view: TryItView) -> None:
    for size in (SMALLEST, (1180, 720), (2400, 1300)):
        view.resize(*size)
        QApplication.processEvents()
        handles = view.figure.handles
        for handle, place in handles.places.items():
            for way in (QPointF(12, 0), QPointF(0, -12), QPointF(-12, 0)):
                assert handles.at(place + way) is handle
            assert view.figure.rect().contains(place.toPoint())
        assert handles.at(QPointF(5, 5)) is None


def test_a_handle_shows_that_it_can_be_taken_and_that_it_is(view: TryItView) -> None:
    at = view.figure.handles.places[Handle.KNEE].toPoint()
    QTest.mouseMove(view.figure, QPoint(5, 200))
    still = view.figure.grab().toImage()
    QTest.mouseMove(view.figure, at)
    assert view.figure.cursor().shape() == Qt.CursorShape.OpenHandCursor
    hovered = view.figure.grab().toImage()
    QTest.mousePress(view.figure, Qt.MouseButton.LeftButton, pos=at)
    assert view.figure.cursor().shape() == Qt.CursorShape.ClosedHandCursor
    pressed = view.figure.grab().toImage()
    QTest.mouseRelease(view.figure, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(view.figure, QPoint(5, 200))
    assert view.figure.cursor().shape() == Qt.CursorShape.ArrowCursor
    assert still != hovered != pressed != still
