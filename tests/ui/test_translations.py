"""Every visible text can be translated: a made-up language wraps each one in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, cast, get_args

import msgspec
import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.lessons.model import Overlay
from app.practice.choice import Choice
from app.practice.exercise import Ask
from app.practice.timeline import build_plan
from app.programme.after import ANSWERS
from app.programme.follow_up import FollowUp
from app.programme.programme import Next
from app.programme.safety import QUESTIONS, Gate, Verdict
from app.records.feedback import Feedback, Felt
from app.records.session_log import Summary
from app.records.tally import Tally
from app.startup import Options
from app.ui.about_dialog import AboutDialog
from app.ui.main_window import MainWindow
from app.ui.messages import in_units
from app.ui.page_area import PageStack
from app.ui.progress.day_card import DayCard
from app.ui.progress.edit_dialog import EditDialog
from app.ui.rail import PageId
from app.ui.share.button import ShareButton
from app.ui.share.choice import ShareFormat
from app.ui.shortcuts import ShortcutsDialog
from app.ui.stage.menus import MENUS
from app.ui.stage.transport import TransportBar
from app.units import Units
from tests.helpers.brackets import OPEN, Brackets, outside
from tests.helpers.records import MORNING, put_a_day
from tests.helpers.window import a_program, show

if TYPE_CHECKING:
    from app.ui.learn.page import LearnPage
    from app.ui.practice.page import PracticePage
    from app.ui.progress.page import ProgressPage

ASKED = "⟦Where did you feel it?⟧"
#: Qt writes dates in the system's language and keys as they are on the keyboard.
_DATES_AND_KEYS = re.compile(
    r"Ctrl\+\w|"
    + "|".join(
        name
        for count, names in ((7, QLocale().dayName), (12, QLocale().monthName))
        for form in (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)
        for name in (names(index, form) for index in range(1, count + 1))
    )
)
_LETTERS = re.compile(r"[A-Za-z]{3,}")


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    translator = Brackets()
    assert qapp.installTranslator(translator)
    with a_program(qapp) as program:
        made = program.open(Options(data_dir=tmp_path / "data"))
        show(made)
        yield made
    qapp.removeTranslator(translator)


def open_practice(window: MainWindow) -> PracticePage:
    """Show the practice page, and open practice by the safety answers."""
    page = cast("PracticePage", window.show_page(PageId.PRACTICE))
    page.flow.answer_questions({question.value: False for question in QUESTIONS}, support=False)
    return page


def content(window: MainWindow) -> set[str]:
    """Return the texts that come from content files: they are translated by folder."""
    parts = window.workspace.library
    texts: set[str] = set()
    for lesson in parts.lessons:
        texts |= {lesson.title, lesson.summary}
        for step in lesson.steps:
            texts |= {step.title, step.text, step.text.replace("**", "")}
            if step.table:
                texts |= {cell for row in step.table.rows for cell in row} | set(step.table.columns)
    for movement in parts.movements.values():
        texts |= {movement.title, movement.text, *(phase.cue for phase in movement.phases)}
    for picture in parts.pictures.values():
        texts |= {picture.title, picture.summary, picture.text}
    texts |= {pair.look_at for pair in parts.pairs}
    texts |= {person.name for person in parts.people}
    programme = parts.programme
    texts |= {routine.title for routine in (*programme.days, *programme.daily)}
    for exercise in parts.exercises.values():
        texts |= {exercise.title, exercise.summary}
        for units in get_args(Units):
            texts |= {in_units(exercise.equipment, units), in_units(exercise.place, units)}
        for words in (exercise.cues, exercise.names):
            texts |= {text for text in msgspec.structs.astuple(words) if text}
    return texts


def visible_texts(widget: QWidget) -> Iterator[str]:
    for one in [widget, *widget.findChildren(QWidget)]:
        if isinstance(one, (QLabel, QAbstractButton)):
            yield one.text()
        if isinstance(one, QPlainTextEdit):
            yield one.toPlainText()
        if isinstance(one, QComboBox):
            yield from (one.itemText(index) for index in range(one.count()))
        yield one.toolTip()
        yield one.accessibleName()
    for action in widget.findChildren(QAction):
        yield action.text()


def untranslated(widget: QWidget, known: set[str], data: Path) -> list[str]:
    found = []
    items = [outside(item) for item in sorted(known, key=len, reverse=True)]
    for text in visible_texts(widget):
        bare = outside(text)
        if not _LETTERS.search(bare):  # nothing is left to ask about
            continue
        for item in items:
            bare = bare.replace(item, "")
        bare = _DATES_AND_KEYS.sub("", bare)
        bare = bare.replace(str(data), "")
        if _LETTERS.search(bare):
            found.append(text)
    return found


@pytest.mark.parametrize("page", list(PageId))
def test_every_text_of_a_page_can_be_translated(
    window: MainWindow, page: PageId, tmp_path: Path
) -> None:
    window.show_page(page)
    QApplication.processEvents()
    assert not untranslated(window, content(window), tmp_path)
    assert any(OPEN in text for text in visible_texts(window.page(page)))


def test_every_text_of_the_stage_can_be_translated(window: MainWindow, tmp_path: Path) -> None:
    page = cast("LearnPage", window.show_page(PageId.LEARN))
    bar = page.findChild(TransportBar)
    assert isinstance(bar, TransportBar)
    page.open_lesson("hinge-or-squat", 0)
    page.stage.show_text(True)
    page.stage.set_overlays(tuple(Overlay))
    page.stage.stand_at(2.0)
    known = content(window)
    menus = [MENUS[name](bar.controls, bar) for name in ("show", "turn", "more")]
    for menu in menus:
        assert menu.actions()
        assert all(OPEN in action.text() for action in menu.actions() if action.text())
    assert not untranslated(window, known, tmp_path)
    assert any("behind the ankles" in text for text in visible_texts(page))
    for menu in menus:
        menu.close()


def test_every_text_after_a_session_can_be_translated(window: MainWindow, tmp_path: Path) -> None:
    page = cast("PracticePage", window.show_page(PageId.PRACTICE))
    exercise = page.choice.exercises["wall-touches"]
    plan = build_plan(exercise, Choice.of(exercise, sets=1, reps=1))
    known = content(window)
    summary = Summary("r1", plan, True, (Tally(1, 1, 20.0),))
    page.done.show_summary(summary, Ask.HINGE, is_done=True)
    page.done.show_question(True)
    # Whatever the page would show: each state is looked at by itself.
    stack = page.done.parentWidget()
    assert isinstance(stack, PageStack)
    stack.setCurrentWidget(page.done)
    for ask in reversed(tuple(Ask)):
        page.done.feel.ask(ask)
        for felt in ANSWERS[ask]:
            given = Feedback("r1", MORNING, MORNING, felt)
            page.done.feel.show_answers(given, has_help=True)
            assert not untranslated(page, known, tmp_path)
    assert ASKED in set(visible_texts(page))
    for kind in Next:
        found = FollowUp(kind, Felt.THIGHS, "r1", exercise.id, "slow-motion")
        page.note.show_note(None, found, page.flow.exercises, support=False)
        assert not untranslated(page, known, tmp_path)
    page.note.show_note(None, None, page.flow.exercises, support=True)
    assert not untranslated(page, known, tmp_path)
    page.note.show_note(Feedback("r1", MORNING), None, page.flow.exercises, support=False)
    stack.setCurrentWidget(page.pain)
    level, when = Feedback("r1", MORNING, pain=True, pain_level=2), MORNING + timedelta(days=2)
    for found_ in (
        Verdict(Gate.PAUSED, until=when),
        Verdict(Gate.PAUSED, until=when, is_mild=True),
        Verdict(Gate.CLOSED, urgent=True),
    ):
        page.pain.show_pain(level, found_)
        assert not untranslated(page, known, tmp_path)
    stack.setCurrentWidget(page.closed)
    for found_ in (
        Verdict(Gate.PAUSED, until=when),
        Verdict(Gate.PAUSED, unsettled=level),
        Verdict(Gate.CLOSED, tuple(one.reason for one in QUESTIONS), urgent=True),
        Verdict(Gate.NEEDS_SUPPORT),
    ):
        page.closed.show_verdict(found_, None)
        assert not untranslated(page, known, tmp_path)


def test_every_text_of_a_day_and_its_forms_can_be_translated(
    window: MainWindow, tmp_path: Path
) -> None:
    session = put_a_day(window.workspace.records)
    page = cast("ProgressPage", window.show_page(PageId.PROGRESS))
    known = content(window)
    [card] = page.findChildren(DayCard)
    card.open()
    for number in (0, 1):
        if number:
            page._desk.edit_answers(session)
        else:
            page._desk.edit_set(session.sets[0])
        [form] = [one for one in window.findChildren(EditDialog) if one.isVisible()]
        assert len(list(visible_texts(form))) > 10
        assert not untranslated(form, known, tmp_path)
        form.done(0)
    page._desk.delete_set(session.sets[0])
    page._desk.delete_set(session.sets[1])
    page._desk.delete_session(session)
    for _ in range(4):
        assert not untranslated(page, known, tmp_path)
        page._desk.undo()
    assert any("⟦Delete session⟧" in text for text in visible_texts(page))


def test_every_text_around_a_picture_can_be_translated(window: MainWindow, tmp_path: Path) -> None:
    window.open_lesson("cues", 5)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_T)
    QApplication.processEvents()
    assert "Five cues that help" in set(visible_texts(window))
    assert not untranslated(window, content(window), tmp_path)


def test_every_text_of_the_far_view_can_be_translated(window: MainWindow, tmp_path: Path) -> None:
    page = open_practice(window)
    exercise = page.choice.exercises["slow-motion"]
    page.start(build_plan(exercise, Choice.of(exercise)))
    page.session.open_far()
    far = page.session.far
    assert far is not None
    far.show_controls()
    assert not untranslated(far, content(window), tmp_path)
    assert any("Get ready" in text for text in visible_texts(far))
    page.session.leave_far()
    window.leave()


def test_every_text_of_the_keys_can_be_translated(window: MainWindow, tmp_path: Path) -> None:
    dialog = ShortcutsDialog(window)
    keys = {"Ctrl+1 … Ctrl+6", "Ctrl+Q", "Ctrl+S", "Ctrl+Z"}
    assert not untranslated(dialog, keys, tmp_path)
    dialog.close()


def test_every_text_about_the_program_can_be_translated(window: MainWindow, tmp_path: Path) -> None:
    window.show_about()
    [dialog] = window.findChildren(AboutDialog)
    [details, licences] = dialog.findChildren(QPlainTextEdit)
    for one in dialog.findChildren(QAbstractButton):
        if "Licences" in one.text():
            one.click()
    # What goes into a fault report is English, and so are licences.
    known = {details.toPlainText(), licences.toPlainText()}
    assert all(known)
    assert not untranslated(dialog, known, tmp_path)
    dialog.accept()


def test_every_text_of_sharing_can_be_translated(window: MainWindow, tmp_path: Path) -> None:
    page = window.show_page(PageId.LEARN)
    dialog = page.findChildren(ShareButton)[0].open_dialog()
    assert dialog is not None
    sizes = {"PNG", "GIF", "A4"}
    for form in ShareFormat:
        dialog.form.choose(form)
        assert not untranslated(dialog, content(window) | sizes, tmp_path)
    dialog.close()


def test_the_test_sees_a_text_that_was_forgotten(window: MainWindow, tmp_path: Path) -> None:
    QLabel("Forgotten text", window)
    assert untranslated(window, content(window), tmp_path) == ["Forgotten text"]


def test_every_text_of_the_form_can_be_translated(window: MainWindow, tmp_path: Path) -> None:
    page = open_practice(window)
    assert page.own is not None
    # What a new exercise begins with: the movement's first sentence.
    known = content(window) | {
        f"{movement.text.split('. ', maxsplit=1)[0].removesuffix('.')}."
        for movement in window.workspace.library.movements.values()
    }
    for exercise in window.workspace.library.exercises.values():
        known |= {exercise.place, exercise.equipment}  # lengths as they are written
    page.own.edit()
    QApplication.processEvents()
    assert not untranslated(page, known, tmp_path)
    page.own.make_new()
    QApplication.processEvents()
    assert page.own.editor is not None
    page.own.editor.save()
    assert not untranslated(page, known, tmp_path)
