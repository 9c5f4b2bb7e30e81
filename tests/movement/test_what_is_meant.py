"""What the program's own movements have in common."""

from __future__ import annotations

import pytest

from app.body.anthropometry import Body
from app.body.form import BOTTOM_THORAX_DEG, Check, Pattern
from app.body.skeleton import Skeleton
from app.body.vectors import Vec3
from app.movement.model import Label
from app.movement.motion import Motion
from tests.helpers.command import Capture, run_json
from tests.helpers.motions import MOVEMENTS

CORRECT = [
    name
    for name in MOVEMENTS.names
    if MOVEMENTS[name].label is Label.RIGHT and MOVEMENTS[name].pattern is Pattern.HINGE
]


@pytest.mark.parametrize("movement_id", CORRECT)
def test_a_correct_hinge_flattens_the_hollow_of_the_back(movement_id: str) -> None:
    """Schellenberg 2013: good mornings 24 deg, deadlifts 27; 12 to 18 here, and never watched."""
    motion = Motion(MOVEMENTS[movement_id], Body())
    ends = [motion.skeleton_at(end).pose for end in motion.ends]
    deepest = max(ends, key=lambda pose: pose.thorax)
    if deepest.thorax < BOTTOM_THORAX_DEG:
        pytest.skip("it hardly leans")
    assert 12 <= deepest.lumbar <= (25 if motion.movement.wall else 18)


@pytest.mark.parametrize(
    ("movement_id", "end"), [("weight-on-toes", "heel"), ("falling-backward", "toe")]
)
def test_what_the_weight_leaves_comes_off_the_floor(movement_id: str, end: str) -> None:
    movement = MOVEMENTS[movement_id]
    assert movement.breaks == {Check.BALANCED}
    motion = Motion(movement, Body())
    bottom = motion.skeleton_at(motion.time_of("hold", 0.5))
    other = "toe" if end == "heel" else "heel"
    for side in ("left", "right"):
        assert bottom.joints[f"{end}_{side}"].y == pytest.approx(0.035, abs=0.002)
        assert bottom.joints[f"{other}_{side}"].y == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize(
    "movement_id", ["hinge", "kettlebell-deadlift", "grocery-bag", "band-hinge"]
)
def test_the_report_is_enough_to_work_out_the_centre_of_mass(
    capsys: Capture, movement_id: str
) -> None:
    motion = Motion(MOVEMENTS[movement_id], Body())
    report = run_json(capsys, "measure", movement_id, "--frames", "9", "--json")
    for frame in report["frames"]:
        skeleton = motion.skeleton_at(frame["t"])
        joints, held = frame["joints_m"], frame["held_kg"]
        unladen = [mass for mass in skeleton.masses if mass.at not in palms(skeleton)]
        kg = sum(mass.kg for mass in unladen)
        x = sum(mass.kg * mass.at.x for mass in unladen)
        x += sum(held[side] * joints[f"palm_{side}"][0] for side in held)
        assert frame["com_m"][0] == pytest.approx(x / (kg + sum(held.values())), abs=1e-5)
        assert frame["pull_n"] == skeleton.pose.pull


def palms(skeleton: Skeleton) -> list[Vec3]:
    return [skeleton.joints[f"palm_{side}"] for side in ("left", "right")]
