"""An MP4 film, written by Qt's own recorder. Loads QtMultimedia: import it late."""

from __future__ import annotations

import errno
import shutil
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, QUrl
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import (
    QMediaCaptureSession,
    QMediaFormat,
    QMediaRecorder,
    QVideoFrame,
    QVideoFrameFormat,
    QVideoFrameInput,
)

from app.picture.kind import Size
from app.picture.problem import PictureError
from app.picture.progress import Progress, Work
from app.picture.reel import Reel

_Codec = QMediaFormat.VideoCodec
#: The best supported first: most players and every browser show H.264, most players MPEG-4.
_CODECS = (_Codec.H264, _Codec.MPEG4, _Codec.MotionJPEG)
#: How long the recorder may do nothing at all before giving up on it, s.
PATIENCE_S = 20.0
#: How long a recorder may hold on to its file before and after it is stopped, s; usually a moment.
_CLOSING_S = 2.0
#: How many frames it has accepted once it encodes.
_FRAMES_TO_BEGIN = 2
#: With less than this left a disk counts as full, bytes: a film's last part does not fit.
_FULL = 64 * 1024


def write_mp4(reel: Reel, path: Path) -> Work:
    """Write one loop of a shot, with right and wrong announced before it moves.

    Needs an event loop between its steps.

    Raises:
        PictureError: it cannot be made.
        OSError: the disk is full.
    """
    codec = find_codec()
    frames = reel.frames(announced=True)
    recording = _Recording(path, even(reel.shot.size), reel.shot.fps, codec)
    try:
        for done, frame in enumerate(frames, 1):
            image = reel.image(frame.position, frame.announce, recording.size, held=frame.held)
            shown = QVideoFrame(image)
            # Qt 6.12 does not count frames: without their times it drops some.
            shown.setStartTime(round(frame.begin * 1e6))
            shown.setEndTime(round(frame.end * 1e6))
            while not recording.send(shown):
                yield Progress(done - 1, len(frames), waiting=True)
            yield Progress(done, len(frames))
        while not recording.finish():
            yield Progress(len(frames), len(frames), waiting=True)
    finally:
        recording.close()


def even(size: Size) -> Size:
    """Return a size in even numbers, as films require."""
    return Size(size.width + size.width % 2, size.height + size.height % 2)


def find_codec() -> QMediaFormat.VideoCodec:
    """Return the codec to film with.

    Raises:
        PictureError: this machine has none.
    """
    mp4 = QMediaFormat(QMediaFormat.FileFormat.MPEG4)
    known = mp4.supportedVideoCodecs(QMediaFormat.ConversionMode.Encode)
    for codec in _CODECS:
        if codec in known:
            return codec
    raise PictureError("pictures.no-codec")


class _Recording:
    """The recording of frames into a file.

    Attributes:
        size: of its frames, px.
    """

    def __init__(self, path: Path, size: Size, fps: int, codec: QMediaFormat.VideoCodec) -> None:
        self.size = size
        self._session = QMediaCaptureSession()
        pixels = QVideoFrameFormat(QSize(*size), QVideoFrameFormat.PixelFormat.Format_BGRX8888)
        pixels.setStreamFrameRate(fps)
        self._input = QVideoFrameInput(pixels)
        self._recorder = QMediaRecorder()
        self._session.setVideoFrameInput(self._input)
        self._session.setRecorder(self._recorder)
        form = QMediaFormat(QMediaFormat.FileFormat.MPEG4)
        form.setVideoCodec(codec)
        self._recorder.setMediaFormat(form)
        self._recorder.setQuality(QMediaRecorder.Quality.VeryHighQuality)
        self._recorder.setVideoFrameRate(fps)
        self._recorder.setVideoResolution(QSize(*size))
        self._recorder.setOutputLocation(QUrl.fromLocalFile(str(path)))
        # Without it Qt 6.11.3 never takes a frame; with it the empty one at the end stops it.
        self._recorder.setAutoStop(True)
        self._path = path
        self._accepted = 0
        self._ended = False
        self._stirred = time.perf_counter()
        self._recorder.record()

    def send(self, frame: QVideoFrame) -> bool:
        """Pass on the next frame; return whether it was accepted, or has to be sent again later."""
        accepted = self._watch(self._input.sendVideoFrame(frame))
        self._accepted += accepted
        return accepted

    def finish(self) -> bool:
        """Signal the end; return whether the file is complete."""
        if not self._ended:
            # An empty frame ends the film.
            self._ended = self._watch(self._input.sendVideoFrame(QVideoFrame()))
            return False
        if self._watch(self._stopped()) and not self._path.stat().st_size:
            raise _failed("")
        return self._stopped()

    def close(self) -> None:
        """Let go of the file."""
        self._wait_until(self._encodes)
        self._recorder.stop()
        self._wait_until(self._stopped)

    def _encodes(self) -> bool:
        """Return whether it can be stopped.

        While its encoder is being made ready Qt deletes the recording on one thread as it tells it
        on another that the encoder is ready, and crashes. It takes one frame before that, and the
        second after it.
        """
        if self._accepted < _FRAMES_TO_BEGIN and not self._stopped():
            blank = QVideoFrame(QImage(*self.size, QImage.Format.Format_RGB32))
            self._accepted += self._input.sendVideoFrame(blank)
        return self._accepted >= _FRAMES_TO_BEGIN or self._stopped()

    def _wait_until(self, done: Callable[[], bool]) -> None:
        begin = time.perf_counter()
        while not done() and time.perf_counter() - begin < _CLOSING_S:
            QCoreApplication.processEvents()

    def _stopped(self) -> bool:
        return self._recorder.recorderState() is QMediaRecorder.RecorderState.StoppedState

    def _watch(self, went_on: bool) -> bool:
        """Return whether it made progress; refuse to wait for one that failed or is stuck."""
        if self._recorder.error() is not QMediaRecorder.Error.NoError:
            if shutil.disk_usage(self._path.parent).free < _FULL:
                # Qt reports it in the words of the underlying library, if at all.
                raise OSError(errno.ENOSPC, "")
            raise _failed(self._recorder.errorString())
        now = time.perf_counter()
        if went_on:
            self._stirred = now
        elif now - self._stirred > PATIENCE_S:
            raise _failed("")
        return went_on


def _failed(reason: str) -> PictureError:
    if reason:
        return PictureError("pictures.film-failed-because", reason=reason.rstrip("."))
    return PictureError("pictures.film-failed")
