"""An MP4 film, written by Qt's own recorder. Loads QtMultimedia: import it late."""

from __future__ import annotations

import errno
import shutil
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, QUrl
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
#: The best known first: most players and every browser show H.264, most players MPEG-4.
_CODECS = (_Codec.H264, _Codec.MPEG4, _Codec.MotionJPEG)
#: How long the recorder may do nothing at all before it is given up, s.
PATIENCE_S = 20.0
#: How long a recorder that is stopped may hold its file, s; a moment as a rule.
_CLOSING_S = 2.0
#: With less than this left a disk is full, bytes: a film's last part does not fit.
_FULL = 64 * 1024


def write_mp4(reel: Reel, path: Path) -> Work:
    """Write one loop of a shot, right and wrong told before it moves.

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
            image = reel.image(frame.position, frame.announce, recording.size)
            shown = QVideoFrame(image)
            # Qt 6.12 does not count frames: without their times it leaves some out.
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
    """Return a size of even numbers, which is all that films can have."""
    return Size(size.width + size.width % 2, size.height + size.height % 2)


def find_codec() -> QMediaFormat.VideoCodec:
    """Return the codec to film with.

    Raises:
        PictureError: there is none on this machine.
    """
    mp4 = QMediaFormat(QMediaFormat.FileFormat.MPEG4)
    known = mp4.supportedVideoCodecs(QMediaFormat.ConversionMode.Encode)
    for codec in _CODECS:
        if codec in known:
            return codec
    raise PictureError(
        "picture-no-codec",
        "Qt has no codec for MP4 on this computer; GIF and WebP need none.",
    )


class _Recording:
    """Frames on their way into a file.

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
        self._ended = False
        self._stirred = time.perf_counter()
        self._recorder.record()

    def send(self, frame: QVideoFrame) -> bool:
        """Hand over the next frame; return whether it was taken, or is to come again later."""
        return self._watch(self._input.sendVideoFrame(frame))

    def finish(self) -> bool:
        """Tell that no more comes; return whether the file is whole."""
        if not self._ended:
            # An empty frame is the end of the film.
            self._ended = self._watch(self._input.sendVideoFrame(QVideoFrame()))
            return False
        if self._watch(self._stopped()) and not self._path.stat().st_size:
            raise _failed("")
        return self._stopped()

    def close(self) -> None:
        """Let go of the file."""
        self._recorder.stop()
        begin = time.perf_counter()
        while not self._stopped() and time.perf_counter() - begin < _CLOSING_S:
            QCoreApplication.processEvents()

    def _stopped(self) -> bool:
        return self._recorder.recorderState() is QMediaRecorder.RecorderState.StoppedState

    def _watch(self, went_on: bool) -> bool:
        """Return whether it went on; refuse to wait for what has failed or stands still."""
        if self._recorder.error() is not QMediaRecorder.Error.NoError:
            if shutil.disk_usage(self._path.parent).free < _FULL:
                # Qt tells of it in the words of the library below it, if at all.
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
        return PictureError(
            "picture-film-failed-because",
            "The film could not be made: {reason}.",
            reason=reason.rstrip("."),
        )
    return PictureError(
        "picture-film-failed", "The film could not be made: Qt's recorder does not finish it."
    )
