"""What was done is opened, corrected, deleted and brought back on the Progress page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QMessageBox,
)
from pytestqt.qtbot import QtBot

from app.records.feedback import Feedback, Felt, PainPlace
from app.records.model import (
    Entry,
    SessionRecord,
)
from app.ui.number_box import NumberBox
from app.ui.progress.page import ProgressPage
from app.ui.undo_bar import UndoBar
from app.ui.wall_box import WallBox
from tests.helpers.errors import UNREADABLE, unreadable
from tests.helpers.pages import World, texts
from tests.helpers.progress_page import (
    bar,
    box_of,
    cards,
    delete,
    dialog,
    focused,
    names,
    open_day,
    practise,
    press,
    sorted_cards,
    undo,
)
from tests.helpers.records import a_set

NOW = datetime(2026, 11, 25, 18, 0, tzinfo=UTC)
MORNING = NOW.replace(hour=8, minute=12)


@pytest.fixture
def page(world: World, qtbot: QtBot) -> ProgressPage:
    """Return the page: three sets this morning, a hold at noon, a set on two days before."""
    practise(world, "morning", "slow-motion", 3, MORNING)
    practise(world, "noon", "leg-stand", 1, NOW.replace(hour=12))
    world.records.put(Feedback("morning", MORNING, MORNING, Felt.THIGHS, effort=4))
    for ago in (1, 3):
        practise(world, f"r{ago}", "wall-touches", 1, MORNING - timedelta(days=ago))
    world.flush()
    library = world.library
    made = ProgressPage(
        world.records, library.exercises, library.lessons, lambda: "metric", lambda: NOW
    )
    qtbot.addWidget(made)
    made.resize(868, 640)
    made.show()
    made.activateWindow()
    QApplication.processEvents()
    return made


def totals(world: World) -> list[Entry]:
    return list(world.records.today(NOW.date()).entries)


def test_a_day_opens_to_its_sessions_and_closes_again(page: ProgressPage) -> None:
    closed = texts(cards(page)[0])
    assert not [name for name in names(page) if name.startswith(("Edit", "Delete"))]
    card = open_day(page)
    shown = texts(card)
    for line in ("08:12  Slow motion", "12:00  Leg stand", "Set 2 of 3", "10 of 10 reps", "50 s",
                 "Felt: Front of thighs · Effort 4 of 10", "No answers"):  # fmt: skip
        assert line in shown, shown
    assert shown.count("Felt: Front of thighs · Effort 4 of 10") == 1
    # Of a hold there are no repetitions to show.
    assert sum(line.endswith(" reps") for line in shown) == 3 + 1
    about = ["Slow motion, set 1 of 3", "Slow motion, set 2 of 3", "Slow motion, set 3 of 3"]
    session, other = "08:12  Slow motion", "12:00  Leg stand"
    assert names(card) == [
        "Hide sets: Today",
        f"Delete session: {session}",
        *(f"{what}: {one}" for one in about for what in ("Edit", "Delete")),
        f"Edit answers: {session}",
        f"Delete session: {other}",
        "Edit: Leg stand, set 1 of 1",
        "Delete: Leg stand, set 1 of 1",
        f"Edit answers: {other}",
    ]
    press(card, "Hide sets: Today")
    assert texts(card) == closed


def test_a_set_is_corrected_in_a_small_form_and_all_totals_follow(
    page: ProgressPage, world: World, said: list[str]
) -> None:
    open_day(page)
    press(page, "Edit: Slow motion, set 2 of 3")
    form = dialog(page)
    assert texts(form)[0] == "Slow motion, set 2 of 3"
    assert form.focusWidget() is box_of(form, NumberBox, "Reps")
    QTest.keyClicks(form.focusWidget(), "7")
    QTest.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClicks(form.focusWidget(), "33")
    QTest.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(form.focusWidget(), Qt.Key.Key_Space)
    with_signal: list[None] = []
    page.corrected.connect(lambda: with_signal.append(None))
    QTest.keyClick(form.focusWidget(), Qt.Key.Key_Return)
    QApplication.processEvents()
    assert totals(world)[0] == Entry("slow-motion", 2, 27, 133.0)
    shown = texts(cards(page)[0])
    assert "Set 2 of 3, not finished" in shown
    assert "7 of 10 reps" in shown
    assert "27 reps" in shown
    assert bar(page) == ["Corrected: Slow motion, set 2."]
    assert said[-1] == "Corrected: Slow motion, set 2. Undo (Ctrl+Z)"
    assert focused(page) == "Edit: Slow motion, set 2 of 3"
    assert len(with_signal) == 1
    undo(page)
    assert totals(world)[0] == Entry("slow-motion", 3, 30, 150.0)
    assert bar(page) == []
    assert said[-1] == "Undone"
    assert len(with_signal) == 2


def test_a_hold_has_no_repetitions_and_keeps_the_fraction_of_its_time(
    page: ProgressPage, world: World
) -> None:
    session = world.records.sessions_on(NOW.date())[1]
    world.records.put(replace(session.sets[0], id="new", performance=2, set=2, seconds=20.4))
    open_day(page)
    press(page, "Edit: Leg stand, set 2 of 1")
    form = dialog(page)
    assert [one.accessibleName() for one in form.findChildren(NumberBox)] == ["Time"]
    box_of(form, QCheckBox, "Completed, so it counts as a set").click()
    press(form, "Save")
    corrected = world.records.sessions_on(NOW.date())[1].sets[1]
    assert (corrected.seconds, corrected.finished) == (20.4, False)


@pytest.mark.parametrize("stays", [True, False])
def test_what_was_typed_is_not_thrown_away_without_asking(
    page: ProgressPage, world: World, stays: bool
) -> None:
    open_day(page)
    press(page, "Edit: Slow motion, set 1 of 3")
    form = dialog(page)
    QTest.keyClicks(form.focusWidget(), "4")
    QTest.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
    asked: list[str] = []

    def answer() -> None:
        [box] = form.findChildren(QMessageBox)
        asked.append(box.text())
        wanted = "Keep editing" if stays else "Close anyway"
        next(one for one in box.buttons() if one.text() == wanted).click()

    QTimer.singleShot(0, answer)
    QTest.keyClick(form.focusWidget(), Qt.Key.Key_Escape)
    assert asked == ["Your changes are not saved."]
    assert form.isVisible() is stays
    assert totals(world)[0] == Entry("slow-motion", 3, 30, 150.0)
    assert bar(page) == []


def test_a_form_that_was_only_looked_at_closes_with_escape(
    page: ProgressPage, world: World
) -> None:
    open_day(page)
    press(page, "Edit answers: 08:12  Slow motion")
    form = dialog(page)
    QTest.keyClick(form.focusWidget(), Qt.Key.Key_Escape)
    assert not form.isVisible()
    press(page, "Edit: Slow motion, set 1 of 3")
    form = dialog(page)
    QTest.keyClick(form, Qt.Key.Key_Return)
    assert not form.isVisible()
    assert bar(page) == []


def test_a_form_goes_with_its_window_without_asking(page: ProgressPage) -> None:
    open_day(page)
    press(page, "Edit: Slow motion, set 1 of 3")
    form = dialog(page)
    QTest.keyClicks(form.focusWidget(), "4")
    form.close()
    assert not form.isVisible()


def test_answers_are_changed_taken_back_and_given_and_pain_too(
    page: ProgressPage, world: World
) -> None:
    open_day(page)
    press(page, "Edit answers: 08:12  Slow motion")
    form = dialog(page)
    box_of(form, QComboBox, "How it felt").setCurrentText("No answer")
    box_of(form, QComboBox, "Effort (1 = very easy, 10 = maximum)").setCurrentText("10")
    box_of(form, QComboBox, "Did yours look like the figure?").setCurrentText("No")
    level = box_of(form, QComboBox, "How strong? (0 = none now, 10 = the worst there could be)")
    assert not level.isEnabled()
    box_of(form, QCheckBox, "I felt pain").click()
    level.setCurrentText("3")
    box_of(form, QComboBox, "Where did it hurt?").setCurrentText("Knee")
    box_of(form, QComboBox, "Settled within 24 hours").setCurrentText("Yes")
    press(form, "Save")
    assert "Effort 10 of 10 · Did not look like the figure" in texts(page)
    assert "Felt pain · 3 of 10 · Knee · settled within 24 hours" in texts(page)
    assert bar(page) == ["Answers changed: Slow motion."]
    given = world.records.sessions_on(NOW.date())[0].answers
    assert given == Feedback(
        "morning", MORNING, MORNING, None, True, 10, False, 3, PainPlace.KNEE, settled=True
    )
    press(page, "Edit answers: 08:12  Slow motion")
    box_of(dialog(page), QCheckBox, "I felt pain").click()
    press(dialog(page), "Save")
    assert not [text for text in texts(page) if text.startswith("Felt pain")]
    cured = world.records.sessions_on(NOW.date())[0].answers
    assert cured == Feedback("morning", MORNING, MORNING, None, False, 10, False)
    press(page, "Edit answers: 12:00  Leg stand")
    box_of(dialog(page), QComboBox, "How it felt").setCurrentText("Nowhere in particular")
    press(dialog(page), "Save")
    assert "Felt: Nowhere in particular" in texts(page)
    for _ in range(3):
        press(page, "Undo (Ctrl+Z)")
    assert "Felt: Front of thighs · Effort 4 of 10" in texts(page)
    assert bar(page) == []


def test_deleting_leads_from_neighbour_to_neighbour_and_undo_back(
    page: ProgressPage, world: World, said: list[str]
) -> None:
    open_day(page)
    press(page, "Delete: Slow motion, set 2 of 3")
    assert bar(page) == ["Deleted: Slow motion, set 2."]
    assert said[-1] == "Deleted: Slow motion, set 2. Undo (Ctrl+Z)"
    assert focused(page) == "Delete: Slow motion, set 3 of 3"
    delete(page)
    assert focused(page) == "Delete session: 12:00  Leg stand"
    assert totals(world)[0] == Entry("slow-motion", 1, 10, 50.0)
    delete(page)
    assert bar(page) == ["Deleted: Leg stand, 1 set."]
    assert focused(page) == "Delete: Slow motion, set 1 of 3"
    undo(page)
    assert focused(page) == "Edit answers: 12:00  Leg stand"
    assert bar(page) == ["Deleted: Slow motion, set 3."]
    undo(page)
    assert focused(page) == "Edit: Slow motion, set 3 of 3"
    press(page, "Undo (Ctrl+Z)")
    assert totals(world)[0] == Entry("slow-motion", 3, 30, 150.0)
    assert bar(page) == []


def test_a_day_goes_with_its_last_session_and_comes_back_open(
    page: ProgressPage, world: World
) -> None:
    dates = [texts(card)[0] for card in cards(page)]
    assert len(dates) == 3
    for number in (1, 0):
        open_day(page, number)
    first, third = cards(page)[0], cards(page)[2]
    press(cards(page)[1], "Delete session: 08:12  Wall touches")
    assert [texts(card)[0] for card in cards(page)] == [dates[0], dates[2]]
    assert cards(page) == [first, third], "the other days keep their cards"
    assert focused(page) == f"Show sets: {dates[2]}"
    undo(page)
    assert [texts(card)[0] for card in sorted_cards(page)] == dates
    assert focused(page) == "Edit answers: 08:12  Wall touches"


def test_the_very_last_day_leaves_the_beginning_and_the_way_back(
    page: ProgressPage, world: World
) -> None:
    while cards(page):
        card = open_day(page)
        while card.isVisible():
            press(card, next(one for one in names(card) if one.startswith("Delete session")))
    assert "Your sets will appear here" in texts(page)
    assert focused(page) == "Undo (Ctrl+Z)"
    assert world.records.history(9) == []
    for _ in range(4):
        undo(page)
    assert len(cards(page)) == 3
    assert bar(page) == []
    assert totals(world)[0] == Entry("slow-motion", 3, 30, 150.0)


def test_leaving_the_page_leaves_everything_as_it_is(page: ProgressPage, world: World) -> None:
    open_day(page)
    press(page, "Delete: Slow motion, set 1 of 3")
    page.hide()
    page.show()
    assert bar(page) == []
    undo(page)
    assert totals(world)[0] == Entry("slow-motion", 2, 20, 100.0)


def test_records_that_cannot_be_read_change_nothing_and_say_why(
    page: ProgressPage, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise unreadable()

    open_day(page)
    with monkeypatch.context() as patch:
        patch.setattr(world.records, "row", broken)
        patch.setattr(world.records, "set_ids_of", broken)
        press(page, "Delete: Slow motion, set 1 of 3")
    assert bar(page) == [UNREADABLE]
    assert names(page.findChildren(UndoBar)[0]) == []
    assert totals(world)[0].sets == 3
    with monkeypatch.context() as patch:
        patch.setattr(world.records, "sessions_on", broken)
        open_day(page, 1)
    assert UNREADABLE in texts(cards(page)[1])


def test_an_exercise_that_is_gone_keeps_its_last_title(page: ProgressPage, world: World) -> None:
    page.hide()
    for number, title in enumerate(("My hinge", "My better hinge", None)):
        at = NOW - timedelta(minutes=30 - number)
        world.records.put(SessionRecord(f"s{number}", "mine-2", 1, at, f"m{number}", title=title))
        world.records.put(a_set(1, session_id=f"s{number}", exercise="mine-2", at=at))
    page.show()
    QApplication.processEvents()
    assert "My better hinge" in texts(cards(page)[0])
    open_day(page)
    assert "Delete: My better hinge, set 1 of 1" in names(page)


def test_of_thousands_of_sessions_only_what_is_shown_is_read(
    page: ProgressPage, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.days_ago(NOW, *range(4, 3004))
    page.hide()
    read: list[int] = []
    inner: Callable[..., list[tuple[Any, ...]]] = world.records._rows

    def counted(statement: str, *values: object) -> list[tuple[Any, ...]]:
        rows = inner(statement, *values)
        read.append(len(rows))
        return rows

    monkeypatch.setattr(world.records, "_rows", counted)
    page.show()
    QApplication.processEvents()
    assert len(read) <= 5
    assert sum(read) < 61 * 5
    read.clear()
    open_day(page, 30)
    assert (len(read), sum(read)) == (2, 1)
    read.clear()
    name = next(one for one in names(cards(page)[30]) if one.startswith("Delete: "))
    press(page, name)
    # The set, its session and their columns; then what is shown, of which one day is open.
    assert len(read) < 16
    assert sum(read) < 61 * 5 + 40


def test_what_was_measured_is_corrected_where_it_can_be_measured(
    page: ProgressPage, world: World
) -> None:
    world.records.put(Feedback("r1", MORNING, MORNING, wall_cm=21, stick_back=False))
    world.flush()
    assert "Heels from the wall: 21 cm" in texts(page)
    card = cards(page)[1]
    assert "Wall: 21 cm · The stick came off: Upper back" in texts(card)
    press(card, "Show sets: Yesterday")
    press(card, "Edit answers: 08:12  Wall touches")
    form = dialog(page)
    box = box_of(form, WallBox, "Heels from the wall")
    assert box.value() == 21
    box.setValue(24)
    box_of(form, QComboBox, "Stick stayed on: Upper back").setCurrentIndex(0)
    form.accept()
    assert world.records.answers("r1") == Feedback("r1", MORNING, MORNING, wall_cm=24)
    QApplication.processEvents()
    press(card, "Edit answers: 08:12  Wall touches")
    box = box_of(dialog(page), WallBox, "Heels from the wall")
    box.setValue(0)
    assert box.text() == "No answer"
    dialog(page).accept()
    given = world.records.answers("r1")
    assert given is not None
    assert given.wall_cm is None


def test_after_other_exercises_nothing_about_the_wall_is_asked(page: ProgressPage) -> None:
    open_day(page)
    press(page, "Edit answers: 08:12  Slow motion")
    assert "Heels from the wall" not in texts(dialog(page))
