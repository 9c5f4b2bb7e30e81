"""A session led by voice, and its seconds ticked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.lessons.model import Offer
from app.practice.choice import Choice
from app.practice.timeline import Part, build_session
from app.practice.tones import Tone
from app.ui.practice.far_text import FarText
from tests.helpers.practice_page import NO_SOUND, Room, open_room

FLOOR = "Look at the floor ahead of you"
REP = ["Hips back to the wall, 1", "Touch", "Hips forward, stand tall"]


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    with open_room(qtbot, tmp_path) as opened:
        opened.voice.reason = ""
        yield opened


def begin(room: Room, *, sets: int = 2, reps: int = 2) -> None:
    """Start wall touches: 10 s, then 5 s a repetition, 45 s of rest."""
    room.page.choose(Offer("wall-touches", sets, reps))
    plan = room.page.choice.plan()
    assert plan is not None
    room.page.start(plan)


def beat(room: Room, seconds: float) -> None:
    """Let time pass, ticking as both timers would."""
    for _ in range(round(seconds / 0.25)):
        room.wait(0.25)
        room.page.sound.pulse.tick()


def test_a_session_is_led_by_voice(room: Room) -> None:
    begin(room)
    room.wait(200)
    prepare, *said = room.voice.said
    assert prepare.endswith(FLOOR)
    one_set = [*REP, "Last one", *REP[1:]]
    rest = room.exercises["wall-touches"].cues.rest.removesuffix(".")
    done = room.exercises["wall-touches"].cues.done.removesuffix(".")
    assert said == [*one_set, rest, "Set 2 of 2", *one_set, done]


def test_a_late_word_is_dropped_not_queued(room: Room) -> None:
    begin(room)
    room.wait(9.9)
    room.voice.said.clear()
    room.wait(2.5, step=2.5)  # over the start of down by 2.4 s, of hold by 0.4 s
    assert room.voice.said == []
    room.wait(0.7, step=0.7)
    assert room.voice.said == [REP[2]]


def test_what_still_speaks_is_cut_by_the_next(room: Room) -> None:
    begin(room)
    room.wait(10)
    room.voice.is_speaking = True
    room.voice.stopped = 0
    room.wait(2)
    assert (room.voice.stopped, room.voice.said[-1]) == (1, "Touch")


def test_a_note_does_not_cut_a_cue(room: Room) -> None:
    begin(room)
    room.wait(25)  # the rest is being told
    room.voice.is_speaking = True
    said = list(room.voice.said)
    room.wait(38)  # over "Set 2 of 2"
    assert room.voice.said == said
    room.wait(3)
    assert room.voice.said[-1] == REP[0]


def test_a_pause_is_said_and_nothing_else_goes_on(room: Room) -> None:
    begin(room)
    room.wait(11)
    room.toggle()
    assert room.voice.said[-1] == "Paused"
    assert room.voice.stopped == 1
    room.toggle()
    assert room.voice.said[-1] == "Get ready"
    room.runner.stop()
    assert room.voice.stopped == 2


def test_the_next_exercise_is_said_with_what_it_needs(room: Room) -> None:
    parts = [
        Part(room.exercises[name], Choice.of(room.exercises[name], sets=1, reps=1))
        for name in ("wall-touches", "broomstick-hinge")
    ]
    room.page.start(build_session(parts, "A day"))
    room.wait(16)
    assert room.voice.said[-1].startswith(
        "Next: Broomstick hinges. You need: a broomstick or another straight stick. Hold the"
    )
    assert room.voice.said[-1].endswith(f"{FLOOR}.")


def test_seconds_are_counted_only_where_that_is_wanted(room: Room) -> None:
    begin(room)
    beat(room, 13)
    assert not {"1", "2", "3"} & set(room.voice.said)
    room.keeper.change(count_seconds=True)
    beat(room, 60)
    # Of the rest of the first set: up, and the last one; then 3, 2, 1 before the second.
    counted = [said for said in room.voice.said if said.isdigit()]
    assert counted[:3] == ["1", "1", "1"]
    assert counted[3:5] == ["2", "1"]


def test_the_countdown_is_counted_too(room: Room) -> None:
    room.keeper.change(count_seconds=True)
    begin(room)
    beat(room, 12)
    assert room.voice.said[1:] == ["3", "2", "1", REP[0], "1", "Touch"]


def test_the_metronome_ticks_each_second_of_a_phase_only_where_it_is_wanted(room: Room) -> None:
    begin(room)
    beat(room, 15)
    assert Tone.TICK not in room.player.played
    assert not room.page.sound.pulse._timer.isActive()
    room.keeper.change(metronome=True)
    room.player.played.clear()
    beat(room, 5)
    assert room.player.played == [Tone.TICK, Tone.HOLD, Tone.UP, Tone.TICK, Tone.REST]
    assert not room.page.sound.pulse._timer.isActive()  # nothing ticks in a rest


def test_a_pause_stops_the_metronome(room: Room) -> None:
    room.keeper.change(metronome=True)
    begin(room)
    beat(room, 10.5)
    assert room.page.sound.pulse._timer.isActive()
    room.toggle()
    assert not room.page.sound.pulse._timer.isActive()
    room.clock.wait(1)
    room.page.sound.pulse.tick()
    assert Tone.TICK not in room.player.played


def test_a_late_tick_is_dropped(room: Room) -> None:
    room.keeper.change(metronome=True)
    begin(room)
    room.wait(10)
    room.clock.wait(1.35)
    room.page.sound.pulse.tick()
    assert Tone.TICK not in room.player.played


def test_a_tone_that_is_turned_off_is_not_heard_and_the_next_is(room: Room) -> None:
    room.keeper.change(tones_off=["last_rep", "hold"])
    begin(room, sets=1)
    room.wait(100)
    up = [Tone.DOWN, Tone.UP]
    assert room.player.played == [*[Tone.GET_READY] * 3, *up, *up, Tone.DONE]


def test_without_tones_and_voice_the_session_warns_and_with_a_voice_it_does_not(
    room: Room,
) -> None:
    def warns() -> bool:
        texts = [t.text for t in room.page.session.findChildren(FarText) if t.isVisible()]
        return any(text.startswith("No sound.") for text in texts)

    room.player.reason = NO_SOUND
    begin(room)
    assert not warns()
    room.keeper.change(voice=False)
    assert warns()


def test_the_voice_follows_the_settings_in_mid_session(room: Room) -> None:
    begin(room)
    room.keeper.change(voice_name="Bert", voice_rate=25, voice_volume=40)
    assert room.voice.tuned[-1] == ("Bert", 25, 40)
    said = len(room.voice.said)
    room.keeper.change(voice=False)
    room.wait(12)
    assert len(room.voice.said) == said
    room.keeper.change(voice=True)
    room.wait(2)
    assert len(room.voice.said) > said


def test_switched_off_no_voice_is_opened(qtbot: QtBot, tmp_path: Path) -> None:
    with open_room(qtbot, tmp_path) as room:
        room.keeper.change(voice=False)
        room.voice.reason = ""
        room.voice.tuned.clear()
        begin(room)
        room.wait(30)
        assert (room.voice.said, room.voice.tuned) == ([], [])
