from __future__ import annotations

import math

import pytest

from app.body.anthropometry import Body, Sex
from app.body.hamstrings import length_change, stretch
from app.body.legs import Leg
from app.body.load import back_load
from app.body.measures import Measures, measure
from app.body.pose import Foot, Pose, Stance
from app.body.skeleton import Skeleton, build_skeleton


def stand(knee: float, thorax: float, lumbar: float = 0, body: Body | None = None) -> Skeleton:
    """Return a balanced skeleton whose arms hang plumb."""
    return build_skeleton(body or Body(), Pose(knee, thorax, lumbar), Stance())


# Computed postures of a man of 1.75 m and 75 kg, weight at 45 % of the foot, back straight.
POSTURES = {
    "quarter hinge": (15, 45, 62, -2, 14, 4.1),
    "RDL, hands at the knee": (20, 60, 83, -3, 19, 4.1),
    "RDL, mid-shin": (20, 75, 100, -5, 21, 5),
    "locked-knee hinge": (0, 75, 88, -13, 20, None),
    "squat": (100, 45, 116, 29, 19, 1.16),
}


@pytest.mark.parametrize(
    ("knee", "thorax", "hip", "shin", "behind_cm", "ratio"), POSTURES.values(), ids=POSTURES
)
def test_the_solver_finds_the_known_postures(
    knee: float, thorax: float, hip: float, shin: float, behind_cm: float, ratio: float | None
) -> None:
    skeleton = stand(knee, thorax)
    measures = measure(skeleton)
    assert skeleton.hip_flexion == pytest.approx(hip, abs=5)
    assert skeleton.shin == pytest.approx(shin, abs=5)
    assert 100 * measures.hip_behind_ankle == pytest.approx(behind_cm, abs=3)
    if ratio is None:
        assert measures.hip_knee_ratio is None
    else:
        assert measures.hip_knee_ratio == pytest.approx(ratio, rel=0.1)


def test_the_reaction_line_passes_in_front_of_the_knee_in_a_hinge_behind_it_in_a_squat() -> None:
    assert measure(stand(20, 75)).line_to_knee == pytest.approx(0.09, abs=0.02)
    assert measure(stand(100, 45)).line_to_knee == pytest.approx(-0.16, abs=0.02)


def test_rounding_is_told_in_percent_of_the_own_range() -> None:
    skeleton = stand(20, 60, 27.5)
    assert measure(skeleton).lumbar_percent == pytest.approx(50)
    stiff = stand(20, 60, 27.5, Body(lumbar_deg=27.5))
    assert measure(stiff).lumbar_percent == pytest.approx(100)
    assert measure(stand(8, 0, -11)).lumbar_percent == pytest.approx(-20)


def test_rounding_costs_hip_travel() -> None:
    flat, rounded = stand(20, 80, 0), stand(20, 80, 45)
    assert flat.hip_flexion - rounded.hip_flexion == pytest.approx(45, abs=6)


def test_the_centre_of_pressure_across_is_told_in_half_the_width_of_the_feet() -> None:
    skeleton = stand(20, 60)
    # At .45 of feet of .152, turned out 7 degrees, .100 apart and .055 broad; all of 1.75 m.
    turned = 0.20 * 0.152 * math.sin(math.radians(7))
    edge = (0.05 + turned + 0.055 / 2) * 1.75
    assert measure(skeleton).sideways == pytest.approx(0, abs=1e-6)
    assert measure(shifted(skeleton, edge)).sideways == pytest.approx(1)
    assert measure(shifted(skeleton, -edge / 2)).sideways == pytest.approx(0.5)


def shifted(skeleton: Skeleton, aside: float) -> Skeleton:
    masses = (mass._replace(at=mass.at._replace(z=mass.at.z + aside)) for mass in skeleton.masses)
    return skeleton._replace(masses=tuple(masses))


def test_only_feet_that_stand_bear_the_weight_across() -> None:
    pose = Pose(weight=1.0, left_foot=Foot(up=0.1))
    on_one = build_skeleton(Body(), pose, Stance())
    assert measure(on_one).sideways < 1
    # What two feet would still hold, one foot alone does not.
    inward = shifted(on_one, -0.06)
    assert measure(inward).sideways > 1
    beside = inward._replace(pose=Pose(weight=1.0))
    assert measure(beside).sideways < 1
    nowhere = Pose(left_foot=Foot(up=0.1), right_foot=Foot(pitch=20))
    assert measure(on_one._replace(pose=nowhere)).sideways == math.inf


def test_the_pressure_is_told_over_the_feet_that_bear_it() -> None:
    ahead = build_skeleton(Body(), Pose(weight=-1.0, left_foot=Foot(0.2)), Stance())
    assert measure(ahead).pressure == pytest.approx(0.45)
    ankle, hip = ahead.joints["ankle_left"], ahead.hip
    assert measure(ahead).hip_behind_ankle == pytest.approx(ankle.x - hip.x)
    com = measure(ahead).com
    heel, toe = ahead.joints["heel_left"].x, ahead.joints["toe_left"].x
    assert com.x == pytest.approx(heel + 0.45 * (toe - heel), abs=1e-6)


def test_a_pull_at_the_hips_leans_the_reaction_line() -> None:
    """It meets the floor at the pressure, and pull and weight at the hips' height above it."""
    skeleton = build_skeleton(Body(), Pose(20, 60, pull=40), Stance())
    found = measure(skeleton)
    weight = sum(mass.kg for mass in skeleton.masses) * 9.81
    heel, toe = skeleton.joints["heel_left"].x, skeleton.joints["toe_left"].x
    floor = heel + 0.45 * (toe - heel)
    knee = skeleton.joints["knee_left"]
    line = floor + (found.com.x - floor) * knee.y / skeleton.hip.y
    assert found.com.x - floor == pytest.approx(40 * skeleton.hip.y / weight, abs=1e-6)
    assert found.line_to_knee == pytest.approx(line - knee.x, abs=1e-6)
    assert found.line_to_knee > measure(stand(20, 60)).line_to_knee - 0.05


@pytest.mark.parametrize(("thorax", "moment", "compression"), [(60, 112, 2045), (75, 124, 2166)])
def test_the_load_is_what_was_computed_for_it(
    thorax: float, moment: float, compression: float
) -> None:
    load = back_load(stand(20, thorax))
    assert load.moment_nm == pytest.approx(moment, rel=0.10)
    assert load.compression_n == pytest.approx(compression, rel=0.10)


def test_a_hundred_newton_metres_cost_16_to_21_newtons_each() -> None:
    for thorax in (60, 75, 90):
        load = back_load(stand(20, thorax))
        assert load.moment_nm > 100
        assert 16 <= load.compression_n / load.moment_nm <= 21


@pytest.mark.parametrize("sex", Sex)
def test_standing_costs_little(sex: Sex) -> None:
    assert 350 <= back_load(stand(8, 0, 0, Body(sex=sex))).compression_n <= 600


def test_a_womans_shorter_lever_costs_more() -> None:
    man, woman = (back_load(stand(20, 60, 0, Body(sex=sex))) for sex in (Sex.MALE, Sex.FEMALE))
    muscle = [
        (load.compression_n - weight) / load.moment_nm
        for load, weight in ((man, weight_along(Sex.MALE)), (woman, weight_along(Sex.FEMALE)))
    ]
    assert muscle == pytest.approx([math.cos(math.radians(5)) / d for d in (0.060, 0.055)])


def weight_along(sex: Sex) -> float:
    masses = stand(20, 60, 0, Body(sex=sex)).masses
    above = sum(mass.kg for mass in masses if mass.above_l5s1)
    return above * 9.81 * math.cos(math.radians(60))


def test_rounding_hardly_changes_the_estimated_load() -> None:
    flat, rounded = back_load(stand(20, 75, 0)), back_load(stand(20, 75, 45))
    assert rounded.moment_nm < flat.moment_nm
    assert rounded.compression_n == pytest.approx(flat.compression_n, rel=0.05)


def test_the_load_grows_with_the_person() -> None:
    small, tall = (back_load(stand(20, 60, 0, Body(1.75 * k, 75 * k**2))) for k in (0.9, 1.1))
    assert tall.moment_nm / small.moment_nm == pytest.approx((1.1 / 0.9) ** 3)


def test_a_band_shows_how_much_people_differ() -> None:
    skeleton = stand(20, 65)
    load = back_load(skeleton)
    pressed = load.compression_n - load.moment_nm * math.cos(math.radians(5)) / 0.060
    for arm, force in ((0.070, load.compression_low_n), (0.050, load.compression_high_n)):
        assert (force - pressed) * arm == pytest.approx(load.moment_nm * math.cos(math.radians(5)))
    assert load.compression_low_n < load.compression_n < load.compression_high_n


def test_what_hands_hold_loads_the_back_by_its_distance() -> None:
    pose = Pose(20, 60, left_load=10, right_load=10)
    laden = build_skeleton(Body(), pose, Stance())
    joints, lengths = laden.joints, laden.lengths
    empty = laden._replace(masses=tuple(m for m in laden.masses if m.kg != 10))
    assert len(empty.masses) == len(laden.masses) - 2
    arm = joints["palm_left"].x - joints["l5s1"].x
    assert arm > 0.2 * lengths.stature
    more = back_load(laden).moment_nm - back_load(empty).moment_nm
    assert more == pytest.approx(20 * 9.81 * arm)


def test_the_hamstrings_are_told_of_the_more_stretched_leg() -> None:
    skeleton = stand(20, 60)
    leg = skeleton.legs["left"]
    found = measure(skeleton)
    assert found.hamstring_change == pytest.approx(
        length_change(skeleton.lengths, leg.hip_flexion, leg.knee)
    )
    assert found.hamstring_stretch == pytest.approx(
        stretch(skeleton.lengths, 90, leg.hip_flexion, leg.knee)
    )
    for side in ("left", "right"):
        raised = {**skeleton.legs, side: leg._replace(hip_flexion=100, knee=0)}
        one = measure(skeleton._replace(legs=raised))
        assert one.hamstring_change == pytest.approx(length_change(skeleton.lengths, 100, 0))
        assert one.hamstring_stretch == pytest.approx(stretch(skeleton.lengths, 90, 100, 0))


def test_a_straight_leg_raise_is_all_the_stretch_there_is() -> None:
    for slr in (60, 100):
        skeleton = stand(8, 0, 0, Body(slr_deg=slr))
        legs = dict.fromkeys(("left", "right"), Leg(0, 0, 0, 0.75 * slr))
        assert measure(skeleton._replace(legs=legs)).hamstring_stretch == pytest.approx(1)
        assert measure(skeleton).hamstring_stretch < 0.2


def test_measures_are_finite_everywhere() -> None:
    for knee, thorax in ((0, 0), (0, 90), (120, 45), (60, 30)):
        found: Measures = measure(stand(knee, thorax))
        flat = [*found.com, *(v for v in found[1:] if isinstance(v, float)), *found.load]
        assert all(math.isfinite(value) for value in flat)
