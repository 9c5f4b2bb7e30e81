"""The clock, sound, voice and screen of one window, and how much the system wants to move."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from app.practice.clock import read_clock
from app.ui.system_motion import SystemMotion

if TYPE_CHECKING:
    from app.ui.awake import ScreenAwake
    from app.ui.media.remote import MediaRemote
    from app.ui.sound.tone_player import TonePlayer
    from app.ui.sound.voice import Voice, VoiceBox
    from app.ui.wake_lock import WakeLock


class Devices:
    """Makes each of them when a page first needs it, and loads nothing of it before.

    Attributes:
        clock: what figures and sessions move by, s.
    """

    def __init__(
        self,
        language: str,
        *,
        clock: Callable[[], float] = read_clock,
        tones: Callable[[Path, int, bool], TonePlayer] | None = None,
        voice: Callable[[str], Voice] | None = None,
        lock: WakeLock | None = None,
    ) -> None:
        """Keep what the devices are made with.

        Args:
            language: of the voice.
            clock: what figures and sessions move by, s.
            tones: opens the sound instead of the system's.
            voice: opens the voice for a language instead of the system's.
            lock: keeps the screen on instead of the system's.
        """
        self.clock = clock
        self._language, self._tones, self._voice, self._lock = language, tones, voice, lock

    def open_tones(self, sounds: Path, volume: int, wanted: bool) -> TonePlayer:
        """Open the sound; whoever asks closes it."""
        if self._tones is not None:
            return self._tones(sounds, volume, wanted)
        from app.ui.sound.player import open_tones

        return open_tones(sounds, volume, wanted)

    @cached_property
    def motion(self) -> SystemMotion:
        """Whether the system asks for less motion."""
        return SystemMotion()

    @cached_property
    def voice_box(self) -> VoiceBox:
        """The voice, for practice and for the settings to try."""
        from app.ui.sound.voice import VoiceBox, open_voice

        return VoiceBox(self._language, self._voice or open_voice)

    @cached_property
    def awake(self) -> ScreenAwake:
        """What keeps the screen on in practice."""
        from app.ui.awake import ScreenAwake
        from app.ui.wake_lock import WakepyLock

        return ScreenAwake(self._lock or WakepyLock())

    @cached_property
    def remote(self) -> MediaRemote:
        """What lets media keys lead practice from elsewhere on the desktop."""
        from app.ui.media.remote import MediaRemote

        return MediaRemote()

    def close(self) -> None:
        """Let go of the screen, the voice and the media keys."""
        made = vars(self)
        if "remote" in made:
            self.remote.close()
            self.remote.deleteLater()
        if "motion" in made:
            self.motion.deleteLater()
        if "awake" in made:
            self.awake.close()
            self.awake.deleteLater()
        if "voice_box" in made:
            self.voice_box.close()
