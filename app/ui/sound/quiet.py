"""What Qt's sound system may write to standard error: nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QLoggingCategory

#: Which FFmpeg it has, which optional libraries it did not find, what a server answered.
_RULES = "qt.multimedia.*=false\nqt.speech.*=false"


def hush() -> None:
    """Turn off the log of Qt's sound and speech; QT_LOGGING_RULES in the environment wins.

    This replaces any other rules set by the program; it sets none elsewhere.
    """
    QLoggingCategory.setFilterRules(_RULES)


@contextmanager
def without_warnings() -> Iterator[None]:
    """Also drop what has no category: Qt puts `PulseAudioService: ... failed` there."""
    QLoggingCategory.setFilterRules(f"{_RULES}\ndefault.warning=false\ndefault.critical=false")
    try:
        yield
    finally:
        hush()
