"""MP4 films, played again by Qt's own player."""

from __future__ import annotations

import shutil
import sys
from importlib.abc import MetaPathFinder
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.figure.palette import LIGHT
from app.picture.export import Export, export
from app.picture.multimedia import need_multimedia
from app.picture.problem import PictureError
from app.picture.progress import run
from app.picture.reel import Reel
from tests.helpers.pixels import find_colour
from tests.helpers.shots import a_shot, left_in

try:
    need_multimedia()
except PictureError as missing:
    pytest.skip(str(missing), allow_module_level=True)


def images_of(qtbot: QtBot, file: Path) -> tuple[list[tuple[int, QImage]], int]:
    """Return what is seen, each with when, ms, and how long the film is."""
    from PySide6.QtMultimedia import QMediaPlayer, QVideoFrame, QVideoSink

    player, sink = QMediaPlayer(), QVideoSink()
    player.setVideoSink(sink)
    seen: list[tuple[int, QImage]] = []

    def take(frame: QVideoFrame) -> None:
        if frame.isValid():
            seen.append((frame.startTime() // 1000, frame.toImage().copy()))

    sink.videoFrameChanged.connect(take)
    player.setSource(QUrl.fromLocalFile(str(file)))
    player.setPlaybackRate(4.0)
    player.play()
    ended = QMediaPlayer.MediaStatus.EndOfMedia
    qtbot.waitUntil(lambda: player.mediaStatus() is ended)
    seconds = player.duration()
    player.stop()
    player.setSource(QUrl())
    return seen, seconds


@pytest.mark.qt_log_ignore("No RHI backend")
def test_a_film_plays_right_and_wrong_first_and_then_the_movement(
    qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "a.mp4"
    shot = a_shot("hinge", "rounded-back", size=(320, 200), speed=4.0, fps=25)
    assert run(export(Export(shot), file))
    assert left_in(tmp_path) == ["a.mp4"]
    seen, milliseconds = images_of(qtbot, file)
    frames = Reel(shot).frames(announced=True)
    assert milliseconds == pytest.approx(frames[-1].end * 1000, abs=80)
    assert all((image.width(), image.height()) == (320, 200) for _, image in seen)
    told = find_colour(seen[0][1], LIGHT.wrong, 60)
    rest = find_colour(seen[-1][1], LIGHT.wrong, 60)
    # The plate before the figure, then the badge alone.
    assert told is not None
    assert rest is not None
    assert told.area > 4 * rest.area


@pytest.mark.qt_log_ignore("No RHI backend")
def test_odd_sizes_are_rounded_up(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "a.mp4"
    assert run(export(Export(a_shot(size=(161, 99), speed=4.0)), file))
    seen, _ = images_of(qtbot, file)
    assert (seen[0][1].width(), seen[0][1].height()) == (162, 100)


@pytest.mark.parametrize("after", [0, 3])
def test_a_film_that_is_stopped_leaves_nothing(tmp_path: Path, after: int) -> None:
    shot = a_shot(size=(320, 320), speed=0.5, fps=25)
    assert not run(export(Export(shot), tmp_path / "a.mp4"), lambda done, _: done < after)
    assert left_in(tmp_path) == []


def test_without_a_codec_it_says_what_needs_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.picture.mp4._CODECS", ())
    with pytest.raises(PictureError, match=r"no codec for MP4 .* GIF and WebP need none"):
        run(export(Export(a_shot()), tmp_path / "a.mp4"))
    assert left_in(tmp_path) == []


def test_a_recorder_that_stands_still_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.picture.mp4.PATIENCE_S", -1.0)
    with pytest.raises(PictureError, match="recorder did not finish it"):
        run(export(Export(a_shot()), tmp_path / "a.mp4"))
    assert left_in(tmp_path) == []


def test_a_recorder_is_not_stopped_while_its_encoder_gets_ready(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtMultimedia import QMediaRecorder, QVideoFrame, QVideoFrameInput

    accepted: list[bool] = []
    stopped_after: list[int] = []
    send, stop = QVideoFrameInput.sendVideoFrame, QMediaRecorder.stop

    def count(to: QVideoFrameInput, frame: QVideoFrame) -> bool:
        if taken := send(to, frame):
            accepted.append(taken)
        return taken

    def check(recorder: QMediaRecorder) -> None:
        # The first is accepted before the encoder is ready: Qt would crash, but seldom.
        stopped_after.append(len(accepted))
        stop(recorder)

    monkeypatch.setattr(QVideoFrameInput, "sendVideoFrame", count)
    monkeypatch.setattr(QMediaRecorder, "stop", check)
    assert not run(export(Export(a_shot()), tmp_path / "a.mp4"), lambda done, _: done < 1)
    assert stopped_after
    assert min(stopped_after) >= 2


def test_what_qt_says_is_passed_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from PySide6.QtMultimedia import QMediaRecorder

    monkeypatch.setattr(QMediaRecorder, "error", lambda _: QMediaRecorder.Error.ResourceError)
    monkeypatch.setattr(QMediaRecorder, "errorString", lambda _: "Cannot open the encoder.")
    with pytest.raises(PictureError, match=r"could not be saved: Cannot open the encoder\.$"):
        run(export(Export(a_shot()), tmp_path / "a.mp4"))
    assert left_in(tmp_path) == []


def test_a_full_disk_is_told_as_for_every_other_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtMultimedia import QMediaRecorder

    usage = shutil.disk_usage(tmp_path)._replace(free=4096)
    monkeypatch.setattr("app.picture.mp4.shutil.disk_usage", lambda _: usage)
    monkeypatch.setattr(QMediaRecorder, "error", lambda _: QMediaRecorder.Error.ResourceError)
    monkeypatch.setattr(QMediaRecorder, "errorString", lambda _: "Cannot write trailer.")
    with pytest.raises(PictureError, match=r"a\.mp4 could not be written: the disk is full\.$"):
        run(export(Export(a_shot()), tmp_path / "a.mp4"))
    assert left_in(tmp_path) == []


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        (
            "libpulse.so.0: cannot open shared object file: No such file or directory",
            r"MP4 needs the system library libpulse0: install it with 'apt-get install libpulse0'",
        ),
        ("/lib/libpulse.so.0: file too short", "needs the system library libpulse0"),
        ("libXrandr.so.2: cannot open", r"needs the system library libXrandr\.so\.2"),
    ],
)
def test_a_missing_library_is_named_before_any_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: str, sentence: str
) -> None:
    class Missing(MetaPathFinder):
        def find_spec(self, name: str, *_: object) -> None:
            if name == "PySide6.QtMultimedia":
                raise ImportError(told)

    monkeypatch.delitem(sys.modules, "PySide6.QtMultimedia")
    monkeypatch.setattr(sys, "meta_path", [Missing(), *sys.meta_path])
    with pytest.raises(PictureError, match=sentence):
        run(export(Export(a_shot()), tmp_path / "a.mp4"))
    assert left_in(tmp_path) == []
