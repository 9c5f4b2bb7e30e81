"""The page as a PDF: one page, text as text, all of it there and nothing over anything else."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from app.body.anthropometry import Body
from app.figure.palette import DARK
from app.lessons.pairs import fault_beside
from app.library import read_library
from app.messages.message import Message
from app.movement.model import MoveKind
from app.movement.motion import Motion, motion_on
from app.picture.export import Export, export, pages_of
from app.picture.ink import Ink
from app.picture.page import Page
from app.picture.page_request import (
    NAME_LENGTH,
    NOTE_LENGTH,
    PAPERS,
    PageRequest,
    Paper,
    in_words_of,
    on_paper,
)
from app.picture.page_steps import steps_of
from app.picture.pdf import Printable
from app.picture.progress import run
from app.picture.reel import Reel
from app.practice.exercise import Tempo
from tests.helpers.content import LOCATIONS
from tests.helpers.motions import motion_of
from tests.helpers.shots import a_shot

LIBRARY = read_library(LOCATIONS)
EXERCISES = LIBRARY.exercises


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


def painted(page: Printable) -> QImage:
    image = QImage(QSize(*map(round, page.size)), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    page.paint(painter)
    painter.end()
    return image


class Heard:
    """What was written on a page and where, and the lines to write on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.texts: dict[str, tuple[float, float]] = {}
        self.ruled: list[float] = []
        write, rule = Ink.write, Ink.rule

        def hear(ink: Ink, box: QRectF, text: str, *more: object, **named: object) -> float:
            bottom = write(ink, box, text, *more, **named)  # type: ignore[arg-type]
            if not ink.dry:
                self.texts[text.replace("\N{NO-BREAK SPACE}", " ")] = box.top(), bottom
            return bottom

        def hear_rule(ink: Ink, left: float, right: float, y: float) -> None:
            if not ink.dry and right - left > 400:
                self.ruled.append(y)
            rule(ink, left, right, y)

        monkeypatch.setattr(Ink, "write", hear)
        monkeypatch.setattr(Ink, "rule", hear_rule)


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Heard:
    return Heard(monkeypatch)


def longer(message: Message) -> str:
    """Return a text as long as in the most wordy languages."""
    text = str(message)
    return text + " " + text[: len(text) * 2 // 5]


def wrong_of(movement: str) -> Motion | None:
    found = fault_beside(LIBRARY.pairs, LIBRARY.movements, LIBRARY.movements[movement])
    return motion_on(Body(), found)


NOTE = "Go only as deep as the back stays long. " * 15


@pytest.mark.parametrize("paper", list(PAPERS))
@pytest.mark.parametrize("movements", [("hinge",), ("wall-drill",), ("hinge", "dishwasher")])
@pytest.mark.parametrize("exercise", [None, "wall-touches"])
def test_there_is_always_room_to_write(
    heard: Heard, paper: Paper, movements: tuple[str, ...], exercise: str | None
) -> None:
    request = PageRequest(EXERCISES[exercise] if exercise else None, paper)
    page = Page(Reel(on_paper(a_shot(*movements))), request)
    painted(page)
    assert len(heard.ruled) >= 2
    foot, _ = heard.texts[str(Message("pictures.medical"))]
    assert heard.ruled[-1] < foot


@pytest.mark.parametrize("paper", list(PAPERS))
@pytest.mark.parametrize("exercise", ["wall-touches", "single-leg-stand", "hamstring-stretch"])
@pytest.mark.parametrize("say", [str, longer])
def test_everything_is_on_the_page_and_nothing_over_the_foot(
    heard: Heard, paper: Paper, exercise: str, say: Callable[[Message], str]
) -> None:
    chosen = EXERCISES[exercise]
    longest = "Reach back for the wall behind you first"[:NAME_LENGTH]
    chosen = msgspec.structs.replace(chosen, title=longest)
    request = PageRequest(
        chosen,
        paper,
        name="M" * NAME_LENGTH,
        note=NOTE[:NOTE_LENGTH],
        wrong=wrong_of(chosen.movement),
    )
    page = pages_of(Export(a_shot(chosen.movement), page=request, say=say))[0]
    painted(page)
    foot, end = heard.texts.pop(say(Message("pictures.medical")))
    assert end <= page.size[1] - 40
    assert max(bottom for _, bottom in heard.texts.values()) < foot
    assert {longest, "M" * NAME_LENGTH, NOTE[:NOTE_LENGTH], "1", "2", "3", "4"} <= set(heard.texts)
    assert not heard.ruled or heard.ruled[0] > heard.texts[NOTE[:NOTE_LENGTH]][1]
    not_this = say(Message("pictures.label.not-this"))
    assert (not_this in heard.texts) is (request.wrong is not None)
    weeks = {say(Message("pictures.label.week", number=number)) for number in range(1, 7)}
    assert weeks <= set(heard.texts)


def test_the_fault_is_named_with_what_is_wrong_at_that_moment(heard: Heard) -> None:
    wrong = motion_of("rounded-back")
    painted(Page(Reel(a_shot()), PageRequest(wrong=wrong)))
    assert "Rounded back. The hips stopped early" in heard.texts


def test_a_hold_that_an_exercise_leaves_out_is_neither_said_nor_shown(heard: Heard) -> None:
    chosen = EXERCISES["bodyweight-hinge"]
    assert chosen.tempo is not None
    assert chosen.tempo.hold == 0
    page = pages_of(Export(a_shot(chosen.movement), page=PageRequest(chosen)))[0]
    painted(page)
    assert "Stay there" not in heard.texts
    assert "Hold" not in heard.texts
    assert {"The lowest point", chosen.cues.down, chosen.cues.up} <= set(heard.texts)


def test_a_name_and_a_note_are_plain_text(heard: Heard) -> None:
    note = "<b>Two</b> sets &amp; no more"
    painted(Page(Reel(a_shot()), PageRequest(name="<i>Ann</i>", note=note)))
    assert {"<i>Ann</i>", note} <= set(heard.texts)


def test_the_fault_is_that_of_its_pair_or_of_the_same_pattern() -> None:
    ids = {name: wrong_of(name) for name in ("hinge", "pencil-pick-up", "romanian-deadlift")}
    assert {name: motion.movement.id for name, motion in ids.items() if motion} == {
        "hinge": "rounded-back",
        "pencil-pick-up": "phone-pick-up",
        "romanian-deadlift": "rounded-back",
    }
    assert wrong_of("single-leg-stand") is None
    assert wrong_of("rounded-back") is None


@pytest.mark.parametrize("movement", ["hinge", "slow-hinge", "kettlebell-swing", "car-door"])
def test_four_steps_lead_past_the_lowest_point(movement: str) -> None:
    motion = motion_of(movement)
    steps = steps_of(motion, None)
    assert len(steps) == 4
    times = [step.t for step in steps]
    assert times == sorted(times)
    low = motion.ends[motion.deepest_phase]
    assert times[0] < low < times[-1]
    leans = [motion.skeleton_at(t).pose.thorax for t in times]
    assert leans[2] == pytest.approx(motion.skeleton_at(low).pose.thorax)


def test_steps_tell_the_tempo() -> None:
    steps = steps_of(motion_of("wall-touch"), EXERCISES["wall-touches"])
    assert [str(step.text) for step in steps] == ["Start", "2 s down", "1 s hold", "2 s up"]
    steps = steps_of(motion_of("slow-hinge"), EXERCISES["slow-motion"])
    assert [str(step.text) for step in steps] == [
        "Start", "5 s down", "The lowest point", "5 s up",
    ]  # fmt: skip


def test_every_movement_has_steps() -> None:
    for movement in LIBRARY.movements.values():
        assert 2 <= len(steps_of(motion_of(movement.id), None)) <= 4


def test_it_is_about_the_exercise_where_there_is_one() -> None:
    reel = Reel(a_shot("hinge", "squat"))
    exercise = EXERCISES["slow-motion"]
    assert Page(reel, PageRequest()).title == "Hip hinge · Squat"
    assert Page(reel, PageRequest(exercise)).title == exercise.title


def test_light_prints_on_white_and_dark_stays_dark() -> None:
    assert on_paper(a_shot()).palette.paper == QColor("white")
    assert on_paper(a_shot(palette=DARK)).palette is DARK


def test_sets_repetitions_and_tempo_are_written(heard: Heard) -> None:
    hold, tempo = str(Message("pictures.label.hold")), str(Message("pictures.label.tempo"))
    medical, note = str(Message("pictures.medical")), str(Message("pictures.label.note"))
    request = PageRequest(EXERCISES["wall-touches"], units="metric")
    painted(Page(Reel(a_shot("wall-drill")), request))
    for text in ("3", "10", "2 s down, 1 s hold, 2 s up", "45 s", medical, note):
        assert text in heard.texts
    assert any("15 cm away" in text for text in heard.texts)
    held = EXERCISES["wall-touches"]
    held = msgspec.structs.replace(held, reps=None, tempo=None, hold_s=30.0)
    heard.texts.clear()
    painted(Page(Reel(a_shot("wall-drill")), PageRequest(held)))
    assert {hold, "30 s"} <= set(heard.texts)
    assert tempo not in heard.texts
    heard.texts.clear()
    painted(Page(Reel(a_shot("single-leg-stand")), PageRequest(EXERCISES["single-leg-stand"])))
    assert "30 s each side" in heard.texts
    standing = EXERCISES["slow-motion"]
    standing = msgspec.structs.replace(standing, tempo=Tempo(down=5, up=5, top=1))
    painted(Page(Reel(a_shot()), PageRequest(standing)))
    assert "5 s down, 5 s up, 1 s at the top" in heard.texts


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
    page = pages_of(Export(own, page=PageRequest(exercise)))[0]
    assert isinstance(page, Page)
    assert {"Push the car door shut", "Squeeze and stand"} <= set(page.cues)
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
