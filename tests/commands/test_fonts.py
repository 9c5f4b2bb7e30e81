from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from tests.helpers.command import Capture, refused


def test_without_a_font_nothing_is_drawn(
    qapp: QApplication, capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFontDatabase, "families", staticmethod(list))
    told = refused(capsys, "render", "hinge", "-o", str(tmp_path / "a.png"))
    assert "a font (for text)" in told
    assert list(tmp_path.iterdir()) == []
