"""A message: an id with arguments, said in English here and translated by `ui.messages`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

_PLACEHOLDER = re.compile(r"\{(\w+)(?::\.(\d)f)?\}(\.?)")


class Plural(NamedTuple):
    """A text that depends on the argument `n`; `%n` in `many` is that number.

    Attributes:
        one: the English for 1.
        many: the English for any other number, and what translators translate.
    """

    one: str
    many: str


@dataclass(frozen=True, slots=True, init=False)
class Message:
    """Something to say, in whatever language.

    Attributes:
        id: names its text, as `files.unwritable`.
        arguments: what the text's {placeholders} stand for, by name.
    """

    id: str
    arguments: tuple[tuple[str, Argument], ...]

    def __init__(self, message_id: str, /, **arguments: Argument) -> None:
        object.__setattr__(self, "id", message_id)
        object.__setattr__(self, "arguments", tuple(arguments.items()))

    def __str__(self) -> str:
        entry, values = entry_of(self.id), dict(self.arguments)
        if isinstance(entry, Plural):
            n = values["n"]
            entry = entry.one if n == 1 else entry.many.replace("%n", str(n))
        return fill(entry, values, str, _english)


Argument = Message | str | float | Path


def tr(text: str, comment: str = "", n: int = 0) -> str:
    """Return a text as it is; `lupdate` finds it by this name. A number `n` gives it plurals."""
    del comment, n
    return text


def entry_of(message_id: str) -> str | Plural:
    """Return the English text of a message, its placeholders not filled in.

    Raises:
        KeyError: there is no such message.
    """
    texts: Mapping[str, str | Plural] = import_module(
        f"app.messages.{message_id.partition('.')[0]}"
    ).TEXTS
    return texts[message_id]


def fill(
    text: str,
    arguments: Mapping[str, Argument],
    say: Callable[[Message], str],
    write: Callable[[float, int | None], str],
) -> str:
    """Put arguments in the place of {placeholders}.

    A sentence within a sentence loses its full stop where another one follows.

    Args:
        text: a template; numbers may have fixed decimals, as in `{share:.2f}`.
        arguments: by name.
        say: turns a message among them into text.
        write: writes a number with so many decimals, or as many as it has.
    """

    def filled(match: re.Match[str]) -> str:
        value, stop = arguments[match[1]], match[3]
        if isinstance(value, Message):
            said = say(value)
            return said if said.endswith(".") else said + stop
        if isinstance(value, int | float):
            return write(value, int(match[2]) if match[2] else None) + stop
        return f"{value}{stop}"

    return _PLACEHOLDER.sub(filled, text)


def _english(value: float, decimals: int | None) -> str:
    if isinstance(value, int):
        return str(value)
    return f"{value:g}" if decimals is None else f"{value:.{decimals}f}"
