"""What the course asks between its stages and after a long break: two answers, one click each."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.programme.course import Course, Move
from app.records.decision import DecisionKind
from app.ui.accessibility import button, label, set_look
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
        answers: the two buttons; the one that is suggested is green.
    """

    def __init__(self, desk: CourseDesk) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._desk = desk
        self._meant: list[_Answer] = []
        self._title = label("", "heading", wrap=True)
        self._text = label("", "body", wrap=True)
        self.answers = [button(""), button("")]
        row = FlowLayout()
        for number, one in enumerate(self.answers):
            row.addWidget(one)
            one.clicked.connect(lambda _=False, number=number: self._decide(number))
        arrange(
            QVBoxLayout(self), self._title, self._text, 8, row, spacing=6, margins=(20, 16, 20, 18)
        )

    def show_course(self, course: Course) -> None:
        """Show what is asked, if anything is."""
        if course.back is not None and course.stage is not None:
            self._ask_back(course)
        elif course.move is not None:
            self._ask_move(course, course.move)
        else:
            self._meant = []
        self.setVisible(bool(self._meant))

    def _ask_back(self, course: Course) -> None:
        back = course.back
        at = min(course.at, course.total - 1)
        stage = course.programme.stages[course.programme.stage_at(at)]
        if back is None:
            return
        text = self.tr(
            "Two sessions of “{lower}” bring you back to “{stage}”. Or carry on where you were."
        )
        self._show(
            self.tr("Welcome back"),
            text.format(lower=back.title, stage=stage.title),
            _Answer(self.tr("One stage lower first"), DecisionKind.CAME_BACK_LOWER, back.id),
            _Answer(self.tr("Carry on where I was"), DecisionKind.CAME_BACK, stage.id),
            suggested=0,
        )

    def _ask_move(self, course: Course, move: Move) -> None:
        programme = course.programme
        before = programme.stages[programme.stages.index(move.stage) - 1]
        lines = [say(one.message) for one in move.objections]
        if move.suggested:
            title = self.tr("You can move on")
            lines.append(
                self.tr("“{stage}” is next. Not ready? Take one more week.").format(
                    stage=move.stage.title
                )
            )
        else:
            title = self.tr("One more week?")
            lines.append(
                self.tr(
                    "One more week of “{before}” may feel better before “{stage}”. You decide."
                ).format(before=before.title, stage=move.stage.title)
            )
        on = _Answer(self.tr("Move on"), DecisionKind.MOVED_ON, move.stage.id)
        stay = _Answer(self.tr("One more week"), DecisionKind.STAYED, before.id)
        self._show(title, " ".join(lines), on, stay, suggested=0 if move.suggested else 1)

    def _show(self, title: str, text: str, *answers: _Answer, suggested: int) -> None:
        self._meant = [*answers]
        self._title.setText(title)
        self._text.setText(text)
        for number, (shown, meant) in enumerate(zip(self.answers, answers, strict=True)):
            shown.setText(meant.text)
            shown.setAccessibleName(meant.text)
            shown.setAccessibleDescription(text)
            set_look(shown, "primary" if number == suggested else "")

    def _decide(self, number: int) -> None:
        meant = self._meant[number]
        self._desk.decide(meant.kind, meant.about)
