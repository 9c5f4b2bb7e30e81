"""What was recorded is corrected, deleted and brought back, on the disk and before it is there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from app.records.corrections import ChangeKind, Corrections
from app.records.feedback import Feedback, Felt, PainNoteDismissed, PainPlace
from app.records.model import Day, Entry, Outcome, Record, SessionEnd, SessionRecord
from app.records.practised import PractisedSession
from app.records.queries import Queries
from app.records.records import Records
from app.records.writing import write
from tests.helpers.patience import HANG_S
from tests.helpers.records import MORNING, ShakyStore, a_set
from tests.records.test_in_progress import in_progress

DAY = MORNING.date()
TABLES = ("session", "performed", "feedback", "running")


class World:
    """Records of one morning; what is corrected is asked of `made`."""

    def __init__(self, path: Path) -> None:
        self.now = MORNING + timedelta(hours=1)
        self.store = ShakyStore(path)
        self.records = Records(self.store, now=lambda: self.now, retry_s=HANG_S)
        self.made = Corrections(self.records)

    def practise(self, run: str = "r1", *exercises: str, at: datetime = MORNING) -> None:
        """Do two sets of each exercise, and end them."""
        for exercise in exercises or ("wall-touches",):
            session = f"{run}-{exercise}"
            self.records.put(
                SessionRecord(session, exercise, 2, at, run, "week-1-day-1", "six-weeks", "Title")
            )
            for number in (1, 2):
                self.records.put(a_set(number, session_id=session, exercise=exercise, at=at))
            self.records.put(SessionEnd(session, Outcome.FINISHED, at + timedelta(minutes=5)))

    def session(self, number: int = 0) -> PractisedSession:
        return self.records.sessions_on(DAY)[number]

    def rows(self, *, times: bool = False) -> list[list[tuple[object, ...]]]:
        """Return all rows that can be corrected as they stand on the disk."""
        assert self.records.flush(HANG_S)
        return dump(self.store, times=times)

    def pain(self) -> Feedback | None:
        noted = [one for one in self.records.pains() if not one.dismissed]
        return noted[-1].given if noted else None

    def deleted(self) -> set[tuple[str, str]]:
        assert self.records.flush(HANG_S)
        with closing(self.store.connect()) as connection:
            return set(connection.execute("SELECT kind, id FROM deleted"))


def dump(store: ShakyStore, *, times: bool = False) -> list[list[tuple[object, ...]]]:
    with closing(store.connect()) as connection:
        found = []
        for table in TABLES:
            names = [
                name
                for (name,) in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))
                if times or name != "changed_ms"
            ]
            found.append(
                sorted(connection.execute(f"SELECT {', '.join(names)} FROM {table}"), key=str)
            )
        return found


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path / "records.sqlite3")
    yield made
    made.records.close()


def delete_last_sets(world: World) -> None:
    for _ in range(2):
        world.made.delete_set(world.session().sets[-1])


def correct(world: World) -> None:
    old = world.session().sets[0]
    world.made.correct_set(old, replace(old, reps_done=7, seconds=33.5, finished=False))


def take_pain_back(world: World) -> None:
    session = world.session()
    assert session.answers is not None
    world.made.correct_answers(session, replace(session.answers, pain=False, felt=Felt.THIGHS))


def answer_anew(world: World) -> None:
    session = world.session(1)
    assert session.answers is None
    world.made.correct_answers(session, Feedback("-", MORNING, pain=True, effort=3))


def say_more_of_the_pain(world: World) -> None:
    session = world.session()
    assert session.answers is not None
    said = replace(
        session.answers, pain_level=3, pain_place=PainPlace.HIP, pain_signs=False, settled=True
    )
    world.made.correct_answers(session, said)
    assert world.session().answers == said


CHANGES: dict[str, Callable[[World], None]] = {
    "a set corrected": correct,
    "a set deleted": lambda world: world.made.delete_set(world.session().sets[0]),
    "all sets deleted": delete_last_sets,
    "a session deleted": lambda world: world.made.delete_session(world.session()),
    "a row of exercises deleted": lambda world: world.made.delete_session(world.session(1)),
    "answers corrected": take_pain_back,
    "answers given": answer_anew,
    "a pain described": say_more_of_the_pain,
}


@pytest.mark.parametrize("waiting", [False, True], ids=["on the disk", "still waiting"])
@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_read_at_once_and_undone_to_the_last_value(
    world: World, change: str, waiting: bool
) -> None:
    world.practise()
    world.records.put(Feedback("r1", MORNING, MORNING, pain=True))
    world.records.put(in_progress("r1", MORNING))
    world.practise("r2", "slow-motion", "wall-touches", at=MORNING + timedelta(hours=2))
    before, shown = world.rows(), world.records.sessions_on(DAY)
    if waiting:
        world.store.ready.clear()
    CHANGES[change](world)
    read = world.records.sessions_on(DAY)
    assert read != shown
    world.store.ready.set()
    assert world.rows() != before
    assert world.records.sessions_on(DAY) == read
    while world.made.undo():
        pass
    assert world.records.sessions_on(DAY) == shown
    assert world.rows() == before
    assert world.deleted() <= {("feedback", "r2")}
    assert world.records.sessions_on(DAY) == shown


def test_totals_follow_everywhere(world: World) -> None:
    world.practise()
    correct(world)
    entry = Entry("wall-touches", 1, 17, 83.5)
    assert world.records.today(DAY) == Day(DAY, (entry,))
    assert world.records.days(9) == [Day(DAY, (entry,))]
    world.made.delete_set(world.session().sets[0])
    assert world.records.today(DAY).entries == (Entry("wall-touches", 1, 10, 50.0),)
    assert [row[1] for row in world.rows()[0]] == ["wall-touches"]
    world.made.delete_set(world.session().sets[0])
    assert world.records.days(9) == []
    assert world.records.history(9) == []
    assert world.rows()[0] == []  # so no day of the programme is done by it
    assert world.deleted() == {
        ("performed", "r1-wall-touches-1"),
        ("performed", "r1-wall-touches-2"),
        ("session", "r1-wall-touches"),
    }
    world.made.undo()
    assert world.records.today(DAY).entries == (Entry("wall-touches", 1, 10, 50.0),)
    assert world.deleted() == {("performed", "r1-wall-touches-1")}


def test_a_session_goes_with_its_answers_and_is_not_offered_to_be_gone_on_with(
    world: World,
) -> None:
    world.practise("r1", "slow-motion", "wall-touches")
    # Begun, but stopped before anything was done.
    world.records.put(SessionRecord("r1-empty", "leg-stand", 2, MORNING, "r1"))
    world.records.put(Feedback("r1", MORNING, MORNING, pain=True))
    world.records.put(in_progress("r1", MORNING))
    world.made.delete_session(world.session())
    change = world.made.latest
    assert change is not None
    assert (change.kind, change.key, change.exercises, change.count) == (
        ChangeKind.SESSION_DELETED, "r1", ("slow-motion", "wall-touches"), 4,
    )  # fmt: skip
    assert world.rows() == [[], [], [], []]
    assert world.pain() is None
    assert {kind for kind, _ in world.deleted()} == set(TABLES)


def test_a_pain_outlives_the_last_set_and_stands_with_its_day(world: World) -> None:
    world.practise()
    world.records.put(Feedback("r1", MORNING, MORNING, pain=True))
    delete_last_sets(world)
    ((day, answers),) = world.records.history(9)
    assert (day, [one.pain for one in answers]) == (Day(DAY, ()), [True])
    (session,) = world.records.sessions_on(DAY)
    assert (session.sets, session.exercises) == ((), ())
    world.made.delete_session(session)
    assert world.records.history(9) == []
    assert world.pain() is None


def test_a_session_over_midnight_stands_on_the_day_it_began_and_is_deleted_whole(
    world: World,
) -> None:
    late = datetime(2026, 11, 23, 23, 59, tzinfo=UTC)
    world.records.put(SessionRecord("s1", "wall-touches", 2, late, "r1"))
    for number in (1, 2):
        world.records.put(a_set(number, at=late + timedelta(minutes=2 * (number - 1))))
    asked = late + timedelta(minutes=9)
    world.records.put(Feedback("r1", asked, asked, felt=Felt.THIGHS))
    (evening,) = world.records.sessions_on(late.date())
    assert len(evening.sets) == 2
    assert evening.answers == Feedback("r1", asked, asked, Felt.THIGHS)
    assert world.records.sessions_on(asked.date()) == []
    world.made.delete_session(evening)
    assert world.rows() == [[], [], [], []]


def test_records_that_were_never_asked_get_the_day_of_their_session(world: World) -> None:
    world.practise()
    end = world.session().sets[-1].ended_at
    world.now = MORNING + timedelta(days=30)
    answer = Feedback("r1", world.now, pain=True)
    world.made.correct_answers(world.session(), answer)
    assert world.session().answers == Feedback("r1", end, end, pain=True)
    # So it uses up no other day's question, and nobody is reminded of an old pain as a new one.
    assert not world.records.was_asked(world.now.date())
    assert world.pain() == world.session().answers
    world.made.correct_answers(world.session(), Feedback("r1", MORNING))
    assert world.session().answers is None
    assert world.records.feedback(date.min) == {}


def test_a_pain_that_is_noted_again_is_reminded_of_again(world: World) -> None:
    world.practise()
    pain = Feedback("r1", MORNING, MORNING, pain=True)
    for record in (pain, PainNoteDismissed("r1"), pain):
        world.records.put(record)
    assert world.pain() is None
    for given_ in (replace(pain, effort=3), replace(pain, pain=False), pain):
        world.made.correct_answers(world.session(), given_)
    assert world.pain() == pain
    for record in (PainNoteDismissed("r1"), replace(pain, pain=False), pain):
        world.records.put(record)
    assert world.pain() == pain


def test_a_correction_is_later_than_what_it_corrects_by_any_clock(world: World) -> None:
    world.practise()
    world.now = MORNING - timedelta(days=400)
    stamps = []
    for change in (correct, CHANGES["a set deleted"], World.rows):
        change(world)
        stamps.append(stamp_of(world, "r1-wall-touches-1"))
    world.made.undo()
    stamps.append(stamp_of(world, "r1-wall-touches-1"))
    assert stamps == [stamps[0] + after for after in (0, 1, 1, 2)]
    assert stamps[0] > round((MORNING + timedelta(hours=1)).timestamp() * 1000)
    assert world.deleted() == set()


def stamp_of(world: World, set_id: str) -> int:
    assert world.records.flush(HANG_S)
    with closing(world.store.connect()) as connection:
        ((stamp,),) = connection.execute(
            "SELECT changed_ms FROM performed WHERE id = :id"
            " UNION ALL SELECT changed_ms FROM deleted WHERE id = :id",
            {"id": set_id},
        ).fetchall()
        return int(stamp)


@pytest.mark.parametrize("change", CHANGES)
def test_the_last_correction_written_twice_is_the_same_once(world: World, change: str) -> None:
    """The writer does so where it cannot know whether the disk took it."""
    world.practise()
    world.records.put(Feedback("r1", MORNING, MORNING, pain=True))
    world.practise("r2", "slow-motion", at=MORNING + timedelta(hours=2))
    put: list[Record] = []
    world.records.subscribe(lambda record: put.append(record) if record is not None else None)
    CHANGES[change](world)
    before = world.rows(times=True)
    with closing(world.store.connect()) as connection:
        write(connection, put[-1], world.now)
    assert world.rows(times=True) == before


def test_nothing_changed_is_nothing_to_undo(world: World) -> None:
    world.practise()
    done = world.session().sets[0]
    world.made.correct_set(done, replace(done, reps_planned=7))
    world.made.correct_answers(world.session(), Feedback("r1", MORNING))
    assert world.made.latest is None
    assert world.made.undo() is None
    correct(world)
    world.made.forget()
    assert world.made.undo() is None


def test_what_cannot_be_is_refused_and_changes_nothing(world: World) -> None:
    world.practise()
    session = world.session()
    world.made.delete_session(session)
    world.made.correct_set(session.sets[0], replace(session.sets[0], reps_done=1))
    with pytest.raises(ValueError, match="expected one with a run"):
        world.made.correct_answers(session._replace(run=None), Feedback("r1", MORNING))
    world.made.undo()
    assert world.session() == session


def test_a_session_that_is_gone_on_with_after_it_was_deleted_is_no_longer_deleted(
    world: World,
) -> None:
    world.practise()
    world.made.delete_session(world.session())
    world.records.put(a_set(3, session_id="r1-wall-touches"))
    world.records.put(Feedback("r1", MORNING))
    assert {kind for kind, _ in world.deleted()} == {"performed"}


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    picks=st.lists(st.tuples(st.sampled_from([*CHANGES, "undo"]), st.integers(0, 3)), max_size=8)
)
def test_writing_all_of_it_again_changes_nothing(
    world: World, picks: list[tuple[str, int]]
) -> None:
    with closing(world.store.connect()) as connection:
        for table in ("deleted", "running", "feedback", "performed", "session"):
            connection.execute(f"DELETE FROM {table}")
    put: list[tuple[Record, datetime]] = []
    listen = world.records.subscribe(
        lambda record: put.append((record, world.now)) if record is not None else None
    )
    world.practise()
    world.records.put(Feedback("r1", MORNING, MORNING, pain=True))
    world.practise("r2", "slow-motion", at=MORNING + timedelta(hours=2))
    for name, seconds in picks:
        world.now += timedelta(seconds=seconds - 1)
        # What the last change took away cannot be changed again.
        try:
            CHANGES[name](world) if name != "undo" else world.made.undo()
        except (IndexError, AssertionError):
            continue
    listen()
    rows, deleted = world.rows(), world.deleted()
    with closing(world.store.connect()) as connection:
        for record, at in put:
            write(connection, record, at)
    assert (world.rows(), world.deleted()) == (rows, deleted)


def test_an_opened_day_is_found_by_indexes_alone(world: World) -> None:
    """However many sessions there are, only those of the day are read."""
    asked: list[tuple[str, tuple[object, ...]]] = []

    def rows(statement: str, *values: object) -> list[tuple[object, ...]]:
        asked.append((statement, values))
        return []

    Queries(rows).sessions_on(DAY)
    with closing(world.store.connect()) as connection:
        plans = [
            str(step[-1])
            for statement, values in asked
            for step in connection.execute(f"EXPLAIN QUERY PLAN {statement}", values)
        ]
    assert len(asked) == 2
    assert not [step for step in plans if step.startswith("SCAN")], plans
