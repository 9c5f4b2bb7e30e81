"""The bridge between a session and the window: timers lead it, Qt signals and tones tell of it."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.practice.clock import read_clock
from app.practice.events import Event, Paused, PauseReason, PhaseStarted, SetFinished
from app.practice.moment import Moment
from app.practice.session import Session
from app.practice.timeline import Plan
from app.practice.tones import Tone, tones_due
from app.practice.transitions import State, Trigger, is_legal
from app.programme.flow import PracticeFlow

FRAME_MS = 16
#: How long the picture of a rest waits for its set to be on the disk, s.
_DISK_S = 0.1
_MOVING = (State.RUNNING, State.AWAITING, State.RESUMING)
_OVER = (State.FINISHED, State.STOPPED)
_VERBS: Mapping[Trigger, Callable[[Session, float], list[Event]]] = {
    Trigger.PAUSE: Session.pause,
    Trigger.RESUME: Session.resume,
    Trigger.SKIP: Session.skip,
    Trigger.BACK: Session.back,
    Trigger.REPEAT: Session.repeat,
    Trigger.ADD_REST: Session.add_rest,
    Trigger.REP_DONE: Session.rep_done,
    Trigger.FAR_ENOUGH: Session.far_enough,
    Trigger.STOP: Session.stop,
}


class SessionRunner(QObject):
    """Leads the session that the flow has started.

    One timer waits for the next thing that is due; another asks for frames, only while
    somebody can see them and something moves. Paused, neither runs.

    Attributes:
        reason: why it is paused, or None.

    Signals:
        happened: one thing happened; its event, of whatever kind, with the time it was planned
            for on the runner's clock. Told in order, after tone and records, before pictures;
            nothing that it calls may wait.
        phase_started: a phase began; its event.
        moment_changed: a frame is wanted; the one moment all of it reads.
        ended: the session is over; the flow has its summary.
    """

    happened = Signal(object)
    phase_started = Signal(PhaseStarted)
    moment_changed = Signal(Moment)
    ended = Signal()

    def __init__(
        self,
        plan: Plan,
        flow: PracticeFlow,
        play: Callable[[Sequence[Tone]], None],
        clock: Callable[[], float] = read_clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.reason: PauseReason | None = None
        self._session = Session(plan, flow.performed)
        self._flow = flow
        self._play = play
        self._clock = clock
        self._watched = False
        self._due = self._timer()
        self._due.setSingleShot(True)
        self._frames = self._timer()
        self._frames.setInterval(FRAME_MS)

    @property
    def plan(self) -> Plan:
        """What is led; it grows where a rest is added."""
        return self._session.plan

    @property
    def state(self) -> State:
        """What the session is doing."""
        return self._session.state

    @property
    def is_over(self) -> bool:
        """Whether the session came to its end or was stopped."""
        return self.state in _OVER

    def start(self) -> None:
        """Begin."""
        now = self._clock()
        self._flow.begin()
        self._take(self._session.start(now), now)

    def stop(self) -> None:
        """End the session; what was done is recorded."""
        self.lead(Trigger.STOP)

    def lead(self, command: Trigger) -> None:
        """Do what the user wants, where the session still knows it.

        A key pressed as the last set ends finds the session over: that is no mistake.
        """
        if is_legal(self.state, command):
            now = self._clock()
            self._take(_VERBS[command](self._session, now), now)

    def set_watched(self, watched: bool) -> None:
        """Ask for frames only while they can be seen."""
        self._watched = watched
        self.tick()

    def tick(self) -> None:
        """Catch up with the clock and show where the session stands; both timers end here."""
        if not self.is_over:
            now = self._clock()
            self._take(self._session.advance(now), now)

    def _take(self, events: Sequence[Event], now: float) -> None:
        # Tones lead; the records follow at once, before a voice or a picture could hold them up.
        self._play(tones_due(events, now))
        self._flow.record(events, now)
        for event in events:
            self.happened.emit(event)
        if any(isinstance(event, SetFinished) for event in events):
            # The rest is shown once its set is on the disk; a disk that hangs is not waited
            # for, and the next beat is the whole rest away.
            self._flow.records.flush(_DISK_S)
        for event in events:
            if isinstance(event, Paused):
                self.reason = event.reason
            elif isinstance(event, PhaseStarted):
                self.phase_started.emit(event)
        if self.state is not State.PAUSED:
            self.reason = None
        self._run_timers()
        self.moment_changed.emit(self._session.moment(now))
        if self.is_over:
            self._flow.finish()
            self.ended.emit()

    def _run_timers(self) -> None:
        now = self._clock()
        due = self._session.next_boundary(now)
        if due is None:
            self._due.stop()
        else:
            # Rounded up to the timer's whole milliseconds: it must not fire before it is due.
            self._due.start(max(0, math.ceil((due - now) * 1000)))
        wanted = self._watched and self.state in _MOVING
        if wanted and not self._frames.isActive():
            self._frames.start()
        elif not wanted:
            self._frames.stop()

    def _timer(self) -> QTimer:
        timer = QTimer(self)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(self.tick)
        return timer
