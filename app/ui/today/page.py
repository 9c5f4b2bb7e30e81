"""The Today page: a picture of the last run until its view is loaded, then the view."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app import __version__
from app.records.model import local_now
from app.ui.keeper import SettingsKeeper
from app.ui.layouts import arrange
from app.ui.stage.still import Still
from app.ui.theme import Appearance

if TYPE_CHECKING:
    from app.ui.icons import Icons
    from app.ui.today.view import TodayView
    from app.workspace import Workspace


class TodayPage(QWidget):
    """Shows what to do today; what works it out is loaded after the first paint.

    Signals:
        lesson_requested: the user wants a lesson at a step, from 0.
        routine_requested: the user wants a session or homework, by its id.
        go_on_requested, not_now_requested: the user wants the session that was not finished, or
            does not.
        course_wanted: the user wants to see all of the course.
        practice_requested: the user wants to see what Practice says.
        loaded: the view is there.
    """

    lesson_requested = Signal(str, int)
    routine_requested = Signal(str)
    go_on_requested = Signal()
    not_now_requested = Signal()
    course_wanted = Signal()
    practice_requested = Signal()
    loaded = Signal()

    def __init__(
        self,
        workspace: Workspace,
        keeper: SettingsKeeper,
        icons: Icons,
        appearance: Appearance,
        clock: Callable[[], float],
        still: Still,
        now: Callable[[], datetime] = local_now,
    ) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Today"))
        self._workspace, self._keeper, self._icons = workspace, keeper, icons
        self._appearance, self._clock, self._now = appearance, clock, now
        self._still = still
        self._picture: QPixmap | None = None
        self._painted = False
        self._column = arrange(QVBoxLayout(self), margins=0)
        #: None until the page was painted.
        self.view: TodayView | None = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Show the picture of the last run, once; then have the view loaded."""
        if self.view is not None:
            return
        if not self._painted:
            self._painted = True
            self._picture = self._still.find(self._subject(), self)
            QTimer.singleShot(0, self, self.load)
        if self._picture is not None:
            QPainter(self).drawPixmap(0, 0, self._picture)

    def load(self) -> None:
        """Make the view, if it is not there yet."""
        if self.view is not None:
            return
        from app.ui.plan_section import first_weekday
        from app.ui.today.next_figure import NextFigure
        from app.ui.today.view import TodayView

        data, keeper = self._workspace, self._keeper
        figure = NextFigure(
            data.library.movements, keeper, self._icons, self._appearance, self._clock
        )
        self.view = TodayView(
            data.library, data.records, data.planner(first_weekday()), keeper, self._appearance,
            figure, self._now,
        )  # fmt: skip
        self._picture = None
        for name in ("lesson_requested", "routine_requested", "go_on_requested",
                     "not_now_requested", "course_wanted", "practice_requested"):  # fmt: skip
            getattr(self.view, name).connect(getattr(self, name))
        self._column.addWidget(self.view)
        self.loaded.emit()

    def keep_still(self) -> None:
        """Keep what the page shows, for the next start."""
        if self.view is not None:
            self.view.refresh()
            self._still.keep(self._subject(), self)

    def _subject(self) -> str:
        """Return what the picture depends on, but for its size; it only bridges a moment."""
        look = self._appearance
        app = __version__, QLocale().name(), QApplication.font().toString()
        drawn = look.palette.dark, look.style, look.drawn_person
        return repr((app, "today", self._now().date().isoformat(), drawn))
