"""Read the programme, and its words in another language, from TOML."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import timedelta
from pathlib import Path

from msgspec.structs import astuple

from app.content import convert, parse_toml, read_text
from app.errors import ContentError, Problem
from app.messages.message import Message
from app.practice.exercise import Exercise
from app.programme.done import DoneRule, Share
from app.programme.mistakes import as_item, find_mistakes, is_own_id, what_is_wrong
from app.programme.moving_on import MoveRule
from app.programme.programme import (
    After,
    AwayRule,
    Item,
    Knob,
    Programme,
    Routine,
    Stage,
    When,
)
from app.programme.programme_file import (
    DoneFile,
    ItemFile,
    ProgrammeFile,
    StageFile,
    Words,
    WordsFile,
)


def read_programme(
    file: Path, exercises: Mapping[str, Exercise], words: Path | None = None
) -> tuple[Programme, list[Problem]]:
    """Read the programme and every mistake in it.

    What is invalid is left out, an exercise of a session or a whole homework; a file that does not
    fit the format gives no programme at all.

    Args:
        file: the course and the homework.
        exercises: those there are, by id; one that is missing is reported once.
        words: the words in another language; those that are missing stay English.
    """
    try:
        source = convert(parse_toml(read_text(file), file), ProgrammeFile, file)
    except ContentError as error:
        return Programme(), error.problems
    problems = [Problem(file, key, expected) for key, expected in find_mistakes(source, exercises)]
    spoken, wrong = _read_words(words, source)
    return _programme(source, spoken, exercises), [*problems, *wrong]


def _programme(
    source: ProgrammeFile, words: WordsFile, exercises: Mapping[str, Exercise]
) -> Programme:
    stages: list[Stage] = []
    days: list[Routine] = []
    for written in source.stage:
        spoken = words.stages.get(written.id, Words())
        items = _good(written.exercises, exercises, spoken)
        short = _good(written.short, exercises)
        if not items or not short or any(written.id == stage.id for stage in stages):
            continue
        title = spoken.title or written.title
        first = len(days)
        for number in range(written.sessions):
            week, day = divmod(len(days), source.a_week)
            turn = number % len(items)
            days.append(
                Routine(
                    id=f"week-{week + 1}-day-{day + 1}",
                    title=title,
                    items=(*items[turn:], *items[:turn]),
                    week=week + 1,
                    day=day + 1,
                    mixed=week + 1 >= source.mixed_from_week,
                )
            )
        stages.append(
            Stage(
                written.id,
                title,
                spoken.text or written.text,
                first,
                len(days) - 1,
                Routine(f"short-{written.id}", title, short),
                _knob(written, spoken),
            )
        )
    daily = {
        written.id: Routine(
            id=written.id,
            title=words.daily.get(written.id, written.title),
            items=_good(written.exercises, exercises),
            when=When(written.when),
        )
        for written in reversed(source.daily)  # of two with one id the first stays
        if is_own_id(written.id)
    }
    return Programme(
        tuple(days),
        tuple(one for one in reversed(daily.values()) if one.items),
        source.id,
        done=_done(source.done),
        stages=tuple(stages),
        after=_after(source, words, exercises, {stage.id for stage in stages}),
        a_week=source.a_week,
        rest_days=source.rest_days,
        move=MoveRule(*astuple(source.move_on)) if source.move_on else MoveRule(),
        away=AwayRule(*astuple(source.away)) if source.away else AwayRule(),
    )


def _knob(written: StageFile, spoken: Words) -> Knob | None:
    if written.knob is None:
        return None
    knob = written.knob
    return Knob(knob.exercise, spoken.knob or knob.text, knob.step_cm)


def _after(
    source: ProgrammeFile,
    words: WordsFile,
    exercises: Collection[str],
    stages: Collection[str],
) -> tuple[After, ...]:
    found: dict[str, After] = {}
    for written in source.after:
        spoken = words.after.get(written.id, Words())
        draw = [tuple(name for name in pool if name in exercises) for pool in written.draw]
        if written.stage is None or written.stage in stages:
            found.setdefault(
                written.id,
                After(
                    written.id,
                    spoken.title or written.title,
                    spoken.text or written.text,
                    written.stage,
                    tuple(pool for pool in draw if pool),
                ),
            )
    return tuple(found.values())


def _done(written: DoneFile | None) -> DoneRule:
    if written is None:
        return DoneRule()
    sets, exercises = written.sets, written.exercises
    return DoneRule(
        Share(sets.done, sets.of),
        Share(exercises.done, exercises.of),
        timedelta(hours=written.within_h),
    )


def _good(
    items: list[str | ItemFile], exercises: Mapping[str, Exercise], spoken: Words | None = None
) -> tuple[Item, ...]:
    words = spoken or Words()
    return tuple(
        item._replace(
            without=words.without.get(item.exercise, item.without),
            using=words.using.get(item.exercise, item.using),
        )
        for item in map(as_item, items)
        if not what_is_wrong(item, exercises)
    )


def _read_words(words: Path | None, source: ProgrammeFile) -> tuple[WordsFile, list[Problem]]:
    if words is None:
        return WordsFile(), []
    try:
        spoken = convert(parse_toml(read_text(words), words), WordsFile, words)
    except ContentError as error:
        return WordsFile(), error.problems
    problems = []
    for table, there in (
        ("stages", source.stage),
        ("after", source.after),
        ("daily", source.daily),
    ):
        known = [one.id for one in there]
        for name in getattr(spoken, table):
            if name not in known:
                expected = Message("content.unknown", known=", ".join(known))
                problems.append(Problem(words, f"{table}.{name}", expected))
    return (WordsFile(), problems) if problems else (spoken, [])
