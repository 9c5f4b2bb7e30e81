from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from app.library import read_library
from tests.helpers.content import LOCATIONS
from tools import make_pictures

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs" / "pictures"
PICTURES = list(read_library(LOCATIONS).pictures)


@pytest.mark.parametrize("picture_id", PICTURES)
def test_the_documentation_has_every_picture(picture_id: str) -> None:
    file = FOLDER / f"{picture_id}.png"
    assert file.stat().st_size < 250_000
    with Image.open(file) as image:
        assert image.width == 1600
        assert image.height < 1800


@pytest.mark.parametrize("picture_id", make_pictures.MOVING)
def test_the_documentation_has_those_that_move(picture_id: str) -> None:
    file = FOLDER / f"{picture_id}.gif"
    assert file.stat().st_size <= 700_000
    with Image.open(file) as image:
        assert getattr(image, "n_frames", 1) > 20


def test_every_picture_stands_in_the_documentation_and_says_what_is_seen() -> None:
    shown: dict[str, str] = {}
    for page in (ROOT / "README.md", FOLDER / "README.md"):
        for alt, target in re.findall(r"!\[([^\]]*)\]\(([^)]*)\)", page.read_text("utf-8")):
            file = (page.parent / target).resolve()
            assert file.is_file(), target
            shown[file.name] = alt
    for picture_id in PICTURES:
        alts = [alt for name, alt in shown.items() if name.startswith(f"{picture_id}.")]
        assert alts, picture_id
        assert all(len(alt.split()) >= 8 for alt in alts)


def test_nothing_is_left_there_of_pictures_that_are_gone() -> None:
    assert {file.stem for file in FOLDER.glob("*.*") if file.suffix != ".md"} == set(PICTURES)


def test_the_command_draws_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    del qtbot
    small = {"daily-practice": ("--size", "200x120", "--fps", "5")}
    monkeypatch.setattr(make_pictures, "MOVING", small)
    assert make_pictures.main(["-o", str(tmp_path)]) == 0
    names = {file.name for file in tmp_path.iterdir()}
    assert names == {f"{name}.png" for name in PICTURES} | {"daily-practice.gif"}
    with Image.open(tmp_path / "daily-practice.png") as packed:
        assert packed.mode == "P"


def test_a_picture_that_cannot_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    del qtbot
    monkeypatch.setattr(make_pictures, "MOVING", {})
    (tmp_path / "step-by-step.png").mkdir()
    assert make_pictures.main(["-o", str(tmp_path)]) == 1
