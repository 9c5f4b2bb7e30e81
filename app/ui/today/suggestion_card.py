"""The one thing suggested for today, as a card with one button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.lessons.library import LessonLibrary
from app.programme.next_thing import NextKind, NextThing
from app.programme.programme import Routine
from app.programme.reading import NextLesson
from app.programme.safety import Verdict
from app.ui.accessibility import button, label
from app.ui.dates import day_and_time, duration, plain_date


class SuggestionCard(QFrame):
    """Says what to do next and asks for it.

    Signals:
        lesson_requested: a lesson at a step, from 0.
        routine_requested: a session or homework, by its id.
        go_on_requested: to go on with the session that was not finished.
        practice_requested: to see what practice says.
    """

    lesson_requested = Signal(str, int)
    routine_requested = Signal(str)
    go_on_requested = Signal()
    practice_requested = Signal()

    def __init__(self, lessons: LessonLibrary) -> None:
        super().__init__()
        self._lessons = lessons
        self._request: NextThing | None = None
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

    def show_thing(self, thing: NextThing, learn: NextLesson | None, gate: Verdict) -> None:
        """Show what is next; where nothing is, the next lesson can still be read."""
        time = "" if thing.seconds is None else duration(thing.seconds)
        match thing:
            case NextThing(kind=NextKind.CARE):
                self._show_care(thing, gate)
            case NextThing(kind=NextKind.UNFINISHED):
                self._say(self.tr("Not finished"), thing.title, time)
                self._offer(self.tr("Go on"), thing)
            case NextThing(kind=NextKind.SESSION | NextKind.HOMEWORK, routine=routine) if routine:
                self._say(self.tr("Next"), _title(routine, self.tr("Week {week}, day {day}")), time)
                self._offer(self.tr("Practise"), thing)
            case NextThing(kind=NextKind.LESSON, lesson=lesson) if lesson is not None:
                self._show_lesson(thing, lesson)
            case _ if learn is not None:
                text = self.tr(
                    "You've read and practised today. “{lesson}” can wait until tomorrow."
                )
                self._say("", self.tr("Done for today"), text.format(lesson=learn.title))
                reading = NextThing(NextKind.LESSON, learn.id, learn.title, lesson=learn)
                self._offer(self.tr("Keep reading"), reading, pressing=False)
            case _ if not self._lessons.order:
                self.show_problem(self.tr("No lesson could be read."))
            case _:
                self._say("", self.tr("Nothing due"), self.tr("See you tomorrow."))
                self._offer("", None)

    def _show_care(self, thing: NextThing, gate: Verdict) -> None:
        if gate.unsettled is not None:
            text = self.tr("On {date} you reported pain. Did it settle within 24 hours?")
            day = plain_date(gate.unsettled.at.date())
            self._say("", self.tr("Has your pain settled?"), text.format(date=day))
            self._offer(self.tr("Answer"), thing)
        elif gate.until is not None:
            text = self.tr("You reported pain. Leave practice until {when}.")
            when = day_and_time(gate.until)
            self._say("", self.tr("Practice is paused"), text.format(when=when))
            self._offer(self.tr("Go to Practice"), thing, pressing=False)

    def _show_lesson(self, thing: NextThing, lesson: NextLesson) -> None:
        found = self._lessons.get(lesson.id)
        if lesson.step and found is not None:
            place = self.tr("Step {step} of {steps}: {title}").format(
                step=lesson.step + 1, steps=len(found.steps), title=found.steps[lesson.step].title
            )
            self._say(self.tr("Continue reading"), lesson.title, place)
            self._offer(self.tr("Continue"), thing)
            return
        first = lesson.id == self._lessons.order[0]
        kind = self.tr("Start here") if first else self.tr("Next lesson")
        self._say(kind, lesson.title, found.summary if found else "")
        self._offer(self.tr("Begin"), thing)

    def show_problem(self, sentence: str) -> None:
        """Say why there is no suggestion."""
        self._say("", self.tr("Nothing to show"), sentence)
        self._offer("", None)

    def _say(self, kind: str, title: str, text: str) -> None:
        self._kind.setText(kind)
        self._kind.setVisible(bool(kind))
        self._title.setText(title)
        self._text.setText(text)

    def _offer(self, action: str, request: NextThing | None, *, pressing: bool = True) -> None:
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
            case NextThing(lesson=lesson) if lesson is not None:
                self.lesson_requested.emit(lesson.id, lesson.step)
            case NextThing(kind=NextKind.UNFINISHED):
                self.go_on_requested.emit()
            case NextThing(kind=NextKind.CARE):
                self.practice_requested.emit()
            case NextThing(routine=routine) if routine is not None:
                self.routine_requested.emit(routine.id)


def _title(routine: Routine, session: str) -> str:
    if routine.week is None:
        return routine.title
    return f"{session.format(week=routine.week, day=routine.day)}: {routine.title}"
