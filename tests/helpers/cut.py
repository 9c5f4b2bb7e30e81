"""Which texts in pictures had to be cut."""

from __future__ import annotations

from typing import ClassVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF

from app.figure import lettering


class CutTexts(QFontMetricsF):
    """Measures as Qt does, and remembers every text that had to be cut."""

    seen: ClassVar[list[str]] = []

    def elidedText(  # noqa: N802
        self, text: str, mode: Qt.TextElideMode, width: float, flags: int | None = None, /
    ) -> str:
        """Cut a text, and remember it."""
        self.seen.append(text)
        return super().elidedText(text, mode, width, flags or 0)


def watch_cuts(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that every text cut from now on is added to."""
    CutTexts.seen.clear()
    monkeypatch.setattr(lettering, "QFontMetricsF", CutTexts)
    monkeypatch.setattr(lettering, "_lettering", lettering._lettering.__wrapped__)
    return CutTexts.seen
