"""The figure's numbers against published ones, measured and computed.

The man of the tables is 1.75 m and 75 kg. Where a movement rather than a pose is compared, it is
the program's own, with the load of the study in its hands.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import pytest
from msgspec.structs import replace

from app.body.anthropometry import Body
from app.body.form import Pattern
from app.body.measures import Measures, measure
from app.body.pose import Aim, Arm, Grip, Pose, Stance
from app.body.skeleton import Skeleton, build_skeleton
from app.body.vectors import Vec3
from app.movement.audit import FRAMES, deepest_time, frame_times
from app.movement.library import MovementLibrary
from app.movement.model import Label, Movement
from app.movement.motion import Motion
from tests.helpers.bodies import COVERING

MAN = Body(slr_deg=110.0)


def posed(pose: Pose, body: Body = MAN) -> tuple[Skeleton, Measures]:
    skeleton = build_skeleton(body, pose, Stance())
    return skeleton, measure(skeleton)


def lean(knee: float, thorax: float, lumbar: float = 0.0, *, kg: float = 0.0) -> Pose:
    return Pose(knee, thorax, lumbar, left_load=kg / 2, right_load=kg / 2)


def both(pose: Pose, aim: Aim) -> Pose:
    return pose._replace(left_arm=Arm(aim, aim), right_arm=Arm(aim, aim))


class Row(NamedTuple):
    """The result of a pose: deg, and cm that the hip is behind the ankle."""

    hip_flexion: float
    shin: float
    hip_behind_cm: float
    ratio: float | None


ROWS = {
    "quarter hinge": (lean(15, 45), Row(62, -2, 14, 4)),
    "to the knee": (lean(20, 60), Row(83, -3, 19, 4)),
    "to mid-shin": (lean(20, 75), Row(100, -5, 21, 5)),
    "to mid-shin with 20 kg": (lean(20, 75, kg=20), Row(100, -5, 27, 5)),
    "locked knees": (lean(0, 75), Row(88, -13, 20, None)),
    "squat": (lean(100, 45), Row(116, 29, 19, 1.2)),
}


@pytest.mark.parametrize(("pose", "row"), ROWS.values(), ids=ROWS)
def test_a_pose_comes_to_what_was_computed_for_it(pose: Pose, row: Row) -> None:
    skeleton, measures = posed(pose)
    assert skeleton.hip_flexion == pytest.approx(row.hip_flexion, abs=5)
    assert skeleton.shin == pytest.approx(row.shin, abs=5)
    assert 100 * measures.hip_behind_ankle == pytest.approx(row.hip_behind_cm, abs=3)
    if row.ratio is None:
        assert measures.hip_knee_ratio is None
    else:
        assert measures.hip_knee_ratio == pytest.approx(row.ratio, abs=0.5)


def test_standing_has_the_shin_forward_and_the_hip_before_the_ankle() -> None:
    skeleton, measures = posed(Pose())
    assert skeleton.shin == pytest.approx(8, abs=2)
    assert 0.045 <= -measures.hip_behind_ankle <= 0.065


@pytest.mark.parametrize(
    ("pose", "moment_nm", "compression_n"),
    [
        (lean(20, 60), 112, 2045),
        (lean(20, 60, kg=20), 183, 3329),
        (lean(20, 75), 124, 2166),
        (lean(20, 75, kg=20), 204, 3540),
    ],
)
def test_the_load_is_what_was_computed_for_it(
    pose: Pose, moment_nm: float, compression_n: float
) -> None:
    load = posed(pose)[1].load
    assert load.moment_nm == pytest.approx(moment_nm, rel=0.10)
    assert load.compression_n == pytest.approx(compression_n, rel=0.10)
    assert load.compression_low_n < load.compression_n < load.compression_high_n


def test_rounding_costs_hip_travel_and_does_not_raise_the_load() -> None:
    # 45 deg of lumbar flexion at the same lean with 20 kg: 204 to 172 N m, hip 104 to 54 deg.
    (flat, flat_is), (round_, round_is) = posed(lean(20, 75, kg=20)), posed(lean(20, 75, 45, kg=20))
    assert flat.hip_flexion == pytest.approx(104, abs=5)
    assert round_.hip_flexion == pytest.approx(54, abs=5)
    assert round_is.load.moment_nm == pytest.approx(172, rel=0.10)
    assert round_is.load.moment_nm < flat_is.load.moment_nm
    # Its own estimate, 3850 to 3630 N, was for another man; only the direction counts.
    assert round_is.load.compression_n < flat_is.load.compression_n * 1.05


def test_a_bar_near_the_legs_loads_less_than_one_that_hangs_plumb() -> None:
    # Kingma 2010: distance beats style. 204 N m plumb, 147 N m over the middle of the foot.
    plumb = posed(lean(20, 75, kg=20))[1].load
    near = both(lean(20, 75, kg=20), Aim(Grip.POINT, point=Vec3(0.07, 0.40, 0.20)))
    assert posed(near)[1].load.moment_nm == pytest.approx(147, rel=0.10)
    assert posed(near)[1].load.moment_nm < 0.8 * plumb.moment_nm


#: Published estimates are met within this share: lever arms alone differ by 5 to 7 cm.
BAND = 0.35


def test_standing_loads_as_published() -> None:
    assert 350 <= posed(Pose())[1].load.compression_n <= 600


# Wilke 1999, one man of 70 kg: pressure within the disc L4/5, MPa. A pressure is no force, and
# a disc at rest has some already, so ratios of loaded tasks are compared, not of relaxed
# standing (0.50): there the model knows no muscle beyond what balance takes. How far he bent
# forward, and how he held the weight, is not told: 40 deg, half of it lumbar, and the hands
# before the chest, are taken. A lift is taken at its bottom.
WILKE = Body(1.68, 70.0)
PRESSURES = {
    "flexed forward": (1.1, lean(8, 40, 20)),
    "20 kg, round flexed back": (2.3, lean(15, 90, 45, kg=20)),
    "20 kg, flexed knees": (1.7, lean(100, 50, 20, kg=20)),
    "20 kg close to the body": (1.1, both(lean(8, 0, kg=20), Aim(Grip.CHEST))),
}


@pytest.mark.parametrize("task", list(PRESSURES)[1:])
def test_tasks_compare_as_the_pressures_in_a_disc(task: str) -> None:
    def compression(name: str) -> float:
        return posed(PRESSURES[name][1], WILKE)[1].load.compression_n

    wanted = PRESSURES[task][0] / PRESSURES["flexed forward"][0]
    assert compression(task) / compression("flexed forward") == pytest.approx(wanted, rel=BAND)


def test_a_round_lift_loads_more_than_one_from_the_knees() -> None:
    ratio = (
        posed(PRESSURES["20 kg, round flexed back"][1], WILKE)[1].load.compression_n
        / posed(PRESSURES["20 kg, flexed knees"][1], WILKE)[1].load.compression_n
    )
    assert ratio == pytest.approx(2.3 / 1.7, rel=BAND)


def with_kg(movement: Movement, kg: float) -> Movement:
    """Return a movement with another mass in the hands."""
    held = [prop for prop in movement.props if prop.hands]
    return replace(
        movement,
        props=tuple(
            replace(prop, kg=kg / len(held)) if prop.hands else prop for prop in movement.props
        ),
    )


def frames(motion: Motion, count: int = FRAMES) -> list[tuple[Skeleton, Measures]]:
    times = sorted({*frame_times(motion, count), *motion.ends})
    skeletons = [motion.skeleton_at(t) for t in times]
    return [(skeleton, measure(skeleton)) for skeleton in skeletons]


def peak_n(motion: Motion) -> float:
    return max(measures.load.compression_n for _, measures in frames(motion))


@pytest.mark.parametrize("movement_id", ["dumbbell-deadlift", "kettlebell-deadlift"])
def test_a_lift_of_15_kg_loads_as_published(movements: MovementLibrary, movement_id: str) -> None:
    # Leskinen 1985, static model, box from a low shelf, four techniques: 3989 to 4650 N.
    peak = peak_n(Motion(with_kg(movements[movement_id], 15.0), Body()))
    assert 3989 * (1 - BAND) <= peak <= 4650 * (1 + BAND)


def test_a_swing_of_16_kg_loads_as_published(movements: MovementLibrary) -> None:
    # McGill & Marshall 2012: about 3200 N, by muscle activity.
    peak = peak_n(Motion(with_kg(movements["kettlebell-swing"], 16.0), Body()))
    assert peak == pytest.approx(3200, rel=BAND)


def test_compression_goes_with_the_moment_as_published(movements: MovementLibrary) -> None:
    # 16 to 21 N per N m, of studies that give both, above 100 N m.
    found = [
        measures.load.compression_n / measures.load.moment_nm
        for movement in movements.values()
        for _, measures in frames(Motion(movement, Body()), 24)
        if measures.load.moment_nm > 100
    ]
    assert len(found) > 100
    assert min(found) >= 16
    assert max(found) <= 21


def bottom(motion: Motion) -> tuple[Skeleton, Measures]:
    deepest = deepest_time(motion)
    assert deepest is not None
    skeleton = motion.skeleton_at(deepest)
    return skeleton, measure(skeleton)


def test_a_hinge_and_a_squat_differ_by_the_reaction_line(movements: MovementLibrary) -> None:
    # Measured knee torque has the same sign: Lee 2018, RDL -0.28, deadlift from the floor +0.21.
    hinges = squats = 0
    for movement in movements.values():
        motion = Motion(movement, Body())
        if deepest_time(motion) is None:
            continue
        skeleton, measures = bottom(motion)
        ratio = measures.hip_knee_ratio or math.inf
        if movement.pattern is Pattern.HINGE and movement.label is Label.RIGHT:
            hinges += 1
            assert measures.line_to_knee > 0, movement.id
            assert ratio > 2.0, movement.id
            assert skeleton.shin < 10, movement.id
        elif movement.pattern is Pattern.SQUAT:
            squats += 1
            assert measures.line_to_knee < 0, movement.id
            assert 1.0 < ratio < 1.35, movement.id
    assert hinges >= 10
    assert squats >= 1


@pytest.mark.parametrize("body", COVERING, ids=str)
def test_in_every_right_hinge_the_reaction_line_passes_before_the_knee(
    movements: MovementLibrary, body: Body
) -> None:
    behind = {
        movement.id: round(measures.line_to_knee, 3)
        for movement in movements.values()
        if movement.pattern is Pattern.HINGE and movement.label is Label.RIGHT
        if (measures := bottom(Motion(movement, body))[1]).line_to_knee <= 0
    }
    assert behind == {}


def within_two_sd(mean: float, sd: float) -> tuple[float, float]:
    return mean - 2 * sd, mean + 2 * sd


# Schellenberg 2013, 13 people with 25 % of body weight: the greatest flexion of knee and hip, and
# how far the lumbar spine flexed from where it was least flexed, deg.
GOOD_MORNING = {
    "knee": within_two_sd(5.3, 6.7),
    "hip": within_two_sd(75.3, 9.2),
    "lumbar": within_two_sd(23.8 - 7.0, 6.3),
}
# Other deadlifts quoted there have the knees at 56 to 69 and the hips at 108 to 124: people
# share the way down differently between the two, so both count.
DEADLIFT = {
    "knee": (56.0, within_two_sd(107.8, 22.4)[1]),
    "hip": (within_two_sd(103.2, 4.8)[0], 124.0),
    "lumbar": within_two_sd(27.4 - 6.4, 5.4),
}


@pytest.mark.parametrize(
    ("movement_id", "brackets"),
    [
        ("good-morning", GOOD_MORNING),
        ("dumbbell-deadlift", DEADLIFT),
        ("kettlebell-deadlift", DEADLIFT),
    ],
)
def test_a_lift_folds_as_far_as_people_were_measured_to(
    movements: MovementLibrary, movement_id: str, brackets: dict[str, tuple[float, float]]
) -> None:
    body = Body()
    poses = frames(Motion(with_kg(movements[movement_id], 0.25 * body.mass_kg), body))
    lumbars = [skeleton.pose.lumbar for skeleton, _ in poses]
    found = {
        "knee": max(skeleton.pose.knee for skeleton, _ in poses),
        "hip": max(skeleton.hip_flexion for skeleton, _ in poses),
        "lumbar": max(lumbars) - min(lumbars),
    }
    outside = {name: angle for name, angle in found.items() if not in_range(angle, brackets[name])}
    assert outside == {}, brackets


def in_range(angle: float, bracket: tuple[float, float]) -> bool:
    return bracket[0] <= angle <= bracket[1]


@pytest.mark.parametrize("movement_id", ["single-leg-stand"])
def test_a_stand_on_one_leg_leans_a_little(movements: MovementLibrary, movement_id: str) -> None:
    motion = Motion(movements[movement_id], Body())
    stood = set()
    for skeleton, measures in frames(motion):
        if abs(skeleton.pose.weight) < 1:
            continue
        side = skeleton.pose.stance_side
        hip, ankle = skeleton.joints[f"hip_{side}"], skeleton.joints[f"ankle_{side}"]
        if skeleton.pose.foot("left" if side == "right" else "right").up > 0.02:
            stood.add(side)
            outward = (hip.z - ankle.z) * (1 if side == "right" else -1)
            assert 4 <= math.degrees(math.atan2(outward, hip.y - ankle.y)) <= 7
        assert 0.25 <= measures.pressure <= 0.68
        assert measures.sideways <= 1
    assert stood == {"left", "right"}
