"""The Learn page: the lessons on the left, the figure, and one step at a time under it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSlider, QVBoxLayout, QWidget

from app.errors import UserError
from app.figure.words import Words
from app.lessons.library import LessonLibrary
from app.lessons.model import Lesson, Show, Table
from app.movement.library import MovementLibrary
from app.movement.motion import motion_on
from app.records.model import LessonPlace, LessonProgress
from app.records.queries import Queries
from app.records.recorder import Recorder
from app.ui.icons import Icons
from app.ui.keeper import SettingsKeeper
from app.ui.learn.lesson_list import LessonList
from app.ui.learn.step_card import StepCard
from app.ui.share.button import ShareButton
from app.ui.stage.stage import Stage
from app.ui.stage.transport import TransportBar
from app.ui.theme import Appearance

if TYPE_CHECKING:
    from app.lessons.picture import Picture
    from app.practice.exercise import Exercise
    from app.ui.learn.picture_bar import PictureBar
    from app.ui.learn.picture_view import PictureView
    from app.ui.learn.step_table import StepTable


class LearnPage(QWidget):
    """Teaches a lesson step by step.

    Attributes:
        problem: why the learner's progress could not be read; empty where it could.

    Signals:
        practice_requested: the user wants the practice of this lesson (an `Offer`).
    """

    practice_requested = Signal(object)

    def __init__(
        self,
        lessons: LessonLibrary,
        movements: MovementLibrary,
        exercises: Mapping[str, Exercise],
        pictures: Mapping[str, Picture],
        recorder: Recorder,
        queries: Queries,
        keeper: SettingsKeeper,
        icons: Icons,
        appearance: Appearance,
        *,
        clock: Callable[[], float],
    ) -> None:
        super().__init__()
        self._lessons, self._movements, self._exercises = lessons, movements, exercises
        self._pictures, self._icons, self._appearance = pictures, icons, appearance
        self._recorder, self._keeper = recorder, keeper
        self._settings = keeper.value
        self._lesson: Lesson | None = None
        self._step = 0
        self._stock_taken = False
        self.problem = ""
        progress, place = self._read_progress(queries)
        self._steps = {lesson: done.step for lesson, done in progress.items()}
        finished = {lesson for lesson, done in progress.items() if done.finished_at}

        self._list = LessonList(lessons.outlines, finished, icons, appearance)
        self._stage = Stage(appearance, clock, lambda: keeper.less_motion, lambda: keeper.units)
        self._transport = TransportBar(self._stage, icons, appearance)
        self._transport.add(
            ShareButton(self._stage, keeper, icons, appearance, exercises, movements)
        )
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
        keeper.changed.connect(self._apply_settings)
        for keys, action in (
            ("Left", self._left),
            ("Right", self._right),
            ("PgUp", lambda: self._go_to_lesson(-1)),
            ("PgDown", lambda: self._go_to_lesson(1)),
        ):
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)
        if place is not None and lessons.get(place.lesson) is not None:
            self.open_lesson(place.lesson, place.step)
        else:
            self._open_first()

    @property
    def stage(self) -> Stage:
        """The figure's stage."""
        return self._stage

    @property
    def picture(self) -> PictureView | None:
        """The picture in the figure's place; None where the figure is shown."""
        return self._picture if self._stage.isHidden() else None

    @property
    def place(self) -> tuple[str, int] | None:
        """The lesson and step that are shown; None without lessons."""
        return (self._lesson.id, self._step) if self._lesson else None

    def open_lesson(self, lesson_id: str, step: int | None = None) -> None:
        """Show a lesson, at a step, or where it was left off (None)."""
        lesson = self._lessons.get(lesson_id)
        if lesson is None:
            return
        left_at = self._steps.get(lesson_id, 0)
        if step is None and left_at < len(lesson.steps) - 1:
            step = left_at
        self._lesson = lesson
        self._list.choose(lesson_id)
        self._go_to(min(max(step or 0, 0), len(lesson.steps) - 1))

    def take_stock(self) -> None:
        """Take up what is known once all content was read.

        Broken lessons are no longer listed, and the exercise a lesson offers has a name.
        """
        self._stock_taken = True
        self._list.show_lessons(self._lessons.outlines)
        if self._lesson is not None and self._lessons.get(self._lesson.id) is None:
            self._lesson = None
            self._open_first()
        if self._lesson is not None:
            self._list.choose(self._lesson.id)
            self._name_practice()

    def _name_practice(self) -> None:
        # Before all was read, reading the exercises would only delay the first picture.
        if self._stock_taken and self._lesson is not None:
            exercise = self._exercises.get(self._lesson.offer.exercise)
            self._card.name_practice(exercise.title if exercise else None)

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
        """Give the keys to the figure."""
        super().showEvent(event)
        (self.picture or self._stage).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Drive the figure with the keys no control has taken."""
        if self.picture is not None and self._picture_bar is not None:
            if event.text().lower() == "t":
                self._picture_bar.toggle_text()
                return
        else:
            from app.ui.stage.keys import press_transport_key  # no key is pressed before the start

            if press_transport_key(event, self._transport):
                return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the list less room in a narrow window."""
        super().resizeEvent(event)
        self._list.setFixedWidth(208 if self.width() < 1000 else 256)
        self._share_stage()

    def _read_progress(
        self, queries: Queries
    ) -> tuple[dict[str, LessonProgress], LessonPlace | None]:
        """Return how far the lessons were read; lessons need no records to be read."""
        try:
            return queries.lesson_progress(), queries.place()
        except UserError as error:
            self.problem = str(error)
            return {}, None

    def _open_first(self) -> None:
        """Open the first lesson that can be read."""
        for lesson in self._lessons.order:
            self.open_lesson(lesson, 0)
            if self._lesson is not None:
                return

    def _lay_out(self) -> None:
        self._beside = QHBoxLayout()
        self._beside.setSpacing(12)
        self._beside.addWidget(self._stage, 1)
        right = self._column = QVBoxLayout()
        right.setSpacing(12)
        right.addLayout(self._beside, 1)
        right.addWidget(self._transport)
        right.addWidget(self._card)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(16)
        row.addWidget(self._list)
        row.addLayout(right, 1)

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
        """Show a picture in place of the figure; without one, the figure."""
        picture = self._pictures.get(picture_id) if picture_id else None
        if picture is not None and self._picture is None:
            self._make_picture()
        if self._picture is None or self._picture_bar is None:
            return
        seen: QWidget = self._stage
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
        """Make the room for pictures; most lessons begin without one."""
        from app.ui.learn.picture_bar import PictureBar
        from app.ui.learn.picture_view import PictureView

        def words() -> Words:
            return self._stage.look.words

        self._picture = PictureView(self._movements, self._appearance, words)
        self._picture_bar = PictureBar(self._picture, self._keeper, self._icons, self._appearance)
        self._beside.insertWidget(0, self._picture, 1)
        self._column.insertWidget(1, self._picture_bar)

    def _share_stage(self) -> None:
        if self._table is None:
            return
        room = self.width() - self._list.width() - 48
        self._table.setFixedWidth(max(250, min(420, int(room * 0.38))))

    def _go_to(self, step: int) -> None:
        if self._lesson is None:
            return
        self._step = step
        self._steps[self._lesson.id] = step
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
        )
        self._show_table(shown.table)
        self._show(shown.show)
        self._recorder.lesson_place(self._lesson.id, step)

    def _show(self, show: Show) -> None:
        self._show_picture(show.picture)
        body = self._keeper.body
        # A movement whose file is broken is not there; one beside it would stand for nothing.
        first = motion_on(body, self._movements.get(show.movement or ""))
        second = motion_on(body, self._movements.get(show.beside or "")) if first else None
        motions = [motion for motion in (first, second) if motion]
        self._stage.show_motions(
            motions,
            light=show.light,
            lines=show.overlay,
            turn=show.turn,
        )
        self._transport.set_speed(show.speed)
        if not motions:
            return
        if show.at is not None:
            with contextlib.suppress(KeyError):  # `take_stock` leaves out a lesson that errs so
                self._stage.seek_phase(show.at.phase, show.at.fraction)
        elif not self._stage.less_motion:
            self._stage.play()

    def _apply_settings(self) -> None:
        before, now = self._settings, self._keeper.value
        self._settings = now
        if self._lesson is None:
            return
        if (before.units, before.body) != (now.units, now.body):
            self._go_to(self._step)
        elif before.reduce_motion != now.reduce_motion:
            self._stage.follow_motion_setting()
            if self._lesson.steps[self._step].show.loop and not self._stage.less_motion:
                self._stage.play()

    def _request_practice(self) -> None:
        if self._lesson is None:
            return
        if self._is_last_step():
            # Whoever goes on to the practice from here has read it all.
            self._finish()
        self.practice_requested.emit(self._lesson.offer)

    def _is_last_step(self) -> bool:
        return self._lesson is not None and self._step == len(self._lesson.steps) - 1

    def _finish(self) -> None:
        if self._lesson is not None:
            self._recorder.lesson_finished(self._lesson.id)
            self._list.mark_finished(self._lesson.id)

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

    def _left(self) -> None:
        if not self._nudge_slider(QSlider.SliderAction.SliderSingleStepSub):
            self.back()

    def _right(self) -> None:
        if not self._nudge_slider(QSlider.SliderAction.SliderSingleStepAdd):
            self.next()

    def _nudge_slider(self, action: QSlider.SliderAction) -> bool:
        """Let a slider that has the focus keep its arrow keys."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QSlider):
            focus.triggerAction(action)
            return True
        return False
