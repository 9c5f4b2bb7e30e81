"""The end of the course: what was done, a page about it, and how to go on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QVBoxLayout

from app.messages.message import Message
from app.programme.course import Course
from app.programme.programme import After
from app.programme.report import CourseReport
from app.records.decision import DecisionKind
from app.ui.accessibility import button, label, set_look
from app.ui.course.desk import CourseDesk
from app.ui.dates import plain_date
from app.ui.layouts import arrange
from app.ui.messages import say


class EndCard(QFrame):
    """Says that the course is finished; hidden before.

    Attributes:
        see: opens the page.
        choices: by the id of a way to go on, its button; the one chosen is down.

    Signals:
        page_requested: the user wants the page.
    """

    page_requested = Signal()

    def __init__(self, desk: CourseDesk, after: tuple[After, ...]) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._desk = desk
        self._facts = label("", "body", wrap=True)
        self.see = button(self.tr("See your six weeks"), "primary")
        self._question = label(self.tr("What next?"), "strong")
        self._change = label(self.tr("You can change this at any time."), "muted", wrap=True)
        self.choices: dict[str, QPushButton] = {}
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(16)
        self._texts = [label(one.text, "", wrap=True) for one in after]
        for row, (one, text) in enumerate(zip(after, self._texts, strict=True)):
            choice = button(one.title)
            choice.setCheckable(True)
            choice.setAccessibleDescription(one.text)
            choice.clicked.connect(lambda _=False, about=one.id: self._choose(about))
            self.choices[one.id] = choice
            grid.addWidget(choice, row, 0)
            grid.addWidget(text, row, 1)
        title = label(self.tr("You finished the six weeks"), "heading", wrap=True)
        see = (self.see, 0, Qt.AlignmentFlag.AlignLeft)
        arrange(
            QVBoxLayout(self), title, self._facts, 4, see, 12, self._question, grid, self._change,
            spacing=6, margins=(20, 16, 20, 18),
        )  # fmt: skip
        self.see.clicked.connect(self.page_requested)

    def show_course(self, course: Course, report: CourseReport | None) -> None:
        """Show the end, once it is reached; how to go on, unless the course was begun again."""
        self.setVisible(course.finished and report is not None)
        if report is None:
            return
        text = self.tr("{first} to {last}: {sessions}, {sets}, {hinges}.")
        sets, reps = report.tally.sets, report.tally.reps
        self._facts.setText(
            text.format(
                first=plain_date(report.began_on),
                last=plain_date(report.ended_on),
                sessions=say(Message("practice.sessions", n=report.done)),
                sets=say(Message("practice.sets", n=sets)),
                hinges=say(Message("practice.hinges", n=reps)),
            )
        )
        set_look(self.see, "primary" if course.next is None else "")
        at_end = course.at == course.total
        for part in (self._question, self._change, *self._texts, *self.choices.values()):
            part.setVisible(at_end)
        for name, choice in self.choices.items():
            choice.setChecked(course.after is not None and course.after.id == name)

    def _choose(self, about: str) -> None:
        self._desk.decide(DecisionKind.AFTER, about)
