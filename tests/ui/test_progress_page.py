from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.lessons.model import Offer
from app.programme.safety import QUESTIONS
from app.records.feedback import Feedback, Felt
from app.records.model import Day, SafetyAnswers
from app.ui.progress.day_card import DayCard
from app.ui.progress.page import ProgressPage
from tests.helpers.errors import UNREADABLE, unreadable
from tests.helpers.pages import World, texts

#: A Wednesday.
NOW = datetime(2026, 11, 25, 18, 0, tzinfo=UTC)


@pytest.fixture
def page(world: World, qtbot: QtBot) -> ProgressPage:
    library = world.library
    made = ProgressPage(
        world.records, library.exercises, library.lessons, lambda: "metric", lambda: NOW
    )
    qtbot.addWidget(made)
    return made


def show(page: ProgressPage) -> list[str]:
    page.hide()
    page.resize(868, 640)
    page.show()
    QApplication.processEvents()
    return texts(page)


def cards(page: ProgressPage) -> list[DayCard]:
    return [card for card in page.findChildren(DayCard) if card.isVisible()]


def visible_button(page: ProgressPage, name: str) -> QPushButton | None:
    found = [b for b in page.findChildren(QPushButton) if b.isVisible() and b.text() == name]
    return found[0] if found else None


def test_the_tab_key_goes_from_an_open_day_through_its_sets(
    page: ProgressPage, world: World
) -> None:
    world.days_ago(NOW, 1, 3)
    world.flush()
    show(page)
    world.days_ago(NOW, 0)  # which comes to stand above them
    world.flush()
    show(page)
    days = {texts(card)[0]: card for card in cards(page)}
    days["Yesterday"].open()
    QApplication.processEvents()
    stop: QWidget | None = days["Today"].findChildren(QPushButton)[0]
    names: list[str] = []
    for _ in range(200):
        assert stop is not None
        if stop.focusPolicy() & Qt.FocusPolicy.TabFocus and stop.isVisible():
            names.append(stop.accessibleName())
        stop = stop.nextInFocusChain()
        if names[-1].startswith("Show sets: Sunday"):
            break
    assert names[:2] == ["Show sets: Today", "Hide sets: Yesterday"]
    assert all(not name.startswith("Show sets") for name in names[2:-1])
    assert any(name.startswith("Edit: ") for name in names[2:-1])


def test_before_the_first_set_it_offers_the_beginners_practice(
    page: ProgressPage, qtbot: QtBot
) -> None:
    shown = show(page)
    assert "Your sets will appear here" in shown
    assert "0 of 17 lessons done" in shown
    assert not [text for text in shown if text.startswith("This week")]
    practise = visible_button(page, "Practise")
    assert practise is not None
    with qtbot.waitSignal(page.practice_requested) as asked:
        practise.click()
    assert asked.args == [Offer("wall-touches", sets=1, reps=5)]


def test_where_practice_is_closed_it_offers_what_to_read_instead(
    page: ProgressPage, world: World, qtbot: QtBot
) -> None:
    answers = {question.value: True for question in QUESTIONS}
    world.records.put(SafetyAnswers(NOW, answers))
    show(page)
    assert visible_button(page, "Practise") is None
    care = visible_button(page, "When not to hinge")
    assert care is not None
    with qtbot.waitSignal(page.care_requested):
        care.click()


def test_days_stand_newest_first_with_what_was_done(page: ProgressPage, world: World) -> None:
    world.days_ago(NOW, 5, 0, 1)
    world.days_ago(NOW, 1, exercise="no-longer-there")
    world.records.lesson_finished("first-five-minutes")
    world.flush()
    shown = show(page)
    assert shown[0] == "Progress"
    assert shown[2] == "1 of 17 lessons done"
    assert shown[3:7] == [
        "Today", "Slow motion", "1 set", "10 reps",
    ]  # fmt: skip
    assert [texts(card)[0] for card in cards(page)] == [
        "Today",
        "Yesterday",
        "Friday, 20 November",
    ]
    assert "No longer there" in texts(cards(page)[1])
    assert visible_button(page, "Practise") is None
    assert visible_button(page, "Show more") is None


@pytest.mark.parametrize(("country", "days"), [("de_DE", 3), ("en_US", 4)])
def test_the_week_begins_where_weeks_begin_here(
    page: ProgressPage, world: World, monkeypatch: pytest.MonkeyPatch, country: str, days: int
) -> None:
    # Wednesday, Tuesday, Monday, Sunday, the Saturday before; and a Thursday to come, from a
    # clock that was wrong.
    world.days_ago(NOW, 0, 1, 2, 3, 4, -1)
    before = QLocale()
    QLocale.setDefault(QLocale(country))
    try:
        shown = show(page)
    finally:
        QLocale.setDefault(before)
    assert f"This week: {days} days, {days} sets" in shown
    assert ("Samstag, 21. November" if country == "de_DE" else "Saturday, November 21") in shown


def test_of_a_thousand_days_sixty_are_read_at_a_time(
    page: ProgressPage, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.days_ago(NOW, *range(1000))
    limits: list[int] = []
    days = world.records.days

    def counted(limit: int) -> list[Day]:
        limits.append(limit)
        return days(limit)

    monkeypatch.setattr(world.records, "days", counted)
    show(page)
    assert len(cards(page)) == 60
    first = cards(page)[0]
    for expected in (120, 180):
        more = visible_button(page, "Show more")
        assert more is not None
        more.click()
        QApplication.processEvents()
        assert len(cards(page)) == expected
    assert sorted(set(limits)) == [61, 121, 181]
    assert cards(page)[0] is first
    assert texts(cards(page)[-1])[0] == "Saturday, 30 May"


def test_the_button_goes_with_the_last_day(page: ProgressPage, world: World) -> None:
    world.days_ago(NOW, *range(61))
    show(page)
    more = visible_button(page, "Show more")
    assert more is not None
    more.click()
    QApplication.processEvents()
    assert len(cards(page)) == 61
    assert visible_button(page, "Show more") is None


def test_what_was_done_meanwhile_is_there_when_it_is_shown_again(
    page: ProgressPage, world: World
) -> None:
    world.days_ago(NOW, 1)
    show(page)
    standing = cards(page)[0]
    show(page)
    assert cards(page) == [standing], "nothing changed, nothing is made anew"
    world.days_ago(NOW, 0)
    shown = show(page)
    assert len(cards(page)) == 2
    assert shown[3] == "Today"


def test_records_that_cannot_be_read_are_said_so_and_the_days_stay(
    page: ProgressPage, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.days_ago(NOW, 0)
    show(page)

    def broken(_limit: int) -> None:
        raise unreadable()

    with monkeypatch.context() as patch:
        patch.setattr(world.records, "days", broken)
        assert UNREADABLE in show(page)
    assert len(cards(page)) == 1
    assert UNREADABLE not in show(page)


def answered(world: World, run: str, days_ago: int, **answers: object) -> None:
    at = NOW - timedelta(days=days_ago)
    world.records.put(Feedback(run, at, at, **answers))  # type: ignore[arg-type]
    world.flush()


def test_what_was_felt_stands_with_its_day(page: ProgressPage, world: World) -> None:
    world.days_ago(NOW, 0, 1, 2, 3)
    answered(world, "r0", 0, felt=Felt.HAMSTRINGS)
    answered(world, "r1", 1, felt=Felt.NOWHERE, effort=7, done_as_shown=False)
    answered(world, "r2", 2, done_as_shown=True)
    world.records.put(Feedback("r3", NOW - timedelta(days=3)))
    world.flush()
    show(page)
    assert [texts(card)[-1] for card in cards(page)] == [
        "Felt: Hamstrings and glutes",
        "Felt: Nowhere in particular · Effort 7 of 10 · Did not look like the figure",
        "Looked like the figure",
        "1 min 30 s",  # skipped: nothing is said
    ]


def test_pain_is_said_in_words_and_only_on_its_day(page: ProgressPage, world: World) -> None:
    world.days_ago(NOW, 0, 1)
    answered(world, "r0", 0, felt=Felt.THIGHS)
    show(page)
    assert not any("Felt pain" in texts(card) for card in cards(page))
    answered(world, "r1", 1, pain=True)
    answered(world, "r2", 1, felt=Felt.NOWHERE)
    show(page)
    assert ["Felt pain" in texts(card) for card in cards(page)] == [False, True]
    # An answer changed meanwhile is there when the page is shown again.
    answered(world, "r0", 0, felt=Felt.THIGHS, pain=True)
    show(page)
    assert ["Felt pain" in texts(card) for card in cards(page)] == [True, True]
    assert "Felt: Front of thighs" in texts(cards(page)[0])


def test_a_week_of_nothing_but_answers_is_no_day_practised(
    page: ProgressPage, world: World
) -> None:
    world.days_ago(NOW, 0)
    answered(world, "r1", 1, pain=True)
    shown = show(page)
    assert "This week: 1 day, 1 set" in shown
    assert ["Felt pain" in texts(card) for card in cards(page)] == [False, True]
