from __future__ import annotations

from datetime import timedelta

import pytest

from app.practice.exercise import Measure
from app.programme.measures import Stick, Wall, at_wall, find_stick, find_wall
from app.programme.moving_on import MoveRule, Objection
from app.records.feedback import Feedback, Felt
from tests.helpers.life import PROGRAMME, Told
from tests.helpers.person import LIBRARY
from tests.helpers.records import MORNING


def told(cm: int | None = None, **more: object) -> Feedback:
    return Feedback("r", MORNING, MORNING, wall_cm=cm, **more)  # type: ignore[arg-type]


def test_the_wall_goes_on_from_the_last_distance() -> None:
    assert find_wall([], 3) is None
    assert find_wall([told(None, felt=Felt.THIGHS)], 3) is None
    assert find_wall([told(15), told(18), told(None), told(21)], 3) == Wall(15, 21, 24)
    assert PROGRAMME.wall_step_cm == 3


@pytest.mark.parametrize(
    "badly",
    [
        {"pain": True}, {"felt": Felt.LOWER_BACK}, {"done_as_shown": False},
        {"stick_head": True, "stick_tailbone": False},
    ],
)  # fmt: skip
def test_what_did_not_go_well_is_done_from_where_it_was(badly: dict[str, object]) -> None:
    assert find_wall([told(15), told(21, **badly)], 3) == Wall(15, 21, 21)


@pytest.mark.parametrize(
    "well", [{"felt": Felt.HAMSTRINGS}, {"done_as_shown": True}, {"stick_back": True}, {}]
)
def test_what_was_not_answered_is_no_objection(well: dict[str, object]) -> None:
    assert find_wall([told(21, **well)], 3) == Wall(21, 21, 24)


def test_a_check_with_the_stick_is_clean_where_it_stayed_on_wherever_that_was_answered() -> None:
    checks = [
        told(None, stick_head=True),
        told(None, stick_head=True, stick_back=True, stick_tailbone=True),
        told(None, stick_back=False, stick_tailbone=True),
        told(15),
    ]
    assert find_stick(checks) == Stick(2, 3)
    assert find_stick([told(15)]) is None


def test_the_place_to_stand_has_the_distance_and_a_drill_begins_anew() -> None:
    touches, drill = LIBRARY.exercises["wall-touches"], LIBRARY.exercises["wall-drill"]
    placed = at_wall(touches, Wall(15, 21, 24))
    assert "{cm:24}" in placed.place
    assert "{cm:15}" not in placed.place
    assert at_wall(touches, None) is touches
    assert at_wall(drill, Wall(15, 21, 24)) is drill
    stick = LIBRARY.exercises["broomstick-hinge"]
    assert stick.measure is Measure.STICK
    assert at_wall(stick, Wall(15, 21, 24)) is stick


def test_a_stick_that_came_off_lately_speaks_against_moving_on() -> None:
    rule, day = MoveRule(), MORNING.date()
    off, on = told(None, stick_tailbone=False), told(None, stick_tailbone=True)
    assert rule.objections([on, off], day) == (Objection.STICK,)
    assert rule.objections([off, on], day) == (Objection.STICK,)
    assert rule.objections([off, on, told(21), on], day) == ()


def test_the_course_is_offered_to_move_on_with_two_clean_checks() -> None:
    life = Told().sessions(6).answer(stick=False)
    move = life.course.move
    assert move is not None
    assert (move.suggested, move.objections) == (False, (Objection.STICK,))
    move = life.answer(stick=True).answer(stick=True).course.move
    assert move is not None
    assert move.suggested
    assert life.course.stick == Stick(2, 3)


def test_the_distance_of_long_ago_is_still_the_first() -> None:
    life = Told().answer(wall_cm=15)
    life.at += timedelta(days=400)
    assert life.answer(wall_cm=27).course.wall == Wall(15, 27, 30)
