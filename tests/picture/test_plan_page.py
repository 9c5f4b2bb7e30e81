"""Several exercises or a week on one page or more."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.body.anthropometry import Body
from app.library import read_library
from app.messages.message import Message
from app.picture.export import Export, export, pages_of
from app.picture.page_dose import dose_line
from app.picture.page_request import NOTE_LENGTH, PAPERS, PageRequest, Paper
from app.picture.plan import plan_of, plan_of_week, weeks_of
from app.picture.plan_page import PlanPage
from app.picture.progress import run
from app.programme.programme import Item, Programme, Routine
from tests.helpers.content import LOCATIONS
from tests.helpers.shots import a_shot
from tests.picture.test_page import Heard, longer, painted

LIBRARY = read_library(LOCATIONS)
EXERCISES, MOVEMENTS = LIBRARY.exercises, LIBRARY.movements


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Heard:
    return Heard(monkeypatch)


def test_a_week_has_each_exercise_once_with_its_days() -> None:
    days = tuple(
        Routine(f"week-1-day-{day}", "Basics", items, 1, day)
        for day, items in enumerate(
            [(Item("wall-touches"), Item("slow-motion", 2, 4)), (Item("wall-touches"),)], 1
        )
    )
    rows = plan_of_week(1, Programme(days), EXERCISES, MOVEMENTS, Body())
    assert [(row.exercise.id, row.days) for row in rows] == [
        ("wall-touches", (1, 2)),
        ("slow-motion", (1,)),
    ]
    assert (rows[1].exercise.sets, rows[1].exercise.reps) == (2, 4)
    assert rows[0].motion.movement.phases[0].cue == EXERCISES["wall-touches"].cues.down
    assert plan_of_week(2, Programme(days), EXERCISES, MOVEMENTS, Body()) == ()


@pytest.mark.parametrize("paper", list(PAPERS))
@pytest.mark.parametrize("say", [str, longer])
def test_every_week_is_on_one_page(heard: Heard, paper: Paper, say: type[str]) -> None:
    for week, title in weeks_of(LIBRARY.programme).items():
        plan = plan_of_week(week, LIBRARY.programme, EXERCISES, MOVEMENTS, Body())
        request = PageRequest(
            paper=paper, plan=plan, title=title, week=week, note="n" * NOTE_LENGTH
        )
        (page,) = pages_of(Export(a_shot(), page=request, say=say))
        assert page.title.endswith(f": {title}")
        heard.texts.clear()
        painted(page)
        foot, _ = heard.texts.pop(say(Message("pictures.medical")))
        assert max(bottom for _, bottom in heard.texts.values()) < foot
        assert {row.exercise.title for row in plan} <= set(heard.texts)


def test_all_exercises_take_a_few_pages_and_the_note_is_on_the_last(
    heard: Heard, tmp_path: Path
) -> None:
    plan = plan_of(EXERCISES.values(), MOVEMENTS, Body())
    request = Export(a_shot(), page=PageRequest(plan=plan, note="See you on Monday", name="Ann"))
    pages = pages_of(request)
    rows = [len(page.rows) for page in pages if isinstance(page, PlanPage)]
    assert sum(rows) == len(EXERCISES)
    assert max(rows) - min(rows) <= max(rows) // 2 + 1
    noted = []
    for page in pages:
        heard.texts.clear()
        painted(page)
        noted.append("See you on Monday" in heard.texts)
        assert "Ann" in heard.texts
    assert noted == [False] * (len(pages) - 1) + [True]
    assert run(export(request, tmp_path / "all.pdf"))
    pdf = (tmp_path / "all.pdf").read_bytes()
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == len(pages)


def test_a_line_breaks_only_between_what_belongs_together() -> None:
    words = re.split(r"[ ]", dose_line(EXERCISES["wall-touches"], str))
    assert [word.replace("\N{NO-BREAK SPACE}", " ") for word in words] == [
        "Sets 3", "·", "Reps 10", "·", "Tempo 2 s down,", "1 s hold,", "2 s up", "·",
        "Rest between sets 45 s",
    ]  # fmt: skip
