"""Whether films can be made here, and what is missing if not."""

from __future__ import annotations

import re

from PySide6.QtCore import QLoggingCategory

from app.picture.problem import PictureError

_LIBRARY = re.compile(r"lib[\w+.-]+?\.so(?:\.\d+)*")


def need_multimedia() -> None:
    """Load what makes films, silencing what it writes to standard error.

    Raises:
        PictureError: it or the sound library it depends on is missing.
    """
    QLoggingCategory.setFilterRules("qt.multimedia.*=false")
    try:
        import PySide6.QtMultimedia  # noqa: F401
    except ImportError as error:
        raise _missing(error) from error


def writes_h264() -> bool:
    """Return whether a film made here is one that browsers show, too.

    Raises:
        PictureError: none can be made.
    """
    need_multimedia()
    from PySide6.QtMultimedia import QMediaFormat

    from app.picture.mp4 import find_codec

    return find_codec() is QMediaFormat.VideoCodec.H264


def _missing(error: ImportError) -> PictureError:
    found = _LIBRARY.search(str(error))
    if found and found.group().startswith("libpulse"):
        return PictureError("pictures.no-libpulse")
    if found:
        return PictureError("pictures.no-library", library=found.group())
    return PictureError("pictures.no-multimedia")
