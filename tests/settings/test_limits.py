"""What can be set, and within which limits."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from app.body.anthropometry import LIMITS as BODY_LIMITS
from app.body.anthropometry import Body
from app.practice.limits import LIMITS
from app.settings.model import (
    BodySettings,
    ExerciseSettings,
    MachineSettings,
    PersonSettings,
)


@pytest.mark.parametrize(
    ("chosen", "locale_is_metric", "shown"),
    [
        ("system", True, "metric"),
        ("system", False, "imperial"),
        ("metric", False, "metric"),
        ("imperial", True, "imperial"),
    ],
)
def test_units_follow_the_locale_unless_chosen(
    chosen: Any, locale_is_metric: bool, shown: str
) -> None:
    assert MachineSettings(units=chosen).units_resolved(locale_is_metric=locale_is_metric) == shown


def test_one_exercise_is_changed_and_reset() -> None:
    changed = PersonSettings().with_exercise("slow-motion", ExerciseSettings(sets=2))
    assert changed.exercise("slow-motion").sets == 2
    assert changed.exercise("wall-touches") == ExerciseSettings()
    assert PersonSettings().exercises == {}
    assert changed.with_exercise("slow-motion", ExerciseSettings()) == PersonSettings()


def _bounds(kind: type[msgspec.Struct], name: str) -> tuple[float, float]:
    schema = msgspec.json.schema(kind)["$defs"][kind.__name__]["properties"][name]
    number: dict[str, float] = next(
        part for part in schema.get("anyOf", [schema]) if "minimum" in part
    )
    return number["minimum"], number["maximum"]


@pytest.mark.parametrize("name", sorted(ExerciseSettings.__struct_fields__))
def test_the_limits_are_those_of_practice(name: str) -> None:
    low, high = _bounds(ExerciseSettings, name)
    # A hold of 0 seconds leaves the hold out.
    assert (low, high) == (
        0 if name in ("hold_s", "top_s") else LIMITS[name].low,
        LIMITS[name].high,
    )


def test_the_countdown_has_the_limits_of_practice() -> None:
    assert _bounds(PersonSettings, "prepare_s") == (
        LIMITS["prepare_s"].low,
        LIMITS["prepare_s"].high,
    )


def test_the_body_is_any_body_and_no_other() -> None:
    assert {field.name for field in msgspec.structs.fields(BodySettings)} == set(Body._fields)
    assert msgspec.structs.asdict(BodySettings()) == Body()._asdict()
    for name, (low, high) in BODY_LIMITS.items():
        assert _bounds(BodySettings, name) == (low, high), name
