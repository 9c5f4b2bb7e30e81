"""Which lesson comes next, and how long it takes to read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from app.lessons.library import LessonLibrary
from app.records.queries import Queries

#: Read without haste, words a minute; and the time to look at a step and try it, s.
_WORDS_A_MINUTE, _LOOK_S = 180, 30


@dataclass(frozen=True, slots=True)
class NextLesson:
    """A lesson to begin or to go on with.

    Attributes:
        step: from 0; above it, the lesson was begun before.
    """

    id: str
    title: str
    step: int


@dataclass(frozen=True, slots=True)
class Reading:
    """How far the lessons were read.

    Attributes:
        next: None where all were read.
        finished_on: the days on which lessons were finished.
    """

    next: NextLesson | None
    finished_on: frozenset[date]

    @property
    def began_on(self) -> date | None:
        """The day the first lesson was finished; None before."""
        return min(self.finished_on, default=None)


def find_reading(lessons: LessonLibrary, records: Queries, now: datetime) -> Reading:
    """Find out how far the lessons were read: one begun comes before one that was not.

    At its first step nothing was begun: the list may only have been looked through.

    Raises:
        UserError: the records cannot be read.
    """
    progress, place = records.lesson_progress(), records.place()
    finished = {
        name: known.finished_at for name, known in progress.items() if known.finished_at is not None
    }
    unread = [one for one in lessons.outlines if one.id not in finished]
    begun = [one for one in unread if place and place.step > 0 and one.id == place.lesson]
    found = next(iter([*begun, *unread]), None)
    days = frozenset(min(at.date(), now.date()) for at in finished.values())
    if found is None:
        return Reading(None, days)
    step = place.step if begun and place else 0
    lesson = lessons.get(found.id) if step else None
    if lesson is not None:  # it may have lost steps since
        step = min(step, max(0, len(lesson.steps) - 1))
    return Reading(NextLesson(found.id, found.title, step), days)


def reading_s(lessons: LessonLibrary, lesson: NextLesson) -> float | None:
    """Return how long the rest of a lesson takes, seconds; None where it cannot be read."""
    found = lessons.get(lesson.id)
    if found is None:
        return None
    steps = found.steps[lesson.step :]
    words = sum(len(step.text.split()) for step in steps)
    return round(words / _WORDS_A_MINUTE * 60) + _LOOK_S * len(steps)
