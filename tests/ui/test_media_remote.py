"""Media keys as desktops send them: over a session bus of the test's own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtDBus import QDBusMessage
from pytestqt.qtbot import QtBot

from app.practice.choice import Choice
from app.practice.session import Session
from app.practice.timeline import Part, build_session
from app.practice.transitions import State, Trigger
from app.programme.safety import QUESTIONS
from app.ui.media.bus import find_bus
from app.ui.media.player import METHODS, PATH, PLAYER, ROOT
from app.ui.media.remote import MediaRemote
from tests.helpers.patience import HANG_S
from tests.helpers.practice_flow import LIBRARY
from tests.helpers.session_bus import SessionBus, a_session_bus, needs_bus
from tests.helpers.window import Open

pytestmark = [
    needs_bus,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a session bus as on Linux"),
]
PROPERTIES = "org.freedesktop.DBus.Properties"
EXERCISE = LIBRARY.exercises["slow-motion"]


@pytest.fixture
def bus(qtbot: QtBot) -> Iterator[SessionBus]:
    with a_session_bus(qtbot) as started:
        yield started


@pytest.fixture
def remote(bus: SessionBus) -> Iterator[MediaRemote]:
    made = MediaRemote(bus.environment)
    yield made
    made.close()


@pytest.fixture
def session() -> Session:
    led = Session(build_session([Part(EXERCISE, Choice.of(EXERCISE, sets=3))], "One"))
    led.start(0.0)
    return led


@pytest.fixture
def shown(qtbot: QtBot, remote: MediaRemote, session: Session) -> MediaRemote:
    """Return a remote whose session is on the bus."""
    remote.follow(session.moment(0.0))
    qtbot.waitUntil(lambda: remote._player is not None)
    return remote


def the_name(bus: SessionBus) -> str:
    [name] = bus.names(ROOT)
    return name


def ask(bus: SessionBus, interface: str, method: str, *arguments: Any) -> QDBusMessage:
    return bus.call(the_name(bus), PATH, interface, method, *arguments)


def value(bus: SessionBus, interface: str, name: str) -> Any:
    [found] = ask(bus, PROPERTIES, "Get", interface, name).arguments()
    return found.variant()


def test_the_session_is_seen_while_it_runs(
    bus: SessionBus, qtbot: QtBot, shown: MediaRemote, session: Session
) -> None:
    assert re.fullmatch(rf"{ROOT}\.[a-z_]+\.instance\d+", the_name(bus))
    assert value(bus, ROOT, "Identity") == "Hip Hinge Trainer"
    assert value(bus, ROOT, "CanRaise") is True
    assert value(bus, PLAYER, "PlaybackStatus") == "Playing"
    signature = ask(bus, PROPERTIES, "Get", PLAYER, "Metadata").signature()
    assert signature == "v"
    session.pause(1.0)
    shown.follow(session.moment(1.0))
    assert value(bus, PLAYER, "PlaybackStatus") == "Paused"
    session.stop(2.0)
    shown.follow(session.moment(2.0))
    qtbot.waitUntil(lambda: not bus.names(ROOT))


def test_what_is_practised_is_named(bus: SessionBus, shown: MediaRemote) -> None:
    words = subprocess.Popen(
        [
            "dbus-send", f"--bus={bus.environment['DBUS_SESSION_BUS_ADDRESS']}", "--print-reply",
            f"--dest={the_name(bus)}", PATH, f"{PROPERTIES}.GetAll", f"string:{PLAYER}",
        ],
        stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    with words:
        while words.poll() is None:
            bus.names(ROOT)  # the event loop runs on
        assert words.stdout is not None
        told = re.sub(r"\s+", " ", words.stdout.read())
    assert f'string "xesam:title" variant string "{EXERCISE.title}"' in told
    assert 'string "xesam:artist" variant array [ string "Set 1 of 3" ]' in told
    assert 'string "mpris:trackid" variant object path "/hip_hinge_trainer/1"' in told
    assert 'string "CanControl" variant boolean true' in told


@pytest.mark.parametrize(
    ("method", "trigger"),
    [
        ("PlayPause", Trigger.PAUSE),
        ("Pause", Trigger.PAUSE),
        ("Play", Trigger.RESUME),
        ("Next", Trigger.SKIP),
        ("Previous", Trigger.BACK),
        ("Stop", Trigger.STOP),
    ],
)
def test_each_key_does_what_it_does_in_the_window(
    bus: SessionBus, qtbot: QtBot, shown: MediaRemote, method: str, trigger: Trigger
) -> None:
    wanted: list[Trigger] = []
    shown.command_requested.connect(wanted.append)
    assert ask(bus, PLAYER, method).type() is QDBusMessage.MessageType.ReplyMessage
    qtbot.waitUntil(lambda: wanted == [trigger])


def test_play_pause_goes_on_where_it_is_paused(
    bus: SessionBus, qtbot: QtBot, shown: MediaRemote, session: Session
) -> None:
    wanted: list[Trigger] = []
    shown.command_requested.connect(wanted.append)
    session.pause(1.0)
    shown.follow(session.moment(1.0))
    ask(bus, PLAYER, "PlayPause")
    qtbot.waitUntil(lambda: wanted == [Trigger.RESUME])


def test_raise_asks_for_the_window(bus: SessionBus, qtbot: QtBot, shown: MediaRemote) -> None:
    with qtbot.waitSignal(shown.raise_requested):
        ask(bus, ROOT, "Raise")


@pytest.mark.parametrize(
    ("interface", "method", "arguments"),
    [
        (PLAYER, "Fly", []),
        (ROOT, "PlayPause", []),
        ("org.example.Other", "PlayPause", []),
        (PROPERTIES, "Get", [PLAYER, "Nothing"]),
        (PROPERTIES, "Get", []),
        (PROPERTIES, "GetAll", ["org.example.Other"]),
        (PROPERTIES, "Set", [PLAYER, "Volume", 0.5]),
    ],
)
def test_what_is_not_known_is_refused(
    bus: SessionBus, shown: MediaRemote, interface: str, method: str, arguments: list[Any]
) -> None:
    wanted: list[Trigger] = []
    shown.command_requested.connect(wanted.append)
    answer = ask(bus, interface, method, *arguments)
    assert answer.type() is QDBusMessage.MessageType.ErrorMessage
    assert wanted == []


def test_it_describes_itself(bus: SessionBus, shown: MediaRemote) -> None:
    [xml] = ask(bus, "org.freedesktop.DBus.Introspectable", "Introspect").arguments()
    for interface, methods in METHODS.items():
        assert f'<interface name="{interface}">' in xml
        assert all(f'<method name="{method}"/>' in xml for method in methods)
    assert '<property name="Metadata" type="a{sv}" access="read"/>' in xml


def test_only_what_changes_is_told(
    qtbot: QtBot, shown: MediaRemote, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert shown._player is not None
    before = shown._player._track
    for tick in range(10):
        shown.follow(session.moment(tick / 100))
    assert shown._player._track == before


def test_a_bus_that_says_nothing_holds_nobody_up(
    bus: SessionBus, qtbot: QtBot, remote: MediaRemote, session: Session
) -> None:
    bus.freeze()
    remote.follow(session.moment(0.0))
    qtbot.waitUntil(lambda: remote._probe is not None)
    for tick in range(50):
        remote.follow(session.moment(tick / 100))
        qtbot.waitUntil(lambda: True)
    assert remote._player is None
    bus.thaw()
    qtbot.waitUntil(lambda: remote._player is not None)


def test_a_session_that_ends_before_the_bus_answers_is_never_on_it(
    bus: SessionBus, qtbot: QtBot, remote: MediaRemote, session: Session
) -> None:
    bus.freeze()
    remote.follow(session.moment(0.0))
    qtbot.waitUntil(lambda: remote._probe is not None)
    remote.close()
    bus.thaw()
    assert bus.names(ROOT) == []


def test_the_next_session_is_on_the_bus_again(
    bus: SessionBus, qtbot: QtBot, shown: MediaRemote, session: Session
) -> None:
    shown.close()
    shown.close()
    shown.follow(session.moment(0.5))
    qtbot.waitUntil(lambda: len(bus.names(ROOT)) == 1)


def test_the_bus_is_found_as_desktops_name_it(tmp_path: Path) -> None:
    assert find_bus({}) == ""
    assert find_bus({"XDG_RUNTIME_DIR": str(tmp_path)}) == ""
    assert find_bus({"DBUS_SESSION_BUS_ADDRESS": "tcp:host=localhost,port=1"}) == ""
    named = "unix:abstract=/tmp/dbus-x,guid=0"
    assert find_bus({"DBUS_SESSION_BUS_ADDRESS": named}) == named


def test_the_keys_lead_the_session_of_a_window(
    bus: SessionBus, qtbot: QtBot, open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, known in bus.environment.items():
        monkeypatch.setenv(name, known)
    window = open_window(page="practice")
    no = {question.value: False for question in QUESTIONS}
    window.practice.questions.answered.emit(no, False, False)
    plan = window.practice.choice.plan()
    assert plan is not None
    window.practice.start(plan)
    runner = window.practice.runner
    assert runner is not None
    qtbot.waitUntil(lambda: len(bus.names(ROOT)) == 1)
    for paused in (True, False):
        ask(bus, PLAYER, "PlayPause")
        qtbot.waitUntil(lambda paused=paused: (runner.state is State.PAUSED) is paused)  # type: ignore[misc]
    ask(bus, ROOT, "Raise")
    ask(bus, PLAYER, "Stop")
    qtbot.waitUntil(lambda: runner.is_over)
    qtbot.waitUntil(lambda: bus.names(ROOT) == [])


def test_nothing_of_it_is_loaded_before_a_session() -> None:
    code = (
        "import sys, app.startup, app.ui.practice.page, app.ui.media.remote as r; r.MediaRemote()\n"
        "assert not {'PySide6.QtDBus', 'PySide6.QtNetwork'} & set(sys.modules)"
    )
    subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        timeout=HANG_S,
        env={**os.environ, "PYTHONPATH": "."},
    )
