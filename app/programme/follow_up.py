"""What an answer after a session changes about what comes next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.lessons.library import LessonLibrary
from app.practice.exercise import Exercise
from app.programme.after import help_for
from app.programme.programme import Answer, Next
from app.records.feedback import Feedback, Felt
from app.records.model import LessonPlace

#: After that it is another day.
_VALID_FOR = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What to do next because of an answer; the user decides.

    Attributes:
        kind: what it is; an easier exercise only where there is one.
        felt: the answer.
        run: the session it was given after.
        exercise: the exercise it is about.
        easier: the exercise to do in its place.
        lesson: the step that shows what is behind the answer.
    """

    kind: Next
    felt: Felt
    run: str
    exercise: str
    easier: str | None = None
    lesson: LessonPlace | None = None


def follow_up(
    felt: Sequence[tuple[str, Feedback]],
    answers: Mapping[Felt, Answer],
    exercises: Mapping[str, Exercise],
    lessons: LessonLibrary,
    now: datetime,
) -> FollowUp | None:
    """Return what the latest answer leads to; None where all is well.

    Args:
        felt: what was felt last, newest first, each with the exercise it is about.
        answers: what each answer leads to.
        exercises: those that are open.
        lessons: where the step behind an answer is looked for.
        now: wall time with its zone.
    """
    if not felt or now - felt[0][1].at > _VALID_FOR:
        return None
    exercise, given = felt[0]
    found = answers.get(given.felt) if given.felt else None
    if found is None or given.felt is None or exercise not in exercises:
        return None
    twice = len(felt) > 1 and felt[1][1].felt is given.felt
    kind = (found.twice or found.next) if twice else found.next
    lesson = help_for(given.felt, answers, lessons)
    easier = exercises[exercise].easier if kind is Next.EASIER else None
    if kind is Next.EASIER and easier not in exercises:
        kind, easier = Next.REPEAT, None
    if kind is None or (kind is Next.LESSON and lesson is None):
        return None
    return FollowUp(kind, given.felt, given.run, exercise, easier, lesson)
