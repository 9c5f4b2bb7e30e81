"""Reminders for a window: the bell, the tray, and whether closing leaves the program there."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from app.programme.reminders import Due
from app.ui.main_window import MainWindow
from app.ui.parts import Parts
from app.ui.plan_section import first_weekday
from app.ui.reminders.bell import Bell
from app.ui.reminders.tray import Tray


class Reminding(QObject):
    """Rings while the program runs; the tray is there while it is of use.

    Args:
        window: which is opened and hidden; it owns this.
        parts: what the window consists of.
    """

    def __init__(self, window: MainWindow, parts: Parts) -> None:
        super().__init__(window)
        self._window, self._keeper, self._icons = window, parts.keeper, parts.icons
        self._tray: Tray | None = None
        data = parts.workspace
        self.bell = Bell(
            data.planner(first_weekday()), data.library.programme, data.records, parts.keeper,
            data.locations.reminders, self._is_quiet,
        )  # fmt: skip
        self.bell.setParent(self)
        self.bell.rung.connect(self._remind)
        self.bell.looked.connect(self._look_at_tray)
        parts.keeper.changed.connect(self._follow)
        parts.closing.callback(self.close)
        app = QApplication.instance()
        if isinstance(app, QApplication):  # the system ends, and is not to be held up
            app.commitDataRequest.connect(window.let_close)
        window.stays = self._stays
        self.bell.look()
        self._follow()
        self._look_at_tray()

    def close(self) -> None:
        """Leave the tray; a second time does nothing."""
        if self._tray is not None:
            self._tray.close()
            self._tray = None

    def _follow(self) -> None:
        """Be in the tray where something may ring, or the window may close to it."""
        if self.bell.is_waiting:
            self._have_tray()
        else:
            self.close()

    def _have_tray(self) -> Tray:
        if self._tray is None:
            self._tray = Tray(self._icons)
            self._tray.answered.connect(self._answer)
            self._tray.open_requested.connect(lambda: self._window.come_forward())  # noqa: PLW0108
            self._tray.quit_requested.connect(self._quit)
        return self._tray

    def _stays(self) -> bool:
        wanted = self._keeper.machine.close_to_tray
        return wanted and self._tray is not None and self._tray.is_there

    def _remind(self, due: tuple[Due, ...]) -> None:
        self._have_tray().remind(due)

    def _answer(self, name: str) -> None:
        kind, _, minutes = name.partition("-")
        if kind == "later":
            self.bell.later(int(minutes))
        elif kind == "done":
            self.bell.done()
        else:
            self.bell.not_today()

    def _quit(self) -> None:
        """Close the window for good, once the menu of the tray is closed."""
        QTimer.singleShot(0, self._window, self._window.quit)

    def _look_at_tray(self) -> None:
        """Bring the window back where the tray it was hidden in is gone."""
        if self._window.in_tray and not (self._tray and self._tray.is_there):
            self._window.showMinimized()

    def _is_quiet(self) -> bool:
        """Tell whether the user practises or has something fill the screen."""
        shown = (one for one in QApplication.topLevelWidgets() if one.isVisible())
        practises = "flow" in vars(self._window) and self._window.flow.is_under_way
        return practises or any(one.isFullScreen() for one in shown)
