from __future__ import annotations

import os
from pathlib import Path
from threading import Thread

import pytest

from app.ui.sound.muted import _FIRST_S, SystemMute

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pactl is a program of Linux")


def pactl(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    program = folder / "pactl"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o700)
    monkeypatch.setenv("PATH", str(folder), prepend=os.pathsep)


def settled(mute: SystemMute) -> bool:
    """Return the answer to what was asked last."""
    if mute._thread is not None:
        mute._thread.join(10)
    return mute.is_on


@pytest.mark.parametrize(
    ("script", "muted"),
    [
        ('test "$*" = "get-sink-mute @DEFAULT_SINK@" && echo "Mute: yes"', True),
        ('echo "Mute: no"', False),
        ("echo garbage; exit 1", False),
        ("printf '\\377\\000'", False),
    ],
)
def test_the_server_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, muted: bool
) -> None:
    pactl(tmp_path, script, monkeypatch)
    assert settled(SystemMute()) is muted


def test_it_is_asked_again_after_a_while(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    pactl(tmp_path, f'cat "{tmp_path}/answer"', monkeypatch)
    (tmp_path / "answer").write_text("Mute: yes\n")
    mute = SystemMute(lambda: now[0])
    assert settled(mute)
    (tmp_path / "answer").write_text("Mute: no\n")
    assert settled(mute)  # what was told still counts
    now[0] += 4
    assert mute.is_on in (True, False)  # asked anew, and nobody waits
    assert not settled(mute)


def test_a_server_that_hangs_holds_nobody_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pactl(tmp_path, "exec sleep 30", monkeypatch)
    waits: list[float | None] = []
    join = Thread.join

    def join_and_tell(self: Thread, timeout: float | None = None) -> None:
        waits.append(timeout)
        join(self, timeout)

    monkeypatch.setattr(Thread, "join", join_and_tell)
    assert not SystemMute().is_on
    assert waits == [_FIRST_S]


def test_without_the_program_nothing_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not SystemMute().is_on
