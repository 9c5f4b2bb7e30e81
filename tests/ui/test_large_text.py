"""Large text and small windows: every text can be read, and nothing needs to be scrolled sideways.

Among the exercises is one with very long words.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.figure.lettering import break_words
from app.lessons.model import Offer
from app.messages.message import Message
from app.practice.choice import Choice
from app.practice.library import read_exercises
from app.practice.session import Session
from app.practice.timeline import build_plan
from app.programme.safety import QUESTIONS
from app.records.decision import DecisionKind
from app.records.model import Entry, local_now
from app.records.records import Records
from app.records.titles import Titles
from app.ui.compare.panel_bar import ComparePanel
from app.ui.course.dialog import CourseDialog
from app.ui.entry_table import EntryTable
from app.ui.main_window import MainWindow
from app.ui.messages import say
from app.ui.practice.far_text import fit
from app.ui.progress.day_card import DayCard
from app.ui.progress.page import ProgressPage
from app.ui.rail import PageId
from app.ui.section import ChoiceBox
from app.ui.share.button import ShareButton
from app.ui.share.choice import ShareFormat
from tests.helpers.clock import ManualClock, play
from tests.helpers.course_records import Lived
from tests.helpers.geometry import area_of, cut, in_view, overlapping, settle, sideways
from tests.helpers.practice_page import find_button
from tests.helpers.records import put_a_day
from tests.helpers.window import Open

LONG = Path(__file__).parents[1] / "data" / "long-words.toml"
#: What a common laptop leaves of its 1366x768, a small window, the least, 2560x1440 at 200 %, and
#: the common laptop again, where all is 15 / 9 as large as usual.
LAPTOP, SMALL, LEAST, SHARP = (1362, 728), (960, 640), (800, 500), (1276, 680)
ENLARGED = (812, 421)
#: The size of text in points, where 9 is usual, and the window in points.
CASES = [
    (11, LAPTOP), (13, LAPTOP), (15, LAPTOP), (18, LAPTOP), (9, SMALL), (13.5, SMALL),
    (9, LEAST), (18, SHARP), (9, ENLARGED),
]  # fmt: skip


TOLD = Message("content.of-file", file=f"/{'verylongfolder' * 12}", expected="x" * 200)


@pytest.fixture
def size(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[QSize]:
    """Use text of a size, and return that of the window."""
    points, size = request.param
    usual = QFont(qapp.font())
    font = QFont(usual)
    font.setPointSizeF(points)
    qapp.setFont(font)
    yield QSize(*size)
    qapp.setFont(usual)


@pytest.fixture
def window(size: QSize, open_window: Open, tmp_path: Path) -> MainWindow:
    """Return a window in that size."""
    folder = tmp_path / "data" / "exercises"
    folder.mkdir(parents=True)
    shutil.copy(LONG, folder)
    made = open_window()
    made.setMinimumSize(1, 1)
    made.resize(size)
    settle()
    return made


def faults(root: QWidget) -> list[str]:
    settle()
    return [*cut(root), *sideways(root), *overlapping(root)]


def answer_questions(window: MainWindow) -> None:
    for one in window.practice.questions.findChildren(QAbstractButton):
        if one.text() == "No":
            one.click()
    find_button(window.practice.questions, "Continue").click()


Steps = list[tuple[str, Callable[[], object]]]


def pages(window: MainWindow) -> Steps:
    """Return the ways to what the window can show, in order."""
    compare, practice = window.compare, window.practice
    panels = compare.versus.panels

    def edit() -> None:
        assert practice.own is not None
        practice.own.edit()

    def discard() -> None:
        assert practice.own is not None
        assert practice.own.editor is not None
        practice.own.editor.cancel()

    def begin() -> None:
        practice.choose(Offer("long-words"))
        practice.choice._begin()

    def open_day() -> None:
        put_a_day(window.workspace.records)
        window.findChildren(DayCard)[-1].open()

    return [
        ("today", lambda: window.show_page(PageId.TODAY)),
        ("settings", lambda: window.show_page(PageId.SETTINGS)),
        ("learn", lambda: window.show_page(PageId.LEARN)),
        ("compare", lambda: window.show_page(PageId.COMPARE)),
        ("graph", lambda: panels.set_open(ComparePanel.GRAPH)),
        ("body", lambda: panels.set_open(ComparePanel.BODY)),
        ("any two", lambda: compare.versus.choice.setCurrentIndex(
            compare.versus.choice.count() - 1
        )),
        ("overlaid", lambda: compare.versus.set_overlaid(True)),
        ("try it", compare._switch.buttons[1].click),
        ("questions", lambda: window.show_page(PageId.PRACTICE)),
        ("day", lambda: answer_questions(window)),
        ("long words", lambda: practice.choose(Offer("long-words"))),
        ("form", edit),
        ("new", discard),
        ("new form", lambda: find_button(practice.choice, "New exercise").click()),
        ("back", discard),
        ("session", begin),
        ("end", practice.leave),
        ("progress", lambda: window.show_page(PageId.PROGRESS)),
        ("a day", open_day),
        ("notice", lambda: window._parts.notices.add(TOLD)),
    ]  # fmt: skip


@pytest.mark.parametrize("size", CASES, indirect=True)
def test_every_page_can_be_read_and_reached(window: MainWindow) -> None:
    found = {}
    for name, go in pages(window):
        go()
        if wrong := faults(window):
            found[name] = wrong
        if area_of(window).horizontalScrollBar().maximum():
            found[f"{name}, sideways"] = []
    assert found == {}


@pytest.mark.parametrize("size", [(9, SMALL), (18, LAPTOP), (13.5, SMALL)], indirect=True)
def test_what_is_pressed_next_is_in_view(window: MainWindow) -> None:
    def pressed(text: str) -> bool:
        settle()
        buttons = window.findChildren(QAbstractButton)
        (shown,) = (one for one in buttons if one.text() == text and one.isVisible())
        return in_view(window, shown)

    window.show_page(PageId.LEARN)
    assert pressed("Next")
    window.show_page(PageId.TODAY)
    assert pressed("Begin")
    window.show_page(PageId.PRACTICE)
    settle()
    first = find_button(window, f"{say(QUESTIONS[0].message)} No")
    assert in_view(window, first)
    assert pressed("Continue")
    answer_questions(window)
    for exercise in ("wall-touches", "long-words"):
        window.practice.choose(Offer(exercise))
        assert pressed("Start")
    assert window.practice.own is not None
    window.practice.own.edit()
    assert pressed("Save")
    window.practice.choose(Offer("long-words"))
    window.practice.choice._begin()
    assert pressed("Pause")


@pytest.mark.parametrize("size", [(13.5, SMALL)], indirect=True)
def test_why_a_file_is_not_imported_is_in_view(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.show_page(PageId.PRACTICE)
    answer_questions(window)
    file = tmp_path / "mine.toml"
    file.write_text("[[exercise]]\nid = 'Mine'\n", encoding="utf-8")
    settle()
    window.practice.import_exercise(file)
    (told,) = (one for one in window.findChildren(QLabel) if "mine.toml" in one.text())
    qtbot.waitUntil(lambda: in_view(window, told))


@pytest.mark.parametrize("size", [(9, ENLARGED), (15, LAPTOP)], indirect=True)
def test_next_and_the_numbers_are_never_below_the_edge(window: MainWindow) -> None:
    window.show_page(PageId.LEARN)
    down = area_of(window).verticalScrollBar()
    for lesson in window.workspace.library.lessons:
        for step in range(len(lesson.steps)):
            window.learn.open_lesson(lesson.id, step)
            settle()
            assert down.maximum() == 0, (lesson.id, step)
    window.show_page(PageId.COMPARE)
    versus = window.compare.versus
    for pair in range(versus.choice.count()):
        versus.choice.setCurrentIndex(pair)
        settle()
        if versus.choice.currentData() is not None:  # any two have their own row of choices
            assert in_view(window, versus._numbers), versus.choice.currentText()
    versus.panels.set_open(ComparePanel.GRAPH)  # which is scrolled to in any case
    settle()
    assert versus.stage.height() >= 180


@pytest.mark.parametrize("size", [(13.5, SMALL)], indirect=True)
def test_every_step_of_every_lesson_can_be_read(window: MainWindow) -> None:
    window.show_page(PageId.LEARN)
    for lesson in window.workspace.library.lessons:
        for step in range(len(lesson.steps)):
            window.learn.open_lesson(lesson.id, step)
            settle()
            assert cut(window.learn) == [], (lesson.id, step)
            assert area_of(window).horizontalScrollBar().maximum() == 0, (lesson.id, step)


@pytest.mark.parametrize("size", [(9, SMALL), (18, LAPTOP)], indirect=True)
def test_dialogs_fit_the_screen_and_can_be_read(
    window: MainWindow, qapp: QApplication, qtbot: QtBot
) -> None:
    window.show_shortcuts()
    window.show_about()
    window.show_page(PageId.LEARN)
    qtbot.waitUntil(lambda: bool(window.learn.stage.motions))  # loaded after the first paint
    share = window.learn.findChildren(ShareButton)[0].open_dialog()
    assert share is not None
    share.form.choose(ShareFormat.PAGE)
    session = put_a_day(window.workspace.records)
    progress = window.show_page(PageId.PROGRESS)
    assert isinstance(progress, ProgressPage)
    progress._desk.edit_set(session.sets[0])
    progress._desk.edit_answers(session)
    data = window.workspace
    lived = Lived(data.records, data.library.programme, local_now() - timedelta(days=40))
    lived.sessions(18).decide(DecisionKind.AFTER, "keep-it")
    window.show_course()
    view = window.findChildren(CourseDialog)[0]
    view.list.choose("week-6-day-3")  # which has the most to say
    view.open_page()
    dialogs = window.findChildren(QDialog)
    assert len(dialogs) == 7
    for dialog in reversed(dialogs):  # one is over another
        assert faults(dialog) == []
        # The screen of these tests is no larger.
        assert dialog.width() <= window.width()
        assert dialog.height() <= max(window.height(), dialog.screen().availableSize().height())
        dialog.close()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_long_words_of_a_day_and_of_a_session_are_not_cut(qtbot: QtBot, tmp_path: Path) -> None:
    exercise, problems = read_exercises(LONG, {"wall-touch"})
    assert problems == []
    records = Records.open(tmp_path / "records.sqlite3")
    table = EntryTable([Entry("long-words", 3, 12, 60.0)], Titles(exercise, records))
    records.close()
    qtbot.addWidget(table)
    table.resize(300, 200)
    table.show()
    assert table.minimumSizeHint().width() <= 420
    assert cut(table) == []
    cues = exercise["long-words"].cues
    for room in (QRectF(0, 0, 240, 120), QRectF(0, 0, 900, 300)):
        font = QFont()
        for text in (cues.down, cues.prepare, exercise["long-words"].title):
            font.setPixelSize(fit(text, font, room, 200, 12))
            metrics = QFontMetricsF(font)
            broken = break_words(text, metrics, room.width())
            needed = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap.value, broken)
            assert needed.width() <= room.width()
            assert needed.height() <= room.height()
    # A word is broken only where it cannot be written small enough.
    wide = QRectF(0, 0, 900, 300)
    font.setPixelSize(fit(cues.down, font, wide, 200, 12))
    assert break_words(cues.down, QFontMetricsF(font), wide.width()) == cues.down


@pytest.mark.parametrize("size", [(9, (1280, 800))], indirect=True)
def test_the_end_of_a_session_follows_text_that_is_made_larger(window: MainWindow) -> None:
    for name, go in pages(window):
        if name in ("questions", "day", "long words", "session", "end"):
            go()
    settle()
    assert window.practice.shown is window.practice.done
    window.show_page(PageId.SETTINGS)
    settle()
    window._parts.keeper.change(text_percent=200)
    for page in (PageId.SETTINGS, PageId.PRACTICE):
        window.show_page(page)
        assert faults(window) == []
    fields = [one for one in window.findChildren(ChoiceBox) if not one.isHidden()]
    assert {one.minimumWidth() for one in fields} == {400}


@pytest.mark.parametrize("size", [(9, LAPTOP)], indirect=True)
def test_pages_that_were_shown_follow_text_that_is_made_larger(window: MainWindow) -> None:
    shown = (PageId.LEARN, PageId.COMPARE, PageId.SETTINGS, PageId.PRACTICE)
    for page in shown:
        window.show_page(page)
    answer_questions(window)
    settle()
    window._parts.keeper.change(text_percent=200)
    for page in shown:
        window.show_page(page)
        assert faults(window) == []
        assert area_of(window).horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("size", [(18, LAPTOP), (13.5, SMALL)], indirect=True)
@pytest.mark.parametrize("exercise", ["wall-touches", "wall-drill"])
@pytest.mark.parametrize("own_pace", [False, True])
def test_the_buttons_of_a_session_stay_in_one_row(
    window: MainWindow, exercise: str, own_pace: bool
) -> None:
    window.show_page(PageId.PRACTICE)
    answer_questions(window)
    chosen = window.practice.flow.exercises[exercise]
    choice = Choice.of(chosen, prepare_s=3, own_pace=own_pace)
    session, clock = Session(build_plan(chosen, choice)), ManualClock()
    session.start(0)
    play(session, clock, 4)
    controls = window.practice.session.controls
    controls.show_moment(session.moment(4))
    row = controls.layout()
    assert row is not None
    row.invalidate()
    room = area_of(window).viewport().width() - 2 * 16
    assert row.minimumSize().width() <= room
