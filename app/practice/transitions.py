"""Everything that decides where a session can go: its states, its table and its times.

A command comes from the user; it is legal where the table has it. The other triggers come
from the clock. Where a jump lands is in `app.practice.jumps`.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

#: The countdown before a set and after a pause, in seconds.
COUNTDOWN_S = 3
#: Longer without a tick is no late tick but sleep: the session pauses.
GAP_S = 5.0
#: A running session needs a tick this often, so that waiting is never mistaken for sleep.
HEARTBEAT_S = 2.0
#: Going back in the first seconds of a set means the set before it.
BACK_GRACE_S = 2.0
#: What one command adds to a rest, and how long a rest may become by it, in seconds.
ADDED_REST_S = 15
LONGEST_REST_S = 600


class State(StrEnum):
    """What a session is doing.

    AWAITING is a repetition at the learner's own pace: it lasts until they say it is done. Nothing
    leads out of STOPPED: to go on is another session, laid out from the set that was stopped in.
    """

    READY = "ready"
    RUNNING = "running"
    AWAITING = "awaiting a repetition"
    PAUSED = "paused"
    RESUMING = "resuming"
    FINISHED = "finished"
    STOPPED = "stopped"


class Trigger(StrEnum):
    """What can change the state."""

    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    SKIP = "skip"
    BACK = "back"
    REPEAT = "repeat a set of"
    ADD_REST = "add a rest to"
    REP_DONE = "end a repetition of"
    FAR_ENOUGH = "end a set of"
    STOP = "stop"
    # from the clock
    GAP = "gap"
    COUNTED_DOWN = "counted down"
    REP_BEGAN = "rep began"
    ENDED = "ended"


TRANSITIONS: Mapping[tuple[State, Trigger], State] = MappingProxyType(
    {
        (State.READY, Trigger.START): State.RUNNING,
        (State.READY, Trigger.STOP): State.STOPPED,
        (State.RUNNING, Trigger.PAUSE): State.PAUSED,
        (State.RUNNING, Trigger.SKIP): State.RUNNING,
        (State.RUNNING, Trigger.BACK): State.RUNNING,
        (State.RUNNING, Trigger.REPEAT): State.RUNNING,
        (State.RUNNING, Trigger.ADD_REST): State.RUNNING,
        (State.RUNNING, Trigger.FAR_ENOUGH): State.RUNNING,
        (State.RUNNING, Trigger.STOP): State.STOPPED,
        (State.RUNNING, Trigger.GAP): State.PAUSED,
        (State.RUNNING, Trigger.REP_BEGAN): State.AWAITING,
        (State.RUNNING, Trigger.ENDED): State.FINISHED,
        (State.AWAITING, Trigger.REP_DONE): State.RUNNING,
        (State.AWAITING, Trigger.PAUSE): State.PAUSED,
        (State.AWAITING, Trigger.SKIP): State.RUNNING,
        (State.AWAITING, Trigger.BACK): State.RUNNING,
        (State.AWAITING, Trigger.REPEAT): State.RUNNING,
        (State.AWAITING, Trigger.FAR_ENOUGH): State.RUNNING,
        (State.AWAITING, Trigger.ADD_REST): State.AWAITING,
        (State.AWAITING, Trigger.STOP): State.STOPPED,
        (State.AWAITING, Trigger.ENDED): State.FINISHED,
        (State.PAUSED, Trigger.RESUME): State.RESUMING,
        # Moving about while paused stays paused.
        (State.PAUSED, Trigger.SKIP): State.PAUSED,
        (State.PAUSED, Trigger.BACK): State.PAUSED,
        (State.PAUSED, Trigger.REPEAT): State.PAUSED,
        (State.PAUSED, Trigger.ADD_REST): State.PAUSED,
        (State.PAUSED, Trigger.STOP): State.STOPPED,
        (State.PAUSED, Trigger.ENDED): State.FINISHED,
        (State.RESUMING, Trigger.PAUSE): State.PAUSED,
        # A jump lands in a rest or in a countdown of its own: it needs no second one.
        (State.RESUMING, Trigger.SKIP): State.RUNNING,
        (State.RESUMING, Trigger.BACK): State.RUNNING,
        (State.RESUMING, Trigger.REPEAT): State.RUNNING,
        (State.RESUMING, Trigger.ADD_REST): State.RESUMING,
        (State.RESUMING, Trigger.STOP): State.STOPPED,
        (State.RESUMING, Trigger.GAP): State.PAUSED,
        (State.RESUMING, Trigger.COUNTED_DOWN): State.RUNNING,
        (State.RESUMING, Trigger.ENDED): State.FINISHED,
    }
)


class IllegalCommandError(RuntimeError):
    """A command was given in a state that does not know it: a mistake in the caller."""

    def __init__(self, state: State, trigger: Trigger) -> None:
        super().__init__(f"cannot {trigger.value} a session that is {state.value}")
        self.state = state
        self.trigger = trigger


def is_legal(state: State, trigger: Trigger) -> bool:
    """Tell whether the state knows the trigger."""
    return (state, trigger) in TRANSITIONS


def next_state(state: State, trigger: Trigger) -> State:
    """Return the state that follows.

    Raises:
        IllegalCommandError: the state does not know the trigger.
    """
    try:
        return TRANSITIONS[state, trigger]
    except KeyError:
        raise IllegalCommandError(state, trigger) from None
