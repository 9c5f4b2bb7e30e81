"""The sessions of the course under their stages, each with a dot: done, next or still to come."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from app.figure.captions import paint_mark
from app.movement.model import Label
from app.programme.course import Course, CourseSession
from app.ui.accessibility import named
from app.ui.course.course_texts import list_line, spoken_line
from app.ui.theme import Appearance, with_text

_DOT, _ROW = 18, 30


class Dot(StrEnum):
    """How a session stands."""

    DONE = "done"
    ELSEWHERE = "elsewhere"
    NEXT = "next"
    TO_COME = "to-come"


class SessionRow(NamedTuple):
    """One row; without a session it is the heading of a stage."""

    text: str
    session: CourseSession | None = None
    dot: Dot | None = None


def rows_of(course: Course) -> list[SessionRow]:
    """Return the rows: first the session of this week, where there is one."""
    following = course.next.id if course.next else None
    rows: list[SessionRow] = []
    if course.next is not None and course.number is None:
        rows.append(SessionRow(course.next.title))
        drawn = CourseSession(course.next)
        rows.append(SessionRow(list_line(drawn, is_next=True), drawn, Dot.NEXT))
    for stage in course.programme.stages:
        rows.append(SessionRow(stage.title))
        for one in course.sessions[stage.first : stage.last + 1]:
            is_next = one.routine.id == following
            rows.append(SessionRow(list_line(one, is_next=is_next), one, _dot(one, is_next)))
    return rows


def _dot(one: CourseSession, is_next: bool) -> Dot:
    if is_next:
        return Dot.NEXT
    if one.done_on is None:
        return Dot.TO_COME
    return Dot.ELSEWHERE if one.elsewhere else Dot.DONE


class SessionList(QListWidget):
    """Shows all sessions; one is chosen.

    Signals:
        session_chosen: another one is, by the user or because the rows are others; its id.
    """

    session_chosen = Signal(str)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        named(self, self.tr("Sessions"))
        self._appearance = appearance
        self._rows: Sequence[SessionRow] = ()
        self._next = ""
        self.setIconSize(QSize(with_text(_DOT), with_text(_DOT)))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentRowChanged.connect(self._tell)
        appearance.changed.connect(self._draw)

    @property
    def chosen(self) -> str:
        """The id of the chosen session; empty where there is none."""
        row = self.currentRow()
        session = self._rows[row].session if 0 <= row < len(self._rows) else None
        return session.routine.id if session else ""

    def show_course(self, course: Course) -> None:
        """Show where the course is; what was chosen stays chosen, and so does what is next."""
        rows = rows_of(course)
        if rows != self._rows:
            chosen = "" if self._next in ("", self.chosen) else self.chosen
            self._next = course.next.id if course.next else ""
            self.blockSignals(True)
            self.clear()
            self._rows = rows
            for row in rows:
                self._add(row)
            self._draw()
            self.blockSignals(False)
            last = course.sessions[-1].routine.id if course.sessions else ""
            any(self.choose(one) for one in (chosen, self._next, last))

    def choose(self, routine: str) -> bool:
        """Choose a session by its id; return whether it is here."""
        for number, row in enumerate(self._rows):
            if row.session is not None and row.session.routine.id == routine:
                self.setCurrentRow(number)
                self.scrollToItem(self.item(number), QListWidget.ScrollHint.PositionAtCenter)
                return True
        return False

    def _add(self, row: SessionRow) -> None:
        item = QListWidgetItem(row.text)
        high = with_text(_ROW)
        if row.session is not None:
            spoken = spoken_line(row.session, is_next=row.dot is Dot.NEXT)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        else:
            font = QFont(self.font())
            font.setBold(True)
            item.setFont(font)
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            high += with_text(8) if self.count() else 0
        item.setSizeHint(QSize(0, high))
        self.addItem(item)

    def _draw(self) -> None:
        """Draw the dots, in the colours of the theme."""
        icons = {dot: self._icon(dot) for dot in Dot}
        for number, row in enumerate(self._rows):
            if row.dot is not None:
                self.item(number).setIcon(icons[row.dot])

    def _icon(self, dot: Dot) -> QIcon:
        size, ratio, palette = with_text(_DOT), self.devicePixelRatioF(), self._appearance.palette
        picture = QPixmap(QSize(size, size) * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, radius = QPointF(size / 2, size / 2), size / 2 - 2
        if dot is Dot.DONE:
            paint_mark(painter, middle, radius, Label.RIGHT, palette)
        else:
            wide = 3.0 if dot is Dot.NEXT else 1.5
            painter.setPen(QPen(palette.edge if dot is Dot.TO_COME else palette.right, wide))
            painter.drawEllipse(middle, radius - wide / 2, radius - wide / 2)
            if dot is Dot.ELSEWHERE:
                painter.setBrush(palette.right)
                painter.drawEllipse(
                    QRectF(0, 0, radius * 0.7, radius * 0.7).translated(
                        middle - QPointF(radius, radius) * 0.35
                    )
                )
        painter.end()
        icon = QIcon()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):  # a chosen one is not tinted
            icon.addPixmap(picture, mode)
        return icon

    def _tell(self, _row: int) -> None:
        if self.chosen:
            self.session_chosen.emit(self.chosen)
