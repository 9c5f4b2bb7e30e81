"""What is next: the one place that decides it, for Today, Practice and the command line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum

from app.lessons.library import LessonLibrary
from app.lessons.model import Offer
from app.practice.choice import Choice
from app.practice.exercise import Exercise
from app.practice.timeline import Plan, build_session
from app.programme.course import Course, find_course
from app.programme.life import Life, read_life
from app.programme.numbers import choice_for
from app.programme.parts import parts_of
from app.programme.programme import Item, Programme, Routine, When
from app.programme.reading import NextLesson, Reading, find_reading, reading_s
from app.programme.safety import Verdict, gate_of, open_to
from app.programme.small import SmallThing, find_small
from app.records.feedback import Felt
from app.records.queries import Queries
from app.records.unfinished import Unfinished, find_unfinished
from app.settings.model import PersonSettings

#: Until when it is morning, and from when on it is evening.
_NOON, _EVENING = time(12), time(17)


class NextKind(StrEnum):
    """What is next, in this order: the first that there is."""

    CARE = "care"
    UNFINISHED = "unfinished"
    SESSION = "session"
    HOMEWORK = "homework"
    LESSON = "lesson"
    CHECK = "check"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class NextThing:
    """The one thing that is next.

    Attributes:
        id: of the session, homework or lesson; the run of what was not finished.
        title: of the stage, the homework or the lesson; empty for care and nothing.
        seconds: how long it takes; None where that is not known.
        equipment: what each exercise needs, once, with lengths and weights written {cm:15}.
        routine: the session or homework; its short version is `short`.
        short: None where there is none.
        short_s: how long that takes, seconds.
        lesson: where to begin reading.
        unfinished: what to go on with.
    """

    kind: NextKind
    id: str = ""
    title: str = ""
    seconds: float | None = None
    equipment: tuple[str, ...] = ()
    routine: Routine | None = None
    short: Routine | None = None
    short_s: float | None = None
    lesson: NextLesson | None = None
    unfinished: Unfinished | None = None


@dataclass(frozen=True, slots=True)
class Today:
    """All that a day has for a person.

    Attributes:
        next: the one thing that is next.
        small: the small things of the day, in their order; empty where practice is closed, where it
            hurt, and before anything was practised: then one thing is enough.
        course: where the person is in the course.
        learn: the next lesson; None where all were read.
        gate: whether practice is open.
        felt: what was felt in the last session; None where that was not answered.
    """

    day: date
    next: NextThing
    small: tuple[SmallThing, ...]
    course: Course
    learn: NextLesson | None
    gate: Verdict
    felt: Felt | None = None


class Planner:
    """Decides what is next, from what there is and what the person has set.

    Args:
        lessons, exercises, programme: what there is.
        records: what was done, decided and answered.
        person: returns the person's settings.
        first_weekday: with which day a week begins, Monday being 0.
    """

    def __init__(
        self,
        lessons: LessonLibrary,
        exercises: Mapping[str, Exercise],
        programme: Programme,
        records: Queries,
        person: Callable[[], PersonSettings] = PersonSettings,
        first_weekday: int = 0,
    ) -> None:
        self._lessons, self._exercises, self._programme = lessons, exercises, programme
        self._records, self._person, self._first_weekday = records, person, first_weekday

    def today(self, now: datetime, *, with_unfinished: bool = True) -> Today:
        """Decide what is next, and what else the day has.

        Args:
            now: wall time with its zone.
            with_unfinished: False where a session may be under way in another window.

        Raises:
            UserError: the records cannot be read.
        """
        life = read_life(self._programme, self._records, now)
        plan = self._person().plan
        course = find_course(self._programme, life, plan, now, self._first_weekday)
        reading = find_reading(self._lessons, self._records, now)
        gate = gate_of(self._records, now)
        # Where the questions were not asked yet, practice asks them.
        is_open, exercises = gate.may_offer, open_to(gate, self._exercises)
        small: tuple[SmallThing, ...] = ()
        if is_open and not course.stopped:
            every = find_small(self._programme, life, plan.thing, now)
            small = tuple(
                one for one in every if not one.routine or self._plan(one.routine, exercises)
            )
        thing = NextThing(NextKind.CARE) if gate.unsettled or gate.until else None
        if thing is None and is_open and with_unfinished:
            thing = self._unfinished(exercises, now)
        if thing is None and is_open and _has_begun(course, reading, now.date()):
            thing = self._session(course, exercises, now.date())
            thing = thing or self._homework(small, exercises, now)
        thing = thing or self._lesson(reading, course, now.date())
        if thing is None and is_open and not course.began_on and not reading.finished_on:
            # There is nothing to read first.
            thing = self._session(course, exercises, now.date())
        thing = thing or NextThing(NextKind.NOTHING)
        waits = thing.kind is NextKind.CARE or course.began_on is None
        shown = () if waits else small
        return Today(now.date(), thing, shown, course, reading.next, gate, self._felt(life))

    def _felt(self, life: Life) -> Felt | None:
        homework = {routine.id for routine in self._programme.daily}
        began = [
            one.started_at for one in life.practised if one.finished and one.routine not in homework
        ]
        given = next((given for _, given in self._records.felt(1)), None)
        return given.felt if given and began and given.asked_at >= max(began) else None

    def plan_of(self, routine: Routine) -> Plan | None:
        """Return a routine as it is practised, with the person's numbers and substitutes.

        None where none of its exercises can be read.
        """
        return self._plan(routine, self._exercises)

    def _plan(self, routine: Routine, exercises: Mapping[str, Exercise]) -> Plan | None:
        person = self._person()

        def choose(exercise: Exercise, item: Item) -> Choice:
            return choice_for(exercise, person, Offer(exercise.id, item.sets, item.reps))

        parts = parts_of(routine, exercises, choose, person.plan.without)
        if not parts:
            return None
        return build_session(parts, routine.title, routine=routine.id, programme=self._programme.id)

    def _unfinished(self, exercises: Mapping[str, Exercise], now: datetime) -> NextThing | None:
        found = find_unfinished(self._records, exercises, now)
        if found is None:
            return None
        plan = found.plan
        left = [part.exercise.equipment for part in plan.parts[found.place.part :]]
        return NextThing(
            NextKind.UNFINISHED,
            found.run,
            plan.title,
            plan.total_s,
            tuple(dict.fromkeys(left)),
            self._programme.routine(plan.routine or ""),
            unfinished=found,
        )

    def _session(
        self, course: Course, exercises: Mapping[str, Exercise], today: date
    ) -> NextThing | None:
        if course.next is None or not course.is_due(today):
            return None
        thing = self._routine(NextKind.SESSION, course.next, exercises)
        short = course.stage.short if course.stage else None
        if short and not {one.exercise for one in short.items} <= {
            one.exercise for one in course.next.items
        }:
            short = None  # what was drawn for the week has something else
        plan = self._plan(short, exercises) if short else None
        if thing is None or plan is None:
            return thing
        return replace(thing, short=short, short_s=plan.total_s)

    def _homework(
        self, small: Iterable[SmallThing], exercises: Mapping[str, Exercise], now: datetime
    ) -> NextThing | None:
        for wanted in (part_of_day(now), When.ANY):
            for one in small:
                if one.routine and one.routine.when is wanted and not one.done:
                    return self._routine(NextKind.HOMEWORK, one.routine, exercises)
        return None

    def _routine(
        self, kind: NextKind, routine: Routine, exercises: Mapping[str, Exercise]
    ) -> NextThing | None:
        plan = self._plan(routine, exercises)
        if plan is None:
            return None
        instead = {
            item.exercise: item.using
            for item in routine.items
            if item.using and item.exercise in self._person().plan.without
        }
        needed = [instead.get(part.exercise.id, part.exercise.equipment) for part in plan.parts]
        equipment = tuple(dict.fromkeys(needed))
        return NextThing(kind, routine.id, routine.title, plan.total_s, equipment, routine)

    def _lesson(self, reading: Reading, course: Course, today: date) -> NextThing | None:
        """Return the next lesson; after one of today and some practice the next can wait."""
        found = reading.next
        if found is None or (today in reading.finished_on and today in course.practised):
            return None
        seconds = reading_s(self._lessons, found)
        return NextThing(NextKind.LESSON, found.id, found.title, seconds, lesson=found)


def part_of_day(now: datetime) -> When | None:
    """Return which homework belongs to this time of the day; None for that of any."""
    if now.time() < _NOON:
        return When.MORNING
    return When.EVENING if now.time() >= _EVENING else None


def _has_begun(course: Course, reading: Reading, today: date) -> bool:
    """Tell whether the first day is over, which has the first lesson and its few repetitions."""
    days = [day for day in (course.began_on, reading.began_on) if day is not None]
    return course.done > 0 or any(day < today for day in days)
