"""What a user can mend. Everything else is a bug and may end in a traceback."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class UserError(Exception):
    """One clear sentence about something the user can mend; shown without a traceback."""


class Problem(NamedTuple):
    """One mistake in a content file.

    Attributes:
        file: the file it stands in.
        key: where in the file, as `phases[1].seconds`; empty for the file as a whole.
        expected: what should stand there, and what does.
    """

    file: Path
    key: str
    expected: str

    def __str__(self) -> str:
        where = f"{self.file}: {self.key}" if self.key else f"{self.file}"
        return f"{where}: {self.expected}"


class ContentError(UserError):
    """A lesson, movement or exercise file that cannot be used, with every mistake found in it."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems
