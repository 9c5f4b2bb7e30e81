"""The one thing suggested for today, as a card with one button."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.lessons.library import LessonLibrary
from app.lessons.model import Lesson, Offer
from app.practice.exercise import Exercise
from app.programme.today import BeginLesson, ContinueLesson, Practise, Suggestion
from app.ui.accessibility import button, label


@dataclass(frozen=True, slots=True)
class Situation:
    """What the words depend on, besides the suggestion.

    Attributes:
        has_read: whether any lesson was finished.
        unread: the first lesson that was not.
        again: a practice that was done today and is open; None without one.
    """

    has_read: bool
    unread: Lesson | None
    again: Offer | None


class SuggestionCard(QFrame):
    """Says what to do next and asks for it.

    Signals:
        lesson_requested: a lesson at a step, from 0.
        practice_requested: an `Offer`.
    """

    lesson_requested = Signal(str, int)
    practice_requested = Signal(object)

    def __init__(self, lessons: LessonLibrary, exercises: Mapping[str, Exercise]) -> None:
        super().__init__()
        self._lessons, self._exercises = lessons, exercises
        self._request: tuple[str, int] | Offer | None = None
        self.setProperty("look", "card")
        self._kind = label("", "muted")
        self._title = label("", "heading", wrap=True)
        self._text = label("", "body", wrap=True)
        self._action = button("", "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 24)
        column.setSpacing(8)
        column.addWidget(self._kind)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addSpacing(8)
        column.addWidget(self._action, 0, Qt.AlignmentFlag.AlignLeft)
        self._action.clicked.connect(self._ask)

    def show_suggestion(self, suggestion: Suggestion, situation: Situation) -> None:
        """Show a suggestion."""
        match suggestion:
            case ContinueLesson(lesson=lesson_id, step=step):
                lesson = self._lesson(lesson_id)
                place = self.tr("Step {step} of {steps}: {title}").format(
                    step=step + 1, steps=len(lesson.steps), title=lesson.steps[step].title
                )
                self._say(self.tr("Continue reading"), lesson.title, place)
                self._offer(self.tr("Continue"), (lesson.id, step))
            case BeginLesson(lesson=lesson_id):
                lesson = self._lesson(lesson_id)
                kind = self.tr("Next lesson") if situation.has_read else self.tr("Start here")
                self._say(kind, lesson.title, lesson.summary)
                self._offer(self.tr("Begin"), (lesson.id, 0))
            case Practise(exercise=exercise_id, lesson=lesson_id):
                exercise, lesson = self._exercises[exercise_id], self._lesson(lesson_id)
                kind = self.tr("Try what you read in “{lesson}”").format(lesson=lesson.title)
                self._say(kind, exercise.title, exercise.summary)
                self._offer(self.tr("Practise"), lesson.offer)
            case _:
                self._show_done(situation)

    def show_problem(self, sentence: str) -> None:
        """Say why there is no suggestion."""
        self._say("", self.tr("Nothing to show"), sentence)
        self._offer("", None)

    def _show_done(self, situation: Situation) -> None:
        if not self._lessons.order:
            self.show_problem(self.tr("No lessons could be read."))
        elif situation.unread is not None:
            lesson = situation.unread
            text = self.tr("You've read and practised today. “{lesson}” can wait until tomorrow.")
            self._say("", self.tr("Done for today"), text.format(lesson=lesson.title))
            self._offer(self.tr("Keep reading"), (lesson.id, 0), pressing=False)
        elif situation.again is not None:
            text = self.tr("You have read every lesson, and you practised today.")
            self._say("", self.tr("Done for today"), text)
            self._offer(self.tr("Practise again"), situation.again, pressing=False)
        else:
            text = self.tr("They stay open to read again.")
            self._say("", self.tr("You have read every lesson"), text)
            self._offer(self.tr("Read again"), (self._lessons.order[0], 0), pressing=False)

    def _say(self, kind: str, title: str, text: str) -> None:
        self._kind.setText(kind)
        self._kind.setVisible(bool(kind))
        self._title.setText(title)
        self._text.setText(text)

    def _offer(
        self, action: str, request: tuple[str, int] | Offer | None, *, pressing: bool = True
    ) -> None:
        self._request = request
        self._action.setText(action)
        self._action.setAccessibleName(f"{action}: {self._title.text()}" if action else "")
        self._action.setVisible(request is not None)
        look = "primary" if pressing else ""
        if self._action.property("look") != look:
            self._action.setProperty("look", look)
            self._action.style().unpolish(self._action)
            self._action.style().polish(self._action)

    def _ask(self) -> None:
        match self._request:
            case (lesson, step):
                self.lesson_requested.emit(lesson, step)
            case Offer():
                self.practice_requested.emit(self._request)

    def _lesson(self, lesson_id: str) -> Lesson:
        """Return a lesson that was suggested, so it is there."""
        lesson = self._lessons.get(lesson_id)
        if lesson is None:
            raise KeyError(lesson_id)
        return lesson
