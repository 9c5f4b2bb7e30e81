"""What the user is to be told without being stopped, as text; shown by the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.messages.message import Message
from app.news import News
from app.ui.messages import say


class Notices(QObject):
    """Collects the news of the data and of the window, from any thread.

    Attributes:
        lines: every notice so far, in the user's language.
        has_crash: whether one of them tells of a crash.

    Signals:
        added: a notice came; its text. Qt carries it over to the window's thread.
    """

    added = Signal(str)

    def __init__(self, news: News) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.has_crash = False
        #: The user saw them.
        self.forget = news.forget
        #: Ends the following of the news.
        self.close = news.subscribe(self.add)

    def add(self, message: Message) -> None:
        """Tell the user something."""
        line = say(message)
        self.has_crash |= message.id == "files.crashed-before"
        self.lines.append(line)
        self.added.emit(line)

    def add_once(self, message: Message) -> None:
        """Tell the user something, unless it was told before."""
        if say(message) not in self.lines:
            self.add(message)
