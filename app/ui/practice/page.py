"""The practice page: the safety questions, the choice, the session, what was done and felt."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import UserError
from app.lessons.library import LessonLibrary
from app.lessons.model import Offer
from app.movement.library import MovementLibrary
from app.practice.beats import Beat
from app.practice.clock import read_clock
from app.practice.exercise import Exercise
from app.practice.moment import Moment
from app.practice.own import OwnExercises
from app.practice.timeline import Plan, build_session
from app.practice.tones import Tone
from app.programme.after import help_for
from app.programme.asking import Asking
from app.programme.programme import Programme
from app.programme.safety import Gate, verdict
from app.records.feedback import Felt
from app.records.model import SafetyAnswers, local_now
from app.records.queries import Queries
from app.records.recorder import Recorder
from app.records.session_log import Summary
from app.records.unfinished import Unfinished, find_unfinished
from app.ui.awake import ScreenAwake
from app.ui.icons import Icons
from app.ui.keeper import SettingsKeeper
from app.ui.page_area import PageStack
from app.ui.practice.choose_view import ChooseView
from app.ui.practice.desk import Opener, ToneDesk
from app.ui.practice.done_view import DoneView
from app.ui.practice.figure import motion_for
from app.ui.practice.leaving import ask_to_discard, ask_to_stop
from app.ui.practice.own.desk import OwnDesk
from app.ui.practice.pain_note import PainNote
from app.ui.practice.pain_view import PainView
from app.ui.practice.pulse import Pulse
from app.ui.practice.runner import SessionRunner
from app.ui.practice.safety_view import ClosedView, QuestionsView
from app.ui.practice.session_view import SessionView
from app.ui.practice.voice_desk import VoiceDesk
from app.ui.sound.player import open_tones
from app.ui.sound.voice import VoiceBox
from app.ui.theme import Appearance


class PracticePage(QWidget):
    """Leads from the questions to a session and back.

    Attributes:
        questions, closed, choice, session, done, pain: its states, one shown at a time.
        note: reminds of a pain, above the choice.
        own: the user's own exercises and their form; None where none can be.
        runner: leads the session; None without one.

    Signals:
        settings_requested, lessons_requested: the user wants to go there.
        lesson_requested: the user wants to see a step of a lesson: its id, and the step from 0.
        settled: the offer to go on with a session was taken up, or not.
    """

    settings_requested = Signal()
    lesson_requested = Signal(str, int)
    lessons_requested = Signal()
    settled = Signal()

    def __init__(
        self,
        exercises: Mapping[str, Exercise],
        movements: MovementLibrary,
        recorder: Recorder,
        queries: Queries,
        keeper: SettingsKeeper,
        icons: Icons,
        appearance: Appearance,
        sounds: Path,
        lessons: LessonLibrary,
        programme: Callable[[], Programme],
        *,
        clock: Callable[[], float] = read_clock,
        opener: Opener = open_tones,
        awake: ScreenAwake | None = None,
        wall: Callable[[], datetime] = local_now,
        voice: VoiceBox | None = None,
        own: OwnExercises | None = None,
    ) -> None:
        super().__init__()
        self.runner: SessionRunner | None = None
        self._movements, self._recorder, self._keeper = movements, recorder, keeper
        self._clock, self._awake, self._lessons = clock, awake, lessons
        self._asking = Asking(recorder, queries, programme, wall)
        self._desk = ToneDesk(sounds, keeper, opener)
        self._voice = VoiceDesk(voice or VoiceBox(), keeper, clock)
        self.pulse = Pulse(clock, self._wants_pulse, self)
        self.questions = QuestionsView()
        self.closed = ClosedView()
        self._exercises, self._queries, self._wall = exercises, queries, wall
        self.choice = ChooseView(
            exercises, movements, keeper, self._desk, icons, appearance, clock, programme(), own
        )
        self.session = SessionView(icons, appearance, clock)
        self.done = DoneView(recorder, appearance)
        self.pain = PainView()
        self.note = PainNote()
        self._stack = PageStack()
        for view in (
            self.questions, self.closed, self.choice, self.session, self.done, self.pain,
        ):  # fmt: skip
            self._stack.addWidget(view)
        self.own: OwnDesk | None = None
        if own is not None:
            self.own = OwnDesk(own, self.choice, self._stack, movements, keeper, appearance, clock)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.note)
        column.addWidget(self._stack, 1)
        # After the first paint: finding the sound takes a moment.
        self._open_desk = QTimer(self)
        self._open_desk.setSingleShot(True)
        self._open_desk.timeout.connect(self._open_sound)
        self._wire()
        self._ask_first(queries)
        self._look_back()

    @property
    def shown(self) -> QWidget | None:
        """The state that is shown."""
        return self._stack.currentWidget()

    def choose(self, offer: Offer) -> None:
        """Show an exercise, ready to be started; a session under way is not lost unasked."""
        if self._is_under_way() and not self._may_stop(self.tr("Stop and choose")):
            return
        self.choice.choose(offer)
        if self.shown in (self.session, self.done, self.pain) or self._is_editing():
            self._show(self.choice)
        self._take_focus()

    def ask_questions(self) -> None:
        """Ask the safety questions again; a session under way is not lost unasked."""
        if not self._is_under_way() or self._may_stop(self.tr("Stop and answer")):
            self._ask_again()

    def start(self, plan: Plan, goes_on: Unfinished | None = None) -> None:
        """Begin a session, or go on with one that was broken off."""
        if goes_on is None:
            self.leave_unfinished()  # it would be offered again after this one
        if not self._desk.is_open:
            self._open_desk.stop()
            self._open_sound()
        self._desk.check()
        self._voice.begin(plan)
        self._show_sound()
        self._drop_runner()
        self._follow_settings()
        body = self._keeper.body
        motions = [motion_for(part.exercise, self._movements, body) for part in plan.parts]
        self.session.begin(motions, self._keeper.units)
        runner = SessionRunner(
            plan, self._recorder, self._desk.play, self._clock, parent=self, goes_on=goes_on
        )
        runner.happened.connect(self._voice.take)
        runner.happened.connect(self.pulse.take)
        runner.moment_changed.connect(self._show_moment)
        runner.ended.connect(self._finish)
        self.runner = runner
        self._show(self.session)
        runner.start()
        runner.set_watched(self.isVisible())

    def go_on(self) -> None:
        """Go on with the session that was broken off, if practice is open."""
        unfinished = self.choice.go_on.unfinished
        if unfinished is None or self._is_under_way() or not self._gate_is_open():
            return
        self.choice.go_on.show_unfinished(None)
        self.start(unfinished.plan, unfinished)
        self.settled.emit()

    def leave_unfinished(self) -> None:
        """Do not go on with it, now or at the next start; what was done is kept."""
        unfinished = self.choice.go_on.unfinished
        if unfinished is not None:
            self.choice.go_on.show_unfinished(None)
            self._recorder.session_left(unfinished.run)
            self._take_focus()
            self.settled.emit()

    def may_close(self) -> bool:
        """Ask where a session is under way, or an exercise in the form is not saved."""
        if self._is_editing() and self.own and self.own.editor and self.own.editor.has_changes:
            return ask_to_discard(self.window())
        return not self._is_under_way() or self._may_stop(self.tr("Stop and close"))

    def showEvent(self, event: QShowEvent) -> None:
        """Let the session show itself again and find out about the sound."""
        super().showEvent(event)
        if self.runner is not None:
            self.runner.set_watched(True)
        if not event.spontaneous():
            self._show_note()
            self._find_sound()
            self._take_focus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Pause where another page is shown; a minimised window goes on by ear."""
        super().hideEvent(event)
        if self.runner is not None:
            self.runner.set_watched(False)
            if not event.spontaneous():
                self.runner.pause()
                self.session.leave_far()
        if not event.spontaneous() and self.shown is self.pain:
            self._choose_another()  # for when practice is wanted again, another day
        if not event.spontaneous() and not self._is_under_way():
            self._open_desk.stop()
            self._desk.close()

    def _wire(self) -> None:
        self.questions.answered.connect(self._answer)
        self.questions.left.connect(lambda: self._show(self._behind_the_gate()))
        self.closed.lessons_requested.connect(self.lessons_requested)
        self.closed.questions_requested.connect(self._ask_again)
        self.choice.start_requested.connect(self.start)
        self.choice.settings_requested.connect(self.settings_requested)
        self.choice.questions_requested.connect(self._ask_again)
        if self.own is not None:
            self.own.editing_began.connect(self._edit)
            self.own.editing_ended.connect(lambda: self._show(self.choice))
        self.choice.go_on.go_on_requested.connect(self.go_on)
        self.choice.go_on.left.connect(self.leave_unfinished)
        self.done.again_requested.connect(self._again)
        self.done.choice_requested.connect(self._choose_another)
        self.done.pain_noted.connect(self._note_pain)
        self.done.feel.felt_chosen.connect(self._take_felt)
        self.done.feel.help_requested.connect(self._show_help)
        self.done.feel.more.effort_chosen.connect(self._take_effort)
        self.done.feel.more.as_shown_chosen.connect(self._take_as_shown)
        self.pain.lessons_requested.connect(self.lessons_requested)
        self.note.dismissed.connect(self._dismiss_note)
        self._desk.changed.connect(self._show_sound)
        self._voice.changed.connect(self._show_sound)
        self.pulse.beaten.connect(self._beat)
        self._keeper.changed.connect(self._follow_settings)
        controls = self.session.controls
        controls.toggle_requested.connect(lambda: self._lead(SessionRunner.toggle))
        controls.back_requested.connect(lambda: self._lead(SessionRunner.back))
        controls.repeat_requested.connect(lambda: self._lead(SessionRunner.repeat))
        controls.rest_requested.connect(lambda: self._lead(SessionRunner.add_rest))
        controls.rep_done_requested.connect(lambda: self._lead(SessionRunner.rep_done))
        controls.skip_requested.connect(lambda: self._lead(SessionRunner.skip))
        controls.stop_requested.connect(lambda: self._lead(SessionRunner.stop))

    # The safety questions

    def _ask_first(self, queries: Queries) -> None:
        notice = ""
        try:
            self._answers = queries.safety()
        except UserError as error:
            self._answers, notice = None, str(error)
        self.questions.ask(self._answers, notice)
        self._show(self._behind_the_gate())

    def _look_back(self) -> None:
        """Find out which day is next, and whether there is a session to go on with."""
        try:
            begun = self._queries.routines()
            found = find_unfinished(self._queries, self._exercises, self._wall())
        except UserError:
            return  # the records say so themselves
        self.choice.refresh(begun)
        self.choice.go_on.show_unfinished(found)

    def _show_next_day(self) -> None:
        with contextlib.suppress(UserError):
            self.choice.refresh(self._queries.routines())

    def _gate_is_open(self) -> bool:
        return verdict(self._answers).is_open

    def _ask_again(self) -> None:
        self.questions.ask(self._answers)
        self._show(self.questions)

    def _answer(self, answers: SafetyAnswers) -> None:
        self._answers = answers
        self._recorder.safety_answered(answers)
        self._show(self._behind_the_gate())

    def _behind_the_gate(self) -> QWidget:
        found = verdict(self._answers)
        if found.gate is Gate.UNANSWERED:
            return self.questions
        if found.is_open:
            return self.choice
        if self._answers is not None:
            self.closed.show_verdict(found, self._answers)
        return self.closed

    def _is_editing(self) -> bool:
        return self.own is not None and self.own.editor is self.shown

    def _edit(self) -> None:
        if self.own is not None and self.own.editor is not None:
            self._show(self.own.editor)
            self.own.editor.take_focus()

    # The session

    def _lead(self, verb: Callable[[SessionRunner], None]) -> None:
        if self.runner is not None:
            verb(self.runner)

    def _is_under_way(self) -> bool:
        return self.runner is not None and not self.runner.is_over

    def _may_stop(self, stop: str) -> bool:
        """Pause and ask; a session that is stopped is recorded before this returns."""
        if self.runner is None:
            return True
        self.runner.pause()
        self.session.leave_far()  # the question would be behind it
        if not ask_to_stop(self.window(), stop):
            return False
        self.runner.stop()
        if not self.isVisible():
            self._desk.close()
        return True

    def _show_moment(self, moment: Moment) -> None:
        if self._awake is not None:
            self._awake.follow(moment.state)
        if self.runner is not None:
            self.session.show_moment(moment, self.runner.reason)

    def _finish(self, summary: Summary) -> None:
        self.session.finish(done=summary.finished)
        self.done.show_summary(summary, asks=self._asking.over(summary))
        self._show(self.done)

    def _again(self) -> None:
        if self.runner is not None:
            plan = self.runner.plan
            self.start(build_session(plan.parts, plan.title, routine=plan.routine))

    def _choose_another(self) -> None:
        self.choice.forget_offer()
        self._show_next_day()
        self._show(self.choice)

    def _open_sound(self) -> None:
        self._desk.open()
        self._voice.open()

    def _wants_pulse(self) -> bool:
        return self._keeper.value.metronome or self._keeper.value.count_seconds

    def _beat(self, beat: Beat) -> None:
        if self._keeper.value.metronome and self._keeper.value.sound:
            self._desk.play([Tone.TICK])
        self._voice.count(beat)

    # How it felt

    def _take_felt(self, felt: Felt) -> None:
        self._asking.felt(felt)
        has_help = help_for(felt, self._lessons) is not None
        self.done.feel.show_reply(felt, has_help=has_help)

    def _take_effort(self, effort: int) -> None:
        self._asking.effort(effort)
        self.done.feel.show_answered()

    def _take_as_shown(self, as_shown: bool) -> None:
        self._asking.done_as_shown(as_shown)
        self.done.feel.show_answered()

    def _show_help(self) -> None:
        given = self._asking.given
        place = help_for(given.felt, self._lessons) if given and given.felt else None
        if place is not None:
            self.lesson_requested.emit(place.lesson, place.step)

    def _note_pain(self) -> None:
        self._asking.pain()
        self._show(self.pain)

    def _show_note(self) -> None:
        """Remind of a pain of today or yesterday where practice could begin."""
        day = self._asking.pain_to_mention() if self.shown is self.choice else None
        if day is not None:
            self.note.show_day(day)
        self.note.setVisible(day is not None)

    def _dismiss_note(self) -> None:
        self._asking.dismiss_pain()
        self._show_note()
        self._take_focus()

    def _drop_runner(self) -> None:
        if self.runner is not None:
            self.runner.deleteLater()
            self.runner = None

    def _show(self, view: QWidget) -> None:
        self._stack.setCurrentWidget(view)
        self._show_note()
        self._take_focus()
        if not self._desk.is_open:
            self._find_sound()

    def _take_focus(self) -> None:
        """Put the focus on what comes next."""
        if not self.isVisible():
            return
        if self.shown is self.choice:
            self.choice.take_focus()
        elif self.shown is self.closed:
            self.closed.take_focus()
        elif self.shown is self.pain:
            self.pain.take_focus()
        elif self.shown is self.session:
            self.session.controls.take_focus()

    def _find_sound(self) -> None:
        """Open the tones anew where they may soon be played: devices come and go."""
        if self.isVisible() and self.shown in (self.choice, self.done):
            self._open_desk.start(0)

    def _follow_settings(self) -> None:
        self.session.set_flashes(self._keeper.value.flash)
        self.session.set_less_motion(self._keeper.less_motion)

    def _show_sound(self) -> None:
        heard = self._desk.available or self._voice.available
        self.session.set_silent("" if heard else self._desk.reason)
