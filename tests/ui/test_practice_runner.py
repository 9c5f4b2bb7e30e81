from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from app.lessons.model import Offer
from app.practice.choice import Choice
from app.practice.events import PauseReason, PhaseStarted
from app.practice.moment import Moment
from app.practice.timeline import PhaseKind, build_plan
from app.practice.tones import Tone
from app.practice.transitions import State, Trigger
from app.records.model import Record, SetRecord
from app.ui.practice import runner
from tests.helpers.patience import HANG_S
from tests.helpers.practice_page import Room, open_room

SETS = """
    SELECT performance, set_number, reps_done, finished, seconds, ended_ms - started_ms
    FROM performed ORDER BY performance
"""


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    with open_room(qtbot, tmp_path) as opened:
        yield opened


def begin(room: Room, *, sets: int = 2, reps: int = 2) -> None:
    """Start wall touches: 10 s, then 5 s a repetition, 45 s of rest."""
    room.page.choose(Offer("wall-touches", sets, reps))
    plan = room.page.choice.plan()
    assert plan is not None
    room.page.start(plan)


def active_timers(room: Room) -> list[QTimer]:
    return [timer for timer in room.page.findChildren(QTimer) if timer.isActive()]


def test_a_whole_session_is_heard_in_order(room: Room) -> None:
    begin(room)
    room.wait(200)
    rep = [Tone.DOWN, Tone.HOLD, Tone.UP]
    last = [Tone.LAST_REP, Tone.HOLD, Tone.UP]
    into = [Tone.GET_READY] * 3
    assert room.player.played == [*into, *rep, *last, Tone.REST, *into, *rep, *last, Tone.DONE]


def test_a_late_tone_is_not_played(room: Room) -> None:
    begin(room)
    room.wait(9.9)
    room.player.played.clear()
    room.wait(2.5, step=2.5)  # over the start of down by 2.4 s, of hold by 0.4 s
    assert room.player.played == []
    room.wait(0.7, step=0.7)  # up is 0.1 s ago
    assert room.player.played == [Tone.UP]


def test_a_finished_set_is_on_the_disk_as_its_rest_begins(room: Room) -> None:
    begin(room)
    room.wait(19.9)
    assert room.rows(SETS) == []
    room.wait(0.1)
    assert room.player.played[-1] is Tone.REST
    assert room.rows(SETS) == [(1, 1, 2, 1, 10.0, 10_000)]
    assert room.rows("SELECT exercise, sets, outcome FROM session") == [("wall-touches", 2, None)]


def test_nobody_sees_a_rest_before_its_set_is_on_the_disk(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runner, "_DISK_S", HANG_S)  # however slow the disk is
    seen: list[tuple[PhaseKind, int]] = []

    def look(event: PhaseStarted) -> None:
        with closing(room.world.connect()) as connection:
            (count,) = connection.execute("SELECT count(*) FROM performed").fetchone()
        seen.append((event.phase.kind, count))

    begin(room)
    room.runner.phase_started.connect(look)
    room.wait(20.0)
    assert seen[-1] == (PhaseKind.REST, 1)
    assert {count for kind, count in seen if kind is not PhaseKind.REST} == {0}


def test_a_voice_that_never_returns_loses_no_set(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(room)
    room.wait(19.9)
    order: list[object] = []
    room.runner.happened.connect(lambda event: order.append(type(event).__name__))
    put = room.records.put

    def listed(record: Record) -> None:
        order.append(type(record).__name__)
        put(record)

    monkeypatch.setattr(room.records, "put", listed)
    room.wait(0.1)
    assert order.index("SetRecord") < order.index("SetFinished")


def test_the_tones_are_played_before_the_records_are_written(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[object] = []
    monkeypatch.setattr(room.player, "play", order.append)
    monkeypatch.setattr(
        room.records,
        "put",
        lambda record: order.append("record") if isinstance(record, SetRecord) else None,
    )
    begin(room)
    room.wait(20.0)
    assert order[-2:] == [Tone.REST, "record"]


def test_the_end_is_recorded_once(room: Room) -> None:
    begin(room)
    told: list[object] = []
    room.runner.ended.connect(lambda: told.append(room.page.flow.summary))
    room.wait(200)
    assert room.is_(State.FINISHED)
    room.runner.tick()
    assert len(told) == 1
    assert [row[:4] for row in room.rows(SETS)] == [(1, 1, 2, 1), (2, 2, 2, 1)]
    assert room.rows("SELECT outcome FROM session") == [("finished",)]


def test_a_set_cut_short_counts_what_was_done_and_pauses_are_left_out(room: Room) -> None:
    begin(room)
    room.wait(10 + 5 + 2)  # in the second repetition
    room.toggle()
    room.clock.wait(100)
    room.toggle()
    room.wait(3 + 4)  # counted down; the repetition from its top
    room.runner.lead(Trigger.SKIP)
    assert room.rows(SETS) == [(1, 1, 1, 0, 11.0, 114_000)]


@pytest.mark.parametrize("command", [Trigger.SKIP, Trigger.BACK, Trigger.STOP])
def test_a_set_without_a_whole_repetition_is_recorded_for_its_seconds(
    room: Room, command: Trigger
) -> None:
    begin(room)
    room.wait(13)
    room.runner.lead(command)
    assert [row[:5] for row in room.rows(SETS)] == [(1, 1, 0, 0, 3.0)]


def test_stopping_records_what_was_done(room: Room) -> None:
    begin(room)
    room.wait(16)
    room.runner.stop()
    assert [row[:4] for row in room.rows(SETS)] == [(1, 1, 1, 0)]
    assert room.rows("SELECT outcome FROM session") == [("stopped",)]


def test_a_repeated_set_is_a_performance_of_its_own(room: Room) -> None:
    begin(room)
    room.wait(25)
    room.runner.lead(Trigger.BACK)
    room.wait(3 + 10)
    assert [row[:4] for row in room.rows(SETS)] == [(1, 1, 2, 1), (2, 1, 2, 1)]


def test_phases_are_told_with_their_planned_time(room: Room, qtbot: QtBot) -> None:
    begin(room, sets=1)
    heard: list[PhaseStarted] = []
    room.runner.phase_started.connect(heard.append)
    room.wait(21, step=0.7)
    plan = room.runner.plan
    assert [event.at for event in heard] == [1000 + phase.start_s for phase in plan.phases[1:]]


def test_paused_no_timer_runs(room: Room) -> None:
    begin(room)
    room.wait(12)
    assert len(active_timers(room)) == 2
    room.toggle()
    assert room.is_(State.PAUSED)
    assert active_timers(room) == []
    room.toggle()
    assert len(active_timers(room)) == 2


def test_frames_are_asked_for_only_while_they_are_seen(room: Room) -> None:
    begin(room)
    room.runner.set_watched(False)
    waiting = active_timers(room)
    assert len(waiting) == 1
    assert waiting[0].isSingleShot()
    assert 0 < waiting[0].remainingTime() <= 2000
    room.runner.set_watched(True)
    assert len(active_timers(room)) == 2


def test_the_timer_waits_for_what_is_due_and_never_fires_before(room: Room) -> None:
    begin(room)
    room.wait(9.0)
    room.clock.wait(0.3004)
    room.runner.set_watched(False)
    (waiting,) = active_timers(room)
    assert waiting.interval() == 700  # 699.6 ms, rounded up


def test_over_nothing_runs_and_commands_are_let_pass(room: Room) -> None:
    begin(room)
    room.runner.stop()
    for verb in ("stop", "tick"):
        getattr(room.runner, verb)()
    for command in Trigger:
        room.runner.lead(command)
    assert room.is_(State.STOPPED)
    assert len(room.rows("SELECT 1 FROM session")) == 1


def test_a_gap_pauses_and_says_so(room: Room) -> None:
    begin(room)
    room.wait(12)
    room.clock.wait(3600)
    room.runner.tick()
    assert (room.runner.state, room.runner.reason) == (State.PAUSED, PauseReason.GAP)
    room.toggle()
    assert room.runner.reason is None


def test_each_tick_asks_the_session_for_one_moment(room: Room) -> None:
    begin(room)
    moments: list[Moment] = []
    room.runner.moment_changed.connect(moments.append)
    room.wait(2.0, step=0.5)
    assert [round(moment.remaining_s, 3) for moment in moments] == [9.5, 9.0, 8.5, 8.0]


def test_a_hold_is_recorded_without_repetitions(room: Room) -> None:
    import msgspec

    held = msgspec.structs.replace(
        room.exercises["wall-touches"], reps=None, tempo=None, hold_s=20.0
    )
    room.page.start(build_plan(held, Choice.of(held, sets=1, prepare_s=3)))
    room.wait(30)
    rows = room.rows("SELECT reps_done, reps_planned, finished, seconds FROM performed")
    assert rows == [(0, None, 1, 20.0)]
