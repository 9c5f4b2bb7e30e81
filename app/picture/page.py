"""A page to take home: key poses and cues, sets and repetitions, and room for a trainer's note."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Literal

import msgspec
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from app.figure.lettering import break_words, text_font
from app.messages.message import Message
from app.movement.model import Movement
from app.movement.motion import Motion
from app.picture.reel import Reel
from app.picture.shot import Shot
from app.picture.strip import Strip
from app.practice.exercise import Cues, Exercise
from app.units import Units, fill

Paper = Literal["a4", "letter"]
#: Width and height, points.
PAPERS: dict[Paper, tuple[float, float]] = {"a4": (595.0, 842.0), "letter": (612.0, 792.0)}

_MARGIN, _GAP = 48.0, 16.0
_COLUMNS, _MOST_BESIDE = 4, 5
_CUES = 20.0  # their size, when a tile is 300 wide
_LINE = 24.0  # between the lines to write on
_FEWEST_COLUMNS = 3  # two poses need not fill the page
_MOST_OF_PAGE = 0.46  # how much of its height figures may take


class PageRequest(msgspec.Struct, frozen=True):
    """What a page says besides the poses.

    Attributes:
        exercise: how often and how slowly; None leaves room to write it in.
        paper: a4 or letter.
        units: the units of lengths in the exercise's texts.
    """

    exercise: Exercise | None = None
    paper: Paper = "a4"
    units: Units = "both"


def on_paper(shot: Shot) -> Shot:
    """Return a shot for printing: light areas become the white of the paper."""
    if shot.palette.dark:
        return shot
    white = msgspec.structs.replace(shot.palette, paper=QColor("white"))
    return msgspec.structs.replace(shot, palette=white)


def in_words_of(shot: Shot, exercise: Exercise | None) -> Shot:
    """Return a shot whose movements say what an exercise of theirs says, where it says anything."""
    if exercise is None:
        return shot
    motions = tuple(
        Motion(_with_cues(motion.movement, exercise.cues), motion.body)
        if motion.movement.id == exercise.movement
        else motion
        for motion in shot.motions
    )
    return msgspec.structs.replace(shot, motions=motions)


def _with_cues(movement: Movement, cues: Cues) -> Movement:
    phases = (
        msgspec.structs.replace(
            phase,
            cue=getattr(cues, f"{phase.kind}_{phase.side}", "")
            or getattr(cues, phase.kind, "")
            or phase.cue,
        )
        for phase in movement.phases
    )
    return msgspec.structs.replace(movement, phases=tuple(phases))


class Page:
    """Paints one page, in points; a `Printable`."""

    def __init__(
        self, reel: Reel, request: PageRequest, say: Callable[[Message], str] = str
    ) -> None:
        """Lay out a page; `say` puts its texts into a language, English without it."""
        self.size = PAPERS[request.paper]
        motions = reel.shot.motions
        exercise = request.exercise
        titles = [motion.movement.title for motion in motions]
        self.title = exercise.title if exercise else " · ".join(titles)
        self._text = exercise.summary if exercise else motions[0].movement.text
        self._reel, self._request, self._say = reel, request, say
        # Two rows of one movement, or one row of each.
        most = _MOST_BESIDE if len(motions) > 1 else 2 * _COLUMNS
        self._strip = Strip(reel, say, most=most, text=_CUES)
        self._palette = reel.shot.palette

    def paint(self, painter: QPainter) -> None:
        """Paint the page, starting at its top left corner."""
        width, height = self.size
        area = QRectF(_MARGIN, _MARGIN, width - 2 * _MARGIN, height - 2 * _MARGIN)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._palette.paper)
        painter.drawRect(QRectF(0, 0, width, height))
        y = self._write(painter, area, area.top(), self.title, 22, bold=True) + 4
        if len(self._reel.shot.motions) == 1 or self._request.exercise:
            text = fill(self._text, self._request.units, self._say)
            y = self._write(painter, area, y, text, 10, self._palette.muted)
        y += _GAP
        most = _MOST_BESIDE if len(self._reel.shot.motions) > 1 else _COLUMNS
        # Rows of about the same length, so that none has a single pose.
        poses = len(self._strip.poses)
        columns = max(_FEWEST_COLUMNS, math.ceil(poses / math.ceil(poses / most)))
        # As wide as the page, unless that would leave no room to write below.
        share = height * _MOST_OF_PAGE / self._strip.height_for(area.width(), columns)
        wide = area.width() * min(1.0, share)
        self._strip.paint_at(painter, QPointF(area.left(), y), wide, columns)
        y += self._strip.height_for(wide, columns) + _GAP
        y = self._paint_dose(painter, area, y)
        self._paint_notes(painter, area, y + _GAP)

    def _paint_dose(self, painter: QPainter, area: QRectF, y: float) -> float:
        """Write how often, how slowly and with what; blanks for what is not known yet."""
        say, exercise = self._say, self._request.exercise
        rest = say(Message("pictures.seconds", seconds=exercise.rest_s)) if exercise else ""
        tempo = say(Message("pictures.label.tempo"))
        rows = [
            (say(Message("pictures.label.sets")), str(exercise.sets) if exercise else ""),
            self._amount(exercise),
            (tempo, self._tempo(exercise)),
            (say(Message("pictures.label.rest")), rest),
        ]
        rows = [row for row in rows if row[1] or exercise is None]
        wide = [1.0 if label != tempo else 2.2 for label, _ in rows]
        share = (area.width() - _GAP * (len(rows) - 1)) / sum(wide)
        x, lowest = area.left(), y
        for (label, value), width in zip(rows, wide, strict=True):
            box = QRectF(x, y, width * share, 0)
            below = self._write(painter, box, y, label, 9, self._palette.muted)
            if value:
                below = self._write(painter, box, below, value, 12, bold=True)
            else:
                below += _LINE
                self._rule(painter, box.left(), box.right(), below)
            lowest = max(lowest, below)
            x += width * share + _GAP
        y = lowest + 10
        if exercise is not None:
            for label, text in (
                (say(Message("pictures.label.equipment")), exercise.equipment),
                (say(Message("pictures.label.place")), exercise.place),
            ):
                written = fill(text, self._request.units, self._say)
                said = f"{label}: {written}"
                y = self._write(painter, area, y, said, 10) + 2
        return y

    def _amount(self, exercise: Exercise | None) -> tuple[str, str]:
        if exercise is None or exercise.hold_s is None:
            reps = exercise.reps if exercise else None
            label = self._say(Message("pictures.label.reps"))
            return label, "" if reps is None else str(reps)
        message_id = "pictures.each-side" if exercise.sides else "pictures.seconds"
        hold = self._say(Message(message_id, seconds=exercise.hold_s))
        return self._say(Message("pictures.label.hold")), hold

    def _tempo(self, exercise: Exercise | None) -> str:
        if exercise is None or exercise.tempo is None:
            return ""
        return ", ".join(
            self._say(Message(f"pictures.part.{name}", seconds=seconds))
            for name, seconds in msgspec.structs.asdict(exercise.tempo).items()
            if seconds
        )

    def _paint_notes(self, painter: QPainter, area: QRectF, y: float) -> None:
        """Rule lines down to the foot of the page, for what only people can fill in."""
        say, palette = self._say, self._palette
        medical, note = say(Message("pictures.medical")), say(Message("pictures.label.note"))
        foot = area.bottom() - self._height(painter, area, medical, 9)
        self._write(painter, area, foot, medical, 9, palette.muted)
        middle = area.left() + area.width() * 0.62
        line = y + _LINE - 6
        for label, left, right in (
            (say(Message("pictures.label.for")), area.left(), middle - _GAP),
            (say(Message("pictures.label.date")), middle, area.right()),
        ):
            box = QRectF(left, y, right - left, 0)
            self._write(painter, box, line - 14, label, 9, palette.muted)
            metrics = QFontMetricsF(text_font(painter.font(), 9))
            self._rule(painter, left + metrics.horizontalAdvance(label) + 8, right, line)
        y = self._write(painter, area, line + 14, note, 9, palette.muted)
        while y + _LINE < foot - _GAP:
            y += _LINE
            self._rule(painter, area.left(), area.right(), y)

    def _rule(self, painter: QPainter, left: float, right: float, y: float) -> None:
        painter.setPen(QPen(self._palette.muted, 0.5))
        painter.drawLine(QPointF(left, y), QPointF(right, y))

    def _height(self, painter: QPainter, area: QRectF, text: str, size: float) -> float:
        painter.setFont(text_font(painter.font(), size))
        room = QRectF(area.left(), 0, area.width(), 10_000)
        return painter.boundingRect(room, Qt.TextFlag.TextWordWrap, text).height()

    def _write(
        self,
        painter: QPainter,
        area: QRectF,
        y: float,
        text: str,
        size: float,
        colour: QColor | None = None,
        *,
        bold: bool = False,
    ) -> float:
        """Write text at `y` from the area's left edge, in lines, and return where it ends."""
        painter.setFont(text_font(painter.font(), size, bold=bold))
        painter.setPen(colour or self._palette.ink)
        room = QRectF(area.left(), y, area.width(), 10_000)
        text = break_words(text, QFontMetricsF(painter.font()), room.width())
        taken = painter.boundingRect(room, Qt.TextFlag.TextWordWrap, text)
        painter.drawText(taken, Qt.TextFlag.TextWordWrap, text)
        return taken.bottom()
