from __future__ import annotations

from itertools import pairwise

import pytest

from app.movement.align import Alignment, _longest_common
from app.movement.model import MoveKind
from app.movement.motion import Motion
from tests.helpers.motions import motion_of


def on(*names: str) -> list[Motion]:
    return [motion_of(name) for name in names]


def test_one_movement_keeps_its_own_time() -> None:
    (hinge,) = motions = on("hinge")
    alignment = Alignment(motions)
    assert alignment.seconds == hinge.seconds
    assert alignment.times(1.3) == (1.3,)
    assert alignment.position_of(0, 1.3) == 1.3
    assert alignment.ends == pytest.approx(hinge.ends)


def test_ways_down_begin_and_end_together() -> None:
    hinge, squat = motions = on("hinge", "squat")
    alignment = Alignment(motions)
    # The shorter way down takes as long as the longer one.
    down = max(hinge.ends[0], squat.ends[0])
    assert alignment.times(down) == pytest.approx((hinge.ends[0], squat.ends[0]))
    half = alignment.times(down / 2)
    assert half == pytest.approx((hinge.ends[0] / 2, squat.ends[0] / 2))
    assert alignment.times(alignment.seconds) == pytest.approx((hinge.seconds, squat.seconds))
    assert alignment.times(-1) == (0, 0)
    assert alignment.times(99) == alignment.times(alignment.seconds)


def test_who_rushes_keeps_the_own_tempo_and_waits() -> None:
    hinge, rushed = motions = on("hinge", "rushed-hinge")
    alignment = Alignment(motions)
    fast = rushed.ends[0]
    assert fast < hinge.ends[0] / 2
    assert alignment.times(fast) == pytest.approx((fast, fast))
    assert alignment.times(hinge.ends[0] - 0.01)[1] == pytest.approx(fast)
    assert alignment.position_of(1, fast) == pytest.approx(fast)


def test_what_only_one_of_them_does_the_other_waits_for() -> None:
    hinge, pencil = motions = on("hinge", "pencil-pick-up")
    alignment = Alignment(motions)
    assert alignment.seconds >= pencil.seconds
    kinds = [phase.kind for phase in pencil.movement.phases]
    assert kinds.count(MoveKind.DOWN) > 1
    # Past the only rep of the hinge it stands; the other goes on.
    late = alignment.position_of(1, pencil.seconds - 0.5)
    assert alignment.times(late) == pytest.approx((hinge.seconds, pencil.seconds - 0.5))


@pytest.mark.parametrize("other", ["squat", "rushed-hinge", "wall-drill", "phone-pick-up"])
def test_time_never_runs_backward_and_every_moment_is_found_again(other: str) -> None:
    motions = on("hinge", other)
    alignment = Alignment(motions)
    last: tuple[float, ...] = (0.0, 0.0)
    for step in range(401):
        now = alignment.times(alignment.seconds * step / 400)
        assert all(after >= before - 1e-9 for before, after in zip(last, now, strict=True))
        last = now
    for index, motion in enumerate(motions):
        for step in range(41):
            t = motion.seconds * step / 40
            found = alignment.times(alignment.position_of(index, t))[index]
            assert found == pytest.approx(t, abs=1e-9)


def test_phases_are_stepped_to_and_fro() -> None:
    alignment = Alignment(on("hinge", "squat"))
    stops, position = [0.0], 0.0
    while (after := alignment.end_after(position)) is not None:
        stops.append(position := after)
    assert stops == [0.0, *alignment.ends]
    assert stops[-1] == alignment.seconds
    back = [position]
    while (before := alignment.end_before(position)) is not None:
        back.append(position := before)
    assert back == stops[::-1]


def test_who_waits_is_still_in_the_phase_that_is_over() -> None:
    hinge, rushed = motions = on("hinge", "rushed-hinge")
    alignment = Alignment(motions)
    for position in (rushed.ends[0] + 0.1, hinge.ends[0] + 0.1):
        assert rushed.place_at(alignment.times(position)[1]).phase == 0
    assert rushed.place_at(alignment.times(hinge.ends[1] + 0.1)[1]).phase == 1


def test_a_single_rep_goes_with_a_whole_rep_of_the_other() -> None:
    swing, hinge = motions = on("kettlebell-swing", "hinge")
    alignment = Alignment(motions)
    # Down with the first swing's way down, up with its way up; then the hinge stands.
    down = alignment.position_of(1, hinge.ends[0])
    assert alignment.times(down)[0] == pytest.approx(swing.ends[0])
    up = alignment.position_of(1, hinge.seconds)
    assert alignment.times(up)[0] == pytest.approx(swing.ends[1])


def test_what_is_left_out_is_left_out_around_a_rep_and_not_within() -> None:
    down, hold, up = ((kind, False) for kind in (MoveKind.DOWN, MoveKind.HOLD, MoveKind.UP))
    assert _longest_common([down, hold, up], [down, up, down, hold, up]) == [(0, 2), (1, 3), (2, 4)]
    assert _longest_common([down, up], [down, up, down, up]) == [(0, 0), (1, 1)]
    assert _longest_common([down], [up]) == []


def test_a_hold_at_the_bottom_is_no_rest_between_reps() -> None:
    hinge, crown = motions = on("hinge", "crown-string")
    assert crown.movement.phases[0].kind is MoveKind.HOLD
    alignment = Alignment(motions)
    # The hinge stays upright, or moves, while the other stands upright first.
    during = alignment.position_of(1, crown.ends[0] / 2)
    lean = hinge.skeleton_at(alignment.times(during)[0]).pose.thorax
    assert lean == 0 or hinge.place_at(alignment.times(during)[0]).phase == 0


def test_the_clock_is_made_of_bands_without_gaps() -> None:
    alignment = Alignment(on("hinge", "squat"))
    kinds = [band.kind for band in alignment.bands]
    assert kinds == [MoveKind.DOWN, MoveKind.HOLD, MoveKind.UP]
    assert alignment.bands[0].begin == 0
    assert alignment.bands[-1].end == pytest.approx(alignment.seconds)
    for one, following in pairwise(alignment.bands):
        assert one.end == pytest.approx(following.begin)


def test_nothing_takes_a_second() -> None:
    alignment = Alignment([])
    assert alignment.seconds == 1.0
    assert alignment.times(0.5) == ()
