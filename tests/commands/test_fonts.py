from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.desktop import HANG_S

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="fonts are found as on Linux")
@pytest.mark.parametrize(
    "command",
    [
        ("main", "render", "hinge", "-o", "a.png"),
        ("main", "render", "hinge", "-o", "a.pdf"),
        ("main", "render", "visual-cues", "-o", "a.gif"),
        ("main", "screenshots", "-o", "."),
        ("tools.make_figures", "hinge", "-o", "."),
    ],
)
def test_without_a_font_nothing_is_drawn(tmp_path: Path, command: tuple[str, ...]) -> None:
    fonts = tmp_path / "fonts.conf"
    fonts.write_text("<fontconfig/>", encoding="utf-8")
    into = tmp_path / "drawn"
    into.mkdir()
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=into, capture_output=True, text=True,
        env=os.environ | {"FONTCONFIG_FILE": str(fonts), "PYTHONPATH": str(ROOT)},
        timeout=HANG_S, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "a font (for text)" in done.stderr.splitlines()[-1]
    assert list(into.rglob("*.*")) == []
