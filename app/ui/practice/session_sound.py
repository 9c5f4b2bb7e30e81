"""All that is heard of a session: tones, voice, metronome and counted seconds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app.practice.beats import Beat
from app.practice.events import Event
from app.practice.timeline import Plan
from app.practice.tones import Tone
from app.ui.keeper import SettingsKeeper
from app.ui.practice.desk import Opener, ToneDesk
from app.ui.practice.pulse import Pulse
from app.ui.practice.voice_desk import VoiceDesk
from app.ui.sound.voice import VoiceBox


class SessionSound(QObject):
    """Opens the sound while practice may need it.

    Attributes:
        tones: the tones, which also lead the session.
        pulse: the seconds within a phase.

    Signals:
        changed: whether anything can be heard may have changed.
    """

    changed = Signal()

    def __init__(
        self,
        sounds: Path,
        keeper: SettingsKeeper,
        clock: Callable[[], float],
        opener: Opener,
        box: VoiceBox,
    ) -> None:
        super().__init__()
        self._keeper = keeper
        self.tones = ToneDesk(sounds, keeper, opener)
        self._voice = VoiceDesk(box, keeper, clock)
        self.pulse = Pulse(clock, self._wants_pulse, self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._open)
        self.pulse.beaten.connect(self._beat)
        self.tones.changed.connect(self.changed)
        self._voice.changed.connect(self.changed)

    @property
    def silent_reason(self) -> str:
        """Why nothing can be heard; empty where something can."""
        heard = self.tones.available or self._voice.available
        return "" if heard else self.tones.reason

    def open_soon(self) -> None:
        """Open the sound anew after the next paint: devices come and go, and it takes a moment."""
        self._soon.start(0)

    def begin(self, plan: Plan) -> None:
        """Get ready for a session."""
        if not self.tones.is_open:
            self._soon.stop()
            self._open()
        self.tones.check()
        self._voice.begin(plan)
        self.changed.emit()

    def take(self, event: Event) -> None:
        """Follow the session."""
        self._voice.take(event)
        self.pulse.take(event)

    def close(self) -> None:
        """Let go of the sound device."""
        self._soon.stop()
        self.tones.close()

    def _open(self) -> None:
        self.tones.open()
        self._voice.open()

    def _wants_pulse(self) -> bool:
        return self._keeper.person.metronome or self._keeper.person.count_seconds

    def _beat(self, beat: Beat) -> None:
        if self._keeper.person.metronome and self._keeper.person.sound:
            self.tones.play([Tone.TICK])
        self._voice.count(beat)
