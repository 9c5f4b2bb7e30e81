"""Tones through Qt's sound effects. Loads QtMultimedia: import it late."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtMultimedia import QMediaDevices, QSoundEffect

from app.practice.tones import Tone
from app.ui.sound import devices, reasons

#: A tone lasts at most 0.6 s; one that still sounds after this many seconds goes nowhere,
#: which is how Qt shows that the sound server is gone. Waking Bluetooth takes 2 to 3 s.
STUCK_S = 5.0


class QtTones:
    """Plays each tone from an effect of its own, loaded beforehand.

    It follows the default output, falls silent while there is none, and sounds again when
    there is one. After an error it stays silent; open another player then.
    """

    def __init__(
        self,
        files: Mapping[Tone, Path],
        volume: int,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._files = dict(files)
        self._clock = clock
        self._volume = volume
        self._effects: dict[Tone, QSoundEffect] = {}
        self._begun: dict[Tone, float] = {}
        self._waking: QSoundEffect | None = None
        self._failure = ""
        self._devices = QMediaDevices()
        self._devices.audioOutputsChanged.connect(self._load)
        self._load()

    @property
    def available(self) -> bool:
        """Whether a tone played now would be heard."""
        return not self.reason

    @property
    def reason(self) -> str:
        """Why nothing would be heard; empty while available."""
        self._find_stuck()
        if self._failure:
            return self._failure
        if not self._effects:
            return reasons.no_device()
        return "" if self._volume else reasons.volume_zero()

    def play(self, tone: Tone) -> None:
        """Start the tone and return at once; nothing happens where nothing can be heard."""
        self._find_stuck()
        effect = self._effects.get(tone)
        if effect and not self._failure:
            self._begun[tone] = self._clock()
            effect.play()

    def set_volume(self, volume: int) -> None:
        """Set how loud, from 0 to 100."""
        self._volume = volume
        for effect in self._effects.values():
            effect.setVolume(_amplitude(volume))

    def close(self) -> None:
        """Stop, and let go of the device."""
        self._devices.audioOutputsChanged.disconnect(self._load)
        self._unload()

    def _load(self) -> None:
        # An effect whose output went away stays deaf when it returns, and so does a new one
        # made while the old is alive, as they share a stream: drop all first.
        self._unload()
        if self._failure or not devices.is_audible():
            return
        for tone, file in self._files.items():
            effect = QSoundEffect()
            effect.setVolume(_amplitude(self._volume))
            effect.statusChanged.connect(self._find_error)
            self._effects[tone] = effect
            effect.setSource(QUrl.fromLocalFile(str(file)))
        self._keep_awake(self._files[Tone.REST])

    def _keep_awake(self, file: Path) -> None:
        # Play silence for as long as tones may come. The first sound of a new stream came up to
        # 0.95 s late, those after it within 0.01 s; and an output left alone for 5 s is put to
        # sleep, and waking swallows a short tone.
        self._waking = QSoundEffect()
        self._waking.setMuted(True)
        self._waking.setLoopCount(QSoundEffect.Loop.Infinite.value)
        self._waking.setSource(QUrl.fromLocalFile(str(file)))
        self._waking.play()

    def _unload(self) -> None:
        for effect in self._effects.values():
            effect.statusChanged.disconnect(self._find_error)
        self._effects.clear()
        self._waking = None
        self._begun.clear()

    def _find_error(self) -> None:
        # The effect that reports is still at work here: nothing may be dropped before close().
        if any(e.status() == QSoundEffect.Status.Error for e in self._effects.values()):
            self._failure = reasons.refused()

    def _find_stuck(self) -> None:
        limit = self._clock() - STUCK_S
        for tone, begun in self._begun.items():
            if begun < limit and self._effects[tone].isPlaying():
                self._failure = reasons.no_answer()


def _amplitude(volume: int) -> float:
    """Turn 0 to 100 into 0 to 1; squared, as half the number should sound about half as loud."""
    return (min(100, max(0, volume)) / 100) ** 2
