"""The icon in the tray: its menu, and the notices it shows."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from functools import partial

from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QColor, QCursor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from app.programme.reminders import Due
from app.ui.icons import Icons
from app.ui.media.bus import find_bus
from app.ui.messages import translate
from app.ui.reminders.notice import DesktopNotice, Words
from app.ui.reminders.reminder_texts import answer_texts, text_of, title_of

_SIDE = 64
#: A green that is seen on light and dark panels alike.
_GROUND = "#2f7d5b"


class Tray(QObject):
    """Shows what is due, with the answers on it where the desktop can, else in the menu.

    Signals:
        answered: the name of an answer, as in `answer_texts`.
        open_requested: the window is wanted.
        quit_requested: the program is to end.
    """

    answered = Signal(str)
    open_requested = Signal()
    quit_requested = Signal()

    def __init__(self, icons: Icons, environment: Mapping[str, str] = os.environ) -> None:
        super().__init__()
        self._environment = environment
        self._notice: DesktopNotice | None = None
        self._words = Words("", "", ())
        self._menu = QMenu()
        self._add(translate("Reminders", "Open"), self.open_requested.emit)
        self._menu.addSeparator()
        self._answers = [
            self._add(text, partial(self._answer, name)) for name, text in answer_texts().items()
        ]
        self._menu.addSeparator()
        self._add(translate("Reminders", "Quit"), self.quit_requested.emit)
        self._icon = QSystemTrayIcon(_picture(icons), self)
        self._icon.setToolTip(translate("MainWindow", "Hip Hinge Trainer"))
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._activate)
        self._icon.messageClicked.connect(self._offer)
        self._set_waiting(False)
        self._icon.show()

    @property
    def is_there(self) -> bool:
        """Whether there is a tray to be seen in."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def remind(self, due: Sequence[Due]) -> None:
        """Show what is due."""
        self._set_waiting(True)
        self._words = Words(title_of(due), text_of(due), tuple(answer_texts().items()))
        self._drop_notice()
        address = find_bus(self._environment) if sys.platform == "linux" else ""
        if not address:
            self._show_message()
            return
        self._notice = DesktopNotice(address, self._words, self)
        self._notice.answered.connect(self._take)
        self._notice.failed.connect(self._show_message)

    def close(self) -> None:
        """Leave the tray."""
        self._drop_notice()
        self._icon.hide()
        self._menu.deleteLater()
        self.deleteLater()

    def _add(self, text: str, do: object) -> QAction:
        action = self._menu.addAction(text)
        action.triggered.connect(do)
        return action

    def _show_message(self) -> None:
        """Show it the way Qt does, without buttons: a click offers the answers."""
        self._icon.showMessage(self._words.title, self._words.text, self._icon.icon())

    def _offer(self) -> None:
        self._menu.popup(QCursor.pos())

    def _take(self, name: str) -> None:
        if name == "default":
            self.open_requested.emit()
        else:
            self._answer(name)

    def _answer(self, name: str) -> None:
        self._set_waiting(False)
        self._drop_notice()
        self.answered.emit(name)

    def _activate(self, how: QSystemTrayIcon.ActivationReason) -> None:
        reason = QSystemTrayIcon.ActivationReason
        if how in (reason.Trigger, reason.DoubleClick):
            self.open_requested.emit()

    def _set_waiting(self, waiting: bool) -> None:
        for action in self._answers:
            action.setEnabled(waiting)

    def _drop_notice(self) -> None:
        if self._notice is not None:
            self._notice.close()
            self._notice.deleteLater()
            self._notice = None


def _picture(icons: Icons) -> QIcon:
    drawn = QPixmap(_SIDE, _SIDE)
    drawn.fill(QtCore.Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QtCore.Qt.PenStyle.NoPen)
    painter.setBrush(QColor(_GROUND))
    painter.drawRoundedRect(0, 0, _SIDE, _SIDE, _SIDE / 4, _SIDE / 4)
    inner = _SIDE * 3 // 4
    sign = icons.pixmap("practice", QColor("white"), inner)
    edge = (_SIDE - inner) // 2
    painter.drawPixmap(edge, edge, inner, inner, sign)
    painter.end()
    return QIcon(drawn)
