"""The voice of a machine without one."""

from __future__ import annotations

from collections.abc import Callable


class Voiceless:
    """Says nothing.

    Attributes:
        reason: why, and what to do about it; one sentence for the user.
    """

    is_opening = False
    available = False
    is_speaking = False
    voices: tuple[str, ...] = ()

    def __init__(self, reason: str) -> None:
        self.reason = reason

    def say(self, text: str) -> None:
        """Say nothing."""

    def stop(self) -> None:
        """There is nothing to stop."""

    def tune(self, name: str, rate: int, volume: int) -> None:
        """Stay silent, however tuned."""

    def notify(self, changed: Callable[[], None]) -> None:
        """There is nothing to come."""

    def close(self) -> None:
        """Hold nothing, let go of nothing."""
