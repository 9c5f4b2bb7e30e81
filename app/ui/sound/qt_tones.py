"""Tones through one stream of Qt's. Loads QtMultimedia: import it late.

Not QSoundEffect: in Qt 6.11.3, when two effects sound at once or one is played again while it
sounds, it now and then deletes a socket notifier on the audio thread, and the event loop then
spins for good and writes a warning each turn. A stream of our own has no such life of its own.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

from PySide6.QtCore import QIODevice
from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices, QtAudio

from app.practice.tones import LATE_S, Tone
from app.ui.sound import devices
from app.ui.sound.muted import SystemMute
from app.ui.sound.reasons import Reason
from app.ui.sound.samples import BYTES_PER_S, RATE_HZ

#: A tone lasts at most 0.6 s; one that is not done after this many seconds goes nowhere: the
#: output is gone and nothing else tells. Waking Bluetooth takes 2 to 3 s.
STUCK_S = 5.0


class QtTones:
    """Plays tones on the default output, from samples in memory.

    The stream is open as long as the player: the first sound of a new one may come late, and an
    output left alone for 5 s is put to sleep and swallows a short tone when it wakes. So close
    the player when practice is over.

    It follows the default output, is silent while there is none, and sounds again when one
    comes.
    """

    is_opening = False

    def __init__(
        self,
        samples: Mapping[Tone, bytes],
        volume: int,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        self._samples = dict(samples)
        self._volume = volume
        self._clock = clock
        self._begun = 0.0
        self._mute = SystemMute()
        self._sink: QAudioSink | None = None
        self._stream: QIODevice | None = None
        self._devices: QMediaDevices | None = QMediaDevices()
        self._devices.audioOutputsChanged.connect(self._open)
        self._open()

    @property
    def available(self) -> bool:
        """Whether a tone played now would be heard."""
        return not self.reason

    @property
    def reason(self) -> str:
        """Why nothing would be heard; empty while available."""
        if self._sink is None:
            return Reason.NO_ANSWER.say() if devices.server_lost() else Reason.NO_DEVICE.say()
        if trouble := self._trouble(self._sink):
            return trouble
        if self._mute.is_on:
            return Reason.MUTED.say()
        return "" if self._volume else Reason.VOLUME_ZERO.say()

    def play(self, tone: Tone) -> None:
        """Start the tone and return at once; nothing happens where nothing can be heard."""
        if self._sink is None or self._trouble(self._sink):
            return
        waiting_s = (self._sink.bufferSize() - self._sink.bytesFree()) / BYTES_PER_S
        if self._stream is not None and waiting_s <= LATE_S:
            self._begun = self._clock()
            self._stream.write(self._samples[tone])

    def set_volume(self, volume: int) -> None:
        """Set how loud, from 0 to 100."""
        self._volume = volume
        if self._sink is not None:
            self._sink.setVolume(_amplitude(volume))

    def notify(self, changed: Callable[[], None]) -> None:
        """Do nothing: the output is known."""

    def close(self) -> None:
        """Stop, and let go of the device."""
        if self._devices is not None:
            self._devices.audioOutputsChanged.disconnect(self._open)
            self._devices = None
        self._shut()

    def _open(self) -> None:
        self._shut()
        if devices.server_lost() or not devices.is_audible():
            return
        form = QAudioFormat()
        form.setSampleRate(RATE_HZ)
        form.setChannelCount(1)
        form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        self._sink = QAudioSink(QMediaDevices.defaultAudioOutput(), form)
        self._sink.setBufferSize(BYTES_PER_S)  # room for any tone, and what it may wait for
        self._sink.setVolume(_amplitude(self._volume))
        self._stream = self._sink.start()

    def _shut(self) -> None:
        self._stream = None
        if self._sink is not None:
            self._sink.stop()
        self._sink = None

    def _trouble(self, sink: QAudioSink) -> str:
        # Asked for when it matters: a slot would still be called while the sink is deleted.
        if devices.server_lost():
            return Reason.NO_ANSWER.say()
        state = sink.state()
        if state == QtAudio.State.StoppedState:
            return Reason.REFUSED.say()
        if state == QtAudio.State.ActiveState and self._clock() - self._begun > STUCK_S:
            return Reason.NO_ANSWER.say()
        return ""


def _amplitude(volume: int) -> float:
    """Turn 0 to 100 into 0 to 1; squared, as half the number should sound about half as loud."""
    return float((min(100, max(0, volume)) / 100) ** 2)
