"""What the user is to be told without being stopped, as text; shown by the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.files import Notice
from app.news import News, NewsFeed
from app.ui.messages import notice_text


class Notices(QObject):
    """Collects the news of the data and of the window, from any thread.

    Attributes:
        lines: every notice so far, one sentence each.

    Signals:
        added: a notice came; its sentence. Qt carries it over to the window's thread.
    """

    added = Signal(str)

    def __init__(self, feed: NewsFeed) -> None:
        super().__init__()
        self.lines: list[str] = []
        #: Ends the following of the feed.
        self.close = feed.follow(self._pass_on)

    def add(self, line: str) -> None:
        """Tell the user something."""
        self.lines.append(line)
        self.added.emit(line)

    def _pass_on(self, news: News) -> None:
        self.add(notice_text(news) if isinstance(news, Notice) else str(news))
