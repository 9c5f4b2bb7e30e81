from __future__ import annotations

from app.picture.key_poses import key_poses
from app.picture.reel import Reel
from tests.helpers.shots import a_shot


def test_the_start_and_the_end_of_each_phase_with_its_cues() -> None:
    poses = key_poses(Reel(a_shot("hinge")))
    assert [pose.cues for pose in poses] == [
        ((),),
        (("Hips back", "Long back"),),
        (("Hips forward",),),
    ]
    assert [pose.position for pose in poses] == [0.0, 2.0, 4.4]


def test_two_movements_have_their_poses_at_the_same_moments() -> None:
    poses = key_poses(Reel(a_shot("hinge", "rounded-back")))
    assert [pose.cues[1] for pose in poses] == [
        (),
        ("The back rounds", "The hips stopped early"),
        ("Back to standing",),
    ]


def test_a_repetition_is_shown_once() -> None:
    cues = [pose.cues[0] for pose in key_poses(Reel(a_shot("kettlebell-swing")))]
    assert len(cues) == len(set(cues))
    assert cues.count(("Hips back",)) == 1


def test_a_movement_that_stands_still_has_one_pose() -> None:
    poses = key_poses(Reel(a_shot("standing")))
    assert len(poses) == 1
    assert poses[0].cues == (("Stand tall, knees soft",),)


def test_what_flies_up_and_comes_back_is_shown_at_its_top() -> None:
    shot = a_shot("kettlebell-swing")
    (floating,) = [pose for pose in key_poses(Reel(shot)) if pose.cues[0] == ("Let it float",)]
    heights = [shot.motions[0].skeleton_at(t / 20).joints["palm_left"].y for t in range(80)]
    palm = shot.motions[0].skeleton_at(floating.position).joints["palm_left"]
    assert palm.y > max(heights) - 0.02


def test_of_two_sides_alike_the_first_is_the_lowest_point() -> None:
    motion = a_shot("hamstring-stretch").motions[0]
    assert motion.movement.phases[motion.deepest_phase].name == "lean-right"
