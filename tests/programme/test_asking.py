from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.programme.asking import Asking
from app.programme.programme import Programme
from app.records.feedback import Feedback, Felt, PainPlace
from app.records.model import Record
from app.records.records import Records
from tests.helpers.errors import unreadable
from tests.helpers.patience import HANG_S
from tests.helpers.records import hearing
from tests.programme.test_after import PROGRAMME, a_summary

NIGHT = datetime(2026, 11, 23, 23, 50, tzinfo=UTC)


class World:
    """A store, what got onto its disk, and a wall clock to be set."""

    def __init__(self, path: Path) -> None:
        self.now = NIGHT
        self.committed: list[Record] = []
        self.records = Records.open(path)
        self.asking = self.started_again()

    def started_again(self, programme: Programme = PROGRAMME) -> Asking:
        return Asking(self.records, lambda: programme, lambda: self.now)

    def kept(self) -> list[Feedback]:
        assert self.records.flush(HANG_S)
        return [given for day in self.records.feedback(NIGHT.date()).values() for given in day]


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path / "records.sqlite3")
    with hearing(made.committed.append):
        yield made
        made.records.close()


def test_that_it_was_asked_is_kept_before_anything_is_answered(world: World) -> None:
    assert world.asking.over(a_summary())
    assert world.records.flush(HANG_S)
    assert world.committed == [Feedback("r1", NIGHT)]
    assert world.kept() == []


def test_skipped_or_not_it_is_asked_once_a_day(world: World) -> None:
    assert world.asking.over(a_summary())
    assert not world.asking.over(a_summary(run="r2"))
    assert world.asking.given is None
    assert world.records.flush(HANG_S)
    assert not world.started_again().over(a_summary(run="r2"))
    world.now += timedelta(minutes=11)
    assert world.asking.over(a_summary())


def test_what_was_not_answered_is_asked_again_once_the_session_was_gone_on_with(
    world: World,
) -> None:
    stopped = a_summary(finished=False)
    assert world.asking.over(stopped)
    assert world.started_again().over(a_summary())
    world.asking.answer(felt=Felt.THIGHS)
    after = world.started_again()
    assert not after.over(a_summary())
    after.answer(effort=4)
    (given,) = world.kept()
    assert (given.felt, given.effort) == (Felt.THIGHS, 4), "what was answered before stays"


def test_flying_east_brings_a_new_day_and_flying_back_does_not(world: World) -> None:
    assert world.asking.over(a_summary(run="r1"))
    world.now = NIGHT.astimezone(timezone(timedelta(hours=9)))
    assert world.asking.over(a_summary(run="r2"))
    world.now = NIGHT + timedelta(minutes=5)
    assert not world.asking.over(a_summary(run="r3"))


def test_homework_is_not_asked_and_does_not_use_the_day_up(world: World) -> None:
    for homework in PROGRAMME.daily:
        assert not world.asking.over(a_summary(homework.id))
    assert world.asking.over(a_summary())


def test_every_answer_is_kept_at_once_in_one_row(world: World) -> None:
    asking = world.asking
    asking.over(a_summary())
    world.now += timedelta(minutes=1)
    asking.answer(felt=Felt.NOWHERE)
    asking.answer(felt=Felt.THIGHS)
    asking.answer(effort=8)
    asking.answer(done_as_shown=False)
    last = Feedback("r1", NIGHT, world.now, Felt.THIGHS, effort=8, done_as_shown=False)
    assert world.kept() == [last]
    assert len(world.committed) == 5


def test_pain_can_be_noted_where_it_was_not_asked(world: World) -> None:
    asking = world.asking
    assert not asking.over(a_summary(PROGRAMME.daily[0].id))
    asking.answer(pain=True)
    assert world.kept() == [Feedback("r1", NIGHT, NIGHT, pain=True)]
    # The day was answered for.
    assert not asking.over(a_summary())
    assert not world.started_again().over(a_summary())


def test_pain_does_not_take_back_where_it_was_felt(world: World) -> None:
    world.asking.over(a_summary())
    world.asking.answer(felt=Felt.LOWER_BACK)
    world.asking.answer(pain=True)
    assert [(given.felt, given.pain) for given in world.kept()] == [(Felt.LOWER_BACK, True)]


def test_what_is_taken_back_is_as_if_it_had_not_been_answered(world: World) -> None:
    asking = world.asking
    asking.over(a_summary())
    asking.answer(felt=Felt.NOWHERE, effort=3)
    asking.answer(pain=True)
    asking.answer(pain=False)
    asking.answer(felt=None)
    assert [(given.felt, given.pain, given.effort) for given in world.kept()] == [(None, False, 3)]
    asking.answer(effort=None)
    assert world.kept() == []
    assert asking.given == Feedback("r1", NIGHT)


def test_a_pain_taken_back_where_nothing_was_asked_leaves_the_day_its_question(
    world: World,
) -> None:
    asking = world.asking
    assert not asking.over(a_summary(PROGRAMME.daily[0].id))
    asking.answer(pain=True)
    asking.answer(pain=False)
    assert asking.given is None
    assert world.kept() == []
    assert asking.over(a_summary())


def test_what_is_said_of_a_pain_goes_with_it(world: World) -> None:
    asking = world.asking
    asking.over(a_summary())
    asking.answer(pain=True)
    asking.answer(pain_level=2)
    asking.answer(pain_place=PainPlace.KNEE)
    asking.answer(pain_signs=False)
    (given,) = world.kept()
    said = (given.pain_level, given.pain_place, given.pain_signs, given.settled)
    assert said == (2, PainPlace.KNEE, False, None)
    asking.answer(pain=False)
    assert world.kept() == []
    assert asking.given == Feedback("r1", NIGHT)


def test_whether_it_settled_leaves_the_pain_its_time(world: World) -> None:
    asking = world.asking
    asking.over(a_summary())
    asking.answer(pain=True, pain_level=2)
    (given,) = world.kept()
    world.now += timedelta(days=1)
    asking.settled(given, True)
    assert world.kept() == [replace(given, settled=True)]
    assert asking.given == replace(given, settled=True)
    asking.dismiss(given)
    assert [pain.dismissed for pain in world.records.pains()] == [True]


def test_where_records_cannot_be_read_it_is_not_asked(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise unreadable()

    monkeypatch.setattr(world.records, "was_asked", broken)
    monkeypatch.setattr(world.records, "answers", broken)
    assert not world.asking.over(a_summary())
