"""The picture a stage began with in the last run, seen at the start until its figure is loaded."""

from __future__ import annotations

import contextlib
import zlib
from pathlib import Path

from PySide6.QtCore import QSize, QSizeF
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QWidget

from app.errors import UserError
from app.files import read_regular_file, write_whole

#: A larger picture would take longer to read than it bridges.
_MOST_PIXELS = 4_000_000
_MOST_BYTES = 4 * _MOST_PIXELS
_FORMAT = QImage.Format.Format_RGB32


class Still:
    """A picture of a widget in a file, used only where it is of exactly what is to be shown.

    It only bridges a moment: a file that cannot be read or written does not matter.
    """

    def __init__(self, file: Path) -> None:
        self._file = file

    def find(self, subject: str, widget: QWidget) -> QPixmap | None:
        """Return the picture of a subject that fits a widget; None where it is not there."""
        size = _pixels(widget)
        most = size.width() * size.height() * 4
        with contextlib.suppress(OSError, zlib.error):
            title = _title(subject, widget)
            data = read_regular_file(self._file, _MOST_BYTES)
            if data.startswith(title):
                # Not a PNG: Qt would take three times as long to read it.
                unpacking = zlib.decompressobj()
                dots = unpacking.decompress(data[len(title) :], most + 1)
                if len(dots) == most and unpacking.eof:  # else its checksum was not compared
                    image = QImage(dots, size.width(), size.height(), _FORMAT)
                    picture = QPixmap.fromImage(image.copy())
                    picture.setDevicePixelRatio(widget.devicePixelRatioF())
                    return picture
        return None

    def keep(self, subject: str, widget: QWidget) -> None:
        """Keep what a widget shows as the picture of a subject, in place of any other."""
        size = _pixels(widget)
        if size.width() * size.height() > _MOST_PIXELS or self.find(subject, widget) is not None:
            return
        image = widget.grab().toImage().convertToFormat(_FORMAT)
        if image.size() == size:
            dots = zlib.compress(image.constBits(), 1)
            with contextlib.suppress(UserError):
                write_whole(self._file, _title(subject, widget) + dots)


def _pixels(widget: QWidget) -> QSize:
    return (QSizeF(widget.size()) * widget.devicePixelRatioF()).toSize()


def _title(subject: str, widget: QWidget) -> bytes:
    """Return the line the file begins with, which names the subject, the size and the screen."""
    return f"{subject} {widget.size().toTuple()} {widget.devicePixelRatioF()}\n".encode()
