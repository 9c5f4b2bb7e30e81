"""What Today shows: what is next, the small things, the course and the next lesson."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from app.errors import UserError
from app.library import Library
from app.programme.next_thing import NextKind, Planner, Today
from app.programme.programme import Routine
from app.programme.reading import NextLesson
from app.programme.safety import ADVICE, Gate, Verdict
from app.programme.small import SmallThing
from app.records.decision import Decision, DecisionKind, taken_back
from app.records.records import Records
from app.ui.accessibility import label, named, tab_as_read
from app.ui.dates import long_date
from app.ui.keeper import SettingsKeeper
from app.ui.layouts import STRETCH, arrange
from app.ui.messages import say, say_all
from app.ui.records_column import RecordsColumn
from app.ui.theme import Appearance, with_text
from app.ui.today.course_card import CourseCard
from app.ui.today.learn_card import LearnCard
from app.ui.today.next_card import NextCard
from app.ui.today.next_figure import NextFigure
from app.ui.today.next_texts import NextTexts, nothing_to_show
from app.ui.today.said import Decide, Said, Substitute, Wants, Wish
from app.ui.today.set_up_card import SetUpCard
from app.ui.today.small_card import SmallCard

#: From this width on there are two columns, and how wide they are together, px.
_TWO_COLUMNS, _WIDEST = 1480, 1460


class TodayView(RecordsColumn):
    """Shows a day and hands on what the user wants of it.

    Attributes:
        figure: the figure beside what is next.

    Signals:
        lesson_requested: the user wants a lesson at a step, from 0.
        routine_requested: the user wants a session or homework, by its id.
        go_on_requested, not_now_requested: the user wants the session that was not finished, or
            does not.
        course_wanted: the user wants to see all of the course.
        practice_requested: the user wants to see what Practice says.
    """

    lesson_requested = Signal(str, int)
    routine_requested = Signal(str)
    go_on_requested = Signal()
    not_now_requested = Signal()
    course_wanted = Signal()
    practice_requested = Signal()

    def __init__(
        self,
        library: Library,
        records: Records,
        planner: Planner,
        keeper: SettingsKeeper,
        appearance: Appearance,
        figure: NextFigure,
        now: Callable[[], datetime],
    ) -> None:
        super().__init__(records)
        named(self, self.tr("Today"))
        self.figure = figure
        self._planner, self._keeper, self._now = planner, keeper, now
        self._programme = library.programme.id
        self._texts = NextTexts(library, planner, records, keeper)
        self._date = label("", "title", wrap=True)
        self._safety = label("", "muted", wrap=True)
        self._next, self._set_up = NextCard(figure), SetUpCard(keeper)
        self._small, self._course, self._learn = SmallCard(), CourseCard(appearance), LearnCard()
        first = arrange(
            QVBoxLayout(), self._next, self._safety, self._set_up, self._small, STRETCH, spacing=16
        )
        second = arrange(QVBoxLayout(), self._course, self._learn, STRETCH, spacing=16)
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        arrange(self._columns, (first, 1), (second, 1), spacing=16)
        arrange(self.column, self._date, self._columns, STRETCH)
        self._next.wanted.connect(self._do)
        self._small.start_wanted.connect(self._do)
        self._small.ticked.connect(self._tick)
        self._course.start_wanted.connect(self._do)
        self._course.course_wanted.connect(self.course_wanted)
        self._learn.lesson_wanted.connect(self._do)
        keeper.changed.connect(self._follow_settings)

    def refresh(self) -> None:
        """Read what was done and show it."""
        now = self._now()
        self._date.setText(long_date(now.date()))
        try:
            alone = not self._records.found_others
            today = self._planner.today(now, with_unfinished=alone)
            self._show(today, self._texts.write(today))
        except UserError as error:
            self._next.show_said(nothing_to_show(say_all(error)))
            for card in (self._safety, self._set_up, self._small, self._course, self._learn):
                card.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room of a wide window: two columns."""
        two, way = self.width() >= with_text(_TWO_COLUMNS), QBoxLayout.Direction
        self._columns.setDirection(way.LeftToRight if two else way.TopToBottom)
        self.set_widest(_WIDEST if two else None)
        super().resizeEvent(event)

    def _show(self, today: Today, said: Said) -> None:
        plan = self._keeper.person.plan
        self._next.show_said(said)
        self._show_safety(today.gate)
        is_open = today.gate.may_offer
        has_begun = today.course.began_on is not None
        self._set_up.setVisible(
            has_begun and is_open and not plan.asked and not today.course.stopped
        )
        self._set_up.show_pressing(said.action is None)
        self._set_up.show_settings()
        self._small.show_things(today.small, plan)
        self._course.show_course(today.course, today.day, self._keeper.units, is_open=is_open)
        self._learn.show_lesson(None if today.next.kind is NextKind.LESSON else today.learn)
        tab_as_read(self)

    def _show_safety(self, allowed: Verdict) -> None:
        """Say why no practice is suggested, where the answers keep it closed."""
        lines = [say(reason) for reason in allowed.reasons]
        if allowed.gate is Gate.CLOSED:
            lines.append(say(ADVICE))
        elif allowed.gate is Gate.NEEDS_SUPPORT:
            lines.append(
                self.tr("If you have support at hand, you can say so on the Practice page.")
            )
        self._safety.setText(" ".join(lines))
        self._safety.setVisible(bool(lines))

    def _follow_settings(self) -> None:
        if self.isVisible():
            self.refresh()

    def _do(self, wants: Wants) -> None:
        match wants:
            case NextLesson(id=lesson, step=step):
                self.lesson_requested.emit(lesson, step)
            case Routine(id=routine):
                self.routine_requested.emit(routine)
            case Decide(kind=kind, about=about):
                self._records.put(Decision(kind, about, self._programme, self._now()))
            case Substitute(exercise=exercise, without=without):
                self._go_without(exercise, without=without)
            case Wish.GO_ON:
                self.go_on_requested.emit()
            case Wish.NOT_NOW:
                self.not_now_requested.emit()
            case Wish.PRACTICE_PAGE:
                self.practice_requested.emit()
            case Wish.COURSE:
                self.course_wanted.emit()

    def _tick(self, thing: SmallThing, done: bool) -> None:
        if done:
            self._do(Decide(DecisionKind.DONE_ELSEWHERE, thing.id))
        else:
            self._records.put(taken_back(*thing.ticks))

    def _go_without(self, exercise: str, *, without: bool) -> None:
        plan = self._keeper.person.plan
        left = [one for one in plan.without if one != exercise]
        changed = [*left, exercise] if without else left
        self._keeper.change(plan=msgspec.structs.replace(plan, without=changed))
