from __future__ import annotations

from collections.abc import Sequence

import msgspec
import pytest

from app.practice.choice import Choice
from app.practice.events import (
    Event,
    Paused,
    PauseReason,
    Resumed,
    ResumeStarted,
    SessionFinished,
)
from app.practice.exercise import Exercise, Tempo
from app.practice.narrator import Narrator, counted
from app.practice.session import Session
from app.practice.timeline import Part, Plan, build_plan, build_session
from app.practice.utterance import Priority, Spoken, Utterance
from tests.helpers.clock import ManualClock, play


def utterances(plan: Plan, events: Sequence[Event] | None = None) -> list[Utterance]:
    if events is None:
        session = Session(plan)
        events = session.start(0) + play(session, ManualClock())
    narrator = Narrator(plan)
    return [said for event in events if (said := narrator.take(event)) is not None]


def first(said: Utterance) -> str:
    """Write the fullest form: the message with its numbers and the words of the exercise."""
    line = said.forms[0]
    words = [line.texts.get("halfway"), line.texts.get("cue"), *map(str, line.numbers.values())]
    return f"{said.at:g} {line.message} {' / '.join(word for word in words if word)}".strip()


def test_a_session_by_ear(exercises: dict[str, Exercise]) -> None:
    exercise = exercises["wall-touches"]
    cues = exercise.cues
    plan = build_plan(exercise, Choice.of(exercise, sets=2, reps=2))
    one_set = [
        (0, f"cue-rep {cues.down} / 1"),
        (2, f"cue {cues.hold}"),
        (3, f"cue {cues.up}"),
        (5, f"cue {cues.last}"),
        (7, f"cue {cues.hold}"),
        (8, f"cue {cues.up}"),
    ]
    assert list(map(first, utterances(plan))) == [
        f"0 cue {cues.prepare}",
        *(f"{10 + at} {text}" for at, text in one_set),
        f"20 cue {cues.rest}",
        "62 set 2 / 2",
        *(f"{65 + at} {text}" for at, text in one_set),
        f"75 cue {cues.done}",
    ]


def test_a_session_that_was_skipped_through_is_not_called_done(
    exercises: dict[str, Exercise],
) -> None:
    exercise = exercises["wall-touches"]
    plan = build_plan(exercise, Choice.of(exercise, sets=1, reps=1))
    session, now = Session(plan), 0.0
    events = session.start(now)
    for _ in range(2):
        events += session.skip(now)
        now += 3
        events += session.advance(now)
    assert isinstance(events[-1], SessionFinished)
    said = map(first, utterances(plan, events))
    assert not any(exercise.cues.done in one for one in said)


def test_never_two_for_one_moment(exercises: dict[str, Exercise]) -> None:
    for exercise in exercises.values():
        times = [said.at for said in utterances(build_plan(exercise, Choice.of(exercise)))]
        assert len(set(times)) == len(times), exercise.id


def test_before_set_one_every_exercise_says_where_to_look(exercises: dict[str, Exercise]) -> None:
    for exercise in exercises.values():
        said = utterances(build_plan(exercise, Choice.of(exercise)))[0]
        assert said.at == 0
        for form in said.forms[:-1]:
            assert form.texts["cue"].endswith("Look at the floor ahead of you.")
        assert said.forms[-1].message is Spoken.FLOOR
        lengths = [len(form.texts.get("cue", "")) for form in said.forms]
        assert lengths == sorted(lengths, reverse=True)


def test_halfway_is_said_with_the_part_that_begins(exercises: dict[str, Exercise]) -> None:
    exercise = exercises["wall-touches"]
    half = exercise.cues.halfway
    for reps, expected in (
        (4, f"20 halfway-cue-rep {half} / {exercise.cues.down} / 3"),
        (5, f"23 halfway-cue {half} / {exercise.cues.up}"),
    ):
        plan = build_plan(exercise, Choice.of(exercise, sets=1, reps=reps))
        (said,) = [u for u in utterances(plan) if "halfway" in first(u)]
        assert first(said) == expected


@pytest.mark.parametrize(("hold", "begins", "follows"), [(1, "hold", "up"), (0, "up", "top")])
def test_a_repetition_that_does_not_begin_on_the_way_down_is_counted_where_it_begins(
    exercises: dict[str, Exercise], hold: float, begins: str, follows: str
) -> None:
    tempo = Tempo(down=0, hold=hold, up=2, top=1)
    exercise = msgspec.structs.replace(exercises["slow-motion"], tempo=tempo)
    plan = build_plan(exercise, Choice.of(exercise, sets=1, reps=2))
    said = [first(u).split(" ", 1)[1] for u in utterances(plan)]
    cues = msgspec.structs.asdict(exercise.cues)
    assert said[1:3] == [f"cue-rep {cues[begins]} / 1", f"cue {cues[follows]}"]


def test_a_hold_on_both_sides_by_ear(exercises: dict[str, Exercise]) -> None:
    exercise = exercises["single-leg-stand"]
    cues = exercise.cues
    plan = build_plan(exercise, Choice.of(exercise, sets=1, hold_s=30, switch_s=8))
    said = utterances(plan)
    assert list(map(first, said)) == [
        f"0 cue {cues.prepare}",
        f"10 cue {cues.hold_left}",
        f"25 cue {cues.halfway}",
        f"35 cue {cues.last}",
        f"40 cue {cues.switch}",
        f"48 cue {cues.hold_right}",
        f"63 cue {cues.halfway}",
        f"73 cue {cues.last}",
        f"78 cue {cues.done}",
    ]
    assert [u.priority for u in said[1:4]] == [Priority.CUE, Priority.NOTE, Priority.NOTE]
    assert [u.until for u in said] == [10, 40, 40, 40, 48, 78, 78, 78, None]


def test_the_next_exercise_is_named_with_what_it_needs(exercises: dict[str, Exercise]) -> None:
    parts = [
        Part(exercises[name], Choice.of(exercises[name], sets=sets, reps=1))
        for name, sets in (("wall-touches", 1), ("broomstick-hinge", 2))
    ]
    said = utterances(build_session(parts, "A day"))
    (change,) = [u for u in said if u.forms[0].message is Spoken.NEXT_NEEDS]
    assert change.forms[0].texts == {
        "exercise": "Broomstick hinges",
        "equipment": exercises["broomstick-hinge"].equipment,
        "cue": exercises["broomstick-hinge"].cues.prepare,
    }
    assert change.until == change.at + 30 - 3
    assert first(said[said.index(change) + 1]) == f"{change.at + 27:g} set 1 / 2"


def test_a_rest_is_said_from_its_beginning_and_over_before_the_countdown(
    exercises: dict[str, Exercise],
) -> None:
    exercise = exercises["wall-touches"]
    plan = build_plan(exercise, Choice.of(exercise, sets=2, reps=1, rest_s=30))
    (rest,) = [u for u in utterances(plan) if u.forms[0].texts.get("cue") == exercise.cues.rest]
    assert rest.until == rest.at + 27
    assert [form.texts.get("cue") for form in rest.forms][-2:] == ["Rest", None]


def test_at_ones_own_pace_nothing_has_to_be_over(exercises: dict[str, Exercise]) -> None:
    exercise = exercises["wall-touches"]
    plan = build_plan(exercise, Choice.of(exercise, sets=1, reps=2, own_pace=True))
    session, clock = Session(plan), ManualClock()
    events = session.start(0) + play(session, clock, 10) + session.rep_done(clock.wait(9))
    said = utterances(plan, events)
    assert list(map(first, said[1:])) == [
        f"10 cue-rep {exercise.cues.down} / 1",
        f"19 cue {exercise.cues.last}",
    ]
    assert [u.until for u in said[1:]] == [None, None]


def test_a_pause_and_a_jump_are_said(exercises: dict[str, Exercise]) -> None:
    exercise = exercises["wall-touches"]
    plan = build_plan(exercise, Choice.of(exercise, sets=2, reps=4))
    session, clock = Session(plan), ManualClock()
    session.start(0)
    play(session, clock, 13)
    events = session.pause(13) + session.resume(14) + session.skip(15) + session.skip(16)
    said = [first(u) for u in utterances(plan, events)]
    # The countdown that comes with the jump does not name the set a second time.
    assert said == ["13 paused", "14 get-ready", f"15 cue {exercise.cues.rest}", "16 set 2 / 2"]
    assert utterances(plan, [Paused(1.0, PauseReason.GAP), Resumed(2.0)]) == []


def test_the_countdown_out_of_a_pause_names_no_set(exercises: dict[str, Exercise]) -> None:
    exercise = exercises["wall-touches"]
    plan = build_plan(exercise, Choice.of(exercise, sets=2, reps=1))
    session, clock = Session(plan), ManualClock()
    before = session.start(0) + play(session, clock, 20)
    events = session.pause(20) + session.resume(21)
    assert isinstance(events[1], ResumeStarted)
    events += play(session, clock)
    # It went on 4 s later than planned; the rest's own countdown names the set again.
    heard = [first(u) for u in utterances(plan, [*before, *events])]
    assert heard[heard.index("20 paused") :][:3] == ["20 paused", "21 get-ready", "61 set 2 / 2"]


@pytest.mark.parametrize("seconds", [1, 3])
def test_a_counted_second_gives_way_to_everything(seconds: int) -> None:
    said = counted(5.0, seconds)
    assert (said.priority, said.until) == (min(Priority), 6.0)
    assert said.forms[0].numbers == {"seconds": seconds}
