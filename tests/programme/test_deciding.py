from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.programme.deciding import Deciding
from app.records.decision import DecisionKind
from app.records.records import Records
from tests.helpers.course_records import Lived
from tests.helpers.life import PROGRAMME


@pytest.fixture
def lived(tmp_path: Path) -> Iterator[Lived]:
    records = Records.open(tmp_path / "records.sqlite3")
    yield Lived(records, PROGRAMME)
    records.close()


@pytest.fixture
def deciding(lived: Lived) -> Deciding:
    return Deciding(lived.records, PROGRAMME.id, lived.now)


def test_decisions_are_undone_one_by_one_the_latest_first(lived: Lived, deciding: Deciding) -> None:
    deciding.decide(DecisionKind.DONE_ELSEWHERE, "week-1-day-1")
    deciding.decide(DecisionKind.STARTED_AT, "week-3-day-1")
    assert lived.course.at == 6
    latest = deciding.undo()
    assert latest is not None
    assert (latest.kind, latest.about) == (DecisionKind.STARTED_AT, "week-3-day-1")
    assert lived.course.at == 1
    deciding.undo()
    assert lived.course.at == 0
    assert deciding.undo() is None
    assert deciding.latest is None


def test_what_was_done_elsewhere_is_withdrawn_however_often_it_was_said(
    lived: Lived, deciding: Deciding
) -> None:
    for _ in range(2):
        lived.decide(DecisionKind.DONE_ELSEWHERE, "week-1-day-1").later(hours=1)
    deciding.withdraw(DecisionKind.DONE_ELSEWHERE, "week-1-day-1")
    assert lived.course.done == 0
    deciding.undo()
    assert lived.course.sessions[0].elsewhere
    assert len(lived.records.decisions(PROGRAMME.id)) == 2


def test_withdrawing_what_was_never_decided_leaves_nothing_to_undo(deciding: Deciding) -> None:
    deciding.withdraw(DecisionKind.DONE_ELSEWHERE, "week-1-day-1")
    assert deciding.latest is None
