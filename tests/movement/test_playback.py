from __future__ import annotations

import pytest

from app.movement.playback import SEAM_S, STEP_S, Playback


@pytest.fixture
def playback() -> Playback:
    playing = Playback(4.0)
    playing.play(100.0)
    return playing


def test_it_starts_paused_at_the_start() -> None:
    still = Playback(4.0)
    assert not still.playing
    assert still.advance(5.0) is False
    assert still.position == 0


def test_time_moves_it(playback: Playback) -> None:
    assert playback.advance(101.5) is True
    assert playback.position == pytest.approx(1.5)
    assert playback.advance(101.5) is False


@pytest.mark.parametrize("speed", [0.25, 0.5, 1.0, 2.0])
def test_speed_stretches_time(playback: Playback, speed: float) -> None:
    playback.set_speed(speed)
    playback.advance(101.0)
    assert playback.position == pytest.approx(speed)


@pytest.mark.parametrize(("wanted", "speed"), [(0.01, 0.25), (9, 2.0), (1.3, 1.3)])
def test_speed_stays_within_a_quarter_and_twice(
    playback: Playback, wanted: float, speed: float
) -> None:
    playback.set_speed(wanted)
    assert playback.speed == speed


def test_a_change_of_speed_does_not_jump(playback: Playback) -> None:
    playback.advance(101.0)
    playback.set_speed(2.0)
    assert playback.position == pytest.approx(1.0)
    playback.advance(102.0)
    assert playback.position == pytest.approx(3.0)


def test_the_figure_stands_for_a_moment_before_the_next_rep(playback: Playback) -> None:
    playback.advance(104.0)
    assert playback.position == 4.0
    playback.advance(104.0 + SEAM_S - 0.01)
    assert playback.position == 4.0
    playback.advance(104.0 + SEAM_S + 0.5)
    assert playback.position == pytest.approx(0.5)
    assert playback.playing


def test_late_ticks_come_out_where_many_small_ones_do() -> None:
    late, often = Playback(4.0), Playback(4.0)
    late.play(0.0)
    often.play(0.0)
    for i in range(1, 2001):
        often.advance(i * 0.02)
    late.advance(40.0)
    assert late.position == pytest.approx(often.position, abs=1e-6)
    assert late.position == pytest.approx(40.0 % (4.0 + SEAM_S), abs=1e-6)


def test_a_tick_a_day_late_ends(playback: Playback) -> None:
    playback.advance(100.0 + 86_400)
    assert 0 <= playback.position <= 4.0


def test_without_looping_it_stops_at_the_end(playback: Playback) -> None:
    playback.looping = False
    playback.advance(150.0)
    assert playback.position == 4.0
    assert not playback.playing
    playback.play(200.0)  # from the start again
    playback.advance(201.0)
    assert playback.position == pytest.approx(1.0)


def test_ending_exactly_at_the_end_stops_with_the_next_tick(playback: Playback) -> None:
    playback.looping = False
    playback.advance(104.0)
    playback.advance(104.1)
    assert playback.position == 4.0
    assert not playback.playing


def test_a_clock_that_runs_backwards_moves_nothing(playback: Playback) -> None:
    playback.advance(101.0)
    assert playback.advance(50.0) is False
    assert playback.position == pytest.approx(1.0)
    playback.advance(50.5)
    assert playback.position == pytest.approx(1.5)


def test_a_pause_takes_no_time(playback: Playback) -> None:
    playback.advance(101.0)
    playback.pause()
    assert playback.advance(190.0) is False
    playback.play(200.0)
    playback.advance(200.5)
    assert playback.position == pytest.approx(1.5)


@pytest.mark.parametrize(("wanted", "position"), [(-1, 0.0), (2.5, 2.5), (99, 4.0)])
def test_seeking_is_clamped(playback: Playback, wanted: float, position: float) -> None:
    playback.seek(wanted)
    assert playback.position == position
    assert playback.playing


def test_seeking_out_of_the_seam_forgets_it(playback: Playback) -> None:
    playback.advance(104.0 + SEAM_S / 2)
    playback.seek(4.0)
    playback.advance(104.0 + SEAM_S)  # half a seam later: still standing
    assert playback.position == 4.0


def test_steps_pause_and_go_both_ways(playback: Playback) -> None:
    playback.seek(2.0)
    playback.step(1)
    assert not playback.playing
    assert playback.position == pytest.approx(2.0 + STEP_S)
    playback.step(-2)
    assert playback.position == pytest.approx(2.0 - STEP_S)


def test_steps_come_in_at_the_other_end(playback: Playback) -> None:
    playback.seek(4.0)
    playback.step(1)
    assert playback.position == 0.0
    playback.step(-1)
    assert playback.position == 4.0


@pytest.mark.parametrize("seconds", [0.1, 0.37, 1.2, 10.0])
def test_stepping_visits_every_frame_once_and_both_ends(seconds: float) -> None:
    playback = Playback(seconds)
    there = []
    for _ in range(round(seconds / STEP_S) + 1):
        there.append(playback.position)
        playback.step(1)
    assert playback.position == 0.0
    assert there == sorted(set(there))
    assert (there[0], there[-1]) == (0.0, seconds)
    back = []
    for _ in there:
        playback.step(-1)
        back.append(playback.position)
    assert back[::-1] == pytest.approx(there)


def test_another_movement_starts_paused_from_its_start(playback: Playback) -> None:
    playback.advance(102.0)
    playback.load(7.0)
    assert (playback.seconds, playback.position, playback.playing) == (7.0, 0.0, False)
