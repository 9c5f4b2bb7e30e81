"""Whether the system's own sound is turned off, as far as its server tells."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Callable
from threading import Thread

#: Of PulseAudio, and of PipeWire in its place.
PROGRAM = "pactl"
_ASK = ("get-sink-mute", "@DEFAULT_SINK@")
_TIMEOUT_S = 2.0
#: How long what was told counts, s; and how long a new player waits for the first answer.
_FRESH_S, _FIRST_S = 3.0, 0.2


class SystemMute:
    """Asks now and then, on a thread: nobody waits for the answer but the first time, briefly."""

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        self._clock = clock
        self._program = shutil.which(PROGRAM)
        self._asked: float | None = None
        self._thread: Thread | None = None
        self._muted = False
        if self._program is not None:
            self._begin().join(_FIRST_S)

    @property
    def is_on(self) -> bool:
        """Whether nothing is heard because of it, when last asked; asks anew after a while."""
        if self._program is not None and self._clock() - (self._asked or 0.0) > _FRESH_S:
            self._begin()
        return self._muted

    def _begin(self) -> Thread:
        thread = self._thread
        if thread is None or not thread.is_alive():
            self._asked = self._clock()
            self._thread = thread = Thread(target=self._ask, name="system mute", daemon=True)
            thread.start()
        return thread

    def _ask(self) -> None:
        try:
            done = subprocess.run(  # noqa: S603 - the system's own program, found on PATH
                [str(self._program), *_ASK],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                errors="replace",
                env={**os.environ, "LC_ALL": "C"},
                timeout=_TIMEOUT_S,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired):
            return
        self._muted = done.stdout.strip() == "Mute: yes"
