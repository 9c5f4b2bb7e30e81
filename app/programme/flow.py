"""Practice from the safety questions to how it felt, without any widget."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime

from app.errors import UserError
from app.lessons.library import LessonLibrary
from app.practice.events import Event
from app.practice.exercise import Ask, Exercise, Measure
from app.practice.timeline import Plan, build_session
from app.programme.after import help_for
from app.programme.asking import Asking
from app.programme.care import Care
from app.programme.course import Course, find_course
from app.programme.flow_states import (
    FlowEvent,
    FlowState,
    IllegalFlowEventError,
    allows,
    state_after,
)
from app.programme.follow_up import FollowUp
from app.programme.life import Life, read_life
from app.programme.parts import with_cue
from app.programme.programme import Programme, Routine
from app.programme.safety import Gate, Verdict
from app.records.decision import Decision
from app.records.feedback import Feedback, Felt, PainPlace
from app.records.model import LessonPlace, Record, SessionClosed, local_now
from app.records.records import Records
from app.records.session_log import SessionLog, Summary
from app.records.unfinished import Unfinished, find_unfinished
from app.settings.model import PlanSettings


class PracticeFlow:
    """Decides what practice does next and writes its records; `flow_states` holds the table.

    A verb that the state does not allow raises `IllegalFlowEventError` and changes nothing.
    Times of a session, `now`, are seconds on the clock that leads it.

    Args:
        exercises: by id, those that could be read.
        lessons: where the step behind an answer is looked for.
        programme: the weeks and the homework.
        records: what was done; where practice stands is read from them.
        wall: the wall clock, with its zone.
        plan: returns which days suit, as the user has set it.

    Attributes:
        exercises, programme: what there is to practise.
        records: what was done.
        state: what practice is doing.
        care: the safety answers, and whether practice is open.
        course: where the course is.
        unfinished: the session to offer to go on with, which was stopped or broken off; None
            where there is none.
        plan: what is practised, or was last; None before the first session.
        performed: how often a set of each exercise was begun before the session went on; empty
            for a new one.
        summary: what was done in the session that ended last; None during another.
        is_done: whether that counts as done.
    """

    def __init__(
        self,
        exercises: Mapping[str, Exercise],
        lessons: LessonLibrary,
        programme: Programme,
        records: Records,
        wall: Callable[[], datetime] = local_now,
        plan: Callable[[], PlanSettings] = PlanSettings,
    ) -> None:
        self.unfinished: Unfinished | None = None
        self.plan: Plan | None = None
        self.performed: tuple[int, ...] = ()
        self.summary: Summary | None = None
        self.is_done = False
        self.exercises, self.programme, self._lessons = exercises, programme, lessons
        self.records, self._wall, self._plan = records, wall, plan
        self.care = Care(records, wall)
        self._asking = Asking(records, lambda: programme, wall)
        self._log: SessionLog | None = None
        self._pain_ends = FlowState.DONE
        self._listeners: list[Callable[[], None]] = []
        self.course: Course = find_course(programme, Life(), plan(), wall())
        records.subscribe(self._follow)
        self.state = FlowState.ASKING_SAFETY
        self._move(self._gate_event())
        # Records that cannot be read say so themselves.
        with suppress(UserError):
            self._find_course()
            # What is under way in another window is not offered here.
            if not records.found_others:
                self._find_unfinished()

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call `listener` after every change; return what ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    @property
    def next_day(self) -> Routine | None:
        """The session of the course that comes next; None without one."""
        return self.course.next

    def look_again(self) -> None:
        """Follow what was corrected in the records: what is next, unfinished and answered."""
        self._find_course()
        self._asking.look_again()
        if not self.is_under_way:
            self._find_unfinished()
        self._tell()
        self.look_at_gate()

    def look_at_gate(self) -> None:
        """Follow what opens or closes practice by itself: time, and a pain that was corrected."""
        event = self._gate_event()
        if self.state is FlowState.CLOSED or (
            self.state is FlowState.CHOOSING and event is not FlowEvent.CHOOSE
        ):
            self._move(event, self._find_unfinished)

    # The safety questions

    @property
    def verdict(self) -> Verdict:
        """Whether practice is open now."""
        return self.care.verdict

    def ask_questions(self) -> None:
        """Ask the safety questions, again or for the first time."""
        self._move(FlowEvent.ASK_SAFETY)

    def answer_questions(
        self, answers: Mapping[str, bool], support: bool, cleared: bool = False
    ) -> None:
        """Record the answers, which open practice or close it.

        Args:
            answers: whether each question was answered with yes, by its id.
            support: whether there is support at hand.
            cleared: whether a professional has cleared the learner to practise.
        """
        state_after(self.state, FlowEvent.OPEN_GATE)  # refused before anything is recorded
        self.care.answer(answers, support=support, cleared=cleared)
        self._move(self._gate_event(), self._find_unfinished)

    def say_settled(self, settled: bool) -> None:
        """Record whether the pain that is asked about had settled within 24 hours."""
        if pain := self.verdict.unsettled:
            self._move(FlowEvent.SAY_SETTLED, lambda: self._asking.settled(pain, settled))
            self.look_at_gate()

    def keep_answers(self) -> None:
        """Leave the questions with the answers given before, where there are any."""
        self._move(self._gate_event())

    # Choosing

    def choose(self) -> None:
        """Show what there is to choose, if practice is open."""
        self._choose()

    def choose_another(self) -> None:
        """Go back to the choice after a session, where another day may be next by now."""
        self._choose(self._find_course)

    def edit(self) -> None:
        """Show the form for an exercise."""
        self._move(FlowEvent.EDIT)

    def end_editing(self) -> None:
        """Leave the form for an exercise."""
        self._move(FlowEvent.END_EDITING)

    def leave_page(self) -> None:
        """Leave the page: after pain, the next visit begins with the choice."""
        if self.state is FlowState.PAIN_NOTED:
            self.choose_another()

    # The session

    @property
    def is_under_way(self) -> bool:
        """Whether a session is under way, which is not to be lost without being asked."""
        return self.state is FlowState.PRACTISING

    def start(self, plan: Plan) -> None:
        """Start a session; one left unfinished would otherwise be offered again after it."""
        self._start(plan, None)

    def again(self) -> None:
        """Start the last session once more, from its beginning."""
        if (plan := self.plan) is not None:
            self.start(
                build_session(
                    plan.parts, plan.title, routine=plan.routine, programme=plan.programme
                )
            )

    def go_on(self) -> None:
        """Go on with the unfinished session, where practice is open and none is under way."""
        if self.state is FlowState.ASKING_SAFETY and self.verdict.is_open:
            self.keep_answers()
        if self.unfinished is not None and allows(self.state, FlowEvent.START):
            self._start(self.unfinished.plan, self.unfinished)

    def decline_unfinished(self) -> None:
        """Do not go on with it, now or at the next start; what was done is kept."""
        if self.unfinished is not None:
            self.records.put(SessionClosed(self.unfinished.run))
            self.unfinished = None
            self._tell()

    def begin(self) -> None:
        """Record that the session began."""
        self._session_log().begin()

    def record(self, events: Sequence[Event], now: float) -> None:
        """Record what happened in the session up to `now`."""
        self._session_log().take(events, now)

    def finish(self) -> None:
        """Sum up the session, which has ended or was stopped, and ask how it felt if that is due.

        Raises:
            IllegalFlowEventError: no session is under way, or it has not ended.
        """
        summary = self._session_log().summary
        if summary is None:
            raise IllegalFlowEventError(self.state, FlowEvent.FINISH)
        self.summary, self._log = summary, None
        self.is_done = self.programme.done.is_led_done(summary, self._wall())
        if not summary.finished:
            self._find_unfinished(summary.run)
        asks = self._asking.over(summary)
        self._move(FlowEvent.FINISH_AND_ASK if asks else FlowEvent.FINISH)

    # How it felt

    @property
    def given(self) -> Feedback | None:
        """What was answered about the last session; None where nothing was asked or answered."""
        return self._asking.given

    @property
    def ask(self) -> Ask:
        """The question that fits the last session."""
        return self._asking.ask

    @property
    def measures(self) -> frozenset[Measure]:
        """What can be measured after the last session."""
        return self._asking.measures

    @property
    def follow_up(self) -> FollowUp | None:
        """What the latest answer changes about what comes next; None where nothing."""
        return self.care.follow_up(self.programme, self.exercises, self._lessons)

    def put_away(self, follow_up: FollowUp) -> None:
        """Offer no more what an answer led to."""
        self.care.put_away(follow_up)
        self._tell()

    @property
    def help_step(self) -> LessonPlace | None:
        """The step of a lesson that shows what is behind the answer; None where nothing is."""
        felt = self.given.felt if self.given else None
        return help_for(felt, self.programme.answers, self._lessons) if felt else None

    def felt(self, felt: Felt | None) -> None:
        """Record where it was felt; None takes the answer back, as it does below."""
        self._move(FlowEvent.ANSWER, lambda: self._asking.answer(felt=felt))

    def effort(self, effort: int | None) -> None:
        """Record the effort, from 1 to 10."""
        self._move(FlowEvent.ANSWER, lambda: self._asking.answer(effort=effort))

    def done_as_shown(self, as_shown: bool | None) -> None:
        """Record whether it went as the figure shows it."""
        self._move(FlowEvent.ANSWER, lambda: self._asking.answer(done_as_shown=as_shown))

    def measure(self, **told: int | bool | None) -> None:
        """Record the wall's distance in cm, or where the stick stayed on, as in `Feedback`."""
        self._move(FlowEvent.MEASURE, lambda: self._asking.answer(**told))

    def skip_question(self) -> None:
        """Leave the question unanswered."""
        self._move(FlowEvent.SKIP)

    def note_pain(self) -> None:
        """Record pain, which ends practice for now: the session is not offered again either."""
        self._pain_ends = self.state

        def note() -> None:
            self._asking.answer(pain=True)
            self.unfinished = None

        self._move(FlowEvent.NOTE_PAIN, note)

    def describe_pain(self, **said: int | PainPlace | bool | None) -> None:
        """Record how strong the pain that was just noted is, where, and what came with it."""
        self._move(FlowEvent.DESCRIBE_PAIN, lambda: self._asking.answer(**said))

    def take_pain_back(self) -> None:
        """Take back the pain that was just noted: it was a slip, and all is as it was before."""

        def act() -> None:
            self._asking.answer(pain=False)
            self._find_unfinished()

        asks = self._pain_ends is FlowState.ASKING_HOW_IT_FELT
        self._move(FlowEvent.TAKE_PAIN_BACK_AND_ASK if asks else FlowEvent.TAKE_PAIN_BACK, act)

    @property
    def eased(self) -> Feedback | None:
        """The pain after which less is offered, where a session could be started."""
        return self.verdict.eased if self.state is FlowState.CHOOSING else None

    def dismiss_pain(self) -> None:
        """Offer less no more after a pain."""
        if pain := self.verdict.eased:
            self._asking.dismiss(pain)
            self._tell()

    def _move(self, event: FlowEvent, act: Callable[[], None] | None = None) -> None:
        """Follow an event; `act` is done in between, and not for an event that is refused."""
        after = state_after(self.state, event)
        if act is not None:
            act()
        self.state = after
        self._tell()

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener()

    def _gate_event(self) -> FlowEvent:
        """Return the event that leads to the choice, or to what stands before it now."""
        found, asking = self.verdict, self.state is FlowState.ASKING_SAFETY
        if found.gate is Gate.UNANSWERED:
            return FlowEvent.ASK_SAFETY
        if found.is_open and self.state is FlowState.CLOSED:
            return FlowEvent.OPEN_AGAIN
        if not found.is_open and self.state is not FlowState.CLOSED:
            return FlowEvent.CLOSE_GATE if asking else FlowEvent.PAUSE
        return FlowEvent.OPEN_GATE if asking else FlowEvent.CHOOSE

    def _choose(self, act: Callable[[], None] | None = None) -> None:
        state_after(self.state, FlowEvent.CHOOSE)  # refused where a session is under way
        asking = self.state is FlowState.ASKING_SAFETY
        self._move(FlowEvent.CHOOSE if asking else self._gate_event(), act)

    def _follow(self, record: Record | None) -> None:
        """Follow what was decided about the course."""
        if isinstance(record, Decision):
            self._find_course()
            self._tell()

    def _find_course(self) -> None:
        with suppress(UserError):  # it stays where it was
            now = self._wall()
            life = read_life(self.programme, self.records, now)
            self.course = find_course(self.programme, life, self._plan(), now)

    def _find_unfinished(self, run: str | None = None) -> None:
        """Look for a session to go on with, the latest or a certain one; after pain for none."""
        with suppress(UserError):
            open_ = self.care.open_to(self.exercises)
            found = find_unfinished(self.records, open_, self._wall(), run)
            offered = found and self.verdict.may_offer and not self._asking.hurt(found.run)
            self.unfinished = found if offered else None

    def _start(self, plan: Plan, goes_on: Unfinished | None) -> None:
        state_after(self.state, FlowEvent.START)  # refused before the gate is looked at
        found = self.verdict
        if not (found.is_open and all(found.offers(part.exercise) for part in plan.parts)):
            self._choose()
            return

        def begin() -> None:
            if self.unfinished is not None and goes_on is None:
                self.records.put(SessionClosed(self.unfinished.run))
            self.unfinished, self.summary = None, None
            self.plan = with_cue(plan, self._plan().cue)
            self.performed = goes_on.performed if goes_on else ()
            self._log = SessionLog(self.plan, self.records, self._wall, goes_on)

        self._move(FlowEvent.START, begin)

    def _session_log(self) -> SessionLog:
        if self._log is None:
            raise IllegalFlowEventError(self.state, FlowEvent.FINISH)
        return self._log
