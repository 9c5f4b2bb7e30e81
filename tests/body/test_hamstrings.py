from __future__ import annotations

import itertools
import math

import pytest

from app.body.anthropometry import Body, Sex, segments
from app.body.hamstrings import length_change, most_hip_flexion, stretch

# Delp et al. 1990, side view; m, forward and up. Where each muscle leaves the pelvis, from the
# hip joint; where it meets the shank, from the knee; and where the knee is from the hip joint,
# by knee flexion: it rolls.
THIGH = 0.3966
ORIGINS = {
    "semimembranosus": (-0.0485, -0.0314),
    "semitendinosus": (-0.0557, -0.0438),
    "biceps femoris": (-0.0553, -0.0365),
}
SHANK = {
    "semimembranosus": (-0.0348, -0.0352),
    "semitendinosus": (-0.0332, -0.0528),
    "biceps femoris": (-0.0301, -0.0360),
}
KNEE = {0: (-0.0042, -0.3959), 20: (-0.0010, -0.3976), 40: (0.0021, -0.4007), 60: (0.0041, -0.4049)}
LENGTHS = segments(Body(stature_m=THIGH / 0.245))


def turned(point: tuple[float, float], degrees: float) -> tuple[float, float]:
    x, y = point
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return x * c - y * s, x * s + y * c


def line(muscle: str, hip: int, knee: int) -> float:
    """Return the muscle's length in the published model, down to where it meets the shank, m."""
    top = turned(ORIGINS[muscle], -hip)
    x, y = turned(SHANK[muscle], -knee)
    return math.dist(top, (x + KNEE[knee][0], y + KNEE[knee][1]))


@pytest.mark.parametrize(("hip", "knee"), list(itertools.product((0, 30, 60, 90, 110), KNEE)))
def test_it_is_the_mean_of_the_published_muscles(hip: int, knee: int) -> None:
    published = sum(line(muscle, hip, knee) - line(muscle, 0, 0) for muscle in ORIGINS) / 3
    # A straight fit: the arm behind the hip grows up to 30 deg and shrinks beyond.
    assert length_change(LENGTHS, hip, knee) == pytest.approx(published, abs=0.0115)


@pytest.mark.parametrize("sex", Sex)
@pytest.mark.parametrize("stature", [1.5, 1.75, 2.0])
def test_it_grows_with_the_body_and_not_with_the_thigh_alone(sex: Sex, stature: float) -> None:
    usual, long = (segments(Body(stature, 70, sex, thigh)) for thigh in (1.0, 1.2))
    assert length_change(usual, 60, 0) == pytest.approx(0.035 * stature * math.pi / 3)
    assert length_change(long, 60, 0) == length_change(usual, 60, 0)


def test_hips_lengthen_knees_shorten_and_standing_does_neither() -> None:
    lengths = segments(Body())
    assert length_change(lengths, 0, 0) == 0
    assert length_change(lengths, 70, 0) == pytest.approx(0.075, abs=0.001)
    assert 0 < length_change(lengths, 70, 20) < length_change(lengths, 70, 0)
    assert length_change(lengths, 0, 90) < 0
    assert length_change(lengths, -10, 0) < 0


@pytest.mark.parametrize("slr", [30, 60, 80, 100, 130])
def test_the_straight_leg_raise_is_all_there_is(slr: float) -> None:
    lengths = segments(Body(slr_deg=slr))
    hip = 0.75 * slr  # Bohannon 1985: a quarter and more of the raise is the pelvis's
    assert stretch(lengths, slr, hip, 0) == pytest.approx(1)
    assert stretch(lengths, slr, hip / 2, 0) == pytest.approx(0.5)
    assert stretch(lengths, slr, 1.2 * hip, 0) == pytest.approx(1.2)
    assert stretch(lengths, slr, 0, 0) == 0
    assert stretch(lengths, slr, 0, 40) == 0, "slack is no stretch"


@pytest.mark.parametrize("knee", [0, 10, 20, 40])
def test_all_of_it_is_used_where_the_pelvis_has_to_stop(knee: float) -> None:
    hip = most_hip_flexion(80, knee)
    assert stretch(segments(Body()), 80, hip, knee) == pytest.approx(1)
    # A trainer's rule of thumb: half the knee's flexion more.
    assert hip == pytest.approx(60 + 0.5 * knee, abs=6)


def test_the_belly_on_the_thigh_ends_it() -> None:
    assert most_hip_flexion(120, 130) == most_hip_flexion(130, 150) == 138


def test_tight_hamstrings_are_stretched_sooner() -> None:
    lengths = segments(Body())
    assert stretch(lengths, 60, 50, 10) > stretch(lengths, 80, 50, 10) > 0.5
