"""A session on the clock: commands and ticks in, events out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.practice.events import (
    Event,
    LeadInStarted,
    Paused,
    PauseReason,
    RestAdded,
    Resumed,
    ResumeStarted,
    SessionStopped,
    SetAbandoned,
    SetEvent,
    SetFinished,
    SetSkipped,
    SetStopped,
)
from app.practice.jumps import (
    Jump,
    Landing,
    back_from,
    far_enough_from,
    repeat_from,
    resume_from,
    skip_from,
)
from app.practice.moment import Moment, moment_at
from app.practice.scorer import Scorer
from app.practice.timeline import STANDING, PhaseKind, Plan
from app.practice.track import COUNTDOWN_US, US, MarkKind, Track, lay_track, to_us
from app.practice.transitions import (
    ADDED_REST_S,
    COUNTDOWN_S,
    GAP_S,
    HEARTBEAT_S,
    LONGEST_REST_S,
    State,
    Trigger,
    is_legal,
    next_state,
)

_GAP_US = to_us(GAP_S)
_JUMPS: dict[Trigger, Callable[[Track, int], Jump | None]] = {
    Trigger.SKIP: skip_from,
    Trigger.BACK: back_from,
    Trigger.REPEAT: repeat_from,
    Trigger.FAR_ENOUGH: far_enough_from,
}
#: What becomes of the set that is left; of other jumps it is performed again.
_LEFT: dict[Trigger, type[SetEvent]] = {
    Trigger.SKIP: SetSkipped,
    Trigger.FAR_ENOUGH: SetFinished,
}


class Session:
    """Walk a plan; `app.practice.transitions` and `.jumps` hold the rules.

    Every verb takes `now`, seconds on any clock that does not go back (`read_clock`), first
    catches up with it, and returns all events since the last call. A `now` before the last
    one counts as no time passed. What became pointless while catching up is dropped: a pause
    pressed as the last set ended is no mistake.

    Args:
        performed: how often a set of each exercise was begun before, where an interrupted
            session goes on.

    Attributes:
        plan: what is walked; it grows where a rest is added.
        state: what it is doing.

    Raises:
        IllegalCommandError: (by each verb) the state does not know the command.
    """

    def __init__(self, plan: Plan, performed: Sequence[int] = ()) -> None:
        self.plan = plan
        self.state = State.READY
        self._track = lay_track(plan)
        self._scorer = Scorer(plan, self._track, performed)
        self._last: int | None = None  # the latest `now`, us
        self._origin = 0  # running: where on the clock the track begins, us
        self._position = 0  # not running: where on the track it stands, us
        self._next = 0  # the mark that is due next
        self._target = Jump(Landing.PHASE, 0, 0, 0)  # resuming: where it goes on ...
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

    def repeat(self, now: float) -> list[Event]:
        """Do the set that is under way, or was just done, again; before the first it is nothing."""
        return self._command(Trigger.REPEAT, now)

    def add_rest(self, now: float) -> list[Event]:
        """Make the rest that is on, or else the next one, 15 s longer; nothing where none is."""
        return self._command(Trigger.ADD_REST, now)

    def rep_done(self, now: float) -> list[Event]:
        """Tell that a repetition at the learner's own pace is done."""
        return self._command(Trigger.REP_DONE, now)

    def far_enough(self, now: float) -> list[Event]:
        """End a set that lasts until it is far enough; elsewhere it is nothing."""
        return self._command(Trigger.FAR_ENOUGH, now)

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
        position, left = self._position_at(clock), self._resume_at - clock
        return moment_at(self.plan, self._track, self.state, position, left)

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
        if self.state is State.AWAITING:
            # However long it takes: the repetition is not over before the learner says so.
            end = self._track.end_of(self._track.marks[self._next - 1].value)
            return min(clock - self._origin, end - 1)
        if self.state is State.RUNNING:
            return min(clock - self._origin, self._track.total)
        if self.state is State.RESUMING:
            return min(self._target.position + max(0, clock - self._resume_at), self._track.total)
        return self._position

    def _standing_at(self, clock: int) -> int:
        """Return where a command finds the session: resuming, where it was paused."""
        return self._position if self.state is State.RESUMING else self._position_at(clock)

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
            case Trigger.SKIP | Trigger.BACK | Trigger.REPEAT | Trigger.FAR_ENOUGH:
                self._jump(command, clock, out)
            case Trigger.ADD_REST:
                self._add_rest(clock, out)
            case Trigger.REP_DONE:
                # The next mark is that of the repetition's end.
                self.state = next_state(self.state, command)
                self._origin = clock - self._track.marks[self._next].at
                self._walk(clock, out)
            case _:
                self._stop(clock, out)
        return out

    def _pause(self, clock: int, trigger: Trigger, reason: PauseReason) -> Event:
        self._position = self._standing_at(clock)
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
            if mark.kind is MarkKind.PHASE and self._is_own_pace(mark.value):
                self.state = next_state(self.state, Trigger.REP_BEGAN)
                return

    def _jump(self, command: Trigger, clock: int, out: list[Event]) -> None:
        self._position = self._standing_at(clock)
        jump = _JUMPS[command](self._track, self._position)
        if jump is None:
            return
        skipping = command is Trigger.SKIP
        # What a skip leaves by a countdown is a wait: between two sides the set goes on.
        if not (skipping and jump.landing is Landing.LEAD_IN):
            left = _LEFT.get(command, SetAbandoned)
            out.extend(self._scorer.leave(left, clock, self._position))
        if self.state is State.RESUMING and jump.landing is not Landing.END:
            out.append(Resumed(clock / US))
        if jump.landing is not Landing.END:
            self.state = next_state(self.state, command)
        self._position, self._next = jump.position, jump.mark
        self._origin = clock - jump.position
        if jump.landing is Landing.LEAD_IN:
            phase = self._track.phases[jump.phase]
            out.append(LeadInStarted(clock / US, phase.part, phase.set))
        elif jump.landing is Landing.PHASE and self.state is State.PAUSED:
            # Where it landed is said at once; what follows waits for the end of the pause.
            out.append(self._scorer.event(self._track.marks[jump.mark], clock))
            self._next += 1
        if jump.landing is Landing.END or self.state is State.RUNNING:
            self._walk(clock, out)

    def _add_rest(self, clock: int, out: list[Event]) -> None:
        position = self._standing_at(clock)
        here = self._track.index_at(position)
        waits = self._track.phases[here].kind in STANDING
        index = here if waits else self._track.rest_index(self._track.set_of[here])
        if index is None or self._track.phases[index].seconds + ADDED_REST_S > LONGEST_REST_S:
            return
        self.plan = self.plan.lengthened(index, ADDED_REST_S)
        self._track = self._scorer.track = lay_track(self.plan)
        if waits:
            # A countdown that had begun comes once more; all that is earlier stays as it was.
            self._next = self._track.mark_after(position)
            if self.state is State.RESUMING:
                self._target = resume_from(self._track, position, self._next)
        out.append(RestAdded(clock / US, self.plan.phases[index], ADDED_REST_S))

    def _is_own_pace(self, index: int) -> bool:
        return self._track.phases[index].kind is PhaseKind.REP

    def _stop(self, clock: int, out: list[Event]) -> None:
        self._position = self._standing_at(clock)
        self.state = next_state(self.state, Trigger.STOP)
        stopped = self._scorer.leave(SetStopped, clock, self._position)
        out.extend(stopped)
        reps = stopped[0].reps_done if stopped else None
        out.append(SessionStopped(clock / US, self._scorer.sets_finished, reps))
