"""What to do next today, from what was read and done so far."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from app.records.model import Day, LessonPlace, LessonProgress


class LessonOutline(NamedTuple):
    """What is needed of a lesson here: its id, its number of steps, and its practice if any."""

    lesson: str
    steps: int
    practice: str | None


@dataclass(frozen=True, slots=True)
class ContinueLesson:
    """Go on with a lesson at a step, from 0."""

    lesson: str
    step: int


@dataclass(frozen=True, slots=True)
class BeginLesson:
    """Begin the next lesson."""

    lesson: str


@dataclass(frozen=True, slots=True)
class Practise:
    """Practise an exercise, which belongs to a lesson that was read."""

    exercise: str
    lesson: str


@dataclass(frozen=True, slots=True)
class DoneForToday:
    """Nothing is left to suggest."""


Suggestion = ContinueLesson | BeginLesson | Practise | DoneForToday


def suggest(
    lessons: Sequence[LessonOutline],
    progress: Mapping[str, LessonProgress],
    place: LessonPlace | None,
    today: Day,
    *,
    practice_open: bool = True,
) -> Suggestion:
    """Suggest one thing: finish what was begun, practise what was read, then read on.

    Args:
        lessons: in their order.
        place: where the learner stopped reading.
        today: what was done today.
        practice_open: False where the safety questions keep practice closed.
    """
    unread = [outline for outline in lessons if _finished_at(outline, progress) is None]
    for outline in unread:
        # At the first step nothing was begun: the list may only have been looked through.
        if place is not None and place.step > 0 and outline.lesson == place.lesson:
            # The lesson may have lost steps since.
            return ContinueLesson(outline.lesson, min(place.step, max(outline.steps - 1, 0)))
    practised = {entry.exercise for entry in today.entries if entry.sets > 0}
    practice = _latest_practice(lessons, progress, today.date) if practice_open else None
    if practice is not None and practice.exercise not in practised:
        return practice
    read_today = any(
        finished_at.date() == today.date
        for outline in lessons
        if (finished_at := _finished_at(outline, progress)) is not None
    )
    if unread and not (read_today and practised):
        return BeginLesson(unread[0].lesson)
    return DoneForToday()


def _latest_practice(
    lessons: Sequence[LessonOutline], progress: Mapping[str, LessonProgress], today: date
) -> Practise | None:
    """Return the practice of the lesson finished last that has one.

    What was finished in the future was so by a clock that was wrong; it comes before all else.
    """
    tomorrow = today + timedelta(days=1)  # after a flight west
    read = [
        ((finished_at.date() <= tomorrow, finished_at), Practise(outline.practice, outline.lesson))
        for outline in lessons
        if outline.practice is not None
        and (finished_at := _finished_at(outline, progress)) is not None
    ]
    return max(read, key=lambda item: item[0])[1] if read else None


def _finished_at(outline: LessonOutline, progress: Mapping[str, LessonProgress]) -> datetime | None:
    known = progress.get(outline.lesson)
    return None if known is None else known.finished_at
