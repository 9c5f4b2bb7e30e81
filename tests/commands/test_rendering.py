from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from app.cli import OVERLAYS, main
from app.lessons.model import Overlay
from app.picture.multimedia import writes_h264
from tests.helpers.command import Capture, refused
from tests.helpers.patience import HANG_S
from tests.helpers.shots import left_in

ROOT = Path(__file__).resolve().parents[2]
QUICK = ("--size", "96x96", "--speed", "4", "--fps", "10")


@pytest.fixture(autouse=True)
def _application(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command only makes an application if there is none; it sets the platform."""
    monkeypatch.setenv("QT_QPA_PLATFORM", os.environ.get("QT_QPA_PLATFORM", "offscreen"))


def rendered(capsys: Capture, file: Path, *options: str) -> Path:
    assert main(["render", *options, "-o", str(file)]) == 0
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == (f"{file}\n", "")
    assert left_in(file.parent) == [file.name]
    return file


@pytest.mark.parametrize("ending", ["gif", "webp"])
def test_moving_pictures(capsys: Capture, tmp_path: Path, ending: str) -> None:
    file = rendered(capsys, tmp_path / f"a.{ending}", "hinge", *QUICK)
    with Image.open(file) as film:
        assert film.size == (96, 96)
        assert getattr(film, "n_frames", 1) > 5


@pytest.mark.parametrize(("h264", "told"), [(True, ""), (False, "Saved as MPEG-4, ")])
def test_a_film_that_browsers_do_not_show_says_so(
    capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, h264: bool, told: str
) -> None:
    pytest.importorskip("PySide6.QtMultimedia", exc_type=ImportError)
    monkeypatch.setattr("app.commands.rendering.writes_h264", lambda: h264)
    file = tmp_path / "a.mp4"
    assert main(["render", "hinge", "-o", str(file), *QUICK]) == 0
    assert file.read_bytes()[4:8] == b"ftyp"
    captured = capsys.readouterr()
    assert captured.out == f"{file}\n"
    assert captured.err.startswith(told)
    assert bool(captured.err) is bool(told)


def test_a_moment_and_key_poses(capsys: Capture, tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    moment = QImage(str(rendered(capsys, tmp_path / "one" / "a.png", "hinge", "--at", "2")))
    poses = QImage(str(rendered(capsys, tmp_path / "two" / "a.png", "hinge")))
    assert (moment.width(), moment.height()) == (960, 960)
    assert poses.width() > 2 * poses.height()


def test_a_page(capsys: Capture, tmp_path: Path) -> None:
    file = rendered(
        capsys, tmp_path / "a.pdf", "hinge", "--exercise", "slow-motion", "--paper", "letter"
    )
    assert b"/MediaBox [0 0 612" in file.read_bytes()


@pytest.mark.parametrize(
    ("options", "size"),
    [
        ((), (480, 480)),
        (("--versus", "squat"), (800, 480)),
        (("--versus", "squat", "--overlaid"), (480, 480)),
        (("--size", "200x100"), (200, 100)),
    ],
)
def test_sizes(
    capsys: Capture, tmp_path: Path, options: tuple[str, ...], size: tuple[int, int]
) -> None:
    file = rendered(capsys, tmp_path / "a.gif", "hinge", "--speed", "4", "--fps", "5", *options)
    with Image.open(file) as film:
        assert film.size == size


@pytest.mark.parametrize(
    "options",
    [
        ("--theme", "dark"),
        ("--turn", "90"),
        ("--mirror",),
        ("--overlay", "back", "--overlay", "weight"),
        ("--no-cues",),
        ("--thigh", "1.2"),
        ("--slr", "45"),
        ("--versus", "squat"),
    ],
)
def test_each_option_changes_the_picture(
    capsys: Capture, tmp_path: Path, options: tuple[str, ...]
) -> None:
    images = []
    for index, more in enumerate(((), options)):
        folder = tmp_path / str(index)
        folder.mkdir()
        usual = ("hinge", "--at", "2", "--size", "240x240")
        images.append(QImage(str(rendered(capsys, folder / "a.png", *usual, *more))))
    assert images[0] != images[1]


def test_the_overlays_are_those_of_the_lessons() -> None:
    assert tuple(line.value for line in Overlay) == OVERLAYS


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("bow", "-o", "a.gif"), "There is no movement 'bow'; there are: band-hinge"),
        (("hinge", "-o", "a.gif", "--versus", "bow"), "There is no movement 'bow'"),
        (("hinge", "-o", "a"), "a must end in one of .gif, .webp, .mp4, .png, .pdf."),
        (("hinge", "-o", "a.bmp"), "a.bmp must end in one of"),
        (("hinge", "-o", "missing/a.gif"), "does not exist"),
        (("hinge", "-o", "a.gif", "--size", "0x0"), "The size 0x0 is not possible"),
        (
            ("hinge", "-o", "a.png", "--size", "100000x100000"),
            "The size 100000x100000 is not possible",
        ),
        (("hinge", "-o", "a.gif", "--size", "big"), "size: expected WxH as 480x480, got 'big'"),
        (("hinge", "-o", "a.gif", "--size=-4x4"), "size: expected WxH"),
        (("hinge", "-o", "a.png", "--at", "9"), "at: expected 0 to 4.4, got 9"),
        (("hinge", "-o", "a.png", "--at", "nan"), "at: expected 0 to 4.4, got nan"),
        (("hinge", "-o", "a.gif", "--at", "1"), "--at is for a still picture (.png)."),
        (("hinge", "-o", "a.png", "--fps", "9"), "--fps is for an animation"),
        (("hinge", "-o", "a.pdf", "--speed", "2"), "--speed is for an animation"),
        (("hinge", "-o", "a.pdf", "--size", "9x9"), "--size is for a picture"),
        (("hinge", "-o", "a.gif", "--paper", "a4"), "--paper is for a page (.pdf)."),
        (("hinge", "-o", "a.gif", "--exercise", "wall-touches"), "--exercise is for a page"),
        (("hinge", "-o", "a.pdf", "--exercise", "bow"), "There is no exercise 'bow'"),
        (("hinge", "-o", "a.gif", "--fps", "51"), "fps: expected 5 to 50, got 51"),
        (("hinge", "-o", "a.gif", "--speed", "0"), "speed: expected 0.25 to 4, got 0"),
        (("hinge", "-o", "a.gif", "--turn", "inf"), "turn: expected -360 to 360, got inf"),
        (("hinge", "-o", "a.gif", "--stature", "9"), "stature in metres: expected 1.2 to 2.3"),
        (("hinge", "-o", "a.gif", "--overlaid"), "--overlaid needs a second movement"),
        (
            ("hinge", "-o", "a.gif", *("--overlay", "hip") * 3),
            "--overlay: at most 2 at a time, got 3.",
        ),
    ],
)
def test_what_cannot_be_is_one_sentence_and_no_file(
    capsys: Capture,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    options: tuple[str, ...],
    sentence: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert sentence in refused(capsys, "render", *options)
    assert left_in(tmp_path) == []


def environment() -> dict[str, str]:
    names = ("PATH", "HOME", "LANG", "VIRTUAL_ENV", "SYSTEMROOT")
    return {name: os.environ[name] for name in names if name in os.environ}


def test_a_process_of_its_own_needs_no_display(tmp_path: Path) -> None:
    command = [sys.executable, "main.py", "render", "hinge", *QUICK]
    for ending in ("gif", "mp4", "pdf"):
        options = command if ending != "pdf" else command[:4]
        file = tmp_path / f"a.{ending}"
        done = subprocess.run(
            [*options, "-o", str(file)],
            cwd=ROOT,
            env=environment(),
            capture_output=True,
            text=True,
            timeout=HANG_S,
            check=False,
        )
        # Qt writes H.264 where the system has it, and it is said where not.
        told = (
            ""
            if ending != "mp4" or writes_h264()
            else "Saved as MPEG-4, which browsers cannot play.\n"
        )
        assert (done.returncode, done.stderr, done.stdout) == (0, told, f"{file}\n")


@pytest.mark.skipif(os.name != "posix", reason="signals as on Linux")
@pytest.mark.parametrize(("name", "code"), [("SIGTERM", 143), ("SIGINT", 130), ("SIGHUP", 129)])
def test_a_process_that_is_asked_to_end_leaves_nothing(
    tmp_path: Path, name: str, code: int
) -> None:
    command = ["render", "wall-drill", "--size", "2000x2000", "--fps", "50", "-o"]
    number = signal.Signals[name]
    before = signal.signal(number, signal.SIG_DFL)  # in the background some are ignored
    try:
        process = subprocess.Popen(
            [sys.executable, "main.py", *command, str(tmp_path / "a.webp")],
            cwd=ROOT,
            env=environment(),
            stderr=subprocess.PIPE,
        )
    finally:
        signal.signal(number, before)
    try:
        while not left_in(tmp_path):
            assert process.poll() is None
            time.sleep(0.02)
        process.send_signal(number)
        _, errors = process.communicate(timeout=HANG_S)
    finally:
        process.kill()
    assert (process.returncode, errors) == (code, b"")
    assert left_in(tmp_path) == []


@pytest.mark.skipif(
    not sys.platform.startswith("linux") or shutil.which("sh") is None, reason="limits as on Linux"
)
@pytest.mark.parametrize("ending", ["gif", "webp", "png", "pdf"])
def test_a_disk_with_no_more_room_leaves_nothing(tmp_path: Path, ending: str) -> None:
    # A limit on file sizes, in blocks of half a kilobyte, is as good as a full disk.
    command = f"trap '' XFSZ; ulimit -f 8; exec {sys.executable} main.py render hinge -o"
    done = subprocess.run(
        ["sh", "-c", f'{command} "$0"', str(tmp_path / f"a.{ending}")],
        cwd=ROOT,
        env=environment() | {"PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=HANG_S,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.endswith("could not be written: nothing more can be written there.\n")
    assert done.stderr.count("\n") == 1
    assert left_in(tmp_path) == []
