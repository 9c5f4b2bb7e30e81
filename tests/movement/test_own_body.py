from __future__ import annotations

import pytest

from app.body.anthropometry import Body, Sex
from app.body.quantities import Quantity
from app.movement.own_body import changes
from tests.helpers.motions import motion_of


def found(name: str, body: Body) -> dict[Quantity, float]:
    usual = motion_of(name)
    return {each.quantity: each.by for each in changes(motion_of(name, body), usual)}


def test_the_usual_body_changes_nothing() -> None:
    assert found("hinge", Body()) == {}


def test_tight_hamstrings_lean_less_far() -> None:
    quantity, by = next(iter(found("hinge", Body(slr_deg=60)).items()))
    assert quantity is Quantity.TRUNK
    assert by == pytest.approx(-14.3, abs=0.5)


def test_long_thighs_are_seen_in_a_squat() -> None:
    assert found("squat", Body(thigh=1.15))[Quantity.SHIN] > 3
    assert found("squat", Body(thigh=0.85))[Quantity.SHIN] < -3


@pytest.mark.parametrize("stature_m", [1.2, 1.5, 1.95, 2.3])
def test_height_alone_changes_no_hinge(stature_m: float) -> None:
    assert found("hinge", Body(stature_m=stature_m)) == {}
    assert found("squat", Body(stature_m=stature_m)) == {}


def test_height_changes_how_far_the_floor_is() -> None:
    assert found("lifting-a-child", Body(stature_m=2.1))


def test_at_most_two_things_are_said() -> None:
    many = Body(stature_m=1.5, sex=Sex.FEMALE, thigh=1.15, slr_deg=55)
    assert len(found("pencil-pick-up", many)) == 2
