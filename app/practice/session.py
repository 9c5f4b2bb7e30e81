"""A session on the clock: commands and ticks in, events out."""

from __future__ import annotations

from app.practice.events import (
    Event,
    LeadInStarted,
    Paused,
    PauseReason,
    Resumed,
    ResumeStarted,
    SessionStopped,
    SetAbandoned,
    SetSkipped,
    SetStopped,
)
from app.practice.jumps import Jump, Landing, back_from, resume_from, skip_from
from app.practice.moment import Moment, moment_at
from app.practice.scorer import Scorer
from app.practice.timeline import Plan
from app.practice.track import COUNTDOWN_US, US, MarkKind, lay_track, to_us
from app.practice.transitions import (
    COUNTDOWN_S,
    GAP_S,
    HEARTBEAT_S,
    State,
    Trigger,
    is_legal,
    next_state,
)

_GAP_US = to_us(GAP_S)


class Session:
    """Walk a plan; `app.practice.transitions` and `.jumps` hold the rules.

    Every verb takes `now`, seconds on any clock that does not go back (`read_clock`), first
    catches up with it, and returns all events since the last call. A `now` before the last
    one counts as no time passed. What became pointless while catching up is dropped: a pause
    pressed as the last set ended is no mistake.

    Attributes:
        plan: what is walked.
        state: what it is doing.

    Raises:
        IllegalCommandError: (by each verb) the state does not know the command.
    """

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.state = State.READY
        self._track = lay_track(plan)
        self._scorer = Scorer(plan, self._track)
        self._last: int | None = None  # the latest `now`, us
        self._origin = 0  # running: where on the clock the track begins, us
        self._position = 0  # not running: where on the track it stands, us
        self._next = 0  # the mark that is due next
        self._target = Jump(Landing.PHASE, 0, 0)  # resuming: where it goes on ...
        self._resume_at = 0  # ... and when, us
        self._ticks_left = 0  # resuming: countdown ticks still to come

    def start(self, now: float) -> list[Event]:
        """Begin with prepare."""
        return self._command(Trigger.START, now)

    def pause(self, now: float) -> list[Event]:
        """Stand still."""
        return self._command(Trigger.PAUSE, now)

    def resume(self, now: float) -> list[Event]:
        """Go on after a countdown."""
        return self._command(Trigger.RESUME, now)

    def skip(self, now: float) -> list[Event]:
        """Leave the set for its rest, or the rest for the next set."""
        return self._command(Trigger.SKIP, now)

    def back(self, now: float) -> list[Event]:
        """Do the set again, or the one before."""
        return self._command(Trigger.BACK, now)

    def stop(self, now: float) -> list[Event]:
        """End the session early."""
        return self._command(Trigger.STOP, now)

    def advance(self, now: float) -> list[Event]:
        """Catch up with the clock: walk through all that was due."""
        out: list[Event] = []
        clock = self._observe(now)
        if self._last is not None and clock - self._last > _GAP_US and self._is_moving:
            out.append(self._pause(self._last, Trigger.GAP, PauseReason.GAP))
        self._last = clock
        if self.state is State.RESUMING:
            self._count_down(clock, out)
        if self.state is State.RUNNING:
            self._walk(clock, out)
        return out

    def moment(self, now: float) -> Moment:
        """Describe the moment at `now`, in every state, without changing anything."""
        clock = self._observe(now)
        return moment_at(
            self._track,
            self.plan.choice.sets,
            self.plan.choice.reps,
            self.state,
            self._position_at(clock),
            self._resume_at - clock,
        )

    def next_boundary(self, now: float) -> float | None:
        """Return the time at which `advance` is wanted next; None where nothing is due.

        It is the time of the next event, or 2 s from the last call where that is sooner, so
        that a long rest is not taken for sleep.
        """
        if not self._is_moving or self._last is None:
            return None
        if self.state is State.RUNNING:
            due = self._origin + self._track.marks[self._next].at
        else:
            due = self._resume_at - self._ticks_left * US
        return max(min(due, self._last + to_us(HEARTBEAT_S)), self._observe(now)) / US

    @property
    def _is_moving(self) -> bool:
        return self.state in (State.RUNNING, State.RESUMING)

    def _observe(self, now: float) -> int:
        clock = to_us(now)
        return clock if self._last is None else max(clock, self._last)

    def _position_at(self, clock: int) -> int:
        if self._is_moving and self._last is not None and clock - self._last > _GAP_US:
            clock = self._last  # the next tick will pause there
        if self.state is State.RUNNING:
            return min(clock - self._origin, self._track.total)
        if self.state is State.RESUMING:
            return min(self._target.position + max(0, clock - self._resume_at), self._track.total)
        return self._position

    def _command(self, command: Trigger, now: float) -> list[Event]:
        next_state(self.state, command)  # raises where the caller is mistaken
        out = self.advance(now)
        if not is_legal(self.state, command):
            return out
        clock = self._observe(now)
        match command:
            case Trigger.START:
                self.state = next_state(self.state, command)
                self._origin = clock
                self._walk(clock, out)
            case Trigger.PAUSE:
                out.append(self._pause(clock, command, PauseReason.USER))
            case Trigger.RESUME:
                self._resume(clock, out)
            case Trigger.SKIP | Trigger.BACK:
                self._jump(command, clock, out)
            case _:
                self._stop(clock, out)
        return out

    def _pause(self, clock: int, trigger: Trigger, reason: PauseReason) -> Event:
        if self.state is State.RUNNING:
            self._position = clock - self._origin
        self.state = next_state(self.state, trigger)
        return Paused(clock / US, reason)

    def _resume(self, clock: int, out: list[Event]) -> None:
        self.state = next_state(self.state, Trigger.RESUME)
        self._target = resume_from(self._track, self._position, self._next)
        self._resume_at = clock + COUNTDOWN_US
        self._ticks_left = COUNTDOWN_S
        out.append(ResumeStarted(clock / US))
        self._count_down(clock, out)

    def _count_down(self, clock: int, out: list[Event]) -> None:
        while self._ticks_left and self._resume_at - self._ticks_left * US <= clock:
            at = self._resume_at - self._ticks_left * US
            out.append(self._scorer.tick(at, self._ticks_left))
            self._ticks_left -= 1
        if clock >= self._resume_at:
            self.state = next_state(self.state, Trigger.COUNTED_DOWN)
            self._origin = self._resume_at - self._target.position
            self._next = self._target.mark
            out.append(Resumed(self._resume_at / US))

    def _walk(self, clock: int, out: list[Event]) -> None:
        while self._track.marks[self._next].at + self._origin <= clock:
            mark = self._track.marks[self._next]
            out.append(self._scorer.event(mark, mark.at + self._origin))
            if mark.kind is MarkKind.END:
                self.state = next_state(self.state, Trigger.ENDED)
                self._position = self._track.total
                return
            self._next += 1

    def _jump(self, command: Trigger, clock: int, out: list[Event]) -> None:
        if self.state is State.RUNNING:
            self._position = clock - self._origin
        skipping = command is Trigger.SKIP
        jump = (skip_from if skipping else back_from)(self._track, self._position)
        if jump is None:
            return
        left = SetSkipped if skipping else SetAbandoned
        out.extend(self._scorer.leave(left, clock, self._position))
        if self.state is State.RESUMING and jump.landing is not Landing.END:
            out.append(Resumed(clock / US))
        if jump.landing is not Landing.END:
            self.state = next_state(self.state, command)
        self._position, self._next = jump.position, jump.mark
        self._origin = clock - jump.position
        if jump.landing is Landing.LEAD_IN:
            out.append(LeadInStarted(clock / US, jump.number))
        elif jump.landing is Landing.PHASE and self.state is State.PAUSED:
            # Where it landed is said at once; what follows waits for the end of the pause.
            out.append(self._scorer.event(self._track.marks[jump.mark], clock))
            self._next += 1
        if jump.landing is Landing.END or self.state is State.RUNNING:
            self._walk(clock, out)

    def _stop(self, clock: int, out: list[Event]) -> None:
        if self.state is State.RUNNING:
            self._position = clock - self._origin
        self.state = next_state(self.state, Trigger.STOP)
        stopped = self._scorer.leave(SetStopped, clock, self._position)
        out.extend(stopped)
        reps = stopped[0].reps_done if stopped else None
        out.append(SessionStopped(clock / US, self._scorer.sets_finished, reps))
