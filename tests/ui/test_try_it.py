from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QPushButton,
    QScrollArea,
    QSlider,
)
from pytestqt.qtbot import QtBot

from app.body.form import Check
from app.movement.dragging import Handle
from app.movement.free_body import FreePose
from app.movement.goals import GoalId
from app.movement.tryout import HELD_S, Fall
from app.settings.model import BodySettings
from app.ui.compare.try_it.checks_card import ChecksCard
from app.ui.compare.try_it.goal_card import GoalCard
from app.ui.compare.try_it.tip import TIP_S
from app.ui.compare.try_it.verdict_mark import VerdictMark
from app.ui.compare.try_it.view import TryItView
from tests.helpers.clock import ManualClock
from tests.helpers.pages import World, a_world, texts
from tests.ui.test_translations import OPEN, Brackets, untranslated

#: The room the Compare page has for it in the smallest window.
SMALLEST = (836, 566)


@pytest.fixture
def world(qapp: QApplication, tmp_path: Path) -> Iterator[World]:
    with a_world(qapp, tmp_path, reduce_motion="off", units="metric") as made:
        yield made


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(100.0)


@pytest.fixture
def view(world: World, clock: ManualClock, qtbot: QtBot) -> TryItView:
    made = TryItView(world.library.movements, world.keeper, world.icons, world.appearance, clock)
    qtbot.addWidget(made)
    made.resize(*SMALLEST)
    made.show()
    QApplication.processEvents()
    return made


def put(view: TryItView, pose: FreePose) -> None:
    """Put the body somewhere, as if by hand."""
    view.tryout.move(*pose)
    view.figure.moved.emit()
    view.figure.refresh()


def press(view: TryItView, handle: Handle) -> QPoint:
    """Take hold of a handle; return where the mouse is."""
    at = view.figure.handles.places[handle].toPoint()
    QTest.mousePress(view.figure, Qt.MouseButton.LeftButton, pos=at)
    return at


def move(view: TryItView, at: QPoint) -> None:
    # QTest moves the mouse without its button.
    left = Qt.MouseButton.LeftButton
    place = QPointF(at)
    event = QMouseEvent(
        QEvent.Type.MouseMove, place, view.figure.mapToGlobal(place), left, left,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(view.figure, event)


def drag(view: TryItView, handle: Handle, right: int, down: int) -> None:
    at = press(view, handle)
    for part in (1, 2, 3):
        move(view, at + QPoint(right, down) * part / 3)
    QTest.mouseRelease(view.figure, Qt.MouseButton.LeftButton, pos=at + QPoint(right, down))


def slider(view: TryItView, name: str) -> QSlider:
    return next(one for one in view.findChildren(QSlider) if one.accessibleName() == name)


def button(view: TryItView, name: str) -> QAbstractButton:
    found = [one for one in view.findChildren(QAbstractButton) if one.text() == name]
    assert len(found) == 1, name
    return found[0]


def marks(card: ChecksCard | GoalCard) -> list[bool | None]:
    return [mark.state for mark in card.findChildren(VerdictMark) if mark.isVisible()]


def checks(view: TryItView) -> ChecksCard:
    return view.findChildren(ChecksCard)[0]


def goal(view: TryItView) -> GoalCard:
    return view.findChildren(GoalCard)[0]


def let_time_pass(view: TryItView, clock: ManualClock, seconds: float) -> None:
    """Let time pass, and every timer that is due with it."""
    clock.wait(seconds)
    for timer in view.findChildren(QTimer):
        if timer.isActive():
            timer.timeout.emit()


# Dragging


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


# Sliders and keys


@pytest.mark.parametrize(
    ("name", "field"), [("Hips", "hips"), ("Knees", "knee"), ("Trunk", "trunk")]
)
def test_a_slider_moves_its_part_alone(view: TryItView, name: str, field: str) -> None:
    before = view.tryout.pose
    slider(view, name).setValue(slider(view, name).value() + 10)
    after = view.tryout.pose
    step = 0.1 if field == "hips" else 10
    assert getattr(after, field) == pytest.approx(getattr(before, field) + step, abs=step / 10)
    for other in {"hips", "knee", "trunk"} - {field}:
        assert getattr(after, other) == getattr(before, other)


def test_sliders_follow_the_figure_and_say_where_it_is(view: TryItView) -> None:
    put(view, FreePose(0.15, 20, 50))
    found = {name: slider(view, name) for name in ("Hips", "Knees", "Trunk")}
    assert [one.value() for one in found.values()] == [15, 20, 50]
    assert found["Hips"].accessibleDescription() == "15 cm back"
    assert {"15 cm back", "20°", "50°"} <= set(texts(view))


def test_back_is_on_the_left_of_the_slider_too(view: TryItView) -> None:
    before = view.tryout.pose.hips
    QTest.keyClick(slider(view, "Hips"), Qt.Key.Key_Left)
    assert view.tryout.pose.hips > before


def test_inches_for_those_who_use_them(view: TryItView, world: World) -> None:
    put(view, FreePose(0.15, 20, 50))
    world.keeper.change(units="imperial")
    assert "Hips 6 in back" in texts(view)
    assert slider(view, "Hips").value() == 12
    QTest.keyClick(slider(view, "Hips"), Qt.Key.Key_Left)
    assert view.tryout.pose.hips == pytest.approx(13 / 2 * 0.0254)


@pytest.mark.parametrize(
    ("key", "shift", "field", "way"),
    [
        (Qt.Key.Key_Left, False, "hips", 0.01),
        (Qt.Key.Key_Right, False, "hips", -0.01),
        (Qt.Key.Key_Down, False, "knee", 2.0),
        (Qt.Key.Key_Up, False, "knee", -2.0),
        (Qt.Key.Key_Down, True, "trunk", 2.0),
        (Qt.Key.Key_Up, True, "trunk", -2.0),
    ],
)
def test_the_figures_keys(
    view: TryItView, key: Qt.Key, shift: bool, field: str, way: float
) -> None:
    put(view, FreePose(0.1, 20, 40))
    modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(view.figure, key, modifier)
    expected = FreePose(0.1, 20, 40)._asdict()
    expected[field] += way
    assert view.tryout.pose == pytest.approx(FreePose(**expected))


def test_home_and_the_button_stand_it_up_again(view: TryItView) -> None:
    standing = view.tryout.pose
    put(view, FreePose(0.2, 20, 60))
    QTest.keyClick(view.figure, Qt.Key.Key_Home)
    assert view.tryout.pose == standing
    put(view, FreePose(0.2, 20, 60))
    QTest.mouseClick(button(view, "Start over"), Qt.MouseButton.LeftButton)
    assert view.tryout.pose == standing
    assert slider(view, "Trunk").value() == 0


def test_other_keys_are_left_to_the_page(view: TryItView, qtbot: QtBot) -> None:
    heard: list[int] = []
    view.keyPressEvent = lambda event: heard.append(event.key())  # type: ignore[method-assign]
    QTest.keyClick(view.figure, Qt.Key.Key_M)
    assert heard == [Qt.Key.Key_M]


def test_everything_is_reached_by_tab(view: TryItView) -> None:
    reached, widget = set(), view.figure.nextInFocusChain()
    while widget is not None and widget is not view.figure:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            reached.add(widget.accessibleName())
        widget = widget.nextInFocusChain()
    assert {"Hips", "Knees", "Trunk", "Start over", "Hip angle", "Show me", "Skip"} <= reached


def test_who_comes_by_key_is_told_the_keys(view: TryItView) -> None:
    assert "Shift" not in view.figure._cue()
    view.figure.clearFocus()
    view.figure.setFocus(Qt.FocusReason.TabFocusReason)
    assert "Shift" in view.figure._cue()


# Checks


@pytest.mark.parametrize(
    ("check", "wrong", "sentence"),
    [
        (Check.FLAT_BACK, FreePose(0.2, 20, 100), "Come up"),
        (Check.BALANCED, FreePose(0.17, 20, 20), "Lean the trunk"),
        (Check.BALANCED, FreePose(0.05, 20, 60), "Slide the hips back until"),
        (Check.SHINS_VERTICAL, FreePose(0.16, 60, 40), "Slide the hips back and let the knees"),
        (Check.SOFT_KNEES, FreePose(0.2, 0, 65), "Unlock the knees"),
        (Check.HINGE_NOT_SQUAT, FreePose(0.2, 50, 40), "Straighten the knees"),
        (Check.HIPS_BACK, FreePose(0.05, 10, 32), "Send the hips farther back"),
    ],
)
def test_a_check_turns_to_a_cross_with_its_sentence_and_back_to_a_tick(
    view: TryItView, check: Check, wrong: FreePose, sentence: str
) -> None:
    index = list(checks(view)._rows).index(check)
    put(view, wrong)
    assert marks(checks(view))[index] is False
    assert checks(view).sentence.startswith(sentence)
    assert "wrong" in texts(checks(view))
    put(view, FreePose(0.17, 20, 55))
    assert marks(checks(view)) == [True] * 6
    assert checks(view).sentence == "Nothing to mend."
    assert texts(checks(view)).count("right") == 6


def test_upright_the_checks_wait(view: TryItView) -> None:
    assert marks(checks(view)) == [True, True, None, None, None, None]
    assert texts(checks(view)).count("not yet") == 4


# Falling


def test_who_is_let_go_out_of_balance_tips_and_comes_back(
    view: TryItView, clock: ManualClock
) -> None:
    upright = view.figure.shown
    at = press(view, Handle.HIP)
    move(view, at + QPoint(-60, 0))
    assert view.tryout.fall is Fall.BACKWARD
    assert view.figure._cue() == "You would tip backward"
    let_time_pass(view, clock, 1.0)
    assert view.figure.shown == view.tryout.skeleton, "it is held"
    QTest.mouseRelease(view.figure, Qt.MouseButton.LeftButton, pos=at + QPoint(-60, 0))
    let_time_pass(view, clock, TIP_S / 2)
    half = view.figure.shown.shin
    let_time_pass(view, clock, TIP_S)
    whole = view.figure.shown.shin
    still = view.tryout.skeleton.shin
    assert still > half > whole
    assert whole == pytest.approx(still + view.tryout.tip)
    assert not view.figure._timer.isActive(), "nothing moves any more"
    view.start_over()
    let_time_pass(view, clock, TIP_S)
    assert view.figure.shown.hip == pytest.approx(upright.hip)
    assert "tip" not in view.figure._cue()


def test_with_less_motion_it_has_tipped_at_once(view: TryItView, world: World) -> None:
    world.keeper.change(reduce_motion="on")
    put(view, FreePose(-0.1, 8, 60))
    assert view.tryout.tip > 5
    assert view.figure.shown == view.tryout.tipped(view.tryout.tip)
    assert not view.figure._timer.isActive()


def test_a_slider_in_hand_holds_it_too(view: TryItView, clock: ManualClock) -> None:
    hips = slider(view, "Hips")
    hips.setSliderDown(True)
    hips.setValue(30)
    let_time_pass(view, clock, 1.0)
    assert view.tryout.tip < -5
    assert view.figure.shown == view.tryout.skeleton
    hips.setSliderDown(False)
    let_time_pass(view, clock, 1.0)
    assert view.figure.shown.shin < view.tryout.skeleton.shin


def test_nobody_tips_out_of_the_picture(view: TryItView, clock: ManualClock) -> None:
    for pose in (FreePose(0.4, 0, -10), FreePose(-0.2, 0, 70), FreePose(-0.2, 0, 100)):
        put(view, pose)
        clock.wait(1)
        place = view.figure._view().point
        shown = view.figure.shown
        assert all(
            view.figure.rect().adjusted(8, 8, -8, -8).contains(place(at).toPoint())
            for at in shown.joints.values()
        )


# Goals


def test_a_goal_is_had_when_it_was_held(view: TryItView, clock: ManualClock) -> None:
    assert marks(goal(view)) == [None, True, True, True]
    aim = view.tryout.goal.aim
    assert aim is not None
    put(view, aim)
    assert marks(goal(view)) == [True] * 4
    assert "15 cm back" in texts(goal(view))
    praise = "You have it. This is the hip hinge."
    for waited, had in ((0.0, False), (HELD_S / 2, False), (HELD_S, True)):
        let_time_pass(view, clock, waited)
        assert (praise in texts(goal(view))) is had
    QTest.mouseClick(button(view, "Next goal"), Qt.MouseButton.LeftButton)
    assert view.tryout.goal.id is GoalId.WALL
    assert {"Touch the wall", "2 of 4", "Seat at the wall"} <= set(texts(goal(view)))
    assert any(re.search(r"\d+ cm to go", text) for text in texts(goal(view)))


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
    QTest.mouseClick(button(view, "Goals again"), Qt.MouseButton.LeftButton)
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


# The user's body, and words


def test_every_text_can_be_translated(
    qapp: QApplication, world: World, clock: ManualClock, qtbot: QtBot, tmp_path: Path
) -> None:
    translator = Brackets()
    assert qapp.installTranslator(translator)
    parts = world.library.movements, world.keeper, world.icons, world.appearance
    view = TryItView(*parts, clock)
    qtbot.addWidget(view)
    view.show()
    titles = {movement.title for movement in world.library.movements.values()}
    for units in ("metric", "imperial"):
        world.keeper.change(units=units)
        for _ in GoalId:
            for pose in (FreePose(0.2, 20, 100), FreePose(0.4, 60, 0), FreePose(0.0, 0, 60)):
                put(view, pose)
                assert not untranslated(view, titles, tmp_path)
                assert view.figure._cue().startswith(OPEN)
            view.go_on()
    qapp.removeTranslator(translator)


def test_another_body_is_tried_in_the_same_pose(view: TryItView, world: World) -> None:
    put(view, FreePose(0.15, 20, 50))
    world.keeper.change(body=BodySettings(stature_m=1.5, mass_kg=55, sex="f", slr_deg=60))
    assert view.tryout.body.stature_m == 1.5
    assert view.tryout.pose.trunk == pytest.approx(50)
    assert any(re.fullmatch(r"Hips 1[0-4] cm back", text) for text in texts(goal(view)))


def test_settings_that_do_not_concern_it_leave_it_alone(view: TryItView, world: World) -> None:
    put(view, FreePose(0.15, 20, 50))
    world.keeper.change(volume=10)
    assert view.tryout.pose == FreePose(0.15, 20, 50)


def test_the_screen_reader_hears_what_changed_once_it_rests(
    view: TryItView, clock: ManualClock
) -> None:
    said: list[str] = []
    view.announcer.said.connect(said.append)
    for trunk in range(60, 101, 5):
        put(view, FreePose(0.2, 20, trunk))
    assert said == []
    let_time_pass(view, clock, 0.0)
    assert len(said) == 1
    assert said[0].startswith("Come up")
    put(view, FreePose(0.2, 20, 99))
    let_time_pass(view, clock, 0.0)
    assert len(said) == 1, "nothing is said twice"
    put(view, FreePose(-0.1, 8, 60))
    let_time_pass(view, clock, 0.0)
    assert said[-1].startswith("You would tip forward. Slide")


def test_the_screen_reader_hears_that_a_goal_was_reached(
    view: TryItView, clock: ManualClock
) -> None:
    said: list[str] = []
    view.announcer.said.connect(said.append)
    aim = view.tryout.goal.aim
    assert aim is not None
    put(view, aim)
    clock.wait(HELD_S)
    view._holding.timeout.emit()
    assert said == ["You have it. This is the hip hinge."]


def test_marks_have_words(view: TryItView) -> None:
    put(view, FreePose(0.2, 0, 65))
    names = [label.accessibleName() for label in view.findChildren(QLabel)]
    assert "Knees locked: wrong" in names
    assert "Back flat: right" in names
    assert "Hips 15 cm back: there" in names


def test_it_fits_into_the_smallest_window(view: TryItView) -> None:
    smallest = view.minimumSizeHint()
    assert (smallest.width(), smallest.height()) <= SMALLEST
    for _ in GoalId:
        for pose in (FreePose(0.2, 20, 100), FreePose(0.3, 8, 0), FreePose(0.15, 60, 40)):
            put(view, pose)
            QApplication.processEvents()
            assert view.minimumSizeHint().height() <= SMALLEST[1]
            assert view.findChildren(QScrollArea)[0].verticalScrollBar().maximum() == 0
            for label in view.findChildren(QLabel):
                if label.isVisible() and label.text():
                    needed = label.heightForWidth(label.width())
                    assert label.height() >= needed - 1, label.text()
        view.go_on()


def test_the_column_keeps_its_width_whatever_is_said(view: TryItView) -> None:
    width = checks(view).width()
    for pose in (FreePose(0.2, 20, 100), FreePose(0.15, 60, 40), FreePose(0.17, 20, 55)):
        put(view, pose)
        QApplication.processEvents()
        assert checks(view).width() == width
