"""The player and the voice of a machine, or a user, without sound."""

from __future__ import annotations

from collections.abc import Callable

from app.practice.tones import Tone


class Silent:
    """Plays nothing.

    Attributes:
        reason: why, and what to do about it; one sentence for the user.
    """

    is_opening = False
    available = False

    def __init__(self, reason: str) -> None:
        self.reason = reason

    def notify(self, changed: Callable[[], None]) -> None:
        """Do nothing: no output is still to come."""

    def play(self, tone: Tone) -> None:
        """Play nothing."""

    def set_volume(self, volume: int) -> None:
        """Stay silent at every volume."""

    def close(self) -> None:
        """Do nothing: there is no device to release."""


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
        """Do nothing: it never speaks."""

    def tune(self, name: str, rate: int, volume: int) -> None:
        """Stay silent, however tuned."""

    def notify(self, changed: Callable[[], None]) -> None:
        """Do nothing: no voice is still to come."""

    def close(self) -> None:
        """Do nothing: there is no device to release."""
