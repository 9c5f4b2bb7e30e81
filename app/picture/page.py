"""A page to take home: the bottom, four steps, cues, a fault, how often, and weeks to tick."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce

import msgspec
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from app.figure.captions import paint_mark
from app.figure.cast import cast
from app.figure.room import Room
from app.messages.message import Message
from app.movement.model import Label
from app.movement.motion import Motion
from app.picture.ink import Ink
from app.picture.page_dose import dose_of
from app.picture.page_parts import (
    GAP,
    LINE,
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
from app.picture.page_request import PAPERS, PageRequest
from app.picture.page_steps import STEPS, cue_at_bottom, cues_of, steps_of
from app.picture.reel import Reel
from app.units import fill

#: What the large picture takes, points: as much as is left between these.
_LEAST, _MOST = 200.0, 330.0
#: The large picture's share of the width, with a fault beside it and without.
_LARGE, _LARGER = 0.6, 0.66
_STEP_HIGH = 1.05  # a step's height beside its width
_CUES = 3
_FAULT = 140.0  # the least height of "not like this", points


class Page:
    """Paints one page, in points; a `Printable`."""

    def __init__(
        self, reel: Reel, request: PageRequest, say: Callable[[Message], str] = str
    ) -> None:
        """Lay out a page; `say` puts its texts into a language, English without it."""
        self.size = PAPERS[request.paper]
        motions, exercise = reel.shot.motions, request.exercise
        titles = [motion.movement.title for motion in motions]
        self.title = exercise.title if exercise else " · ".join(titles)
        own = exercise.summary if exercise else motions[0].movement.text
        self.text = fill(own, request.units, say) if len(motions) == 1 or exercise else ""
        self.steps = steps_of(motions[0], exercise)
        self.cues = cues_of(motions[0], exercise)[:_CUES]
        self._reel, self._request, self._say = reel, request, say
        self._palette = reel.shot.palette
        self._large = _LARGE if request.wrong else _LARGER

    def paint(self, painter: QPainter) -> None:
        """Paint the page, starting at its top left corner."""
        area = begin_page(painter, self.size, self._palette)
        ink, left = fit_ink(
            painter,
            self._palette,
            lambda dry: area.bottom() - self._lay_out(dry, area, 0.0),
            lambda dry: max(_LEAST, self._beside(dry, area.width())),
        )
        self._lay_out(ink, area, max(60.0, min(left, _MOST)))

    def _lay_out(self, ink: Ink, area: QRectF, band: float) -> float:
        """Paint everything, the large picture `band` high, and return where it ends."""
        y = ink.write(area, self.title, 22, bold=True) + 2
        y = ink.write(below(area, y), self.text, 10, ink.palette.muted) + GAP
        if band:
            self._paint_band(ink, QRectF(area.left(), y, area.width(), band))
        y = self._paint_steps(ink, below(area, y + band + GAP)) + GAP
        y = self._paint_dose(ink, below(area, y)) + GAP
        y = paint_weeks(ink, below(area, y), self._say) + GAP
        return paint_notes(ink, below(area, y), self._request, self._say)

    def _paint_band(self, ink: Ink, band: QRectF) -> None:
        """Paint the bottom, beside it the cues and what it should not look like."""
        reel, wrong = self._reel, self._request.wrong
        actors = [silent(actor) for actor in reel.actors(reel.bottom)]
        marked = len(actors) > 1 or actors[0].label is Label.WRONG
        moments = zip(reel.shot.motions, reel.alignment.times(reel.bottom), strict=True)
        room = reduce(Room.with_room, (close_room(*moment, marked=marked) for moment in moments))
        if len(actors) > 1:
            paint_figures(ink, band, actors, reel.shot, room, marked=True)
            return
        picture = QRectF(band)
        picture.setWidth(band.width() * self._large)
        paint_figures(ink, picture, actors, reel.shot, room, marked=marked)
        side = self._side_of(band)
        y = self._paint_cues(ink, side)
        if wrong is not None:
            self._paint_wrong(ink, below(side, y + 2), wrong)

    def _paint_cues(self, ink: Ink, side: QRectF) -> float:
        y = side.top()
        wrong = self._reel.shot.motions[0].movement.label is Label.WRONG
        for cue in self.cues:
            bottom = ink.write(below(side, y).adjusted(10, 0, 0, 0), cue, 15, bold=True)
            if not ink.dry:
                ink.painter.setPen(Qt.PenStyle.NoPen)
                ink.painter.setBrush(ink.palette.wrong if wrong else ink.palette.right)
                ink.painter.drawRect(QRectF(side.left(), y + 1, 3, bottom - y - 2))
            y = bottom + 8
        return y

    def _beside(self, dry: Ink, width: float) -> float:
        """Return how high the cues and the fault beside the large picture are at least."""
        if len(self._reel.shot.motions) > 1:
            return 0.0
        cues = self._paint_cues(dry, self._side_of(QRectF(0, 0, width, 0)))
        return cues + (_FAULT * dry.scale if self._request.wrong else 0.0)

    def _side_of(self, band: QRectF) -> QRectF:
        """Return what is beside the large picture."""
        return band.adjusted(band.width() * self._large + GAP + 4, 0, 0, 0)

    def _paint_wrong(self, ink: Ink, box: QRectF, wrong: Motion) -> None:
        """Paint the fault at its worst, its name beside a cross, as low in the box as it can be."""
        shot, size = self._reel.shot, 11.0
        t = wrong.ends[wrong.deepest_phase]
        said = f"{wrong.movement.title}. {cue_at_bottom(wrong)}"
        dry = Ink(ink.painter, ink.palette, ink.scale, dry=True)
        words = dry.write(box, said, 10) - box.top()
        head = size * 1.9 * ink.scale
        picture = box.adjusted(0, head, 0, -words - 4)
        radius = size * 0.62 * ink.scale
        middle = QPointF(box.left() + radius, box.top() + radius + 1)
        paint_mark(ink.painter, middle, radius, Label.WRONG, ink.palette)
        heading = box.adjusted(2 * radius + 6, 0, 0, 0)
        not_this = self._say(Message("pictures.label.not-this"))
        ink.write(heading, not_this, size, ink.palette.wrong, bold=True)
        actor = silent(cast(wrong, t))
        # Somebody else, as in a comparison.
        others = msgspec.structs.replace(shot.look, people=shot.look.people[::-1])
        shot = msgspec.structs.replace(shot, look=others)
        paint_figures(ink, picture, [actor], shot, close_room(wrong, t))
        ink.write(below(box, picture.bottom() + 4), said, 10)

    def _paint_steps(self, ink: Ink, box: QRectF) -> float:
        reel, y = self._reel, box.top()
        width = (box.width() - GAP * (STEPS - 1)) / STEPS
        # As large where there is much to say as the words: both get smaller.
        high, lowest = width * _STEP_HIGH * ink.scale**2, y
        radius = 7.5 * ink.scale
        room = reel.shared_room
        for number, step in enumerate(self.steps):
            tile = QRectF(box.left() + number * (width + GAP), y, width, high)
            if not ink.dry:
                actors = [silent(a) for a in reel.actors(reel.alignment.position_of(0, step.t))]
                paint_figures(ink, tile, actors, reel.shot, room)
            text = step.text if isinstance(step.text, str) else self._say(step.text)
            words = tile.adjusted(2 * radius + 6, high + 5, 0, 0)
            middle = QPointF(tile.left() + radius, words.top() + radius)
            number_at(ink, middle, radius, number + 1)
            lowest = max(lowest, ink.write(words, text, 11, bold=True), middle.y() + radius)
        return lowest

    def _paint_dose(self, ink: Ink, box: QRectF) -> float:
        """Write how often, how slowly and with what; blanks for what is not known yet."""
        say, exercise = self._say, self._request.exercise
        rows = dose_of(exercise, say)
        share = (box.width() - GAP * (len(rows) - 1)) / sum(wide for _, _, wide in rows)
        x, lowest = box.left(), box.top()
        for label, value, wide in rows:
            place = QRectF(x, box.top(), wide * share, 0)
            end = ink.write(place, label, 9, ink.palette.muted)
            if value:
                end = ink.write(below(place, end), value, 12, bold=True)
            else:
                end += LINE
                ink.rule(place.left(), place.right(), end)
            lowest = max(lowest, end)
            x += wide * share + GAP
        y = lowest + 4
        for label, text in (
            ("pictures.label.equipment", exercise.equipment if exercise else ""),
            ("pictures.label.place", exercise.place if exercise else ""),
        ):
            if text:
                said = f"{say(Message(label))}: {fill(text, self._request.units, say)}"
                y = ink.write(below(box, y), said, 10) + 1
        return y
