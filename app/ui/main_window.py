"""The window: rail, notice bar and pages, each page made when it is first shown."""

from __future__ import annotations

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.errors import Problem, UserError
from app.instance.request import Request
from app.lessons.model import Offer
from app.ui.accessibility import announce
from app.ui.layouts import arrange
from app.ui.page_area import PageArea, PageStack
from app.ui.parts import Parts
from app.ui.rail import PageId, Rail
from app.ui.single_keys import usable
from app.ui.stage.still import Still
from app.ui.today.page import TodayPage
from app.ui.tray_window import TrayWindow
from app.ui.window_place import place

if TYPE_CHECKING:
    from app.programme.flow import PracticeFlow
    from app.ui.compare.page import ComparePage
    from app.ui.go_on_bar import GoOnBar
    from app.ui.learn.page import LearnPage
    from app.ui.notice_bar import NoticeBar
    from app.ui.practice.page import PracticePage
    from app.ui.progress.page import ProgressPage
    from app.ui.settings.page import SettingsPage

_Page = TypeVar("_Page", bound=QWidget)

#: How long closing waits for the disk, s.
_FLUSH_S = 3.0


class MainWindow(TrayWindow):
    """Holds the pages and carries their requests to each other; pages never know siblings.

    Signals:
        content_read: all lessons, movements and exercises are read.
    """

    content_read = Signal()

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts, self.workspace = parts, parts.workspace
        self._made: dict[PageId, QWidget] = {}
        self._content_read = False
        self._notices: NoticeBar | None = None
        self._go_on: GoOnBar | None = None
        self.setWindowTitle(self.tr("Hip Hinge Trainer"))
        self._rail = Rail(parts.icons, parts.appearance)
        self._stack = PageStack()
        self._centre = QWidget()
        self._column = arrange(QVBoxLayout(), (PageArea(self._stack), 1), spacing=0)
        arrange(QHBoxLayout(self._centre), self._rail, (self._column, 1), spacing=0, margins=0)
        self.setCentralWidget(self._centre)
        machine = parts.keeper.machine
        place(self, machine.window, maximised=machine.maximised)
        parts.appearance.dress(self)
        self._add_keys()

        self._rail.page_requested.connect(self.show_page)
        parts.notices.added.connect(self._show_notices)
        if parts.notices.lines:
            self._show_notices()

    @property
    def current_page(self) -> PageId:
        """The page that is shown."""
        shown = self._stack.currentWidget()
        return next(page for page, widget in self._made.items() if widget is shown)

    def show_page(self, page: PageId) -> QWidget:
        """Show a page and return its widget."""
        widget = self.page(page)
        self._stack.setCurrentWidget(widget)
        self._rail.show_page(page)
        self._show_offer()
        return widget

    def page(self, page: PageId) -> QWidget:
        """Return a page's widget; it is made the first time."""
        widget: QWidget = getattr(self, page.value)
        return widget

    def open_lesson(self, lesson: str, step: int = 0) -> None:
        """Show a step of a lesson."""
        self.show_page(PageId.LEARN)
        self.learn.open_lesson(lesson, step)

    def open_care_lesson(self) -> None:
        """Show when not to hinge."""
        from app.programme.safety import CARE_LESSON

        self.open_lesson(CARE_LESSON)

    def open_practice(self, chosen: Offer | str) -> None:
        """Show an exercise, or a session or homework by its id, ready to be started."""
        self.show_page(PageId.PRACTICE)
        self.practice.choose(chosen)

    def open_asked(self, request: Request) -> None:
        """Show what a start of the program asks for; its lesson and exercise are known ones."""
        if request.lesson is not None:
            self.open_lesson(request.lesson)
        elif request.exercise is not None:
            self.open_practice(Offer(request.exercise))
        elif request.file is not None:
            self.show_page(PageId.PRACTICE)
            # It may ask something, and the window may not be shown yet.
            QTimer.singleShot(0, self, partial(self.practice.import_exercise, Path(request.file)))
        else:
            self.show_page(PageId(request.page or PageId.TODAY))

    def open_when_free(self, request: Request) -> None:
        """Show what a later start asks for; what the user has begun is left only if they say so.

        Raises:
            UserError: a question is open, and what stands behind it must not change.
        """
        if QApplication.activeModalWidget() is not None:
            raise UserError("commands.window-asks")

        def open_it() -> None:
            practice = self.practice if PageId.PRACTICE in self._made else None
            if practice is None or practice.may_show(exercise=request.exercise is not None):
                self.open_asked(request)

        # Whoever asks is answered first: a question may stand for as long as it likes.
        QTimer.singleShot(0, self, open_it)

    def come_forward(self, token: str = "") -> None:
        """Show the window before all others, or the far view, which it would hide.

        Args:
            token: by which the desktop lets it; empty where there is none.
        """
        from app.ui.coming_forward import come_forward

        practice = self.practice if PageId.PRACTICE in self._made else None
        come_forward((practice and practice.far_view) or self, token)

    def show_course(self) -> None:
        """Show the course, over the page."""
        from app.ui.course.dialog import CourseDialog

        parts, data = self._parts, self.workspace
        dialog = CourseDialog(
            data.library, data.records, data.planner(), parts.keeper, parts.appearance, self
        )
        dialog.routine_requested.connect(self.open_practice)
        dialog.lesson_requested.connect(self.open_lesson)
        dialog.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def ask_safety_questions(self) -> None:
        """Show the safety questions, to be answered again."""
        self.show_page(PageId.PRACTICE)
        self.practice.ask_questions()

    def offer_to_go_on(self) -> None:
        """Offer to go on with an interrupted session, where there is one."""
        from app.ui.go_on_bar import GoOnBar

        flow = self.flow
        if flow.unfinished is not None:
            self._go_on = GoOnBar(flow, flow.unfinished, self._centre)
            self._column.insertWidget(0, self._go_on)
            self._go_on.go_on_requested.connect(self.go_on_with_practice)
            self._show_offer()

    def go_on_with_practice(self) -> None:
        """Go on with the session that was not finished."""
        self.show_page(PageId.PRACTICE)
        self.flow.go_on()

    def show_all_content(self, problems: list[Problem]) -> None:
        """Say what is broken once all content was read, and list the rest."""
        for problem in problems:
            self._parts.notices.add(problem.message)
        self._content_read = True
        if PageId.LEARN in self._made:
            self.learn.refresh_content()
        self.content_read.emit()

    def show_shortcuts(self) -> None:
        """Show the keys."""
        from app.ui.shortcuts import ShortcutsDialog

        dialog = ShortcutsDialog(self)
        dialog.about_requested.connect(self.show_about)
        dialog.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def show_about(self) -> None:
        """Show version, system and licences."""
        from app.ui.about_dialog import AboutDialog

        parts = self._parts
        dialog = AboutDialog(self.workspace, parts.keeper, parts.devices, self)
        dialog.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _show_keys_for(self, key: str) -> None:
        if usable([key]):
            self.show_shortcuts()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a page by its number, and press by place what a shortcut would miss."""
        from app.ui.key_places import digit_of, press_by_place

        control = event.modifiers() & QtCore.Qt.KeyboardModifier.ControlModifier
        page = dict(enumerate(PageId, start=1)).get(digit_of(event) or 0)
        if control and page is not None:
            self.show_page(page)
            announce(self, self._rail.title(page))
        elif not press_by_place(self, event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Look whether another program changed the records while the user was away."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self.workspace.records.look_again()

    def may_close(self) -> bool:
        """Ask where a session runs, put everything on disk, remember the window's place."""
        if PageId.PRACTICE in self._made and not self.practice.may_close():
            return False
        records = self.workspace.records
        if not records.flush(_FLUSH_S) and records.is_at_stake:
            from app.ui.unsaved import may_lose_records

            if not may_lose_records(self):
                return False
        self._remember_place()
        return True

    def leave(self) -> None:
        """Get ready to end without asking: a session is stopped, and what was done is kept."""
        if PageId.PRACTICE in self._made:
            self.practice.leave()
        self._remember_place()

    def put_away(self) -> None:
        """Let go of all that would outlive the window, and have it deleted."""
        for dialog in self.findChildren(QDialog):
            dialog.close()  # what it writes is not left half done
        self.hide()  # the pages let go of sound, voice and screen
        if PageId.TODAY in self._made:
            self.today.keep_still()
        if PageId.LEARN in self._made:
            self.learn.keep_still()
        self._parts.closing.close()
        self.deleteLater()

    def _remember_place(self) -> None:
        area = self.normalGeometry()
        place = [area.x(), area.y(), area.width(), area.height()]
        self._parts.keeper.change(window=place, maximised=self.isMaximized())

    def _show_offer(self) -> None:
        if self._go_on is not None:
            self._go_on.show_beside(self.current_page in (PageId.TODAY, PageId.PRACTICE))

    def _show_notices(self) -> None:
        """Put the bar that shows the notices on top, when the first of them comes."""
        if self._notices is None:
            from app.ui.notice_bar import NoticeBar

            parts = self._parts
            self._notices = NoticeBar(parts.notices, parts.icons, parts.appearance, self._centre)
            self._column.insertWidget(0, self._notices)
            self._notices.about_requested.connect(self.show_about)

    @cached_property
    def flow(self) -> PracticeFlow:
        """Where practice stands."""
        from app.programme.flow import PracticeFlow

        data, library = self.workspace, self.workspace.library
        return PracticeFlow(
            library.exercises, library.lessons, library.programme, data.records,
            plan=lambda: data.settings.person.plan,
        )  # fmt: skip

    # The pages, each made and wired when it is first needed: all of the wiring is here.

    @cached_property
    def today(self) -> TodayPage:
        """The Today page."""
        parts, data = self._parts, self.workspace
        page = TodayPage(
            data, parts.keeper, parts.icons, parts.appearance, parts.devices.clock,
            Still(data.locations.still),
        )  # fmt: skip
        page.lesson_requested.connect(self.open_lesson)
        page.routine_requested.connect(self.open_practice)
        page.go_on_requested.connect(self.go_on_with_practice)
        page.course_wanted.connect(self.show_course)
        page.practice_requested.connect(lambda: self.show_page(PageId.PRACTICE))
        page.not_now_requested.connect(lambda: self.flow.decline_unfinished())  # noqa: PLW0108
        return self._add(PageId.TODAY, page)

    @cached_property
    def learn(self) -> LearnPage:
        """The Learn page."""
        from app.ui.learn.page import LearnPage

        parts, data, library = self._parts, self.workspace, self.workspace.library
        # Only the page that opens first is quicker with a picture of the last run.
        still = None if self._made else Still(data.locations.learn_still)
        page = LearnPage(
            library.lessons, library.movements, library.exercises, library.pictures, data.records,
            parts.keeper, parts.icons, parts.appearance, clock=parts.devices.clock,
            still=still, library=library,
        )  # fmt: skip
        page.practice_requested.connect(self.open_practice)
        page.problem_found.connect(parts.notices.add_once)
        if self._content_read:
            page.refresh_content()
        return self._add(PageId.LEARN, page)

    @cached_property
    def compare(self) -> ComparePage:
        """The Compare page."""
        from app.ui.compare.page import ComparePage

        parts, library = self._parts, self.workspace.library
        page = ComparePage(
            library.movements, library.pairs, parts.keeper, parts.icons, parts.appearance,
            library,
        )  # fmt: skip
        return self._add(PageId.COMPARE, page)

    @cached_property
    def practice(self) -> PracticePage:
        """The Practice page."""
        from app.ui.practice.page import PracticePage
        from app.ui.practice.session_sound import SessionSound

        parts, data, devices = self._parts, self.workspace, self._parts.devices
        sound = SessionSound(
            data.locations.sounds, parts.keeper, devices.clock, devices.open_tones,
            devices.voice_box,
        )  # fmt: skip
        page = PracticePage(
            self.flow, data.library.movements, data.library.exercises.own, parts.keeper,
            parts.icons, parts.appearance, sound, clock=devices.clock, awake=devices.awake,
            remote=devices.remote,
        )  # fmt: skip
        devices.remote.raise_requested.connect(self.come_forward)
        page.settings_requested.connect(lambda: self.show_page(PageId.SETTINGS))
        page.lesson_requested.connect(self.open_lesson)
        return self._add(PageId.PRACTICE, page)

    @cached_property
    def progress(self) -> ProgressPage:
        """The Progress page."""
        from app.ui.progress.page import ProgressPage

        data, library = self.workspace, self.workspace.library
        page = ProgressPage(
            data.records, library.exercises, library.lessons, lambda: self._parts.keeper.units
        )
        page.practice_requested.connect(self.open_practice)
        page.care_requested.connect(self.open_care_lesson)
        page.corrected.connect(self.flow.look_again)
        return self._add(PageId.PROGRESS, page)

    @cached_property
    def settings(self) -> SettingsPage:
        """The Settings page."""
        from app.ui.settings.page import SettingsPage
        from app.ui.settings.reminders import make_reminders

        data, devices = self.workspace, self._parts.devices
        page = SettingsPage(
            self._parts.keeper, data.locations, data.records, devices.awake, devices.voice_box,
            data.library.people, make_reminders(data, self._parts.keeper),
        )  # fmt: skip
        page.questions_requested.connect(self.ask_safety_questions)
        page.about_requested.connect(self.show_about)
        return self._add(PageId.SETTINGS, page)

    def _add(self, page: PageId, widget: _Page) -> _Page:
        self._stack.addWidget(widget)
        self._made[page] = widget
        return widget

    def _add_keys(self) -> None:
        """Close, and show the keys, from anywhere in the window."""
        QShortcut(QKeySequence("Ctrl+Q"), self, self.quit)
        for key in ("F1", "?"):
            QShortcut(QKeySequence(key), self, partial(self._show_keys_for, key))
