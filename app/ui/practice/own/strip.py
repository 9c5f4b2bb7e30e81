"""The timeline of an exercise as a strip: one repetition to scale, and the whole set under it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.practice.exercise import PartNames
from app.practice.timeline import STANDING, PhaseKind, Plan, TimedPhase
from app.ui.practice.session_texts import number, phase_word
from app.ui.theme import Appearance, text_px, with_text

_TOP, _BAR, _GAP, _THIN = 4, 48, 8, 16
_HEIGHT = _TOP + _BAR + _GAP + _THIN + 4
#: Between words and the edge of their block, px; with less room than for so many letters of a word
#: it goes without.
_SIDE, _FEWEST = 4, 4


class SetStrip(QWidget):
    """Paints one repetition, or one set with its sides, as blocks as long as they last."""

    accessible_role = "Graphic"

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._names = PartNames()
        self._rep: list[TimedPhase] = []
        self._set: list[TimedPhase] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Timeline of one set"))
        appearance.changed.connect(self.update)

    def show_plan(self, plan: Plan) -> None:
        """Show the first set of a plan, with the rest after it."""
        self._names = plan.exercise.names
        self._set = [
            phase for phase in plan.phases if phase.set == 1 and phase.kind is not PhaseKind.PREPARE
        ]
        self._rep = [phase for phase in self._set if phase.rep == 1]
        self.setAccessibleDescription(", ".join(map(self._label, self._rep)))
        self.update()

    def _label(self, phase: TimedPhase) -> str:
        """Return what a block says: `Down 2 s`."""
        text = self.tr("{part} {seconds} s")
        return text.format(part=phase_word(phase.kind, self._names), seconds=number(phase.seconds))

    def sizeHint(self) -> QSize:
        """Return the least size."""
        return QSize(240, _HEIGHT - _BAR + with_text(_BAR))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the repetition, and under it the set with its rest."""
        del event
        if not self._rep:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPixelSize(text_px())
        painter.setFont(font)
        bar = with_text(_BAR)
        self._paint_row(painter, self._rep, _TOP, bar, with_words=True)
        self._paint_row(painter, self._set, _TOP + bar + _GAP, _THIN, with_words=False)

    def _paint_row(
        self,
        painter: QPainter,
        phases: list[TimedPhase],
        top: int,
        height: int,
        *,
        with_words: bool,
    ) -> None:
        start, end = phases[0].start_s, phases[-1].end_s
        scale = self.width() / max(end - start, 1e-6)
        palette = self._appearance.palette
        for phase in phases:
            left = (phase.start_s - start) * scale
            block = QRectF(left, top, max(phase.seconds * scale - 2, 1), height)
            painter.setPen(QPen(palette.line, 1) if with_words else Qt.PenStyle.NoPen)
            painter.setBrush(self._colour(phase.kind))
            painter.drawRoundedRect(block.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            if with_words:
                self._write(painter, phase, block)

    def _write(self, painter: QPainter, phase: TimedPhase, block: QRectF) -> None:
        word = phase_word(phase.kind, self._names)
        seconds = self.tr("{seconds} s").format(seconds=number(phase.seconds))
        room = block.width() - 2 * _SIDE
        metrics = painter.fontMetrics()
        if room >= metrics.averageCharWidth() * _FEWEST:
            word = metrics.elidedText(word, Qt.TextElideMode.ElideRight, int(room))
        lines = [line for line in (word, seconds) if metrics.horizontalAdvance(line) <= room]
        painter.setPen(self._appearance.palette.ink)
        painter.drawText(block, Qt.AlignmentFlag.AlignCenter, "\n".join(lines))

    def _colour(self, kind: PhaseKind) -> QColor:
        palette = self._appearance.palette
        if kind in STANDING:
            return palette.floor
        return palette.tint if kind in (PhaseKind.DOWN, PhaseKind.UP) else palette.line
