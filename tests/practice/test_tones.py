from __future__ import annotations

from app.practice.choice import Choice
from app.practice.events import (
    CountdownTicked,
    Paused,
    PauseReason,
    Resumed,
    ResumeStarted,
    SessionStopped,
)
from app.practice.exercise import Exercise
from app.practice.session import Session
from app.practice.timeline import build_plan
from app.practice.tones import Tone, is_late, tone_for
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
