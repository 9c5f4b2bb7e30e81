from __future__ import annotations

import math
from typing import Any

import pytest

from app.body.anthropometry import LIMITS, Body, Segments, Sex, girths, segments
from app.errors import UserError
from app.messages.message import Message
from tests.helpers.bodies import GRID


def total_mass(lengths: Segments) -> float:
    pairs = (
        lengths.foot_mass
        + lengths.shank_mass
        + lengths.thigh_mass
        + lengths.upper_arm_mass
        + lengths.forearm_mass
        + lengths.hand_mass
    )
    return 2 * pairs + sum(mass for _, mass in lengths.trunk_masses) + lengths.head_mass


@pytest.mark.parametrize("body", GRID[::5], ids=str)
def test_the_masses_of_all_parts_make_the_whole(body: Body) -> None:
    # De Leva's rounded percentages for women add up to 99.99.
    assert total_mass(segments(body)) == pytest.approx(body.mass_kg, rel=2e-4)


@pytest.mark.parametrize("sex", Sex)
@pytest.mark.parametrize("stature", [1.5, 1.75, 2.0])
def test_the_lengths_add_up_to_the_stature(sex: Sex, stature: float) -> None:
    s = segments(Body(stature_m=stature, sex=sex))
    tall = s.ankle_height + s.shank + s.thigh + s.hip_to_l5s1 + s.lumbar + s.thorax + s.head
    assert tall == pytest.approx(stature, rel=1e-3)


@pytest.mark.parametrize(
    ("name", "fraction"),
    [
        ("ankle_height", 0.039),
        ("shank", 0.246),
        ("thigh", 0.245),
        ("foot", 0.152),
        ("foot_breadth", 0.055),
        ("upper_arm", 0.186),
        ("forearm", 0.146),
        ("hand", 0.108),
        ("palm", 0.054),
        ("shoulder_breadth", 0.258),
        ("hip_breadth", 0.100),
        ("heel_behind_ankle", 0.038),
        ("lumbar", 0.088),
        ("buttock", 0.055),
    ],
)
def test_a_length_is_its_published_share_of_the_stature(name: str, fraction: float) -> None:
    for sex in Sex:
        lengths = segments(Body(stature_m=1.6, sex=sex))
        assert getattr(lengths, name) == pytest.approx(fraction * 1.6)


def test_hip_and_shoulder_stand_at_their_published_heights() -> None:
    for sex in Sex:
        s = segments(Body(stature_m=1.7, sex=sex))
        hip = s.ankle_height + s.shank + s.thigh
        assert hip / 1.7 == pytest.approx(0.530)
        shoulder = hip + s.hip_to_l5s1 + s.lumbar + s.t12_to_shoulder
        assert shoulder / 1.7 == pytest.approx(0.818)


@pytest.mark.parametrize(("sex", "fraction"), [(Sex.MALE, 0.056), (Sex.FEMALE, 0.059)])
def test_l5s1_lies_where_each_sex_has_it(sex: Sex, fraction: float) -> None:
    assert segments(Body(stature_m=2.0, sex=sex)).hip_to_l5s1 == pytest.approx(2 * fraction)


@pytest.mark.parametrize(
    ("name", "male", "female"),
    [("thigh_mass", 14.16, 14.78), ("shank_mass", 4.33, 4.81), ("head_mass", 6.94, 6.68)],
)
def test_the_masses_are_those_of_de_leva(name: str, male: float, female: float) -> None:
    for sex, percent in ((Sex.MALE, male), (Sex.FEMALE, female)):
        assert getattr(segments(Body(mass_kg=100, sex=sex)), name) == pytest.approx(percent)


@pytest.mark.parametrize(
    ("name", "male", "female"),
    [
        ("foot", 0.4415, 0.4014),  # from the heel
        ("shank", 1 - 0.4459, 1 - 0.4416),  # from the ankle
        ("thigh", 1 - 0.4095, 1 - 0.3612),  # from the knee
        ("head", 1 - 0.5002, 1 - 0.4841),  # from the neck
        ("upper_arm", 0.5772, 0.5754),  # from the shoulder
        ("forearm", 0.4574, 0.4559),  # from the elbow
        ("hand", 0.3624, 0.3427),  # from the wrist
    ],
)
def test_the_centres_are_those_of_de_leva(name: str, male: float, female: float) -> None:
    for sex, share in ((Sex.MALE, male), (Sex.FEMALE, female)):
        lengths = segments(Body(sex=sex))
        centre = getattr(lengths, f"{name}_centre") / getattr(lengths, name)
        assert centre == pytest.approx(share)


@pytest.mark.parametrize(
    ("sex", "length", "from_neck"),
    [(Sex.MALE, 0.3465 * 0.967, 0.5138), (Sex.FEMALE, 0.3544 * 0.950, 0.4964)],
)
def test_cutting_the_trunk_at_l5s1_keeps_its_centre(
    sex: Sex, length: float, from_neck: float
) -> None:
    # De Leva gives the centre of the whole trunk too, from C7 down.
    points = segments(Body(stature_m=1.75, sex=sex)).trunk_masses
    centre = sum(at * kg for at, kg in points) / sum(kg for _, kg in points)
    assert centre / 1.75 == pytest.approx(length * (1 - from_neck), rel=0.015)


@pytest.mark.parametrize(
    ("name", "lengthened"),
    [
        ("thigh", {"thigh", "thigh_centre"}),
        ("shin", {"shank", "shank_centre"}),
        (
            "arm",
            {"upper_arm", "upper_arm_centre", "forearm", "forearm_centre"}
            | {"hand", "hand_centre", "palm"},
        ),
    ],
)
@pytest.mark.parametrize("factor", [0.8, 1.2])
def test_a_proportion_changes_its_own_lengths_and_no_mass(
    name: str, lengthened: set[str], factor: float
) -> None:
    usual = segments(Body())
    other = segments(Body()._replace(**{name: factor}))  # type: ignore[arg-type]
    changed = {part for part in Segments._fields if getattr(usual, part) != getattr(other, part)}
    assert changed == lengthened
    for part in lengthened:
        assert getattr(other, part) == pytest.approx(factor * getattr(usual, part)), part


def test_a_long_trunk_lengthens_every_part_of_it() -> None:
    usual, long = segments(Body()), segments(Body(trunk=1.1))
    for name in ("hip_to_l5s1", "lumbar", "thorax", "t12_to_shoulder"):
        assert getattr(long, name) == pytest.approx(1.1 * getattr(usual, name)), name
    assert long.head == usual.head


def test_the_limits_are_those_that_files_and_commands_promise() -> None:
    factor = (0.8, 1.2)
    expected = {
        "stature_m": (1.2, 2.3),
        "mass_kg": (30, 250),
        "thigh": factor,
        "trunk": factor,
        "slr_deg": (30, 130),
        "lumbar_deg": (15, 90),
        "shin": factor,
        "arm": factor,
    }
    assert expected == LIMITS


@pytest.mark.parametrize("name", LIMITS)
def test_each_limit_is_still_a_body(name: str) -> None:
    low, high = LIMITS[name]
    for value in (low, high):
        changed: dict[str, Any] = {name: value}
        body = Body()._replace(**changed)
        assert body.checked() == body


@pytest.mark.parametrize("name", LIMITS)
@pytest.mark.parametrize("kind", ["below", "above", "nan", "inf", "-inf"])
def test_a_body_beyond_the_limits_is_refused_in_one_line(name: str, kind: str) -> None:
    low, high = LIMITS[name]
    value = {"below": low - 0.01, "above": high + 0.01}.get(kind) or float(kind)
    changed: dict[str, Any] = {name: value}
    with pytest.raises(UserError) as caught:
        Body()._replace(**changed).checked()
    named = Message(f"body.size.{name}")
    assert str(caught.value).startswith(f"{named}: expected {low:g} to {high:g}, got ")
    assert "\n" not in str(caught.value)


def test_the_default_is_the_man_of_the_tables() -> None:
    assert Body() == (1.75, 75.0, Sex.MALE, 1.0, 1.0, 90.0, 55.0, 1.0, 1.0)
    assert math.isclose(segments(Body()).stature, 1.75)


@pytest.mark.parametrize(
    ("sex", "stature", "mass", "waist", "hips", "shoulders"),
    # The means of ANSUR II: 4,082 men and 1,986 women.
    [(Sex.MALE, 1.756, 85.5, 0.941, 1.020, 0.510), (Sex.FEMALE, 1.628, 67.8, 0.861, 1.021, 0.450)],
)
def test_girths_are_those_that_were_measured(
    sex: Sex, stature: float, mass: float, waist: float, hips: float, shoulders: float
) -> None:
    found = girths(stature, mass, sex)
    assert found.waist == pytest.approx(waist, rel=0.01)
    assert found.hips == pytest.approx(hips, rel=0.01)
    assert found.shoulders == pytest.approx(shoulders, rel=0.01)


@pytest.mark.parametrize("sex", Sex)
def test_every_girth_grows_with_the_mass_and_the_waist_most(sex: Sex) -> None:
    light, heavy = girths(1.75, 60, sex), girths(1.75, 120, sex)
    growth = [b / a for a, b in zip(light, heavy, strict=True)]
    assert all(share > 1.15 for share in growth)
    assert max(growth) == heavy.waist / light.waist
