from __future__ import annotations

import re
import shutil
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSlider,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

import app.startup
from app.errors import UserError
from app.lessons.model import Offer
from app.locations import Locations, find_locations
from app.programme.safety import QUESTIONS
from app.records.records import Records
from app.settings.service import Settings
from app.ui.learn.page import LearnPage
from app.ui.notice_bar import NoticeBar
from app.ui.practice.page import PracticePage
from app.ui.rail import PageId
from app.ui.settings.page import SettingsPage
from app.ui.shortcuts import ShortcutsDialog
from app.ui.theme import text_px
from tests.helpers.errors import UNREADABLE, unreadable
from tests.helpers.window import Open


def test_the_window_opens_on_today_and_every_page_can_be_reached_by_key(
    open_window: Open,
) -> None:
    window = open_window()
    assert window.current_page is PageId.TODAY
    for number, page in enumerate(PageId, start=1):
        key = Qt.Key(Qt.Key.Key_0.value + number)
        QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        assert window.current_page is page


def test_records_that_cannot_be_read_are_a_notice(
    open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Records) -> None:
        raise unreadable()

    monkeypatch.setattr(Records, "lesson_progress", fail)
    window = open_window()
    window.show_page(PageId.LEARN)
    shown = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    assert UNREADABLE in shown


def test_what_another_program_did_is_looked_for_when_the_user_comes_back(
    open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    window.show_page(PageId.PROGRESS)
    with closing(Records.open(tmp_path / "data" / "records.sqlite3")) as other:
        other.lesson_finished("cues")
    for is_active, expected in ((False, "0 of 17"), (True, "1 of 17")):
        monkeypatch.setattr(window, "isActiveWindow", lambda is_active=is_active: is_active)
        QCoreApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))
        shown = [label.text() for label in window.findChildren(QLabel)]
        assert f"{expected} lessons done" in shown


def test_the_tab_key_stops_in_the_rail_at_the_page_that_is_shown(open_window: Open) -> None:
    window = open_window()
    for page in (PageId.LEARN, PageId.SETTINGS, PageId.TODAY):
        window.show_page(page)
        stops = [
            button.text()
            for button in window.findChildren(QToolButton)
            if button.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        assert stops == [page.value.capitalize()]


def test_the_focus_is_on_what_comes_next(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    def focus() -> str:
        widget = QApplication.focusWidget()
        return widget.accessibleName() if widget is not None else ""

    window.show_page(PageId.LEARN)
    assert focus() == "Figure"
    page = window.show_page(PageId.PRACTICE)
    assert isinstance(page, PracticePage)
    for answer, wanted in ((True, "When not to hinge"), (False, "Start")):
        answers = {question.value: answer for question in QUESTIONS}
        page.flow.ask_questions()
        page.questions.answered.emit(answers, False, False)
        assert focus() == wanted
    window.show_page(PageId.COMPARE)
    assert focus() == "Figure"
    window.open_practice(Offer("wall-touches"))
    assert focus() == "Start"


def test_a_page_that_is_not_shown_runs_no_timer(open_window: Open) -> None:
    window = open_window(lesson="hinge-or-squat")
    learn = window.page(PageId.LEARN)
    assert isinstance(learn, LearnPage)
    assert learn.stage.is_playing
    window.show_page(PageId.SETTINGS)
    assert not [timer for timer in learn.findChildren(QTimer) if timer.isActive()]


def test_options_open_a_lesson_an_exercise_or_a_page(open_window: Open) -> None:
    learn = open_window(lesson="cues").page(PageId.LEARN)
    assert isinstance(learn, LearnPage)
    assert learn.place == ("cues", 0)
    assert open_window(page=PageId.PROGRESS).current_page is PageId.PROGRESS
    assert open_window(exercise="wall-touches").current_page is PageId.PRACTICE


@pytest.mark.parametrize("option", ["lesson", "exercise"])
def test_an_unknown_lesson_or_exercise_is_refused_by_name(open_window: Open, option: str) -> None:
    with pytest.raises(UserError, match=r"no-such-thing.*there are"):
        open_window(**{option: "no-such-thing"})


def test_a_lessons_practice_opens_ready_to_start(open_window: Open) -> None:
    window = open_window()
    learn = window.page(PageId.LEARN)
    assert isinstance(learn, LearnPage)
    learn.practice_requested.emit(Offer("wall-touches", 1, 5))
    assert window.current_page is PageId.PRACTICE
    assert isinstance(window.page(PageId.PRACTICE), PracticePage)


def test_an_answer_after_a_session_opens_the_lesson_with_fault_and_fix(open_window: Open) -> None:
    window = open_window()
    practice = window.show_page(PageId.PRACTICE)
    assert isinstance(practice, PracticePage)
    practice.lesson_requested.emit("troubleshooting", 3)
    assert window.current_page is PageId.LEARN
    learn = window.page(PageId.LEARN)
    assert isinstance(learn, LearnPage)
    shown = [motion.movement.id for motion in learn.stage.motions]
    assert shown == ["squatting-the-hinge", "hinge"]


def test_the_settings_lead_to_the_safety_questions(open_window: Open) -> None:
    window = open_window()
    settings = window.show_page(PageId.SETTINGS)
    assert isinstance(settings, SettingsPage)
    settings.questions_requested.emit()
    assert window.current_page is PageId.PRACTICE
    practice = window.page(PageId.PRACTICE)
    assert isinstance(practice, PracticePage)
    assert practice.shown is practice.questions


def test_every_control_has_a_name_for_screen_readers(open_window: Open) -> None:
    window = open_window()
    kinds = (QAbstractButton, QComboBox, QSlider, QAbstractSpinBox)
    for page in PageId:
        window.show_page(page)
        QApplication.processEvents()
    nameless = [
        widget
        for kind in kinds
        for widget in window.findChildren(kind)
        if not (widget.accessibleName() or getattr(widget, "text", str)())
        and not widget.objectName().startswith("qt_")
    ]
    assert not nameless


@pytest.mark.parametrize("page", list(PageId))
def test_the_tab_key_reaches_every_enabled_control_of_a_page(
    open_window: Open, page: PageId
) -> None:
    window = open_window(page=page)
    window.activateWindow()
    wanted = {
        widget
        for widget in window.page(page).findChildren(QWidget)
        if isinstance(widget, (QPushButton, QComboBox, QSlider, QAbstractSpinBox))
        and widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    }
    reached: set[QWidget] = set()
    for _ in range(100):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        if focus is not None:
            reached.add(focus)
            # Of an exclusive group Tab reaches one; the arrow keys reach the others.
            group = focus.group() if isinstance(focus, QAbstractButton) else None
            if group is not None:
                reached |= set(group.buttons())
    assert wanted <= reached, [widget.accessibleName() for widget in wanted - reached]


def test_f1_and_question_mark_list_the_keys(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    for number in range(2):
        window.activateWindow()  # the offscreen platform does not when a dialog closes
        qtbot.waitUntil(window.isActiveWindow)
        if number:
            QTest.keyClicks(window, "?")
        else:
            QTest.keyClick(window, Qt.Key.Key_F1)
        (dialog,) = window.findChildren(ShortcutsDialog)
        assert dialog.isVisible()
        assert dialog.sizeHint().width() <= 900
        assert dialog.sizeHint().height() <= 600
        with qtbot.waitSignal(dialog.destroyed):
            dialog.close()
    assert not window.findChildren(QDialog)


def test_the_window_remembers_where_it_was(open_window: Open, tmp_path: Path) -> None:
    window = open_window()
    window.resize(792, 620)
    QApplication.processEvents()
    window.close()
    file = tmp_path / "data" / "settings.toml"
    place = Settings(file, file).machine.window
    assert place is not None
    assert place[2:] == [792, 620]
    assert open_window().size().toTuple() == (792, 620)


def test_a_small_window_scrolls_what_its_pages_need(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()

    def check_room(shown: QWidget) -> None:
        assert window.width() <= 800, shown
        assert window.height() == 500, shown
        needed = shown.minimumSizeHint()
        assert shown.width() >= needed.width(), shown
        assert shown.height() >= needed.height(), shown

    for page in PageId:
        shown = window.show_page(page)
        window.resize(100, 100)
        qtbot.waitUntil(partial(check_room, shown))


def test_the_size_of_text_of_the_settings_is_used_at_once(open_window: Open) -> None:
    window = open_window()
    window._parts.keeper.change(text_percent=150)
    assert text_px() == 18
    window._parts.keeper.change(text_percent=100)
    assert text_px() == 12


def test_the_theme_of_the_settings_is_worn_at_once(open_window: Open) -> None:
    window = open_window()
    window._parts.keeper.change(theme="dark")
    assert window._parts.appearance.palette.dark
    window._parts.keeper.change(theme="light")
    assert not window._parts.appearance.palette.dark


@pytest.fixture
def broken_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Content of which one lesson, one movement and one exercise are broken."""
    real = find_locations()
    root = tmp_path / "content"
    shutil.copytree(real.animations, root / "animations")
    shutil.copytree(real.resources, root / "resources")
    lesson = root / "resources" / "lessons" / "en" / "08-cues.md"
    spoilt = re.sub(r"\nmovement =", "\nmovment =", lesson.read_text(), count=1)
    lesson.write_text(spoilt)
    (root / "animations" / "craned-neck.toml").write_text('title = "Craned neck"\n')

    def moved(data_dir: Path | None = None) -> Locations:
        return Locations(root / "animations", root / "resources", data_dir or tmp_path)

    monkeypatch.setattr(app.startup, "find_locations", moved)
    return root


def test_broken_content_is_left_out_and_named_in_a_line_that_can_be_opened(
    open_window: Open, broken_content: Path, qtbot: QtBot
) -> None:
    window = open_window()
    qtbot.waitUntil(lambda: bool(window.findChildren(NoticeBar)))
    (bar,) = window.findChildren(NoticeBar)
    assert bar.isVisible()
    next(b for b in bar.findChildren(QPushButton) if b.text() == "Show all").click()
    (text,) = window.findChildren(QPlainTextEdit)
    said = text.toPlainText()
    assert "08-cues.md: steps[0].movment: unknown key" in said
    assert "craned-neck.toml: " in said
    assert str(broken_content) in said
    window.open_lesson("cues")
    learn = window.page(PageId.LEARN)
    assert isinstance(learn, LearnPage)
    assert learn.place is not None
    assert learn.place[0] != "cues"
    window.show_page(PageId.COMPARE)


def test_beside_a_newer_database_the_window_opens_and_says_so(
    open_window: Open, tmp_path: Path
) -> None:
    import sqlite3

    file = tmp_path / "data" / "records.sqlite3"
    Records.open(file).close()
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA user_version = 99")
    connection.commit()
    connection.close()
    before = file.read_bytes()
    window = open_window()
    bar = window.findChild(NoticeBar)
    assert isinstance(bar, NoticeBar)
    assert "newer version" in bar.accessibleName() + bar.accessibleDescription()
    window.show_page(PageId.PROGRESS)
    window.show_page(PageId.LEARN)
    assert file.read_bytes() == before


def test_a_damaged_database_is_set_aside_and_the_window_says_so(
    open_window: Open, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "records.sqlite3").write_bytes(b"not a database at all" * 400)
    window = open_window()
    bar = window.findChild(NoticeBar)
    assert isinstance(bar, NoticeBar)
    assert bar.isVisible()
    assert len(list(data.glob("records-damaged-*"))) == 1


def test_settings_that_cannot_be_saved_are_told(open_window: Open, tmp_path: Path) -> None:
    window = open_window()
    settings = tmp_path / "data" / "settings.toml"
    settings.unlink(missing_ok=True)
    settings.mkdir()
    window._parts.keeper.change(theme="dark")
    bar = window.findChild(NoticeBar)
    assert isinstance(bar, NoticeBar)
    assert bar.isVisible()
    settings.rmdir()


def test_a_program_that_is_not_whole_says_what_is_missing(
    open_window: Open, broken_content: Path, tmp_path: Path
) -> None:
    icons = broken_content / "resources" / "icons"
    shutil.rmtree(icons)
    with pytest.raises(UserError, match="files are missing") as caught:
        open_window()
    assert str(icons) in str(caught.value)
    assert not (tmp_path / "data").exists()


def test_every_page_works_without_any_content(open_window: Open, broken_content: Path) -> None:
    for folder in ("animations", "resources/lessons", "resources/sounds"):
        shutil.rmtree(broken_content / folder)
    (broken_content / "resources" / "exercises.toml").write_bytes(b"\xff\x00garbage")
    window = open_window()
    for page in PageId:
        widget = window.show_page(page)
        QApplication.processEvents()
        assert window.current_page is page
        for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Space, Qt.Key.Key_PageDown):
            QTest.keyClick(widget, key)
    window.open_practice(Offer("slow-motion"))
    window.open_lesson("cues")


@pytest.mark.parametrize("part", ["learn", "compare", "try it"])
def test_a_click_on_a_button_leaves_the_keys_to_the_figure(open_window: Open, part: str) -> None:
    """Space plays, whatever was clicked last; a button that took the focus would be pressed."""
    window = open_window()
    window.show_page(PageId.LEARN if part == "learn" else PageId.COMPARE)
    if part == "try it":
        window.compare._switch.buttons[1].click()
    elif part == "compare":
        for one in window.compare.versus.panels.findChildren(QAbstractButton):
            one.setChecked(True)
        choice = window.compare.versus.choice
        choice.setCurrentIndex(choice.count() - 1)
    QApplication.processEvents()
    shown = [one for one in window.findChildren(QAbstractButton) if one.isVisible()]
    assert len(shown) > 10
    for one in shown:
        assert not one.focusPolicy() & Qt.FocusPolicy.ClickFocus, one.accessibleName()
