from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from app.library import read_library
from app.programme.done import DoneRule, Share
from app.programme.reader import read_programme
from app.records.model import Practised
from tests.helpers.content import LOCATIONS
from tests.helpers.records import MORNING

LIBRARY = read_library(LOCATIONS)


def test_the_programme_says_what_counts() -> None:
    assert LIBRARY.programme.done == DoneRule(Share(2, 3), Share(2, 3), timedelta(hours=36))


@pytest.mark.parametrize(
    ("planned", "enough"), [(1, 1), (2, 2), (3, 2), (4, 3), (5, 4), (6, 4), (10, 7)]
)
def test_two_thirds_of_the_sets_and_never_none(planned: int, enough: int) -> None:
    rule = DoneRule()
    counts = [done for done in range(planned + 1) if rule.is_exercise_done(done, planned)]
    assert counts == list(range(enough, planned + 1))
    assert not rule.is_exercise_done(0, 0)


def test_an_exercise_counts_once_however_often_it_was_done() -> None:
    ways = [{"a"}, {"b"}, {"c"}]
    twice = [Practised("a", 3, 3, MORNING), Practised("a", 3, 3, MORNING)]
    assert DoneRule().exercises_done(twice) == {"a"}
    assert not DoneRule().is_session_done(ways, twice)
    assert DoneRule().is_session_done(ways, [*twice, Practised("c", 3, 2, MORNING)])
    assert not DoneRule().is_session_done(ways, [*twice, Practised("d", 3, 2, MORNING)])


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("sets = { done = 4, of = 3 }", "done.sets.done"),
        ("sets = { done = 0, of = 3 }", "done.sets.done"),
        ("sets = { done = 1 }", "done.sets.of"),
    ],
)
def test_a_share_that_cannot_be_is_named(tmp_path: Path, line: str, key: str) -> None:
    text = LOCATIONS.programme.read_text("utf-8")
    (tmp_path / "programme.toml").write_text(
        text.replace("sets = { done = 2, of = 3 }", line), "utf-8"
    )
    _, problems = read_programme(tmp_path / "programme.toml", LIBRARY.exercises)
    assert [problem.key for problem in problems] == [key]


def test_a_programme_may_have_a_rule_of_its_own(tmp_path: Path) -> None:
    text = LOCATIONS.programme.read_text("utf-8")
    file = tmp_path / "programme.toml"
    file.write_text(text.replace("done = 2, of = 3", "done = 1, of = 1"), "utf-8")
    programme, problems = read_programme(file, LIBRARY.exercises)
    assert not problems
    assert programme.done.sets == programme.done.exercises == Share(1, 1)
