from __future__ import annotations

from itertools import pairwise

import msgspec
import pytest

from app.figure.look import Look
from app.movement.playback import SEAM_S
from app.picture.reel import ANNOUNCE_S, HOLD_S, READ_S, Reel
from app.picture.shot import Shot
from tests.helpers.motions import motion_of
from tests.helpers.shots import a_shot


@pytest.mark.parametrize("speed", [0.5, 1.0, 2.0])
def test_a_loop_is_the_movement_once_its_bottom_held_and_a_pause(speed: float) -> None:
    reel = Reel(a_shot(speed=speed, fps=20))
    frames = reel.frames(announced=False)
    seconds = reel.alignment.seconds
    still = motion_of("hinge").movement.phases[1].seconds / speed
    longer = max(0.0, HOLD_S - still)
    assert frames[-1].end == pytest.approx((seconds + SEAM_S) / speed + longer, abs=2 / 20)
    held = [frame for frame in frames if frame.held]
    assert held[-1].end - held[0].begin == pytest.approx(max(HOLD_S, still), abs=1 / 20)
    assert {frame.position for frame in held} == {reel.bottom}
    assert frames[0].position == 0
    assert frames[-1].position == seconds
    assert all(a.end == b.begin and a.position <= b.position for a, b in pairwise(frames))
    assert not any(frame.announce for frame in frames)


def test_right_and_wrong_are_told_before_anything_moves() -> None:
    frames = Reel(a_shot("hinge", "rounded-back", fps=20)).frames(announced=True)
    told = [frame for frame in frames if frame.announce]
    assert told == frames[: len(told)]
    assert told[-1].end == pytest.approx(ANNOUNCE_S)
    assert all(frame.position == 0 for frame in told)
    assert told[0].announce == 1 > told[-1].announce


@pytest.mark.parametrize("shot", [a_shot("squat"), a_shot("rounded-back", look=Look(badges=False))])
def test_where_nothing_is_right_or_wrong_nothing_is_told(shot: Shot) -> None:
    frames = Reel(shot).frames(announced=True)
    assert not any(frame.announce for frame in frames)


def test_two_movements_are_on_one_clock() -> None:
    reel = Reel(a_shot("hinge", "slow-hinge"))
    middle = reel.alignment.position_of(1, 5.0)
    leans = [actor.skeleton.pose.thorax for actor in reel.actors(middle)]
    assert len(leans) == 2
    # Both at their bottom.
    assert leans[0] > 50
    assert leans[1] > 50


def test_an_image_has_the_size_of_the_shot() -> None:
    image = Reel(a_shot(size=(200, 120))).image(0.0)
    assert (image.width(), image.height()) == (200, 120)


@pytest.mark.parametrize("movement", ["kettlebell-swing", "rushed-hinge"])
def test_what_is_fast_is_not_held(movement: str) -> None:
    assert not any(frame.held for frame in Reel(a_shot(movement)).frames(announced=False))


def test_the_difference_is_read_while_the_bottom_is_held() -> None:
    plain = a_shot("hinge", "rounded-back", size=(400, 240))
    shot = msgspec.structs.replace(plain, difference="Watch the back: long, or curled.")
    reel = Reel(shot)
    held = [frame for frame in reel.frames(announced=False) if frame.held]
    assert held[-1].end - held[0].begin == pytest.approx(READ_S, abs=0.2)
    said, silent = (reel.image(reel.bottom, held=held) for held in (True, False))
    assert said != silent
    # The figures stay where they are: only what is written on the floor differs.
    upper = said.rect().adjusted(0, 0, 0, -60)
    assert said.copy(upper) == silent.copy(upper)
    without = Reel(msgspec.structs.replace(shot, cues=False))
    assert without.image(reel.bottom, held=True) == without.image(reel.bottom)
