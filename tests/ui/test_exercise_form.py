"""What is typed into the form for an exercise stays until its user says otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from app.lessons.model import Offer
from app.ui.practice.own.editor import ExerciseEditor
from app.ui.practice.own.fields import TextField
from tests.helpers.practice_page import Room, find_button, open_room
from tests.ui.test_own_exercises import desk, edited, kept, number, retype, text

LEFT_BY: dict[str, Callable[[Room, ExerciseEditor], object]] = {
    "Cancel": lambda _, editor: find_button(editor, "Cancel").click(),
    "Escape": lambda _, editor: QTest.keyClick(editor, Qt.Key.Key_Escape),
    "another exercise": lambda room, _: room.page.choose(Offer("slow-motion")),
    "the safety questions": lambda room, _: room.page.ask_questions(),
    "closing the window": lambda room, _: room.page.may_close(),
}


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    with open_room(qtbot, tmp_path, programme=True) as opened:
        opened.page.choose(Offer("wall-touches"))
        yield opened


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Return what was asked; the user keeps editing until there is a True at its end."""
    answers: list[bool] = []

    def ask(_parent: QWidget) -> bool:
        answers.append(False)
        return answers[0]

    monkeypatch.setattr("app.ui.practice.own.editor.ask_to_discard", ask)
    return answers


def made_new(room: Room) -> ExerciseEditor:
    find_button(room.page.choice, "New exercise").click()
    editor = desk(room).editor
    assert editor is not None
    return editor


def choose(editor: ExerciseEditor, movement: str) -> None:
    box = editor.findChildren(QComboBox)[0]
    box.setCurrentIndex(box.findData(movement))


def texts(editor: ExerciseEditor) -> dict[str, str]:
    return {field.name: field.text for field in editor._texts.values()}


def test_another_movement_leaves_what_was_typed(room: Room) -> None:
    editor = made_new(room)
    choose(editor, "kettlebell-deadlift")
    untouched = texts(editor)
    choose(editor, "hinge")
    retype(text(editor, "title"), "For Anna")
    retype(text(editor, "equipment"), "A chair.")
    retype(number(editor, "sets"), "5")
    choose(editor, "kettlebell-deadlift")
    assert texts(editor) == {**untouched, "title": "For Anna", "equipment": "A chair."}
    assert number(editor, "sets").value == 5
    editor.save()
    stored = kept(room).found["for-anna"]
    assert (stored.movement, stored.equipment, stored.sets) == (
        "kettlebell-deadlift", "A chair.", 5,
    )  # fmt: skip


def test_words_for_a_part_that_is_not_there_come_back_with_it(room: Room) -> None:
    editor = made_new(room)
    retype(text(editor, "down"), "Push the door shut")
    choose(editor, "single-leg-stand")
    assert "down" not in editor._texts
    retype(text(editor, "hold_left"), "On your left")
    choose(editor, "hinge")
    assert text(editor, "down").text == "Push the door shut"
    choose(editor, "single-leg-stand")
    assert text(editor, "hold_left").text == "On your left"


def test_what_was_typed_and_taken_back_follows_the_movement(room: Room) -> None:
    editor = made_new(room)
    first = text(editor, "title").text
    retype(text(editor, "title"), "Another")
    retype(text(editor, "title"), first)
    choose(editor, "kettlebell-deadlift")
    assert text(editor, "title").text == room.world.library.movements["kettlebell-deadlift"].title


@pytest.mark.parametrize("leave", list(LEFT_BY))
def test_leaving_asks_before_what_was_typed_is_lost(
    room: Room, asked: list[bool], leave: str
) -> None:
    editor = edited(room)
    retype(text(editor, "title"), "Typed")
    LEFT_BY[leave](room, editor)
    assert asked == [False]
    assert room.shows(editor)
    assert text(editor, "title").text == "Typed"
    asked[0] = True
    LEFT_BY[leave](room, editor)
    assert len(asked) == 2
    assert room.shows(editor) is (leave == "closing the window")


@pytest.mark.parametrize("leave", list(LEFT_BY))
def test_leaving_asks_nothing_where_nothing_was_typed(
    room: Room, asked: list[bool], leave: str
) -> None:
    editor = made_new(room)
    choose(editor, "kettlebell-deadlift")
    LEFT_BY[leave](room, editor)
    assert asked == []


def test_what_was_typed_for_another_movement_counts_too(room: Room, asked: list[bool]) -> None:
    editor = made_new(room)
    retype(text(editor, "down"), "Push the door shut")
    choose(editor, "single-leg-stand")
    editor.cancel()
    assert asked == [False]


def test_what_was_thrown_away_is_not_in_the_next_one(room: Room, asked: list[bool]) -> None:
    asked.append(True)
    editor = made_new(room)
    first = texts(editor)
    retype(text(editor, "title"), "Typed")
    editor.cancel()
    assert texts(made_new(room)) == first
    assert room.shows(editor)


def test_what_was_saved_is_not_asked_about(room: Room, asked: list[bool]) -> None:
    editor = edited(room)
    retype(number(editor, "sets"), "2")
    editor.save()
    assert room.page.may_close()
    assert asked == []


def test_another_page_and_back_leaves_the_form_as_it_is(room: Room, asked: list[bool]) -> None:
    editor = edited(room)
    retype(text(editor, "title"), "Typed")
    room.page.hide()
    room.page.show()
    assert room.shows(editor)
    assert text(editor, "title").text == "Typed"
    assert asked == []


def test_no_two_exercises_have_one_name(room: Room) -> None:
    editor = made_new(room)
    title = text(editor, "title")
    retype(title, "Slow motion")
    assert title.fault == "You already have an exercise with this name."
    editor.save()
    assert kept(room).found == {}
    retype(title, "Hip hinge")
    editor.save()
    offered: TextField = text(made_new(room), "title")
    assert offered.text == "Hip hinge (2)"
    assert offered.fault == ""


@pytest.mark.parametrize(
    ("movement", "needed"),
    [
        ("kettlebell-swing", "a kettlebell"),
        ("bent-over-row", "two dumbbells"),
        ("car-door", "an open door, two shopping bags"),
        ("wall-drill", "a bare stretch of wall"),
        ("seesaw", "just a clear space"),
    ],
)
def test_a_new_exercise_needs_what_its_movement_holds(
    room: Room, movement: str, needed: str
) -> None:
    editor = made_new(room)
    choose(editor, movement)
    assert text(editor, "equipment").text == needed
