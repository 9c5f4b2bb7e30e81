from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.programme.course import Course
from app.programme.safety import QUESTIONS
from app.records.decision import DecisionKind
from app.records.feedback import Felt
from app.records.model import SafetyAnswers
from app.ui.course.dialog import CourseDialog
from app.ui.course.session_list import Dot, rows_of
from app.ui.course.six_weeks import SixWeeksDialog
from app.ui.rail import PageId
from tests.helpers.course_records import Lived
from tests.helpers.errors import UNREADABLE, unreadable
from tests.helpers.pages import World, texts
from tests.helpers.window import Open


@pytest.fixture
def lived(world: World) -> Lived:
    return Lived(world.records, world.library.programme)


@pytest.fixture
def view(world: World, lived: Lived, qtbot: QtBot) -> CourseDialog:
    """The view, as it is opened by `show`."""
    made = CourseDialog(
        world.library,
        world.records,
        world.workspace.planner(),
        world.keeper,
        world.appearance,
        now=lived.now,
    )
    qtbot.addWidget(made)
    return made


def show(view: CourseDialog) -> list[str]:
    view.refresh()
    view.show()
    QApplication.processEvents()
    return texts(view)


def today(world: World, lived: Lived) -> Course:
    """Return where the planner, which decides for the whole program, sees the course."""
    return world.workspace.planner().today(lived.at).course


def next_id(world: World, lived: Lived) -> str:
    following = today(world, lived).next
    return following.id if following else ""


def undo(view: CourseDialog) -> None:
    QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def shown(view: CourseDialog) -> list[str]:
    """Return what the buttons that can be pressed say."""
    return [one.text() for one in view.findChildren(QPushButton) if one.isVisible()]


def test_the_next_session_is_ringed_and_chosen(view: CourseDialog, lived: Lived) -> None:
    lived.sessions(2)
    lived.decide(DecisionKind.DONE_ELSEWHERE, "week-1-day-3")
    written = show(view)
    assert "3 of 18 sessions done" in written
    dots = [row.dot for row in rows_of(lived.course) if row.session]
    assert dots[:5] == [Dot.DONE, Dot.DONE, Dot.ELSEWHERE, Dot.NEXT, Dot.TO_COME]
    assert view.list.chosen == "week-2-day-1"
    assert "Week 2, day 1: Bodyweight basics" in written
    assert view.list.item(2).text() == "Week 1, day 2 · 25 Nov"
    spoken = view.list.item(3).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Week 1, day 3, done elsewhere on 27 November 2026"


def test_a_session_tells_what_it_has_and_needs(view: CourseDialog, lived: Lived) -> None:
    lived.decide(DecisionKind.STARTED_AT, "week-3-day-1")
    written = show(view)
    assert "3 exercises, 13 min 4 s in all" in written
    assert "Band around the hips, 3 × 10" in written
    assert any(line.startswith("You need: a long resistance band") for line in written)
    assert any(line.startswith("Single-leg stands: When 30 seconds") for line in written)


def test_the_line_of_a_session_says_when_it_comes(view: CourseDialog, lived: Lived) -> None:
    lived.sessions(1, every_days=1)
    assert "Next, from Wednesday, 25 November. You can also start it now." in show(view)
    lived.later(days=1)
    assert "Next." in show(view)
    view.list.choose("week-1-day-1")
    assert "Done on Monday, 23 November." in texts(view)
    view.list.choose("week-4-day-1")
    assert "Not done yet." in texts(view)


def test_any_session_can_be_started_and_repeated(
    view: CourseDialog, lived: Lived, qtbot: QtBot
) -> None:
    lived.sessions(1)
    for routine, word in (("week-4-day-2", "Start"), ("week-1-day-1", "Repeat")):
        show(view)
        view.list.choose(routine)
        assert view.panel.start.text() == word
        with qtbot.waitSignal(view.routine_requested) as asked:
            view.panel.start.click()
        assert asked.args == [routine]
        assert not view.isVisible()


def test_done_elsewhere_counts_and_is_undone(
    view: CourseDialog, world: World, lived: Lived
) -> None:
    show(view)
    view.panel.elsewhere.click()
    assert next_id(world, lived) == "week-1-day-2"
    assert "Week 1, day 1 counts as done." in texts(view)
    assert view.list.item(1).text() == "Week 1, day 1 · 23 Nov"
    undo(view)
    assert next_id(world, lived) == "week-1-day-1"
    assert today(world, lived).done == 0
    assert "Week 1, day 1 counts as done." not in texts(view)


def test_done_elsewhere_is_corrected_days_later(
    view: CourseDialog, world: World, lived: Lived
) -> None:
    lived.decide(DecisionKind.DONE_ELSEWHERE, "week-1-day-1").later(days=5)
    show(view)
    view.list.choose("week-1-day-1")
    view.panel.not_elsewhere.click()
    assert today(world, lived).done == 0
    assert "Week 1, day 1 no longer counts as done elsewhere." in texts(view)
    undo(view)
    assert today(world, lived).sessions[0].elsewhere


@pytest.mark.parametrize("routine", ["week-4-day-1", "week-1-day-2"])
def test_the_course_goes_on_from_any_session_further_on_or_back(
    view: CourseDialog, world: World, lived: Lived, routine: str
) -> None:
    lived.sessions(4)
    show(view)
    assert "Continue from here" not in shown(view)  # at the next one it would change nothing
    view.list.choose(routine)
    view.panel.from_here.click()
    assert next_id(world, lived) == routine
    undo(view)
    assert next_id(world, lived) == "week-2-day-2"


def test_moving_on_is_offered_with_one_more_week(
    view: CourseDialog, world: World, lived: Lived
) -> None:
    lived.sessions(6, Felt.HAMSTRINGS)
    assert "You can move on" in show(view)
    move_on, stay = view.offer.answers
    assert (move_on.text(), stay.text()) == ("Move on", "One more week")
    stay.click()
    assert next_id(world, lived) == "week-2-day-1"
    assert view.offer.isHidden()
    undo(view)
    assert next_id(world, lived) == "week-3-day-1"
    move_on.click()
    assert next_id(world, lived) == "week-3-day-1"
    assert view.offer.isHidden()
    assert "You moved on to “A little resistance”." in texts(view)
    undo(view)
    assert today(world, lived).move is not None


def test_objections_are_said_and_the_user_decides(
    view: CourseDialog, world: World, lived: Lived
) -> None:
    lived.sessions(6, Felt.LOWER_BACK)
    written = " ".join(show(view))
    assert "One more week?" in written
    assert "You felt it in your lower back twice running." in written
    stay, move_on = view.offer.answers
    assert (stay.text(), move_on.text()) == ("One more week", "Move on")
    assert next_id(world, lived) == "week-2-day-1"
    move_on.click()
    assert next_id(world, lived) == "week-3-day-1"
    undo(view)
    assert next_id(world, lived) == "week-2-day-1"


@pytest.mark.parametrize(
    ("answer", "following"), [(0, "week-2-day-2"), (1, "week-3-day-3")], ids=["lower", "as-it-was"]
)
def test_after_a_long_break_either_answer_is_one_click(
    view: CourseDialog, world: World, lived: Lived, answer: int, following: str
) -> None:
    lived.sessions(8).later(days=30)
    assert "Welcome back" in show(view)
    view.offer.answers[answer].click()
    assert next_id(world, lived) == following
    assert view.offer.isHidden()
    undo(view)
    assert today(world, lived).back is not None


def test_a_substitute_is_kept_in_the_settings_and_practised(
    view: CourseDialog, world: World, lived: Lived
) -> None:
    lived.decide(DecisionKind.STARTED_AT, "week-3-day-1")
    show(view)
    box = view.panel.substitutes["band-hinge"]
    assert box.text() == "Without a band"
    assert "Do “Wall touches” instead." in texts(view)
    box.setFocus()
    box.click()
    assert world.keeper.person.plan.without == ["band-hinge"]
    assert "Wall touches, 3 × 10" in texts(view)
    assert view.panel.substitutes["band-hinge"] is box  # which keeps the focus
    box.click()
    assert world.keeper.person.plan.without == []
    assert "Band around the hips, 3 × 10" in texts(view)


def test_the_end_is_an_end_and_what_comes_next_is_chosen_and_changed(
    view: CourseDialog, world: World, lived: Lived
) -> None:
    lived.sessions(18)
    written = show(view)
    assert "You finished the six weeks" in written
    assert any("18 sessions, 162 sets, 1620 hinges." in line for line in written)
    assert next_id(world, lived) == ""
    view.end.choices["keep-it"].click()
    assert next_id(world, lived) == "this-week"
    assert view.list.item(1).text() == "This week's session · next"
    view.end.choices["heavier"].click()
    assert next_id(world, lived) == "week-5-day-1"
    view.end.choices["other-lifts"].click()
    drawn = today(world, lived).next
    assert drawn is not None
    assert {"good-morning", "bent-over-row"} & drawn.exercises
    undo(view)
    view.end.choices["stop"].click()
    assert today(world, lived).stopped
    assert [one.isChecked() for one in view.end.choices.values()].count(True) == 1
    assert view.end.choices["stop"].isChecked()
    undo(view)
    assert next_id(world, lived) == "week-5-day-1"
    undo(view)
    undo(view)
    assert today(world, lived).asks_after


def test_the_session_of_this_week_is_shown_and_started(
    view: CourseDialog, lived: Lived, qtbot: QtBot
) -> None:
    lived.sessions(18).decide(DecisionKind.AFTER, "keep-it").later(days=7)
    written = show(view)
    assert view.list.chosen == "this-week"
    assert "This week's session: Keep it" in written
    with qtbot.waitSignal(view.routine_requested) as asked:
        view.panel.start.click()
    assert asked.args == ["this-week"]


@pytest.mark.parametrize("done", [0, 6, 18])
def test_one_button_is_green(view: CourseDialog, lived: Lived, done: int) -> None:
    lived.sessions(done)
    show(view)
    buttons = [one for one in view.findChildren(QPushButton) if one.isVisible()]
    assert len([one for one in buttons if one.property("look") == "primary"]) == 1


def test_where_practice_is_closed_nothing_can_be_started(
    view: CourseDialog, world: World, lived: Lived, qtbot: QtBot
) -> None:
    yes = {question.value: True for question in QUESTIONS}
    world.records.put(SafetyAnswers(lived.at, yes, support=False))
    assert "Practice is closed for now; the Practice page says why." in show(view)
    assert "Start" not in shown(view)
    with qtbot.waitSignal(view.lesson_requested) as asked:
        view.panel.care.click()
    assert asked.args is not None
    assert asked.args[0] in world.library.lessons.order


def test_all_is_reached_and_pressed_with_the_keyboard(
    view: CourseDialog, world: World, lived: Lived
) -> None:
    show(view)
    view.activateWindow()
    view.list.setFocus()
    QTest.keyClick(view.list, Qt.Key.Key_Down)
    assert view.list.chosen == "week-1-day-2"
    reached: list[str] = []
    for _ in range(12):
        QTest.keyClick(view.focusWidget(), Qt.Key.Key_Tab)
        focus = view.focusWidget()
        if isinstance(focus, QPushButton):
            reached.append(focus.text())
    assert {"Start", "Done elsewhere", "Continue from here", "Close"} <= set(reached)
    view.panel.from_here.setFocus()
    QTest.keyClick(view.panel.from_here, Qt.Key.Key_Return)
    assert next_id(world, lived) == "week-1-day-2"
    assert view.focusWidget() is view.list  # the button is gone


def test_records_that_cannot_be_read_say_so(view: CourseDialog, world: World) -> None:
    with patch.object(world.records, "practised", side_effect=unreadable()):
        assert UNREADABLE in show(view)


def test_the_page_is_saved_as_a_pdf_or_says_why_not(
    view: CourseDialog, lived: Lived, tmp_path: Path
) -> None:
    lived.sessions(18)
    show(view)
    view.end.see.click()
    (page,) = view.findChildren(SixWeeksDialog)
    page.save(tmp_path / "nowhere" / "mine.pdf")
    assert any("does not exist" in line for line in texts(page))
    page.save(tmp_path / "mine.pdf")
    assert "Saved as mine.pdf." in texts(page)
    assert (tmp_path / "mine.pdf").read_bytes().startswith(b"%PDF")
    page.close()


def test_today_opens_it_and_its_start_opens_practice(open_window: Open) -> None:
    window = open_window()
    window.show_page(PageId.TODAY)
    window.today.course_wanted.emit()
    (view,) = window.findChildren(CourseDialog)
    view.list.choose("week-2-day-1")
    view.panel.start.click()
    assert window.current_page is PageId.PRACTICE
    routine = window.practice.choice.routine
    assert routine is not None
    assert routine.id == "week-2-day-1"
