"""Right or wrong, announced once before a movement first moves."""

from __future__ import annotations

#: How long the word is shown before the figure moves, and its fade, s.
ANNOUNCE_S = 1.4
_FADE_S = 0.3


class Announcement:
    """A word shown in front of the figure for a while.

    Attributes:
        waiting: whether the figure is waiting for it to disappear.
    """

    def __init__(self) -> None:
        self.waiting = False
        self._begun: float | None = None

    @property
    def made(self) -> bool:
        """Whether it was made already."""
        return self._begun is not None

    def begin(self, now: float) -> None:
        """Show it from `now` (s) on."""
        self._begun = now
        self.waiting = True

    def take_back(self) -> None:
        """Show it again before something next moves."""
        self._begun = None
        self.waiting = False

    def strength(self, now: float) -> float:
        """Return its opacity in front of the figure, 0..1."""
        if self._begun is None:
            return 0.0
        return max(0.0, min(1.0, (self._begun + ANNOUNCE_S - now) / _FADE_S))
