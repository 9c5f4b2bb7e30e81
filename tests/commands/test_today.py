from __future__ import annotations

from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.cli import main
from app.locations import find_locations
from app.records.decision import Decision, DecisionKind
from app.records.model import LessonFinish, local_now
from app.records.records import Records
from tests.helpers.command import run_json

Capture = pytest.CaptureFixture[str]


def put(folder: Path, *records: LessonFinish | Decision) -> None:
    with closing(Records.open(find_locations(folder).records)) as written:
        for record in records:
            written.put(record)


def days_ago(days: int) -> datetime:
    return local_now() - timedelta(days=days)


def test_on_the_first_day_the_first_lesson_is_next(capsys: Capture, tmp_path: Path) -> None:
    told = run_json(capsys, "today", "--json", "--data-dir", str(tmp_path))
    assert list(told) == ["day", "next", "small", "course", "felt", "learn"]
    assert list(told["next"]) == ["kind", "id", "title", "seconds", "equipment", "short"]
    assert (told["next"]["kind"], told["next"]["id"]) == ("lesson", "first-five-minutes")
    assert told["small"] == []  # one thing is enough
    assert told["course"] == {
        "done": 0, "total": 18, "stage": "basics", "next": "week-1-day-1", "due": None,
        "finished": False, "wall": None, "stick": None,
    }  # fmt: skip


def test_then_the_sessions_follow(capsys: Capture, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    put(
        tmp_path / "data",
        LessonFinish("first-five-minutes", days_ago(9)),
        Decision(DecisionKind.DONE_ELSEWHERE, "week-1-day-1", "six-weeks", days_ago(5)),
    )
    told = run_json(capsys, "--data-dir", str(tmp_path / "data"), "today", "--json")
    assert (told["next"]["kind"], told["next"]["id"]) == ("session", "week-1-day-2")
    assert told["next"]["short"]["id"] == "short-basics"
    assert told["next"]["equipment"]
    assert (told["course"]["done"], told["course"]["next"]) == (1, "week-1-day-2")
    assert main(["--data-dir", str(tmp_path / "data"), "today"]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[0].startswith("Next: Bodyweight basics (1")
    assert "  You need: a bare stretch of wall" in out
    assert "  Short of time: short-basics (4 min)" in out
    assert "[ ] Evening wall touches (10)" in out
    assert "Course: 1 of 18 sessions done" in out
