"""Find what the types of `programme.toml` cannot express."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from app.content import Mistake, id_fault, quote, unknown_id
from app.messages.message import Message
from app.practice.exercise import Exercise, Measure
from app.programme.programme import PICK_UPS, THIS_WEEK, Item
from app.programme.programme_file import AfterFile, ItemFile, ProgrammeFile, StageFile
from app.units import placeholders_problems

#: What sessions and their like are called; homework may not be.
_TAKEN = re.compile(rf"week-\d+-day-\d+\Z|short-|{THIS_WEEK}\Z|{PICK_UPS}\Z")


def is_own_id(name: str) -> bool:
    """Tell whether homework may be called so."""
    return not id_fault(name) and not _TAKEN.match(name)


def as_item(written: str | ItemFile) -> Item:
    """Return an exercise of a list, written by its id alone or with more."""
    if isinstance(written, str):
        return Item(written)
    without, using = written.without or "", written.using or ""
    return Item(written.exercise, written.sets, written.reps, without, written.other, using)


def what_is_wrong(item: Item, exercises: Mapping[str, Exercise]) -> Message | None:
    """Return what was expected of an exercise of a list; None where it is good."""
    for name in filter(None, (item.exercise, item.other)):
        if name not in exercises:
            return unknown_id(name, exercises)
    if exercises[item.exercise].reps is None and item.reps is not None:
        return Message("content.no-reps", exercise=item.exercise)
    if bool(item.without) != bool(item.other or item.using) or (item.other and item.using):
        return Message("content.substitute")
    return None


def find_mistakes(source: ProgrammeFile, exercises: Mapping[str, Exercise]) -> Iterator[Mistake]:
    """Yield (key, what was expected) for everything the types cannot express."""
    told: set[Message] = set()
    if source.done is not None:
        for name in ("sets", "exercises"):
            share = getattr(source.done, name)
            if share.done > share.of:
                yield f"done.{name}.done", Message("content.share", of=share.of)
    seen: set[str] = set()
    for at, stage in enumerate(source.stage):
        where = f"stage[{at}]"
        yield from _wrong_id(stage.id, where, seen)
        yield from _wrong_stage(stage, where, exercises, told)
    stages, seen = [stage.id for stage in source.stage], set()
    for at, after in enumerate(source.after):
        where = f"after[{at}]"
        yield from _wrong_id(after.id, where, seen)
        yield from _wrong_after(after, where, exercises, stages, told)
    seen = set()
    for at, daily in enumerate(source.daily):
        where = f"daily[{at}]"
        if not is_own_id(daily.id):
            yield f"{where}.id", Message("content.routine-id")
        else:
            yield from _wrong_id(daily.id, where, seen)
        yield from _blank(daily.title, f"{where}.title")
        yield from _wrong_items(daily.exercises, f"{where}.exercises", exercises, told)


def _wrong_stage(
    stage: StageFile, where: str, exercises: Mapping[str, Exercise], told: set[Message]
) -> Iterator[Mistake]:
    yield from _blank(stage.title, f"{where}.title")
    yield from _blank(stage.text, f"{where}.text")
    yield from _wrong_items(stage.exercises, f"{where}.exercises", exercises, told)
    yield from _wrong_items(stage.short, f"{where}.short", exercises, told)
    items = [as_item(item) for item in stage.exercises]
    names = [item.exercise for item in items]
    for index, item in enumerate(items):
        if names.index(item.exercise) < index or item.other in names:
            yield f"{where}.exercises[{index}]", Message("content.once")
    if stage.knob is not None:
        if stage.knob.exercise not in names:
            known = Message("content.unknown", known=", ".join(names))
            yield f"{where}.knob.exercise", known
        turned = exercises.get(stage.knob.exercise)
        if stage.knob.step_cm and turned and turned.measure is not Measure.WALL:
            yield f"{where}.knob.step_cm", Message("content.step-cm")
        for expected in placeholders_problems(stage.knob.text):
            yield f"{where}.knob.text", expected


def _wrong_after(
    after: AfterFile,
    where: str,
    exercises: Mapping[str, Exercise],
    stages: Collection[str],
    told: set[Message],
) -> Iterator[Mistake]:
    yield from _blank(after.title, f"{where}.title")
    yield from _blank(after.text, f"{where}.text")
    if after.stage is not None and after.draw:
        yield f"{where}.draw", Message("content.stage-or-draw")
    if after.stage is not None and after.stage not in stages:
        yield f"{where}.stage", Message("content.unknown", known=", ".join(stages))
    for index, pool in enumerate(after.draw):
        yield from _wrong_items([*pool], f"{where}.draw[{index}]", exercises, told)


def _wrong_id(name: str, where: str, seen: set[str]) -> Iterator[Mistake]:
    if expected := id_fault(name):
        yield f"{where}.id", expected
    elif name in seen:
        yield f"{where}.id", Message("content.id-taken", id=quote(name))
    seen.add(name)


def _blank(text: str, key: str) -> Iterator[Mistake]:
    if not text.strip():
        yield key, Message("content.blank")


def _wrong_items(
    items: list[str | ItemFile], where: str, exercises: Mapping[str, Exercise], told: set[Message]
) -> Iterator[Mistake]:
    for at, item in enumerate(map(as_item, items)):
        expected = what_is_wrong(item, exercises)
        if expected and expected not in told:
            if expected.id == "content.unknown-id":
                told.add(expected)
            yield f"{where}[{at}]", expected
