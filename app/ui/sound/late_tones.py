"""Tones that sound once the sound server has answered; the window does not wait for it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer

from app.practice.tones import Tone
from app.ui.sound import devices
from app.ui.sound.reasons import Reason
from app.ui.sound.tone_player import TonePlayer

_LOOK_MS = 50


class LateTones:
    """Stands for the player that there will be.

    Args:
        opener: opens that player.
        volume: 0 to 100.
        answer_s: after how long a server that has not answered is said not to, in seconds; it is
            listened to for longer.
    """

    def __init__(self, opener: Callable[[], TonePlayer], volume: int, answer_s: float) -> None:
        self._opener, self._volume = opener, volume
        self._player: TonePlayer | None = None
        self._changed: Callable[[], None] | None = None
        self._looks_left = round(answer_s * 1000 / _LOOK_MS)
        self._timer = QTimer()
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    @property
    def is_opening(self) -> bool:
        """Whether it is not known yet if there is an output."""
        return self._player is None and self._looks_left > 0

    @property
    def available(self) -> bool:
        """Whether a tone played now would be heard."""
        return self._player is not None and self._player.available

    @property
    def reason(self) -> str:
        """Why nothing would be heard; empty while available or opening."""
        if self._player is not None:
            return self._player.reason
        return "" if self.is_opening else Reason.NO_ANSWER.say()

    def play(self, tone: Tone) -> None:
        """Start the tone, where there is an output by now; a late one would mislead."""
        if self._player is not None:
            self._player.play(tone)

    def set_volume(self, volume: int) -> None:
        """Set how loud, from 0 to 100."""
        self._volume = volume
        if self._player is not None:
            self._player.set_volume(volume)

    def notify(self, changed: Callable[[], None]) -> None:
        """Call this when it is known whether there is an output."""
        self._changed = changed

    def close(self) -> None:
        """Stop, and let go of the device."""
        self._timer.stop()
        self._changed = None
        if self._player is not None:
            self._player.close()

    def _look(self) -> None:
        self._looks_left -= 1
        if devices.server_answers(0):
            self._timer.stop()
            self._player = self._opener()
            self._player.set_volume(self._volume)
        elif self._looks_left != 0:
            return
        if self._changed is not None:
            self._changed()
