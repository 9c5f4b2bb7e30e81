"""The Learn page: the lessons on the left, the figure, and one step at a time under it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QSlider, QWidget

from app.errors import UserError
from app.lessons.library import LessonLibrary
from app.lessons.model import Lesson, Table
from app.movement.library import MovementLibrary
from app.records.model import LessonFinish, LessonPlace, LessonProgress, Record, local_now
from app.records.records import Records
from app.settings.model import SettingsChange
from app.ui.choose import choose
from app.ui.icons import Icons
from app.ui.keeper import SettingsKeeper
from app.ui.layouts import Column, arrange
from app.ui.learn.lesson_list import LessonList
from app.ui.learn.step_card import StepCard
from app.ui.learn.step_figure import StepFigure
from app.ui.records_bridge import RecordsBridge
from app.ui.share.button import ShareButton
from app.ui.single_keys import single_keys
from app.ui.stage.still import Still
from app.ui.stage.transport import TransportBar
from app.ui.theme import Appearance, with_text

if TYPE_CHECKING:
    from app.figure.figure_texts import FigureTexts
    from app.lessons.picture import Picture
    from app.library import Library
    from app.practice.exercise import Exercise
    from app.ui.learn.picture_bar import PictureBar
    from app.ui.learn.picture_view import PictureView
    from app.ui.learn.step_table import StepTable

#: Of the figure, so that Next stays in view in a small window with large text, px.
_LEAST_STAGE = 72
#: Below this width the lessons are in a box on top, px.
_SMALL = 740
#: The least and the most of a step's table, px.
_TABLE = (250, 420)


class LearnPage(QWidget):
    """Teaches a lesson step by step; opens where the learner stopped, when it is first shown.

    Attributes:
        stage: the figure's stage.
        keep_still: keeps what it began with, for the next start.

    Signals:
        practice_requested: the user wants to do this lesson's practice (an `Offer`).
        problem_found: the learner's progress cannot be read; why (a `Message`).
    """

    practice_requested = Signal(object)
    problem_found = Signal(object)

    def __init__(
        self,
        lessons: LessonLibrary,
        movements: MovementLibrary,
        exercises: Mapping[str, Exercise],
        pictures: Mapping[str, Picture],
        records: Records,
        keeper: SettingsKeeper,
        icons: Icons,
        appearance: Appearance,
        *,
        clock: Callable[[], float],
        still: Still | None = None,
        library: Library | None = None,
        now: Callable[[], datetime] = local_now,
    ) -> None:
        super().__init__()
        self._now = now
        self._lessons, self._movements, self._exercises = lessons, movements, exercises
        self._pictures, self._icons, self._appearance = pictures, icons, appearance
        self._records, self._keeper = records, keeper
        self._lesson: Lesson | None = None
        self._step = 0
        self._place: LessonPlace | None = None
        self._content_read = False
        self._list = LessonList(lessons.outlines, icons, appearance)
        self._figure = StepFigure(movements, keeper, appearance, clock, still)
        self.stage = self._figure.stage
        self.stage.setMinimumHeight(_LEAST_STAGE)
        self.keep_still = self._figure.keep_still
        self._transport = TransportBar(self.stage, icons, appearance)
        self._transport.add(ShareButton(self.stage, keeper, icons, appearance, library))
        self._table: StepTable | None = None
        self._picture: PictureView | None = None
        self._picture_bar: PictureBar | None = None
        self._card = StepCard()
        self._lay_out()

        self._list.lesson_chosen.connect(lambda lesson: self.open_lesson(lesson, None))
        self._card.back_requested.connect(self.back)
        self._card.next_requested.connect(self.next)
        self._card.step_requested.connect(self._go_to)
        self._card.practice_requested.connect(self._request_practice)
        self._card.care_requested.connect(self._open_care)
        keeper.changed.connect(self._apply_settings)
        RecordsBridge(records, self).changed.connect(self._follow)
        moves = QSlider.SliderAction
        for keys, action in (
            ("Left", partial(self._step_by_key, moves.SliderSingleStepSub, self.back)),
            ("Right", partial(self._step_by_key, moves.SliderSingleStepAdd, self.next)),
            ("PgUp", partial(self._go_to_lesson, -1)),
            ("PgDown", partial(self._go_to_lesson, 1)),
        ):
            shortcut = QShortcut(keys, self)
            choose(shortcut, context="WidgetWithChildrenShortcut")
            shortcut.activated.connect(action)

    @property
    def picture(self) -> PictureView | None:
        """The picture in place of the figure; None if the figure is shown."""
        return self._picture if self.stage.isHidden() else None

    @property
    def place(self) -> tuple[str, int] | None:
        """The lesson and step shown; None without lessons."""
        return (self._lesson.id, self._step) if self._lesson else None

    def open_lesson(self, lesson_id: str, step: int | None = None) -> None:
        """Show a lesson at a step, or where the learner left off (None)."""
        lesson = self._lessons.get(lesson_id)
        if lesson is None:
            return
        if step is None:
            progress = self._read_progress().get(lesson_id)
            step = progress.step if progress and progress.step < len(lesson.steps) - 1 else 0
        self._lesson = lesson
        self._list.choose(lesson_id)
        self._go_to(min(max(step, 0), len(lesson.steps) - 1))

    def refresh_content(self) -> None:
        """Drop broken lessons and name the exercise offered, once all content was read."""
        self._content_read = True
        self._list.show_lessons(self._lessons.outlines)
        if self._lesson is not None and self._lessons.get(self._lesson.id) is None:
            self._lesson = None
            self._open_first()
        if self._lesson is not None:
            self._list.choose(self._lesson.id)
            self._name_practice()

    def _name_practice(self) -> None:
        # Before everything is read, reading the exercises would only delay the first picture.
        if self._content_read and self._lesson is not None:
            from app.programme.safety import CARE_LESSON, gate_of

            offer = self._lesson.offer
            exercise = self._exercises.get(offer.exercise) if offer else None
            with contextlib.suppress(UserError):
                if not gate_of(self._records, self._now()).offers(exercise):
                    closed = exercise is not None and self._lesson.id != CARE_LESSON
                    self._card.name_practice(None, closed=closed)
                    return
            self._card.name_practice(exercise.title if exercise else None)
        elif self._lesson is not None and self._lesson.offer is None:
            self._card.name_practice(None)

    def back(self) -> None:
        """Go to the step before; from the first, to the end of the lesson before."""
        if self._lesson is None:
            return
        if self._step > 0:
            self._go_to(self._step - 1)
        elif before := self._neighbour(-1):
            self.open_lesson(before.id, len(before.steps) - 1)

    def next(self) -> None:
        """Go to the next step; from the last, finish the lesson and open the next one."""
        if self._lesson is None:
            return
        if not self._is_last_step():
            self._go_to(self._step + 1)
            return
        self._finish()
        if after := self._neighbour(1):
            self.open_lesson(after.id, 0)
        else:
            self._card.show_end()

    def showEvent(self, event: QShowEvent) -> None:
        """Open the lesson to begin with, and give the keys to the figure."""
        if self._lesson is None:
            self._open_place()
        self._show_finished()
        self._name_practice()  # what was open may be closed by now
        super().showEvent(event)
        (self.picture or self.stage).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Drive the figure with keys that no control has used."""
        from app.ui.learn.ends import step_of

        if (step := step_of(event)) is not None:
            self._go_to(step)
            return
        if self.picture is not None and self._picture_bar is not None:
            from app.ui.key_places import text_of

            if text_of(event) == "t" and single_keys():
                self._picture_bar.toggle_text()
                return
        else:
            from app.ui.stage.keys import press_transport_key

            if press_transport_key(event, self._transport.controls):
                return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the list narrower in a narrow window; in a still narrower one it is a box on top."""
        super().resizeEvent(event)
        small = self.width() < with_text(_SMALL)
        self._list.set_small(small)
        way = QBoxLayout.Direction
        self._row.setDirection(way.TopToBottom if small else way.LeftToRight)
        if not small:
            self._list.setFixedWidth(with_text(208 if self.width() < with_text(1000) else 256))
        self._share_stage()

    def minimumSizeHint(self) -> QSize:
        """Return the least size; the list gives way."""
        margins = self._row.contentsMargins()
        width = self._column.minimumSize().width() + margins.left() + margins.right()
        return QSize(width, super().minimumSizeHint().height())

    def _read_progress(self) -> dict[str, LessonProgress]:
        """Return how far the lessons were read; without records they can be read all the same."""
        try:
            return self._records.lesson_progress()
        except UserError as error:
            self.problem_found.emit(error.messages[0])
            return {}

    def _show_finished(self) -> None:
        progress = self._read_progress().values()
        self._list.show_finished({done.lesson for done in progress if done.finished_at})

    def _follow(self, record: Record | None) -> None:
        """Show what was finished, here or in another copy of the program."""
        if record is None or isinstance(record, LessonFinish):
            self._show_finished()
        if not isinstance(record, LessonFinish | LessonPlace):
            self._name_practice()

    def _open_place(self) -> None:
        """Open the lesson where the learner stopped; before the first, the first."""
        with contextlib.suppress(UserError):  # progress says why
            self._place = self._records.place()
        if self._place is not None:
            self.open_lesson(self._place.lesson, self._place.step)
        if self._lesson is None:
            self._open_first()

    def _open_first(self) -> None:
        """Open the first lesson that can be read."""
        for lesson in self._lessons.order:
            self.open_lesson(lesson, 0)
            if self._lesson is not None:
                return

    def _lay_out(self) -> None:
        self._beside = arrange(QHBoxLayout(), (self.stage, 1), spacing=12)
        parts = (self._beside, 1), self._transport, self._card
        self._column = arrange(Column(), *parts, spacing=12)
        self._row = arrange(
            QHBoxLayout(self), self._list, (self._column, 1), spacing=16, margins=16
        )

    def _show_table(self, table: Table | None) -> None:
        """Show a step's table beside the figure; few steps have one."""
        if self._table is None:
            if table is None:
                return
            from app.ui.learn.step_table import StepTable

            self._table = StepTable()
            self._beside.addWidget(self._table)
            self._share_stage()
        if table is not None:
            self._table.show_table(table)
        self._table.setVisible(table is not None)

    def _show_picture(self, picture_id: str | None) -> None:
        """Show a picture in place of the figure, or the figure again."""
        picture = self._pictures.get(picture_id) if picture_id else None
        if picture is not None and self._picture is None:
            self._make_picture()
        if self._picture is None or self._picture_bar is None:
            return
        seen: QWidget = self.stage
        hidden: QWidget = self._picture
        if picture is not None:
            self._picture.show_picture(picture, self._keeper.body)
            self._picture_bar.show_summary(picture.summary)
            seen, hidden = hidden, seen
        had_focus = self.window().focusWidget() is hidden
        hidden.hide()
        seen.show()
        self._transport.setVisible(picture is None)
        self._picture_bar.setVisible(picture is not None)
        if had_focus:
            seen.setFocus()

    def _make_picture(self) -> None:
        """Make the widgets for pictures; most lessons begin without one."""
        from app.ui.learn.picture_bar import PictureBar
        from app.ui.learn.picture_view import PictureView

        def words() -> FigureTexts:
            return self.stage.look.words

        self._picture = PictureView(self._movements, self._appearance, words)
        self._picture_bar = PictureBar(self._picture, self._keeper, self._icons, self._appearance)
        self._beside.insertWidget(0, self._picture, 1)
        self._column.insertWidget(1, self._picture_bar)

    def _share_stage(self) -> None:
        if self._table is None:
            return
        room = self.width() if self._list.small else self.width() - self._list.width() - 16
        least, most = with_text(_TABLE[0]), with_text(_TABLE[1])
        self._table.setFixedWidth(max(least, min(most, int((room - 32) * 0.38))))

    def _go_to(self, step: int) -> None:
        if self._lesson is None:
            return
        self._step = step = step % len(self._lesson.steps)
        shown = self._lesson.steps[step]
        last = step == len(self._lesson.steps) - 1
        self._name_practice()
        self._card.show_step(
            shown,
            step,
            len(self._lesson.steps),
            self._keeper.units,
            first=step == 0 and self._neighbour(-1) is None,
            last=last,
            follows=last and self._neighbour(1) is not None,
        )
        self._show_table(shown.table)
        self._show_picture(shown.show.picture)
        self._transport.controls.set_speed(shown.show.speed)
        self._figure.show(shown.show, self._lesson.id)
        if self._place != (place := LessonPlace(self._lesson.id, step)):
            self._place = place
            self._records.put(place)

    def _apply_settings(self, change: SettingsChange) -> None:
        if self._lesson is None:
            return
        if change.of("units", "body"):
            self._go_to(self._step)
        elif change.of("reduce_motion"):
            self.stage.follow_motion_setting()
            if self._lesson.steps[self._step].show.loop and not self.stage.less_motion:
                self.stage.play()

    def _request_practice(self) -> None:
        if self._lesson is None:
            return
        if self._is_last_step():
            # Going on to the practice from here means having read it all.
            self._finish()
        if self._lesson.offer is not None:
            self.practice_requested.emit(self._lesson.offer)

    def _open_care(self) -> None:
        from app.programme.safety import CARE_LESSON

        self.open_lesson(CARE_LESSON, 0)

    def _is_last_step(self) -> bool:
        return self._lesson is not None and self._step == len(self._lesson.steps) - 1

    def _finish(self) -> None:
        if self._lesson is not None:
            self._records.lesson_finished(self._lesson.id)

    def _neighbour(self, offset: int) -> Lesson | None:
        if self._lesson is None:
            return None
        order = self._lessons.order
        here = order.index(self._lesson.id)
        after = order[here + 1 :] if offset > 0 else order[:here][::-1]
        return next((lesson for id_ in after if (lesson := self._lessons.get(id_))), None)

    def _go_to_lesson(self, offset: int) -> None:
        if lesson := self._neighbour(offset):
            self.open_lesson(lesson.id, None)

    def _step_by_key(self, action: QSlider.SliderAction, step: Callable[[], None]) -> None:
        """Go back or on; a slider that has the focus keeps its arrow keys."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QSlider):
            focus.triggerAction(action)
        else:
            step()
