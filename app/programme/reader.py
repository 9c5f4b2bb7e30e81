"""Read the programme, and its titles in another language, from TOML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from app.content import ID, Mistake, convert, id_fault, parse_toml, quote, read_text, unknown_id
from app.errors import ContentError, Problem
from app.messages.message import Message
from app.practice.exercise import Exercise, Name
from app.practice.limits import LIMITS
from app.programme.done import DoneRule, Share
from app.programme.programme import Item, Programme, Routine, When

#: What the days of the weeks are called; homework may not be.
_DAY = re.compile(r"week-\d+-day-\d+\Z")
_S, _R = LIMITS["sets"], LIMITS["reps"]


class ItemFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An exercise with numbers of its own."""

    exercise: str
    sets: Annotated[int, Meta(ge=_S.low, le=_S.high)] | None = None
    reps: Annotated[int, Meta(ge=_R.low, le=_R.high)] | None = None


Items = Annotated[list[str | ItemFile], Meta(min_length=1, max_length=12)]


class WeekFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One `[[week]]`: what it is about, and the exercises of each of its practice days."""

    title: Name
    days: Annotated[list[Items], Meta(min_length=1, max_length=7)]


class DailyFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One `[[daily]]`: homework."""

    id: str
    title: Name
    when: Literal["morning", "evening", "any"]
    exercises: Items


class ShareFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """So many of so many."""

    done: Annotated[int, Meta(ge=1, le=100)]
    of: Annotated[int, Meta(ge=1, le=100)]


class DoneFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[done]`: what counts as done."""

    sets: ShareFile
    exercises: ShareFile
    within_h: Annotated[int, Meta(ge=1, le=24 * 7)]


class ProgrammeFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A whole programme file."""

    id: Annotated[str, Meta(pattern=ID)]
    week: Annotated[list[WeekFile], Meta(min_length=1, max_length=52)]
    daily: Annotated[list[DailyFile], Meta(max_length=12)] = []
    done: DoneFile | None = None


class TitlesFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The titles in another language: those of the weeks in order, those of homework by its id."""

    weeks: list[Name] = []
    daily: dict[str, Name] = {}


def read_programme(
    file: Path, exercises: Mapping[str, Exercise], words: Path | None = None
) -> tuple[Programme, list[Problem]]:
    """Read the programme and every mistake in it.

    What is invalid is left out, an exercise of a day or a whole homework; a file that does not fit
    the format gives no programme at all.

    Args:
        file: the weeks and the homework.
        exercises: those there are, by id; one that is missing is reported once.
        words: the titles in another language; those that are missing stay English.
    """
    try:
        source = convert(parse_toml(read_text(file), file), ProgrammeFile, file)
    except ContentError as error:
        return Programme(), error.problems
    problems = [Problem(file, key, expected) for key, expected in _mistakes(source, exercises)]
    titles, wrong = _read_titles(words, source)
    return _programme(source, titles, exercises), [*problems, *wrong]


def _programme(
    source: ProgrammeFile, titles: TitlesFile, exercises: Mapping[str, Exercise]
) -> Programme:
    own = [*titles.weeks, *(week.title for week in source.week[len(titles.weeks) :])]
    days = [
        Routine(
            id=f"week-{week}-day-{day}",
            title=own[week - 1],
            items=_good(items, exercises),
            week=week,
            day=day,
        )
        for week, written in enumerate(source.week, 1)
        for day, items in enumerate(written.days, 1)
    ]
    daily = {
        written.id: Routine(
            id=written.id,
            title=titles.daily.get(written.id, written.title),
            items=_good(written.exercises, exercises),
            when=When(written.when),
        )
        for written in reversed(source.daily)  # of two with one id the first stays
        if _is_own_id(written.id)
    }
    return Programme(
        tuple(day for day in days if day.items),
        tuple(one for one in reversed(daily.values()) if one.items),
        source.id,
        done=_done(source.done),
    )


def _done(written: DoneFile | None) -> DoneRule:
    if written is None:
        return DoneRule()
    sets, exercises = written.sets, written.exercises
    return DoneRule(
        Share(sets.done, sets.of),
        Share(exercises.done, exercises.of),
        timedelta(hours=written.within_h),
    )


def _good(items: list[str | ItemFile], exercises: Mapping[str, Exercise]) -> tuple[Item, ...]:
    read = map(_item, items)
    return tuple(item for item in read if not _what_is_wrong(item, exercises))


def _is_own_id(name: str) -> bool:
    return not id_fault(name) and not _DAY.match(name)


def _item(written: str | ItemFile) -> Item:
    if isinstance(written, str):
        return Item(written)
    return Item(written.exercise, written.sets, written.reps)


def _mistakes(source: ProgrammeFile, exercises: Mapping[str, Exercise]) -> Iterator[Mistake]:
    """Yield (key, what was expected) for everything the types cannot express."""
    told: set[Message] = set()
    if source.done is not None:
        for name in ("sets", "exercises"):
            share = getattr(source.done, name)
            if share.done > share.of:
                yield f"done.{name}.done", Message("content.share", of=share.of)
    for at, week in enumerate(source.week):
        if not week.title.strip():
            yield f"week[{at}].title", Message("content.blank")
        for day, items in enumerate(week.days):
            yield from _wrong_items(items, f"week[{at}].days[{day}]", exercises, told)
    seen: set[str] = set()
    for at, daily in enumerate(source.daily):
        where = f"daily[{at}]"
        if not _is_own_id(daily.id):
            yield f"{where}.id", Message("content.routine-id")
        elif daily.id in seen:
            yield f"{where}.id", Message("content.id-taken", id=quote(daily.id))
        seen.add(daily.id)
        if not daily.title.strip():
            yield f"{where}.title", Message("content.blank")
        yield from _wrong_items(daily.exercises, f"{where}.exercises", exercises, told)


def _wrong_items(
    items: list[str | ItemFile], where: str, exercises: Mapping[str, Exercise], told: set[Message]
) -> Iterator[Mistake]:
    for at, item in enumerate(map(_item, items)):
        expected = _what_is_wrong(item, exercises)
        if expected and expected not in told:
            told.add(expected)
            yield f"{where}[{at}]", expected


def _what_is_wrong(item: Item, exercises: Mapping[str, Exercise]) -> Message | None:
    exercise = exercises.get(item.exercise)
    if exercise is None:
        return unknown_id(item.exercise, exercises)
    if exercise.reps is None and item.reps is not None:
        return Message("content.no-reps", exercise=item.exercise)
    return None


def _read_titles(words: Path | None, source: ProgrammeFile) -> tuple[TitlesFile, list[Problem]]:
    if words is None:
        return TitlesFile(), []
    try:
        titles = convert(parse_toml(read_text(words), words), TitlesFile, words)
    except ContentError as error:
        return TitlesFile(), error.problems
    problems = []
    if len(titles.weeks) > len(source.week):
        problems.append(Problem(words, "weeks", Message("content.weeks", n=len(source.week))))
    known = [daily.id for daily in source.daily]
    for name in titles.daily:
        if name not in known:
            expected = Message("content.unknown", known=", ".join(known))
            problems.append(Problem(words, f"daily.{name}", expected))
    return (TitlesFile(), problems) if problems else (titles, [])
