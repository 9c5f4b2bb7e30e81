"""Where skip, back and the end of a pause lead.

- Every way into a set, by skip or back, lands where its 3 s countdown begins: in the last
  3 s of the rest, or of prepare, before it.
- Skip in a set: its rest, or the end after the last set. In a rest or prepare: the countdown
  to the next set; once that runs, nothing changes.
- Back in a set: that set again; in its first 2 s, the set before (the first: itself again).
  In a rest: the set that was just done. In prepare: prepare again, from its start.
- The end of a pause: in a repetition, that repetition from its top, for whoever paused has
  stood up since; just before a set, the set's start, for the countdown out of the pause is
  the set's own; otherwise where it stood.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

from app.practice.track import COUNTDOWN_US, Track, to_us
from app.practice.transitions import BACK_GRACE_S


class Landing(Enum):
    """What kind of place a jump leads to."""

    LEAD_IN = auto()
    PHASE = auto()
    END = auto()


class Jump(NamedTuple):
    """A place on the track: its kind, its position in microseconds and the next mark there.

    `number` is the set of a lead-in.
    """

    landing: Landing
    position: int
    mark: int
    number: int = 0


def skip_from(track: Track, position: int) -> Jump | None:
    """Return where skip leads; None where it changes nothing."""
    index = track.index_at(position)
    phase = track.phases[index]
    if phase.rep is None:
        jump = _lead_in(track, track.phases[index + 1].set)
        return jump if jump.position > position else None
    rest = track.rest_index(phase.set)
    if rest is None:
        return Jump(Landing.END, track.total, len(track.marks) - 1)
    return _phase(track, rest)


def back_from(track: Track, position: int) -> Jump:
    """Return where back leads."""
    index = track.index_at(position)
    phase = track.phases[index]
    if index == 0:
        return _phase(track, 0)
    number = phase.set
    if phase.rep is not None and position - track.set_start(number) < to_us(BACK_GRACE_S):
        number = max(1, number - 1)
    return _lead_in(track, number)


def resume_from(track: Track, position: int, mark: int) -> Jump:
    """Return where a pause at `position`, with `mark` due next, goes on."""
    index = track.index_at(position)
    if track.phases[index].rep is not None:
        return _phase(track, track.rep_index(index))
    if track.end_of(index) - position <= COUNTDOWN_US:
        return _phase(track, index + 1)
    return Jump(Landing.PHASE, position, mark)


def _lead_in(track: Track, number: int) -> Jump:
    position = track.set_start(number) - COUNTDOWN_US
    return Jump(Landing.LEAD_IN, position, track.lead_in_mark[number], number)


def _phase(track: Track, index: int) -> Jump:
    return Jump(Landing.PHASE, track.starts[index], track.phase_mark[index])
