"""What a start of the program can ask the window to open."""

from __future__ import annotations

import msgspec

PAGES = ("today", "learn", "compare", "practice", "progress", "settings")
#: A request, or the answer to one, is no longer than this, in bytes.
MOST = 16 * 1024


class Request(msgspec.Struct, frozen=True):
    """What to show; of several, the first of lesson, exercise, file and page.

    Attributes:
        page: by name.
        lesson: by id.
        exercise: ready to start, by id.
        file: of an exercise, to be imported; its whole path.
        token: by which the desktop lets the window come to the front; empty where it has none.
    """

    page: str | None = None
    lesson: str | None = None
    exercise: str | None = None
    file: str | None = None
    token: str = ""

    def __post_init__(self) -> None:
        """Refuse a page that there is not."""
        if self.page is not None and self.page not in PAGES:
            raise ValueError(self.page)

    @property
    def asks_to_open(self) -> bool:
        """Whether there is anything to open, beside showing the window."""
        return (self.page, self.lesson, self.exercise, self.file) != (None,) * 4
