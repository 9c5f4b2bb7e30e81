"""The numbers that describe a frame, for tables, graphs and descriptions."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from app.body.measures import Measures
from app.body.skeleton import Skeleton


class Quantity(StrEnum):
    """One number about a frame.

    Angles in degrees: `HIP`, `KNEE` (flexion), `TRUNK`, `SHIN` (lean, + forward), `NECK` (+ looking
    up). `LUMBAR` is rounding in percent of the body's range, `PRESSURE` where the weight is borne
    in percent of the foot from the heel, `STRETCH` of the hamstrings in percent of what the
    straight-leg raise allows. `HIPS_BACK` is behind the ankle, `HIP_HEIGHT` above the floor and
    `LINE_TO_KNEE` the reaction line in front of the knee, m. `LOAD` is the estimated compression at
    L5/S1, N, ±35 %.
    """

    HIP = "hip"
    KNEE = "knee"
    TRUNK = "trunk"
    SHIN = "shin"
    LUMBAR = "lumbar"
    NECK = "neck"
    PRESSURE = "pressure"
    HIPS_BACK = "hips_back"
    HIP_HEIGHT = "hip_height"
    LINE_TO_KNEE = "line_to_knee"
    STRETCH = "stretch"
    LOAD = "load"


_VALUES: dict[Quantity, Callable[[Skeleton, Measures], float]] = {
    Quantity.HIP: lambda skeleton, _: skeleton.hip_flexion,
    Quantity.KNEE: lambda skeleton, _: skeleton.knee,
    Quantity.TRUNK: lambda skeleton, _: skeleton.pose.thorax,
    Quantity.SHIN: lambda skeleton, _: skeleton.shin,
    Quantity.LUMBAR: lambda _, measures: measures.lumbar_percent,
    Quantity.NECK: lambda skeleton, _: skeleton.pose.neck,
    Quantity.PRESSURE: lambda _, measures: 100 * measures.pressure,
    Quantity.HIPS_BACK: lambda _, measures: measures.hip_behind_ankle,
    Quantity.HIP_HEIGHT: lambda skeleton, _: skeleton.hip.y,
    Quantity.LINE_TO_KNEE: lambda _, measures: measures.line_to_knee,
    Quantity.STRETCH: lambda _, measures: 100 * measures.hamstring_stretch,
    Quantity.LOAD: lambda _, measures: measures.load.compression_n,
}


def value_of(quantity: Quantity, skeleton: Skeleton, measures: Measures) -> float:
    """Return a quantity of a frame, in the unit `Quantity` names.

    Args:
        quantity: which.
        skeleton: the frame.
        measures: the measures of that skeleton.
    """
    return _VALUES[quantity](skeleton, measures)
