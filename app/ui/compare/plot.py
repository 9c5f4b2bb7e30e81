"""What a graph shows: curves on a common clock, and the stretches of the clock."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from app.movement.model import Label


class Curve(NamedTuple):
    """One movement's curve: its values at the plot's times, in the unit shown."""

    title: str
    label: Label
    values: tuple[float, ...]


class Stretch(NamedTuple):
    """A named part of the clock, s; `still` if nothing moves."""

    name: str
    begin: float
    end: float
    still: bool


class Plot(NamedTuple):
    """A whole graph.

    Attributes:
        times: moments of the clock, s, in order; the last is its end.
        curves: one or two.
        stretches: the parts of the clock.
        unit: how a value is written, as `{} cm`.
        least: the smallest range of values worth showing.
    """

    times: tuple[float, ...]
    curves: tuple[Curve, ...]
    stretches: tuple[Stretch, ...]
    unit: str
    least: float


def value_at(times: Sequence[float], values: Sequence[float], position: float) -> float:
    """Return a curve's value at a moment of the clock, interpolated linearly."""
    index = min(max(bisect_right(times, position), 1), len(times) - 1)
    begin, end = times[index - 1], times[index]
    share = min(max((position - begin) / (end - begin), 0.0), 1.0)
    return values[index - 1] + (values[index] - values[index - 1]) * share


def value_range(plot: Plot) -> tuple[float, float]:
    """Return the least and the greatest value, at least the plot's smallest range apart."""
    values = [value for curve in plot.curves for value in curve.values]
    low, top = min(values), max(values)
    spare = max(0.0, plot.least - (top - low)) / 2
    return low - spare, top + spare


def apart(plot: Plot, row: float) -> list[float]:
    """Return the heights of the curves' names: at their ends, but at least `row` apart."""
    ends = [curve.values[-1] for curve in plot.curves]
    if len(ends) < 2 or abs(ends[1] - ends[0]) >= row:
        return ends
    middle = max(sum(ends) / 2, value_range(plot)[0] + row / 2)
    # The one that goes higher on the way has its name above.
    upper = 0 if max(plot.curves[0].values) >= max(plot.curves[1].values) else 1
    return [middle + row / 2 * (1 if index == upper else -1) for index in range(2)]
