"""The far view: a session on the whole screen, for someone three metres away."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QScreen,
)
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.movement.motion import Motion
from app.practice.moment import Moment
from app.practice.transitions import State
from app.ui.icons import Icons
from app.ui.practice.clicks import StageClicks
from app.ui.practice.controls import SessionControls
from app.ui.practice.far_panel import FarPanel
from app.ui.practice.far_text import FarText
from app.ui.practice.session_texts import Shown
from app.ui.practice.settling import Settling
from app.ui.single_keys import single_keys
from app.ui.stage.stage import Stage
from app.ui.theme import Appearance

#: How long the controls stay after the mouse last moved, ms.
CONTROLS_MS = 3000
_HINT_SHARE = 1 / 26
_LEAST = (400, 400)
_MARGIN, _SPACE = 16, 8


class FarView(QWidget):
    """A window of its own that fills the screen; like the session view it only shows moments.

    Attributes:
        controls: its buttons and keys; the buttons come with the mouse and go after 3 s.
        stage, panel: the figure, and everything else.
        is_done: whether it shows the end of a session and waits for someone to come back.

    Signals:
        closed: it was closed.
    """

    closed = Signal()

    def __init__(
        self, icons: Icons, appearance: Appearance, clock: Callable[[], float], parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.is_done = False
        self._appearance = appearance
        self._motions: Sequence[Motion | None] = ()
        self._part = -1
        self._state, self._far_enough = State.READY, False
        self._warning = ""
        self.setWindowTitle(self.tr("Practice"))
        self.setMinimumSize(*_LEAST)
        # The mouse is noticed wherever it moves, over the figure and the words too.
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.controls = SessionControls(icons, appearance, far=True, keys_on=self)
        self.controls.far_requested.connect(self.close)
        self.stage = Stage(appearance)
        self.stage.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.stage.setMinimumSize(120, 120)
        StageClicks(self.stage).clicked.connect(self._click)
        self.panel = FarPanel(appearance, clock)
        self._settling = Settling(clock)
        self._hint = FarText(
            appearance, _HINT_SHARE, colour=lambda palette: palette.muted, least=13
        )
        self._foot = QStackedWidget()
        self._foot.addWidget(self._hint)
        self._foot.addWidget(self.controls)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(_MARGIN)
        self._halves.addWidget(self.stage, 1)
        self._halves.addWidget(self.panel, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _SPACE)
        column.setSpacing(_SPACE)
        column.addLayout(self._halves, 1)
        column.addWidget(self._foot)
        self._controls_over = QTimer(self)
        self._controls_over.setSingleShot(True)
        self._controls_over.setInterval(CONTROLS_MS)
        self._controls_over.timeout.connect(self.hide_controls)
        appearance.changed.connect(self.update)
        self._show_hint()

    def open_on(self, screen: QScreen | None) -> None:
        """Fill the screen, as a rule the one its window is on."""
        if screen is not None:
            self.setScreen(screen)
            self.setGeometry(screen.geometry())
        self.hide_controls()
        self.showFullScreen()
        self.activateWindow()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self, motions: Sequence[Motion | None]) -> None:
        """Show another session: a motion for each exercise."""
        self.is_done = False
        self._motions, self._part = motions, -1
        self._show_hint()

    def set_warning(self, text: str) -> None:
        """Say under the figure that something is wrong, such as that there is no sound."""
        self._warning = text
        self._show_hint()

    def show_moment(
        self, moment: Moment, shown: Shown, position: float | None, ring: float
    ) -> None:
        """Show one moment; the figure stands at `position` (s) of its movement."""
        if moment.part != self._part:
            motion = self._motions[moment.part]
            self.stage.show_motions([motion] if motion else [], cues=False, badges=False)
            self._part = moment.part
        self.panel.show_moment(moment, shown, ring)
        self.controls.show_moment(moment)
        now = moment.state, moment.may_be_far_enough
        if now != (self._state, self._far_enough):
            self._state, self._far_enough = now
            self._show_hint()
        if position is not None and position != self.stage.playback.position:
            self.stage.seek(position)

    def show_done(self, cue: str) -> None:
        """Show that the session is over, until someone is back at the keyboard."""
        self.is_done = True
        self._settling.begin(self, clicks=True)
        self.panel.show_done(self.tr("Done"), cue, self.tr("Press any key to continue."))
        self.hide_controls()
        self._show_hint()

    def show_controls(self) -> None:
        """Show the buttons for three seconds."""
        if self.is_done:
            return
        self.unsetCursor()
        self._foot.setCurrentWidget(self.controls)
        self._controls_over.start()

    def hide_controls(self) -> None:
        """Hide the buttons and the pointer; the keys stay."""
        self._controls_over.stop()
        self._foot.setCurrentWidget(self._hint)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setCursor(Qt.CursorShape.BlankCursor)

    # Qt

    def event(self, event: QEvent) -> bool:
        """Show the buttons where the mouse moves; at the end take any key for "go on"."""
        if event.type() is QEvent.Type.HoverMove:
            self.show_controls()
        elif (
            self.is_done
            and event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
        ):
            event.accept()  # the keys of a session have nothing to lead any more
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave at the end, whatever key it is."""
        if self.is_done:
            self.close()
        elif not self.controls.take_letter(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next_one: bool) -> bool:
        """Show the buttons where Tab looks for them."""
        self.show_controls()
        return super().focusNextPrevChild(next_one)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a click anywhere for the end of a repetition, where one is awaited."""
        super().mousePressEvent(event)
        self._click()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the figure beside the words, or above them where the window is upright."""
        super().resizeEvent(event)
        upright = self.width() < self.height()
        direction = (
            QBoxLayout.Direction.TopToBottom if upright else QBoxLayout.Direction.LeftToRight
        )
        self._halves.setDirection(direction)
        inner = self.width() - 2 * _MARGIN
        rows = self.controls.heightForWidth(inner)
        foot = max(rows, round(self.height() * _HINT_SHARE * 1.6))
        self._foot.setFixedHeight(foot)
        self.panel.setFixedWidth(inner if upright else (inner - _MARGIN) // 2)
        room = self.height() - foot - _MARGIN - 2 * _SPACE
        needed = self.panel.fit(self.height(), None if upright else room)
        self.panel.setFixedHeight(min(needed, room))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the paper around the two halves."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._appearance.palette.paper)
        painter.end()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop its timer; the session goes on in the window."""
        super().closeEvent(event)
        self._controls_over.stop()

    def hideEvent(self, event: QHideEvent) -> None:
        """Say that it was closed."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.closed.emit()

    def _click(self) -> None:
        if self.is_done:
            self.close()
        else:
            self.controls.click_anywhere()

    def _show_hint(self) -> None:
        if self.is_done:
            text = ""
        elif self._far_enough and single_keys():
            text = self.tr("F: far enough · Space: pause · F11 or Escape: exit full screen")
            if self._state is State.AWAITING:
                text = self.tr(
                    "F: far enough · Space or a click: rep done · F11 or Escape: exit full screen"
                )
        elif self._state is State.AWAITING:
            text = self.tr("Space or a click: rep done · F11 or Escape: exit full screen")
        elif self._state is State.PAUSED:
            text = self.tr("Space: resume · F11 or Escape: exit full screen")
        elif self._warning:
            text = self._warning
        else:
            text = self.tr("Space: pause · F11 or Escape: exit full screen")
        self._hint.show_text(text)
