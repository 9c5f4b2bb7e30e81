"""Pause, back, repeat, skip, more rest, stop: buttons with their keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QLayout,
    QPushButton,
    QWidget,
)

from app.practice.moment import Moment
from app.practice.transitions import ADDED_REST_S, State, Trigger
from app.ui.accessibility import IconButton, button, keep_focus
from app.ui.flow_layout import FlowLayout
from app.ui.icons import Icons
from app.ui.key_places import text_of
from app.ui.single_keys import single_keys
from app.ui.theme import Appearance

_ICON = 18
_SINGLE = (Qt.Key.Key_R, Qt.Key.Key_Plus, Qt.Key.Key_S, Qt.Key.Key_F)
#: What letters mean where shortcuts do not know them.
_LETTERS = {"r": Trigger.REPEAT, "s": Trigger.STOP, "f": Trigger.FAR_ENOUGH}


class SessionControls(QWidget):
    """The buttons of a session; the keys work wherever the focus is in the window.

    Args:
        far: whether they lie in the far view: Escape leaves it there, and rows wrap.
        keys_on: the widget that must be shown for the keys to work; these buttons by default.

    Attributes:
        far_button: shows or leaves the far view; the session view has it beside the figure.

    Signals:
        command_requested: what the session is to do.
        far_requested: the far view is to be shown, or closed.
    """

    command_requested = Signal(Trigger)
    far_requested = Signal()

    def __init__(
        self,
        icons: Icons,
        appearance: Appearance,
        *,
        far: bool = False,
        keys_on: QWidget | None = None,
    ) -> None:
        super().__init__()
        self._icons, self._appearance = icons, appearance
        self._keys_on = keys_on or self
        self._state = State.READY
        space, escape = self.tr("Space"), self.tr("Escape")
        self._rep_done = button(
            self.tr("Rep done"),
            "primary",
            tip=self.tr("Go to the next rep"),
            keys=(space,),
        )
        self._far_enough = button(
            self.tr("Far enough"), "primary", tip=self.tr("End the set here"), keys=("F",)
        )
        self._toggle = button(
            self.tr("Pause"), "primary", tip=self.tr("Pause or resume"), keys=(space,)
        )
        self._back = button(
            self.tr("Back"), tip=self.tr("Restart this set, or go back to the one before"), keys="←"
        )
        self._skip = button(
            self.tr("Skip"), tip=self.tr("Skip to the rest or the next set"), keys="→"
        )
        self._repeat = button(
            self.tr("Repeat"), tip=self.tr("Repeat this set, or the one just done"), keys="R"
        )
        self._rest = button(
            self.tr("Rest +{seconds} s").format(seconds=ADDED_REST_S),
            tip=self.tr("Make this rest, or the next one, longer"),
            keys="+",
        )
        if far:
            self._stop = button(
                self.tr("Stop"),
                tip=self.tr("Stop the session; you can resume it later"),
                keys="S",
            )
            self.far_button: QPushButton = button(
                self.tr("Exit full screen"), tip=self.tr("Back to the window"), keys=("F11", escape)
            )
        else:
            self._stop = button(
                self.tr("Stop"),
                tip=self.tr("Stop the session; you can resume it later"),
                keys=(escape, "S"),
            )
            self.far_button = IconButton(
                "far",
                self.tr("Full screen, to read from across the room"),
                icons,
                appearance,
                keys=("F11",),
            )
        row: QLayout = FlowLayout(8) if far else QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.setLayout(row)
        for made, wanted in (
            (self._rep_done, self._wish(Trigger.REP_DONE)),
            (self._far_enough, self._wish(Trigger.FAR_ENOUGH)),
            (self._toggle, self._toggle_pause),
            (self._back, self._wish(Trigger.BACK)),
            (self._repeat, self._wish(Trigger.REPEAT)),
            (self._skip, self._wish(Trigger.SKIP)),
            (self._rest, self._wish(Trigger.ADD_REST)),
            (self._stop, self._wish(Trigger.STOP)),
            (self.far_button, self.far_requested.emit),
        ):
            made.setIconSize(QSize(_ICON, _ICON))
            keep_focus(made)
            made.clicked.connect(lambda _=False, wanted=wanted: wanted())
            if far or made is not self.far_button:
                row.addWidget(made)
        self._rep_done.hide()
        self._far_enough.hide()
        self._listen(far=far)
        appearance.changed.connect(self._draw)
        self._draw()

    def show_moment(self, moment: Moment) -> None:
        """Offer what can be done: to end the set where it is far enough, and the like."""
        far_enough = moment.may_be_far_enough
        self._far_enough.setVisible(far_enough)
        # What ends a repetition or a set stands in the place of these; their keys stay.
        self._skip.setVisible(not far_enough)
        self._rest.setVisible(not far_enough and moment.state is not State.AWAITING)
        self.show_state(moment.state)

    def show_state(self, state: State) -> None:
        """Offer to go on or to pause, and to end a repetition that is awaited."""
        if state is self._state:
            return
        self._state = state
        text = self.tr("Resume") if state is State.PAUSED else self.tr("Pause")
        self._toggle.setText(text)
        self._toggle.setAccessibleName(text)
        self._rep_done.setVisible(state is State.AWAITING)
        self._draw()

    def click_anywhere(self) -> None:
        """End a repetition, where one is awaited."""
        if self._state is State.AWAITING:
            self.command_requested.emit(Trigger.REP_DONE)

    def take_focus(self) -> None:
        """Put the focus on pause."""
        self._toggle.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_letter(self, event: QKeyEvent) -> bool:
        """Do what a letter means where a keyboard has no Latin ones, which shortcuts need.

        Returns:
            Whether it means anything.
        """
        wanted = _LETTERS.get(text_of(event))
        if wanted is None or event.isAutoRepeat() or not single_keys():
            return False
        self.command_requested.emit(wanted)
        return True

    def _listen(self, *, far: bool) -> None:
        leave = self.far_requested.emit if far else self._wish(Trigger.STOP)
        for wanted, keys in (
            (self._space, (Qt.Key.Key_Space,)),
            (
                self._toggle_pause,
                (Qt.Key.Key_MediaTogglePlayPause, Qt.Key.Key_MediaPlay, Qt.Key.Key_MediaPause),
            ),
            (self._wish(Trigger.BACK), (Qt.Key.Key_Left, Qt.Key.Key_MediaPrevious)),
            (self._wish(Trigger.SKIP), (Qt.Key.Key_Right, Qt.Key.Key_MediaNext)),
            (self._wish(Trigger.REPEAT), (Qt.Key.Key_R,)),
            (self._wish(Trigger.ADD_REST), (Qt.Key.Key_Plus,)),
            (self._wish(Trigger.FAR_ENOUGH), (Qt.Key.Key_F,)),
            (self._wish(Trigger.STOP), (Qt.Key.Key_S, Qt.Key.Key_MediaStop)),
            (self.far_requested.emit, (Qt.Key.Key_F11,)),
            (leave, (Qt.Key.Key_Escape,)),
        ):
            for key in keys:
                shortcut = QShortcut(QKeySequence(key), self._keys_on)
                shortcut.setAutoRepeat(False)
                shortcut.activated.connect(_if_single(wanted) if key in _SINGLE else wanted)

    def _space(self) -> None:
        # A button with the focus keeps its own key; that of pause was given it to begin with.
        focus = QApplication.focusWidget()
        if isinstance(focus, QAbstractButton) and focus is not self._toggle and focus.isEnabled():
            focus.click()
        elif self._state is State.AWAITING:
            self.command_requested.emit(Trigger.REP_DONE)
        else:
            self._toggle_pause()

    def _toggle_pause(self) -> None:
        paused = self._state is State.PAUSED
        self.command_requested.emit(Trigger.RESUME if paused else Trigger.PAUSE)

    def _wish(self, command: Trigger) -> Callable[[], None]:
        return lambda: self.command_requested.emit(command)

    def _draw(self) -> None:
        palette = self._appearance.palette
        for made, icon in (
            (self._toggle, "play" if self._state is State.PAUSED else "pause"),
            (self._back, "back"),
            (self._repeat, "loop"),
            (self._skip, "skip"),
            (self._stop, "stop"),
        ):
            colour = palette.on_right if made is self._toggle else palette.ink
            made.setIcon(self._icons.pixmap(icon, colour, _ICON))


def _if_single(wanted: Callable[[], None]) -> Callable[[], None]:
    """Return what does something only while letters, digits and signs lead."""
    return lambda: wanted() if single_keys() else None
