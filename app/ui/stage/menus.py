"""The menus of the transport bar, made when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from app.lessons.model import VIEWS, Line
from app.movement.playback import SPEEDS
from app.ui.key_places import digit_of
from app.ui.stage.words import line_name, view_name

if TYPE_CHECKING:
    from app.ui.stage.transport import TransportBar

_VIEW_KEYS = {"side": "S", "front": "F", "back": "B"}


class StayingMenu(QMenu):
    """A menu in which several things can be ticked before it closes; 1 to 9 tick the first nine."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "ticks")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick and stay open."""
        action: QAction | None = self.actionAt(event.position().toPoint())
        if action is not None and action.isCheckable() and action.isEnabled():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick and stay open."""
        action: QAction | None = None
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            action = self.activeAction()
        elif digit := digit_of(event):
            ticks = [one for one in self.actions() if one.isCheckable()]
            action = dict(enumerate(ticks, 1)).get(digit)
        if action is not None and action.isCheckable():
            action.trigger()
        else:
            super().keyPressEvent(event)


class ShowMenu(StayingMenu):
    """What is drawn over the figure; what else changes it is ticked here too."""

    def __init__(self, bar: TransportBar) -> None:
        super().__init__(bar)
        self._stage = bar.stage
        self._actions: dict[Line, QAction] = {}
        for number, line in enumerate(Line, 1):
            self._actions[line] = _add(
                self, f"{line_name(line)}\t{number}", False, partial(bar.toggle_line, line)
            )
        self.addSeparator()
        self.addAction(self.tr("None")).triggered.connect(lambda: self._stage.set_lines(()))
        usual = self.addAction(self.tr("As the lesson shows"))
        usual.triggered.connect(self._stage.show_usual_lines)
        self._stage.lines_changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        for line, action in self._actions.items():
            action.setChecked(line in self._stage.lines)


def open_above(menu: QMenu, widget: QWidget) -> None:
    """Open a menu above a widget, their right edges in line."""
    menu.ensurePolished()  # its size depends on its look
    size = menu.sizeHint()
    menu.popup(widget.mapToGlobal(QPoint(widget.width() - size.width(), -size.height() - 4)))


def make_speed_menu(bar: TransportBar) -> QMenu:
    """Return the menu of speeds."""
    menu = _ticks(bar)
    for speed in SPEEDS:
        _add(menu, f"{speed:g}×", speed == bar.stage.playback.speed, partial(bar.set_speed, speed))
    return menu


def make_turn_menu(bar: TransportBar) -> QMenu:
    """Return the menu of views."""
    menu, stage = _ticks(bar), bar.stage
    for view, turn in VIEWS.items():
        text = view_name(view)
        if view in _VIEW_KEYS:
            text += f"\t{_VIEW_KEYS[view]}"
        _add(menu, text, abs(stage.turn - turn) < 1, partial(bar.turn_to, view))
    return menu


def make_more_menu(bar: TransportBar, loop: str, mirror: str, text: str) -> QMenu:
    """Return the menu of what is seldom changed, with a name for each."""
    menu, stage = StayingMenu(bar), bar.stage
    for name, key, on, change in (
        (loop, "L", stage.playback.looping, bar.toggle_loop),
        (mirror, "M", stage.mirror, bar.toggle_mirror),
        (text, "T", stage.text_shown, bar.toggle_text),
    ):
        _add(menu, f"{name}\t{key}", on, change)
    return menu


def _ticks(parent: QWidget) -> QMenu:
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu


def _add(menu: QMenu, text: str, on: bool, chosen: Callable[[], None]) -> QAction:
    action = menu.addAction(text)
    action.setCheckable(True)
    action.setChecked(on)
    action.triggered.connect(lambda _=False: chosen())
    return action
