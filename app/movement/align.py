"""Movements on one clock: matching phases happen together, though the tempos differ."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from app.body.form import Check
from app.movement.model import MoveKind
from app.movement.motion import Motion


class _Run(NamedTuple):
    """Consecutive phases of one kind: from when to when in their own movement, s.

    `low`: a hold at the bottom, which is not the same as standing upright for a while.
    """

    kind: MoveKind
    low: bool
    begin: float
    end: float


class _Span(msgspec.Struct, frozen=True):
    """What one movement does during a stretch of the common clock: from when to when, s.

    With `paced` it keeps its own tempo and then waits if the others take longer.
    """

    begin: float
    end: float
    paced: bool

    def at(self, elapsed: float, seconds: float) -> float:
        """Return the movement's own time when `elapsed` of the stretch's `seconds` has passed."""
        if self.begin == self.end or (self.paced and elapsed > self.end - self.begin):
            # A movement that waits is still in the phase that is over, not in the next one.
            return max(0.0, math.nextafter(self.end, 0.0))
        if self.paced:
            return self.begin + elapsed
        return self.begin + (self.end - self.begin) * (elapsed / seconds)

    def elapsed(self, t: float, seconds: float) -> float:
        """Return how much of the stretch has passed when the movement comes to its time `t`."""
        if self.end == self.begin:
            return 0.0
        long = self.end - self.begin if self.paced else seconds
        return (t - self.begin) / (self.end - self.begin) * long


class Band(msgspec.Struct, frozen=True):
    """A stretch of the common clock, s, during which all movements do one kind of thing."""

    kind: MoveKind
    begin: float
    end: float


class Alignment:
    """One clock for one movement or several, aligned by the kinds of their phases.

    The ways down, the holds and the ways up of all of them begin together, and each takes as
    long as the slowest needs. A movement whose fault is its haste keeps its own tempo and waits
    for the others. While one movement does something the others lack, they stand and wait.

    Attributes:
        seconds: how long all of it takes, s.
        ends: where on the clock a phase of any of them ends, s, in order; the last is `seconds`.
        bands: the ways down, holds and ways up the clock is made of, in order, without gaps.
    """

    def __init__(self, motions: Sequence[Motion]) -> None:
        runs = [_runs(motion) for motion in motions]
        rows = _match(runs) if runs else []
        hasty = [Check.UNHURRIED in motion.movement.breaks for motion in motions]
        #: Where each stretch begins on the clock, how long it is, and what each movement does then.
        self._begins: list[float] = []
        self._lengths: list[float] = []
        self._spans: list[tuple[_Span, ...]] = []
        places = [0.0] * len(motions)
        clock = 0.0
        for row in rows:
            spans = []
            for index, run in enumerate(row):
                begin, end = (run.begin, run.end) if run else (places[index], places[index])
                places[index] = end
                spans.append(_Span(begin, end, hasty[index] and len(motions) > 1))
            length = max(span.end - span.begin for span in spans)
            self._begins.append(clock)
            self._lengths.append(length)
            self._spans.append(tuple(spans))
            clock += length
        self.seconds = clock if rows else 1.0
        if len(motions) == 1:
            self.seconds = motions[0].seconds  # no sum: the last moment is found exactly
        self._count = len(motions)
        self.ends = self._find_ends(motions)
        self.bands = self._find_bands(rows)

    def times(self, position: float) -> tuple[float, ...]:
        """Return each movement's own time (s) at a moment of the clock, clamped to its ends."""
        if not self._spans:
            return ()
        if self._count == 1:
            return (min(max(position, 0.0), self.seconds),)
        index = max(0, bisect_right(self._begins, position) - 1)
        length = self._lengths[index]
        elapsed = min(max(position - self._begins[index], 0.0), length)
        return tuple(span.at(elapsed, length) for span in self._spans[index])

    def position_of(self, index: int, t: float) -> float:
        """Return the first moment of the clock (s) at which a movement is at its own time `t`."""
        if self._count == 1:
            return min(max(t, 0.0), self.seconds)
        for begin, length, spans in zip(self._begins, self._lengths, self._spans, strict=True):
            span = spans[index]
            if t <= span.end:
                return begin + span.elapsed(max(t, span.begin), length)
        return self.seconds

    def _find_ends(self, motions: Sequence[Motion]) -> list[float]:
        found = [
            self.position_of(index, end)
            for index, motion in enumerate(motions)
            for end in motion.ends
        ]
        ends: list[float] = []
        for end in sorted([*found, self.seconds]):
            if not ends or end - ends[-1] > 1e-6:
                ends.append(end)
        if ends:
            ends[-1] = self.seconds
        return ends

    def _find_bands(self, rows: list[tuple[_Run | None, ...]]) -> tuple[Band, ...]:
        bands: list[Band] = []
        for row, begin, length in zip(rows, self._begins, self._lengths, strict=True):
            kind = _some(row).kind
            if bands and bands[-1].kind is kind:
                bands[-1] = msgspec.structs.replace(bands[-1], end=begin + length)
            else:
                bands.append(Band(kind, begin, begin + length))
        return tuple(bands)

    def end_after(self, position: float) -> float | None:
        """Return where the next phase ends, s; None after the last."""
        index = bisect_right(self.ends, position + 1e-6)
        return self.ends[index] if index < len(self.ends) else None

    def end_before(self, position: float) -> float | None:
        """Return where the previous phase ended, s, or the start; None at the start."""
        if position <= 1e-6:
            return None
        index = bisect_left(self.ends, position - 1e-6)
        return self.ends[index - 1] if index else 0.0


def _runs(motion: Motion) -> list[_Run]:
    runs: list[_Run] = []
    begin, down = 0.0, False
    for phase, end in zip(motion.movement.phases, motion.ends, strict=True):
        if runs and runs[-1].kind is phase.kind:
            runs[-1] = runs[-1]._replace(end=end)
        else:
            runs.append(_Run(phase.kind, down and phase.kind is MoveKind.HOLD, begin, end))
        if phase.kind in (MoveKind.DOWN, MoveKind.UP):
            down = phase.kind is MoveKind.DOWN
        begin = end
    return runs


def _some(row: tuple[_Run | None, ...]) -> _Run:
    return next(run for run in row if run)


def _match(all_runs: list[list[_Run]]) -> list[tuple[_Run | None, ...]]:
    """Return rows of runs that go together; None where a movement stands and waits."""
    rows: list[tuple[_Run | None, ...]] = [(run,) for run in all_runs[0]]
    for runs in all_runs[1:]:
        kinds = [_some(row)[:2] for row in rows]
        pairs = _longest_common(kinds, [run[:2] for run in runs])
        merged: list[tuple[_Run | None, ...]] = []
        done_rows = done_runs = 0
        width = len(rows[0])
        for row, run in [*pairs, (len(rows), len(runs))]:
            merged += [(*each, None) for each in rows[done_rows:row]]
            merged += [(*([None] * width), each) for each in runs[done_runs:run]]
            if row < len(rows):
                merged.append((*rows[row], runs[run]))
            done_rows, done_runs = row + 1, run + 1
        rows = merged
    return rows


def _longest_common(
    one: Sequence[tuple[MoveKind, bool]], other: Sequence[tuple[MoveKind, bool]]
) -> list[tuple[int, int]]:
    """Return the index pairs of a longest common subsequence.

    Of several, the one that leaves out least in between: a single rep is matched with a whole rep
    of the other, not with the way down of its first and the way up of its last. Then the earliest.
    """
    same = [(i, j) for i, kind in enumerate(one) for j, its in enumerate(other) if kind == its]
    #: For each pair: how long the best chain from it is, what it leaves out (negative), and where
    #: it continues.
    best: dict[tuple[int, int], tuple[int, int, tuple[int, int] | None]] = {}
    for i, j in reversed(same):
        best[i, j] = (1, 0, None)
        for k, after in best.items():
            if k[0] > i and k[1] > j:
                chain = (after[0] + 1, after[1] - (k[0] - i - 1) - (k[1] - j - 1))
                # Later ones were added first, so that the earliest wins where all else is equal.
                if chain >= best[i, j][:2]:
                    best[i, j] = (*chain, k)
    if not same:
        return []
    pairs = [max(same, key=lambda pair: (best[pair][:2], (-pair[0], -pair[1])))]
    while (following := best[pairs[-1]][2]) is not None:
        pairs.append(following)
    return pairs
