"""Hand a request to the window that has the data folder open. Loads QtNetwork where one has."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import msgspec

from app.errors import UserError
from app.instance.claim import is_held, read_address
from app.instance.request import MOST, Request

#: How long a window that listens may take to answer, and one that is just opening to listen, s.
ANSWER_S, OPENING_S = 1.5, 15.0
_AGAIN_MS = 20


def pass_on(
    folder: Path, request: Request, answer_s: float = ANSWER_S, opening_s: float = OPENING_S
) -> bool:
    """Have the window of a data folder raised, and open what is asked for.

    Args:
        folder: the data folder.
        request: what to open.
        answer_s: how long a window that listens is waited for, s.
        opening_s: how long one that does not listen yet is waited for, s.

    Returns:
        False where no window has the folder open.

    Raises:
        UserError: the window does not answer, or refuses what is asked for and says why.
    """
    opened = time.perf_counter() + opening_s
    answered = time.perf_counter() + answer_s
    while is_held(folder):
        address = read_address(folder)
        if address is None:
            answered = time.perf_counter() + answer_s
        elif address and (answer := _ask(address, request, answered)) is not None:
            if answer:
                raise UserError("commands.refused", reason=answer)
            return True
        if address == "" or time.perf_counter() > min(answered, opened):
            raise UserError("commands.no-answer", folder=folder)
        time.sleep(_AGAIN_MS / 1000)
    return False


def _ask(address: str, request: Request, end: float) -> str | None:
    """Return why not, empty where it is done; None where nobody answers in time."""
    from PySide6.QtNetwork import QLocalSocket

    _let_come_forward()
    socket = QLocalSocket()
    socket.setReadBufferSize(MOST)
    socket.connectToServer(address)
    if not socket.waitForConnected(_AGAIN_MS):
        return None
    socket.write(msgspec.json.encode(request) + b"\n")
    while not socket.canReadLine():
        is_there = socket.state() == QLocalSocket.LocalSocketState.ConnectedState
        if socket.bytesAvailable() >= MOST or not is_there or time.perf_counter() > end:
            return None
        socket.waitForReadyRead(_AGAIN_MS)
    try:
        return msgspec.json.decode(bytes(socket.readLine(MOST).data()), type=str)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def _let_come_forward() -> None:
    """Let another process take the foreground: Windows gives it to the one just started alone."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)  # to any
