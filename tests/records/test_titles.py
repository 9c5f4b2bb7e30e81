from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.records.records import Records
from app.records.titles import Titles
from tests.helpers.errors import unreadable
from tests.helpers.practice_flow import LIBRARY
from tests.helpers.records import MORNING, a_session


@pytest.fixture
def records(tmp_path: Path) -> Iterator[Records]:
    made = Records.open(tmp_path / "records.sqlite3")
    yield made
    made.close()


def test_an_exercise_has_its_title_and_one_that_is_gone_its_last(records: Records) -> None:
    titles = Titles(LIBRARY.exercises, records)
    assert titles.of("wall-touches") == "Wall touches"
    for number, title in enumerate((None, "My hinge", "My better hinge", None)):
        at = MORNING + timedelta(minutes=number)
        records.put(replace(a_session(f"s{number}", "mine"), title=title, started_at=at))
    assert titles.of("mine") == "My better hinge"


@pytest.mark.parametrize(
    ("exercise", "title"), [("my-hinge-2", "My hinge 2"), ("x", "X"), ("-", "-"), ("", "")]
)
def test_of_older_records_the_id_is_read_as_words(
    records: Records, exercise: str, title: str
) -> None:
    assert Titles({}, records).of(exercise) == title


def test_it_is_looked_for_once_and_again_where_it_could_not_be_read(
    records: Records, monkeypatch: pytest.MonkeyPatch
) -> None:
    titles = Titles({}, records)
    records.put(replace(a_session("s1", "mine"), title="My hinge"))
    asked: list[str] = []

    def broken(exercise: str) -> str | None:
        asked.append(exercise)
        if len(asked) == 1:
            raise unreadable()
        return Records.title(records, exercise)

    monkeypatch.setattr(records, "title", broken)
    assert [titles.of("mine") for _ in range(3)] == ["Mine", "My hinge", "My hinge"]
    assert asked == ["mine", "mine"]
