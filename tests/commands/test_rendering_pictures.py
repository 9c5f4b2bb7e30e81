from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.cli import main
from app.figure.palette import DARK, LIGHT
from tests.helpers.command import Capture
from tests.helpers.pixels import find_colour


@pytest.fixture(autouse=True)
def _application(qtbot: QtBot) -> None:
    """Text can only be painted with an application; warnings from Qt fail."""


def test_a_picture_becomes_a_still_of_its_own_shape(tmp_path: Path, capsys: Capture) -> None:
    target = tmp_path / "daily.png"
    assert main(["render", "daily-practice", "--look", "silhouette", "-o", str(target)]) == 0
    assert capsys.readouterr().out.strip() == str(target)
    image = QImage(str(target))
    assert image.width() == 1600
    assert 700 < image.height() < 900
    assert image.pixelColor(2, 2) == LIGHT.paper
    assert find_colour(image, LIGHT.figure, 8)


def test_a_picture_is_made_dark_and_in_any_size(tmp_path: Path) -> None:
    target = tmp_path / "daily.png"
    command = ["render", "daily-practice", "-o", str(target), "--theme", "dark"]
    assert main([*command, "--size", "700x500"]) == 0
    image = QImage(str(target))
    assert image.size() == QSize(700, 500)
    assert image.pixelColor(2, 2) == DARK.paper


@pytest.mark.parametrize(
    ("picture_id", "paper", "size"),
    [
        ("daily-practice", "a4", (842, 595)),
        ("hinge-vs-squat", "letter", (792, 612)),
    ],
)
def test_a_picture_becomes_a_page(
    tmp_path: Path, picture_id: str, paper: str, size: tuple[int, int]
) -> None:
    target = tmp_path / "page.pdf"
    assert main(["render", picture_id, "-o", str(target), "--paper", paper]) == 0
    # Read by hand: QtPdf is not in the PySide6 for newer Pythons.
    content = target.read_bytes()
    assert len(re.findall(rb"/Type /Page\b", content)) == 1
    (box,) = re.findall(rb"/MediaBox \[0 0 (\S+) (\S+)\]", content)
    assert tuple(round(float(side)) for side in box) == size


def test_a_picture_moves_on_one_clock(tmp_path: Path) -> None:
    target = tmp_path / "both.gif"
    command = ["render", "hinge-vs-squat", "-o", str(target), "--size", "320x200", "--fps", "5"]
    assert main(command) == 0
    with Image.open(target) as moving:
        assert moving.size == (320, 200)
        assert getattr(moving, "n_frames", 1) > 8
        first = moving.convert("RGB").tobytes()
        moving.seek(10)
        assert moving.convert("RGB").tobytes() != first


@pytest.mark.parametrize(
    ("option", "said"),
    [
        (["--versus", "squat"], "--versus is for a movement; daily-practice is a picture."),
        (["--at", "0"], "--at is for a movement"),
        (["--turn", "30"], "--turn is for a movement"),
        (["--overlay", "hip"], "--overlay is for a movement"),
        (["--no-cues"], "--no-cues is for a movement"),
    ],
)
def test_what_only_movements_can_do_is_refused(
    tmp_path: Path, capsys: Capture, option: list[str], said: str
) -> None:
    target = tmp_path / "daily.png"
    assert main(["render", "daily-practice", "-o", str(target), *option]) == 1
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_body_can_be_given(tmp_path: Path) -> None:
    targets = [tmp_path / "usual.png", tmp_path / "long.png"]
    size = ["--size", "700x400"]
    for target, body in zip(targets, ([], ["--thigh", "1.2", "--shin", "0.9"]), strict=True):
        assert main(["render", "hinge-vs-squat", "-o", str(target), *size, *body]) == 0
    assert targets[0].read_bytes() != targets[1].read_bytes()


def test_exercises_and_weeks_are_pages(tmp_path: Path) -> None:
    asked = {
        "own": ["--exercise", "wall-touches", "--name", "Ann", "--note", "Twice a day"],
        "two": ["--exercise", "wall-touches", "--exercise", "slow-motion"],
        "week": ["--week", "6", "--paper", "letter"],
    }
    for name, options in asked.items():
        assert main(["render", *options, "-o", str(tmp_path / f"{name}.pdf")]) == 0
        content = (tmp_path / f"{name}.pdf").read_bytes()
        assert len(re.findall(rb"/Type /Page\b", content)) == 1


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ([], "Say what to show"),
        (["--week", "7"], "There is no week 7"),
        (["hinge", "--week", "1"], "leave out 'hinge'"),
        (["--week", "1", "--exercise", "wall-touches"], "not both"),
        (["hinge", "--name", "n" * 61], "--name: at most 60 characters, got 61."),
        (["hinge", "--note", "n" * 601], "--note: at most 600 characters, got 601."),
        (["daily-practice", "--note", "n"], "--note is for a movement"),
    ],
)
def test_pages_that_cannot_be_are_refused(
    tmp_path: Path, capsys: Capture, options: list[str], said: str
) -> None:
    assert main(["render", *options, "-o", str(tmp_path / "a.pdf")]) == 1
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
