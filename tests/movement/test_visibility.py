"""Every fault is seen: a joint is well away from where it should be, or a part is lit."""

from __future__ import annotations

import tomllib

import pytest

from app.body.form import Check
from app.movement.model import Label
from app.movement.visibility import Lit, lit_by, visibility
from tests.helpers.content import LOCATIONS
from tests.helpers.motions import MOVEMENTS, motion_of

INCORRECT = sorted(name for name in MOVEMENTS.names if MOVEMENTS[name].label is Label.WRONG)
#: What each is compared with; otherwise the hinge.
PAIRED = {
    pair["second"]: pair["first"]
    for pair in tomllib.loads(LOCATIONS.pairs.read_text(encoding="utf-8"))["pair"]
}
SEEN_PERCENT = 2.0


@pytest.mark.parametrize("movement_id", INCORRECT)
def test_a_fault_is_seen(movement_id: str) -> None:
    motion = motion_of(movement_id)
    joint, percent, t, lit = visibility(motion, motion_of(PAIRED.get(movement_id, "hinge")))
    assert percent >= SEEN_PERCENT or lit
    assert joint in motion.skeleton_at(t).joints
    # What a check finds is always lit, with nothing else.
    checks = motion.movement.breaks
    assert {lit_by(check, pressure) for check in checks for pressure in (0.1, 0.9)} >= set(lit)
    assert len(lit) >= len({lit_by(check, 0.1) for check in checks})


def test_a_movement_does_not_differ_from_itself() -> None:
    hinge = motion_of("hinge")
    assert visibility(hinge, hinge)[1:] == (0.0, 0.0, ())


def test_the_farthest_joint_is_found_where_it_is_farthest() -> None:
    hinge, rounded = motion_of("hinge"), motion_of("rounded-back")
    found = visibility(rounded, hinge)
    assert found.lit == (Lit.BACK,)
    assert found.percent > 2 * SEEN_PERCENT
    assert 0 < found.t < rounded.seconds


@pytest.mark.parametrize(("pressure", "part"), [(0.9, Lit.TOES), (0.1, Lit.HEELS)])
def test_the_weight_lights_the_end_that_bears_it(pressure: float, part: Lit) -> None:
    assert lit_by(Check.BALANCED, pressure) is part
