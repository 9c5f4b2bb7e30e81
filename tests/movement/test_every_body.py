"""Every movement shows what it claims on everybody: the small and the large, stiff and supple."""

from __future__ import annotations

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from app.body.anthropometry import Body
from app.movement import audit
from app.movement.audit import broken_checks
from app.movement.library import MovementLibrary
from app.movement.motion import Motion
from tests.helpers.bodies import ANYONE, COVERING, EVERY
from tests.helpers.content import LOCATIONS
from tests.helpers.patience import examples

LIBRARY = MovementLibrary(LOCATIONS.animations)
IDS = sorted(LIBRARY.names)


def test_the_bodies_cover_every_two_traits() -> None:
    assert len(EVERY) == 270
    assert len(COVERING) < 25
    for one in range(5):
        for other in range(one):
            some, all_ = (
                {(t[one], t[other]) for t in map(traits, bodies)} for bodies in (COVERING, EVERY)
            )
            assert some == all_


def traits(body: Body) -> tuple[object, ...]:
    return body.stature_m, body.sex, body.thigh, body.trunk, body.slr_deg


@pytest.mark.parametrize("movement_id", IDS)
def test_it_breaks_exactly_what_it_says_on_anybody(
    movement_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audit, "FRAMES", 16)
    movement = LIBRARY[movement_id]
    different = {
        body: sorted(found)
        for body in COVERING
        if (found := broken_checks(Motion(movement, body))) != movement.breaks
    }
    assert different == {}


# Any body that breaks it tells enough: to look for a simpler one takes a minute.
@settings(max_examples=examples(60), phases=[Phase.generate])
@given(movement_id=st.sampled_from(IDS), body=ANYONE)
def test_it_breaks_exactly_what_it_says_on_any_body_between(movement_id: str, body: Body) -> None:
    movement = LIBRARY[movement_id]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(audit, "FRAMES", 24)
        assert broken_checks(Motion(movement, body)) == movement.breaks
