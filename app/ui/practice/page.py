"""The practice page: shows where practice stands and passes on what the user wants."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from app.lessons.model import Offer
from app.movement.library import MovementLibrary
from app.practice.clock import read_clock
from app.practice.own import OwnExercises
from app.practice.timeline import Plan
from app.programme.easing import with_less
from app.programme.flow import PracticeFlow
from app.programme.flow_states import FlowState
from app.programme.safety import CARE_LESSON, Gate
from app.ui.accessibility import announce
from app.ui.awake import ScreenAwake
from app.ui.icons import Icons
from app.ui.keeper import SettingsKeeper
from app.ui.layouts import Column, arrange
from app.ui.media.remote import MediaRemote
from app.ui.messages import say
from app.ui.page_area import PageStack
from app.ui.practice.care_note import CareNote
from app.ui.practice.choose_view import ChooseView
from app.ui.practice.closed_view import ClosedView
from app.ui.practice.done_view import DoneView
from app.ui.practice.leaving import ask_to_leave
from app.ui.practice.own.desk import OwnDesk
from app.ui.practice.own.editor import ExerciseEditor
from app.ui.practice.pain_view import PainView
from app.ui.practice.runner import SessionRunner
from app.ui.practice.safety_view import QuestionsView
from app.ui.practice.session_desk import SessionDesk
from app.ui.practice.session_sound import SessionSound
from app.ui.practice.session_view import SessionView
from app.ui.practice.settling import Settling
from app.ui.records_bridge import RecordsBridge
from app.ui.stage.figure_preview import FigurePreview
from app.ui.theme import Appearance

_AFTER_SESSION = (FlowState.ASKING_HOW_IT_FELT, FlowState.DONE)
_TAKE_FOCUS = (ChooseView, ClosedView, DoneView, ExerciseEditor, PainView, SessionView)


class PracticePage(QWidget):
    """Shows one view for each state of the flow; only the flow decides which.

    Attributes:
        flow: where practice stands.
        questions, closed, choice, session, done, pain: the views.
        note: after a pain or an answer, above the choice.
        own: the user's own exercises and their form; None where none can be.
        sound: all that is heard.
        desk: leads the session.

    Signals:
        settings_requested: the user wants to go there.
        lesson_requested: the user wants to see a step of a lesson: its id, and the step from 0.
    """

    settings_requested = Signal()
    lesson_requested = Signal(str, int)

    def __init__(
        self,
        flow: PracticeFlow,
        movements: MovementLibrary,
        own: OwnExercises | None,
        keeper: SettingsKeeper,
        icons: Icons,
        appearance: Appearance,
        sound: SessionSound,
        *,
        clock: Callable[[], float] = read_clock,
        awake: ScreenAwake | None = None,
        remote: MediaRemote | None = None,
    ) -> None:
        super().__init__()
        self.flow, self.sound, self._keeper = flow, sound, keeper
        self._settling = Settling(clock)
        sound.setParent(self)
        self.questions = QuestionsView()
        self.closed = ClosedView()
        preview = FigurePreview(movements, keeper, icons, appearance, clock)
        self.choice = ChooseView(
            flow.exercises, flow.programme, flow.next_day, own, preview, keeper, sound.tones
        )
        self.session = SessionView(icons, appearance, clock)
        self.desk = SessionDesk(flow, self.session, sound, movements, keeper, clock, awake, remote)
        self.desk.setParent(self)
        self.done = DoneView(appearance)
        self.pain = PainView()
        self.note = CareNote()
        self._views: dict[FlowState, QWidget] = {
            FlowState.ASKING_SAFETY: self.questions,
            FlowState.CLOSED: self.closed,
            FlowState.CHOOSING: self.choice,
            FlowState.PRACTISING: self.session,
            FlowState.ASKING_HOW_IT_FELT: self.done,
            FlowState.DONE: self.done,
            FlowState.PAIN_NOTED: self.pain,
        }
        self._stack = PageStack()
        for view in self._views.values():
            self._stack.addWidget(view)
        self.own: OwnDesk | None = None
        if own is not None:
            self.own = OwnDesk(own, flow, self.choice, movements, keeper, appearance, clock)
        arrange(Column(self), self.note, (self._stack, 1), spacing=0, margins=0)
        self._wire()
        notice = flow.care.notice
        self.questions.ask(flow.care.answers, flow.verdict, say(notice) if notice else "")
        self._state = FlowState.ASKING_SAFETY
        self._follow()

    @property
    def shown(self) -> QWidget | None:
        """The view that is shown."""
        return self._stack.currentWidget()

    @property
    def runner(self) -> SessionRunner | None:
        """What leads the session under way, or led the last one; None before the first."""
        return self.desk.runner

    def choose(self, chosen: Offer | str) -> None:
        """Show an exercise, or a routine by its id, ready to be started.

        A session under way is not lost unasked.
        """
        if self._may_leave(self.tr("Stop and choose")):
            self.flow.choose()
            self.choice.choose(chosen)
            self._take_focus()

    def ask_questions(self) -> None:
        """Ask the safety questions again; a session under way is not lost unasked."""
        if self._may_leave(self.tr("Stop and answer")):
            self.flow.ask_questions()
            self.questions.ask(self.flow.care.answers, self.flow.verdict)

    def start(self, plan: Plan) -> None:
        """Start a session."""
        self.flow.start(plan)

    def import_exercise(self, file: Path) -> None:
        """Import an exercise from a file, as its button does."""
        if self.own is not None:
            self.own.actions.import_file(file)

    def may_show(self, *, exercise: bool) -> bool:
        """Ask whether to leave a session for what another start asks.

        Args:
            exercise: whether that is an exercise, before which `choose` asks.
        """
        if exercise or not self.flow.is_under_way:
            return True
        self.desk.pause()
        return ask_to_leave(self.window())

    @property
    def far_view(self) -> QWidget | None:
        """The far view, where it is open."""
        return self.session.far if self.session.far_shown else None

    def leave(self) -> None:
        """Stop a session that is under way; what was done is kept."""
        if self.runner is not None:
            self.runner.stop()

    def may_close(self) -> bool:
        """Ask where a session is under way, or an exercise in the form is not saved."""
        return self._may_leave(self.tr("Stop and close"))

    def showEvent(self, event: QShowEvent) -> None:
        """Let the session show itself again and find out about the sound."""
        super().showEvent(event)
        self.desk.set_watched(True)
        if not event.spontaneous():
            self.flow.look_at_gate()
            self._show_note()
            self._find_sound()
            if self.shown is not None:
                self._settle(self.shown)
            self._take_focus()

    def event(self, event: QEvent) -> bool:
        """Look at the gate when the user comes back to the window: it may be another day."""
        if event.type() == QEvent.Type.WindowActivate and self.isVisible():
            self.flow.look_at_gate()
        return super().event(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Pause where another page is shown; a minimised window goes on by ear."""
        super().hideEvent(event)
        self.desk.set_watched(False)
        if event.spontaneous():
            return
        self.desk.pause()
        self.flow.leave_page()
        if not self.flow.is_under_way:
            self.sound.close()

    def _wire(self) -> None:
        flow = self.flow
        self.destroyed.connect(flow.subscribe(self._follow))
        self.questions.answered.connect(flow.answer_questions)
        self.questions.kept.connect(flow.keep_answers)
        self.closed.lesson_requested.connect(self._show_care_lesson)
        self.closed.settled.connect(flow.say_settled)
        self.closed.questions_requested.connect(self.ask_questions)
        self.choice.start_requested.connect(flow.start)
        self.choice.settings_requested.connect(self.settings_requested)
        self.choice.questions_requested.connect(self.ask_questions)
        self.choice.go_on.go_on_requested.connect(flow.go_on)
        self.choice.go_on.declined.connect(flow.decline_unfinished)
        self.done.go_on_requested.connect(flow.go_on)
        self.done.again_requested.connect(flow.again)
        self.done.choice_requested.connect(flow.choose_another)
        self.done.pain_noted.connect(flow.note_pain)
        RecordsBridge(flow.records, self).saving_changed.connect(self._show_saving)
        feel = self.done.feel
        feel.skipped.connect(flow.skip_question)
        feel.felt_chosen.connect(flow.felt)
        feel.help_requested.connect(self._show_help)
        feel.more.effort_chosen.connect(flow.effort)
        feel.more.as_shown_chosen.connect(flow.done_as_shown)
        self.done.measures.told.connect(lambda name, told: flow.measure(**{name: told}))
        self.pain.taken_back.connect(flow.take_pain_back)
        self.pain.lesson_requested.connect(self._show_care_lesson)
        self.pain.level_chosen.connect(lambda level: flow.describe_pain(pain_level=level))
        self.pain.place_chosen.connect(lambda place: flow.describe_pain(pain_place=place))
        self.pain.signs_chosen.connect(lambda signs: flow.describe_pain(pain_signs=signs))
        self.note.dismissed.connect(self._dismiss_note)
        self.note.less_requested.connect(self._start_with_less)
        self.note.exercise_requested.connect(lambda name: self.choice.choose(Offer(name)))
        self.note.step_requested.connect(
            lambda place: self.lesson_requested.emit(place.lesson, place.step)
        )

    # What the flow has decided

    def _follow(self) -> None:
        before, self._state = self._state, self.flow.state
        entered = self._state is not before
        self.choice.go_on.show_unfinished(self.flow.unfinished)
        self.choice.show_next_day(self.flow.next_day)
        self.choice.show_wall(self.flow.course.wall)
        self.choice.show_exercises(self.flow.care.open_to(self.flow.exercises))
        if self._state is FlowState.CLOSED:
            self.closed.show_verdict(self.flow.verdict, self.flow.care.answers)
        elif self._state is FlowState.PAIN_NOTED:
            self.pain.show_pain(self.flow.given, self.flow.verdict)
        if entered:
            self._fill_view(before)
        self.done.feel.show_answers(self.flow.given, has_help=self.flow.help_step is not None)
        self.done.measures.show_answers(self.flow.given)
        view = self._view()
        if view is not self.shown:
            if self._stack.indexOf(view) < 0:
                self._stack.addWidget(view)
            self._stack.setCurrentWidget(view)
            self._settle(view)
            if not self.sound.tones.is_open:
                self._find_sound()
        self._show_note()
        if entered or view not in (
            self.done,
            self.pain,
        ):  # an answer keeps the focus it was given with
            self._take_focus()
        if entered and self._state is FlowState.PRACTISING:
            self.desk.begin(watched=self.isVisible())

    def _view(self) -> QWidget:
        if self._state is FlowState.EDITING and self.own and self.own.editor:
            return self.own.editor
        return self._views[self._state]

    def _fill_view(self, before: FlowState) -> None:
        """Give the view of a new state what it shows."""
        flow = self.flow
        if flow.state is FlowState.ASKING_SAFETY:
            self.questions.ask(flow.care.answers, flow.verdict)
        elif flow.state is FlowState.CHOOSING and before in (*_AFTER_SESSION, FlowState.PAIN_NOTED):
            self.choice.forget_offer()
        elif flow.state is FlowState.PRACTISING:
            self.desk.prepare()
        elif before is FlowState.PRACTISING and flow.summary is not None:
            self.session.finish(done=flow.summary.finished and flow.is_done)
            self.done.show_summary(flow.summary, flow.ask, is_done=flow.is_done)
            self.done.measures.ask(flow.measures, flow.course.wall, self._keeper.units)
            self._show_saving()
        if flow.state in _AFTER_SESSION:
            self.done.show_offer(flow.unfinished is not None)
            self.done.show_question(flow.state is FlowState.ASKING_HOW_IT_FELT)
            if before is FlowState.PAIN_NOTED:
                announce(self.done, self.tr("The pain has been removed from your records."))

    def _show_note(self) -> None:
        """Say what comes of a pain or of an answer, where practice could begin."""
        choosing = self.flow.state is FlowState.CHOOSING
        follow_up = self.flow.follow_up if choosing else None
        support = choosing and self.flow.verdict.gate is Gate.SUPPORT_ONLY
        self.note.show_note(self.flow.eased, follow_up, self.flow.exercises, support=support)

    def _show_saving(self) -> None:
        self.done.show_saving(self.flow.records.saving)

    # What the user wants

    def _may_leave(self, stop: str) -> bool:
        if self.own is not None and not self.own.may_leave():
            return False
        if not self.desk.may_stop(stop):
            return False
        if not self.isVisible():
            self.sound.close()
        return True

    def _dismiss_note(self) -> None:
        if self.flow.eased is not None:
            self.flow.dismiss_pain()
        elif follow_up := self.flow.follow_up:
            self.flow.put_away(follow_up)

    def _start_with_less(self) -> None:
        if (plan := self.choice.plan()) is not None:
            self.flow.start(with_less(plan))

    def _show_care_lesson(self) -> None:
        self.lesson_requested.emit(CARE_LESSON, 0)

    def _show_help(self) -> None:
        if (place := self.flow.help_step) is not None:
            self.lesson_requested.emit(place.lesson, place.step)

    def _take_focus(self) -> None:
        """Put the focus on what comes next."""
        view = self.shown
        if self.isVisible() and isinstance(view, _TAKE_FOCUS):
            view.take_focus()

    def _settle(self, view: QWidget) -> None:
        """Make a view that appears under a key in use deaf to it; at the end, to clicks as well.

        What a session or a form would take can be undone, and they are used at once.
        """
        if view is not self.session and not isinstance(view, ExerciseEditor):
            self._settling.begin(view, clicks=view is self.done)

    def _find_sound(self) -> None:
        """Open the tones again where they may soon be played."""
        if self.isVisible() and self.shown in (self.choice, self.done):
            self.sound.open_soon()
