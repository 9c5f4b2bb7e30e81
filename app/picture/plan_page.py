"""Several exercises, or a week of the programme, on one page or more."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from app.figure.cast import cast
from app.messages.message import Message
from app.picture.ink import Ink
from app.picture.page_dose import Say, dose_line
from app.picture.page_parts import (
    GAP,
    begin_page,
    below,
    close_room,
    fit_ink,
    number_at,
    paint_figures,
    paint_notes,
    paint_weeks,
    silent,
)
from app.picture.page_request import PAPERS, PageRequest, PlanRow
from app.picture.page_steps import cues_of
from app.picture.shot import Shot
from app.units import fill

#: Exercises on one page.
_ROWS = 5
#: How high a row's picture is, points, and how wide beside that.
_LEAST, _MOST, _WIDE = 84.0, 150.0, 1.12
_CUES, _TICK, _DAYS_WIDE = 3, 15.0, 78.0


def plan_pages(request: PageRequest, shot: Shot, say: Say) -> list[PlanPage]:
    """Return the pages of a plan, about equally full; the note is on the last one."""
    rows, count = request.plan, max(1, math.ceil(len(request.plan) / _ROWS))
    each = math.ceil(len(rows) / count)
    parts = [rows[first : first + each] for first in range(0, len(rows), each)]
    return [
        PlanPage(part, number * each, request, shot, say, last=number == len(parts) - 1)
        for number, part in enumerate(parts)
    ]


class PlanPage:
    """Paints one page of a plan, in points; a `Printable`."""

    def __init__(
        self,
        rows: tuple[PlanRow, ...],
        done: int,
        request: PageRequest,
        shot: Shot,
        say: Say = str,
        *,
        last: bool = True,
    ) -> None:
        """Take the rows after `done` others."""
        self.size = PAPERS[request.paper]
        week = say(Message("pictures.label.week", number=request.week)) if request.week else ""
        whole = request.title or say(Message("pictures.exercises"))
        self.title = f"{week}: {whole}" if week else whole
        self.rows = rows
        self._done, self._request, self._shot, self._say = done, request, shot, say
        self._last = last

    def paint(self, painter: QPainter) -> None:
        """Paint the page, starting at its top left corner."""
        area = begin_page(painter, self.size, self._shot.palette)
        ink, left = fit_ink(
            painter,
            self._shot.palette,
            lambda dry: area.bottom() - self._lay_out(dry, area, _LEAST),
            lambda _: 0.0,
        )
        self._lay_out(ink, area, min(_MOST, _LEAST + max(0.0, left) / len(self.rows)))

    def _lay_out(self, ink: Ink, area: QRectF, high: float) -> float:
        """Paint everything, the pictures `high`, and return where it ends."""
        y = ink.write(area, self.title, 22, bold=True) + GAP
        for number, row in enumerate(self.rows, self._done + 1):
            y = self._paint_row(ink, below(area, y), row, number, high) + GAP
        if self._last and not self._request.week:
            y = paint_weeks(ink, below(area, y), self._say) + GAP
        return paint_notes(ink, below(area, y), self._request, self._say, with_note=self._last)

    def _paint_row(self, ink: Ink, box: QRectF, row: PlanRow, number: int, high: float) -> float:
        exercise, motion, say = row.exercise, row.motion, self._say
        picture = QRectF(box.left(), box.top(), high * _WIDE, high)
        if not ink.dry:
            t = motion.ends[motion.deepest_phase]
            paint_figures(
                ink, picture, [silent(cast(motion, t))], self._shot, close_room(motion, t)
            )
        radius = 8 * ink.scale
        words = box.adjusted(picture.width() + GAP, 0, 0, 0)
        if row.days:
            words.setRight(words.right() - _DAYS_WIDE - GAP)
        head = words.adjusted(2 * radius + 6, 0, 0, 0)
        y = ink.write(head, exercise.title, 14, bold=True) + 1
        middle = words.topLeft()
        middle.setX(middle.x() + radius)
        middle.setY(middle.y() + radius + 1)
        number_at(ink, middle, radius, number)
        y = ink.write(below(words, y), dose_line(exercise, say), 10) + 3
        for cue in cues_of(motion, exercise)[:_CUES]:
            y = ink.write(below(words, y), f"• {cue}", 10.5, bold=True)
        need = fill(exercise.equipment, self._request.units, say)
        said = f"{say(Message('pictures.label.equipment'))}: {need}"
        y = ink.write(below(words, y + 3), said, 9, ink.palette.muted)
        ticks = QRectF(box.right() - _DAYS_WIDE, box.top() + 2, _DAYS_WIDE, 0)
        return max(y, picture.bottom(), self._paint_days(ink, ticks, row.days))

    def _paint_days(self, ink: Ink, box: QRectF, days: tuple[int, ...]) -> float:
        """Paint a box to tick for each day, and return where they end."""
        y, tick = box.top(), _TICK * ink.scale
        for day in days:
            ink.frame(QRectF(box.left(), y, tick, tick))
            place = QRectF(box.left() + tick + 6, y + 1, box.width() - tick - 6, 0)
            text = self._say(Message("pictures.label.day", number=day))
            y = max(y + tick, ink.write(place, text, 10)) + 6
        return y
