"""The small things on Today, the course, the set-up and the page itself."""

from __future__ import annotations

from contextlib import closing

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.programme.programme import PICK_UPS
from app.records.decision import DecisionKind
from app.records.records import Records
from app.settings.model import PlanSettings
from app.ui.stage.still import Still
from app.ui.today.page import TodayPage
from tests.helpers.clock import ManualClock
from tests.helpers.pages import World, texts
from tests.helpers.person import Person
from tests.helpers.today_page import action, do_sessions, dots, press, show, ticks

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
    assert days == [
        "Monday", "Tuesday: something done", "Wednesday", "Thursday: something done", "Friday",
        "Saturday: today", "Sunday",
    ]  # fmt: skip


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


def next_stop() -> str:
    """Press the Tab key, and return what it comes to."""
    before = QApplication.focusWidget()
    assert before is not None
    QTest.keyClick(before, Qt.Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus.accessibleName()


def test_the_tab_key_goes_through_the_page_as_it_is_read(
    qtbot: QtBot, page: TodayPage, world: World, person: Person
) -> None:
    show(page, world)  # much of it is made after what stands below it
    qtbot.waitUntil(page.isActiveWindow)
    do_sessions(person, 1)
    world.flush()
    assert page.view is not None
    page.view.refresh()
    QApplication.processEvents()
    action(page).setFocus()
    stops = [next_stop()]
    while not stops[-1].startswith("Read: "):
        stops.append(next_stop())
    assert stops[0] == "Short of time? Wall touches only, 4 min"
    read = [
        next(at for at, name in enumerate(stops) if name.startswith(begin))
        for begin in ("Figure", "Done: Morning", "Start: Evening", "Session 2 of 18, next",
                      "Thursday: today", "Your course", "Read: ")
    ]  # fmt: skip
    assert read == sorted(read)
    (stop,) = (one for one in dots(page, "Sessions") if one.accessibleName().endswith("next"))
    stop.setFocus()
    QTest.keyClick(stop, Qt.Key.Key_Right)
    other = QApplication.focusWidget()
    assert other is not None
    assert other.accessibleName() == "Session 3 of 18"
    assert next_stop() == stops[read[3] + 1]


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
