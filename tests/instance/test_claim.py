from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.instance import claim as module
from app.instance.claim import NAME, Claim, HeldError, is_held, read_address
from tests.helpers.patience import HANG_S

ROOT = Path(__file__).resolve().parents[2]
KILLED = """
import os, sys
from pathlib import Path
from app.instance.claim import Claim
Claim(Path(sys.argv[1])).publish("somewhere")
os.kill(os.getpid(), 9)
"""


def test_a_folder_is_held_by_one_at_a_time(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    first = Claim(folder)
    assert is_held(folder)
    with pytest.raises(HeldError, match="is open in another window"):
        Claim(folder)
    first.close()
    first.close()
    assert not is_held(folder)
    assert list(folder.iterdir()) == []
    second = Claim(folder)
    first.close()  # no longer its own
    assert is_held(folder)
    second.close()


def test_a_folder_is_the_same_by_whatever_name(tmp_path: Path) -> None:
    folder, link = tmp_path / "data", tmp_path / "link"
    folder.mkdir()
    link.symlink_to(folder)
    held = Claim(folder)
    assert is_held(link)
    assert is_held(folder / ".." / "data")
    with pytest.raises(HeldError):
        Claim(link)
    held.close()


def test_looking_leaves_no_trace(tmp_path: Path) -> None:
    assert not is_held(tmp_path / "nothing")
    assert not is_held(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_the_address_is_known_once_it_is_whole(tmp_path: Path) -> None:
    held = Claim(tmp_path)
    assert read_address(tmp_path) is None
    held.publish("/run/user/1000/socket-é")
    assert read_address(tmp_path) == "/run/user/1000/socket-é"
    held.publish("")
    assert read_address(tmp_path) == ""
    (tmp_path / NAME).write_text("half of an addr")
    assert read_address(tmp_path) is None
    (tmp_path / NAME).write_bytes(b"\xff\n")
    assert read_address(tmp_path) is None
    held.close()


@pytest.mark.skipif(sys.platform == "win32", reason="killed as on Linux and macOS")
def test_the_hold_of_a_killed_process_ends_with_it(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-c", KILLED, str(tmp_path)], cwd=ROOT, timeout=HANG_S, check=False
    )
    assert (tmp_path / NAME).exists()
    assert not is_held(tmp_path)
    held = Claim(tmp_path)
    assert held.left == "somewhere"
    assert is_held(tmp_path)
    held.close()


def test_a_file_that_is_deleted_meanwhile_holds_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = module._lock
    deleted: list[int] = []

    def lock_late(handle: int) -> bool:
        if not deleted:  # by the one who held it until now
            deleted.append(handle)
            (tmp_path / NAME).unlink()
        return lock(handle)

    monkeypatch.setattr(module, "_lock", lock_late)
    held = Claim(tmp_path)
    assert is_held(tmp_path)
    held.close()


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and links as on Linux and macOS")
@pytest.mark.parametrize("kind", ["folder", "pipe", "link"])
def test_what_is_no_file_keeps_no_window_from_opening(tmp_path: Path, kind: str) -> None:
    place = tmp_path / NAME
    victim = tmp_path / "letter"
    victim.write_text("kept")
    if kind == "folder":
        place.mkdir()
    elif kind == "pipe":
        os.mkfifo(place)
    else:
        place.symlink_to(victim)
    held = Claim(tmp_path)
    held.publish("nowhere")
    assert not is_held(tmp_path)
    held.close()
    assert os.path.lexists(place)
    assert victim.read_text() == "kept"


def test_a_folder_that_cannot_be_made_is_not_held(tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("a file")
    held = Claim(tmp_path / "letter")
    assert not is_held(tmp_path / "letter")
    held.close()
