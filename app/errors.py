"""What a user can mend. Everything else is a bug and may end in a traceback."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from app.messages.message import Argument, Message


class UserError(Exception):
    """One clear sentence about something the user can mend; shown without a traceback.

    Args:
        message: what to say, or its id, with `arguments`.
        more: what follows, each on a line of its own.

    Attributes:
        messages: all of it.
    """

    def __init__(self, message: Message | str, /, *more: Message, **arguments: Argument) -> None:
        first = message if isinstance(message, Message) else Message(message, **arguments)
        super().__init__(first, *more)
        self.messages = (first, *more)

    def __str__(self) -> str:
        return "\n".join(map(str, self.messages))


class Problem(NamedTuple):
    """One mistake in a content file.

    Attributes:
        file: the file it stands in.
        key: where in the file, as `phases[1].seconds`; empty for the file as a whole.
        expected: what should stand there, and what does.
    """

    file: Path
    key: str
    expected: Message

    @property
    def message(self) -> Message:
        """The whole of it on one line."""
        if not self.key:
            return Message("content.of-file", file=self.file, expected=self.expected)
        return Message("content.at-key", file=self.file, key=self.key, expected=self.expected)

    def __str__(self) -> str:
        return str(self.message)


class ContentError(UserError):
    """A lesson, movement or exercise file that cannot be used, with every mistake found in it."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(*(problem.message for problem in problems))
        self.problems = problems
