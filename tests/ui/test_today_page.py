from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QPushButton
from pytestqt.qtbot import QtBot

from app.programme.programme import PICK_UPS
from app.records.decision import DecisionKind
from app.records.feedback import Feedback, Felt
from app.records.model import LessonPlace
from app.records.records import Records
from app.settings.model import PlanSettings
from app.ui.stage.still import Still
from app.ui.today.dots import Dots
from app.ui.today.page import TodayPage
from tests.helpers.clock import ManualClock
from tests.helpers.errors import UNREADABLE, unreadable
from tests.helpers.pages import World, a_world, texts
from tests.helpers.person import Person

ASKED = PlanSettings(asked=True)


@pytest.fixture
def world(qapp: QApplication, tmp_path: Path) -> Iterator[World]:
    with a_world(qapp, tmp_path, plan=ASKED) as made:
        yield made


@pytest.fixture
def person(world: World) -> Person:
    return Person(world.records)


@pytest.fixture
def page(world: World, person: Person, qtbot: QtBot) -> TodayPage:
    made = TodayPage(
        world.workspace, world.keeper, world.icons, world.appearance, ManualClock(0.0),
        Still(world.locations.still), now=lambda: person.now,
    )  # fmt: skip
    qtbot.addWidget(made)
    return made


def show(page: TodayPage, world: World, width: int = 868) -> list[str]:
    world.flush()
    page.hide()
    page.resize(width, 640)
    page.load()
    page.show()
    QApplication.processEvents()
    return texts(page)


def buttons(page: TodayPage, look: str) -> list[QPushButton]:
    found = page.findChildren(QPushButton)
    return [one for one in found if one.isVisible() and one.property("look") == look]


def action(page: TodayPage) -> QPushButton:
    (button,) = buttons(page, "primary")
    return button


def press(page: TodayPage, text: str) -> None:
    (button,) = (b for b in page.findChildren(QPushButton) if b.isVisible() and b.text() == text)
    button.click()
    QApplication.processEvents()


def links(page: TodayPage) -> list[str]:
    return [one.text() for one in buttons(page, "link")]


def ticks(page: TodayPage) -> list[QCheckBox]:
    return [one for one in page.findChildren(QCheckBox) if one.isVisible()]


def dots(page: TodayPage, name: str) -> list[QAbstractButton]:
    (row,) = (one for one in page.findChildren(Dots) if one.accessibleName() == name)
    return row.findChildren(QAbstractButton)


def do_sessions(person: Person, count: int) -> None:
    """Do the first sessions on every other day, the last one two days ago."""
    person.read("first-five-minutes").answer_safety().later(days=1)
    for number in range(count):
        person.did(f"week-{number // 3 + 1}-day-{number % 3 + 1}").later(days=2)


# The states of a life with the course


def test_the_first_day_has_one_thing_to_begin(page: TodayPage, world: World, qtbot: QtBot) -> None:
    shown = show(page, world)
    assert shown[:3] == ["Monday, 23 November 2026", "Start here", "First five minutes"]
    assert "Then six weeks, three short sessions a week. You set the pace." in shown
    assert not ticks(page)
    with qtbot.waitSignal(page.lesson_requested) as asked:
        action(page).click()
    assert asked.args == ["first-five-minutes", 0]


def test_a_begun_lesson_continues_at_its_step(page: TodayPage, world: World, qtbot: QtBot) -> None:
    world.records.put(LessonPlace("the-movement", 2))
    step = world.library.lessons.get("the-movement")
    assert step is not None
    shown = show(page, world)
    assert f"Step 3 of {len(step.steps)}: {step.steps[2].title}" in shown
    with qtbot.waitSignal(page.lesson_requested) as asked:
        action(page).click()
    assert asked.args == ["the-movement", 2]


def test_the_first_hinges_are_enough_for_a_day(
    page: TodayPage, world: World, person: Person
) -> None:
    person.read("first-five-minutes")
    world.days_ago(person.now, 0, exercise="wall-touches")
    shown = show(page, world)
    assert "You've done your first hinges. That is the whole idea." in shown
    assert not buttons(page, "primary")
    assert "Keep learning" in shown


def test_a_session_is_offered_with_its_short_version(
    page: TodayPage, world: World, person: Person, qtbot: QtBot
) -> None:
    do_sessions(person, 1)
    person.later(days=2)
    shown = show(page, world)
    assert "Session 2 of 18: Bodyweight basics" in shown
    assert "13 min" in shown
    assert "Short of time? Wall touches only, 4 min" in links(page)
    with qtbot.waitSignal(page.routine_requested) as asked:
        action(page).click()
    assert asked.args == ["week-1-day-2"]
    with qtbot.waitSignal(page.routine_requested) as asked:
        press(page, "Short of time? Wall touches only, 4 min")
    assert asked.args == ["short-basics"]


def test_a_gap_is_never_mentioned(page: TodayPage, world: World, person: Person) -> None:
    do_sessions(person, 1)
    on_time = show(page, world)
    person.later(days=2)
    assert show(page, world)[1:] == on_time[1:]


def test_between_two_sessions_the_next_can_be_started_all_the_same(
    page: TodayPage, world: World, person: Person, qtbot: QtBot
) -> None:
    do_sessions(person, 5)
    person.later(days=-1).at(13)
    shown = show(page, world)
    assert "Next session: tomorrow. A day's rest is a good idea." in shown
    with qtbot.waitSignal(page.routine_requested) as asked:
        press(page, "Start it today")
    assert asked.args == ["week-2-day-3"]


def test_a_new_stage_can_wait_a_week(page: TodayPage, world: World, person: Person) -> None:
    do_sessions(person, 6)
    shown = show(page, world)
    assert "Session 7 of 18: A little resistance" in shown
    assert any("You can move on, if you feel ready." in line for line in shown)
    press(page, "Not ready? One more week of “Bodyweight basics”")
    assert "Session 4 of 18: Bodyweight basics" in show(page, world)


def test_what_speaks_against_moving_on_is_said_and_the_user_decides(
    page: TodayPage, world: World, person: Person
) -> None:
    do_sessions(person, 6)
    world.records.put(Feedback("r", person.now, person.now, effort=9))
    shown = show(page, world)
    assert any("The last sessions were hard work." in line for line in shown)
    press(page, "Move on to “A little resistance” anyway")
    assert "Session 7 of 18: A little resistance" in show(page, world)


def test_what_is_not_at_hand_is_done_without_and_with_it_again(
    page: TodayPage, world: World, person: Person
) -> None:
    do_sessions(person, 6)
    show(page, world)
    press(page, "Don't have a band? Do “Wall touches” instead")
    assert world.keeper.person.plan.without == ["band-hinge"]
    assert any("• Wall touches: a bare stretch of wall" in line for line in texts(page))
    press(page, "I have a band now")
    assert not world.keeper.person.plan.without


def test_the_end_is_an_end_and_asks_how_to_go_on(
    page: TodayPage, world: World, person: Person
) -> None:
    do_sessions(person, 18)
    shown = show(page, world)
    assert "You finished the six weeks" in shown
    assert "18 of 18 sessions done" in shown
    assert action(page).text() == "Keep it"
    action(page).click()
    person.later(days=7)
    shown = show(page, world)
    assert "Keep it" in shown
    assert any("One session, on any day you like." in line for line in shown)


def test_after_the_end_nothing_is_due_where_nothing_is_wanted(
    page: TodayPage, world: World, person: Person
) -> None:
    do_sessions(person, 18)
    person.read()
    show(page, world)
    press(page, "Stop here")
    shown = show(page, world)
    assert "All exercises and lessons stay open to you." in shown
    assert not buttons(page, "primary")
    assert not ticks(page)


def test_after_weeks_away_one_stage_lower_is_offered(
    page: TodayPage, world: World, person: Person
) -> None:
    do_sessions(person, 8)
    person.later(days=25)
    shown = show(page, world)
    assert "Welcome back" in shown
    assert "Session 5 of 18: Bodyweight basics" in shown
    press(page, "Go on with “A little resistance” instead")
    assert "Session 9 of 18: A little resistance" in show(page, world)


def test_a_pain_comes_before_everything(
    page: TodayPage, world: World, person: Person, qtbot: QtBot
) -> None:
    do_sessions(person, 1)
    world.records.put(Feedback("r", person.now, person.now, pain=True, pain_level=2))
    assert "Practice is paused" in show(page, world)
    assert not buttons(page, "primary")
    assert not ticks(page)
    assert "Read “When not to hinge”" in links(page)
    with qtbot.waitSignal(page.practice_requested):
        press(page, "Go to Practice")


def test_the_day_after_a_pain_is_asked_about(
    page: TodayPage, world: World, person: Person, qtbot: QtBot
) -> None:
    do_sessions(person, 1)
    world.records.put(Feedback("r", person.now, person.now, pain=True, pain_level=2))
    person.later(days=1)
    assert "Has your pain settled?" in show(page, world)
    assert action(page).text() == "Answer"
    assert not ticks(page)
    with qtbot.waitSignal(page.practice_requested):
        action(page).click()


def test_a_session_broken_off_is_gone_on_with_or_left(
    page: TodayPage, world: World, person: Person, qtbot: QtBot
) -> None:
    do_sessions(person, 1)
    person.stop_midway()
    shown = show(page, world)
    assert "Not finished" in shown
    with qtbot.waitSignal(page.go_on_requested):
        action(page).click()
    with qtbot.waitSignal(page.not_now_requested):
        press(page, "Not now")


@pytest.mark.parametrize(
    ("yes", "support", "gate"),
    [
        (("sciatica",), False, "closed"),
        (("balance",), False, "waits"),
        (("balance",), True, "open"),
        ((), False, "open"),
    ],
)
def test_no_practice_is_suggested_where_the_answers_keep_it_closed(
    page: TodayPage,
    world: World,
    person: Person,
    yes: tuple[str, ...],
    support: bool,
    gate: str,
) -> None:
    do_sessions(person, 1)
    person.answer_safety(*yes, support=support)
    shown = " ".join(show(page, world))
    assert ("Session 2 of 18: " in shown) == (gate == "open")
    assert ("healthcare provider" in shown) == (gate == "closed")
    assert ("If you have support at hand" in shown) == (gate == "waits")
    assert bool(ticks(page)) == (gate == "open")
    if gate == "closed":
        assert "You have severe sciatica." in shown


def test_with_all_read_and_practice_closed_nothing_is_due(
    page: TodayPage, world: World, person: Person
) -> None:
    person.read().answer_safety("back-pain")
    assert "Nothing due" in show(page, world)
    assert not buttons(page, "primary")


def test_records_that_cannot_be_read_are_said_so(
    page: TodayPage, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise unreadable()

    monkeypatch.setattr(world.records, "practised", broken)
    assert show(page, world)[1:] == ["Nothing to show", UNREADABLE]
    assert not [one for one in page.findChildren(QPushButton) if one.text() and one.isVisible()]


# The small things


def test_a_tick_says_done_elsewhere_and_can_be_taken_back(
    page: TodayPage, world: World, person: Person, qtbot: QtBot
) -> None:
    world.keeper.change(plan=PlanSettings(asked=True, after="kettle", thing="laundry"))
    do_sessions(person, 1)
    shown = show(page, world)
    assert "after I put the kettle on" in shown
    assert "Laundry basket: hinge for it" in shown
    (tick,) = (one for one in ticks(page) if "Laundry" in one.accessibleName())
    tick.setFocus()
    QTest.keyClick(tick, Qt.Key.Key_Space)
    world.flush()
    (decided,) = world.records.decisions("six-weeks")
    assert (decided.kind, decided.about) == (DecisionKind.DONE_ELSEWHERE, PICK_UPS)
    assert tick.isChecked()
    assert tick.accessibleDescription().startswith("done at ")
    QTest.keyClick(tick, Qt.Key.Key_Space)
    world.flush()
    assert not world.records.decisions("six-weeks")
    assert not tick.isChecked()


def test_the_name_of_a_small_thing_starts_it(
    page: TodayPage, world: World, person: Person, qtbot: QtBot
) -> None:
    do_sessions(person, 1)
    show(page, world)
    with qtbot.waitSignal(page.routine_requested) as asked:
        press(page, "Evening wall touches (10)")
    assert asked.args == ["evening-ten"]


# The course


def test_every_dot_says_what_it_is(page: TodayPage, world: World, person: Person) -> None:
    do_sessions(person, 2)
    show(page, world)
    names = [one.accessibleName() for one in dots(page, "Sessions")]
    assert len(names) == 18
    assert names[0] == "Session 1 of 18, done on 24 November 2026"
    assert names[2:4] == ["Session 3 of 18, next", "Session 4 of 18"]
    days = [one.accessibleName() for one in dots(page, "This week")]
    assert "Tuesday: something done" in days or "Saturday: today" in days


def test_the_arrow_keys_go_through_the_dots_and_space_opens_the_course(
    page: TodayPage, world: World, person: Person, qtbot: QtBot
) -> None:
    do_sessions(person, 2)
    show(page, world)
    sessions = dots(page, "Sessions")
    page.activateWindow()
    (stop,) = (one for one in sessions if one.focusPolicy() is Qt.FocusPolicy.TabFocus)
    assert stop is sessions[2]
    stop.setFocus()
    QTest.keyClick(stop, Qt.Key.Key_Left)
    assert sessions[1].hasFocus()
    QTest.keyClick(sessions[1], Qt.Key.Key_End)
    assert sessions[17].hasFocus()
    with qtbot.waitSignal(page.course_wanted):
        QTest.keyClick(sessions[17], Qt.Key.Key_Space)
    with qtbot.waitSignal(page.course_wanted):
        press(page, "Your course…")


# The set-up


def test_the_plan_is_asked_for_once_after_the_first_hinges(
    page: TodayPage, world: World, person: Person
) -> None:
    world.keeper.change(plan=PlanSettings())
    assert "When will you do it?" not in show(page, world)
    person.read("first-five-minutes")
    world.days_ago(person.now, 0, exercise="wall-touches")
    assert "When will you do it?" in show(page, world)
    assert action(page).text() == "Done"
    press(page, "Skip")
    assert world.keeper.person.plan.asked
    assert "When will you do it?" not in texts(page)


# The page


def test_a_wide_page_has_two_columns(page: TodayPage, world: World, person: Person) -> None:
    do_sessions(person, 1)

    def places() -> tuple[int, int]:
        found = {one.text(): one for one in page.findChildren(QPushButton) if one.isVisible()}
        ends = (found["Start"], found["Your course…"])
        return tuple(one.mapTo(page, one.rect().topLeft()).x() for one in ends)  # type: ignore[return-value]

    show(page, world)
    assert abs(places()[0] - places()[1]) < 8
    show(page, world, width=1520)
    assert places()[1] - places()[0] > 600


def test_the_figure_does_what_is_next(page: TodayPage, world: World, person: Person) -> None:
    do_sessions(person, 1)
    show(page, world)
    assert page.view is not None
    (motion,) = page.view.figure.stage.motions
    exercise = world.library.exercises["broomstick-hinge"]
    assert motion.movement.id == exercise.movement


def test_the_next_start_begins_with_a_picture_of_the_page(
    page: TodayPage, world: World, person: Person, qtbot: QtBot
) -> None:
    show(page, world)
    page.keep_still()
    again = TodayPage(
        world.workspace, world.keeper, world.icons, world.appearance, ManualClock(0.0),
        Still(world.locations.still), now=lambda: person.now,
    )  # fmt: skip
    qtbot.addWidget(again)
    again.resize(page.size())
    assert again.grab().toImage() == page.grab().toImage()
    assert again.view is None
    QApplication.processEvents()
    assert again.view is not None


def test_coming_back_to_the_window_shows_the_new_day(
    page: TodayPage, world: World, person: Person
) -> None:
    show(page, world)
    person.later(days=1)
    assert page.view is not None
    QCoreApplication.sendEvent(page.view, QEvent(QEvent.Type.WindowActivate))
    QApplication.processEvents()
    assert texts(page)[0] == "Tuesday, 24 November 2026"


def test_what_is_done_while_the_page_is_in_view_is_shown_at_once(
    page: TodayPage, world: World
) -> None:
    show(page, world)
    with closing(Records.open(world.locations.records)) as other:
        other.lesson_finished("first-five-minutes")
    world.records.look_again()
    assert "First five minutes" not in texts(page)


def test_a_page_out_of_view_reads_nothing(
    page: TodayPage, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    show(page, world)
    page.hide()
    monkeypatch.setattr(page.view, "refresh", lambda: pytest.fail("it was read"))
    world.records.lesson_finished("first-five-minutes")
    world.keeper.change(plan=PlanSettings())


def test_the_page_scrolls_by_key_only_while_it_is_too_low(page: TodayPage, world: World) -> None:
    show(page, world)
    assert page.view is not None
    assert not page.view.focusPolicy().value
    page.resize(868, 200)
    QApplication.processEvents()
    assert page.view.focusPolicy().value


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
