"""A day of the programme or homework, chosen and started as one session."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.lessons.model import Offer
from app.practice.transitions import State
from app.settings.model import ExerciseSettings
from app.ui.practice.cards import Card, ExerciseCard, RoutineCard
from tests.helpers.practice_page import Room, click, find_button, open_room, visible_text


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    with open_room(qtbot, tmp_path, programme=True) as opened:
        yield opened


def titles(room: Room, kind: type[Card]) -> list[str]:
    return [card.accessibleName() for card in room.page.choice.findChildren(kind)]


def test_todays_day_is_chosen_and_told_before_it_starts(room: Room) -> None:
    choice = room.page.choice
    assert titles(room, RoutineCard) == [
        "Week 1, day 1: Bodyweight basics", "Morning hinges (10)", "Evening wall touches (10)",
        "Daily stretch",
    ]  # fmt: skip
    assert titles(room, ExerciseCard)[:3] == ["Wall touches", "Broomstick hinges", "Slow motion"]
    told = visible_text(choice.outline)
    for line in (
        "Week 1, day 1: Bodyweight basics", "1. Wall touches, 3 × 10",
        "You need: a bare stretch of wall", "2. Broomstick hinges, 3 × 10",
        "You need: a broomstick or another straight stick", "3. Slow motion, 3 × 5",
        "3 exercises, 13 min 10 s in all",
    ):  # fmt: skip
        assert line in told
    assert [motion.movement.id for motion in choice.preview.stage.motions] == ["wall-touch"]
    listed = visible_text(choice)
    for heading in ("Next session", "Every day", "Weeks 1–2: Bodyweight basics", "Homework"):
        assert heading in listed


def test_a_day_starts_as_one_session_with_the_users_numbers(room: Room) -> None:
    room.keeper.change_exercise("broomstick-hinge", ExerciseSettings(sets=1, reps=4))
    assert "2. Broomstick hinges, 1 × 4" in visible_text(room.page.choice.outline)
    click(room.page, "Start")
    plan = room.runner.plan
    assert plan.routine == "week-1-day-1"
    assert [part.exercise.id for part in plan.parts] == [
        "wall-touches", "broomstick-hinge", "slow-motion",
    ]  # fmt: skip
    assert (plan.parts[1].choice.sets, plan.parts[1].choice.reps) == (1, 4)


def test_homework_has_its_own_numbers(room: Room) -> None:
    room.keeper.change_exercise("wall-touches", ExerciseSettings(sets=5))
    click(room.page.choice, "Evening wall touches (10)")
    assert "1. Wall touches, 1 × 10" in visible_text(room.page.choice.outline)
    plan = room.page.choice.plan()
    assert plan is not None
    assert (plan.routine, plan.choice.sets) == ("evening-ten", 1)
    find_button(room.page.choice, "At my own pace").click()
    plan = room.page.choice.plan()
    assert plan is not None
    assert plan.choice.own_pace


def test_the_list_is_walked_by_keys(qtbot: QtBot, room: Room) -> None:
    choice = room.page.choice
    first = choice.findChildren(RoutineCard)[0]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    focused = QApplication.focusWidget()
    assert isinstance(focused, RoutineCard)
    assert focused.accessibleName() == "Morning hinges (10)"
    QTest.keyClick(focused, Qt.Key.Key_Space)
    plan = choice.plan()
    assert plan is not None
    assert plan.routine == "morning-ten"


def test_a_lessons_practice_is_chosen_in_place_of_the_day(room: Room) -> None:
    room.page.choose(Offer("slow-motion", 1, 3))
    plan = room.page.choice.plan()
    assert plan is not None
    assert (plan.routine, plan.exercise.id, plan.choice.reps) == (None, "slow-motion", 3)


def test_after_a_day_comes_the_next(room: Room) -> None:
    for name in ("wall-touches", "broomstick-hinge", "slow-motion"):
        room.keeper.change_exercise(name, ExerciseSettings(sets=1, reps=1))
    click(room.page, "Start")
    room.wait(300)
    assert room.is_(State.FINISHED)
    room.world.flush()
    click(room.page, "Done")
    assert titles(room, RoutineCard)[-4:][0] == "Week 1, day 2: Bodyweight basics"
    assert "Week 1, day 2" in visible_text(room.page.choice.outline)


def test_mixed_last_sets_are_told_and_each_exercise_is_listed_once(room: Room) -> None:
    assert "The last sets are mixed" not in visible_text(room.page.choice.outline)
    room.page.choose("week-2-day-1")
    text = visible_text(room.page.choice.outline)
    assert "1. Wall touches, 3 × 10" in text
    assert text.count("Wall touches") == 1
    assert "The last sets are mixed, at the end." in text
    assert "3 exercises" in text
    plan = room.page.choice.plan()
    assert plan is not None
    assert len(plan.parts) == 6
