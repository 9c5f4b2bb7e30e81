"""The question after practice as its tests see and answer it."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.practice.choice import Choice
from app.practice.timeline import Part, build_session
from tests.helpers.practice_page import Room, find_button, visible_text

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
