from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.body.form import Check
from app.movement.dragging import Handle
from app.movement.free_body import FreePose
from app.movement.tryout import Fall
from app.ui.compare.try_it.tip import TIP_S
from app.ui.compare.try_it.view import TryItView
from tests.helpers.clock import ManualClock
from tests.helpers.pages import World, texts
from tests.ui.try_it.conftest import (
    checks,
    let_time_pass,
    marks,
    move,
    press,
    put,
    slider,
)


@pytest.mark.parametrize(
    ("check", "wrong", "sentence"),
    [
        (Check.FLAT_BACK, FreePose(0.2, 20, 100), "Come up"),
        (Check.BALANCED, FreePose(0.17, 20, 20), "Lean the trunk"),
        (Check.BALANCED, FreePose(0.05, 20, 60), "Slide the hips back until"),
        (Check.SHINS_VERTICAL, FreePose(0.16, 60, 40), "Slide the hips back and let the knees"),
        (Check.SOFT_KNEES, FreePose(0.2, 0, 65), "Unlock the knees"),
        (Check.HINGE_NOT_SQUAT, FreePose(0.2, 50, 40), "Straighten the knees"),
        (Check.HIPS_BACK, FreePose(0.05, 10, 32), "Send the hips further back"),
    ],
)
def test_a_check_turns_to_a_cross_with_its_sentence_and_back_to_a_tick(
    view: TryItView, check: Check, wrong: FreePose, sentence: str
) -> None:
    index = list(checks(view)._rows).index(check)
    put(view, wrong)
    assert marks(checks(view))[index] is False
    assert checks(view).sentence.startswith(sentence)
    assert "incorrect" in texts(checks(view))
    put(view, FreePose(0.17, 20, 55))
    assert marks(checks(view)) == [True] * 6
    assert checks(view).sentence == "Nothing to fix."
    assert texts(checks(view)).count("correct") == 6


def test_upright_the_checks_wait(view: TryItView) -> None:
    assert marks(checks(view)) == [True, True, None, None, None, None]
    assert texts(checks(view)).count("not yet") == 4


def test_who_is_let_go_out_of_balance_tips_and_comes_back(
    view: TryItView, clock: ManualClock
) -> None:
    upright = view.figure.shown
    at = press(view, Handle.HIP)
    move(view, at + QPoint(-60, 0))
    assert view.tryout.fall is Fall.BACKWARD
    assert view.figure._cue() == "You would tip backwards"
    let_time_pass(view, clock, 1.0)
    assert view.figure.shown == view.tryout.skeleton, "it is held"
    QTest.mouseRelease(view.figure, Qt.MouseButton.LeftButton, pos=at + QPoint(-60, 0))
    let_time_pass(view, clock, TIP_S / 2)
    half = view.figure.shown.shin
    let_time_pass(view, clock, TIP_S)
    whole = view.figure.shown.shin
    still = view.tryout.skeleton.shin
    assert still > half > whole
    assert whole == pytest.approx(still + view.tryout.tip)
    assert not view.figure._timer.isActive(), "nothing moves any more"
    view.start_over()
    let_time_pass(view, clock, TIP_S)
    assert view.figure.shown.hip == pytest.approx(upright.hip)
    assert "tip" not in view.figure._cue()


def test_with_less_motion_it_has_tipped_at_once(view: TryItView, world: World) -> None:
    world.keeper.change(reduce_motion="on")
    put(view, FreePose(-0.1, 8, 60))
    assert view.tryout.tip > 5
    assert view.figure.shown == view.tryout.tipped(view.tryout.tip)
    assert not view.figure._timer.isActive()


def test_a_slider_in_hand_holds_it_too(view: TryItView, clock: ManualClock) -> None:
    hips = slider(view, "Hips")
    hips.setSliderDown(True)
    hips.setValue(30)
    let_time_pass(view, clock, 1.0)
    assert view.tryout.tip < -5
    assert view.figure.shown == view.tryout.skeleton
    hips.setSliderDown(False)
    let_time_pass(view, clock, 1.0)
    assert view.figure.shown.shin < view.tryout.skeleton.shin


def test_nobody_tips_out_of_the_picture(view: TryItView, clock: ManualClock) -> None:
    for pose in (FreePose(0.4, 0, -10), FreePose(-0.2, 0, 70), FreePose(-0.2, 0, 100)):
        put(view, pose)
        clock.wait(1)
        place = view.figure._view().point
        shown = view.figure.shown
        assert all(
            view.figure.rect().adjusted(8, 8, -8, -8).contains(place(at).toPoint())
            for at in shown.joints.values()
        )
