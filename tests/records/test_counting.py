"""Whatever is done in sessions, the end of each, the stored sets and Progress say the same."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import cast

from hypothesis import given, settings
from hypothesis import strategies as st

from app.practice.choice import Choice
from app.practice.session import Session
from app.practice.timeline import Part, Plan, build_session
from app.practice.transitions import IllegalCommandError, State
from app.records.model import SessionRecord, SetRecord
from app.records.records import Records
from app.records.session_log import SessionLog, Summary
from app.records.tally import Tally, tally
from app.records.unfinished import find_unfinished
from tests.helpers.memory import RecordsInMemory
from tests.helpers.patience import examples
from tests.helpers.records import MORNING
from tests.helpers.session_process import read_all_exercises

EXERCISES = read_all_exercises()


def stored(disk: RecordsInMemory) -> list[SetRecord]:
    return [one for session in disk.session_ids() for one in disk.sets_of(session)]


def shown(disk: RecordsInMemory) -> Tally:
    """Return what Progress shows in all."""
    entries = [entry for day in disk.days(99) for entry in day.entries]
    return Tally(
        sum(entry.sets for entry in entries),
        sum(entry.reps for entry in entries),
        round(sum(entry.seconds for entry in entries), 3),
    )


class Learner:
    """Practises, by a wall clock that begins at `begun`."""

    def __init__(self, plan: Plan, begun: datetime) -> None:
        self.plan, self.begun, self.now = plan, begun, 0.0
        self.disk = RecordsInMemory()
        self.session: Session | None = None
        self.log: SessionLog | None = None
        self.summary: Summary | None = None

    def wall(self) -> datetime:
        return self.begun + timedelta(seconds=self.now)

    def do(self, verb: str, seconds: float) -> None:
        self._pass(seconds)
        match verb:
            case "start" if self.session is None:
                self._lead(goes_on=False)
            case "go on" if self.session is None:
                self._lead(goes_on=True)
            case "kill":
                self.disk.lose(min(round(seconds) % 3, len(self.disk.put_so_far)))
                self.session = self.log = self.summary = None
            case "start" | "go on" | "wait":
                pass
            case _:
                self._take(verb)

    def _lead(self, *, goes_on: bool) -> None:
        found = find_unfinished(self.disk, EXERCISES, self.wall()) if goes_on else None
        if goes_on and found is None:
            return
        plan = found.plan if found else self.plan
        self.summary = None
        self.session = Session(plan, found.performed if found else ())
        self.log = SessionLog(plan, cast("Records", self.disk), self.wall, found)
        self.log.begin()
        self._take("start")

    def _pass(self, seconds: float) -> None:
        until = self.now + seconds
        while self.session and (due := self.session.next_boundary(self.now)) is not None:
            if due > until:
                break
            self.now = due
            self._take("advance")
        self.now = until
        self._take("advance")

    def _take(self, verb: str) -> None:
        if self.session is None or self.log is None:
            return
        try:
            events = getattr(self.session, verb)(self.now)
        except IllegalCommandError:
            return
        self.log.take(events, self.now)
        if self.session.state in (State.FINISHED, State.STOPPED):
            self.summary, self.session, self.log = self.log.summary, None, None


def a_part(name: str, sets: int, own_pace: bool) -> Part:
    exercise = EXERCISES[name]
    reps = None if exercise.reps is None else 2
    hold = 6 if reps is None else None
    choice = Choice.of(
        exercise, sets=sets, reps=reps, hold_s=hold, rest_s=5, prepare_s=3, own_pace=own_pace,
    )  # fmt: skip
    return Part(exercise, choice)


plans = st.lists(
    st.builds(
        a_part,
        st.sampled_from(["wall-touches", "single-leg-stand", "hamstring-stretch"]),
        st.integers(1, 3),
        st.booleans(),
    ),
    min_size=1,
    max_size=3,
).map(lambda parts: build_session(parts, "A day", change_s=4))
VERBS = ["start", "go on", "go on", "stop", "kill", "skip", "back", "repeat", "pause", "resume"]
steps = st.tuples(
    st.sampled_from([*VERBS, *["wait"] * 6, *["rep_done"] * 3]), st.floats(0, 25, allow_nan=False)
)


@settings(max_examples=examples(150))
@given(plan=plans, script=st.lists(steps, max_size=40), hours=st.sampled_from([0, 15.99]))
def test_there_is_one_way_of_counting(
    plan: Plan, script: Sequence[tuple[str, float]], hours: float
) -> None:
    learner = Learner(plan, MORNING + timedelta(hours=hours))
    for verb, seconds in [("start", 0.0), *script, ("resume", 0.0), ("wait", 40.0), ("stop", 0.0)]:
        learner.do(verb, seconds)
        if learner.summary is not None:
            check(learner.disk, learner.summary, learner.wall())


def check(disk: RecordsInMemory, summary: Summary, now: datetime) -> None:
    """Compare the end of the session that is over with what is stored and what is shown."""
    runs = {one.session_id: one.run for one in disk.put_so_far if isinstance(one, SessionRecord)}
    sets = stored(disk)
    assert summary.done == tally(one for one in sets if runs[one.session_id] == summary.run)
    assert shown(disk) == tally(sets)
    keys = [(one.session_id, one.performance) for one in sets]
    assert len(set(keys)) == len(keys)
    assert (find_unfinished(disk, EXERCISES, now, summary.run) is None) == summary.finished
    # No session is two days.
    assert len(disk.days(99)) <= len(set(runs.values()))
