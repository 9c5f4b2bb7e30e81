"""Where the user is in the course: its sessions as dots, this week, and what comes next."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app.programme.course import Course, CourseSession
from app.programme.programme import Routine
from app.ui.accessibility import button, label, named
from app.ui.dates import plain_date
from app.ui.layouts import STRETCH, arrange
from app.ui.messages import say, translate
from app.ui.theme import Appearance
from app.ui.today.dots import Dot, Dots, DotState
from app.units import Units, growth


class CourseCard(QFrame):
    """Shows the course.

    Signals:
        start_wanted: the next session is to be begun though it is not due; the `Routine`.
        course_wanted: the user wants to see all of the course.
    """

    start_wanted = Signal(object)
    course_wanted = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.setProperty("look", "card")
        title = label(self.tr("Your course"), "heading")
        named(self, title.text())
        self._routine: Routine | None = None
        self._where = label("", "body", wrap=True)
        self._wall = label("", "body", wrap=True)
        self._dots = Dots(self.tr("Sessions"), appearance)
        self._week = Dots(self.tr("This week"), appearance)
        self._next = label("", "muted", wrap=True)
        self._anyway = button(self.tr("Start it today"), "link")
        self._all = button(self.tr("Your course…"), "link")
        links = arrange(QHBoxLayout(), self._anyway, self._all, STRETCH, spacing=16)
        week = arrange(
            QHBoxLayout(), label(self.tr("This week"), "muted"), (self._week, 1), spacing=12
        )
        arrange(
            QVBoxLayout(self), title, self._where, self._dots, week, self._wall, self._next, links,
            spacing=8, margins=(24, 18, 24, 14),
        )  # fmt: skip
        self._anyway.clicked.connect(lambda: self.start_wanted.emit(self._routine))
        self._all.clicked.connect(self.course_wanted)
        self._dots.pressed.connect(lambda _place: self.course_wanted.emit())
        self._week.pressed.connect(lambda _place: self.course_wanted.emit())

    def show_course(self, course: Course, today: date, units: Units, *, is_open: bool) -> None:
        """Show where the user is.

        Args:
            course: that course.
            today: of the user's clock.
            units: of lengths.
            is_open: whether practice is.
        """
        self.setVisible(bool(course.sessions))
        at = course.number
        where = self.tr("Session {number} of {total}").format(number=at, total=course.total)
        if at is None:
            where = self.tr("{done} of {total} sessions done").format(
                done=course.done, total=course.total
            )
        self._where.setText(where)
        self._dots.show_dots(
            [
                [
                    self._session_dot(course, number, one)
                    for number, one in enumerate(course.sessions, start=1)
                    if stage.first < number <= stage.last + 1
                ]
                for stage in course.programme.stages
            ]
        )
        wall = course.wall
        grown = say(growth(wall.first_cm, wall.last_cm, units)) if wall else ""
        self._wall.setText(self.tr("Wall: {distance}").format(distance=grown))
        self._wall.setVisible(wall is not None)
        self._week.show_dots([[_day_dot(course, day, today) for day in course.week]])
        waits = is_open and course.next is not None and not course.is_due(today)
        self._routine = course.next
        self._next.setText(self._next_text(course, today) if waits else "")
        self._next.setVisible(waits)
        self._anyway.setVisible(waits)

    def _session_dot(self, course: Course, number: int, one: CourseSession) -> Dot:
        text = self.tr("Session {number} of {total}").format(number=number, total=course.total)
        state = DotState.OPEN
        if one.done_on is not None:
            done = self.tr("{session}, done on {date}")
            if one.elsewhere:
                done = self.tr("{session}, done elsewhere on {date}")
            text, state = done.format(session=text, date=plain_date(one.done_on)), DotState.DONE
        if number == course.number:
            text, state = self.tr("{session}, next").format(session=text), DotState.NEXT
        return Dot(state, text)

    def _next_text(self, course: Course, today: date) -> str:
        due = course.due or today
        if due - today == timedelta(days=1):
            return self.tr("Next session: tomorrow. A day's rest is a good idea.")
        text = self.tr("Next session: {day}.")
        return text.format(day=_day_name(due) if (due - today).days < 7 else plain_date(due))


def _day_name(day: date, form: QLocale.FormatType = QLocale.FormatType.LongFormat) -> str:
    return QLocale().standaloneDayName(day.isoweekday(), form)


def _day_dot(course: Course, day: date, today: date) -> Dot:
    name, caption = _day_name(day), _day_name(day, QLocale.FormatType.ShortFormat)
    if day in course.practised:
        text = translate("Today", "{day}: something done")
        return Dot(DotState.DONE, text.format(day=name), caption)
    if day == today:
        return Dot(DotState.NEXT, translate("Today", "{day}: today").format(day=name), caption)
    return Dot(DotState.OPEN, name, caption)
