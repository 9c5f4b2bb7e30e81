"""The right half of the far view: word, digits, ring on a ground in the phase's colour."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.figure.backdrop import CORNER
from app.figure.palette import Palette
from app.practice.moment import Moment
from app.practice.timeline import STANDING, PhaseKind
from app.practice.transitions import State
from app.ui.layouts import arrange
from app.ui.practice.far_text import FarText
from app.ui.practice.grounds import ground_at, ground_of
from app.ui.practice.ring import RING_SHARE, Ring
from app.ui.practice.session_texts import Shown
from app.ui.theme import Appearance

#: How long a flash is seen, ms, and how much lies at least between two of them, s: never more
#: than three in any second.
FLASH_MS = 140
FLASH_GAP_S = 0.4
_FRAME_SHARE = 1 / 30
_WORD_SHARE = 1 / 5
_CUE_SHARE = 1 / 15
_SMALL_SHARE = 1 / 18
_SPACE = 8
_MARGINS = (24, 16)
#: How the text's height is shared; the cue has what is left.
_HEADLINE, _WORD, _FOLLOWING = 0.19, 0.34, 0.18
#: In an upright window, the text's height as a share of the width.
_UPRIGHT_TEXT = 0.36
_TOLD_AT_LENGTH = STANDING - {PhaseKind.SWITCH}


class FarPanel(QWidget):
    """Shows one moment in words and colour, to be read at three metres.

    Attributes:
        headline, word, ring, cue, following: what shows the moment.
        flashes: whether a frame flashes where a phase begins.
        is_flashing: whether it is seen now.
    """

    def __init__(self, appearance: Appearance, clock: Callable[[], float]) -> None:
        super().__init__()
        self.flashes = False
        self.is_flashing = False
        self._appearance, self._clock = appearance, clock
        self._ground: Callable[[Palette], QColor] = lambda palette: palette.card
        self._word_height = 0
        self._phase: tuple[object, ...] = ()
        self._flashed_at = float("-inf")
        self._flash_over = QTimer(self)
        self._flash_over.setSingleShot(True)
        self._flash_over.setInterval(FLASH_MS)
        self._flash_over.timeout.connect(self._end_flash)
        self.headline = FarText(appearance, _SMALL_SHARE, bold=True)
        self.word = FarText(appearance, _WORD_SHARE, bold=True)
        self.cue = FarText(appearance, _CUE_SHARE)
        self.ring = Ring(appearance, plain=True)
        self.following = FarText(appearance, _SMALL_SHARE, least=13)
        column = QVBoxLayout(self)
        column.setContentsMargins(*_MARGINS, *_MARGINS)
        column.setSpacing(_SPACE)
        arrange(column, self.headline, self.word, self.ring, (self.cue, 1), self.following)
        appearance.changed.connect(self.update)

    @property
    def ground(self) -> QColor:
        """The background's colour."""
        return self._ground(self._appearance.palette)

    def show_moment(self, moment: Moment, shown: Shown, fraction: float) -> None:
        """Show one moment; `fraction` of the ring is filled."""
        if not self.ring.isVisibleTo(self):
            self.ring.show()
            self.word.setFixedHeight(self._word_height)
        if moment.state is State.AWAITING:
            done = self.tr("Press Space or click to end the rep")
            self._show_words(shown.headline, shown.name, moment.cue, done)
        elif moment.kind in _TOLD_AT_LENGTH and moment.countdown is None:
            # The texts for standing are long; of the set, what comes next is enough.
            coming = shown.following if moment.kind is PhaseKind.REST else shown.headline
            self._show_words(coming, shown.name, shown.cue, "")
        else:
            self._show_words(shown.headline, shown.name, shown.cue, shown.following)
        self.ring.show_state(fraction, shown.digits, shown.accent)
        before = self.ground
        self._ground = lambda palette: ground_at(palette, moment)
        if self.ground != before:
            self.update()
        phase = (moment.index, shown.name)
        if self.flashes and self._phase and phase != self._phase:
            self._flash()
        self._phase = phase

    def show_done(self, word: str, cue: str, following: str) -> None:
        """Show that the session is over."""
        self.ring.hide()
        self.word.setFixedHeight(2 * self._word_height)
        self._show_words("", word, cue, following)
        self._ground = lambda palette: ground_of(palette, PhaseKind.DOWN)
        self._phase = ()
        self.update()

    def fit(self, height: int, room: int | None) -> int:
        """Share out the room; return how high the panel is, pixels.

        Args:
            height: of the window.
            room: how high the panel is; None where it may be as high as it needs.
        """
        ring = min(round(height * RING_SHARE), max(80, self.width() - 2 * _MARGINS[0]))
        between = 2 * _MARGINS[1] + 4 * _SPACE
        text = round(self.width() * _UPRIGHT_TEXT) if room is None else room - ring - between
        self.ring.setFixedHeight(ring)
        for part, share in (
            (self.headline, _HEADLINE),
            (self.word, _WORD),
            (self.following, _FOLLOWING),
        ):
            part.setFixedHeight(max(16, round(text * share)))
        self._word_height = self.word.height()
        return ring + between + text

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, and the frame while it flashes."""
        palette = self._appearance.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(event.rect())
        painter.setPen(QPen(palette.line, 1))
        painter.setBrush(self.ground)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(area, CORNER, CORNER)
        if self.is_flashing:
            # A frame: the words keep their ground, and their contrast.
            thick = self._frame_width()
            painter.setPen(QPen(palette.ink, thick))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inner = area.adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
            painter.drawRoundedRect(inner, CORNER, CORNER)
        painter.end()

    def _frame_width(self) -> float:
        return min(12.0, self.height() * _FRAME_SHARE)

    def _show_words(self, headline: str, word: str, cue: str, following: str) -> None:
        self.headline.show_text(headline)
        self.word.show_text(word)
        self.cue.show_text(cue)
        self.following.show_text(following)
        self.following.setVisible(bool(following))

    def _flash(self) -> None:
        now = self._clock()
        if now - self._flashed_at < FLASH_GAP_S:
            return
        self._flashed_at = now
        self.is_flashing = True
        self._flash_over.start()
        self.update()

    def _end_flash(self) -> None:
        self.is_flashing = False
        self.update()
