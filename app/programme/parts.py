"""What is practised in a routine: its exercises with their numbers, in the order of its sets."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from random import Random

import msgspec

from app.practice.choice import Choice
from app.practice.exercise import Exercise
from app.practice.timeline import Part, Plan
from app.programme.programme import Item, Routine


def parts_of(
    routine: Routine,
    exercises: Mapping[str, Exercise],
    choose: Callable[[Exercise, Item], Choice] | None = None,
    without: Collection[str] = (),
) -> list[Part]:
    """Return what `build_session` makes a session of.

    Args:
        routine: a session, a short version or homework.
        exercises: by id; those that could not be read are left out.
        choose: the numbers of an exercise, those of its item among them; without it the
            exercise's own.
        without: the exercises whose substitutes are done, for want of what they need.

    Raises:
        UserError: the numbers do not fit the exercise.
    """
    pick = choose or (lambda exercise, item: Choice.of(exercise, sets=item.sets, reps=item.reps))
    items = [_substituted(item, exercises, without) for item in routine.items]
    found = ((exercises.get(item.exercise), item) for item in items)
    parts = [
        Part(exercise, pick(exercise, item)) for exercise, item in found if exercise is not None
    ]
    return _mixed(parts, routine.id) if routine.mixed else parts


def with_cue(plan: Plan, cue: str) -> Plan:
    """Return a plan whose sets say the user's own cue halfway through their repetitions."""
    if not cue.strip():
        return plan

    def say(part: Part) -> Part:
        exercise = part.exercise
        if exercise.reps is None:  # what is held is led by its own words
            return part
        cues = msgspec.structs.replace(exercise.cues, halfway=cue.strip())
        return part._replace(exercise=msgspec.structs.replace(exercise, cues=cues))

    return replace(plan, parts=tuple(map(say, plan.parts)))


def by_exercise(parts: Sequence[Part]) -> list[Part]:
    """Return each exercise once, with all of its sets, those mixed at the end among them."""
    found: dict[str, Part] = {}
    for exercise, choice in parts:
        before = found.get(exercise.id)
        sets = choice.sets + (before.choice.sets if before else 0)
        found[exercise.id] = Part(exercise, replace(choice, sets=sets))
    return list(found.values())


def _substituted(item: Item, exercises: Mapping[str, Exercise], without: Collection[str]) -> Item:
    if item.other in exercises and item.exercise in without:
        return Item(item.other or "")
    return item


def _mixed(parts: list[Part], seed: str) -> list[Part]:
    """Move the last set of each exercise to the end, in an order that is the same every time."""
    last = [
        Part(exercise, replace(choice, sets=1)) for exercise, choice in parts if choice.sets > 1
    ]
    if len(last) < 2:
        return parts
    Random(seed).shuffle(last)  # noqa: S311
    first = [
        Part(one.exercise, replace(one.choice, sets=max(1, one.choice.sets - 1))) for one in parts
    ]
    if last[0].exercise is first[-1].exercise:
        last.append(last.pop(0))
    return [*first, *last]
