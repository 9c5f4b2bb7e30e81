from __future__ import annotations

import pytest

from app.body.anthropometry import Body, Sex
from app.body.quantities import Quantity
from app.movement.library import MovementLibrary
from app.movement.motion import Motion
from app.movement.own_body import changes


def found(movements: MovementLibrary, name: str, body: Body) -> dict[Quantity, float]:
    usual = Motion(movements[name], Body())
    return {each.quantity: each.by for each in changes(Motion(movements[name], body), usual)}


def test_the_usual_body_changes_nothing(movements: MovementLibrary) -> None:
    assert found(movements, "hinge", Body()) == {}


def test_tight_hamstrings_lean_less_far(movements: MovementLibrary) -> None:
    quantity, by = next(iter(found(movements, "hinge", Body(slr_deg=60)).items()))
    assert quantity is Quantity.TRUNK
    assert by == pytest.approx(-10.7, abs=0.5)


def test_long_thighs_are_seen_in_a_squat(movements: MovementLibrary) -> None:
    assert found(movements, "squat", Body(thigh=1.15))[Quantity.SHIN] > 3
    assert found(movements, "squat", Body(thigh=0.85))[Quantity.SHIN] < -3


@pytest.mark.parametrize("stature_m", [1.2, 1.5, 1.95, 2.3])
def test_height_alone_changes_no_hinge(movements: MovementLibrary, stature_m: float) -> None:
    assert found(movements, "hinge", Body(stature_m=stature_m)) == {}
    assert found(movements, "squat", Body(stature_m=stature_m)) == {}


def test_height_changes_how_far_the_floor_is(movements: MovementLibrary) -> None:
    assert found(movements, "lifting-a-child", Body(stature_m=2.1))


def test_at_most_two_things_are_said(movements: MovementLibrary) -> None:
    many = Body(stature_m=1.5, sex=Sex.FEMALE, thigh=1.15, slr_deg=55)
    assert len(found(movements, "pencil-pick-up", many)) == 2
