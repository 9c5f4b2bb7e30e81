from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QPushButton,
)

from app.body.form import Check
from app.movement.advice import SHOWN
from app.movement.free_body import FreePose
from app.movement.goals import GoalId, TargetKind
from app.movement.tryout import HELD_S
from app.ui.compare.try_it.view import TryItView
from tests.helpers.clock import ManualClock
from tests.helpers.pages import texts
from tests.ui.try_it.conftest import (
    button,
    checks,
    goal,
    let_time_pass,
    marks,
    put,
)


def test_a_goal_is_had_when_it_was_held(view: TryItView, clock: ManualClock) -> None:
    assert marks(goal(view)) == [None, True, None, True]
    aim = view.tryout.goal.aim
    assert aim is not None
    put(view, aim)
    assert marks(goal(view)) == [True] * 4
    assert "15 cm back" in texts(goal(view))
    praise = "Got it. This is the hip hinge."
    for waited, had in ((0.0, False), (HELD_S / 2, False), (HELD_S, True)):
        let_time_pass(view, clock, waited)
        assert (praise in texts(goal(view))) is had
    QTest.mouseClick(button(view, "Next goal"), Qt.MouseButton.LeftButton)
    assert view.tryout.goal.id is GoalId.WALL
    assert {"Touch the wall", "2 of 4", "Bottom at the wall"} <= set(texts(goal(view)))
    assert any(re.search(r"\d+ cm to go", text) for text in texts(goal(view)))


@pytest.mark.parametrize(
    "pose", [None, FreePose(0.1, 8, 20), FreePose(0.16, 75, 45), FreePose(0.2, 20, 100)]
)
def test_goal_and_checks_say_the_same_of_what_both_judge(
    view: TryItView, pose: FreePose | None
) -> None:
    if pose is not None:
        put(view, pose)
    both = {
        TargetKind.SHINS_UPRIGHT: Check.SHINS_VERTICAL,
        TargetKind.BACK_FLAT: Check.FLAT_BACK,
        TargetKind.MID_FOOT: Check.BALANCED,
    }
    judged = dict(zip(SHOWN, marks(checks(view)), strict=True))
    for target, mark in zip(view.tryout.goal.targets, marks(goal(view)), strict=True):
        if target.kind in both:
            assert mark is (judged[both[target.kind]] or None), target


def test_what_is_let_go_too_soon_is_not_had(view: TryItView, clock: ManualClock) -> None:
    aim = view.tryout.goal.aim
    assert aim is not None
    put(view, aim)
    let_time_pass(view, clock, HELD_S / 2)
    put(view, FreePose(0.0, 8, 0))
    let_time_pass(view, clock, 5)
    assert not view.tryout.reached
    assert not view._holding.isActive()


def test_hidden_nothing_runs(view: TryItView) -> None:
    aim = view.tryout.goal.aim
    assert aim is not None
    put(view, aim)
    assert view._holding.isActive()
    put(view, FreePose(0.3, 8, 0))
    put(view, aim)
    view.hide()
    assert not view._holding.isActive()
    assert not view.figure._timer.isActive()


def test_all_goals_in_order_and_then_free_play(view: TryItView, clock: ManualClock) -> None:
    seen = []
    for _ in range(4):
        seen.append(view.tryout.goal.id)
        aim = view.tryout.goal.aim
        assert aim is not None
        put(view, aim)
        let_time_pass(view, clock, HELD_S + 0.1)
        QTest.mouseClick(button(view, "Next goal"), Qt.MouseButton.LeftButton)
    assert seen == list(GoalId)[:-1]
    assert "Free play" in texts(goal(view))
    assert marks(goal(view)) == []
    QTest.mouseClick(button(view, "Restart goals"), Qt.MouseButton.LeftButton)
    assert view.tryout.goal.id is GoalId.HINGE


def test_a_goal_can_be_skipped(view: TryItView) -> None:
    QTest.mouseClick(button(view, "Skip"), Qt.MouseButton.LeftButton)
    assert view.tryout.goal.id is GoalId.WALL


def test_after_a_goal_the_keys_move_the_figure_again(view: TryItView) -> None:
    (skip,) = [b for b in view.findChildren(QPushButton) if b.text() == "Skip"]
    skip.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(skip, Qt.Key.Key_Space)
    assert view.tryout.index == 1
    assert view.focusWidget() is view.figure
    hips = view.tryout.pose.hips
    QTest.keyClick(view.focusWidget(), Qt.Key.Key_Left)
    assert view.tryout.pose.hips > hips


def test_the_wall_is_drawn_where_it_stands(view: TryItView) -> None:
    assert view.figure._actor(view.tryout.skeleton).wall_x is None
    view.go_on()
    assert view.figure._actor(view.tryout.skeleton).wall_x == view.tryout.goal.wall_x


def test_the_aim_is_shown_on_request(view: TryItView) -> None:
    before = view.figure.grab().toImage()
    QTest.mouseClick(button(view, "Show me"), Qt.MouseButton.LeftButton)
    assert view.figure._aim == view.tryout.aim
    assert view.figure.grab().toImage() != before
    view.go_on()
    assert view.figure._aim is None
    assert not button(view, "Show me").isChecked()


def test_the_hip_angle_is_written_on_request(view: TryItView) -> None:
    before = view.figure.grab().toImage()
    QTest.mouseClick(button(view, "Hip angle"), Qt.MouseButton.LeftButton)
    assert view.figure.grab().toImage() != before
