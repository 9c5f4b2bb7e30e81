"""A kettlebell that the hips throw."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.body.anthropometry import Body, Sex
from app.body.balance import GRAVITY
from app.errors import ContentError
from app.movement.audit import frame_times
from app.movement.motion import Motion
from app.movement.throw import Throw
from tests.helpers.motions import MOVEMENTS
from tests.helpers.movements import written

BODIES = [Body(), Body(1.5, 50, Sex.FEMALE, slr_deg=70), Body(2.0, 95)]
APART_S = 2e-3
DRIVE = "up 0.6 { thorax = 0, arms = { shoulder = 80 } }"
LOW = "down 1 { thorax = 50, arms = { shoulder = 10 } }"


def pull_of(motion: Motion, t: float) -> float:
    """Return how fast the palms' height accelerates, m/s2."""
    low, at, high = (
        motion.skeleton_at(t + step * APART_S).joints["palm_left"].y for step in (-1, 0, 1)
    )
    return (low - 2 * at + high) / APART_S**2


@pytest.mark.parametrize("body", BODIES, ids=str)
def test_at_the_top_it_falls_freely_and_is_never_pushed_down(body: Body) -> None:
    motion = Motion(MOVEMENTS["kettlebell-swing"], body)
    top = motion.time_of("float-1", 0.5)
    assert pull_of(motion, top) == pytest.approx(-GRAVITY, rel=0.02)
    times = [t for t in frame_times(motion, 300) if APART_S < t < motion.seconds - APART_S]
    assert min(pull_of(motion, t) for t in times) > -1.25 * GRAVITY


def test_it_flies_up_to_the_chest_while_the_body_stands() -> None:
    motion = Motion(MOVEMENTS["kettlebell-swing"], Body())
    begin, top, end = (motion.skeleton_at(motion.time_of("float-1", u)) for u in (0.0, 0.5, 1.0))
    assert begin.hip == pytest.approx(end.hip)
    assert begin.joints["palm_left"] == pytest.approx(end.joints["palm_left"], abs=1e-6)
    rise = top.joints["palm_left"].y - begin.joints["palm_left"].y
    assert rise > 0.25
    assert top.joints["palm_left"].y < top.joints["shoulder_left"].y


def test_the_drive_ends_as_the_flight_begins() -> None:
    throw = Throw(0.7, 14, 84, 0.6)
    assert throw.in_drive(0, 0.6) == 14
    assert throw.in_drive(1, 0.6) == pytest.approx(throw.in_flight(0))
    assert throw.in_flight(0) == throw.in_flight(1)
    assert throw.in_flight(0.5) == pytest.approx(84)
    step = 1e-4
    before = (throw.in_drive(1, 0.6) - throw.in_drive(1 - step, 0.6)) / (0.6 * step)
    after = (throw.in_flight(step) - throw.in_flight(0)) / (0.6 * step)
    assert before == pytest.approx(after, rel=0.01)
    assert throw.in_catch(0.3, 0.6) == throw.in_drive(0.7, 0.6)


@pytest.mark.parametrize(
    "phases",
    [
        ("hold 0.6 flies",),
        (LOW, "hold 0.6 flies", "up 1 { thorax = 0 }"),
        (LOW, "up 0.6 { thorax = 0 }", "hold 0.6 flies", LOW),
        (LOW, DRIVE, "hold 0.6 flies"),
    ],
)
def test_what_flies_was_thrown_and_is_caught(tmp_path: Path, phases: tuple[str, ...]) -> None:
    with pytest.raises(ContentError, match="to throw and to catch"):
        written(tmp_path, *phases)


def test_what_is_thrown_and_caught_is_read(tmp_path: Path) -> None:
    movement = written(tmp_path, LOW, DRIVE, "hold 0.6 flies", LOW)
    assert [phase.flies for phase in movement.phases] == [False, False, True, False, False]
