"""Touching the wall behind, from one station or several."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from app.body.anthropometry import Body, Sex
from app.body.hamstrings import most_hip_flexion
from app.errors import UserError
from app.movement.library import MovementLibrary
from app.movement.motion import Motion, PoseError
from tests.helpers.bodies import GRID
from tests.helpers.movements import written

WALL = "wall = { heel_gap = 0.15 }"
TOUCH = 'down 2 { knee = 15, touch = "wall" }'
STIFF = [body._replace(slr_deg=60) for body in GRID[::6]]


def gap(motion: Motion, t: float) -> float:
    """Return how far the buttocks are from the wall, m."""
    skeleton = motion.skeleton_at(t)
    assert motion.wall_x is not None
    return skeleton.hip.x - 0.055 * skeleton.body.stature_m - motion.wall_x


@pytest.mark.parametrize("body", [*GRID[::4], *STIFF, Body(1.4, 40), Body(2.3, 150)], ids=str)
def test_the_wall_is_touched_and_never_entered(movements: MovementLibrary, body: Body) -> None:
    motion = Motion(movements["wall-touch"], body)
    for t in (motion.time_of("touch", fraction) for fraction in (0, 0.5, 1)):
        assert abs(gap(motion, t)) < 1e-4
    gaps = [gap(motion, motion.seconds * i / 80) for i in range(81)]
    assert min(gaps) > -1e-4
    assert gaps[0] > 0.1
    lean = motion.pose_at(motion.time_of("touch", 0)).thorax
    assert 25 < lean < 80


def test_the_wall_stands_behind_the_heels(movements: MovementLibrary) -> None:
    motion = Motion(movements["wall-touch"], Body())
    heel = motion.skeleton_at(0).joints["heel_left"]
    assert motion.wall_x == pytest.approx(heel.x - 0.15)
    assert Motion(movements["hinge"], Body()).wall_x is None


def test_who_has_short_hamstrings_bends_the_knees_more_to_touch_it(tmp_path: Path) -> None:
    movement = written(tmp_path, TOUCH, more="wall = { heel_gap = 0.2 }", label="right")
    supple, stiff = (Motion(movement, Body(slr_deg=slr)) for slr in (120, 70))
    for motion in (supple, stiff):
        assert abs(gap(motion, 2.0)) < 1e-4
    assert supple.pose_at(2.0).knee == 15
    assert supple.pose_at(2.0).lumbar == 0
    skeleton = stiff.skeleton_at(2.0)
    assert skeleton.pose.knee > 17
    assert 0 < skeleton.pose.lumbar <= 0.45 * 55 + 1e-9
    assert skeleton.hip_flexion <= most_hip_flexion(70, skeleton.knee) + 0.01


def test_a_wall_out_of_reach_is_stopped_short_of(tmp_path: Path) -> None:
    walled = written(tmp_path, TOUCH, more="wall = { heel_gap = 0.9 }", label="right")
    body = Body(1.3, 35, Sex.FEMALE)
    motion = Motion(walled, body)
    assert min(gap(motion, motion.seconds * i / 80) for i in range(81)) > 0.05
    skeleton = motion.skeleton_at(2.0)
    assert skeleton.hip_flexion <= most_hip_flexion(90, skeleton.knee) + 0.01


def test_stopping_short_goes_as_far_as_a_flat_back_does(tmp_path: Path) -> None:
    """Whether the wall is in reach or not."""
    for wall in (WALL, "wall = { heel_gap = 0.6 }"):
        short = 'down 2 { knee = 15, touch = "short" }'
        motion = Motion(written(tmp_path, short, more=wall, label="right"), Body())
        skeleton = motion.skeleton_at(2.0)
        assert skeleton.pose.lumbar == 0
        assert skeleton.pose.knee == 15
        assert skeleton.hip_flexion == pytest.approx(most_hip_flexion(90, 15), abs=0.01)


def test_leaning_by_a_number_ends_the_touch(tmp_path: Path) -> None:
    walled = written(tmp_path, TOUCH, "down 1 { thorax = 70 }", more=WALL)
    motion = Motion(walled, Body(slr_deg=125))
    assert abs(gap(motion, 2.0)) < 1e-4
    assert motion.pose_at(3.0).thorax == 70


def test_a_wall_that_is_touched_already_is_not_leaned_away_from(tmp_path: Path) -> None:
    near = 'down 2 { touch = "wall", knee = 15, pressure = 0.1 }'
    motion = Motion(written(tmp_path, near, more="wall = { heel_gap = 0.02 }"), Body(2.3, 130))
    assert gap(motion, 2) < 0
    assert motion.pose_at(2).thorax == 0


def stations(body: Body, tmp_path: Path, count: int = 3, heel_gap: float = 0.15) -> Motion:
    phases = []
    for station in range(1, count + 2):
        if station > 1:
            phases.append(f"step 2 {{ station = {station} }}")
        touch = "wall" if station <= count else "short"
        phases.append(f'down 2 {{ knee = 15, touch = "{touch}" }}')
        phases.append("up 2 { knee = 8, thorax = 0 }")
    wall = f"wall = {{ heel_gap = {heel_gap}, stations = {count} }}\nmoves_feet = true"
    return Motion(written(tmp_path, *phases, label="right", more=wall), body)


def heels_and_gaps(motion: Motion) -> list[tuple[float, float]]:
    """Return (heel from the wall, buttocks from the wall) in m at each touch."""
    found = []
    for phase, end in zip(motion.movement.phases, motion.ends, strict=True):
        if phase.kind == "down":
            assert motion.wall_x is not None
            heel = motion.skeleton_at(end).joints["heel_left"].x
            found.append((heel - motion.wall_x, gap(motion, end)))
    return found


@pytest.mark.parametrize("body", [Body(), *GRID[::11], *STIFF[::3]], ids=str)
def test_the_stations_are_equal_steps_to_the_end_and_one_is_out_of_reach(
    tmp_path: Path, body: Body
) -> None:
    motion = stations(body, tmp_path)
    *reached, (farthest, left) = heels_and_gaps(motion)
    assert all(abs(touched) < 1e-4 for _, touched in reached)
    steps = [other - one for (one, _), (other, _) in pairwise(reached)]
    assert steps[0] == pytest.approx(steps[1])
    assert steps[0] >= 0.03 - 1e-9
    assert reached[0][0] <= 0.15 + 1e-9
    assert farthest - reached[-1][0] == pytest.approx(0.05)
    assert 0.02 < left < 0.12


def test_the_first_station_is_as_stated_for_who_reaches_farther(tmp_path: Path) -> None:
    supple = heels_and_gaps(stations(Body(slr_deg=100), tmp_path))
    assert supple[0][0] == pytest.approx(0.15)
    assert supple[1][0] > 0.18


def test_stations_without_a_touch_are_a_mistake(tmp_path: Path) -> None:
    walled = written(
        tmp_path,
        "down 2 { thorax = 30 }",
        more="wall = { heel_gap = 0.15, stations = 3 }",
    )
    with pytest.raises(PoseError) as caught:
        Motion(walled, Body())
    assert caught.value.key == "wall"
    assert isinstance(caught.value, UserError)
    assert "a phase that touches the wall" in str(caught.value)
