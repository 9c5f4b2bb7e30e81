from __future__ import annotations

import pytest

from app.practice.beats import Beat, Beats
from app.practice.events import (
    Event,
    LeadInStarted,
    Paused,
    PauseReason,
    PhaseStarted,
    SessionFinished,
    SessionStopped,
    SetSkipped,
)
from app.practice.timeline import PhaseKind, TimedPhase


def begun(kind: PhaseKind, seconds: float, at: float = 100.0) -> PhaseStarted:
    return PhaseStarted(at, TimedPhase(10.0, 10.0 + seconds, kind, 1, 1, "Hips back", 0), 1)


def all_of(beats: Beats) -> list[Beat]:
    found = []
    while (at := beats.next_at) is not None:
        assert beats.due(at - 0.001) is None
        beat = beats.due(at)
        assert beat is not None
        found.append(beat)
    return found


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (3, [(101.0, 2), (102.0, 1)]),
        (2.5, [(100.5, 2), (101.5, 1)]),
        (2.3, [(101.3, 1)]),  # the one at 0.3 s would run into the phase's tone
        (1, []),
        (0.5, []),
    ],
)
def test_beats_come_with_the_digits(seconds: float, expected: list[tuple[float, int]]) -> None:
    beats = Beats()
    beats.take(begun(PhaseKind.DOWN, seconds))
    found = all_of(beats)
    assert [beat.seconds_left for beat in found] == [left for _, left in expected]
    assert [beat.at for beat in found] == pytest.approx([at for at, _ in expected])


@pytest.mark.parametrize("kind", PhaseKind)
def test_only_what_moves_or_is_held_has_beats(kind: PhaseKind) -> None:
    beats = Beats()
    beats.take(begun(kind, 5))
    standing = {PhaseKind.PREPARE, PhaseKind.REST, PhaseKind.CHANGE, PhaseKind.SWITCH}
    assert (beats.next_at is None) == (kind in standing | {PhaseKind.REP})


@pytest.mark.parametrize(
    "event",
    [
        Paused(101.0, PauseReason.USER),
        LeadInStarted(101.0, 0, 1),
        SetSkipped(101.0, 0, 1, 3, 0, 5, 1, 90.0),
        SessionFinished(101.0, 1),
        SessionStopped(101.0, 1, 2),
    ],
)
def test_whatever_breaks_the_phase_off_ends_its_beats(event: Event) -> None:
    beats = Beats()
    beats.take(begun(PhaseKind.HOLD, 30))
    beats.take(event)
    assert beats.next_at is None
    assert beats.due(1000.0) is None


def test_missed_beats_are_dropped() -> None:
    beats = Beats()
    beats.take(begun(PhaseKind.HOLD, 10))
    assert beats.due(104.2) == Beat(104.0, 6)
    assert beats.next_at == 105.0
