"""When the voice speaks: nothing waits its turn, and what does not fit is not begun."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from app.practice.tones import LATE_S
from app.practice.utterance import Priority, Utterance

#: A voice at its usual rate says this many characters in a second, begins after a moment and
#: waits between sentences (espeak-ng 1.51 in English and German: 15 to 17, 0.1 s, 0.3 s). A rate
#: of 1 quickens all that this many times, -1 slows it as much (measured: 3.7 and 2.4 times).
_CHARACTERS_PER_S, _BEGIN_S, _STOP_S, _STEP = 16.0, 0.2, 0.3, 2.5


class Turn(NamedTuple):
    """What to do with the voice: first stop it, then say the text, each where there is one."""

    stop: bool
    text: str


_NOTHING = Turn(False, "")


def seconds_to_say(text: str, rate: float = 0.0) -> float:
    """Estimate how long a voice takes for a text, s; `rate` is Qt's, from -1 to 1."""
    usual_s = len(text) / _CHARACTERS_PER_S + _STOP_S * text.count(". ")
    return _BEGIN_S + usual_s / math.pow(_STEP, rate)


class Talk:
    """Decides, utterance by utterance."""

    def __init__(self) -> None:
        self._said = Priority.COUNT

    def turn(
        self, new: Utterance, texts: Sequence[str], now: float, *, speaking: bool, rate: float = 0.0
    ) -> Turn:
        """Decide about an utterance.

        Args:
            new: what is due.
            texts: its forms, put into words.
            now: on the clock of `new.at`, s.
            speaking: whether the voice still speaks what it was last given.
            rate: how quickly it speaks, from -1 to 1.
        """
        if speaking and new.priority < self._said:
            return _NOTHING
        if now - new.at > LATE_S:
            return Turn(speaking, "")
        for text in texts:
            if text and (new.until is None or now + seconds_to_say(text, rate) <= new.until):
                self._said = new.priority
                return Turn(speaking, text)
        return Turn(speaking, "")
