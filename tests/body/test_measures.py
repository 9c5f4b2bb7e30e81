from __future__ import annotations

import math

import pytest

from app.body.anthropometry import Body, Sex
from app.body.load import back_load
from app.body.measures import Measures, measure
from app.body.pose import Pose, Stance
from app.body.skeleton import Skeleton, build_skeleton


def stand(knee: float, thorax: float, lumbar: float = 0, body: Body | None = None) -> Skeleton:
    """Return a balanced skeleton whose arms hang plumb."""
    return build_skeleton(body or Body(), Pose(knee, thorax, lumbar, shoulder=thorax), Stance())


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


def test_the_centre_of_pressure_across_is_told_in_ankles() -> None:
    skeleton = stand(20, 60)
    shifted = skeleton._replace(
        masses=tuple(
            mass._replace(at=mass.at._replace(z=mass.at.z + 0.0875)) for mass in skeleton.masses
        )
    )
    # Ankles are .100 of 1.75 m apart: half of that is one.
    assert measure(skeleton).sideways == pytest.approx(0)
    assert measure(shifted).sideways == pytest.approx(1)


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


def test_measures_are_finite_everywhere() -> None:
    for knee, thorax in ((0, 0), (0, 90), (150, 45), (60, 30)):
        found: Measures = measure(stand(knee, thorax))
        flat = [*found.com, *(v for v in found[1:-1] if v is not None), *found.load]
        assert all(math.isfinite(value) for value in flat)
