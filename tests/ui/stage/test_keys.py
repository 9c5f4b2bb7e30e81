from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSlider

from app.ui.stage.keys import press_transport_key
from app.ui.stage.stage import Stage
from app.ui.stage.transport import TransportBar
from tests.helpers.stage import write
from tests.ui.stage.conftest import Box

NONE = Qt.KeyboardModifier.NoModifier
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def key(code: int, held: Qt.KeyboardModifier, text: str) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, code, held, text)


def test_a_phase_on_and_back(box: Box, stage: Stage) -> None:
    ends = stage.motions[0].ends
    for end in ends:
        write(stage, ">")
        assert stage.playback.position == pytest.approx(end)
    write(stage, "<")
    assert stage.playback.position == pytest.approx(ends[-2])


@pytest.mark.parametrize(
    ("back", "on"),
    [
        ((Qt.Key.Key_Less, "<"), (Qt.Key.Key_Greater, ">")),
        ((Qt.Key.Key_Semicolon, ";"), (Qt.Key.Key_Colon, ":")),
    ],
    ids=["us", "german"],
)
def test_shift_with_comma_and_full_stop_is_a_phase_on_every_keyboard(
    stage: Stage, bar: TransportBar, back: tuple[Qt.Key, str], on: tuple[Qt.Key, str]
) -> None:
    assert press_transport_key(key(on[0], SHIFT, on[1]), bar.controls)
    assert stage.playback.position == pytest.approx(stage.motions[0].ends[0])
    assert press_transport_key(key(back[0], SHIFT, back[1]), bar.controls)
    assert stage.playback.position == 0


@pytest.mark.parametrize(
    "held", [CTRL | ALT, Qt.KeyboardModifier.GroupSwitchModifier], ids=["windows", "linux"]
)
def test_brackets_that_need_altgr_turn(
    box: Box, stage: Stage, bar: TransportBar, held: Qt.KeyboardModifier
) -> None:
    stage.set_less_motion(True)
    assert press_transport_key(key(Qt.Key.Key_BracketLeft, held, "["), bar.controls)
    assert stage.turn == 15


@pytest.mark.parametrize("held", [CTRL, ALT, Qt.KeyboardModifier.MetaModifier])
def test_other_shortcuts_are_left_alone(
    stage: Stage, bar: TransportBar, held: Qt.KeyboardModifier
) -> None:
    assert not press_transport_key(key(Qt.Key.Key_F, held, "f"), bar.controls)
    assert not press_transport_key(key(Qt.Key.Key_1, held, "1"), bar.controls)
    assert not press_transport_key(key(Qt.Key.Key_X, NONE, "x"), bar.controls)
    assert stage.turn == 0


def test_home_and_end_stand_at_the_ends(box: Box, stage: Stage) -> None:
    stage.play()
    QTest.keyClick(stage, Qt.Key.Key_End)
    assert not stage.is_playing
    assert stage.playback.position == stage.playback.seconds
    QTest.keyClick(stage, Qt.Key.Key_Home)
    assert stage.playback.position == 0


def test_frames_speed_loop_mirror_and_words(box: Box, stage: Stage, bar: TransportBar) -> None:
    write(stage, "..")
    assert stage.playback.position == pytest.approx(2 / 25, rel=0.05)
    write(stage, ",")
    assert stage.playback.position == pytest.approx(1 / 25, rel=0.05)
    write(stage, "+")
    assert stage.playback.speed == 1.5
    write(stage, "--")
    assert stage.playback.speed == 0.5
    write(stage, "lmt")
    assert not stage.playback.looping
    assert stage.mirror
    assert stage.text_shown


def test_a_focused_slider_keeps_its_own_keys(box: Box, stage: Stage, bar: TransportBar) -> None:
    slider = bar.findChild(QSlider)
    assert isinstance(slider, QSlider)
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert stage.playback.position == pytest.approx(stage.playback.seconds / 100)
