"""Where skip, back, repeat and the end of a pause lead.

- Every way into a set lands where its 3 s countdown begins: in the last 3 s of the rest, the
  change-over or prepare before it.
- Skip in a set: its rest or change-over, or the end after the last set. In a rest, a
  change-over, prepare or between two sides: the countdown to what comes; once that runs,
  nothing changes.
- Far enough, in a set that lasts until then: where skip in a set leads; elsewhere nothing changes.
- Back in a set: that set again; in its first 2 s, the set before (the very first: itself
  again). In a rest or change-over: the set that was just done. In prepare: prepare again, from
  its start.
- Repeat: the set that is under way, or the one that was just done. In prepare nothing is.
- The end of a pause: in a repetition or a hold, that repetition or hold from its start, for
  the learner has stood up since; just before a set or a side, its start, for the countdown
  out of the pause is its own; otherwise where it stood.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

from app.practice.timeline import STANDING, PhaseKind
from app.practice.track import COUNTDOWN_US, Track, to_us
from app.practice.transitions import BACK_GRACE_S


class Landing(Enum):
    """What kind of place a jump leads to."""

    LEAD_IN = auto()
    PHASE = auto()
    END = auto()


class Jump(NamedTuple):
    """A place on the track: its kind, its position in microseconds and the next mark there.

    `phase` is the index of what it leads to: of a lead-in, what is counted down to.
    """

    landing: Landing
    position: int
    mark: int
    phase: int


def skip_from(track: Track, position: int) -> Jump | None:
    """Return where skip leads; None where it changes nothing."""
    index = track.index_at(position)
    if track.phases[index].kind in STANDING:
        jump = _lead_in(track, index + 1)
        return jump if jump.position > position else None
    rest = track.rest_index(track.set_of[index])
    if rest is None:
        return Jump(Landing.END, track.total, len(track.marks) - 1, len(track.phases) - 1)
    return _phase(track, rest)


def far_enough_from(track: Track, position: int) -> Jump | None:
    """Return where the end of a set leads that lasts until it is far enough; None outside one."""
    here = track.phases[track.index_at(position)]
    return skip_from(track, position) if here.part in track.open_ended and here.rep else None


def back_from(track: Track, position: int) -> Jump:
    """Return where back leads."""
    index = track.index_at(position)
    phase = track.phases[index]
    if index == 0:
        return _phase(track, 0)
    number = track.set_of[index]
    early = position - track.set_start(number) < to_us(BACK_GRACE_S)
    if phase.kind is PhaseKind.CHANGE or (phase.rep is not None and early):
        number = max(1, number - 1)
    return _lead_in(track, track.set_index[number])


def repeat_from(track: Track, position: int) -> Jump | None:
    """Return where the set under way, or just done, is repeated; None before the first."""
    index = track.index_at(position)
    if index == 0:
        return None
    number = track.set_of[index] - (track.phases[index].kind is PhaseKind.CHANGE)
    return _lead_in(track, track.set_index[number])


def resume_from(track: Track, position: int, mark: int) -> Jump:
    """Return where a pause at `position`, with `mark` due next, goes on."""
    index = track.index_at(position)
    if track.phases[index].kind not in STANDING:
        return _phase(track, track.again_index(index))
    if track.end_of(index) - position <= COUNTDOWN_US:
        return _phase(track, index + 1)
    return Jump(Landing.PHASE, position, mark, index)


def _lead_in(track: Track, index: int) -> Jump:
    position = track.starts[index] - COUNTDOWN_US
    return Jump(Landing.LEAD_IN, position, track.lead_in[index], index)


def _phase(track: Track, index: int) -> Jump:
    return Jump(Landing.PHASE, track.starts[index], track.phase_mark[index], index)
