from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.body.anthropometry import Body
from app.figure.palette import LIGHT
from app.movement.library import MovementLibrary
from app.movement.motion import Motion
from tests.helpers.content import LOCATIONS
from tests.helpers.pixels import find_colour
from tools import make_figures


@pytest.fixture(autouse=True)
def _application(qtbot: QtBot) -> None:
    """Text can only be painted with an application; warnings from Qt fail."""


def test_a_sheet_shows_twelve_moments_from_two_sides(tmp_path: Path) -> None:
    assert make_figures.main(["hinge", "-o", str(tmp_path)]) == 0
    assert [file.name for file in tmp_path.iterdir()] == ["hinge.png"]
    sheet = QImage(str(tmp_path / "hinge.png"))
    row = make_figures.CELL_HEIGHT + make_figures.GAP
    column = make_figures.CELL_WIDTH + make_figures.GAP
    for index in range(make_figures.FRAMES):
        left = index % make_figures.COLUMNS * column
        top = index // make_figures.COLUMNS * (2 * row + make_figures.CAPTION)
        side, turned = (
            find_colour(sheet.copy(left, top + n * row, column, row), LIGHT.figure, 4)
            for n in (0, 1)
        )
        assert side is not None
        assert turned is not None
        assert side != turned


def test_the_first_and_the_last_moment_are_shown() -> None:
    motion = Motion(MovementLibrary(LOCATIONS.animations)["hinge"], Body())
    times = [make_figures.frame_time(motion, index) for index in range(make_figures.FRAMES)]
    assert times[0] == 0
    assert times[-1] == pytest.approx(motion.seconds)
    assert times == sorted(times)


def test_the_sheet_says_what_is_declared_and_what_was_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []
    write = make_figures._write

    def listen(*arguments: object, bold: bool = False) -> None:
        written.append(str(arguments[-1]))
        write(*arguments, bold=bold)  # type: ignore[arg-type]

    monkeypatch.setattr(make_figures, "_write", listen)
    assert make_figures.main(["locked-knees", "-o", str(tmp_path)]) == 0
    assert "Locked knees (locked-knees)" in written
    assert "wrong, hinge; breaks soft_knees; found soft_knees" in written
    assert sum(" s  down" in line for line in written) >= 3
    monkeypatch.setattr(make_figures, "broken_checks", lambda _: frozenset({"balanced"}))
    make_figures.main(["locked-knees", "-o", str(tmp_path)])
    assert any("NOT AS DECLARED" in line for line in written)


def test_an_unknown_movement_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert make_figures.main(["no-such", "-o", str(tmp_path)]) == 1
    assert "no movement 'no-such'" in capsys.readouterr().err


def test_sheets_are_made_in_the_dark_too(tmp_path: Path) -> None:
    assert make_figures.main(["standing", "--dark", "-o", str(tmp_path)]) == 0
    assert find_colour(QImage(str(tmp_path / "standing.png")), LIGHT.card, 2) is None
