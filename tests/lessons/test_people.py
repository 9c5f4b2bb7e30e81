"""The people the figure can be drawn as, and who is drawn when."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from app.body.anthropometry import Body, Sex
from app.lessons.people import ANYONE, choose_people, read_people
from tests.helpers.content import LOCATIONS

PEOPLE, PROBLEMS = read_people(LOCATIONS.people)
OCCASIONS = [f"lesson-{number}" for number in range(200)]


def test_there_are_at_least_six_of_both_sexes_and_three_ages() -> None:
    assert not PROBLEMS
    assert len(PEOPLE) >= 6
    assert {person.sex for person in PEOPLE} == set(Sex)
    assert {person.age for person in PEOPLE} == {"young", "middle", "old"}
    for field in ("skin", "hair_colour", "shirt", "shorts"):
        assert len({getattr(person, field) for person in PEOPLE}) >= 5
    assert len({person.hair for person in PEOPLE}) >= 5


def test_an_occasion_always_shows_the_same_two_different_people() -> None:
    for occasion in OCCASIONS:
        first, second = choose_people(PEOPLE, "any", occasion, Body())
        assert (first, second) == choose_people(PEOPLE, "any", occasion, Body())
        assert first != second


def test_nobody_is_always_the_one_who_does_it_wrong() -> None:
    pairs = [choose_people(PEOPLE, "any", occasion, Body()) for occasion in OCCASIONS]
    for place in (0, 1):
        seen = Counter(pair[place].id for pair in pairs)
        assert set(seen) == {person.id for person in PEOPLE}
        assert max(seen.values()) < 0.3 * len(pairs)


def test_the_chosen_person_does_everything() -> None:
    assert {who.id for who in choose_people(PEOPLE, "mei", "any", Body())} == {"mei"}


@pytest.mark.parametrize("sex", Sex)
def test_a_body_that_was_entered_is_drawn_as_one_of_its_sex(sex: Sex) -> None:
    for occasion in OCCASIONS[:40]:
        for person in choose_people(PEOPLE, "any", occasion, Body(1.70, 66, sex)):
            assert person.sex is sex


def test_without_a_file_there_is_somebody() -> None:
    assert choose_people((), "any", "lesson", Body()) == (ANYONE, ANYONE)


def test_every_mistake_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    file = tmp_path / "people.toml"
    file.write_text(
        '[[person]]\nid = "a"\nname = "A"\nskin = "red"\n'
        '[[person]]\nid = "b"\nname = "B"\n'
        '[[person]]\nid = "b"\nname = "C"\n'
        '[[person]]\nid = "D d"\nname = ""\nhat = "tall"\n'
    )
    people, problems = read_people(file)
    assert [person.name for person in people] == ["B"]
    keys = {problem.key for problem in problems}
    assert any(key.endswith("skin") for key in keys)
    assert any(key.endswith(".id") for key in keys)
