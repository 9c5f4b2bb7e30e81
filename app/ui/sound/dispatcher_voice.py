"""The voice of Linux: Speech Dispatcher, spoken to on a thread of its own."""

from __future__ import annotations

import os
import select
import socket
from collections.abc import Callable, Mapping
from queue import Empty, SimpleQueue
from threading import Thread

from PySide6.QtCore import QLocale

from app.ui.sound.muted import SystemMute
from app.ui.sound.reasons import Reason, no_service, no_voice
from app.ui.sound.ssip import Link, RefusedError, ServiceVoice, SpeechError, connect
from app.ui.sound.voices import Found, Voices

#: It lists thousands of voices in a second or two; a sentence it takes at once.
ANSWER_S = 5.0

Job = Callable[[Link], None]


class DispatcherVoice:
    """Speaks one text at a time; a new one takes the place of the old.

    Nothing here waits for the service. What it has to do is queued for a thread, which gives up
    for good when an answer takes too long: the voice is then unavailable and says why.

    Args:
        language: of the window.
        environment: how to find the service.
        answer_s: how long it is waited for, in seconds.
        find_fault: returns why nothing at all could be heard; asked on the thread, first.

    Attributes:
        is_opening: whether it is not known yet what voices there are.
    """

    def __init__(
        self,
        language: str,
        environment: Mapping[str, str] = os.environ,
        answer_s: float = ANSWER_S,
        find_fault: Callable[[], str] = str,
    ) -> None:
        self.is_opening = True
        self._language = language
        self._changed: Callable[[], None] | None = None
        self._find_fault = find_fault
        self._environment, self._answer_s = environment, answer_s
        self._voices: Voices[ServiceVoice] = Voices((), language)
        self._why: Callable[[], str] = Reason.LOOKING.say
        self._tuned: tuple[str, int, int] | None = None
        self._volume = 100
        self._mute: SystemMute | None = None  # made on the thread, for it waits a moment
        # What is wanted is written by the window's thread alone, what was done by the other.
        self._wanted, self._asked, self._done = False, 0, 0
        self._sounds = False
        self._closed = False
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._bell, self._ear = socket.socketpair()
        self._thread = Thread(target=self._run, name="voice", daemon=True)
        self._thread.start()

    @property
    def available(self) -> bool:
        """Whether something said now would be heard."""
        return not self.reason

    @property
    def reason(self) -> str:
        """Why nothing would be heard; empty while available."""
        if self._closed:
            return no_service()
        if why := self._why():
            return why
        if not self._voices.by_name:
            return no_voice()
        if not self._voices.own and (self._tuned or ("",))[0] not in self._voices.by_name:
            return Reason.NO_LANGUAGE.say()
        if self._mute is not None and self._mute.is_on:
            return Reason.MUTED.say()
        return "" if self._volume else Reason.VOICE_VOLUME_ZERO.say()

    @property
    def is_speaking(self) -> bool:
        """Whether it still speaks."""
        return self._wanted and (self._asked != self._done or self._sounds)

    @property
    def voices(self) -> tuple[str, ...]:
        """The names, those of the window's language first."""
        return tuple(self._voices.by_name)

    def say(self, text: str) -> None:
        """Begin to speak and return at once; nothing happens where nothing can be heard."""
        if not self.available:
            return
        self._wanted = True
        self._asked += 1

        def say(link: Link) -> None:
            link.say(text)
            self._sounds = True
            self._done += 1

        self._do(say)

    def stop(self) -> None:
        """Fall silent at once."""
        if self._wanted:
            self._wanted = False
            self._do(Link.cancel)

    def tune(self, name: str, rate: int, volume: int) -> None:
        """Choose a voice by name, its rate from -100 to 100 and its loudness from 0 to 100."""
        self._volume = volume
        if self._tuned == (name, rate, volume):
            return
        self._tuned = name, rate, volume
        self._do(self._tune)

    def notify(self, changed: Callable[[], None]) -> None:
        """Call this, on the thread, when it is known what voices there are, or they are lost."""
        self._changed = changed

    def close(self) -> None:
        """Let go of the service, without waiting for it."""
        if not self._closed:
            self._closed = True
            self._do(None)

    def _do(self, job: Job | None) -> None:
        self._jobs.put(job)
        try:
            self._bell.send(b"!", socket.MSG_DONTWAIT)
        except OSError:  # it has been rung already, or nobody is there any more
            return

    # On the thread

    def _run(self) -> None:
        link: Link | None = None
        try:
            if fault := self._find_fault():
                self._give_up(lambda: fault)
                return
            link = connect(self._environment, self._answer_s)
            if link is None:
                self._give_up(no_service)
                return
            self._voices = Voices(
                (Found(one.name, QLocale(one.language).language(), one) for one in link.voices()),
                self._language,
            )
            self._tune(link)
            self._mute = SystemMute()
            self._why, self.is_opening = str, False
            self._tell()
            while self._serve(link):
                pass
        except SpeechError:
            self._give_up(Reason.NO_SPEECH_ANSWER.say)
        finally:
            if link is not None:
                link.close()
            self._ear.close()
            self._bell.close()

    def _serve(self, link: Link) -> bool:
        """Do what is asked for or take what is told; return false when it is time to go."""
        ready, _, _ = select.select([self._ear.fileno(), link.fileno()], [], [])
        if link.fileno() in ready:
            link.take_events()
            self._sounds = link.is_speaking
        if self._ear.fileno() in ready:
            self._ear.recv(4096)
            try:
                while (job := self._jobs.get_nowait()) is not None:
                    try:
                        job(link)
                    except RefusedError:  # a voice that has gone, say: the others are left
                        self._done = self._asked
                    self._sounds = link.is_speaking
            except Empty:
                return True
            return False
        return True

    def _tune(self, link: Link) -> None:
        name, rate, volume = self._tuned or ("", 0, self._volume)
        voice = self._voices.choose(name)
        if voice is not None:
            link.choose(voice)
        link.ask(f"SET SELF RATE {min(100, max(-100, rate))}")
        link.ask(f"SET SELF VOLUME {min(100, max(-100, 2 * volume - 100))}")

    def _give_up(self, why: Callable[[], str]) -> None:
        # Without voices it is opened anew the next time somebody wants it.
        self._voices = Voices((), self._language)
        self._sounds, self._done = False, self._asked
        self._why, self.is_opening = why, False
        self._tell()

    def _tell(self) -> None:
        if self._changed is not None and not self._closed:
            self._changed()
