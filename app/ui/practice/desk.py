"""The tones of the practice page: opened while the page is used, released after."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.practice.tones import Tone
from app.ui.keeper import SettingsKeeper
from app.ui.sound.tone_player import TonePlayer

Opener = Callable[[Path, int, bool], TonePlayer]


class ToneDesk(QObject):
    """Holds the tone player and follows the settings.

    Attributes:
        available: whether a tone played now would be heard.
        reason: why not; empty while available, or before it was opened.

    Signals:
        changed: `available` or `reason` did.
    """

    changed = Signal()

    def __init__(self, sounds: Path, keeper: SettingsKeeper, opener: Opener) -> None:
        super().__init__()
        self.available = False
        self.reason = ""
        self._sounds, self._keeper, self._opener = sounds, keeper, opener
        self._player: TonePlayer | None = None
        self._wanted, self._volume = keeper.person.sound, keeper.person.volume
        keeper.changed.connect(self._follow)

    @property
    def is_open(self) -> bool:
        """Whether there is a player, even a silent one."""
        return self._player is not None

    def open(self) -> None:
        """Open the tones again: devices come and go."""
        self._let_go()
        self._wanted, self._volume = self._keeper.person.sound, self._keeper.person.volume
        self._player = self._opener(self._sounds, self._volume, self._wanted)
        self._player.notify(self.check)
        self.check()

    def close(self) -> None:
        """Release the sound device."""
        self._let_go()

    def play(self, tones: Sequence[Tone]) -> None:
        """Play the first of the tones that the user has not turned off, if it can be heard."""
        off = self._keeper.person.tones_off
        for tone in tones:
            if tone.value not in off:
                self.try_out(tone)
                return

    def try_out(self, tone: Tone) -> None:
        """Play a tone, turned off or not."""
        if self._player is not None:
            self._player.play(tone)
            self.check()

    def check(self) -> None:
        """Ask again whether there is sound: headphones may have been unplugged."""
        if self._player is None:
            return
        found = (self._player.available, self._player.reason)
        if found != (self.available, self.reason):
            self.available, self.reason = found
            self.changed.emit()

    def _follow(self) -> None:
        settings = self._keeper.person
        if self._player is None or (settings.sound, settings.volume) == (
            self._wanted,
            self._volume,
        ):
            return
        if settings.sound != self._wanted:
            self.open()
        else:
            self._volume = settings.volume
            self._player.set_volume(settings.volume)
            self.check()

    def _let_go(self) -> None:
        if self._player is not None:
            self._player.close()
            self._player = None
