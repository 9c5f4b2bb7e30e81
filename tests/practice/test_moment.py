from __future__ import annotations

import pytest

from app.practice.session import Session
from app.practice.timeline import PhaseKind, Plan
from app.practice.transitions import State
from tests.helpers.clock import ManualClock, play


@pytest.mark.parametrize(
    ("now", "kind", "fraction", "remaining", "number", "rep", "following", "countdown"),
    [
        (0.0, PhaseKind.PREPARE, 0.0, 10.0, 1, None, PhaseKind.DOWN, None),
        (6.9, PhaseKind.PREPARE, 0.69, 3.1, 1, None, PhaseKind.DOWN, None),
        (7.0, PhaseKind.PREPARE, 0.7, 3.0, 1, None, PhaseKind.DOWN, 3),
        (9.5, PhaseKind.PREPARE, 0.95, 0.5, 1, None, PhaseKind.DOWN, 1),
        (10.0, PhaseKind.DOWN, 0.0, 2.0, 1, 1, PhaseKind.UP, None),
        (11.5, PhaseKind.DOWN, 0.75, 0.5, 1, 1, PhaseKind.UP, None),
        (13.0, PhaseKind.UP, 0.5, 1.0, 1, 1, PhaseKind.DOWN, None),
        (17.0, PhaseKind.UP, 0.5, 1.0, 1, 2, PhaseKind.REST, None),
        (19.0, PhaseKind.REST, 0.1, 9.0, 1, None, PhaseKind.DOWN, None),
        (29.0, PhaseKind.DOWN, 0.5, 1.0, 2, 1, PhaseKind.UP, None),
        (35.0, PhaseKind.UP, 0.5, 1.0, 2, 2, None, None),
        (36.0, PhaseKind.UP, 1.0, 0.0, 2, 2, None, None),
    ],
)
def test_what_is_read_while_running(
    session: Session,
    clock: ManualClock,
    now: float,
    kind: PhaseKind,
    fraction: float,
    remaining: float,
    number: int,
    rep: int | None,
    following: PhaseKind | None,
    countdown: int | None,
) -> None:
    session.start(0)
    play(session, clock, now)
    moment = session.moment(now)
    assert moment.kind is kind
    assert (moment.fraction, moment.remaining_s) == (fraction, remaining)
    assert (moment.set, moment.sets, moment.rep, moment.reps) == (number, 2, rep, 2)
    assert moment.next_kind is following
    assert moment.countdown == countdown


def test_cues_follow_the_phases(session: Session, clock: ManualClock, plan: Plan) -> None:
    cues = plan.exercise.cues
    session.start(0)
    read = {}
    for now in (1.0, 8.0, 11.0, 15.0, 17.0, 20.0, 27.0, 35.0):
        play(session, clock, now)
        moment = session.moment(now)
        read[now] = (moment.cue, moment.next_cue)
    assert read == {
        1.0: (cues.prepare, cues.down),
        8.0: (cues.down, cues.down),  # the countdown speaks of what comes
        11.0: (cues.down, cues.up),
        15.0: (cues.last, cues.up),
        17.0: (cues.up, cues.rest),
        20.0: (cues.rest, cues.down),
        27.0: (cues.down, cues.down),
        35.0: (cues.up, ""),
    }


def test_a_moment_goes_on_between_ticks(session: Session) -> None:
    session.start(0)
    assert session.moment(2.5).remaining_s == 7.5
    assert session.moment(2.5).fraction == 0.25
    assert session.state is State.RUNNING


def test_resuming_shows_the_countdown_and_the_top_of_the_rep(
    session: Session, clock: ManualClock
) -> None:
    session.start(0)
    play(session, clock, 13)
    session.pause(13)
    assert session.moment(50).kind is PhaseKind.UP
    assert session.moment(50).countdown is None
    session.resume(50)
    for now, countdown in ((50.0, 3), (50.9, 3), (51.0, 2), (52.999, 1), (53.0, None)):
        moment = session.moment(now)
        assert moment.countdown == countdown
        assert (moment.kind, moment.rep, moment.fraction) == (PhaseKind.DOWN, 1, 0.0)
    assert session.moment(54.0).fraction == 0.5


def test_ready_finished_and_stopped_show_no_countdown(plan: Plan) -> None:
    session = Session(plan)
    assert session.moment(0).kind is PhaseKind.PREPARE
    session.start(0)
    play(session, ManualClock(), 8)
    session.stop(8)
    assert session.moment(8).countdown is None
