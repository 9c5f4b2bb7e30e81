from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QImage, QPainter

from app.figure.look import Look
from app.figure.palette import LIGHT
from app.messages.message import Message
from app.movement.motion import Motion
from app.picture.course_page import CoursePage
from app.picture.ink import Ink
from app.picture.kind import Size
from app.picture.page_request import PAPERS, Paper
from app.picture.pdf import write_pdf
from app.picture.shot import Shot
from app.practice.exercise import Ask
from app.programme.after import ANSWERS
from app.programme.course import CourseSession
from app.programme.measures import Stick, Wall
from app.programme.report import CourseReport, StageReport
from app.records.tally import Tally
from tests.helpers.life import PROGRAMME
from tests.helpers.shots import a_shot

BEGAN = date(2026, 11, 23)
#: The last one was not done.
SESSIONS = tuple(
    CourseSession(day, BEGAN + timedelta(days=2 * at) if at < 17 else None, at == 4)
    for at, day in enumerate(PROGRAMME.days)
)
REPORT = CourseReport(
    began_on=BEGAN,
    ended_on=BEGAN + timedelta(days=32),
    done=17,
    total=18,
    tally=Tally(144, 412, 3630.0),
    stages=tuple(
        StageReport(stage.title, SESSIONS[stage.first : stage.last + 1])
        for stage in PROGRAMME.stages
    ),
    felt=dict.fromkeys(ANSWERS[Ask.HINGE], 3),
    as_shown=9,
    asked=11,
    efforts=(4, 6),
    wall=Wall(15, 27, 30),
    stick=Stick(5, 6),
)


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> dict[str, float]:
    """What is written on a page, and where it ends."""
    found: dict[str, float] = {}
    write = Ink.write

    def hear(ink: Ink, *args: object, **named: object) -> float:
        bottom = write(ink, *args, **named)  # type: ignore[arg-type]
        if not ink.dry:
            found[str(args[1])] = bottom
        return bottom

    monkeypatch.setattr(Ink, "write", hear)
    return found


def a_page(
    report: CourseReport = REPORT,
    paper: Paper = "a4",
    say: Callable[[Message], str] = str,
    shot: Shot | None = None,
) -> CoursePage:
    return CoursePage(report, shot or a_shot("hinge"), date.isoformat, str, say, paper)


def painted(page: CoursePage) -> QImage:
    image = QImage(595, 842, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    page.paint(painter)
    painter.end()
    return image


def longer(message: Message) -> str:
    """Return a text as long as in the most wordy languages."""
    return f"{message} {message}"


def test_dates_numbers_sessions_and_answers_are_written(written: dict[str, float]) -> None:
    page = a_page()
    painted(page)
    assert {
        "Your six weeks",
        "2026-11-23 to 2026-12-25",
        "Bodyweight basics",
        "A little resistance",
        "Lifting",
        "elsewhere",
        "–",
        "Hamstrings and glutes",
        "3 of 15",
        "Yours looked like the figure in 9 of 11 answers.",
        "Effort: 4 the first time, 6 the last time (1 to 10).",
    } <= set(written)
    assert page.numbers == [
        ("17", "sessions"),
        ("144", "sets"),
        ("412", "hinges"),
        ("60", "minutes of work"),
    ]
    days = {str(one.done_on) for one in SESSIONS if one.done_on}
    assert days <= set(written)


def test_what_was_not_answered_is_left_out(written: dict[str, float]) -> None:
    nothing = dataclasses.replace(
        REPORT, felt={}, asked=0, as_shown=0, efforts=None, wall=None, stick=None
    )
    painted(a_page(nothing))
    assert "Where you felt it" not in written
    assert not [text for text in written if "wall" in text or "stick" in text]
    assert "What you measured" not in written


def test_the_wall_and_the_stick_are_told_in_the_users_units(written: dict[str, float]) -> None:
    painted(a_page())
    assert "Heels from the wall: 15 → 27 cm." in written
    assert "The stick stayed on in 5 of 6 checks." in written
    inches = CoursePage(REPORT, a_shot("hinge"), str, str, units="imperial")
    assert inches.measured[0] == "Heels from the wall: 6 → 11 in."


@pytest.mark.parametrize("paper", list(PAPERS))
@pytest.mark.parametrize("say", [str, longer])
def test_everything_stays_above_the_foot_of_the_one_page(
    written: dict[str, float], paper: Paper, say: Callable[[Message], str]
) -> None:
    page = a_page(paper=paper, say=say)
    painted(page)
    foot = written.pop(say(Message("pictures.medical")))
    assert foot <= page.size[1] - 40
    assert max(written.values()) < foot


def test_it_is_one_page_of_text_that_can_be_searched(tmp_path: Path) -> None:
    for _ in write_pdf([a_page()], tmp_path / "a.pdf"):
        pass
    pdf = (tmp_path / "a.pdf").read_bytes()
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
    assert b"/ToUnicode" in pdf


def test_without_the_figure_the_numbers_are_there(written: dict[str, float]) -> None:
    no_motion: tuple[Motion, ...] = ()
    painted(a_page(shot=Shot(no_motion, Look(), LIGHT, Size(600, 600))))
    assert "412" in written


def test_the_figure_is_painted() -> None:
    bare = Shot((), Look(), LIGHT, Size(600, 600))
    shot = replace(a_shot("hinge"), palette=LIGHT)
    assert painted(a_page(shot=shot)) != painted(a_page(shot=bare))
