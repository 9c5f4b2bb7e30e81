from __future__ import annotations

import pytest

from app.practice.choice import Choice
from app.practice.events import (
    CountdownTicked,
    HalfwayReached,
    Paused,
    PauseReason,
    Resumed,
    ResumeStarted,
    SessionStopped,
)
from app.practice.exercise import Exercise
from app.practice.session import Session
from app.practice.timeline import build_plan
from app.practice.tones import IMPORTANCE, Tone, is_late, tone_for, tones_due
from tests.helpers.clock import ManualClock, play


def test_a_whole_set_by_ear(exercises: dict[str, Exercise]) -> None:
    exercise = exercises["wall-touches"]
    session = Session(build_plan(exercise, Choice.of(exercise, sets=2, reps=2)))
    events = session.start(0) + play(session, ManualClock())
    heard = [(event.at, tone.value) for event in events if (tone := tone_for(event))]
    one_set = ["get_ready"] * 3 + ["down", "hold", "up", "last_rep", "hold", "up"]
    assert [tone for _, tone in heard] == [*one_set, "rest", *one_set, "done"]
    times = [at for at, _ in heard]
    assert len(set(times)) == len(times)  # never two at once


def test_halfway_through_a_set_the_tone_of_the_repetition_is_heard(
    exercises: dict[str, Exercise],
) -> None:
    exercise = exercises["wall-touches"]
    session = Session(build_plan(exercise, Choice.of(exercise, sets=1, reps=4)))
    events = session.start(0) + play(session, ManualClock())
    (halfway,) = [event for event in events if isinstance(event, HalfwayReached)]
    assert (halfway.at, halfway.cue, tone_for(halfway)) == (20.0, exercise.cues.halfway, None)
    heard = [event.at for event in events if tone_for(event)]
    assert len(set(heard)) == len(heard)


@pytest.mark.parametrize("reps", [1, 2, 3])
def test_a_short_set_has_no_halfway(exercises: dict[str, Exercise], reps: int) -> None:
    exercise = exercises["wall-touches"]
    session = Session(build_plan(exercise, Choice.of(exercise, sets=1, reps=reps)))
    events = session.start(0) + play(session, ManualClock())
    assert not any(isinstance(event, HalfwayReached) for event in events)


@pytest.mark.parametrize(("hold", "told"), [(9.5, []), (10, [15.0]), (20, [20.0])])
def test_the_middle_of_a_hold_is_heard_where_it_is_long(
    exercises: dict[str, Exercise], hold: float, told: list[float]
) -> None:
    exercise = exercises["single-leg-stand"]
    session = Session(build_plan(exercise, Choice.of(exercise, sets=1, hold_s=hold)))
    session.start(0)
    events = play(session, ManualClock(), 10 + hold)
    assert [event.at for event in events if isinstance(event, HalfwayReached)] == told


def test_the_rest_is_silent() -> None:
    silent = (
        Paused(1.0, PauseReason.USER),
        ResumeStarted(1.0),
        Resumed(1.0),
        SessionStopped(1.0, 0, None),
    )
    assert [tone_for(event) for event in silent] == [None] * 4


def test_a_late_tone_is_known() -> None:
    tick = CountdownTicked(10.0, 3)
    assert tone_for(tick) is Tone.GET_READY
    assert not is_late(tick, 10.0)
    assert not is_late(tick, 10.25)
    assert is_late(tick, 10.35)
    assert is_late(tick, 10.25, limit_s=0.2)


def test_of_all_that_is_noticed_at_once_the_most_important_comes_first(
    exercises: dict[str, Exercise],
) -> None:
    exercise = exercises["wall-touches"]
    session = Session(build_plan(exercise, Choice.of(exercise, sets=1, reps=2)))
    events = session.start(0) + play(session, ManualClock())
    assert tones_due([e for e in events if e.at == 15.0], 15.1) == (Tone.LAST_REP, Tone.DOWN)
    assert tones_due(events, 20.2) == (Tone.DONE,)
    assert tones_due(events, 100.0) == ()
    near = [CountdownTicked(10.0, 1), HalfwayReached(10.1, 0, 1, 1, "Halfway", in_hold=True)]
    assert tones_due(near, 10.2) == (Tone.HALFWAY, Tone.GET_READY)
    assert tones_due(near, 10.35) == (Tone.HALFWAY,)


def test_every_tone_has_its_importance() -> None:
    assert sorted(IMPORTANCE) == sorted(Tone)
    assert IMPORTANCE[-1] is Tone.TICK
