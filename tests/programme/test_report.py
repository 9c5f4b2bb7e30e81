from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from app.programme.report import find_report
from app.records.decision import DecisionKind
from app.records.feedback import Feedback, Felt
from app.records.model import SessionRecord
from app.records.records import Records
from tests.helpers.course_records import Lived
from tests.helpers.life import PROGRAMME
from tests.helpers.records import MORNING, a_set


@pytest.fixture
def lived(tmp_path: Path) -> Iterator[Lived]:
    records = Records.open(tmp_path / "records.sqlite3")
    yield Lived(records, PROGRAMME)
    records.close()


def test_there_is_no_report_before_the_first_session(lived: Lived) -> None:
    assert find_report(lived.course, lived.records) is None


def test_its_counts_are_those_of_the_records(lived: Lived) -> None:
    lived.sessions(18, Felt.HAMSTRINGS)
    report = find_report(lived.course, lived.records)
    assert report is not None
    assert (report.done, report.total) == (18, 18)
    assert report.tally == lived.records.total()
    assert report.began_on == MORNING.date()
    assert report.ended_on == MORNING.date() + timedelta(days=34)
    assert [len(stage.sessions) for stage in report.stages] == [6, 6, 6]
    assert report.felt == {Felt.HAMSTRINGS: 18}
    assert (report.as_shown, report.asked, report.efforts) == (18, 18, (5, 5))


def test_a_session_done_elsewhere_has_no_sets(lived: Lived) -> None:
    lived.sessions(1).decide(DecisionKind.DONE_ELSEWHERE, "week-1-day-2")
    report = find_report(lived.course, lived.records)
    assert report is not None
    assert (report.done, report.tally.sets) == (2, 9)


def test_what_was_done_after_the_end_or_is_not_of_the_course_does_not_count(lived: Lived) -> None:
    lived.sessions(18)
    before = find_report(lived.course, lived.records)
    other = MORNING + timedelta(days=3)
    lived.records.put(SessionRecord("own", "my-own", 3, other))
    lived.records.put(a_set(session_id="own", exercise="my-own", at=other))
    lived.later(days=30)
    lived.practise(PROGRAMME.days[0])
    lived.records.put(Feedback("late", lived.at, lived.at, Felt.THIGHS))
    assert find_report(lived.course, lived.records) == before


def test_how_steady_a_stand_was_is_not_where_a_hinge_was_felt(lived: Lived) -> None:
    lived.sessions(18, Felt.STEADY)
    report = find_report(lived.course, lived.records)
    assert report is not None
    assert not report.felt
