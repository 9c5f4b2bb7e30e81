from __future__ import annotations

from typing import Any

import pytest

from app.units import (
    fill,
    growth,
    inches_of,
    length,
    of_inches,
    placeholders_problems,
    stature,
    weight,
)


@pytest.mark.parametrize(
    ("cm", "units", "text"),
    [
        (15, "metric", "15 cm"),
        (15, "imperial", "6 in"),
        (15, "both", "15 cm (6 inches)"),
        (2.5, "metric", "2.5 cm"),
        (2.5, "both", "2.5 cm (1 inch)"),
        (1, "imperial", "0.5 in"),
        (3, "imperial", "1 in"),
        (30, "imperial", "12 in"),
        (120, "both", "120 cm (47 inches)"),
        (0, "imperial", "0 in"),
    ],
)
def test_length(cm: float, units: Any, text: str) -> None:
    assert str(length(cm, units)) == text


@pytest.mark.parametrize(
    ("cm", "units", "text"),
    [
        (175, "metric", "175 cm"),
        (175, "imperial", "5 ft 9 in"),
        (175, "both", "175 cm (5 ft 9 in)"),
        (182.5, "imperial", "6 ft 0 in"),
        (150, "imperial", "4 ft 11 in"),
    ],
)
def test_stature(cm: float, units: Any, text: str) -> None:
    assert str(stature(cm, units)) == text


@pytest.mark.parametrize(
    ("kg", "units", "text"),
    [
        (5, "metric", "5 kg"),
        (5, "imperial", "11 lb"),
        (5, "both", "5 kg (11 lb)"),
        (7.5, "metric", "7.5 kg"),
        (0.5, "imperial", "1.1 lb"),
        (20, "imperial", "44 lb"),
    ],
)
def test_weight(kg: float, units: Any, text: str) -> None:
    assert str(weight(kg, units)) == text


def test_lengths_and_weights_in_a_text_are_filled_in() -> None:
    text = "Stand {cm:15} from it. Hold {kg:5}, later {kg:7.5}."
    assert fill(text, "metric") == "Stand 15 cm from it. Hold 5 kg, later 7.5 kg."
    assert fill(text, "imperial") == "Stand 6 in from it. Hold 11 lb, later 17 lb."
    assert fill(text, "both").startswith("Stand 15 cm (6 inches) from it.")


@pytest.mark.parametrize(
    "text", ["{mm:3}", "{cm:}", "{cm:-3}", "{cm: 15}", "{CM:15}", "{}", "{", "}"]
)
def test_what_is_not_known_stays_and_is_named(text: str) -> None:
    assert fill(f"a {text} b", "imperial") == f"a {text} b"
    problems = placeholders_problems(f"{{cm:15}} a {text}\n b {{kg:5}}")
    assert len(problems) == 1
    assert "expected {cm:15} or {kg:5}" in str(problems[0])
    assert text in str(problems[0])


def test_a_good_text_has_no_problems() -> None:
    assert placeholders_problems("Stand {cm:15} away with {kg:2.5}.") == []


def test_how_a_length_grew_is_one_text() -> None:
    assert str(growth(15, 21, "metric")) == "15 → 21 cm"
    assert str(growth(15, 21, "imperial")) == "6 → 8 in"
    assert str(growth(15, 21, "both")) == "15 → 21 cm (6 → 8 inches)"
    assert str(growth(15, 15, "imperial")) == "6 in"


def test_whole_inches_come_back_as_they_were() -> None:
    assert all(inches_of(of_inches(inches)) == inches for inches in range(1, 60))
