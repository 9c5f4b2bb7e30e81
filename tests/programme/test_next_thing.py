from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.programme.next_thing import NextKind
from app.programme.programme import PICK_UPS
from app.records.correction import Correction, RecordTable, Row
from app.records.decision import DecisionKind as Decided
from app.records.decision import taken_back
from app.records.feedback import Feedback, Felt
from app.records.model import (
    LessonPlace,
)
from app.records.records import Records
from app.settings.model import ExerciseSettings, PersonSettings, PlanSettings
from tests.helpers.person import LIBRARY, Person


@pytest.fixture
def person(tmp_path: Path) -> Iterator[Person]:
    with closing(Records.open(tmp_path / "records.sqlite3")) as records:
        yield Person(records)


def small(person: Person) -> dict[str, bool]:
    return {one.id: one.done for one in person.today.small}


def test_the_first_day_has_the_first_lesson_and_the_next_one_the_first_session(
    person: Person,
) -> None:
    thing = person.next
    assert (thing.kind, thing.id) == (NextKind.LESSON, "first-five-minutes")
    assert thing.lesson is not None
    assert thing.lesson.step == 0
    assert thing.seconds is not None
    assert 120 < thing.seconds < 400
    person.read("first-five-minutes")
    assert (person.kind, person.next.id) == ("lesson", "when-not-to")
    person.later(days=1)
    thing = person.next
    assert (thing.kind, thing.id, thing.title) == (
        NextKind.SESSION, "week-1-day-1", "Bodyweight basics",
    )  # fmt: skip
    assert thing.routine == LIBRARY.programme.days[0]
    assert thing.seconds is not None
    assert 600 < thing.seconds < 900
    assert thing.equipment[0] == "a bare stretch of wall"
    assert thing.short is not None
    assert thing.short.id == "short-basics"
    assert thing.short_s == pytest.approx(250, abs=60)


def test_the_order_of_what_is_next(person: Person) -> None:
    person.read().later(days=1).stop_midway()
    pain = Feedback("r", person.now, person.now, pain=True, pain_level=2)
    person.records.put(pain)
    assert (person.kind, person.today.small) == ("care", ())
    person.records.put(replace(pain, pain=False, pain_level=None))
    assert (person.kind, person.next.id, person.next.title) == ("unfinished", "run", "Wall touches")
    assert person.next.unfinished is not None
    alone = person.planner.today(person.now, with_unfinished=False)
    assert alone.next.kind is NextKind.SESSION
    person.later(hours=13)  # too long ago to go on with
    assert person.kind == "session"
    person.did("week-1-day-1")
    assert (person.kind, person.next.id) == ("homework", "evening-ten")
    person.did("evening-ten", sets=1)
    assert (person.kind, person.next.id) == ("homework", "daily-stretch")
    person.decide(Decided.DONE_ELSEWHERE, "daily-stretch")
    assert (person.kind, person.next.id, person.next.title) == ("nothing", "", "")


def test_homework_has_its_time_of_day_and_is_next_once(person: Person) -> None:
    person.read("first-five-minutes").later(days=1).did("week-1-day-1").later(days=1)
    assert [person.at(hour).next.id for hour in (8, 11, 12, 16, 17, 23)] == [
        "morning-ten", "morning-ten", "daily-stretch", "daily-stretch", "evening-ten",
        "evening-ten",
    ]  # fmt: skip
    person.at(8).did("morning-ten", sets=1)
    assert person.next.id == "daily-stretch"
    person.did("daily-stretch", sets=2)
    assert person.kind == "lesson"


def test_a_lesson_begun_is_gone_on_with_and_one_a_day_is_enough(person: Person) -> None:
    person.records.put(LessonPlace("cues", 2))
    assert (person.next.id, person.next.lesson and person.next.lesson.step) == ("cues", 2)
    person.records.put(LessonPlace("cues", 99))
    lesson = person.next.lesson
    assert lesson is not None
    cues = LIBRARY.lessons.get("cues")
    assert cues is not None
    assert lesson.step == len(cues.steps) - 1
    person.read("cues").later(days=1).did("week-1-day-1").at(13)
    person.decide(Decided.DONE_ELSEWHERE, "daily-stretch")
    assert person.kind == "lesson"
    person.read("first-five-minutes")
    today = person.today
    assert today.next.kind is NextKind.NOTHING
    assert today.learn is not None
    assert today.learn.id == "when-not-to"


def test_small_things_are_ticked_here_and_elsewhere_and_that_is_taken_back(
    person: Person,
) -> None:
    plan = PlanSettings(thing="laundry")
    person.settings = PersonSettings(plan=plan)
    nothing = dict.fromkeys(("morning-ten", "daily-stretch", PICK_UPS, "evening-ten"), False)
    assert small(person) == {}  # before anything was practised one thing is enough
    person.did("week-1-day-1").later(days=1)
    assert small(person) == nothing
    person.did("morning-ten", sets=0)
    assert small(person) == nothing  # skipped is not done
    person.did("morning-ten", sets=1).decide(Decided.DONE_ELSEWHERE, PICK_UPS)
    assert small(person) == nothing | {"morning-ten": True, PICK_UPS: True}
    pick_ups = person.today.small[2]
    assert (pick_ups.title, pick_ups.done_at, pick_ups.routine) == ("laundry", person.now, None)
    person.records.put(taken_back(*pick_ups.ticks))
    assert small(person) == nothing | {"morning-ten": True}
    assert small(person.later(days=1)) == nothing


@pytest.mark.parametrize(
    ("yes", "support", "opened"),
    [((), False, True), (("balance",), True, True), (("balance",), False, False),
     (("sciatica",), False, False)],
)  # fmt: skip
def test_where_practice_is_closed_none_is_offered(
    person: Person, yes: tuple[str, ...], support: bool, opened: bool
) -> None:
    person.read("first-five-minutes").did("morning-ten").later(days=1).stop_midway()
    person.answer_safety(*yes, support=support)
    assert person.kind == ("unfinished" if opened else "lesson")
    assert bool(person.today.small) is opened
    assert person.today.gate.is_open is opened


def test_the_persons_numbers_and_substitutes_count(person: Person) -> None:
    person.read("first-five-minutes").later(days=1).decide(Decided.STARTED_AT, "week-3-day-1")
    usual = person.next
    assert usual.seconds is not None
    person.settings = PersonSettings(
        exercises={"single-leg-stand": ExerciseSettings(hold_s=10)},
        plan=PlanSettings(without=["band-hinge", "chest-weight-hinge"]),
    )
    thing = person.next
    assert thing.seconds is not None
    assert thing.seconds < usual.seconds
    assert set(thing.equipment) == {
        "a bare stretch of wall", "a full water bottle or a heavy book",
        "a wall or a chair within reach",
    }  # fmt: skip


def test_what_was_felt_last_time_is_known_until_the_next_session(person: Person) -> None:
    person.did("week-1-day-1")
    person.records.put(Feedback("run-1", person.now, person.now, Felt.HAMSTRINGS))
    assert person.later(days=1).did("morning-ten").today.felt is Felt.HAMSTRINGS
    assert person.later(days=1).did("week-1-day-2").today.felt is None


def test_where_it_hurt_the_small_things_wait_too(person: Person) -> None:
    person.did("week-1-day-1")
    pain = Feedback("run-1", person.now, person.now, pain=True, pain_level=6)
    person.records.put(pain)
    assert (person.kind, small(person)) == ("care", {})


def test_nothing_is_asked_of_someone_who_stopped_after_the_course(person: Person) -> None:
    person.read().later(days=1).did("week-6-day-3").later(days=3)
    today = person.today
    assert today.course.asks_after
    assert today.small
    person.decide(Decided.AFTER, "stop")
    today = person.today
    assert (today.next.kind, today.small) == (NextKind.NOTHING, ())
    person.decide(Decided.AFTER, "keep-it")
    assert person.next.id == "morning-ten"  # the last session was one of this week
    assert person.later(days=4).next.id == "this-week"


def test_the_short_version_of_a_session_that_was_drawn_is_a_part_of_it(person: Person) -> None:
    person.read().later(days=1).did("week-6-day-3").decide(Decided.AFTER, "keep-it")
    offered = set()
    for _ in range(12):
        thing = person.later(days=7).next
        assert thing.routine is not None
        drawn = {one.exercise for one in thing.routine.items}
        short = {one.exercise for one in thing.short.items} if thing.short else set()
        assert short == drawn & {"dumbbell-deadlift"}
        offered.add(bool(short))
        person.decide(Decided.DONE_ELSEWHERE, "this-week")
    assert offered == {True, False}


def test_a_deleted_session_is_due_again(person: Person) -> None:
    person.read().later(days=1).did("week-1-day-1")
    assert person.today.course.done == 1
    ids = [f"s{number}" for number in range(1, 4)]
    sets = [one.id for own_id in ids for one in person.records.sets_of(own_id)]
    person.records.put(
        Correction(
            (
                *(Row(RecordTable.SET, one, None) for one in sets),
                *(Row(RecordTable.SESSION, one, None) for one in ids),
            )
        )
    )
    assert person.today.course.done == 0
    assert person.next.id == "week-1-day-1"


def test_decisions_stay_in_the_order_they_were_made_and_outlive_the_program(
    person: Person, tmp_path: Path
) -> None:
    person.decide(Decided.STARTED_AT, "week-3-day-1").later(days=-2)
    person.decide(Decided.STARTED_AT, "week-2-day-1")
    assert [one.about for one in person.records.decisions("six-weeks")] == [
        "week-3-day-1", "week-2-day-1",
    ]  # fmt: skip
    assert person.records.decisions("another") == []
    person.records.flush(60)
    with closing(Records.open(tmp_path / "records.sqlite3")) as again:
        assert again.decisions("six-weeks") == person.records.decisions("six-weeks")


def test_the_total_is_that_of_all_sets(person: Person) -> None:
    person.did("week-1-day-1").did("morning-ten", sets=1)
    total = person.records.total()
    assert (total.sets, total.reps, total.seconds) == (10, 100, 500.0)


def test_a_pain_pauses_all_but_what_can_be_learnt_until_it_is_settled(person: Person) -> None:
    person.read("first-five-minutes").later(days=1).answer_safety()
    pain = Feedback("r", person.now, person.now, pain=True, pain_level=2)
    person.records.put(pain)
    today = person.today
    assert (today.next.kind, today.gate.unsettled) == (NextKind.CARE, None)
    assert today.gate.until is not None
    assert today.learn is not None
    gate = person.later(days=3).today.gate
    assert gate.unsettled is not None
    assert (person.kind, gate.unsettled.run, gate.until) == ("care", "r", None)
    person.records.put(replace(pain, settled=True))
    assert (person.kind, person.next.id) == ("session", "week-1-day-1")


def test_with_support_alone_what_leaves_no_hand_free_is_not_offered(person: Person) -> None:
    person.read("first-five-minutes").later(days=1).answer_safety("balance", support=True)
    hand_free = {name for name, one in LIBRARY.exercises.items() if one.cues.hold_on}
    today = person.today
    assert today.next.routine is not None
    needed = {item.exercise for item in today.next.routine.items} & hand_free
    assert set(today.next.equipment) == {LIBRARY.exercises[name].equipment for name in needed}
    for one in today.small:
        assert one.routine is None or {item.exercise for item in one.routine.items} & hand_free
