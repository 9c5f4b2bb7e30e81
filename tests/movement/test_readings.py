from __future__ import annotations

import pytest

from app.body.form import Check
from app.body.quantities import Quantity
from app.movement.readings import ReadingRow, Timing, read_rows
from tests.helpers.motions import motion_of


def test_a_row_says_value_and_verdict() -> None:
    rounded = motion_of("rounded-back")
    rows = [ReadingRow(Quantity.LUMBAR, Check.FLAT_BACK), ReadingRow(Quantity.LUMBAR)]
    judged, bare = read_rows(rounded, rounded.ends[0], rows)
    assert judged.value == bare.value == pytest.approx(42 / 55 * 100)
    assert judged.verdict is False
    assert bare.verdict is None
    start = read_rows(rounded, 0.0, rows)[0]
    assert start.verdict is True


def test_a_check_that_does_not_apply_has_no_verdict() -> None:
    squat = motion_of("squat")
    (reading,) = read_rows(squat, squat.ends[0], [ReadingRow(Quantity.SHIN, Check.SHINS_VERTICAL)])
    assert reading.value > 10
    assert reading.verdict is None


def test_the_hips_are_judged_while_the_deepest_pose_is_held() -> None:
    hinge = motion_of("hinge")
    row = [ReadingRow(Quantity.HIPS_BACK, Check.HIPS_BACK)]
    down, hold, _ = hinge.ends
    for t in (down, (down + hold) / 2, hold, down - 0.01):
        assert read_rows(hinge, t, row)[0].verdict is True, t
    for t in (0.0, down / 2, hold + 0.5):
        assert read_rows(hinge, t, row)[0].verdict is None, t
    early = motion_of("hips-not-back")
    assert read_rows(early, early.ends[0], row)[0].verdict is False


def test_the_pace_is_the_time_of_the_phase() -> None:
    row = [ReadingRow(Timing.PHASE, Check.UNHURRIED)]
    rushed = motion_of("rushed-hinge")
    assert read_rows(rushed, 0.1, row) == [(rushed.ends[0], False)]
    hinge = motion_of("hinge")
    assert read_rows(hinge, 0.1, row) == [(hinge.ends[0], True)]
