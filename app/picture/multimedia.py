"""Whether films can be made here, and what is missing where they cannot."""

from __future__ import annotations

import re

from PySide6.QtCore import QLoggingCategory

from app.picture.problem import PictureError

_LIBRARY = re.compile(r"lib[\w+.-]+?\.so(?:\.\d+)*")


def need_multimedia() -> None:
    """Load what makes films, without what it writes to standard error.

    Raises:
        PictureError: the sound library it stands on, or itself, is missing.
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
        return PictureError(
            "picture-no-libpulse",
            "MP4 needs the system library libpulse0: install it with 'apt-get install libpulse0' "
            "(pulseaudio-libs on Fedora, libpulse on Arch). GIF and WebP do not need it.",
        )
    if found:
        return PictureError(
            "picture-no-library",
            "MP4 needs the system library {library}: install the package that has it. "
            "GIF and WebP do not need it.",
            library=found.group(),
        )
    return PictureError(
        "picture-no-multimedia",
        "MP4 needs the Python package PySide6-Addons: install it. GIF and WebP do not need it.",
    )
