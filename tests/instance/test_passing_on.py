from __future__ import annotations

import os
import socket
import stat
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.errors import UserError
from app.instance.claim import Claim, read_address
from app.instance.client import pass_on
from app.instance.listener import Listener
from app.instance.request import MOST, PAGES, Request
from app.ui.rail import PageId
from tests.helpers.patience import HANG_S

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sockets as on Linux and macOS")
ASKED = Request(page="progress", lesson="cues", file="/somewhere/é.toml", token="t")


@pytest.fixture
def claim(tmp_path: Path) -> Iterator[Claim]:
    held = Claim(tmp_path)
    yield held
    held.close()


@pytest.fixture
def heard() -> list[Request]:
    return []


@pytest.fixture
def listener(qtbot: QtBot, claim: Claim, heard: list[Request]) -> Iterator[Listener]:
    def answer(request: Request) -> str:
        heard.append(request)
        return "There is no such exercise." if request.exercise else ""

    made = Listener(claim, answer)
    yield made
    made.close()


@pytest.fixture
def ask(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[Request], Future[bool]]]:
    """Return what passes a request on as another process would, and waits for the answer."""
    with ThreadPoolExecutor() as threads:

        def asking(request: Request) -> Future[bool]:
            asked = threads.submit(pass_on, tmp_path, request, HANG_S, HANG_S)
            qtbot.waitUntil(asked.done)
            return asked

        yield asking


def connect(folder: Path) -> socket.socket:
    guest = socket.socket(socket.AF_UNIX)
    guest.settimeout(HANG_S)
    guest.connect(read_address(folder) or "")
    return guest


def is_shut(guest: socket.socket) -> bool:
    """Tell whether the other end was closed without an answer."""
    guest.setblocking(False)
    try:
        return guest.recv(1) == b""
    except BlockingIOError:
        return False
    except ConnectionResetError:
        return True


def test_the_pages_are_those_of_the_window() -> None:
    assert tuple(PageId) == PAGES


def test_a_request_arrives_whole(
    listener: Listener, heard: list[Request], ask: Callable[[Request], Future[bool]]
) -> None:
    assert ask(ASKED).result() is True
    assert ask(Request()).result() is True
    assert heard == [ASKED, Request()]


def test_what_is_refused_is_refused_in_the_windows_words(
    listener: Listener, ask: Callable[[Request], Future[bool]]
) -> None:
    with pytest.raises(UserError, match=r"^There is no such exercise\.$"):
        ask(Request(exercise="x")).result()


def test_where_no_window_is_open_nothing_is_passed_on(tmp_path: Path) -> None:
    assert pass_on(tmp_path, ASKED) is False


def test_a_window_that_is_only_opening_is_waited_for(
    qtbot: QtBot, tmp_path: Path, claim: Claim
) -> None:
    heard: list[Request] = []

    def answer(request: Request) -> str:
        heard.append(request)
        return ""

    with ThreadPoolExecutor() as threads:
        asked = threads.submit(pass_on, tmp_path, ASKED, HANG_S, HANG_S)
        listener = Listener(claim, answer)
        qtbot.waitUntil(asked.done)
    assert asked.result() is True
    assert heard == [ASKED]
    listener.close()


def test_a_window_that_closes_meanwhile_makes_room(tmp_path: Path, claim: Claim) -> None:
    with ThreadPoolExecutor() as threads:
        asked = threads.submit(pass_on, tmp_path, ASKED, HANG_S, HANG_S)
        claim.close()
        assert asked.result(HANG_S) is False


@pytest.mark.parametrize("answer", [None, b"", b"nonsense\n", b"{}\n", b"x" * 2 * MOST])
def test_one_that_does_not_answer_is_not_waited_for(
    tmp_path: Path, claim: Claim, answer: bytes | None
) -> None:
    with socket.socket(socket.AF_UNIX) as server, ThreadPoolExecutor() as threads:
        server.bind(f"{tmp_path}/s")
        server.listen(8)
        claim.publish(f"{tmp_path}/s")
        asked = threads.submit(pass_on, tmp_path, ASKED, 0.2, 0.2)
        if answer is not None:
            guest = server.accept()[0]
            guest.sendall(answer)
        with pytest.raises(UserError, match="is already open, but it isn't answering"):
            asked.result(HANG_S)
        if answer is not None:
            guest.close()


@pytest.mark.parametrize("address", ["", "/nowhere/at/all", None])
def test_one_that_cannot_be_asked_is_named(
    tmp_path: Path, claim: Claim, address: str | None
) -> None:
    if address is not None:
        claim.publish(address)
    with pytest.raises(UserError, match="is already open, but it isn't answering"):
        pass_on(tmp_path, ASKED, 0.1, 0.1)


@pytest.mark.parametrize(
    "sent",
    [
        b"GET / HTTP/1.1\r\n\r\n",
        b"\xff\xfe\n",
        b'{"page": "nowhere"}\n',
        b'{"lesson": 7}\n',
        b"[]\n",
        b"\n",
        b"x" * (4 * MOST),
        b'{"lesson": "' + b"x" * (2 * MOST) + b'"}\n',
    ],
)
def test_garbage_is_not_answered(
    qtbot: QtBot,
    tmp_path: Path,
    listener: Listener,
    heard: list[Request],
    ask: Callable[[Request], Future[bool]],
    sent: bytes,
) -> None:
    with connect(tmp_path) as guest, ThreadPoolExecutor() as threads:
        sending = threads.submit(guest.sendall, sent)
        qtbot.waitUntil(sending.done)
        qtbot.waitUntil(lambda: is_shut(guest))
    assert heard == []
    assert ask(ASKED).result() is True


def test_silent_guests_take_no_room_from_others(
    qtbot: QtBot,
    tmp_path: Path,
    listener: Listener,
    heard: list[Request],
    ask: Callable[[Request], Future[bool]],
) -> None:
    guests = [connect(tmp_path) for _ in range(20)]
    qtbot.waitUntil(lambda: all(map(is_shut, guests)))  # some at once, all after a while
    assert ask(ASKED).result() is True
    assert heard == [ASKED]
    for guest in guests:
        guest.close()


def test_only_the_same_user_may_ask(tmp_path: Path, listener: Listener) -> None:
    address = Path(read_address(tmp_path) or "")
    assert stat.S_IMODE(address.stat().st_mode) & 0o077 == 0
    assert address.parent == Path(os.environ["XDG_RUNTIME_DIR"])
    listener.close()
    assert not address.exists()


@pytest.mark.usefixtures("qapp")
def test_without_a_folder_for_sockets_another_serves(
    tmp_path: Path, claim: Claim, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / ("x" * 200)))
    made = Listener(claim, lambda _: "")
    address = read_address(tmp_path)
    assert address
    assert Path(address).is_socket()
    made.close()


@pytest.mark.usefixtures("qapp")
def test_the_socket_of_a_killed_process_is_removed_and_nothing_else(
    tmp_path: Path, claim: Claim
) -> None:
    files = [tmp_path / "hip-hinge-letter", tmp_path / "other", tmp_path / "hip-hinge-0"]
    files[0].write_text("kept")
    for file in files[1:]:
        with socket.socket(socket.AF_UNIX) as one:
            one.bind(str(file))
    for file in files:
        claim.left = str(file)
        Listener(claim, lambda _: "").close()
    assert [file.exists() for file in files] == [True, True, False]
