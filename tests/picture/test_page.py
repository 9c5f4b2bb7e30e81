"""The page as a PDF: one page, text as text, nothing over anything else."""

from __future__ import annotations

import re
import zlib
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter

from app.figure.palette import DARK
from app.library import read_library
from app.messages.message import Message
from app.movement.model import MoveKind
from app.picture.export import Export, export, page_of
from app.picture.page import PAPERS, Page, PageRequest, Paper, in_words_of, on_paper
from app.picture.progress import run
from app.picture.reel import Reel
from app.practice.exercise import Tempo
from tests.helpers.content import LOCATIONS
from tests.helpers.shots import a_shot

EXERCISES = read_library(LOCATIONS).exercises


def pdf_of(folder: Path, *movements: str, page: PageRequest) -> bytes:
    assert run(export(Export(a_shot(*movements), page=page), folder / "a.pdf"))
    return (folder / "a.pdf").read_bytes()


def streams(pdf: bytes) -> list[bytes]:
    found = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    unpacked = []
    for one in found:
        try:
            unpacked.append(zlib.decompress(one))
        except zlib.error:
            unpacked.append(one)
    return unpacked


@pytest.mark.parametrize("paper", list(PAPERS))
def test_it_is_one_page_of_the_paper(tmp_path: Path, paper: Paper) -> None:
    pdf = pdf_of(tmp_path, "hinge", "squat", page=PageRequest(paper=paper))
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
    box = re.search(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)", pdf)
    assert box is not None
    assert (float(box[1]), float(box[2])) == pytest.approx(PAPERS[paper], abs=1)


def test_text_is_text_in_embedded_fonts_and_figures_are_lines(tmp_path: Path) -> None:
    pdf = pdf_of(tmp_path, "hinge", page=PageRequest())
    assert b"/FontFile2" in pdf or b"/FontFile3" in pdf
    assert b"/ToUnicode" in pdf
    drawing = max(streams(pdf), key=lambda one: one.count(b" Tj") + one.count(b" TJ"))
    assert drawing.count(b"BT") > 8
    assert drawing.count(b" l\n") + drawing.count(b" c\n") > 300


def painted(page: Page) -> QImage:
    image = QImage(QSize(*map(round, page.size)), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    page.paint(painter)
    painter.end()
    return image


@pytest.mark.parametrize("paper", list(PAPERS))
@pytest.mark.parametrize("movements", [("hinge",), ("wall-drill",), ("hinge", "dishwasher")])
@pytest.mark.parametrize("exercise", [None, "wall-touches"])
def test_there_is_always_room_to_write(
    monkeypatch: pytest.MonkeyPatch,
    paper: Paper,
    movements: tuple[str, ...],
    exercise: str | None,
) -> None:
    ruled: list[float] = []
    original = Page._rule

    def hear(self: Page, painter: QPainter, left: float, right: float, y: float) -> None:
        if right - left > 400:
            ruled.append(y)
        original(self, painter, left, right, y)

    monkeypatch.setattr(Page, "_rule", hear)
    request = PageRequest(EXERCISES[exercise] if exercise else None, paper)
    page = Page(Reel(on_paper(a_shot(*movements))), request)
    painted(page)
    assert len(ruled) >= 3
    # Above the foot, and below all that is printed.
    assert ruled[-1] < page.size[1] - 80


def test_it_is_about_the_exercise_where_there_is_one() -> None:
    reel = Reel(a_shot("hinge", "squat"))
    exercise = EXERCISES["slow-motion"]
    assert Page(reel, PageRequest()).title == "Hip hinge · Squat"
    assert Page(reel, PageRequest(exercise)).title == exercise.title


def test_light_prints_on_white_and_dark_stays_dark() -> None:
    assert on_paper(a_shot()).palette.paper == QColor("white")
    assert on_paper(a_shot(palette=DARK)).palette is DARK


def test_sets_repetitions_and_tempo_are_written(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []
    original = Page._write

    def hear(self: Page, painter: QPainter, *more: object, **named: object) -> float:
        written.append(str(more[2]))
        return original(self, painter, *more, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(Page, "_write", hear)
    hold, tempo = str(Message("pictures.label.hold")), str(Message("pictures.label.tempo"))
    medical, note = str(Message("pictures.medical")), str(Message("pictures.label.note"))
    request = PageRequest(EXERCISES["wall-touches"], units="metric")
    painted(Page(Reel(a_shot("wall-drill")), request))
    for text in ("3", "10", "2 s down, 1 s hold, 2 s up", "45 s", medical, note):
        assert text in written
    assert any("15 cm away" in text for text in written)
    held = EXERCISES["wall-touches"]
    written.clear()
    held = msgspec.structs.replace(held, reps=None, tempo=None, hold_s=30.0)
    painted(Page(Reel(a_shot("wall-drill")), PageRequest(held)))
    assert written[written.index(hold) + 1] == "30 s"
    assert tempo not in written
    written.clear()
    painted(Page(Reel(a_shot("single-leg-stand")), PageRequest(EXERCISES["single-leg-stand"])))
    assert written[written.index(hold) + 1] == "30 s each side"
    written.clear()
    standing = EXERCISES["slow-motion"]
    standing = msgspec.structs.replace(standing, tempo=Tempo(down=5, up=5, top=1))
    painted(Page(Reel(a_shot()), PageRequest(standing)))
    assert "5 s down, 5 s up, 1 s at the top" in written


def test_a_page_says_what_the_trainer_says() -> None:
    exercise = EXERCISES["slow-motion"]
    cues = msgspec.structs.replace(
        exercise.cues, down="Push the car door shut", up="Squeeze and stand"
    )
    exercise = msgspec.structs.replace(exercise, cues=cues)
    own = a_shot(exercise.movement, "dishwasher")
    shot = in_words_of(own, exercise)
    said = {phase.kind: phase.cue for phase in shot.motions[0].movement.phases}
    assert said[MoveKind.DOWN] == "Push the car door shut"
    assert said[MoveKind.UP] == "Squeeze and stand"
    assert shot.motions[1] is own.motions[1]  # what it is compared with keeps its own
    page = page_of(Export(own, page=PageRequest(exercise)))
    assert isinstance(page, Page)
    told = {cue for pose in page._strip.poses for cue in pose.cues[0]}
    assert {"Push the car door shut", "Squeeze and stand"} <= told
    assert in_words_of(own, None) is own


def test_sides_have_their_own_words() -> None:
    exercise = EXERCISES["single-leg-stand"]
    shot = in_words_of(a_shot(exercise.movement), exercise)
    said = {
        phase.side: phase.cue
        for phase in shot.motions[0].movement.phases
        if phase.kind is MoveKind.HOLD and phase.side
    }
    assert said == {"left": exercise.cues.hold_left, "right": exercise.cues.hold_right}
