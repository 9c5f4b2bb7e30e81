"""The program's own content, and files written for a test."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.errors import ContentError, Problem
from app.locations import find_locations
from app.movement.reader import read_movement

LOCATIONS = find_locations(Path("not-used"))

Writer = Callable[[str], Path]


def keys(problems: list[Problem]) -> list[str]:
    """Return the keys of the problems."""
    return [problem.key for problem in problems]


def movement_problems(file: Path) -> list[Problem]:
    """Return what is wrong with a movement file; fail if nothing is."""
    with pytest.raises(ContentError) as caught:
        read_movement(file)
    problems = caught.value.problems
    assert problems
    assert all(problem.file == file for problem in problems)
    assert str(caught.value) == "\n".join(map(str, problems))
    return problems


def expected_at(problems: list[Problem], key: str) -> str:
    """Return what was expected at a key; fail unless there is exactly one problem."""
    found = [str(problem.expected) for problem in problems if problem.key == key]
    assert len(found) == 1, problems
    return found[0]
