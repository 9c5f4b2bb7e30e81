"""What the user is to be told without being stopped: one funnel, shown by the window."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from app.messages.message import Message
from app.ui.messages import say


class Notices(QObject):
    """Collects notices from anywhere, any thread included.

    Attributes:
        lines: every notice so far, in the user's language.

    Signals:
        added: a notice came; its text. Qt carries it over to the window's thread.
    """

    added = Signal(str)

    def __init__(self, messages: Iterable[Message] = ()) -> None:
        super().__init__()
        self.lines = [say(message) for message in messages]

    def add(self, message: Message) -> None:
        """Tell the user something."""
        line = say(message)
        self.lines.append(line)
        self.added.emit(line)

    def add_once(self, message: Message) -> None:
        """Tell the user something, unless it was told before."""
        if say(message) not in self.lines:
            self.add(message)
