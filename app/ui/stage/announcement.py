"""Right or wrong, said once before a movement moves for the first time."""

from __future__ import annotations

#: How long the word stands before the figure moves, and fades, s.
ANNOUNCE_S = 1.4
_FADE_S = 0.3


class Announcement:
    """A word that stands before the figure until it is gone.

    Attributes:
        waiting: whether the figure waits for it to go.
    """

    def __init__(self) -> None:
        self.waiting = False
        self._begun: float | None = None

    @property
    def made(self) -> bool:
        """Whether it was begun."""
        return self._begun is not None

    def begin(self, now: float) -> None:
        """Say it from `now` (s) on."""
        self._begun = now
        self.waiting = True

    def take_back(self) -> None:
        """Have it said again before the next time something moves."""
        self._begun = None
        self.waiting = False

    def strength(self, now: float) -> float:
        """Return how strongly it stands before the figure, 0..1."""
        if self._begun is None:
            return 0.0
        return max(0.0, min(1.0, (self._begun + ANNOUNCE_S - now) / _FADE_S))
