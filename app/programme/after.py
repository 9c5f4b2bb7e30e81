"""What is asked after a session: when, and what an answer leads to, read from TOML."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

import msgspec

from app.content import Mistake, quote, read_tables, try_convert
from app.errors import Problem
from app.lessons.library import LessonLibrary
from app.messages.message import Message
from app.practice.exercise import Ask, Exercise, Measure
from app.programme.programme import Answer, Help, Next, Programme
from app.records.feedback import Felt
from app.records.model import LessonPlace
from app.records.session_log import Summary

_TABLE = "answer"

#: What can be answered to each question, in the order it is shown.
ANSWERS: Mapping[Ask, tuple[Felt, ...]] = MappingProxyType(
    {
        Ask.HINGE: (
            Felt.HAMSTRINGS, Felt.THIGHS, Felt.LOWER_BACK, Felt.NOWHERE, Felt.BACKWARD,
        ),
        Ask.STRETCH: (Felt.STRETCH, Felt.BEHIND_KNEE, Felt.LOWER_BACK, Felt.NOWHERE),
        Ask.BALANCE: (Felt.STEADY, Felt.WOBBLY, Felt.HELD_ON, Felt.FOOT_DOWN),
    }
)  # fmt: skip


class AnswerFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One `[[answer]]`; without lesson and movement it leads nowhere."""

    felt: Felt
    lesson: str | None = None
    movement: str | None = None
    next: Next | None = None
    twice: Next | None = None


def read_answers(
    file: Path, lessons: LessonLibrary, movement_ids: Collection[str], *, whole: bool = False
) -> tuple[dict[Felt, Answer], list[Problem]]:
    """Read what each answer leads to, and every mistake; an invalid one leads nowhere.

    Args:
        file: the answers, one `[[answer]]` each.
        lessons: those there are.
        movement_ids: the movements there are.
        whole: look for the movement in the lesson too, which has to be read for that.
    """
    found: dict[Felt, Answer] = {}
    seen: set[Felt] = set()
    tables, problems = read_tables(file, _TABLE)
    for key, table in tables:
        answer, wrong = try_convert(table, AnswerFile, file, key)
        if answer is not None:
            wrong += [
                Problem(file, f"{key}.{name}", expected)
                for name, expected in _mistakes(answer, lessons, movement_ids, seen)
            ]
            seen.add(answer.felt)
            if whole and not wrong and _is_lost(answer, lessons):
                wrong.append(Problem(file, f"{key}.movement", Message("content.no-step")))
            if not wrong:
                found[answer.felt] = _answer(answer)
        problems += wrong
    if tables and (missing := [felt.value for felt in Felt if felt not in seen]):
        expected = Message("content.no-answer", answers=", ".join(missing))
        problems.append(Problem(file, _TABLE, expected))
    return found, problems


def _answer(file: AnswerFile) -> Answer:
    has_help = file.lesson is not None and file.movement is not None
    help_ = Help(file.lesson or "", file.movement or "") if has_help else None
    return Answer(help_, file.next, file.twice)


def _mistakes(
    answer: AnswerFile,
    lessons: LessonLibrary,
    movement_ids: Collection[str],
    others: Collection[Felt],
) -> Iterator[Mistake]:
    """Yield (key, what was expected) for everything the types cannot express."""
    lesson, movement = answer.lesson, answer.movement
    if answer.felt in others:
        yield "felt", Message("content.answer-taken", answer=quote(answer.felt.value))
    if lesson is not None and lesson not in lessons.order:
        yield "lesson", Message("content.lesson", got=quote(lesson))
    if movement is not None and movement not in movement_ids:
        yield "movement", Message("content.movement", got=quote(movement))
    if (lesson is None) != (movement is None):
        yield "movement" if movement is None else "lesson", Message("content.lesson-and-movement")
    if lesson is None and answer.next is Next.LESSON:
        yield "next", Message("content.lesson-next")
    if answer.twice is not None and answer.next is None:
        yield "twice", Message("content.twice")


def _is_lost(answer: AnswerFile, lessons: LessonLibrary) -> bool:
    """Return whether no step of the lesson shows the movement; False for a broken lesson."""
    lesson = lessons.get(answer.lesson or "")
    return lesson is not None and all(
        step.show.movement != answer.movement for step in lesson.steps
    )


def is_asked(summary: Summary, programme: Programme, *, asked_today: bool) -> bool:
    """Decide whether the question is shown after a session.

    Once a day, never after homework, and not where nothing was done.

    Args:
        summary: of the session that is over.
        programme: which says what is homework.
        asked_today: whether it was shown on this day of the learner's clock, answered or not.
    """
    if asked_today or not (summary.done.sets or summary.done.reps):
        return False
    return not _is_homework(summary, programme)


def ask_of(summary: Summary) -> Ask:
    """Return the question that fits: that of the exercise done last."""
    done = _done(summary)
    return done[-1].asks if done else Ask.HINGE


def measures_of(summary: Summary, programme: Programme) -> frozenset[Measure]:
    """Return what can be measured after a session: of what was done in it; homework is short."""
    if _is_homework(summary, programme):
        return frozenset()
    return frozenset(one.measure for one in _done(summary) if one.measure is not None)


def _is_homework(summary: Summary, programme: Programme) -> bool:
    routine = programme.routine(summary.plan.routine) if summary.plan.routine else None
    return routine is not None and routine.is_homework


def _done(summary: Summary) -> list[Exercise]:
    """Return the exercises of which anything was done, in the order they were led."""
    parts = zip(summary.plan.parts, summary.parts, strict=True)
    return [part.exercise for part, tally in parts if tally.sets or tally.reps]


def help_for(
    felt: Felt, answers: Mapping[Felt, Answer], lessons: LessonLibrary
) -> LessonPlace | None:
    """Return the step that shows the fault behind an answer, its fixes in the steps after it.

    None where nothing is wrong, or where the lesson does not have it.
    """
    found = answers.get(felt, Answer()).help
    lesson = lessons.get(found.lesson) if found else None
    if found is None or lesson is None:
        return None
    for number, step in enumerate(lesson.steps):
        if step.show.movement == found.movement:
            return LessonPlace(lesson.id, number)
    return None
