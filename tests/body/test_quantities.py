from __future__ import annotations

import pytest

from app.body.anthropometry import Body
from app.body.measures import measure
from app.body.pose import Pose, Stance
from app.body.quantities import Quantity, value_of
from app.body.skeleton import build_skeleton


def test_every_quantity_says_what_the_frame_is() -> None:
    pose = Pose(knee=20, thorax=60, lumbar=11, neck=7, pressure=0.4)
    skeleton = build_skeleton(Body(), pose, Stance())
    measures = measure(skeleton)
    said = {quantity: value_of(quantity, skeleton, measures) for quantity in Quantity}
    assert said == {
        Quantity.HIP: skeleton.hip_flexion,
        Quantity.KNEE: pytest.approx(20),
        Quantity.TRUNK: 60,
        Quantity.SHIN: skeleton.shin,
        Quantity.LUMBAR: pytest.approx(20),
        Quantity.NECK: 7,
        Quantity.PRESSURE: pytest.approx(40),
        Quantity.HIPS_BACK: measures.hip_behind_ankle,
        Quantity.HIP_HEIGHT: skeleton.hip.y,
        Quantity.LINE_TO_KNEE: measures.line_to_knee,
        Quantity.STRETCH: 100 * measures.hamstring_stretch,
        Quantity.LOAD: measures.load.compression_n,
    }
