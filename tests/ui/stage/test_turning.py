from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.ui.stage.stage import Stage
from app.ui.stage.transport import TransportBar
from app.ui.stage.turning import JUMP_S, EasedTurn, wrapped
from tests.helpers.clock import ManualClock
from tests.helpers.stage import button, is_ticking, menu_of, tick, write
from tests.ui.stage.conftest import Box, Moving

LEFT = Qt.MouseButton.LeftButton


def drag(stage: Stage, *ways: int, start: int = 300) -> None:
    x = start
    QTest.mousePress(stage, LEFT, pos=QPoint(x, 200))
    for way in ways:
        x += way
        QTest.mouseMove(stage, QPoint(x, 200))
    QTest.mouseRelease(stage, LEFT, pos=QPoint(x, 200))


def settle(stage: Stage, clock: ManualClock) -> None:
    """Let a turn finish."""
    clock.wait(JUMP_S)
    tick(stage)


def wheel(stage: Stage, across: int, down: int) -> QWheelEvent:
    event = QWheelEvent(
        QPointF(100, 100), QPointF(100, 100), QPoint(), QPoint(across, down),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(stage, event)
    return event


def test_a_drag_turns_half_a_degree_a_pixel_and_what_is_near_goes_along(
    box: Box, stage: Stage
) -> None:
    drag(stage, -100)
    assert stage.turn == 50.0
    drag(stage, 60, 40)
    assert stage.turn == 0.0
    stage.set_mirror(True)
    drag(stage, 100)
    assert stage.turn == 50.0


def test_it_can_be_dragged_full_circle(box: Box, stage: Stage) -> None:
    turns: list[float] = []
    stage.turned.connect(turns.append)
    drag(stage, *[-120] * 6, start=560)
    assert turns == [60, 120, 180, -120, -60, 0]


def test_a_press_without_a_move_is_no_turn(box: Box, stage: Stage) -> None:
    QTest.mouseClick(stage, LEFT, pos=QPoint(300, 200))
    drag(stage, 2, -3)
    QTest.mouseMove(stage, QPoint(100, 200))
    assert stage.turn == 0.0


def test_the_cursor_says_that_it_can_be_turned(box: Box, stage: Stage) -> None:
    assert stage.cursor().shape() is Qt.CursorShape.OpenHandCursor
    QTest.mousePress(stage, LEFT, pos=QPoint(300, 200))
    QTest.mouseMove(stage, QPoint(340, 200))
    assert stage.cursor().shape() is Qt.CursorShape.ClosedHandCursor
    QTest.mouseRelease(stage, LEFT, pos=QPoint(340, 200))
    assert stage.cursor().shape() is Qt.CursorShape.OpenHandCursor


def test_a_wheel_to_the_side_turns_and_one_down_is_left_to_the_page(box: Box, stage: Stage) -> None:
    assert wheel(stage, -120, 0).isAccepted()
    assert stage.turn == 15.0
    assert not wheel(stage, 0, -120).isAccepted()
    assert stage.turn == 15.0


def test_turning_shows_another_picture(box: Box, stage: Stage) -> None:
    before = stage.grab().toImage()
    stage.set_turn(30)
    assert stage.grab().toImage() != before


@pytest.mark.parametrize(("key", "turn"), [("f", 90), ("b", -90), ("s", 0), ("F", 90)])
def test_a_view_is_one_key_away(
    box: Box, stage: Stage, clock: ManualClock, key: str, turn: float
) -> None:
    stage.set_turn(30)
    write(stage, key)
    settle(stage, clock)
    assert stage.turn == turn
    assert not is_ticking(stage)


def test_brackets_turn_by_fifteen_degrees_from_where_it_is_going(
    box: Box, stage: Stage, clock: ManualClock
) -> None:
    write(stage, "[[[")
    settle(stage, clock)
    assert stage.turn == 45.0
    write(stage, "]")
    settle(stage, clock)
    assert stage.turn == 30.0


def test_a_jump_is_eased_the_shorter_way(box: Box, stage: Stage, clock: ManualClock) -> None:
    stage.set_turn(-150)
    turns: list[float] = []
    stage.turned.connect(turns.append)
    stage.set_turn(150, animate=True)
    for _ in range(10):
        clock.wait(JUMP_S / 8)
        tick(stage)
    assert turns[-1] == stage.turn == 150
    assert all(abs(turn) >= 150 for turn in turns)
    steps = [abs(wrapped(b - a)) for a, b in zip([-150, *turns], turns, strict=False)]
    assert steps[0] < steps[len(steps) // 2]


def test_with_less_motion_a_view_is_there_at_once(box: Box, stage: Stage) -> None:
    stage.set_less_motion(True)
    write(stage, "f")
    assert stage.turn == 90
    assert not is_ticking(stage)


def test_less_motion_ends_a_turn_that_is_under_way(box: Box, stage: Stage) -> None:
    stage.set_turn(90, animate=True)
    stage.set_less_motion(True)
    assert stage.turn == 90
    assert not is_ticking(stage)


def test_the_menu_of_views_turns_and_the_button_says_where_from(
    box: Box, stage: Stage, bar: TransportBar, clock: ManualClock
) -> None:
    menu = menu_of(bar, "Rotate")
    assert [action.text() for action in menu.actions()] == [
        "Side\tS", "Three-quarter", "Front\tF", "Back\tB",
    ]  # fmt: skip
    assert [action.isChecked() for action in menu.actions()] == [True, False, False, False]
    menu.actions()[1].trigger()
    menu.close()
    settle(stage, clock)
    assert stage.turn == 45
    stage.tell_moment()
    assert button(bar, "Rotate").accessibleName() == "Rotate: Three-quarter"
    assert button(bar, "Rotate").toolTip() == "Rotate: Three-quarter ([ ])"


def test_a_users_turn_holds_until_another_step_is_shown(stage: Stage, moving: Moving) -> None:
    stage.set_turn(30)
    stage.replace_motions([moving("hinge")])
    stage.seek(1.0)
    assert stage.turn == 30
    stage.show_motions([moving("hinge")], turn=90)
    assert stage.turn == 90


def test_a_turn_stays_within_one_circle() -> None:
    assert [wrapped(turn) for turn in (0, 180, -180, 190, -190, 540)] == [
        0, 180, 180, -170, 170, 180,
    ]  # fmt: skip
    turning = EasedTurn()
    turning.go(0, 1.0)
    assert not turning.moving
