"""Random lives: whatever happens, the course has exactly one next thing and its counts are right.

`MORE_EXAMPLES=167` lives the ten thousand lives that a release is tried with.
"""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.programme.course import Course
from app.records.decision import DecisionKind as Decided
from app.records.feedback import Felt
from tests.helpers.life import PROGRAMME, Told
from tests.helpers.patience import HANG_S, MORE_EXAMPLES, examples

#: What can happen; most of it is what people do most.
EVENTS = (
    "next", "next", "next", "next", "short", "skip", "half", "single", "homework", "later",
    "later", "week later", "month later", "move on", "stay", "elsewhere", "tick", "came back",
    "lower", "keep", "heavier", "stop", "pain", "hard", "back felt", "stick off", "stick on",
    "wall", "clock ahead", "clock back", "clock right", "earlier",
)  # fmt: skip


@pytest.mark.timeout(HANG_S * MORE_EXAMPLES)
@settings(max_examples=examples(60))
@example(["short", "later", "single", "clock back", "later"], 0)
@example(["short", "single", "clock back", "next", "later"], 0)
@given(st.lists(st.sampled_from(EVENTS), max_size=50), st.integers(0, 6))
def test_every_life_has_one_next_thing_and_comes_to_an_end(
    events: list[str], first_weekday: int
) -> None:
    told = Told()
    told.first_weekday = first_weekday
    reached = told.course
    for event in events:
        happen(told, event, reached)
        course = told.course
        check(told, course)
        assert course.at >= reached.at, f"{event} led backward"
        assert course.done >= reached.done
        assert course.finished >= reached.finished
        reached = course
    told.set_wrong = timedelta()
    # From wherever that was, whoever does what comes next comes to the end, and on from there.
    for _ in range(60):
        course = told.course
        if course.finished or course.next is None:
            break
        told.session(course.next.id).later(days=3)
    assert course.finished
    check(told, course)


def happen(told: Told, event: str, course: Course) -> None:
    match event:
        case "next" if course.next is not None:
            told.session(course.next.id)
        case "skip" if course.next is not None:
            told.session(course.next.id, sets=0)
        case "half" if course.next is not None:
            told.did(course.next.items[0].exercise, day=course.next.id)
        case "single" if course.next is not None:
            told.did(course.next.items[-1].exercise)
        case "short" if course.stage is not None:
            told.session(course.stage.short.id)
        case "homework":
            told.session("morning-ten")
        case "earlier" if course.done:
            told.session(next(one.routine.id for one in course.sessions if one.done_on))
        case "later" | "week later" | "month later":
            told.later(days={"later": 2, "week later": 7, "month later": 30}[event])
        case "move on" if course.move is not None:
            told.decide(Decided.MOVED_ON, course.move.stage.id)
        case "stay" if course.move is not None:
            before = PROGRAMME.stages.index(course.move.stage) - 1
            told.decide(Decided.STAYED, PROGRAMME.stages[before].id)
        case "elsewhere" if course.next is not None:
            told.decide(Decided.DONE_ELSEWHERE, course.next.id)
        case "tick":
            told.decide(Decided.DONE_ELSEWHERE, "evening-ten")
        case "came back" if course.back is not None:
            told.decide(Decided.CAME_BACK, course.back.id)
        case "lower" if course.back is not None:
            told.decide(Decided.CAME_BACK_LOWER, course.back.id)
        case "keep" | "heavier" | "stop" if course.finished:
            told.decide(Decided.AFTER, "keep-it" if event == "keep" else event)
        case "pain":
            told.answer(pain=True)
        case "hard":
            told.answer(effort=9)
        case "back felt":
            told.answer(Felt.LOWER_BACK)
        case "stick off" | "stick on":
            told.answer(stick=event == "stick on")
        case "wall":
            told.answer(wall_cm=15 + len(told.answers) % 90)
        case "clock ahead":
            told.set_wrong = timedelta(days=1)
        case "clock back":
            told.set_wrong = timedelta(days=-1)
        case "clock right":
            told.set_wrong = timedelta()
        case _:
            told.later(hours=3)


def check(told: Told, course: Course) -> None:
    """Look for more or less than one next thing, and for counts that the records do not have."""
    ways_to_go_on = [course.next is not None, course.asks_after, course.stopped]
    assert sum(ways_to_go_on) == 1
    # What is done has its records: enough sets of its exercises, or a decision.
    rule = PROGRAMME.done
    elsewhere = {one.about for one in told.decisions if one.kind is Decided.DONE_ELSEWHERE}
    for one in course.sessions:
        if one.done_on is not None:
            there = [
                done
                for done in told.practised
                if done.routine is None
                or done.routine == one.routine.id
                or done.routine.startswith("short-")
            ]
            assert one.routine.id in elsewhere or rule.is_session_done(one.routine.ways, there)
    assert course.done == sum(one.done_on is not None for one in course.sessions) <= course.total
    assert course.done == 0 or course.began_on is not None
    if course.due is not None:
        assert (course.due - told.now.date()).days <= 14
    if course.number is not None:
        assert course.sessions[course.number - 1].routine == course.next
    walls = [one.wall_cm for one in told.answers if one.wall_cm is not None]
    assert ([course.wall.first_cm, course.wall.last_cm] if course.wall else []) == (
        [walls[0], walls[-1]] if walls else []
    )
    sticks = [one.stick_stayed for one in told.answers if one.stick_stayed is not None]
    assert course.stick == ((sum(sticks), len(sticks)) if sticks else None)
    assert course.again is (course.number is not None and course.number <= course.at)
