"""What the user should hear without being stopped, on its way to whoever shows it."""

from __future__ import annotations

from collections.abc import Callable
from threading import RLock

from app.errors import UserError
from app.files import Notice
from app.listeners import Listeners

#: A message id with arguments, or one sentence.
News = Notice | UserError | str


class NewsFeed:
    """Keeps all news and passes them on."""

    def __init__(self) -> None:
        self._all: list[News] = []
        self._followers = Listeners[News]()
        self._lock = RLock()

    def tell(self, news: News) -> None:
        """Let the user hear of something; any thread may call this."""
        with self._lock:
            self._all.append(news)
            self._followers.tell(news)

    def follow(self, listener: Callable[[News], None]) -> Callable[[], None]:
        """Call a function with all news so far and to come; return what ends that.

        It is called on the thread the news comes from.
        """
        with self._lock:
            for news in self._all:
                listener(news)
            return self._followers.subscribe(listener)
