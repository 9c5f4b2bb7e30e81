"""The page about a course that was done: dates, numbers, every session, and what was answered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.figure.captions import paint_mark
from app.figure.cast import cast
from app.messages.message import Message
from app.movement.model import Label
from app.picture.ink import Ink
from app.picture.page_dose import Say
from app.picture.page_parts import (
    GAP,
    LINE,
    begin_page,
    below,
    close_room,
    fit_ink,
    paint_figures,
    silent,
)
from app.picture.page_request import PAPERS, Paper
from app.picture.shot import Shot
from app.programme.course import CourseSession
from app.programme.report import CourseReport
from app.units import Units, growth

#: How high the figure is at least and at most, points.
_LEAST, _MOST = 130.0, 210.0
_FIGURE, _LABELS = 0.5, 0.36  # shares of the width
_DOT, _BAR = 10.0, 7.0
_MOST_LINES = 5
#: How high a number is with what it counts, points.
_NUMBER = 52.0
#: The room of the last session's day, points.
_LAST = 44.0

#: Returns a day as it is written: in full, or as short as it can be.
DayText = Callable[[date], str]


class CoursePage:
    """Paints the page, in points; a `Printable`."""

    def __init__(
        self,
        report: CourseReport,
        shot: Shot,
        long_day: DayText,
        short_day: DayText,
        say: Say = str,
        paper: Paper = "a4",
        units: Units = "metric",
    ) -> None:
        """Lay out a page.

        Args:
            report: what was done.
            shot: the figure beside the numbers, at the lowest point of its movement; none is left
                out.
            long_day, short_day: how days are written.
            say: puts texts into a language; English without it.
            paper: a4 or letter.
            units: of lengths.
        """
        self.size = PAPERS[paper]
        self.title = say(Message("pictures.course.title"))
        self._report, self._shot, self._say = report, shot, say
        self._long_day, self._short_day, self._units = long_day, short_day, units

    def paint(self, painter: QPainter) -> None:
        """Paint the page, starting at its top left corner."""
        area = begin_page(painter, self.size, self._shot.palette)
        ink, left = fit_ink(
            painter,
            self._shot.palette,
            lambda dry: area.bottom() - self._lay_out(dry, area, 0.0),
            lambda _: _LEAST,
        )
        self._lay_out(ink, area, max(_LEAST, min(left, _MOST)))

    def _lay_out(self, ink: Ink, area: QRectF, band: float) -> float:
        """Paint everything, the figure `band` high, and return where it ends."""
        report = self._report
        y = ink.write(area, self.title, 26, bold=True) + 1
        days = self._say(
            Message(
                "pictures.course.days",
                first=self._long_day(report.began_on),
                last=self._long_day(report.ended_on),
            )
        )
        y = ink.write(below(area, y), days, 12, ink.palette.muted) + GAP
        if band:
            self._paint_band(ink, QRectF(area.left(), y, area.width(), band))
        y += band + 1.5 * GAP
        for stage in report.stages:
            y = self._paint_stage(ink, below(area, y), stage.title, stage.sessions) + 1.4 * GAP
        y = self._paint_measured(ink, below(area, y))
        y = self._paint_answers(ink, below(area, y))
        return self._paint_foot(ink, below(area, y + GAP))

    def _paint_band(self, ink: Ink, band: QRectF) -> None:
        """Paint the figure, and beside it what was done in numbers."""
        side = QRectF(band)
        for motion in self._shot.motions[:1]:  # there is none where its file is broken
            t = motion.ends[motion.deepest_phase]
            picture = QRectF(band)
            picture.setWidth(band.width() * _FIGURE)
            room = close_room(motion, t)
            paint_figures(ink, picture, [silent(cast(motion, t))], self._shot, room)
            side.setLeft(picture.right() + 2 * GAP)
        numbers = self.numbers
        wide, high = side.width() / 2, side.height() / 2
        for place, (number, name) in enumerate(numbers):
            row, column = divmod(place, 2)
            left, top = side.left() + column * wide, side.top() + row * high
            middle = max(0.0, high - _NUMBER * ink.scale) / 2
            box = QRectF(left, top + middle, wide - 6, 0)
            y = ink.write(box, number, 30, ink.palette.right, bold=True)
            ink.write(below(box, y - 2), name, 11, ink.palette.muted)

    @property
    def numbers(self) -> list[tuple[str, str]]:
        """What was done in numbers, each with what it counts."""
        report, say = self._report, self._say
        minutes = round(report.tally.seconds / 60)
        counted = (
            (report.done, "sessions"),
            (report.tally.sets, "sets"),
            (report.tally.reps, "hinges"),
            (minutes, "minutes"),
        )
        return [(str(n), say(Message(f"pictures.counted.{name}", n=n))) for n, name in counted]

    def _paint_stage(
        self, ink: Ink, box: QRectF, title: str, sessions: tuple[CourseSession, ...]
    ) -> float:
        """Paint the sessions of a stage as dots on one line, each with its day."""
        y = ink.write(box, title, 12, bold=True) + 6
        radius = _DOT * ink.scale
        wide = (box.width() - _LAST) / max(1, len(sessions) - 1)
        middles = [
            QPointF(box.left() + radius + number * wide, y + radius)
            for number in range(len(sessions))
        ]
        if middles and not ink.dry:
            ink.painter.setPen(QPen(ink.palette.line, 1.5))
            ink.painter.drawLine(middles[0], middles[-1])
        lowest = y + 2 * radius
        for middle, one in zip(middles, sessions, strict=True):
            self._paint_dot(ink, middle, radius, one)
            day = self._short_day(one.done_on) if one.done_on else "–"
            room = min(wide - 4, _LAST + 12)
            place = QRectF(middle.x() - radius, y + 2 * radius + 2, room, 0)
            end = ink.write(place, day, 9, ink.palette.muted)
            if one.elsewhere:
                elsewhere = self._say(Message("pictures.course.elsewhere"))
                end = ink.write(below(place, end), elsewhere, 8, ink.palette.muted)
            lowest = max(lowest, end)
        return lowest

    def _paint_dot(self, ink: Ink, middle: QPointF, radius: float, one: CourseSession) -> None:
        if ink.dry:
            return
        if one.done_on is not None and not one.elsewhere:
            paint_mark(ink.painter, middle, radius, Label.RIGHT, ink.palette)
            return
        ink.painter.setBrush(ink.palette.paper)
        ink.painter.setPen(QPen(ink.palette.right if one.done_on else ink.palette.edge, 1.5))
        ink.painter.drawEllipse(middle, radius - 1, radius - 1)

    def _paint_measured(self, ink: Ink, box: QRectF) -> float:
        """Write how far the wall was and how the stick stayed on; nothing without either."""
        if not self.measured:
            return box.top()
        y = ink.write(box, self._say(Message("pictures.course.measured")), 12, bold=True) + 4
        for line in self.measured:
            y = ink.write(below(box, y + 1), line, 10)
        return y + 1.4 * GAP

    @property
    def measured(self) -> list[str]:
        """What was measured after the sessions."""
        report, said = self._report, []
        if report.wall:
            grown = growth(report.wall.first_cm, report.wall.last_cm, self._units)
            said.append(Message("pictures.course.wall", distance=grown))
        if report.stick:
            count, checks = report.stick
            said.append(Message("pictures.course.stick", count=count, n=checks))
        return [self._say(one) for one in said]

    def _paint_answers(self, ink: Ink, box: QRectF) -> float:
        """Write where it was felt, how often, and what else was answered; nothing without any."""
        report, say = self._report, self._say
        lines = self.answers
        if not report.felt and not lines:
            return box.top()
        y = ink.write(box, say(Message("pictures.course.answers")), 12, bold=True) + 4
        total = sum(report.felt.values())
        often = sorted(report.felt.items(), key=lambda one: -one[1])
        for felt, count in often[:_MOST_LINES]:
            y = self._paint_share(ink, below(box, y), say(felt.message), count, total) + 3
        for line in lines:
            y = ink.write(below(box, y + 1), line, 10)
        return y

    @property
    def answers(self) -> list[str]:
        """What was answered besides where it was felt."""
        report, said = self._report, []
        if report.asked:
            said.append(Message("pictures.course.as-shown", count=report.as_shown, n=report.asked))
        if report.efforts:
            first, last = report.efforts
            said.append(Message("pictures.course.effort", first=first, last=last))
        return [self._say(one) for one in said]

    def _paint_share(self, ink: Ink, box: QRectF, name: str, count: int, total: int) -> float:
        left = QRectF(box.left(), box.top(), box.width() * _LABELS - GAP, 0)
        y = ink.write(left, name, 10)
        bar = QRectF(box.left() + box.width() * _LABELS, 0, box.width() * 0.5, _BAR * ink.scale)
        bar.moveTop((box.top() + y - bar.height()) / 2)
        if not ink.dry:
            _fill(ink, bar, ink.palette.floor)
            _fill(ink, QRectF(bar.topLeft(), bar.size()), ink.palette.right, count / total)
        words = self._say(Message("pictures.course.of", count=count, total=total))
        ink.write(QRectF(bar.right() + 8, box.top(), box.width() * 0.14, 0), words, 10)
        return y

    def _paint_foot(self, ink: Ink, box: QRectF) -> float:
        """Rule lines for notes down to the foot, which is no medical advice."""
        medical, say = self._say(Message("pictures.medical")), self._say
        dry = Ink(ink.painter, ink.palette, ink.scale, dry=True)
        foot = box.bottom() - (dry.write(box, medical, 8) - box.top())
        y = ink.write(box, say(Message("pictures.label.note")), 9, ink.palette.muted)
        if ink.dry:
            return y + LINE + GAP + (box.bottom() - foot)
        while y + LINE < foot - 4:
            y += LINE
            ink.rule(box.left(), box.right(), y)
        ink.write(below(box, foot), medical, 8, ink.palette.muted)
        return box.bottom()


def _fill(ink: Ink, bar: QRectF, colour: QColor, share: float = 1.0) -> None:
    ink.painter.setPen(Qt.PenStyle.NoPen)
    ink.painter.setBrush(colour)
    bar.setWidth(max(bar.height(), bar.width() * share))
    ink.painter.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2)
