"""A speech service that answers as a test wants, on a socket of its own."""

from __future__ import annotations

import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

VOICES = (
    "English (America)\ten-US\tnone",
    "English (America)+Adam\ten-US\tnone",
    "English (Great Britain)\ten-GB\tnone",
    "German\tde\tnone",
)


class SpeechService:
    """Speaks the protocol; keeps what it is told.

    Attributes:
        environment: how to find it.
        heard: every line it was sent.
        silent_from: the first word of a command that it does not answer any more.
        raw: sent instead of any answer.
    """

    def __init__(self, folder: Path) -> None:
        self.environment = {"SPEECHD_ADDRESS": f"unix_socket:{folder}/s"}
        self.heard: list[str] = []
        self.silent_from = ""
        self.raw = b""
        self._connections: list[socket.socket] = []
        self._server = socket.socket(socket.AF_UNIX)
        self._server.bind(f"{folder}/s")
        self._server.listen(4)
        Thread(target=self._accept, daemon=True).start()

    def tell(self, line: str) -> None:
        """Tell the last one who called something by itself."""
        self._connections[-1].sendall(line.encode())

    def hang_up(self) -> None:
        for one in [self._server, *self._connections]:
            one.close()

    def drop(self) -> None:
        """End the connections, as a service does that is killed."""
        for one in self._connections:
            one.shutdown(socket.SHUT_RDWR)

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._server.accept()
            except OSError:
                return
            self._connections.append(connection)
            Thread(target=self._serve, args=[connection], daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        try:
            for line in connection.makefile(encoding="utf-8", newline="\r\n"):
                command = line.rstrip("\r\n")
                self.heard.append(command)
                if self.silent_from and command.startswith(self.silent_from):
                    return
                connection.sendall(self.raw or self._answer(command))
        except (OSError, ValueError):
            return

    def _answer(self, command: str) -> bytes:
        if command == "LIST OUTPUT_MODULES":
            return b"250-espeak-ng\r\n250-broken\r\n250 OK MODULE LIST SENT\r\n"
        if command == "SET SELF OUTPUT_MODULE broken":
            return b"304 ERR CANT SET OUTPUT MODULE\r\n"
        if command == "LIST SYNTHESIS_VOICES":
            rows = "".join(f"249-{voice}\r\n" for voice in VOICES)
            return f"{rows}249 OK VOICE LIST SENT\r\n".encode()
        if command == "SPEAK":
            return b"230 OK RECEIVING DATA\r\n"
        if command == ".":
            number = self.heard.count(".")
            begun = f"701-{number}\r\n701-1\r\n701 BEGIN\r\n"
            return f"225-{number}\r\n225 OK MESSAGE QUEUED\r\n{begun}".encode()
        if self.heard[-2:-1] == ["SPEAK"]:
            return b""
        return b"200 OK\r\n"


@contextmanager
def speech_service() -> Iterator[SpeechService]:
    with tempfile.TemporaryDirectory() as folder:  # a short name: sockets have no long ones
        service = SpeechService(Path(folder))
        try:
            yield service
        finally:
            service.hang_up()
