"""Today tells what was measured and felt, and what comes tomorrow."""

from __future__ import annotations

from app.records.feedback import Feedback, Felt
from app.ui.today.page import TodayPage
from tests.helpers.pages import World
from tests.helpers.person import Person
from tests.helpers.today_page import do_sessions, press, show


def test_the_wall_grows_in_the_users_units_and_the_card_says_where_to_stand(
    page: TodayPage, person: Person, world: World
) -> None:
    person.did("week-1-day-1")
    assert not [line for line in show(page, world) if line.startswith("Wall:")]
    for run, cm in (("run-2", 15), ("run-3", 21)):
        person.records.put(Feedback(run, person.now, person.now, Felt.HAMSTRINGS, wall_cm=cm))
    person.later(days=2)
    shown = show(page, world)
    assert "Wall: 15 → 21 cm" in shown
    (note,) = [line for line in shown if "from the wall" in line]
    assert note.splitlines() == [
        "Stand about 24 cm from the wall.",
        "Last time you felt it in your hamstrings and glutes.",
    ]
    world.keeper.change(units="imperial")
    shown = show(page, world)
    assert "Wall: 6 → 8 in" in shown
    assert any("Stand about 9 in from the wall." in line for line in shown)


def test_a_new_stage_says_how_often_the_stick_stayed_on(
    page: TodayPage, person: Person, world: World
) -> None:
    do_sessions(person, 6)
    for number, stayed in enumerate((False, True, True)):
        run = f"stick-{number}"
        person.records.put(Feedback(run, person.now, person.now, stick_back=stayed))
    assert any("The stick stayed on in 2 of 3 checks." in line for line in show(page, world))


def test_after_the_first_hinges_the_first_session_is_announced(
    page: TodayPage, person: Person, world: World
) -> None:
    person.read("first-five-minutes").did("morning-ten")
    shown = show(page, world)
    assert "You've done your first hinges. That is the whole idea." in shown
    (text,) = [line for line in shown if line.startswith("Tomorrow:")]
    assert text.splitlines()[0] == "Tomorrow: Session 1 of 18, 13 min."
    assert "Wall touches: a bare stretch of wall" in text


def test_the_end_has_the_wall_and_leads_to_the_six_weeks(
    page: TodayPage, person: Person, world: World
) -> None:
    person.read()
    do_sessions(person, 18)
    for run, cm in (("run-2", 15), ("run-9", 27)):
        person.records.put(Feedback(run, person.now, person.now, wall_cm=cm))
    shown = show(page, world)
    assert any("reps. Heels from the wall: 15 → 27 cm. What next?" in line for line in shown)
    asked: list[bool] = []
    page.course_wanted.connect(lambda: asked.append(True))
    press(page, "See your six weeks")
    assert asked == [True]
