from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from app.lessons.model import Offer
from app.practice.choice import Choice
from app.practice.timeline import Part, build_session
from app.records.feedback import Felt, PainPlace
from app.ui.messages import say
from tests.helpers.practice_page import Room, click, find_button, open_room, visible_text
from tests.helpers.records import MORNING

QUESTION = "Where did you feel it?"
NAMES = [
    "Hamstrings and glutes",
    "Front of thighs",
    "Lower back",
    "Nowhere in particular",
    "I tipped backwards",
]
SIGNS = (
    "Did any of these come with it: a weak or numb leg, numbness between the legs, trouble with "
    "bladder or bowel, fever, a fall?"
)
LEADS = {
    "Front of thighs": ("Your knees may be bending", 3),
    "Lower back": ("Your back may be rounding", 0),
    "Nowhere in particular": ("Your hips may not be going back", 7),
    "I tipped backwards": ("Your weight may be moving to your heels", 10),
}
ROWS = "SELECT felt, pain, effort, done_as_shown FROM feedback ORDER BY asked_ms"


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    with open_room(qtbot, tmp_path) as opened:
        yield opened


def practise(room: Room, *, routine: str | None = None) -> None:
    """Do a set of one repetition and come back to the keyboard."""
    exercise = room.exercises["wall-touches"]
    part = Part(exercise, Choice.of(exercise, sets=1, reps=1))
    room.page.start(build_session([part], "Wall touches", routine=routine))
    room.wait(60)
    assert room.shows(room.page.done)
    room.settle()
    room.wall += timedelta(minutes=1)


def press(room: Room, key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    QTest.keyClick(focus if focus is not None else room.page.done, key)


def is_asked(room: Room) -> bool:
    return QUESTION in visible_text(room.page)


def is_seen(room: Room, name: str) -> bool:
    return find_button(room.page.done, name).isVisible()


def test_the_question_waits_and_going_on_needs_no_answer(qtbot: QtBot, room: Room) -> None:
    practise(room)
    assert is_asked(room)
    assert [is_seen(room, name) for name in [*NAMES, "Pain", "Skip (Esc)"]] == [True] * 7
    assert not is_seen(room, "I felt pain")
    assert QApplication.focusWidget() is room.page.done
    assert room.rows(ROWS) == [(None, 0, None, None)]
    click(room.page.done, "Done")
    assert room.shows(room.page.choice)
    # That day no more, however often one practises; the next day again.
    practise(room)
    assert not is_asked(room)
    room.wall = MORNING + timedelta(days=1)
    practise(room)
    assert is_asked(room)
    assert room.rows(ROWS) == [(None, 0, None, None)] * 2


def test_escape_skips_it(qtbot: QtBot, room: Room) -> None:
    practise(room)
    press(room, Qt.Key.Key_Escape)
    assert not is_asked(room)
    assert room.shows(room.page.done)
    assert is_seen(room, "Repeat")
    assert is_seen(room, "I felt pain")
    press(room, Qt.Key.Key_2)
    assert room.rows(ROWS) == [(None, 0, None, None)]


def test_and_so_does_the_mouse(qtbot: QtBot, room: Room) -> None:
    practise(room)
    click(room.page.done, "Skip (Esc)")
    assert not is_asked(room)
    assert QApplication.focusWidget() is room.page.done


@pytest.mark.parametrize("by_key", [True, False], ids=["key", "mouse"])
@pytest.mark.parametrize("name", LEADS)
def test_an_answer_offers_the_lesson_that_meets_it(
    qtbot: QtBot, room: Room, name: str, by_key: bool
) -> None:
    practise(room)
    help_name = "Show me how to fix it"
    assert not is_seen(room, help_name)
    if by_key:
        press(room, Qt.Key(Qt.Key.Key_1 + NAMES.index(name)))
    else:
        click(room.page.done, name)
    felt = tuple(Felt)[NAMES.index(name)]
    assert room.rows(ROWS) == [(felt.value, 0, None, None)]
    sentence, step = LEADS[name]
    assert sentence in visible_text(room.page.done)
    assert find_button(room.page.done, name).isChecked()
    assert not is_seen(room, "Skip (Esc)")
    with qtbot.waitSignal(room.page.lesson_requested) as asked:
        click(room.page.done, help_name)
    assert asked.args == ["troubleshooting", step]
    # It is there still when the learner comes back.
    room.page.hide()
    room.page.show()
    assert sentence in visible_text(room.page.done)


def test_the_first_answer_gets_a_warm_word_and_no_lesson(qtbot: QtBot, room: Room) -> None:
    practise(room)
    press(room, Qt.Key.Key_4)
    press(room, Qt.Key.Key_1)
    assert "Lovely. That is where a hinge does its work." in visible_text(room.page.done)
    assert not is_seen(room, "Show me how to fix it")
    assert not find_button(room.page.done, "Nowhere in particular").isChecked()
    assert room.rows(ROWS) == [("hamstrings", 0, None, None)]


def test_digits_with_shift_count_and_with_control_they_do_not(qtbot: QtBot, room: Room) -> None:
    practise(room)
    for modifier in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier):
        QTest.keyClick(room.page.done, Qt.Key.Key_2, modifier)
    assert room.rows(ROWS) == [(None, 0, None, None)]
    QTest.keyClick(room.page.done, Qt.Key.Key_3, Qt.KeyboardModifier.ShiftModifier)
    assert room.rows(ROWS) == [("lower-back", 0, None, None)]
    QTest.keyClick(room.page.done, Qt.Key.Key_2, Qt.KeyboardModifier.KeypadModifier)
    assert room.rows(ROWS) == [("thighs", 0, None, None)]


def test_the_tab_key_reaches_every_answer(qtbot: QtBot, room: Room) -> None:
    practise(room)
    click(room.page.done, "More")
    names: list[str] = []
    for _ in range(16):
        press(room, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        names.append(focus.accessibleName())
    wanted = [*NAMES[:1], "Pain", "More", "Skip (Esc)", "Repeat", "Done"]
    wanted += ["Effort (1 = very easy, 10 = maximum): 1", "Did yours look like the figure: Yes"]
    assert not [name for name in wanted if name not in names], names


def test_where_the_lesson_is_gone_only_the_sentence_stays(
    qtbot: QtBot, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room.world.library.lessons, "get", lambda lesson_id: None)
    practise(room)
    press(room, Qt.Key.Key_2)
    assert "Your knees" in visible_text(room.page.done)
    assert not is_seen(room, "Show me how to fix it")


def test_effort_and_done_as_shown_are_behind_more(qtbot: QtBot, room: Room) -> None:
    practise(room)
    effort = "Effort (1 = very easy, 10 = maximum)"
    assert effort not in visible_text(room.page.done)
    click(room.page.done, "More")
    assert effort in visible_text(room.page.done)
    click(room.page.done, f"{effort}: 10")
    assert room.rows(ROWS) == [(None, 0, 10, None)]
    find_button(room.page.done, f"{effort}: 10").setFocus()
    press(room, Qt.Key.Key_Left)
    click(room.page.done, "Did yours look like the figure: No")
    assert room.rows(ROWS) == [(None, 0, 9, 0)]
    # A digit is an answer, wherever the focus is.
    press(room, Qt.Key.Key_1)
    assert room.rows(ROWS) == [("hamstrings", 0, 9, 0)]
    # The next time all of it is put away and empty.
    room.wall += timedelta(days=1)
    practise(room)
    assert effort not in visible_text(room.page.done)
    checked = [
        made.accessibleName()
        for made in room.page.done.findChildren(QAbstractButton)
        if made.isChecked()
    ]
    assert checked == []


@pytest.mark.parametrize("by_key", [True, False], ids=["key", "mouse"])
def test_pain_says_to_stop_and_ask_and_offers_no_practice(
    qtbot: QtBot, room: Room, by_key: bool
) -> None:
    practise(room)
    if by_key:
        press(room, Qt.Key.Key_6)
    else:
        click(room.page.done, "Pain")
    page = room.page
    assert room.shows(page.pain)
    assert room.rows(ROWS) == [(None, 1, None, None)]
    text = visible_text(page)
    assert "Please stop here for today" in text
    assert "Ask a healthcare provider" in text
    shown = [made for made in page.findChildren(QAbstractButton) if made.isVisible()]
    names = [made.accessibleName() for made in shown]
    how = "How strong? (0 = none now, 10 = the worst there could be)"
    assert names == [
        *(f"{how} {level}" for level in range(11)),
        *(f"Where? {say(place.message)}" for place in PainPlace),
        f"{SIGNS} No",
        f"{SIGNS} Yes",
        "Not pain after all (Ctrl+Z)",
        "When not to hinge",
    ]
    assert QApplication.focusWidget() is shown[0]
    press(room, Qt.Key.Key_Escape)
    assert room.shows(page.pain)
    with qtbot.waitSignal(page.lesson_requested) as asked:
        click(page.pain, "When not to hinge")
    assert asked.args == ["when-not-to", 0]


@pytest.mark.parametrize("by_key", [True, False], ids=["key", "mouse"])
def test_a_slip_is_no_pain_and_the_question_is_asked_as_before(
    qtbot: QtBot, room: Room, by_key: bool, said: list[str]
) -> None:
    practise(room)
    press(room, Qt.Key.Key_5)
    press(room, Qt.Key.Key_6)
    assert room.rows(ROWS) == [("backward", 1, None, None)]
    if by_key:
        QTest.keyClick(room.page.pain, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    else:
        click(room.page.pain, "Not pain after all (Ctrl+Z)")
    assert room.rows(ROWS) == [("backward", 0, None, None)]
    assert is_asked(room)
    assert find_button(room.page.done, "I tipped backwards").isChecked()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus is room.page.done or room.page.done.isAncestorOf(focus)
    assert said[-1] == "The pain has been removed from your records."
    click(room.page.done, "Done")
    assert not room.page.note.isVisible()


def test_a_slip_where_nothing_was_asked_leaves_nothing_behind(qtbot: QtBot, room: Room) -> None:
    practise(room, routine=room.world.library.programme.daily[0].id)
    click(room.page.done, "I felt pain")
    click(room.page.pain, "Not pain after all (Ctrl+Z)")
    assert room.shows(room.page.done)
    assert not is_asked(room)
    assert is_seen(room, "I felt pain")
    assert room.rows(ROWS) == []
    # The question of the day is still to come.
    practise(room)
    assert is_asked(room)


def test_a_second_press_takes_an_answer_back(qtbot: QtBot, room: Room) -> None:
    practise(room)
    press(room, Qt.Key.Key_2)
    assert not is_seen(room, "Skip (Esc)")
    assert find_button(room.page.done, "Front of thighs").toolTip() == "Press again to take it back"
    press(room, Qt.Key.Key_2)
    assert find_button(room.page.done, "Front of thighs").toolTip() == ""
    assert room.rows(ROWS) == [(None, 0, None, None)]
    assert not find_button(room.page.done, "Front of thighs").isChecked()
    assert LEADS["Front of thighs"][0] not in visible_text(room.page.done)
    assert is_seen(room, "Skip (Esc)")
    click(room.page.done, "More")
    for name in ("Effort (1 = very easy, 10 = maximum): 4", "Did yours look like the figure: Yes"):
        click(room.page.done, name)
        assert not is_seen(room, "Skip (Esc)")
    assert room.rows(ROWS) == [(None, 0, 4, 1)]
    for name in ("Effort (1 = very easy, 10 = maximum): 4", "Did yours look like the figure: Yes"):
        click(room.page.done, name)
        assert not find_button(room.page.done, name).isChecked()
    assert room.rows(ROWS) == [(None, 0, None, None)]
    press(room, Qt.Key.Key_Escape)
    assert not is_asked(room)


def test_what_is_corrected_elsewhere_shows_in_the_question(qtbot: QtBot, room: Room) -> None:
    practise(room)
    press(room, Qt.Key.Key_2)
    given = room.page.flow.given
    assert given is not None
    room.records.put(replace(given, felt=Felt.NOWHERE, effort=9))
    room.page.flow.look_again()
    assert find_button(room.page.done, "Nowhere in particular").isChecked()
    assert LEADS["Nowhere in particular"][0] in visible_text(room.page.done)
    click(room.page.done, "More")
    click(room.page.done, "Did yours look like the figure: No")
    assert room.rows(ROWS) == [("nowhere", 0, 9, 0)]


def test_pain_can_be_noted_when_it_is_not_asked(qtbot: QtBot, room: Room) -> None:
    practise(room)
    practise(room)
    assert not is_asked(room)
    click(room.page.done, "I felt pain")
    assert room.shows(room.page.pain)
    assert room.rows("SELECT pain FROM feedback ORDER BY pain") == [(0,), (1,)]


def test_a_pain_is_described_and_what_follows_is_said(qtbot: QtBot, room: Room) -> None:
    practise(room)
    press(room, Qt.Key.Key_6)
    page, rows = room.page, "SELECT pain_level, pain_place, pain_signs FROM feedback"
    assert room.rows(rows) == [(None, None, None)]
    assert "get medical help at once" in visible_text(page.pain)
    click(page.pain, "How strong? (0 = none now, 10 = the worst there could be) 7")
    assert "Practice rests until 25 November 2026" in visible_text(page.pain)
    click(page.pain, "How strong? (0 = none now, 10 = the worst there could be) 2")
    assert "Tomorrow you are asked whether it has settled." in visible_text(page.pain)
    click(page.pain, "Where? Knee")
    click(page.pain, f"{SIGNS} No")
    assert room.rows(rows) == [(2, "knee", 0)]
    assert find_button(page.pain, "Where? Knee").isChecked()
    click(page.pain, "Where? Down a leg")
    assert "until a professional who knows you has cleared you" in visible_text(page.pain)
    page.hide()
    page.show()
    assert room.shows(page.closed)
    assert room.rows(rows) == [(2, "leg", 0)]


def test_the_keyboard_alone_describes_a_pain(qtbot: QtBot, room: Room) -> None:
    practise(room)
    press(room, Qt.Key.Key_6)
    room.settle()
    right, tab, space = Qt.Key.Key_Right, Qt.Key.Key_Tab, Qt.Key.Key_Space
    for key in (right, right, space, tab, space):
        press(room, key)
    assert room.rows("SELECT pain_level, pain_place FROM feedback") == [(2, "lower-back")]


def test_after_pain_the_next_visit_is_paused_and_not_for_ever(qtbot: QtBot, room: Room) -> None:
    page = room.page
    practise(room)
    press(room, Qt.Key.Key_6)
    page.hide()
    page.show()
    assert room.shows(page.closed)
    page.choose(Offer("wall-touches", 1, 1))
    assert room.shows(page.closed)
    page.hide()
    room.wall += timedelta(days=2)
    page.show()
    assert room.shows(page.questions)


def test_what_an_answer_led_to_stands_above_the_choice_until_it_is_put_away(
    qtbot: QtBot, room: Room
) -> None:
    page = room.page
    practise(room)
    press(room, Qt.Key.Key_2)
    assert not page.note.isVisible()
    click(page.done, "Done")
    assert "Wall touches, last time: Front of thighs." in visible_text(page.note)
    with qtbot.waitSignal(page.lesson_requested) as asked:
        click(page.note, "Show me how to fix it")
    assert asked.args == ["troubleshooting", 3]
    click(page.note, "Dismiss")
    assert not page.note.isVisible()


def test_an_easier_exercise_is_chosen_at_once(qtbot: QtBot, room: Room) -> None:
    page = room.page
    exercise = room.exercises["chest-weight-hinge"]
    part = Part(exercise, Choice.of(exercise, sets=1, reps=1))
    page.start(build_session([part], exercise.title))
    room.wait(60)
    room.settle()
    press(room, Qt.Key.Key_3)
    click(page.done, "Done")
    click(page.note, "Bodyweight hinges")
    assert page.choice.exercise is not None
    assert page.choice.exercise.id == "bodyweight-hinge"


def test_the_question_fits_the_exercise(qtbot: QtBot, room: Room) -> None:
    practise(room)
    room.wall += timedelta(days=1)
    exercise = room.exercises["single-leg-stand"]
    part = Part(exercise, Choice.of(exercise, sets=1, hold_s=5))
    room.page.start(build_session([part], exercise.title))
    room.wait(60)
    room.settle()
    text = visible_text(room.page)
    assert "How steady were you?" in text
    assert QUESTION not in text
    press(room, Qt.Key.Key_2)
    assert room.rows("SELECT felt FROM feedback ORDER BY asked_ms") == [(None,), ("wobbly",)]
    assert find_button(room.page.done, "I wobbled").isChecked()
    names: list[str] = []
    for _ in range(9):
        press(room, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        names.append(focus.accessibleName())
    assert {"I wobbled", "Pain", "Repeat"} <= set(names)
    press(room, Qt.Key.Key_5)
    assert room.shows(room.page.pain)


@pytest.mark.parametrize("day", [False, True], ids=["homework", "a day"])
def test_homework_is_not_asked_and_a_day_of_the_programme_is(
    qtbot: QtBot, room: Room, day: bool
) -> None:
    programme = room.world.library.programme
    practise(room, routine=(programme.days if day else programme.daily)[0].id)
    assert is_asked(room) is day


def test_a_session_stopped_before_anything_was_done_is_not_asked(qtbot: QtBot, room: Room) -> None:
    room.page.choose(Offer("wall-touches", 1, 2))
    click(room.page.choice, "Start")
    room.wait(11)
    room.runner.stop()
    assert not is_asked(room)


def test_all_of_it_fits_into_the_smallest_window_or_can_be_scrolled_to(
    qtbot: QtBot, room: Room
) -> None:
    practise(room)
    press(room, Qt.Key.Key_3)
    click(room.page.done, "More")
    QApplication.processEvents()
    area = room.page.done
    assert isinstance(area, QScrollArea)
    assert area.horizontalScrollBar().maximum() == 0
    buttons, labels = area.feel.findChildren(QAbstractButton), area.feel.findChildren(QLabel)
    seen: list[QAbstractButton | QLabel] = [*buttons, *labels]
    seen = [made for made in seen if made.isVisible()]
    assert len(seen) > 20
    for made in seen:
        least = made.minimumSizeHint()
        assert made.width() >= least.width(), made.text()
        assert made.height() >= least.height(), made.text()
        parent = made.parentWidget()
        assert parent is not None
        assert parent.rect().contains(made.geometry()), made.text()
