"""A voice that keeps a list of what it was given to say."""

from __future__ import annotations

from collections.abc import Callable

from app.ui.sound.voice import VoiceBox


class ListingVoice:
    """Keeps the texts in a list; `reason` silences it, `is_speaking` is what a test makes it."""

    def __init__(self, reason: str = "", voices: tuple[str, ...] = ("Anna", "Bert")) -> None:
        self.said: list[str] = []
        self.stopped = 0
        self.closed = 0
        self.tuned: list[tuple[str, int, int]] = []
        self.reason = reason
        self.voices = voices
        self.is_speaking = False
        self.is_opening = False
        self.changed: Callable[[], None] = lambda: None

    @property
    def available(self) -> bool:
        return not self.reason

    def say(self, text: str) -> None:
        self.said.append(text)

    def stop(self) -> None:
        self.stopped += 1
        self.is_speaking = False

    def tune(self, name: str, rate: int, volume: int) -> None:
        self.tuned.append((name, rate, volume))

    def notify(self, changed: Callable[[], None]) -> None:
        self.changed = changed

    def close(self) -> None:
        self.closed += 1


def box_with(voice: ListingVoice) -> VoiceBox:
    """Return a box that opens this voice."""
    return VoiceBox("en", lambda _language: voice)


def a_box() -> VoiceBox:
    """Return a box with a voice that nobody listens to."""
    return box_with(ListingVoice())
