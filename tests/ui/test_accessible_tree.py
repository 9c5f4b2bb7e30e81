"""What screen readers find: each control has its name and its role, on every page."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget

from app.lessons.model import Offer
from app.practice.exercise import Ask
from app.practice.transitions import Trigger
from app.programme.after import ANSWERS
from app.programme.safety import QUESTIONS
from app.records.decision import DecisionKind
from app.records.model import SafetyAnswers, local_now
from app.ui.about_dialog import AboutDialog
from app.ui.accessible import listen_to_widgets
from app.ui.course.dialog import CourseDialog
from app.ui.course.six_weeks import SixWeeksDialog
from app.ui.main_window import MainWindow
from app.ui.progress.day_card import DayCard
from app.ui.progress.edit_dialog import EditDialog
from app.ui.progress.page import ProgressPage
from app.ui.rail import PageId
from app.ui.share.button import ShareButton
from app.ui.shortcuts import ShortcutsDialog
from app.ui.stage.phase_slider import PhaseSlider
from app.ui.stage.stage import Stage
from tests.helpers.course_records import Lived
from tests.helpers.records import MORNING, put_a_day
from tests.helpers.window import Open

Role, Text = QAccessible.Role, QAccessible.Text
#: What nobody can tell anything from: Qt's word for "some widget".
NOTHING = (Role.Client, Role.NoRole, Role.Border)


def query(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def seen(root: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    for number in range(root.childCount()):
        child = root.child(number)
        if not child.state().invisible:
            yield child
            yield from seen(child)


def name_of(one: QAccessibleInterface) -> str:
    """Return what it is called; of a choice, which says its value as its name, by its label."""
    if one.role() is Role.ComboBox:
        labels = [
            other.text(Text.Name)
            for other, kind in one.relations()
            if kind == QAccessible.RelationFlag.Label
        ]
        return labels[0] if labels else ""
    return one.text(Text.Name)


def look_through(widget: QWidget) -> None:
    """Find no control without a name, nothing meaningful without a role, no odd check box."""
    for _ in range(3):
        QApplication.processEvents()
    found = list(seen(query(widget)))
    assert found
    for one in found:
        role, name, thing = one.role(), name_of(one), one.object()
        if one.state().focusable and role is not Role.ListItem:
            assert name, (role, thing)
            assert role not in NOTHING, (name, thing)
        if name:
            assert role not in NOTHING, (name, thing)
            assert "**" not in name
        if role is Role.CheckBox and isinstance(thing, QPushButton | QToolButton):
            assert thing.group() is None, f"{name} is one of several"


def open_safe(open_window: Open) -> MainWindow:
    """Return a window whose practice is open."""
    listen_to_widgets()
    window = open_window()
    window.workspace.records.put(SafetyAnswers(MORNING, {q.value: False for q in QUESTIONS}))
    return window


def lesson(window: MainWindow) -> QWidget:
    window.open_lesson("cues", 0)
    return window


def picture(window: MainWindow) -> QWidget:
    window.show_page(PageId.LEARN)
    lessons = window.workspace.library.lessons
    place = next(
        (id_, number)
        for id_ in lessons.order
        if (found := lessons.get(id_)) is not None
        for number, step in enumerate(found.steps)
        if step.show.picture
    )
    window.open_lesson(*place)
    window.learn.stage.show_text(True)
    return window


def words(window: MainWindow) -> QWidget:
    lesson(window)
    window.learn.stage.show_text(True)
    return window


def compare(window: MainWindow) -> QWidget:
    page = window.show_page(PageId.COMPARE)
    for one in window.compare.versus.panels.findChildren(QPushButton):
        if not one.isChecked():
            one.click()
    choice = window.compare.versus.choice
    choice.setCurrentIndex(choice.count() - 1)
    window.compare.versus.set_overlaid(True)
    return page


def try_it(window: MainWindow) -> QWidget:
    page = window.show_page(PageId.COMPARE)
    window.compare._switch.buttons[1].click()
    return page


def questions(window: MainWindow) -> QWidget:
    window.show_page(PageId.PRACTICE)
    window.practice.ask_questions()
    return window


def choosing(window: MainWindow) -> QWidget:
    window.open_practice(Offer("slow-motion"))
    return window


def making(window: MainWindow) -> QWidget:
    window.open_practice(Offer("slow-motion"))
    window.practice.findChildren(QPushButton)
    next(
        one
        for one in window.practice.findChildren(QPushButton)
        if one.accessibleName() == "New exercise"
    ).click()
    return window


def begin(window: MainWindow) -> None:
    window.open_practice(Offer("slow-motion"))
    plan = window.practice.choice.plan()
    assert plan is not None
    window.practice.start(plan)


def session(window: MainWindow) -> QWidget:
    begin(window)
    return window


def far(window: MainWindow) -> QWidget:
    begin(window)
    window.practice.session.open_far()
    shown = window.practice.session.far
    assert shown is not None
    shown.show_controls()
    return shown


def progress(window: MainWindow) -> QWidget:
    return window.show_page(PageId.PROGRESS)


def day(window: MainWindow) -> QWidget:
    put_a_day(window.workspace.records)
    window.show_page(PageId.PROGRESS)
    window.findChildren(DayCard)[0].open()
    return window


def edit_set(window: MainWindow) -> QWidget:
    session = put_a_day(window.workspace.records)
    progress = window.show_page(PageId.PROGRESS)
    assert isinstance(progress, ProgressPage)
    progress._desk.edit_set(session.sets[0])
    return window.findChildren(EditDialog)[0]


def edit_answers(window: MainWindow) -> QWidget:
    session = put_a_day(window.workspace.records)
    progress = window.show_page(PageId.PROGRESS)
    assert isinstance(progress, ProgressPage)
    progress._desk.edit_answers(session)
    return window.findChildren(EditDialog)[0]


def about(window: MainWindow) -> QWidget:
    window.show_about()
    return window.findChildren(AboutDialog)[0]


def course(window: MainWindow) -> QWidget:
    data = window.workspace
    Lived(data.records, data.library.programme, local_now()).sessions(6)
    window.show_course()
    return window.findChildren(CourseDialog)[0]


def end_of_course(window: MainWindow) -> QWidget:
    data = window.workspace
    lived = Lived(data.records, data.library.programme, local_now() - timedelta(days=40))
    lived.sessions(18).decide(DecisionKind.AFTER, "keep-it")
    window.show_course()
    return window.findChildren(CourseDialog)[0]


def six_weeks(window: MainWindow) -> QWidget:
    end_of_course(window)
    window.findChildren(CourseDialog)[0].open_page()
    return window.findChildren(SixWeeksDialog)[0]


def settings(window: MainWindow) -> QWidget:
    return window.show_page(PageId.SETTINGS)


def today(window: MainWindow) -> QWidget:
    window.show_page(PageId.TODAY)
    return window


def keys(window: MainWindow) -> QWidget:
    dialog = ShortcutsDialog(window)
    dialog.show()
    return dialog


def sharing(window: MainWindow) -> QWidget:
    window.show_page(PageId.LEARN)
    dialog = window.learn.findChildren(ShareButton)[0].open_dialog()
    assert dialog is not None
    return dialog


STATES: list[Callable[[MainWindow], QWidget]] = [
    today, lesson, picture, words, compare, try_it, questions, choosing, making, session, far,
    progress, day, edit_set, edit_answers, course, end_of_course, six_weeks, settings, about, keys,
    sharing,
]  # fmt: skip


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_everything_has_its_name_and_its_role(
    open_window: Open, state: Callable[[MainWindow], QWidget]
) -> None:
    window = open_safe(open_window)
    shown = state(window)
    look_through(shown)
    gc.collect()
    look_through(shown)  # nothing that Qt keeps is collected
    if shown.isWindow() and shown is not window:
        shown.close()
    window.leave()


def test_the_question_afterwards_is_a_choice_of_one(open_window: Open) -> None:
    window = open_safe(open_window)
    begin(window)
    window.practice.session.controls.command_requested.emit(Trigger.STOP)
    done = window.practice.done
    done.show_question(True)
    look_through(done)
    felt = [query(one).role() for one in done.feel._choices]
    assert felt == [Role.RadioButton] * len(ANSWERS[Ask.HINGE])


def test_the_rail_is_tabs_of_which_one_is_selected(open_window: Open) -> None:
    window = open_safe(open_window)
    window.show_page(PageId.COMPARE)
    rail = query(window._rail)
    tabs = [rail.child(number) for number in range(rail.childCount())]
    assert (rail.role(), rail.text(Text.Name)) == (Role.PageTabList, "Pages")
    assert {tab.role() for tab in tabs} == {Role.PageTab}
    assert [tab.text(Text.Name) for tab in tabs if tab.state().selected] == ["Compare"]
    action = tabs[0].actionInterface()
    action.doAction(action.actionNames()[0])
    assert window.current_page is PageId.TODAY
    assert [tab.text(Text.Name) for tab in tabs if tab.state().selected] == ["Today"]


def test_the_figure_is_a_graphic_with_its_text(open_window: Open) -> None:
    window = open_safe(open_window)
    window.open_lesson("cues", 0)
    stage = query(window.learn.stage)
    assert stage.role() is Role.Graphic
    assert stage.text(Text.Name) == "Figure"
    movement = window.learn.stage.motions[0].movement
    assert movement.text.strip() in stage.text(Text.Description)


def test_the_slider_says_seconds(open_window: Open) -> None:
    window = open_safe(open_window)
    window.open_lesson("cues", 0)
    slider, stage = window.learn.findChildren(PhaseSlider)[0], window.learn.stage
    stage.stand_at(1.5)
    found = query(slider)
    value = found.valueInterface()
    assert found.text(Text.Value).endswith("1.5 s")
    assert value.currentValue() == pytest.approx(1.5, abs=0.01)
    assert value.minimumValue() == 0
    assert value.maximumValue() == pytest.approx(stage.playback.seconds, abs=0.01)
    value.setCurrentValue(0.75)
    assert stage.playback.position == pytest.approx(0.75, abs=0.01)
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert value.currentValue() > 0.75


def test_who_asked_before_the_window_was_ready_is_told_the_same(
    open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ask Qt alone, then let widgets answer: what Qt made of them is forgotten."""
    window = open_safe(open_window)
    stage = window.learn.stage
    monkeypatch.setattr(Stage, "accessible_role", "")
    QAccessible.setActive(True)
    try:
        before = query(stage)
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(before))
        assert query(stage).role() is not Role.Graphic
        monkeypatch.undo()
        listen_to_widgets.__wrapped__()
        assert query(stage).role() is Role.Graphic
    finally:
        QAccessible.setActive(False)
