"""The menus of the transport bar, made when first asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from app.lessons.model import VIEWS, Overlay
from app.movement.playback import SPEEDS
from app.ui.key_places import digit_of
from app.ui.messages import number_text, translate
from app.ui.single_keys import single_keys
from app.ui.stage.controls import StageControls
from app.ui.stage.stage_texts import overlay_name, view_name

_VIEW_KEYS = {"side": "S", "front": "F", "back": "B"}


class StayingMenu(QMenu):
    """A menu that stays open while things are ticked; 1 to 9 tick the first nine."""

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
        elif single_keys() and (digit := digit_of(event)):
            ticks = [one for one in self.actions() if one.isCheckable()]
            action = dict(enumerate(ticks, 1)).get(digit)
        if action is not None and action.isCheckable():
            action.trigger()
        else:
            super().keyPressEvent(event)


class ShowMenu(StayingMenu):
    """The overlays on the figure; the menu follows changes made elsewhere."""

    def __init__(self, controls: StageControls, parent: QWidget) -> None:
        super().__init__(parent)
        self._stage = controls.stage
        self._actions: dict[Overlay, QAction] = {}
        for number, overlay in enumerate(Overlay, 1):
            self._actions[overlay] = _add(
                self,
                _with_key(overlay_name(overlay), str(number)),
                False,
                partial(controls.toggle_overlay, overlay),
            )
        self.addSeparator()
        self.addAction(self.tr("None")).triggered.connect(lambda: self._stage.set_overlays(()))
        usual = self.addAction(self.tr("As the lesson shows"))
        usual.triggered.connect(self._stage.show_usual_overlays)
        self._stage.overlays_changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        for overlay, action in self._actions.items():
            action.setChecked(overlay in self._stage.overlays)


def open_above(menu: QMenu, widget: QWidget) -> None:
    """Open a menu above a widget, with their right edges aligned."""
    menu.ensurePolished()  # its size depends on its look
    size = menu.sizeHint()
    menu.popup(widget.mapToGlobal(QPoint(widget.width() - size.width(), -size.height() - 4)))


def _speed_menu(controls: StageControls, parent: QWidget) -> QMenu:
    menu, now = _ticks(parent), controls.stage.playback.speed
    for speed in SPEEDS:
        choose = partial(controls.set_speed, speed)
        _add(menu, f"{number_text(speed)}×", speed == now, choose)
    return menu


def _turn_menu(controls: StageControls, parent: QWidget) -> QMenu:
    menu, stage = _ticks(parent), controls.stage
    for view, turn in VIEWS.items():
        text = view_name(view)
        if view in _VIEW_KEYS:
            text = _with_key(text, _VIEW_KEYS[view])
        _add(menu, text, abs(stage.turn - turn) < 1, partial(controls.turn_to, view))
    return menu


def _more_menu(controls: StageControls, parent: QWidget) -> QMenu:
    menu, stage = StayingMenu(parent), controls.stage
    for name, key, on, change in (
        (translate("MoreMenu", "Loop"), "L", stage.playback.looping, controls.toggle_loop),
        (translate("MoreMenu", "Mirror"), "M", stage.mirror, controls.toggle_mirror),
        (translate("MoreMenu", "Describe the figure"), "T", stage.text_shown, controls.toggle_text),
    ):
        _add(menu, _with_key(name, key), on, change)
    return menu


#: How to make each menu of the transport bar, with the current state ticked.
MENUS: dict[str, Callable[[StageControls, QWidget], QMenu]] = {
    "speed": _speed_menu,
    "turn": _turn_menu,
    "show": ShowMenu,
    "more": _more_menu,
}


def _with_key(text: str, key: str) -> str:
    """Return a line of a menu with its key on the right, while that is in use."""
    return f"{text}\t{key}" if single_keys() else text


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
