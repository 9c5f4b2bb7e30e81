"""The window: rail, notice bar and pages, each page made when it is first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from app.errors import Problem
from app.lessons.model import Offer
from app.ui.learn.page import LearnPage
from app.ui.page_area import PageArea, PageStack
from app.ui.parts import Parts
from app.ui.rail import PageId, Rail
from app.ui.window_place import place

if TYPE_CHECKING:
    from app.ui.go_on_bar import GoOnBar
    from app.ui.notice_bar import NoticeBar
    from app.ui.practice.page import PracticePage

#: How long closing waits for the disk, s.
_FLUSH_S = 3.0


class MainWindow(QMainWindow):
    """Holds the pages and carries their requests to each other; pages never know siblings."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self._pages: dict[PageId, QWidget] = {}
        self._stock_taken = False
        self._notices: NoticeBar | None = None
        self._go_on: GoOnBar | None = None
        self.setWindowTitle(self.tr("Hip Hinge Trainer"))
        self._rail = Rail(parts.icons, parts.appearance)
        self._stack = PageStack()
        self._centre = QWidget()
        row = QHBoxLayout(self._centre)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._column.addWidget(PageArea(self._stack), 1)
        row.addLayout(self._column, 1)
        self.setCentralWidget(self._centre)
        machine = parts.keeper.machine
        place(self, machine.window, maximised=machine.maximised)

        self._rail.page_requested.connect(self.show_page)
        parts.keeper.problem_found.connect(parts.notices.add)
        parts.notices.added.connect(self._show_notices)
        if parts.notices.lines:
            self._show_notices()

    @property
    def current_page(self) -> PageId:
        """The page that is shown."""
        shown = self._stack.currentWidget()
        return next(page for page, widget in self._pages.items() if widget is shown)

    def show_page(self, page: PageId) -> QWidget:
        """Show a page and return its widget."""
        widget = self.page(page)
        self._stack.setCurrentWidget(widget)
        self._rail.show_page(page)
        self._show_offer()
        return widget

    def page(self, page: PageId) -> QWidget:
        """Return a page's widget; it is made the first time."""
        if page not in self._pages:
            widget = self._make(page)
            self._stack.addWidget(widget)
            self._pages[page] = widget
        return self._pages[page]

    def open_lesson(self, lesson: str, step: int = 0) -> None:
        """Show a step of a lesson."""
        cast("LearnPage", self.show_page(PageId.LEARN)).open_lesson(lesson, step)

    def open_practice(self, offer: Offer) -> None:
        """Show an exercise, ready to be started."""
        cast("PracticePage", self.show_page(PageId.PRACTICE)).choose(offer)

    def ask_safety_questions(self) -> None:
        """Show the safety questions, to be answered again."""
        cast("PracticePage", self.show_page(PageId.PRACTICE)).ask_questions()

    def offer_to_go_on(self) -> None:
        """Offer to go on with a session that was broken off, where there is one."""
        from app.ui.go_on_bar import GoOnBar

        flow = self._parts.flow()
        if flow.unfinished is not None:
            self._go_on = GoOnBar(flow, flow.unfinished, self._centre)
            self._column.insertWidget(0, self._go_on)
            self._go_on.go_on_requested.connect(lambda: self.show_page(PageId.PRACTICE))
            self._go_on.go_on_requested.connect(flow.go_on)
            self._show_offer()

    def take_stock(self, problems: list[Problem]) -> None:
        """Tell what content is broken, once all of it was read, and list the rest."""
        for problem in problems:
            self._parts.notices.add(problem.message)
        self._stock_taken = True
        if learn := self._pages.get(PageId.LEARN):
            cast("LearnPage", learn).take_stock()

    def show_shortcuts(self) -> None:
        """Show the keys."""
        from app.ui.shortcuts import ShortcutsDialog

        dialog = ShortcutsDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose pages, show the keys, close: the keys no control has taken.

        Shortcut objects for them would cost the start 2 ms.
        """
        from app.ui.key_places import digit_of

        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        page = dict(enumerate(PageId, start=1)).get(digit_of(event) or 0)
        if control and page is not None:
            self.show_page(page)
        elif control and event.key() == Qt.Key.Key_Q:
            self.close()
        elif event.key() == Qt.Key.Key_F1 or event.text() == "?":
            self.show_shortcuts()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask where a session runs, remember the window's place, put everything on disk."""
        practice = cast("PracticePage | None", self._pages.get(PageId.PRACTICE))
        if practice is not None and not practice.may_close():
            event.ignore()
            return
        if not self._parts.records.flush(_FLUSH_S) and not self._may_lose_records():
            event.ignore()
            return
        self._remember_place()
        super().closeEvent(event)

    def leave(self) -> None:
        """Get ready to end without asking: a session is stopped, and what was done is kept."""
        practice = cast("PracticePage | None", self._pages.get(PageId.PRACTICE))
        if practice is not None and practice.runner is not None:
            practice.runner.stop()
        self._remember_place()

    def _remember_place(self) -> None:
        area = self.normalGeometry()
        place = [area.x(), area.y(), area.width(), area.height()]
        self._parts.keeper.change(window=place, maximised=self.isMaximized())

    def _may_lose_records(self) -> bool:
        """Ask whether to close though the last records could not be saved."""
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(self.tr("Your last practice could not be saved yet."))
        box.setInformativeText(
            self.tr("If you close now it is lost. Make room on the disk, then close again.")
        )
        stay = box.addButton(self.tr("Keep open"), QMessageBox.ButtonRole.RejectRole)
        close = box.addButton(self.tr("Close anyway"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(stay)
        box.exec()
        return box.clickedButton() is close

    def _show_offer(self) -> None:
        if self._go_on is not None:
            self._go_on.show_beside(self.current_page is PageId.PRACTICE)

    def _show_notices(self) -> None:
        """Put the bar that shows the notices on top, when the first of them comes."""
        if self._notices is None:
            from app.ui.notice_bar import NoticeBar

            parts = self._parts
            self._notices = NoticeBar(parts.notices, parts.icons, parts.appearance, self._centre)
            self._column.insertWidget(0, self._notices)

    def _make(self, page: PageId) -> QWidget:
        """Make a page and wire it: all of the window's wiring is here."""
        parts = self._parts
        match page:
            case PageId.LEARN:
                learn = LearnPage(
                    parts.lessons, parts.movements, parts.exercises, parts.pictures, parts.records,
                    parts.keeper, parts.icons, parts.appearance, clock=parts.clock,
                )  # fmt: skip
                learn.practice_requested.connect(self.open_practice)
                if learn.problem:
                    parts.notices.add(learn.problem)
                if self._stock_taken:
                    learn.take_stock()
                return learn
            case PageId.PRACTICE:
                from app.ui.practice.page import PracticePage
                from app.ui.practice.session_sound import SessionSound

                sound = SessionSound(
                    parts.locations.sounds, parts.keeper, parts.clock, parts.open_tones,
                    parts.voice_box(),
                )  # fmt: skip
                practice = PracticePage(
                    parts.flow(), parts.movements, parts.own(), parts.keeper, parts.icons,
                    parts.appearance, sound, clock=parts.clock, awake=parts.awake(),
                )  # fmt: skip
                practice.settings_requested.connect(lambda: self.show_page(PageId.SETTINGS))
                practice.lessons_requested.connect(lambda: self.show_page(PageId.LEARN))
                practice.lesson_requested.connect(self.open_lesson)
                return practice
            case PageId.TODAY:
                from app.ui.today.page import TodayPage

                today = TodayPage(parts.lessons, parts.exercises, parts.records)
                today.lesson_requested.connect(self.open_lesson)
                today.practice_requested.connect(self.open_practice)
                return today
            case PageId.COMPARE:
                from app.ui.compare.page import ComparePage

                return ComparePage(
                    parts.movements, parts.keeper, parts.icons, parts.appearance, parts.exercises
                )
            case PageId.PROGRESS:
                from app.ui.progress.page import ProgressPage

                progress = ProgressPage(parts.records, parts.exercises, parts.lessons)
                progress.practice_requested.connect(self.open_practice)
                return progress
            case PageId.SETTINGS:
                from app.ui.settings.page import SettingsPage

                settings = SettingsPage(
                    parts.keeper, parts.locations, parts.records, parts.awake(), parts.voice_box()
                )
                settings.questions_requested.connect(self.ask_safety_questions)
                return settings
