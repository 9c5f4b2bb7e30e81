"""Speech Dispatcher's own protocol (SSIP), each answer within a time. Needs no Qt.

Not libspeechd, which Qt speaks through: it waits without end for a service that takes the call
and says nothing, and Qt for Python (6.11.3) holds all of Python meanwhile, on any thread.
"""

from __future__ import annotations

import contextlib
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

PROGRAM = "speech-dispatcher"
#: Far more than it ever says at a time: the thousands of voices of eSpeak NG are 1 MB.
_LONGEST = 16 * 1024 * 1024
_ROW = re.compile(rb"(\d)\d\d([ -])(.*)\Z", re.DOTALL)
_EVENT, _GOOD = b"7", b"2"
_OVER = ("END", "CANCELED")


class SpeechError(Exception):
    """The service went away, did not answer in time, or answered something else."""


class RefusedError(SpeechError):
    """The service understood, and does not do it."""


class ServiceVoice(NamedTuple):
    """A voice of the service.

    Attributes:
        name: its own.
        language: as `en-US`.
        module: the synthesizer it belongs to.
    """

    name: str
    language: str
    module: str


class Link:
    """A connection to the service; belongs to one thread.

    Attributes:
        is_speaking: whether what was said last still sounds, as far as the service has told.
    """

    def __init__(self, connection: socket.socket, answer_s: float) -> None:
        self.is_speaking = False
        self._connection = connection
        self._answer_s = answer_s
        self._heard = b""
        self._event: list[str] = []
        self._message = ""
        self.ask("SET SELF CLIENT_NAME user:hip-hinge-trainer:main")
        self.ask("SET SELF NOTIFICATION ALL ON")

    def fileno(self) -> int:
        """Return what to wait for with `select`."""
        return self._connection.fileno()

    def voices(self) -> list[ServiceVoice]:
        """Return the voices of every synthesizer; one that cannot be used has none."""
        found = []
        for module in self.ask("LIST OUTPUT_MODULES"):
            with contextlib.suppress(RefusedError):
                self.ask(f"SET SELF OUTPUT_MODULE {module}")
                for row in self.ask("LIST SYNTHESIS_VOICES"):
                    name, _, rest = row.partition("\t")
                    found.append(ServiceVoice(name, rest.split("\t")[0], module))
        return found

    def choose(self, voice: ServiceVoice) -> None:
        """Speak with a voice from now on."""
        self.ask(f"SET SELF OUTPUT_MODULE {voice.module}")
        self.ask(f"SET SELF LANGUAGE {voice.language}")
        self.ask(f"SET SELF SYNTHESIS_VOICE {voice.name}")

    def say(self, text: str) -> None:
        """Say a text in place of what is being said."""
        self.cancel()
        self.ask("SPEAK")
        line = " ".join(text.split())
        stuffed = f".{line}" if line.startswith(".") else line
        rows = self.ask(f"{stuffed}\r\n.")
        self._message = rows[0] if rows else ""
        self.is_speaking = True

    def cancel(self) -> None:
        """Fall silent."""
        self.ask("CANCEL SELF")
        self.is_speaking = False

    def ask(self, command: str) -> list[str]:
        """Send a command and return what is answered, without the line that ends it.

        Raises:
            SpeechError: there is no answer in time, or none that can be understood.
            RefusedError: the answer is no.
        """
        until = time.perf_counter() + self._answer_s
        try:
            self._connection.settimeout(self._answer_s)
            self._connection.sendall(f"{command}\r\n".encode())
        except OSError as error:
            raise SpeechError(str(error)) from error
        rows: list[str] = []
        while True:
            kind, last, text = self._row(until)
            if kind == _EVENT:
                continue
            if not last:
                rows.append(text)
            elif kind != _GOOD:
                raise RefusedError(text)
            else:
                return rows

    def take_events(self) -> None:
        """Take what the service has told by itself.

        Raises:
            SpeechError: it went away.
        """
        self._row(time.perf_counter() + self._answer_s)
        while b"\n" in self._heard:
            self._row(time.perf_counter() + self._answer_s)

    def close(self) -> None:
        """Take leave."""
        with contextlib.suppress(OSError):
            self._connection.settimeout(0)
            self._connection.sendall(b"QUIT\r\n")
        self._connection.close()

    def _row(self, until: float) -> tuple[bytes, bool, str]:
        """Return a row: the kind of answer, whether it is the last of its answer, and its text."""
        while b"\n" not in self._heard:
            left = until - time.perf_counter()
            if left <= 0 or len(self._heard) > _LONGEST:
                raise SpeechError("no answer")
            try:
                self._connection.settimeout(left)
                more = self._connection.recv(65536)
            except OSError as error:
                raise SpeechError(str(error)) from error
            if not more:
                raise SpeechError("it went away")
            self._heard += more
        raw, _, self._heard = self._heard.partition(b"\n")
        row = _ROW.match(raw.rstrip(b"\r"))
        if row is None:
            raise SpeechError("not its protocol")
        kind, last, text = row[1], row[2] == b" ", row[3].decode(errors="replace")
        if kind == _EVENT:
            self._take_event(text, last=last)
        return kind, last, text

    def _take_event(self, text: str, *, last: bool) -> None:
        if not last:
            self._event.append(text)
            return
        about, self._event = self._event[:1], []
        if text in _OVER and about == [self._message]:
            self.is_speaking = False


def connect(environment: Mapping[str, str], answer_s: float) -> Link | None:
    """Return a connection to the service, started where it is not; None where there is none.

    Raises:
        SpeechError: it is there and does not answer as it should.
    """
    connection = _reach(environment, answer_s)
    if connection is None and "SPEECHD_ADDRESS" not in environment and _start(answer_s):
        connection = _reach(environment, answer_s)
    if connection is None:
        return None
    try:
        return Link(connection, answer_s)
    except SpeechError:
        connection.close()
        raise


def _reach(environment: Mapping[str, str], answer_s: float) -> socket.socket | None:
    method, _, where = environment.get("SPEECHD_ADDRESS", "").partition(":")
    try:
        if method == "inet_socket":
            host, _, port = where.partition(":")
            number = int(port) if port.isdecimal() else 6560
            return socket.create_connection((host or "127.0.0.1", number), answer_s)
        own = socket.socket(socket.AF_UNIX)
        own.settimeout(answer_s)
        try:
            own.connect(where or str(_usual(environment)))
        except BaseException:
            own.close()
            raise
    except TimeoutError as error:
        raise SpeechError("no answer") from error
    except OSError:
        return None
    return own


def _usual(environment: Mapping[str, str]) -> Path:
    home = environment.get("HOME", "/")
    folder = environment.get("XDG_RUNTIME_DIR") or f"{home}/.cache"
    return Path(folder) / "speech-dispatcher" / "speechd.sock"


def _start(answer_s: float) -> bool:
    """Have the service start itself, as its own library does; it says no where it must not."""
    program = shutil.which(PROGRAM)
    if program is None:
        return False
    try:
        done = subprocess.run(  # noqa: S603 - the program's own name, found on PATH
            [program, "--spawn"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=answer_s,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
