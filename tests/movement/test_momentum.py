"""What motion adds to the load, against the same told by differences of many frames."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pytest

from app.body.anthropometry import Body, Sex
from app.body.balance import GRAVITY
from app.body.inertia import Inertia
from app.body.load import back_load
from app.body.measures import measure
from app.body.skeleton import Skeleton, build_skeleton
from app.movement.audit import frame_times
from app.movement.model import MoveKind
from app.movement.motion import Motion
from tests.helpers.motions import MOVEMENTS

BODIES = [Body(), Body(1.55, 52, Sex.FEMALE, 1.05, 0.95)]
APART_S = 1e-3


def inertia_of(frames: Sequence[Skeleton], apart: float) -> Inertia:
    """Return the inertia in the middle one of three frames that are `apart` s from each other."""
    x = y = turning = 0.0
    for before, now, after in zip(*(frame.masses for frame in frames), strict=True):
        if now.above_l5s1:
            ahead = now.kg * (before.at.x - 2 * now.at.x + after.at.x) / apart**2
            up = now.kg * (before.at.y - 2 * now.at.y + after.at.y) / apart**2
            x, y = x + ahead, y + up
            turning += now.at.x * up - now.at.y * ahead
    return Inertia(x, y, turning)


def peaks(movement_id: str) -> tuple[float, float]:
    """Return the greatest compression in motion, and held still, N."""
    motion = Motion(MOVEMENTS[movement_id], Body())
    loads = [measure(motion.skeleton_at(t)).load for t in frame_times(motion, 121)]
    return max(load.compression_n for load in loads), max(load.static_n for load in loads)


@pytest.mark.parametrize("body", BODIES, ids=str)
@pytest.mark.parametrize(
    "movement_id",
    ["rushed-hinge", "hinge", "squat", "kettlebell-deadlift", "single-leg-stand", "wall-touch"],
)
def test_it_is_what_differences_between_frames_say(movement_id: str, body: Body) -> None:
    motion = Motion(MOVEMENTS[movement_id], body)
    for phase, (kind, end) in enumerate(
        zip((phase.kind for phase in motion.movement.phases), motion.ends, strict=True)
    ):
        if kind not in (MoveKind.DOWN, MoveKind.UP):
            continue
        for fraction in (0.2, 0.45, 0.7, 0.9):
            t = end - motion.movement.phases[phase].seconds * (1 - fraction)
            frames = [motion.skeleton_at(t + step * APART_S) for step in (-1, 0, 1)]
            wanted, found = inertia_of(frames, APART_S), frames[1].inertia()
            for one, other in zip(found, wanted, strict=True):
                assert math.isclose(one, other, rel_tol=0.04, abs_tol=5.0)


@pytest.mark.parametrize("body", BODIES, ids=str)
def test_arms_that_throw_are_told_as_exactly(body: Body) -> None:
    motion = Motion(MOVEMENTS["kettlebell-swing"], body)
    compared = 0
    for phase, end in zip(motion.movement.phases, motion.ends, strict=True):
        if not phase.name.startswith(("swing", "float", "back")):
            continue
        for fraction in (0.02, 0.2, 0.5, 0.8, 0.98):
            t = end - phase.seconds * (1 - fraction)
            frames = [motion.skeleton_at(t + step * APART_S) for step in (-1, 0, 1)]
            wanted, found = inertia_of(frames, APART_S), frames[1].inertia()
            for one, other in zip(found, wanted, strict=True):
                assert math.isclose(one, other, rel_tol=0.01, abs_tol=2.0)
            compared += 1
    assert compared == 45


@pytest.mark.parametrize("movement_id", sorted(MOVEMENTS))
def test_a_load_in_motion_asks_for_no_more_poses_once_the_way_is_known(
    movement_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    motion = Motion(MOVEMENTS[movement_id], Body())
    frames = [motion.skeleton_at(t) for t in frame_times(motion, 61)]
    known = [frame.inertia() for frame in frames]
    built = []

    def counted(*given: object) -> Skeleton:
        built.append(given)
        return build_skeleton(*given)  # type: ignore[arg-type]

    monkeypatch.setattr("app.movement.fit.build_skeleton", counted)
    assert [frame.inertia() for frame in frames] == known
    assert built == []


def test_a_body_that_stands_still_adds_nothing() -> None:
    motion = Motion(MOVEMENTS["hinge"], Body())
    held = motion.time_of("hold", 0.5)
    assert motion.skeleton_at(held).inertia() == (0, 0, 0)
    load = back_load(motion.skeleton_at(held))
    assert load.compression_n == load.static_n


def test_what_is_taken_up_weighs_at_once_and_adds_no_push() -> None:
    motion = Motion(MOVEMENTS["grocery-bag"], Body())
    taking = motion.skeleton_at(motion.time_of("take", 0.5))
    assert taking.pose.right_load > 0
    assert all(abs(part) < 1 for part in taking.inertia())


def test_slow_is_static_and_rushing_is_not() -> None:
    """Bazrgari 2007: about 2 s a phase; McGill & Norman 1985, Leskinen 1985: +19 to 60 %."""
    slow, still = peaks("slow-hinge")
    assert slow == pytest.approx(still, rel=0.15)
    rushed, still = peaks("rushed-hinge")
    assert 1.6 <= rushed / still <= 1.9


def test_what_moves_up_presses_more_than_it_weighs() -> None:
    motion = Motion(MOVEMENTS["rushed-hinge"], Body())
    turning = motion.skeleton_at(motion.ends[0] - 0.05)
    weight = sum(mass.kg for mass in turning.masses if mass.above_l5s1) * GRAVITY
    assert 0 < turning.inertia().y < weight
