"""The voice of the practice page: what happens is put into words and spoken."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.practice.beats import Beat
from app.practice.events import CountdownTicked, Event, Paused, SessionStopped
from app.practice.narrator import Narrator, counted
from app.practice.talk import Talk
from app.practice.timeline import Plan
from app.practice.utterance import Utterance
from app.ui.keeper import SettingsKeeper
from app.ui.practice.spoken import spoken
from app.ui.sound.voice import Voice, VoiceBox


class VoiceDesk(QObject):
    """Speaks what a session says, as the settings want it.

    Signals:
        changed: `available` may have changed.
    """

    changed = Signal()

    def __init__(self, box: VoiceBox, keeper: SettingsKeeper, clock: Callable[[], float]) -> None:
        super().__init__()
        self._box, self._keeper, self._clock = box, keeper, clock
        self._voice: Voice | None = None
        self._plan: Plan | None = None
        self._narrator: Narrator | None = None
        self._talk = Talk()
        keeper.changed.connect(self._follow)
        box.changed.connect(self.changed)

    @property
    def available(self) -> bool:
        """Whether something said now would be heard."""
        return self._voice is not None and self._voice.available

    def open(self) -> None:
        """Get the voice ready, where the user wants one."""
        if self._keeper.person.voice:
            self._voice = self._box.open()
            self._tune()
        self.changed.emit()

    def begin(self, plan: Plan) -> None:
        """Get ready for a session."""
        self._plan, self._narrator, self._talk = plan, Narrator(plan), Talk()

    def take(self, event: Event) -> None:
        """Say what belongs to an event of the session."""
        if self._narrator is None:
            return
        if isinstance(event, (Paused, SessionStopped)):
            self.stop()
        utterance = self._narrator.take(event)
        if utterance is not None:
            self._say(utterance)
        elif isinstance(event, CountdownTicked) and self._keeper.person.count_seconds:
            self._say(counted(event.at, event.seconds_left))

    def count(self, beat: Beat) -> None:
        """Say a second of a phase, where the user wants them counted."""
        if self._keeper.person.count_seconds:
            self._say(counted(beat.at, beat.seconds_left))

    def stop(self) -> None:
        """Fall silent."""
        if self._voice is not None:
            self._voice.stop()

    def _say(self, utterance: Utterance) -> None:
        voice, plan = self._voice, self._plan
        if voice is None or plan is None or not voice.available:
            return
        texts = [spoken(line, plan, self._keeper.units) for line in utterance.forms]
        turn = self._talk.turn(
            utterance,
            texts,
            self._clock(),
            speaking=voice.is_speaking,
            rate=self._keeper.person.voice_rate / 100,
        )
        if turn.stop:
            voice.stop()
        if turn.text:
            voice.say(turn.text)

    def _follow(self) -> None:
        if not self._keeper.person.voice:
            self.stop()
            self._voice = None
            self.changed.emit()
        elif self._voice is None and self._narrator is not None:
            self.open()
        else:
            self._tune()

    def _tune(self) -> None:
        settings = self._keeper.person
        if self._voice is not None:
            self._voice.tune(settings.voice_name, settings.voice_rate, settings.voice_volume)
