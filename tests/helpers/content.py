"""The program's own content, and files written for a test."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app.errors import Problem
from app.locations import find_locations

LOCATIONS = find_locations(Path("not-used"))

Writer = Callable[[str], Path]


def keys(problems: list[Problem]) -> list[str]:
    """Return where the problems stand."""
    return [problem.key for problem in problems]


def expected_at(problems: list[Problem], key: str) -> str:
    """Return what was expected at a key; fails where not exactly one problem stands there."""
    found = [problem.expected for problem in problems if problem.key == key]
    assert len(found) == 1, problems
    return found[0]
