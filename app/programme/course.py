"""Where a person is in the course, worked out from the records: nothing of it is stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.programme.life import Life, before
from app.programme.measures import Stick, Wall, find_stick, find_wall
from app.programme.moving_on import Objection
from app.programme.programme import After, Programme, Routine, Stage
from app.programme.walk import Walk
from app.settings.model import WEEKDAYS, PlanSettings


@dataclass(frozen=True, slots=True)
class CourseSession:
    """One session of the course.

    Attributes:
        done_on: the day it was done for the first time; None while it is not.
        elsewhere: whether it was done without the program.
    """

    routine: Routine
    done_on: date | None = None
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class Move:
    """The next stage can be begun; the user decides.

    Attributes:
        stage: the one to move on to.
        objections: what speaks against it; empty where nothing does.
        suggested: whether its first session is what comes next: nothing speaks against it, or the
            stage before was practised for one more week and nothing hurts.
    """

    stage: Stage
    objections: tuple[Objection, ...]
    suggested: bool


@dataclass(frozen=True, slots=True)
class Course:
    """Where a person is in the course.

    Attributes:
        programme: whose sessions these are.
        sessions: all of them, in order.
        at: the index of the one the course has reached; their number at its end.
        stage: the one the next session belongs to, or the last; None without a programme.
        next: the next session: that one, another again, or the one drawn for this week; None where
            nothing comes next.
        due: from which day it is suggested; None where nothing comes next, and before the first.
        again: whether it was done before, or was passed.
        move: the choice to move on, at the end of a stage that was not left yet.
        back: the lower stage that is suggested after a long break; None without one, and once it
            was begun or declined.
        finished: whether the last session was done, once at least.
        after: how to go on after the course; None while that was not chosen, or is over.
        week: the days of this week, the first one first.
        practised: those of them on which something was done.
        began_on: the first day of all on which something was done; None before.
        wall: how far the wall is; None where that was never told.
        stick: in how many checks the stick stayed on; None without any.
    """

    programme: Programme
    sessions: tuple[CourseSession, ...]
    at: int
    stage: Stage | None
    next: Routine | None
    due: date | None
    again: bool
    move: Move | None
    back: Stage | None
    finished: bool
    after: After | None
    week: tuple[date, ...]
    practised: frozenset[date]
    began_on: date | None
    wall: Wall | None
    stick: Stick | None

    @property
    def done(self) -> int:
        """How many sessions were done, each counted once."""
        return sum(one.done_on is not None for one in self.sessions)

    @property
    def total(self) -> int:
        """How many sessions there are."""
        return len(self.sessions)

    @property
    def number(self) -> int | None:
        """The number of the next session, from 1; None where it is none of the course's."""
        ids = [one.routine.id for one in self.sessions]
        return ids.index(self.next.id) + 1 if self.next and self.next.id in ids else None

    @property
    def asks_after(self) -> bool:
        """Whether it is to be chosen how to go on."""
        return self.finished and self.at == self.total and self.after is None and not self.next

    @property
    def stopped(self) -> bool:
        """Whether nothing more is wanted after the course."""
        return self.after is not None and not self.after.draw and self.next is None

    def is_due(self, today: date) -> bool:
        """Tell whether the next session is suggested on a day."""
        return self.next is not None and (self.due is None or self.due <= today)


def find_course(
    programme: Programme,
    life: Life,
    plan: PlanSettings,
    now: datetime,
    first_weekday: int = 0,
) -> Course:
    """Find where a person is in the course.

    Args:
        programme: its rules.
        life: what was done, decided and answered.
        plan: which days suit.
        now: wall time with its zone.
        first_weekday: with which day a week begins, Monday being 0.
    """
    today = now.date()
    walk = Walk(programme, now)
    walk.live(life.practised, life.decisions)
    first_day = first_day_of_week(today, first_weekday)
    week = tuple(first_day + timedelta(days=days) for days in range(7))
    stage_at = walk.entered_stage()
    move = None
    if stage_at is not None:
        objections = programme.move.objections(life.answers, today)
        hurts, more = Objection.PAIN in objections, walk.repeated >= programme.a_week
        suggested = not objections or (more and not hurts)
        move = Move(programme.stages[stage_at], objections, suggested)
    index = walk.next_index(blocked=move is not None and not move.suggested)
    drawn, ahead = None, False
    if index is None and walk.after is not None:
        ahead = walk.last_done_on in week
        drawn = walk.after.routine(first_day + timedelta(days=7 if ahead else 0))
    upcoming = drawn if index is None else programme.days[index]
    due = _due(programme, walk, plan, anchored=drawn is None) if upcoming else None
    if drawn is not None and ahead:
        due = max(due or today, first_day + timedelta(days=7))
    return Course(
        programme=programme,
        sessions=tuple(
            CourseSession(day, *walk.done.get(at, (None, False)))
            for at, day in enumerate(programme.days)
        ),
        at=walk.at,
        stage=_stage(programme, walk.at if index is None else index),
        next=upcoming,
        due=due,
        again=index is not None and index < walk.at,
        move=move,
        back=walk.back if index is not None else None,
        finished=walk.was_finished,
        after=walk.after,
        week=week,
        practised=frozenset(walk.practised_on.intersection(week)),
        began_on=min(walk.practised_on, default=None),
        wall=find_wall(life.measured, programme.wall_step_cm),
        stick=find_stick(life.measured),
    )


def first_day_of_week(day: date, first_weekday: int = 0) -> date:
    """Return the first day of the week that a day belongs to; Monday is 0."""
    return before(day, timedelta(days=(day.weekday() - first_weekday) % 7))


def _due(programme: Programme, walk: Walk, plan: PlanSettings, *, anchored: bool) -> date | None:
    """Return the first day that suits after the rest; `anchored` to the days of the week chosen."""
    due = walk.last_done_on and walk.last_done_on + timedelta(days=1 + programme.rest_days)
    if walk.short_on is not None:
        tomorrow = walk.short_on + timedelta(days=1)
        due = max(due or tomorrow, tomorrow)
    if due is None or not anchored or not plan.weekdays:
        return due
    fitting = (due + timedelta(days=days) for days in range(7))
    return next(day for day in fitting if WEEKDAYS[day.weekday()] in plan.weekdays)


def _stage(programme: Programme, index: int) -> Stage | None:
    return programme.stages[programme.stage_at(index)] if programme.stages else None
