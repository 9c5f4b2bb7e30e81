from __future__ import annotations

from itertools import pairwise

import pytest

from app.figure.look import Look
from app.movement.playback import SEAM_S
from app.picture.reel import ANNOUNCE_S, Reel
from app.picture.shot import Shot
from tests.helpers.shots import a_shot


@pytest.mark.parametrize("speed", [0.5, 1.0, 2.0])
def test_a_loop_is_the_movement_once_and_a_pause(speed: float) -> None:
    reel = Reel(a_shot(speed=speed, fps=20))
    frames = reel.frames(announced=False)
    seconds = reel.alignment.seconds
    assert frames[-1].end == pytest.approx((seconds + SEAM_S) / speed, abs=1 / 20)
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
