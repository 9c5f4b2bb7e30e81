from __future__ import annotations

import math

import pytest
from msgspec.structs import astuple

from app.body.anthropometry import Body
from app.body.skeleton import Vec3
from app.figure.room import Room, _around, _farthest, room_at, room_of, usual_room
from app.movement.audit import echoes_at
from app.movement.library import MovementLibrary
from app.movement.props import Placed, PropKind
from tests.helpers.motions import motion_of


def test_a_hinge_needs_the_usual_room() -> None:
    for stature in (1.5, 2.0):
        motion = motion_of("hinge", Body(stature_m=stature))
        usual = pytest.approx(astuple(usual_room(stature)), rel=0.12)
        assert astuple(room_of(motion)) == usual


def test_room_for_two_is_the_larger_of_both() -> None:
    assert Room(1, 4, 2, 2.5).with_room(Room(3, 2, 5, 3)) == Room(3, 4, 5, 4)


def test_room_is_worked_out_once_for_a_motion(monkeypatch: pytest.MonkeyPatch) -> None:
    motion = motion_of("hinge")
    first = room_of(motion)
    monkeypatch.setattr("app.figure.room._measure", lambda _: pytest.fail("worked out again"))
    assert room_of(motion) is first


def test_things_need_room_but_fixed_furniture_does_not() -> None:
    skeleton = motion_of("standing").skeleton_at(0)
    usual = usual_room(1.75)
    far = Vec3(1.5, 1.0, 0)
    for kind in PropKind:
        room = _around(usual, skeleton, [Placed(kind, far, far)])
        fixed = kind in (PropKind.DISHWASHER, PropKind.DOOR, PropKind.BAND)
        assert (room.ahead > 1.5) != fixed
    high = Placed(PropKind.STRING, Vec3(0, 1.75, 0), Vec3(0, 2.1, 0))
    assert _around(usual, skeleton, [high]).above > 2.1
    behind = Placed(PropKind.KETTLEBELL, Vec3(-1.0, 1, 0), Vec3(-1.0, 1, 0))
    assert _around(usual, skeleton, [behind]).behind > 1.0


def test_every_frame_of_every_right_movement_keeps_inside_its_room(
    movements: MovementLibrary,
) -> None:
    for movement_id in movements:
        motion = motion_of(movement_id)
        room = room_of(motion)
        for index in range(41):
            skeleton = motion.skeleton_at(motion.seconds * index / 40)
            for name, at in skeleton.joints.items():
                assert -room.behind - 0.02 < at.x < room.ahead + 0.02, (movement_id, name)
                assert at.y < room.above + 0.02


def test_a_still_has_room_for_the_echoes_of_one_that_hurries() -> None:
    motion = motion_of("rushed-hinge")
    t = motion.ends[0] * 0.8
    room = room_at(motion, t)
    assert echoes_at(motion, t)
    for skeleton in echoes_at(motion, t):
        assert max(at.y for at in skeleton.joints.values()) <= room.above


def test_what_reaches_aside_needs_room_all_around() -> None:
    skeleton = motion_of("standing").skeleton_at(0)
    at = Vec3(0.4, 1.0, 0)
    bar, bell = (Placed(kind, at, at) for kind in (PropKind.BAR, PropKind.KETTLEBELL))
    assert _farthest(0.1, skeleton, [bar]) == pytest.approx(math.hypot(0.3 + 0.11, 0.65))
    assert _farthest(0.1, skeleton, [bell]) < 0.6
    assert _farthest(0.1, skeleton, []) < 0.5


def test_room_around_holds_everything_at_every_moment(movements: MovementLibrary) -> None:
    for movement_id in movements:
        motion = motion_of(movement_id)
        room = room_of(motion)
        assert room.around >= (room.behind + room.ahead) / 2 - 1e-9, movement_id
        for index in range(21):
            for at in motion.skeleton_at(motion.seconds * index / 20).joints.values():
                assert math.hypot(at.x - room.middle, at.z) < room.around, movement_id
