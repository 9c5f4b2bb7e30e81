from __future__ import annotations

import msgspec
import pytest

from app.practice.choice import Choice
from app.practice.events import PauseReason
from app.practice.exercise import Cues, Exercise, PartNames, Tempo
from app.practice.session import Session
from app.practice.timeline import Part, PhaseKind, Place, Plan, build_plan, build_session
from app.ui.dates import duration
from app.ui.practice.session_texts import Accent, amount, shown_at, tempo
from tests.helpers.session_process import read_all_exercises

CUES = Cues(
    prepare="Get set.",
    down="Back",
    hold="There",
    up="Forward",
    top="Tall",
    halfway="Half",
    last="Last one",
    rest="Rest. Step away.",
    done="Done.",
)
EXERCISE = Exercise(
    id="x",
    title="X",
    summary="x",
    movement="hinge",
    sets=2,
    reps=2,
    tempo=Tempo(down=2, hold=1, up=2),
    rest_s=120,
    equipment="x",
    place="x",
    cues=CUES,
)
CHOICE = Choice.of(EXERCISE, prepare_s=10)


def at(seconds: float, plan: Plan | None = None) -> Session:
    session = Session(plan or build_plan(EXERCISE, CHOICE))
    session.start(0)
    for tick in range(int(seconds)):
        session.advance(tick)
    session.advance(seconds)
    return session


@pytest.mark.parametrize(
    ("seconds", "headline", "word", "cue", "digits", "following"),
    [
        (0, "Set 1 of 2", "", "Get set.", "10", "Next: set 1 of 2"),
        (0.4, "Set 1 of 2", "", "Get set.", "10", "Next: set 1 of 2"),
        (7.5, "Set 1 of 2", "Get ready", "Back", "3", "Next: set 1 of 2"),
        (10, "Rep 1 of 2 · Set 1 of 2", "Down", "Back", "2", "Next: Hold"),
        (11.5, "Rep 1 of 2 · Set 1 of 2", "Down", "Back", "1", "Next: Hold"),
        (12, "Rep 1 of 2 · Set 1 of 2", "Hold", "There", "1", "Next: Up"),
        (13, "Rep 1 of 2 · Set 1 of 2", "Up", "Forward", "2", "Next: Down"),
        (15, "Rep 2 of 2 · Set 1 of 2", "Down", "Last one", "2", "Next: Hold"),
        (19, "Rep 2 of 2 · Set 1 of 2", "Up", "Forward", "1", "Next: rest, 2 min"),
        (20, "Rest after set 1 of 2", "", "Rest. Step away.", "2:00", "Next: set 2 of 2"),
        (41, "Rest after set 1 of 2", "", "Rest. Step away.", "99", "Next: set 2 of 2"),
        (138, "Rest after set 1 of 2", "Get ready", "Back", "2", "Next: set 2 of 2"),
        (149, "Rep 2 of 2 · Set 2 of 2", "Up", "Forward", "1", "Next: finished"),
    ],
)
def test_what_is_said_in_the_course_of_a_session(
    seconds: float, headline: str, word: str, cue: str, digits: str, following: str
) -> None:
    session = at(seconds)
    shown = shown_at(session.moment(seconds))
    assert (shown.headline, shown.word, shown.cue) == (headline, word, cue)
    assert (shown.digits, shown.following) == (digits, following)


def test_a_day_names_its_exercise_once_before_it_begins() -> None:
    other = msgspec.structs.replace(EXERCISE, id="y", title="Y")
    parts = [Part(EXERCISE, Choice.of(EXERCISE, sets=1, prepare_s=10)), Part(other, CHOICE)]
    plan = build_session(parts, "A day")
    shown = shown_at(at(5, plan).moment(5))
    assert (shown.headline, shown.word, shown.cue) == ("X", "", "Get set.")
    assert shown.following == "Next: set 1 of 1"
    change = next(phase.start_s for phase in plan.phases if phase.kind is PhaseKind.CHANGE)
    for seconds, cue in ((1, "You need: x"), (20, "Get set.")):
        now = change + seconds
        shown = shown_at(at(now, plan).moment(now))
        assert (shown.headline, shown.name, shown.cue) == ("Next: exercise 2 of 2", "Y", cue)
        assert shown.following == ""
    session = at(change + 5, plan)
    session.pause(change + 5)
    session.resume(change + 9)
    assert shown_at(session.moment(change + 10)).name == "Y"
    half_done = build_session(parts, "A day", first=Place(1, 2))
    assert shown_at(at(1, half_done).moment(1)).headline == "Y"


def test_an_exercise_has_its_own_words_for_its_parts() -> None:
    own = msgspec.structs.replace(EXERCISE, names=PartNames(down="Back", hold="Touch"))
    session = at(10, build_plan(own, CHOICE))
    shown = shown_at(session.moment(10))
    assert (shown.word, shown.following) == ("Back", "Next: Touch")
    session.advance(13)
    shown = shown_at(session.moment(13))
    assert (shown.word, shown.following) == ("Up", "Next: Back")


def test_the_ring_stands_for_moving_waiting_and_standing_still() -> None:
    session = at(11)
    assert shown_at(session.moment(11)).accent is Accent.MOVE
    session.pause(11)
    assert shown_at(session.moment(11)).accent is Accent.STILL
    session = at(21)
    assert shown_at(session.moment(21)).accent is Accent.WAIT


def test_a_pause_says_why() -> None:
    session = at(11)
    session.pause(11)
    by_hand = shown_at(session.moment(12), PauseReason.USER)
    away = shown_at(session.moment(12), PauseReason.GAP)
    assert by_hand.word == away.word == "Paused"
    assert away.cue == "Paused because the computer went to sleep. Press Space to resume."
    assert by_hand.cue == "Press Space to resume."


def test_out_of_a_pause_it_counts_down_to_what_comes() -> None:
    session = at(12.5)
    session.pause(12.5)
    session.resume(20)
    shown = shown_at(session.moment(20.5))
    assert (shown.word, shown.cue, shown.digits) == ("Get ready", "Back", "3")
    # The repetition begins again.
    assert shown.following == "Next: Down"


def test_out_of_a_pause_in_the_rest_the_long_cue_is_not_squeezed_in() -> None:
    session = at(40)
    session.pause(40)
    session.resume(50)
    shown = shown_at(session.moment(51.5))
    assert (shown.word, shown.cue, shown.digits) == ("Rest", "Resuming…", "2")


@pytest.mark.parametrize(
    ("seconds", "text"), [(45, "45 s"), (59.7, "1 min"), (240, "4 min"), (250, "4 min 10 s")]
)
def test_lengths_of_time(seconds: float, text: str) -> None:
    assert duration(seconds) == text


@pytest.mark.parametrize("exercise", read_all_exercises().values(), ids=lambda one: one.id)
def test_nobody_is_told_to_listen_where_there_may_be_no_sound(exercise: Exercise) -> None:
    cues = msgspec.structs.asdict(exercise.cues).values()
    assert [cue for cue in cues if cue and "listen" in cue] == []


def test_a_tempo_names_only_the_parts_there_are() -> None:
    assert tempo(CHOICE, PartNames()) == "Down 2 s · Hold 1 s · Up 2 s"
    shorter = Choice.of(EXERCISE, hold_s=0, up_s=2.5)
    assert tempo(shorter, PartNames(down="Back")) == "Back 2 s · Up 2.5 s"
    assert amount(CHOICE, EXERCISE) == "2 × 2"
