"""The player for a machine, or a user, without sound."""

from __future__ import annotations

from app.practice.tones import Tone


class Silent:
    """Plays nothing.

    Attributes:
        reason: why, and what to do about it; one sentence for the user.
    """

    available = False

    def __init__(self, reason: str) -> None:
        self.reason = reason

    def play(self, tone: Tone) -> None:
        """Play nothing."""

    def set_volume(self, volume: int) -> None:
        """Stay silent at every volume."""

    def close(self) -> None:
        """Hold nothing, let go of nothing."""
