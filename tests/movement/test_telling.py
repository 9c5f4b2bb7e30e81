from __future__ import annotations

import pytest

from app.body.anthropometry import Body
from app.locations import find_locations
from app.movement.library import MovementLibrary
from app.movement.motion import Motion
from app.movement.props import PropKind
from app.movement.telling import Say, Statement, Telling, tell

MOVEMENTS = MovementLibrary(find_locations().animations)
_WITH_AMOUNT = {
    Say.HIPS_BEHIND,
    Say.HIPS_AHEAD,
    Say.KNEES_BENT,
    Say.TRUNK_LEANS,
    Say.TRUNK_BACK,
    Say.SHINS_FORWARD,
    Say.SHINS_BACK,
    Say.BACK_FLAT,
    Say.BACK_WATCH,
    Say.BACK_ROUNDED,
    Say.BACK_ARCHED,
    Say.HEAD_UP,
    Say.HEAD_DOWN,
    Say.WALL_AWAY,
}
_WITH_THING = {Say.HELD, Say.HELD_LEFT, Say.HELD_RIGHT}


def motion(name: str, body: Body | None = None) -> Motion:
    return Motion(MOVEMENTS[name], body or Body())


def at_bottom(name: str) -> Telling:
    moving = motion(name)
    return tell(moving, moving.ends[moving.deepest_phase])


def says(telling: Telling) -> set[Say]:
    return {statement.say for statement in telling.statements}


def test_a_hinge_is_told_from_the_hips_on() -> None:
    told = at_bottom("hinge")
    assert told.phase.cue == "Long back"
    assert told.statements == (
        Statement(Say.HIPS_BEHIND, 18),
        Statement(Say.KNEES_BENT, 20),
        Statement(Say.TRUNK_LEANS, 65),
        Statement(Say.SHINS_UPRIGHT),
        Statement(Say.BACK_FLAT, 27),
        Statement(Say.HEAD_IN_LINE),
        Statement(Say.WEIGHT_MID),
    )


def test_standing_is_told_as_standing() -> None:
    assert says(tell(motion("hinge"), 0.0)) >= {Say.HIPS_OVER, Say.TRUNK_UPRIGHT, Say.WEIGHT_MID}


def test_what_is_told_is_measured_on_the_body_that_is_shown() -> None:
    small, large = (
        next(s.amount for s in tell(motion("hinge", Body(tall)), 2.0).statements if s.amount)
        for tall in (1.5, 2.0)
    )
    assert small < large


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("weight-on-toes", Statement(Say.WEIGHT_TOES)),
        ("falling-backward", Statement(Say.WEIGHT_FALLS_BACK)),
        ("hips-not-back", Statement(Say.WEIGHT_FRONT)),
        ("craned-neck", Statement(Say.HEAD_UP, 35)),
        ("locked-knees", Statement(Say.KNEES_STRAIGHT)),
        ("squat", Statement(Say.SHINS_FORWARD, 27)),
        ("rounded-back", Statement(Say.BACK_ROUNDED, 76)),
        ("wall-touch", Statement(Say.WALL_TOUCHED)),
        ("single-leg-stand", Statement(Say.ON_RIGHT_ALONE)),
        ("hamstring-stretch", Statement(Say.ON_LEFT)),
        ("dishwasher", Statement(Say.HELD_RIGHT, thing=PropKind.DISH)),
    ],
)
def test_what_marks_a_movement_is_told(name: str, said: Statement) -> None:
    assert said in at_bottom(name).statements


def test_the_wall_comes_nearer() -> None:
    away = [s for s in tell(motion("wall-touch"), 0.0).statements if s.say is Say.WALL_AWAY]
    assert away == [Statement(Say.WALL_AWAY, 18)]


def test_the_back_is_told_in_three_bands_of_its_own_range() -> None:
    moving = motion("rounded-back")
    found = set()
    for step in range(101):
        t = moving.seconds * step / 100
        percent = moving.skeleton_at(t).lumbar_percent
        rounded = Say.BACK_WATCH if percent <= 50 else Say.BACK_ROUNDED
        wanted = Say.BACK_FLAT if percent <= 30 else rounded
        assert wanted in says(tell(moving, t)), percent
        found.add(wanted)
    assert len(found) == 3


def test_what_is_picked_up_is_held_once_it_is_carried() -> None:
    moving = motion("grocery-bag")
    held = Statement(Say.HELD_RIGHT, thing=PropKind.BAG)
    assert held not in tell(moving, 0.0).statements
    assert held in tell(moving, moving.time_of("stand", 0.5)).statements


def test_the_same_in_both_hands_is_told_once() -> None:
    held = [s for s in tell(motion("bent-over-row"), 0.0).statements if s.thing]
    assert held == [Statement(Say.HELD, thing=PropKind.DUMBBELL)]


@pytest.mark.parametrize("name", list(MOVEMENTS))
def test_every_moment_of_every_movement_can_be_told(name: str) -> None:
    moving = motion(name)
    for step in range(9):
        t = moving.seconds * step / 8
        told = tell(moving, t)
        assert told.phase is moving.movement.phases[moving.place_at(t).phase]
        for statement in told.statements:
            assert (statement.amount is not None) == (statement.say in _WITH_AMOUNT)
            assert (statement.thing is not None) == (statement.say in _WITH_THING)
            assert statement.amount is None or statement.amount >= 0
