from __future__ import annotations

import pytest

from app.body.anthropometry import Body, Sex
from app.body.quantities import Quantity
from app.movement.library import MovementLibrary
from app.movement.own_body import changes


def found(movements: MovementLibrary, name: str, body: Body) -> dict[Quantity, float]:
    result = changes(movements[name], body)
    assert result is not None
    return {change.quantity: change.by for change in result}


def test_the_usual_body_changes_nothing(movements: MovementLibrary) -> None:
    assert changes(movements["hinge"], Body()) == []


def test_tight_hamstrings_lean_less_far(movements: MovementLibrary) -> None:
    result = changes(movements["hinge"], Body(slr_deg=60))
    assert result is not None
    assert result[0].quantity is Quantity.TRUNK
    assert result[0].by == pytest.approx(-10.7, abs=0.5)


def test_long_thighs_are_seen_in_a_squat(movements: MovementLibrary) -> None:
    assert found(movements, "squat", Body(thigh=1.15))[Quantity.SHIN] > 3
    assert found(movements, "squat", Body(thigh=0.85))[Quantity.SHIN] < -3


def test_at_most_two_things_are_said(movements: MovementLibrary) -> None:
    many = Body(stature_m=1.5, sex=Sex.FEMALE, thigh=1.15, slr_deg=55)
    assert len(found(movements, "pencil-pick-up", many)) == 2
