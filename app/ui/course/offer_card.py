"""What the course asks between its stages and after a long break: two answers, one click each."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.programme.course import Course, Move
from app.programme.programme import Stage
from app.records.decision import DecisionKind
from app.ui.accessibility import button, label
from app.ui.course.desk import CourseDesk
from app.ui.flow_layout import FlowLayout
from app.ui.layouts import arrange
from app.ui.messages import say


class _Answer(NamedTuple):
    text: str
    kind: DecisionKind
    about: str


class OfferCard(QFrame):
    """Asks whether to move on, or to begin one stage lower; hidden where nothing is asked.

    Attributes:
        answers: the two buttons, the green one for what is suggested.
    """

    def __init__(self, desk: CourseDesk) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._desk = desk
        self._meant: list[_Answer] = []
        self._title = label("", "heading", wrap=True)
        self._text = label("", "body", wrap=True)
        self.answers = [button("", "primary"), button("")]
        row = FlowLayout()
        for number, one in enumerate(self.answers):
            row.addWidget(one)
            one.clicked.connect(lambda _=False, number=number: self._decide(number))
        arrange(
            QVBoxLayout(self), self._title, self._text, 8, row, spacing=6, margins=(20, 16, 20, 18)
        )

    def show_course(self, course: Course) -> None:
        """Show what is asked, if anything is."""
        if course.back is not None:
            self._ask_back(course, course.back)
        elif course.move is not None:
            self._ask_move(course, course.move)
        else:
            self._meant = []
        self.setVisible(bool(self._meant))

    def _ask_back(self, course: Course, back: Stage) -> None:
        programme = course.programme
        stage = programme.stages[programme.stage_at(min(course.at, course.total - 1))]
        text = self.tr(
            "Two sessions of “{lower}” bring you back to “{stage}”. Or carry on where you were."
        )
        self._show(
            self.tr("Welcome back"),
            text.format(lower=back.title, stage=stage.title),
            _Answer(self.tr("One stage lower first"), DecisionKind.CAME_BACK_LOWER, back.id),
            _Answer(self.tr("Carry on where I was"), DecisionKind.CAME_BACK, stage.id),
        )

    def _ask_move(self, course: Course, move: Move) -> None:
        stages = course.programme.stages
        before = stages[stages.index(move.stage) - 1]
        on = _Answer(self.tr("Move on"), DecisionKind.MOVED_ON, move.stage.id)
        stay = _Answer(self.tr("One more week"), DecisionKind.STAYED, before.id)
        titles = {"before": before.title, "stage": move.stage.title}
        if move.suggested:
            text = self.tr(
                "You've finished “{before}”, and “{stage}” is next. Not ready? Take one more week."
            )
            lines = [text.format(**titles)]
            self._show(self.tr("You can move on"), " ".join(lines), on, stay)
            return
        text = self.tr(
            "Another week of “{before}” may help before you start “{stage}”. It's up to you."
        )
        lines = [*(say(one.message) for one in move.objections), text.format(**titles)]
        self._show(self.tr("One more week?"), " ".join(lines), stay, on)

    def _show(self, title: str, text: str, *answers: _Answer) -> None:
        """Show a question with two answers, the one that is suggested first."""
        self._meant = [*answers]
        self._title.setText(title)
        self._text.setText(text)
        for shown, meant in zip(self.answers, answers, strict=True):
            shown.setText(meant.text)
            shown.setAccessibleName(meant.text)
            shown.setAccessibleDescription(text)

    def _decide(self, number: int) -> None:
        meant = self._meant[number]
        self._desk.decide(meant.kind, meant.about)
