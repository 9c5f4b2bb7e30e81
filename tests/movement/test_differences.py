from __future__ import annotations

import itertools
import math

import pytest

from app.body.form import Check
from app.body.measures import measure
from app.body.quantities import Quantity, value_of
from app.movement.align import Alignment
from app.movement.differences import (
    NOTICEABLE,
    POINTS,
    ROWS,
    Curves,
    extreme,
    most_different,
    trace,
)
from app.movement.library import MovementLibrary
from app.movement.motion import Motion
from tests.helpers.motions import motion_of


def traced(*names: str) -> tuple[list[Motion], Alignment, Curves]:
    motions = [motion_of(name) for name in names]
    alignment = Alignment(motions)
    return motions, alignment, trace(motions, alignment)


def test_curves_run_over_the_whole_common_clock() -> None:
    motions, alignment, curves = traced("hinge", "squat")
    assert len(curves.times) == POINTS
    assert curves.times[0] == 0
    assert curves.times[-1] == pytest.approx(alignment.seconds)
    assert set(curves.values) == set(Quantity)
    at = POINTS // 3
    for index, t in enumerate(alignment.times(curves.times[at])):
        skeleton = motions[index].skeleton_at(t)
        wanted = value_of(Quantity.KNEE, skeleton, measure(skeleton))
        assert curves.values[Quantity.KNEE][index][at] == wanted


@pytest.mark.parametrize(
    ("second", "first_row"),
    [
        ("rounded-back", (Quantity.LUMBAR, Check.FLAT_BACK)),
        ("squat", (Quantity.KNEE, Check.SOFT_KNEES)),
        ("craned-neck", (Quantity.NECK, Check.NECK_IN_LINE)),
        ("weight-on-toes", (Quantity.PRESSURE, Check.BALANCED)),
        ("locked-knees", (Quantity.KNEE, Check.SOFT_KNEES)),
    ],
)
def test_what_matters_most_comes_first(second: str, first_row: tuple[Quantity, Check]) -> None:
    rows = most_different(traced("hinge", second)[2])
    assert rows[0] == first_row
    assert len(rows) <= ROWS


def test_the_same_movement_does_not_differ_from_itself() -> None:
    assert most_different(traced("hinge", "hinge")[2]) == []


def test_what_nobody_would_notice_is_left_out() -> None:
    level = dict.fromkeys(Quantity, ((0.0, 0.0), (0.0, 0.0)))
    little = NOTICEABLE[Quantity.NECK] * 0.99
    hardly = Curves((0.0, 1.0), {**level, Quantity.NECK: ((0.0, 0.0), (0.0, little))})
    assert most_different(hardly) == []
    enough = Curves((0.0, 1.0), {**level, Quantity.NECK: ((0.0, 0.0), (0.0, little * 1.1))})
    assert [row.shown for row in most_different(enough)] == [Quantity.NECK]


def test_every_quantity_has_a_difference_that_is_noticed() -> None:
    assert set(NOTICEABLE) == set(Quantity)
    assert all(value > 0 for value in NOTICEABLE.values())


def test_any_two_movements_can_be_told_apart_in_numbers(movements: MovementLibrary) -> None:
    names = [*movements][::6]
    for pair in itertools.combinations(names, 2):
        _, _, curves = traced(*pair)
        assert len(most_different(curves)) <= ROWS
        for values in curves.values.values():
            assert all(math.isfinite(value) for curve in values for value in curve), pair


def test_the_ends_of_a_curve_are_found_with_their_moments() -> None:
    motions, _, curves = traced("hinge", "squat")
    ends = extreme(curves, Quantity.KNEE, 1)
    assert ends.low == pytest.approx(8, abs=1)
    assert ends.high == pytest.approx(100)
    assert ends.high_at == pytest.approx(motions[0].ends[0], abs=0.05)
