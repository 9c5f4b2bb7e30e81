"""What plays tones."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from app.practice.tones import Tone


class TonePlayer(Protocol):
    """Plays tones, or is silent and says why.

    Read `available` again whenever it matters: headphones are unplugged in mid-session.
    """

    @property
    def is_opening(self) -> bool:
        """Whether it is not known yet if there is an output."""

    @property
    def available(self) -> bool:
        """Whether a tone played now would be heard."""

    @property
    def reason(self) -> str:
        """Why nothing would be heard and what to do; empty while available or opening."""

    def play(self, tone: Tone) -> None:
        """Start the tone and return at once; one that is still sounding gives way to it."""

    def set_volume(self, volume: int) -> None:
        """Set how loud, from 0 to 100, as the ear hears it."""

    def notify(self, changed: Callable[[], None]) -> None:
        """Call this when it is known whether there is an output."""

    def close(self) -> None:
        """Let go of the sound device; nothing is played any more."""
