from __future__ import annotations

import pytest

from app.practice.choice import Choice
from app.practice.events import HalfwayReached, HoldEnding
from app.practice.session import Session
from app.practice.timeline import build_plan
from tests.helpers.clock import ManualClock, play
from tests.helpers.session_process import read_all_exercises

EXERCISES = read_all_exercises()


def notices(name: str, reps: int | None) -> tuple[list[tuple[float, str]], dict[type, list[float]]]:
    """Return when what is noticed changed, and when its events were told."""
    exercise = EXERCISES[name]
    session = Session(build_plan(exercise, Choice.of(exercise, sets=1, reps=reps)))
    clock = ManualClock()
    session.start(0.0)
    seen: list[tuple[float, str]] = []
    told: dict[type, list[float]] = {HalfwayReached: [], HoldEnding: []}
    while session.next_boundary(clock.now) is not None:
        for event in play(session, clock, clock.now + 0.25):
            if type(event) in told:
                told[type(event)].append(event.at)
        notice = session.moment(clock.now).notice
        if not seen or seen[-1][1] != notice:
            seen.append((clock.now, notice))
    return seen, told


@pytest.mark.parametrize("reps", [4, 5])
def test_halfway_through_a_set_is_shown_as_it_is_spoken(reps: int) -> None:
    seen, told = notices("slow-motion", reps)
    (at,) = told[HalfwayReached]
    phase = 5.0
    assert seen == [(0.25, ""), (at, "Halfway"), (at + phase, "")]


def test_a_set_of_few_repetitions_has_no_half() -> None:
    assert notices("slow-motion", 3)[0] == [(0.25, "")]


def test_the_half_and_the_end_of_a_hold_are_shown_as_they_are_told() -> None:
    seen, told = notices("single-leg-stand", None)
    halves, ends = told[HalfwayReached], told[HoldEnding]
    assert len(halves) == len(ends) == 2
    last = EXERCISES["single-leg-stand"].cues.last
    expected = [(0.25, "")]
    for half, end in zip(halves, ends, strict=True):
        expected += [(half, "Halfway"), (half + 3, ""), (end, last), (end + 5, "")]
    assert seen == expected[:-1] or seen == expected
