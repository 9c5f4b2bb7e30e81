from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QSlider, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.movement.motion import Motion
from app.ui.stage.announcement import ANNOUNCE_S
from app.ui.stage.stage import Stage
from app.ui.stage.transport import TransportBar
from tests.helpers.clock import ManualClock
from tests.helpers.motions import motion_of
from tests.helpers.pages import World
from tests.helpers.patience import HANG_S
from tests.helpers.stage import describe_moment


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(100.0)


@pytest.fixture
def stage(world: World, clock: ManualClock, qtbot: QtBot) -> Stage:
    made = Stage(world.appearance, clock)
    qtbot.addWidget(made)
    made.resize(600, 500)
    made.show()
    QApplication.processEvents()
    return made


def motion(world: World, name: str) -> Motion:
    return motion_of(name)


def timers(widget: QWidget) -> list[QTimer]:
    return [timer for timer in widget.findChildren(QTimer) if timer.isActive()]


def plays(stage: Stage) -> bool:
    return stage.is_playing


def tick(stage: Stage) -> None:
    """Do what the stage's timer does, whether it is due or not."""
    (timer,) = stage.findChildren(QTimer)
    timer.timeout.emit()


def test_right_and_wrong_are_announced_before_the_figure_moves_and_only_once(
    stage: Stage, world: World, clock: ManualClock
) -> None:
    stage.show_motions([motion(world, "hinge")])
    stage.play()
    clock.now += ANNOUNCE_S - 0.1
    tick(stage)
    assert plays(stage)
    assert stage.playback.position == 0
    clock.now += 0.2
    tick(stage)
    clock.now += 0.5
    tick(stage)
    assert stage.playback.position == pytest.approx(0.5)
    stage.pause()
    stage.seek(0.0)
    stage.play()
    clock.now += 0.25
    tick(stage)
    assert stage.playback.position == pytest.approx(0.25)


def test_a_neutral_movement_starts_at_once(stage: Stage, world: World, clock: ManualClock) -> None:
    stage.show_motions([motion(world, "squat")])
    stage.play()
    clock.now += 0.5
    tick(stage)
    assert stage.playback.position == pytest.approx(0.5)


def test_the_announcement_can_be_seen_and_goes(
    stage: Stage, world: World, clock: ManualClock
) -> None:
    stage.show_motions([motion(world, "hinge")])
    before = stage.grab().toImage()
    stage.play()
    assert stage.grab().toImage() != before
    stage.pause()
    clock.now += ANNOUNCE_S
    assert stage.grab().toImage() == before


def test_no_timer_runs_while_paused_hidden_or_empty(stage: Stage, world: World) -> None:
    assert not timers(stage)
    stage.show_motions([motion(world, "hinge")])
    assert not timers(stage)
    stage.play()
    assert timers(stage)
    stage.hide()
    assert not timers(stage)
    stage.show()
    assert timers(stage)
    stage.pause()
    assert not timers(stage)


def test_time_spent_hidden_does_not_move_the_figure(
    stage: Stage, world: World, clock: ManualClock
) -> None:
    stage.show_motions([motion(world, "squat")])
    stage.play()
    stage.hide()
    clock.now += 2.0
    stage.show()
    tick(stage)
    assert stage.playback.position == 0


def test_two_movements_run_on_one_clock_and_the_shorter_waits_at_its_end(
    stage: Stage, world: World
) -> None:
    hinge, rushed = motion(world, "hinge"), motion(world, "rushed-hinge")
    stage.show_motions([hinge, rushed])
    assert stage.playback.seconds == hinge.seconds > rushed.seconds
    stage.seek(2.0)
    assert "Down: Rushing." in describe_moment(stage)


def test_less_motion_steps_from_key_pose_to_key_pose(stage: Stage, world: World) -> None:
    hinge = motion(world, "hinge")
    stage.show_motions([hinge])
    stage.set_less_motion(True)
    shown = []
    for _ in range(4):
        stage.play()
        shown.append(stage.playback.position)
    assert shown == pytest.approx([*hinge.ends, 0.0])
    assert not plays(stage)
    stage.step_key(-1)
    assert stage.playback.position == pytest.approx(hinge.ends[-1])


def test_screen_readers_hear_what_moves_and_whether_it_is_right(stage: Stage, world: World) -> None:
    stage.show_motions([motion(world, "hinge"), motion(world, "rounded-back")])
    said = stage.accessibleDescription()
    assert "Correct: Hip hinge." in said
    assert "Incorrect: Rounded back." in said
    assert stage.accessibleName()


def test_mirror_turns_the_picture_around(stage: Stage, world: World) -> None:
    stage.show_motions([motion(world, "hinge")])
    stage.seek(2.0)
    before = stage.grab().toImage()
    stage.set_mirror(True)
    assert stage.grab().toImage() != before


@pytest.fixture
def box(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def bar(stage: Stage, world: World, box: QWidget) -> TransportBar:
    column = QVBoxLayout(box)
    column.addWidget(stage)
    made = TransportBar(stage, world.icons, world.appearance)
    column.addWidget(made)
    stage.show_motions([motion(world, "squat")])
    box.show()
    return made


def button(bar: TransportBar, name: str) -> QPushButton:
    return next(b for b in bar.findChildren(QPushButton) if b.accessibleName() == name)


def test_every_control_of_the_bar_does_its_work(bar: TransportBar, stage: Stage) -> None:
    button(bar, "Step forward").click()
    assert stage.playback.position > 0
    button(bar, "Step back").click()
    assert stage.playback.position == 0
    button(bar, "Play").click()
    assert plays(stage)
    button(bar, "Pause").click()
    assert not plays(stage)
    button(bar, "Next phase").click()
    assert stage.playback.position == pytest.approx(stage.motions[0].ends[0])
    button(bar, "Previous phase").click()
    assert stage.playback.position == 0


def test_loop_mirror_and_the_words_are_in_the_menu_of_the_rest(
    bar: TransportBar, stage: Stage
) -> None:
    button(bar, "More options").click()
    menu = QApplication.activePopupWidget()
    assert menu is not None
    actions = menu.actions()
    assert [action.text() for action in actions] == [
        "Loop\tL",
        "Mirror\tM",
        "Describe the figure\tT",
    ]
    assert [action.isChecked() for action in actions] == [True, False, False]
    for action in actions:
        action.trigger()
    assert menu.isVisible()
    menu.close()
    assert not stage.playback.looping
    assert stage.mirror
    assert stage.text_shown


def test_another_control_stands_at_the_right_end(bar: TransportBar, box: QWidget) -> None:
    share = QPushButton("Share")
    bar.add(share)
    QApplication.processEvents()
    assert share.x() > max(b.x() for b in bar.findChildren(QPushButton) if b is not share)
    assert share.geometry().right() <= bar.width()


def test_with_less_motion_play_becomes_step_at_once(bar: TransportBar, stage: Stage) -> None:
    button(bar, "Play").click()
    stage.set_less_motion(True)
    assert not plays(stage)
    button(bar, "Step").click()
    assert stage.playback.position == pytest.approx(stage.motions[0].ends[0])
    assert not timers(stage)
    button(bar, "Step forward").click()
    assert stage.playback.position > stage.motions[0].ends[0]
    stage.set_less_motion(False)
    assert button(bar, "Play").isEnabled()


def test_a_press_on_the_slider_goes_there(bar: TransportBar, stage: Stage) -> None:
    slider = bar.findChild(QSlider)
    assert isinstance(slider, QSlider)
    QApplication.processEvents()
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=slider.rect().center())
    assert stage.playback.position == pytest.approx(stage.playback.seconds / 2, rel=0.03)


def test_the_slider_marks_where_each_phase_ends(
    bar: TransportBar, stage: Stage, world: World
) -> None:
    slider = bar.findChild(QSlider)
    assert isinstance(slider, QSlider)
    QApplication.processEvents()
    picture = slider.grab().toImage()
    y = slider.height() // 2 - 4  # above the groove
    muted = world.appearance.palette.muted
    marks = [x for x in range(picture.width()) if picture.pixelColor(x, y) == muted]
    way = slider.width() - 16
    ends = [8 + way * end / stage.playback.seconds for end in stage.alignment.ends[:-1]]
    assert len(ends) == 2
    for end in ends:
        assert any(abs(x - end) <= 2 for x in marks)
    assert all(any(abs(x - end) <= 2 for end in ends) for x in marks)


def test_scrubbing_pauses_and_shows_the_moment(bar: TransportBar, stage: Stage) -> None:
    stage.play()
    slider = bar.findChild(QSlider)
    assert isinstance(slider, QSlider)
    slider.setValue(slider.maximum() // 2)
    assert not plays(stage)
    assert stage.playback.position == pytest.approx(stage.playback.seconds / 2)


def test_the_slider_follows_the_figure(bar: TransportBar, stage: Stage) -> None:
    slider = bar.findChild(QSlider)
    assert isinstance(slider, QSlider)
    stage.seek(stage.playback.seconds / 4)
    assert slider.value() == slider.maximum() // 4


def test_the_speed_menu_offers_a_quarter_to_double(bar: TransportBar, stage: Stage) -> None:
    for wanted in (0.25, 2.0):
        button(bar, f"Speed {stage.playback.speed:g}×").click()
        menu = QApplication.activePopupWidget()
        assert menu is not None
        actions = menu.actions()
        assert [action.text() for action in actions] == ["0.25×", "0.5×", "1×", "1.5×", "2×"]
        next(action for action in actions if action.text() == f"{wanted:g}×").trigger()
        menu.close()
        assert stage.playback.speed == wanted
    bar.controls.set_speed_by(1)
    assert stage.playback.speed == 2.0
    bar.controls.set_speed_by(-1)
    assert stage.playback.speed == 1.5


def test_only_the_keyboard_shows_the_focus_ring(stage: Stage, world: World) -> None:
    stage.show_motions([motion(world, "hinge")])
    plain = stage.grab().toImage()
    stage.setFocus(Qt.FocusReason.MouseFocusReason)
    assert stage.grab().toImage() == plain
    stage.clearFocus()
    stage.activateWindow()
    stage.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.qWaitForWindowActive(stage.window(), 1000 * HANG_S)
    assert stage.grab().toImage() != plain


def cues(stage: Stage) -> list[str]:
    return [actor.cue for actor in stage.actors]


def test_a_caption_stays_under_a_figure_until_it_moves(stage: Stage, world: World) -> None:
    stage.show_motions([motion(world, "hinge"), motion(world, "rounded-back")])
    stage.seek_phase("hold", 0.5)
    stage.write_captions(("Bent at the hips", "Bent through the back"))
    assert cues(stage) == ["Bent at the hips", "Bent through the back"]
    stage.step(1)
    assert cues(stage) == ["Long back", "The hips stopped early"]
    stage.step(-1)
    assert cues(stage) == ["Bent at the hips", "Bent through the back"]
    stage.show_motions([motion(world, "hinge")])
    assert cues(stage) == ["Hips back"]
