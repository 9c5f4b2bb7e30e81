from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.body.anthropometry import Body
from app.body.limits import check_limits
from app.movement.dragging import Handle, dragged, handle_at
from app.movement.free_body import FreeBody, FreePose
from tests.helpers.bodies import ANYONE

FREE = FreeBody(Body())
START = FreePose(0.12, 25, 37)


def place(pose: FreePose, handle: Handle) -> tuple[float, float]:
    at = handle_at(handle, FREE.skeleton(pose)[0].joints)
    return at.x, at.y


@pytest.mark.parametrize("handle", list(Handle))
def test_what_is_not_dragged_stays(handle: Handle) -> None:
    assert dragged(FREE, START, handle, 0, 0) == pytest.approx(START, abs=1e-2)


@pytest.mark.parametrize("way", [(-0.03, 0.0), (0.04, 0.0), (0.0, -0.08), (-0.03, -0.1)])
def test_the_hip_comes_where_it_is_dragged(way: tuple[float, float]) -> None:
    x, y = place(START, Handle.HIP)
    pose = dragged(FREE, START, Handle.HIP, *way)
    assert place(pose, Handle.HIP) == pytest.approx((x + way[0], y + way[1]), abs=1e-6)
    assert pose.trunk == START.trunk


def test_the_hip_dragged_down_bends_the_knees_and_pulled_up_straightens_them() -> None:
    assert dragged(FREE, START, Handle.HIP, 0, -0.1).knee > START.knee + 20
    assert dragged(FREE, START, Handle.HIP, 0, 0.5).knee == 0


@pytest.mark.parametrize("forward", [-0.04, 0.03, 0.08])
def test_the_knee_comes_as_far_forward_as_it_is_dragged(forward: float) -> None:
    x, _ = place(START, Handle.KNEE)
    pose = dragged(FREE, START, Handle.KNEE, forward, 0.3)
    assert place(pose, Handle.KNEE)[0] == pytest.approx(x + forward, abs=1e-4)
    assert (pose.hips, pose.trunk) == (START.hips, START.trunk)


@pytest.mark.parametrize("turn", [-30, -10, 15, 25])
def test_the_shoulder_turns_the_trunk_about_the_hips(turn: float) -> None:
    (hip_x, hip_y), (x, y) = place(START, Handle.HIP), place(START, Handle.TRUNK)
    away, lean = math.hypot(x - hip_x, y - hip_y), math.atan2(x - hip_x, y - hip_y)
    to = lean + math.radians(turn)
    way = hip_x + away * math.sin(to) - x, hip_y + away * math.cos(to) - y
    pose = dragged(FREE, START, Handle.TRUNK, *way)
    assert pose.trunk == pytest.approx(START.trunk + turn)
    assert (pose.hips, pose.knee) == (START.hips, START.knee)
    assert place(pose, Handle.TRUNK) == pytest.approx((x + way[0], y + way[1]), abs=1e-6)


@given(ANYONE, st.sampled_from(Handle), st.floats(-3, 3), st.floats(-3, 3))
def test_no_drag_leads_out_of_what_a_body_can_do(
    body: Body, handle: Handle, forward: float, up: float
) -> None:
    free = FreeBody(body)
    pose = dragged(free, free.upright(), handle, forward, up)
    check_limits(free.skeleton(pose)[0])
