"""What the user should hear; what would be said only once is kept until it was seen."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any

import msgspec

from app.errors import UserError
from app.files import read_regular_file, write_whole
from app.listeners import Feed
from app.messages.message import Message

#: A larger file is an accident.
_MAX_BYTES = 64 * 1024

#: What the next start knows nothing of: something was replaced, or set aside.
_ONCE = frozenset(
    {
        "files.crashed-before",
        "files.records-damaged",
        "files.records-log",
        "files.records-lost",
        "files.records-partly",
        "files.records-repaired",
        "files.settings-cut-off",
        "files.settings-left-out-kept",
        "files.settings-saved-anew",
    }
)


class News(Feed[Message]):
    """Tells everyone who subscribes, and keeps in a file what was not seen yet.

    So a notice is not lost where the start fails later, or the window is closed at once.
    """

    def __init__(self, file: Path) -> None:
        """Tell what was not seen the last time.

        Args:
            file: keeps it; there is none where there is nothing to keep.
        """
        super().__init__()
        self._file = file
        self._unseen = _read(file)
        for message in self._unseen:
            super().tell(message)

    def tell(self, what: Message) -> None:
        """Tell something, now and to those who come later."""
        with self._lock:
            if what.id in _ONCE and what not in self._unseen:
                self._unseen.append(what)
                # Where the disk refuses, it is told only now.
                with contextlib.suppress(UserError):
                    write_whole(self._file, msgspec.json.encode([_plain(m) for m in self._unseen]))
            super().tell(what)

    def forget(self) -> None:
        """Keep nothing more of what was told: the user saw it."""
        with self._lock:
            if self._unseen:
                self._unseen = []
                with contextlib.suppress(OSError):
                    self._file.unlink(missing_ok=True)


def _read(file: Path) -> list[Message]:
    """Return what a file keeps; nothing where it cannot be read."""
    try:
        found = msgspec.json.decode(read_regular_file(file, _MAX_BYTES), type=list[dict[str, Any]])
        messages = [_message(one) for one in found]
        for message in messages:
            str(message)  # one that another version wrote may have no text here
    except (OSError, ValueError, KeyError, TypeError, AttributeError, ImportError):
        return []
    return messages


def _plain(value: object) -> object:
    """Return a message, or an argument of one, as JSON can write it."""
    if isinstance(value, Message):
        arguments = {name: _plain(argument) for name, argument in value.arguments.items()}
        return {"id": value.id, "arguments": arguments}
    return str(value) if isinstance(value, Path) else value


def _message(data: dict[str, Any]) -> Message:
    """Return the message that `_plain` wrote."""
    arguments = {
        name: _message(value) if isinstance(value, dict) else value
        for name, value in data["arguments"].items()
    }
    return Message(data["id"], **arguments)
