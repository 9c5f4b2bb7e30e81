from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

import app.ui.practice.session_desk as desk_module
from app.lessons.model import Offer
from app.movement.model import MoveKind
from app.practice.choice import Choice
from app.practice.timeline import Part, PhaseKind, Place, Plan, build_plan, build_session
from app.practice.transitions import State
from app.ui.practice.far_text import FarText
from tests.helpers.painted import digits_height, painted_area, pixels
from tests.helpers.practice_page import NO_SOUND, Room, click, find_button, open_room


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    with open_room(qtbot, tmp_path) as opened:
        yield opened


def begin(room: Room, *, sets: int = 2, reps: int = 2) -> None:
    """Start wall touches: 10 s, then 2 + 1 + 2 s a repetition, 45 s of rest."""
    room.page.choose(Offer("wall-touches", sets, reps))
    click(room.page.choice, "Start")
    assert room.shows(room.page.session)


def press(room: Room, key: Qt.Key) -> None:
    """Press a key where the focus is."""
    focus = QApplication.focusWidget()
    QTest.keyClick(focus if focus is not None else room.page, key)


def test_words_digits_ring_and_figure_show_the_same_moment(qtbot: QtBot, room: Room) -> None:
    begin(room)
    view = room.page.session
    motion = view.stage.motions[0]
    seen: list[tuple[str, str]] = []
    while True:
        room.wait(0.37, step=0.37)
        if room.runner.is_over:
            break
        moment = room.runner._session.moment(room.clock.now)
        assert view.ring.fraction == moment.fraction
        kinds = {PhaseKind.DOWN: MoveKind.DOWN, PhaseKind.HOLD: MoveKind.HOLD}
        if moment.rep is not None:
            kind = kinds.get(moment.kind, MoveKind.UP)
            place = motion.time_in_kind(kind, moment.fraction)
            assert view.stage.playback.position == pytest.approx(place)
        else:
            assert view.stage.playback.position == 0
        if not seen or seen[-1] != (view.word.text, view.cue.text):
            seen.append((view.word.text, view.cue.text))
    cues = room.exercises["wall-touches"].cues
    reps = [("Back", cues.down), ("Touch", cues.hold), ("Up", cues.up)]
    last = [("Back", cues.last), *reps[1:]]
    ready = ("Get ready", cues.down)
    once = [*reps, *last]
    assert seen == [("", cues.prepare), ready, *once, ("", cues.rest), ready, *once]


def test_the_figure_is_driven_and_does_not_play_by_itself(qtbot: QtBot, room: Room) -> None:
    begin(room)
    room.wait(11)
    assert not room.page.session.stage.is_playing
    assert not room.page.choice.preview.stage.is_playing
    assert not any(timer.isActive() for timer in room.page.session.findChildren(QTimer))


def test_with_less_motion_it_shows_key_poses_and_whole_seconds(qtbot: QtBot, room: Room) -> None:
    room.keeper.change(reduce_motion="on")
    begin(room)
    view = room.page.session
    room.wait(10.25)
    bottom = view.stage.motions[0].time_in_kind(MoveKind.DOWN, 1.0)
    assert (view.stage.playback.position, view.ring.fraction) == (bottom, 0.0)
    room.wait(1.5)
    assert (view.stage.playback.position, view.ring.fraction) == (bottom, 0.5)
    assert view.ring.text == "1"


def test_keys_lead_the_session(qtbot: QtBot, room: Room) -> None:
    room.page.activateWindow()
    qtbot.waitUntil(room.page.isActiveWindow)
    begin(room)
    view = room.page.session
    room.wait(17)
    press(room, Qt.Key.Key_Space)
    assert room.is_(State.PAUSED)
    assert view.word.text == "Paused"
    press(room, Qt.Key.Key_Space)
    assert room.is_(State.RESUMING)
    assert view.ring.text == "3"
    room.wait(3.2)
    assert view.headline.text.startswith("Rep 2 of 2")
    press(room, Qt.Key.Key_Right)
    assert view.headline.text == "Rest after set 1 of 2"
    press(room, Qt.Key.Key_Left)
    assert view.headline.text == "Set 1 of 2"
    press(room, Qt.Key.Key_Escape)
    assert room.is_(State.STOPPED)
    assert room.shows(room.page.done)


def test_keys_work_without_any_focus_and_a_focused_button_keeps_space(
    qtbot: QtBot, room: Room
) -> None:
    room.page.activateWindow()
    qtbot.waitUntil(room.page.isActiveWindow)
    begin(room)
    room.wait(16)
    skip = find_button(room.page.session, "Skip")
    skip.setFocus()
    press(room, Qt.Key.Key_Space)
    assert room.is_(State.RUNNING)
    assert room.page.session.headline.text == "Rest after set 1 of 2"
    skip.clearFocus()
    press(room, Qt.Key.Key_Space)
    assert room.is_(State.PAUSED)


def test_a_set_is_repeated_and_a_rest_made_longer_by_button_and_key(
    qtbot: QtBot, room: Room
) -> None:
    room.page.activateWindow()
    qtbot.waitUntil(room.page.isActiveWindow)
    begin(room)
    view = room.page.session
    room.wait(22)
    assert view.headline.text == "Rest after set 1 of 2"
    left = int(view.ring.text)
    press(room, Qt.Key.Key_Plus)
    assert view.ring.text == str(left + 15)
    click(view, "Rest +15 s")
    assert view.ring.text == str(left + 30)
    press(room, Qt.Key.Key_R)
    assert view.headline.text == "Set 1 of 2"
    room.wait(3 + 12)
    click(view, "Repeat")
    room.wait(0.25)
    assert view.ring.text == "3"
    room.wait(3)
    assert view.headline.text == "Rep 1 of 2 · Set 1 of 2"


@pytest.mark.parametrize("way", ["space", "button", "figure", "elsewhere"])
def test_a_repetition_at_ones_own_pace_ends_by_key_button_and_click(
    qtbot: QtBot, room: Room, way: str
) -> None:
    room.page.activateWindow()
    qtbot.waitUntil(room.page.isActiveWindow)
    exercise = room.exercises["wall-touches"]
    room.page.start(build_plan(exercise, Choice.of(exercise, sets=1, reps=2, own_pace=True)))
    view = room.page.session
    done = find_button(view, "Rep done")
    room.wait(9.5)
    assert not done.isVisible()
    room.wait(20)
    for rep in (1, 2):
        assert room.is_(State.AWAITING)
        assert done.isVisible()
        assert (view.word.text, view.ring.text) == ("Your pace", str(rep))
        assert view.cue.text.endswith("Press Space when you are done.")
        if way == "space":
            press(room, Qt.Key.Key_Space)
        elif way == "button":
            click(view, "Rep done")
        elif way == "figure":
            QTest.mouseClick(view.stage, Qt.MouseButton.LeftButton)
        else:
            QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert room.is_(State.FINISHED)
    assert room.rows("SELECT reps_done, finished FROM performed") == [(2, 1)]


def test_turning_the_figure_ends_no_repetition(qtbot: QtBot, room: Room) -> None:
    exercise = room.exercises["wall-touches"]
    room.page.start(build_plan(exercise, Choice.of(exercise, sets=1, reps=2, own_pace=True)))
    room.wait(12)
    stage = room.page.session.stage
    middle = stage.rect().center()
    QTest.mousePress(stage, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(stage, middle + QPoint(60, 0))
    QTest.mouseRelease(stage, Qt.MouseButton.LeftButton, pos=middle + QPoint(60, 0))
    assert room.page.session.ring.text == "1"


def test_at_ones_own_pace_another_focused_button_keeps_space(qtbot: QtBot, room: Room) -> None:
    room.page.activateWindow()
    qtbot.waitUntil(room.page.isActiveWindow)
    exercise = room.exercises["wall-touches"]
    room.page.start(build_plan(exercise, Choice.of(exercise, sets=2, reps=2, own_pace=True)))
    room.wait(12)
    find_button(room.page.session, "Skip").setFocus()
    press(room, Qt.Key.Key_Space)
    assert room.page.session.headline.text == "Rest after set 1 of 2"


def a_row(room: Room, *names: str) -> Plan:
    """Return a session of several exercises, one short set each."""
    parts = []
    for name in names:
        exercise = room.exercises[name]
        reps = None if exercise.reps is None else 1
        parts.append(Part(exercise, Choice.of(exercise, sets=1, reps=reps)))
    return build_session(parts, "A day", routine="day")


def test_the_next_exercise_is_named_with_what_it_needs_and_its_figure_is_shown(
    qtbot: QtBot, room: Room
) -> None:
    room.keeper.change(units="metric")
    room.page.start(a_row(room, "wall-touches", "chest-weight-hinge"))
    view = room.page.session
    room.wait(10)
    assert [motion.movement.id for motion in view.stage.motions] == ["wall-touch"]
    room.wait(4)
    assert view.following.text == "Next: Weight at the chest"
    room.wait(2)
    assert [motion.movement.id for motion in view.stage.motions] == ["chest-weight-hinge"]
    assert view.headline.text == "Next: exercise 2 of 2"
    assert view.word.text == "Weight at the chest"
    assert view.cue.text.startswith("You need: a light weight, 2 kg")
    assert view.following.text == ""
    room.wait(17)
    assert view.word.text == "Weight at the chest"
    assert view.cue.text == room.exercises["chest-weight-hinge"].cues.prepare
    room.wait(60)
    done = [text.text for text in room.page.done.findChildren(FarText) if text.isVisible()]
    assert done[:3] == ["A day – done", "2 of 2", "2"]
    assert room.rows("SELECT exercise, routine, outcome FROM session") == [
        ("wall-touches", "day", "finished"),
        ("chest-weight-hinge", "day", "finished"),
    ]


def test_the_sides_of_a_hold_are_told_in_words(qtbot: QtBot, room: Room) -> None:
    exercise = room.exercises["single-leg-stand"]
    room.page.start(build_plan(exercise, Choice.of(exercise, sets=1, hold_s=10, switch_s=5)))
    view = room.page.session
    seen: list[tuple[str, str, str]] = []
    while not room.runner.is_over:
        told = (view.headline.text, view.word.text, view.following.text)
        if not seen or seen[-1] != told:
            seen.append(told)
        room.wait(0.5, step=0.5)
    assert seen == [
        ("Set 1 of 1", "", "Next: set 1 of 1"),
        ("Set 1 of 1", "Get ready", "Next: set 1 of 1"),
        ("Set 1 of 1", "Left leg", "Next: Switch"),
        ("Set 1 of 1", "Switch", "Next: Right leg"),
        ("Set 1 of 1", "Get ready", "Next: Right leg"),
        ("Set 1 of 1", "Right leg", "Next: finished"),
    ]


def test_a_session_that_was_broken_off_goes_on_in_the_same_record(qtbot: QtBot, room: Room) -> None:
    begin(room, sets=3, reps=1)
    room.wait(16 + 45 + 2)  # in the second set
    room.world.flush()
    room.runner.deleteLater()  # as a crash would, without a word
    room.page = room.new_page()
    qtbot.addWidget(room.page)
    found = room.page.flow.unfinished
    assert found is not None
    assert (found.place, found.performed) == (Place(0, 2), (1,))
    room.page.flow.go_on()
    assert room.page.session.headline.text == "Set 2 of 3"
    room.wait(200)
    assert room.is_(State.FINISHED)
    rows = room.rows("SELECT set_number, performance, finished FROM performed ORDER BY 2")
    assert rows == [(1, 1, 1), (2, 2, 1), (3, 3, 1)]
    assert room.rows("SELECT count(*) FROM session") == [(1,)]
    assert room.rows("SELECT count(*) FROM running") == [(0,)]


def test_the_media_keys_pause_too(qtbot: QtBot, room: Room) -> None:
    begin(room)
    keys = {shortcut.key(): shortcut for shortcut in room.page.session.findChildren(QShortcut)}
    for key in (Qt.Key.Key_MediaTogglePlayPause, Qt.Key.Key_MediaPlay, Qt.Key.Key_MediaPause):
        room.toggle()
        # Not pressed: the test library knows no such key.
        keys[QKeySequence(key)].activated.emit()
        assert room.is_(State.RESUMING)


def test_a_click_does_not_take_space_from_pause(qtbot: QtBot, room: Room) -> None:
    begin(room)
    for made in room.page.session.findChildren(QPushButton):
        assert not made.focusPolicy() & Qt.FocusPolicy.ClickFocus


class Paints(QObject):
    """Counts paint events."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_paused_nothing_repaints(qtbot: QtBot, room: Room) -> None:
    begin(room)
    room.wait(11)
    room.toggle()
    QApplication.processEvents()
    paints = Paints()
    for widget in room.page.findChildren(QWidget):
        widget.installEventFilter(paints)
    for timer in room.page.findChildren(QTimer):
        if timer.isActive():
            timer.timeout.emit()
    QApplication.processEvents()
    assert paints.count == 0
    room.toggle()
    qtbot.waitUntil(lambda: paints.count > 0)


def test_leaving_the_page_pauses_and_coming_back_shows_it(qtbot: QtBot, room: Room) -> None:
    begin(room)
    room.wait(11)
    room.page.hide()
    assert room.is_(State.PAUSED)
    assert room.player.closed == 0  # the tones are still wanted
    room.page.show()
    assert room.page.session.word.text == "Paused"


def test_a_session_closed_and_then_stopped_lets_go_of_the_sound(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk_module, "ask_to_stop", lambda parent, stop: True)
    begin(room)
    room.page.hide()
    assert room.page.may_close()
    assert room.player.closed == 1


def test_a_gap_says_why(qtbot: QtBot, room: Room) -> None:
    begin(room)
    room.wait(11)
    room.clock.wait(600)
    room.runner.tick()
    assert room.page.session.word.text == "Paused"
    assert room.page.session.cue.text.startswith("Paused because the computer went to sleep.")


def test_without_sound_the_session_says_so_too(qtbot: QtBot, room: Room) -> None:
    room.player.reason = NO_SOUND
    begin(room)
    texts = [t.text for t in room.page.session.findChildren(FarText) if t.isVisible()]
    assert any(text.startswith("No sound.") for text in texts)


def test_digits_are_a_fifth_of_the_window_high(qtbot: QtBot, room: Room) -> None:
    begin(room)
    view = room.page.session
    for width, height in ((868, 640), (1188, 800), (1188, 720), (1828, 1080)):
        room.page.resize(width, height)
        QApplication.processEvents()
        assert digits_height(view.ring) >= height / 5
        assert view.ring.isVisible()


@pytest.mark.parametrize(
    "names",
    [
        ("wall-touches", "broomstick-hinge"),
        ("hamstring-stretch", "single-leg-stand"),
        ("band-hinge", "kettlebell-deadlift"),
    ],
)
def test_no_text_is_cut_at_any_moment(qtbot: QtBot, room: Room, names: tuple[str, str]) -> None:
    room.page.start(a_row(room, *names))
    view = room.page.session
    for width, height in ((868, 640), (1188, 800), (1188, 720)):
        room.page.resize(width, height)
        QApplication.processEvents()
        for _ in range(30):
            room.wait(2)
            QApplication.processEvents()
            for text in (view.headline, view.word, view.cue, view.following):
                if text.isVisible() and text.text:
                    area = QRectF(text.rect())
                    assert area.contains(painted_area(text)), (text.text, width)
                    # What comes next is large once it is next.
                    least = 36 if text is view.following else 27
                    assert pixels(text) >= height / least, text.text
