"""Your course: every session, what comes next, and what can be decided about it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.errors import UserError
from app.library import Library
from app.programme.course import CourseSession
from app.programme.next_thing import Planner, Today
from app.programme.report import CourseReport, find_report
from app.records.decision import DecisionKind
from app.records.model import local_now
from app.records.records import Records
from app.ui.accessibility import button, label, named
from app.ui.course.desk import CourseDesk
from app.ui.course.end_card import EndCard
from app.ui.course.offer_card import OfferCard
from app.ui.course.session_list import SessionList
from app.ui.course.session_panel import SessionPanel
from app.ui.keeper import SettingsKeeper
from app.ui.key_places import press_by_place
from app.ui.layouts import STRETCH, Turning, arrange
from app.ui.messages import say_all
from app.ui.records_bridge import RecordsBridge
from app.ui.scroll_column import scrolling
from app.ui.theme import Appearance, with_text
from app.ui.undo_bar import UndoBar
from app.ui.undo_key import on_undo_key
from app.ui.window_place import fit

#: The lesson that is offered where practice is closed.
_CARE_LESSON = "when-not-to"
_WIDTH, _HEIGHT = 900, 640
_LIST, _LEAST_LIST, _LEAST_CARDS = 264, 210, 320


class CourseDialog(QDialog):
    """Shows the course as it stands and follows the records.

    Attributes:
        list, panel: the sessions, and the one that is chosen.
        offer, end: what is asked between stages, and the end of the course.
        desk: decides and undoes.

    Signals:
        routine_requested: the user wants to start a session, by its id.
        lesson_requested: the user wants to read a lesson, by its id.
    """

    routine_requested = Signal(str)
    lesson_requested = Signal(str)

    def __init__(
        self,
        library: Library,
        records: Records,
        planner: Planner,
        keeper: SettingsKeeper,
        appearance: Appearance,
        parent: QWidget | None = None,
        now: Callable[[], datetime] = local_now,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Your course"))
        self._library, self._records, self._planner = library, records, planner
        self._keeper, self._appearance, self._now = keeper, appearance, now
        self._today: Today | None = None
        self._report: CourseReport | None = None
        programme = library.programme
        self.desk = CourseDesk(records, programme, now, self)
        self._done = label("", "muted")
        self._problem = label("", "wrong", wrap=True)
        self._problem.hide()
        self.list = SessionList(appearance)
        self.offer = OfferCard(self.desk)
        self.end = EndCard(self.desk, programme.after)
        self.panel = SessionPanel(planner, keeper, self._title_of)
        self._undo = UndoBar(self)
        close = button(self.tr("Close"))
        close.setDefault(True)
        self._lay_out(close)
        self.list.session_chosen.connect(self._show_session)
        self.panel.start.clicked.connect(self._start)
        self.panel.care.clicked.connect(self._read)
        self.panel.elsewhere.clicked.connect(
            lambda: self.desk.decide(DecisionKind.DONE_ELSEWHERE, self.list.chosen)
        )
        self.panel.not_elsewhere.clicked.connect(lambda: self.desk.not_elsewhere(self.list.chosen))
        self.panel.from_here.clicked.connect(
            lambda: self.desk.decide(DecisionKind.STARTED_AT, self.list.chosen)
        )
        self.panel.changed_settings.connect(self.refresh)
        self.end.page_requested.connect(self.open_page)
        self.desk.changed.connect(self._show_change)
        self.desk.failed.connect(self._show_failure)
        self._undo.undo_requested.connect(self.desk.undo)
        on_undo_key(self, self.desk.undo)
        close.clicked.connect(self.reject)
        RecordsBridge(records, self).changed.connect(self._follow)
        fit(self, QSize(with_text(_WIDTH), with_text(_HEIGHT)))
        self.refresh()
        self.list.setFocus()

    def refresh(self) -> None:
        """Read where the course is and show it; a button that goes leaves its focus to the list."""
        focus: QWidget | None = self.focusWidget()
        try:
            today = self._planner.today(self._now())
            self._report = find_report(today.course, self._records)
        except UserError as error:
            self._show_failure(say_all(error))
            return
        self._today, course = today, today.course
        text = self.tr("{done} of {total} sessions done")
        self._done.setText(text.format(done=course.done, total=course.total))
        self.offer.show_course(course)
        self.end.show_course(course, self._report)
        # What is to be done stands above what is over.
        self._cards.removeWidget(self.end)
        self._cards.insertWidget(1 if course.next is None else 2, self.end)
        self.list.show_course(course)
        self._show_session(self.list.chosen)
        if focus and focus.isHidden():
            self.list.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press by place what a shortcut would miss."""
        if not press_by_place(self, event):
            super().keyPressEvent(event)

    def open_page(self) -> None:
        """Show the page about the course."""
        from app.ui.course.six_weeks import SixWeeksDialog

        if self._report is not None:
            SixWeeksDialog(
                self._report, self._library.movements, self._keeper, self._appearance, self
            ).open()

    def _lay_out(self, close: QWidget) -> None:
        cards = QWidget()
        cards.setProperty("look", "page")
        self._cards = arrange(
            QVBoxLayout(cards), self.offer, self.end, self.panel, STRETCH, spacing=12, margins=0
        )
        area = scrolling(cards)
        named(area, self.tr("The session you chose"))
        row = arrange(Turning(), self.list, (area, 1), spacing=16)
        row.hold(self.list, _LIST, _LEAST_LIST)
        area.setMinimumWidth(with_text(_LEAST_CARDS))
        head = arrange(
            QHBoxLayout(), (label(self.tr("Your course"), "title"), 1), self._done, spacing=16
        )
        arrange(
            QVBoxLayout(self), head, self._problem, (row, 1), self._undo,
            arrange(QHBoxLayout(), STRETCH, close), spacing=12, margins=20,
        )  # fmt: skip

    def _follow(self) -> None:
        if self.isVisible():
            self.refresh()

    def _show_session(self, routine: str) -> None:
        today = self._today
        one = _session(today, routine) if today else None
        self.panel.setVisible(one is not None)
        if today is not None and one is not None:
            self.panel.show_session(today, one)

    def _start(self) -> None:
        chosen = self.list.chosen
        self.accept()
        self.routine_requested.emit(chosen)

    def _read(self) -> None:
        self.accept()
        self.lesson_requested.emit(_CARE_LESSON)

    def _title_of(self, exercise: str) -> str:
        found = self._library.exercises.get(exercise)
        return found.title if found else exercise

    def _show_change(self) -> None:
        """Say what was decided last; after an undo, that it was undone."""
        self._problem.hide()
        self._undo.show_sentence(self.desk.sentence)
        self._undo.announce()
        if self._undo.isHidden():
            self.list.setFocus()

    def _show_failure(self, why: str) -> None:
        self._problem.setText(why)
        self._problem.show()


def _session(today: Today, routine: str) -> CourseSession | None:
    course = today.course
    if course.next is not None and course.next.id == routine and course.number is None:
        return CourseSession(course.next)
    return next((one for one in course.sessions if one.routine.id == routine), None)
