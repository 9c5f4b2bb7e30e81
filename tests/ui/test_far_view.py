from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.figure.palette import DARK, LIGHT, Palette
from app.practice.choice import Choice
from app.practice.timeline import Part, PhaseKind, build_plan, build_session
from app.practice.transitions import State, Trigger
from app.ui.practice.far_panel import FLASH_GAP_S
from app.ui.practice.far_view import FarView
from app.ui.practice.grounds import ground_of
from tests.helpers.painted import digits_height, painted_area, pixels
from tests.helpers.practice_page import NO_SOUND, Room, find_button, open_room

SIZES = [(960, 640), (1280, 800), (2560, 1440), (600, 1000), (1080, 1920)]


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    with open_room(qtbot, tmp_path) as opened:
        yield opened


def begin(room: Room, *names: str, own_pace: bool = False, sets: int = 2, reps: int = 4) -> None:
    """Start a session: 10 s, then the exercises one after the other."""
    parts = []
    for name in names or ("wall-touches",):
        exercise = room.exercises[name]
        some = reps if exercise.reps else None
        choice = Choice.of(exercise, sets=sets, reps=some, own_pace=own_pace)
        parts.append(Part(exercise, choice))
    room.page.start(build_session(parts, "A row"))


def open_far(qtbot: QtBot, room: Room, size: tuple[int, int] = (1280, 800)) -> FarView:
    """Open the far view by its key, in a window of a size."""
    room.page.activateWindow()
    qtbot.waitUntil(room.page.isActiveWindow)
    QTest.keyClick(room.page, Qt.Key.Key_F11)
    far = room.page.session.far
    assert far is not None
    far.showNormal()
    far.resize(*size)
    far.activateWindow()
    qtbot.waitUntil(far.isActiveWindow)
    return far


def buttons(far: FarView) -> bool:
    return far._foot.currentWidget() is far.controls


def is_far(room: Room) -> bool:
    return room.page.session.far_shown


def is_flashing(far: FarView) -> bool:
    return far.panel.is_flashing


def press(far: FarView, key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    QTest.keyClick(focus if focus is not None else far, key)


def test_f11_fills_the_screen_of_the_window_and_escape_leaves_it(qtbot: QtBot, room: Room) -> None:
    begin(room)
    session = room.page.session
    session.controls.far_button.click()
    far = session.far
    assert far is not None
    assert far.isFullScreen()
    assert far.screen() is session.screen()
    assert not session.updatesEnabled()
    far.close()
    far = open_far(qtbot, room)
    press(far, Qt.Key.Key_Escape)
    assert not is_far(room)
    assert session.updatesEnabled()
    assert room.is_(State.RUNNING)


def test_both_views_show_the_same_moment(qtbot: QtBot, room: Room) -> None:
    begin(room, "wall-touches", "single-leg-stand")
    far = open_far(qtbot, room)
    near, panel = room.page.session, far.panel
    while not room.runner.is_over:
        assert panel.word.text == near.word.text or not near.word.text
        assert panel.word.text
        assert (panel.ring.text, panel.ring.fraction) == (near.ring.text, near.ring.fraction)
        assert far.stage.playback.position == near.stage.playback.position
        room.wait(0.7, step=0.7)


def test_a_change_over_says_once_what_is_next(qtbot: QtBot, room: Room) -> None:
    begin(room, "wall-touches", "single-leg-stand", sets=1, reps=1)
    panel = open_far(qtbot, room).panel
    assert panel.headline.text == "Wall touches"
    seen = set()
    while not room.runner.is_over:
        parts = (panel.headline, panel.word, panel.cue, panel.following)
        words = [part.text for part in parts if part.text]
        title = room.exercises["single-leg-stand"].title
        assert sum(text.count("Next") for text in words) <= 1, words
        assert sum(text.count(title) for text in words) <= 1, words
        seen.add((panel.headline.text, panel.word.text))
        room.wait(0.7, step=0.7)
    assert ("Next: exercise 2 of 2", title) in seen


@pytest.mark.parametrize("size", SIZES)
def test_digits_are_a_fifth_of_the_window_high_and_nothing_is_cut(
    qtbot: QtBot, room: Room, size: tuple[int, int]
) -> None:
    begin(room, "wall-touches", "single-leg-stand", sets=1)
    far = open_far(qtbot, room, size)
    panel = far.panel
    least = size[1] / 5
    if size == (600, 1000):
        far.show_controls()
        QApplication.processEvents()
        assert far.controls.height() >= far.controls.heightForWidth(far.controls.width())
        far.hide_controls()
    while not room.runner.is_over:
        QApplication.processEvents()
        assert digits_height(panel.ring) >= least - 1, panel.ring.text
        shown = [w for w in (panel.headline, panel.word, panel.cue, panel.following) if w.text]
        for text in shown:
            area = text.rect().toRectF().adjusted(-1, -1, 1, 1)
            assert area.contains(painted_area(text)), text.text
            assert pixels(text) >= min(size) / 42, text.text
        parts = [panel.headline, panel.word, panel.ring, panel.cue, panel.following]
        for above, below in pairwise(part for part in parts if part.isVisible()):
            assert above.geometry().bottom() < below.geometry().top()
        assert panel.rect().contains(parts[-2].geometry())
        room.wait(1.9, step=1.9)


def luminance(colour: QColor) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(v) for v in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("kind", list(PhaseKind))
def test_words_are_read_on_every_ground(palette: Palette, kind: PhaseKind) -> None:
    ink, ground = luminance(palette.ink), luminance(ground_of(palette, kind))
    high, low = max(ink, ground), min(ink, ground)
    assert (high + 0.05) / (low + 0.05) >= 4.5


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_each_phase_changes_the_ground(room: Room, palette: Palette) -> None:
    for exercise in room.exercises.values():
        phases = build_plan(exercise, Choice.of(exercise)).phases
        for one, other in pairwise(phases):
            assert ground_of(palette, one.kind) != ground_of(palette, other.kind), exercise.id


def test_a_phase_flashes_only_where_that_is_set_and_never_more_than_three_times_a_second(
    qtbot: QtBot, room: Room
) -> None:
    begin(room, reps=4)
    far = open_far(qtbot, room)
    room.wait(10.5)
    assert not is_flashing(far)
    room.keeper.change(flash=True)
    flashes: list[float] = []
    for turn in range(400):
        room.wait(0.05, step=0.05)
        if is_flashing(far):
            flashes.append(room.clock.now)
            far.panel._flash_over.timeout.emit()
        # As fast as a key can be pressed, too.
        if 200 < turn < 240:
            room.toggle()
    assert len(flashes) > 5
    assert FLASH_GAP_S > 1 / 3
    assert min(b - a for a, b in pairwise(flashes)) >= FLASH_GAP_S - 1e-6


#: Keys, the button that does the same, and what the session is then.
LEADING = [
    (Qt.Key.Key_Space, "Pause", State.PAUSED, ""),
    (Qt.Key.Key_MediaPlay, "Pause", State.PAUSED, ""),
    (Qt.Key.Key_Right, "Skip", State.RUNNING, "Rest after set 1 of 2"),
    (Qt.Key.Key_MediaNext, "Skip", State.RUNNING, "Rest after set 1 of 2"),
    (Qt.Key.Key_Left, "Back", State.RUNNING, "Set 1 of 2"),
    (Qt.Key.Key_MediaPrevious, "Back", State.RUNNING, "Set 1 of 2"),
    (Qt.Key.Key_R, "Repeat", State.RUNNING, "Set 1 of 2"),
    (Qt.Key.Key_S, "Stop", State.STOPPED, ""),
    (Qt.Key.Key_MediaStop, "Stop", State.STOPPED, ""),
]


@pytest.mark.parametrize("way", ["key", "button", "key in the window"])
def test_everything_is_led_by_key_media_key_and_button(qtbot: QtBot, room: Room, way: str) -> None:
    for key, name, state, headline in LEADING:
        begin(room)
        room.settle()
        far = open_far(qtbot, room)
        room.wait(17)
        if way == "key":
            press(far, key)
        elif way == "button":
            far.show_controls()
            find_button(far.controls, name).click()
        else:
            far.close()
            room.page.activateWindow()
            qtbot.waitUntil(room.page.isActiveWindow)
            QTest.keyClick(room.page, key)
        assert room.is_(state), key
        if headline:
            assert room.page.session.headline.text == headline, key
        if state is not State.STOPPED:
            room.runner.lead(Trigger.STOP)
        assert room.shows(room.page.done), key
        assert not is_far(room), key


def test_a_rest_is_made_longer_and_a_paused_session_skipped_from_the_far_view(
    qtbot: QtBot, room: Room
) -> None:
    begin(room)
    far = open_far(qtbot, room)
    room.wait(17)
    press(far, Qt.Key.Key_Right)
    left = int(far.panel.ring.text)
    press(far, Qt.Key.Key_Plus)
    assert int(far.panel.ring.text) == left + 15
    press(far, Qt.Key.Key_Space)
    press(far, Qt.Key.Key_Right)
    assert room.is_(State.PAUSED)
    press(far, Qt.Key.Key_Space)
    room.wait(3.5)
    assert far.panel.headline.text == "Rep 1 of 4 · Set 2 of 2"


@pytest.mark.parametrize("way", ["space", "figure", "words", "button"])
def test_a_repetition_at_ones_own_pace_ends_there_too(qtbot: QtBot, room: Room, way: str) -> None:
    begin(room, own_pace=True)
    far = open_far(qtbot, room)
    room.wait(11)
    assert room.is_(State.AWAITING)
    assert far.panel.headline.text == "Rep 1 of 4 · Set 1 of 2"
    if way == "space":
        press(far, Qt.Key.Key_Space)
    elif way == "button":
        far.show_controls()
        find_button(far.controls, "Rep done").click()
    else:
        target = far.stage if way == "figure" else far.panel.word
        QTest.mouseClick(target, Qt.MouseButton.LeftButton)
    assert far.panel.headline.text == "Rep 2 of 4 · Set 1 of 2"


def test_the_buttons_come_with_the_mouse_and_go_after_three_seconds(
    qtbot: QtBot, room: Room
) -> None:
    begin(room)
    far = open_far(qtbot, room)
    assert not buttons(far)
    window, middle = far.windowHandle(), far.panel.cue.mapTo(far, QPoint(5, 5))
    QTest.mouseMove(window, middle)
    QTest.mouseMove(window, middle + QPoint(10, 4))
    assert buttons(far)
    assert far.cursor().shape() != Qt.CursorShape.BlankCursor
    assert (far._controls_over.isActive(), far._controls_over.interval()) == (True, 3000)
    far._controls_over.timeout.emit()
    assert not buttons(far)
    assert far.cursor().shape() == Qt.CursorShape.BlankCursor
    press(far, Qt.Key.Key_Tab)
    assert buttons(far)


def test_at_the_end_it_waits_for_any_key(qtbot: QtBot, room: Room) -> None:
    begin(room, sets=1, reps=1)
    far = open_far(qtbot, room)
    room.wait(60)
    assert room.runner.is_over
    assert is_far(room)
    assert far.panel.word.text == "Done"
    press(far, Qt.Key.Key_Right)
    assert not is_far(room)
    assert room.shows(room.page.done)
    begin(room)
    far = open_far(qtbot, room)
    assert (far.panel.word.text, far.panel.ring.isVisible()) == ("Get ready", True)


def test_a_key_too_many_at_the_end_is_not_any_key(qtbot: QtBot, room: Room) -> None:
    exercise = room.exercises["wall-touches"]
    choice = Choice.of(exercise, sets=1, reps=1, own_pace=True)
    room.page.start(build_session([Part(exercise, choice)], exercise.title))
    far = open_far(qtbot, room)
    room.wait(10.25)
    press(far, Qt.Key.Key_Space)
    assert room.runner.is_over
    press(far, Qt.Key.Key_Space)
    QTest.mouseClick(far, Qt.MouseButton.LeftButton)
    assert is_far(room)
    room.settle()
    press(far, Qt.Key.Key_Space)
    assert not is_far(room)


def test_a_question_and_another_page_leave_it(qtbot: QtBot, room: Room) -> None:
    begin(room)
    open_far(qtbot, room)
    room.page.hide()
    assert not is_far(room)
    assert room.is_(State.PAUSED)


def test_it_says_that_there_is_no_sound(qtbot: QtBot, room: Room) -> None:
    room.player.reason = NO_SOUND
    begin(room)
    far = open_far(qtbot, room)
    assert far._hint.text.startswith("No sound.")
    press(far, Qt.Key.Key_Space)
    assert far._hint.text.startswith("Space: resume")


def test_sleep_is_explained_there_too(qtbot: QtBot, room: Room) -> None:
    begin(room)
    far = open_far(qtbot, room)
    room.wait(12)
    room.clock.wait(3600)  # read_clock goes on while the machine sleeps
    room.runner.tick()
    assert room.is_(State.PAUSED)
    assert far.panel.word.text == "Paused"
    assert far.panel.cue.text == (
        "Paused because the computer went to sleep. Press Space to resume."
    )


def test_the_buttons_begin_at_the_edge_of_the_figure(qtbot: QtBot, room: Room) -> None:
    begin(room)
    far = open_far(qtbot, room)
    far.show_controls()
    QApplication.processEvents()
    pause = find_button(far.controls, "Pause")
    assert pause.mapTo(far, QPoint(0, 0)).x() == far.stage.mapTo(far, QPoint(0, 0)).x()
