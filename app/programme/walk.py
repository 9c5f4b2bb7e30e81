"""Follow a life through the course, one thing after the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from app.programme.done import EARLIEST, true_times
from app.programme.programme import THIS_WEEK, After, Programme, Routine, Stage
from app.records.decision import Decision, DecisionKind
from app.records.model import Practised

#: The day of what a clock dated in the future before anything else was recorded.
_UNKNOWN = date(1970, 1, 1)


class Walk:
    """Where the course stands after all that was done and decided so far.

    The course goes on when the session it has reached is done, or a later one; an earlier one again
    changes nothing. Back it goes by a decision alone. Before it goes on, other sessions may be due
    again: one more week of a stage, or after a long break the last ones of a lower stage.

    Attributes:
        at: the index of the session the course has reached; their number at its end.
        done: by index, the day a session was first done, and whether elsewhere.
        repeats, lower: indices of the sessions to be done before the course goes on, those of the
            lower stage first.
        back: the lower stage that a long break suggests; None once it was begun or declined.
        repeated: how often the stage before was practised since the course has come to a new one.
        after: how to go on after the course; None while that was not chosen.
        was_finished: whether the end was reached, though the course may have been started again.
        last_done_on: the day of the session done last; None before the first.
        short_on: the day of the short version done last.
        practised_on: the days on which anything was done.

    Args:
        programme: the rules.
        now: wall time with its zone.
    """

    def __init__(self, programme: Programme, now: datetime) -> None:
        self.at = 0
        self.done: dict[int, tuple[date, bool]] = {}
        self.repeats: list[int] = []
        self.lower: list[int] = []
        self.back: Stage | None = None
        self.after: After | None = None
        self.was_finished = False
        self.last_done_on: date | None = None
        self.short_on: date | None = None
        self.practised_on: set[date] = set()
        self._programme, self._now = programme, now
        self._index = {day.id: at for at, day in enumerate(programme.days)}
        self._shorts = {stage.short.id: stage.short for stage in programme.stages}
        #: What was begun of each routine; and the one done last, with what made it so.
        self._began: dict[str, list[Practised]] = {}
        self._latest: tuple[Routine | None, list[Practised]] = None, []
        self._seen, self._ahead = EARLIEST, False
        self.repeated = 0
        #: Where a stage was entered by decision.
        self._entered = -1

    def live(self, practised: Sequence[Practised], decisions: Sequence[Decision]) -> None:
        """Follow what was done and decided, each in the order it was recorded."""
        events: list[tuple[datetime, Practised | Decision]] = []
        events += zip(
            true_times((one.started_at for one in practised), self._now), practised, strict=True
        )
        events += zip(
            true_times((one.decided_at for one in decisions), self._now), decisions, strict=True
        )
        for at, one in sorted(events, key=lambda event: event[0]):
            self._arrive(at)
            if isinstance(one, Decision):
                moment = one.decided_at
                self._decide(one, self._day(moment, at))
            else:
                moment = one.started_at
                self._practise(one, self._day(moment, at))
            self._seen, self._ahead = max(self._seen, at), self._ahead or moment > self._now
        if not self._ahead:
            self._arrive(self._now)
        if self.after is not None and self.after.stage and not self.repeats:
            self.after = None

    def entered_stage(self) -> int | None:
        """Return the stage, from 0, that the course has come to and that was not begun yet."""
        stages = self._programme.stages
        at = self._programme.stage_at(self.at)
        is_new = at > 0 and self.at == stages[at].first and self._entered != self.at
        return at if is_new and not self.lower and not self.repeats else None

    def next_index(self, *, blocked: bool) -> int | None:
        """Return the index of the next session; None after the last.

        Args:
            blocked: whether the answers speak against the stage that comes next; then the last
                sessions before it are done again.
        """
        for index in (*self.lower, *self.repeats):
            return index
        if blocked and (stage_at := self.entered_stage()) is not None:
            before = self._programme.stages[stage_at - 1]
            first = max(before.first, before.last + 1 - self._programme.a_week)
            return first + self.repeated % (before.last + 1 - first)
        return self.at if self.at < len(self._programme.days) else None

    def _day(self, moment: datetime, at: datetime) -> date:
        """Return the learner's day; of a clock that was far ahead, that of what was before."""
        if moment.date() <= self._now.date() + timedelta(days=1):
            return moment.date()
        return _UNKNOWN if at == EARLIEST else min(at.date(), self._now.date())

    def _arrive(self, at: datetime) -> None:
        """Suggest a lower stage where there was nothing at all for long."""
        rule, stages = self._programme.away, self._programme.stages
        if self._seen == EARLIEST or at - self._seen < timedelta(days=rule.days) or not self.done:
            return
        lower = self._programme.stage_at(self.at) - 1
        goes_on = self.at < len(self._programme.days) or self.repeats
        if lower >= 0 and (goes_on or (self.after and self.after.draw)):
            self.back = stages[lower]
            self.lower = _last(stages[lower], rule.sessions)

    def _practise(self, one: Practised, day: date) -> None:
        programme, rule = self._programme, self._programme.done
        if one.programme not in (None, programme.id):
            return
        if one.finished:
            self.practised_on.add(day)
        single = one.routine is None or one.routine in self._shorts
        if one.routine in self._shorts and rule.is_exercise_done(one.finished, one.planned):
            self.short_on = day
        if single and self._completes(one):
            self._latest[1].append(one)
            return
        target = self._target(one.routine, single=single)
        if target is None or not any(one.exercise in way for way in target[1]):
            return
        name, ways = target
        recent = [*_recent(rule.within, self._began.pop(name, ()), one), one]
        if rule.is_session_done(ways, recent):
            self._latest = self._routine(name), recent
            self._finish(name, day, elsewhere=False)
        else:
            self._began[name] = recent

    def _target(
        self, routine: str | None, *, single: bool
    ) -> tuple[str, Sequence[frozenset[str]]] | None:
        """Return the session that an exercise counts for, and what counts as each of its own."""
        if single:
            index = self.next_index(blocked=False)
            routine = THIS_WEEK if index is None else self._programme.days[index].id
        if routine == THIS_WEEK:
            draw = self.after.draw if self.after else ()
            return (THIS_WEEK, [frozenset(pool) for pool in draw]) if draw else None
        if routine in self._index:
            return routine, self._programme.days[self._index[routine]].ways
        return None

    def _routine(self, name: str) -> Routine | None:
        return self._programme.days[self._index[name]] if name in self._index else None

    def _completes(self, one: Practised) -> bool:
        """Tell whether an exercise is one that the session done last still lacked."""
        routine, done = self._latest
        if routine is None or not done:
            return False
        rule = self._programme.done
        there = rule.exercises_done(done)
        lacks = any(one.exercise in way and there.isdisjoint(way) for way in routine.ways)
        return lacks and len(_recent(rule.within, done, one)) == len(done)

    def _finish(self, name: str, day: date, *, elsewhere: bool) -> None:
        """Follow a session that was done."""
        self.back = None
        self.last_done_on = max(self.last_done_on or day, day)
        self.practised_on.add(day)
        if name == THIS_WEEK:
            return
        index = self._index[name]
        self.done.setdefault(index, (day, elsewhere))
        if index in self.lower:
            del self.lower[: self.lower.index(index) + 1]
        elif index in self.repeats:
            self.lower.clear()
            del self.repeats[: self.repeats.index(index) + 1]
        elif index >= self.at:
            self._go_to(index + 1)
        elif self.entered_stage() is not None:
            self.repeated += 1

    def _go_to(self, index: int) -> None:
        self.lower.clear()
        self.repeats.clear()
        self.at, self._entered, self.repeated = index, -1, 0
        self.was_finished = self.was_finished or index == len(self._programme.days)

    def _decide(self, decision: Decision, day: date) -> None:
        about, programme = decision.about, self._programme
        stage = programme.stage(about)
        match decision.kind:
            case DecisionKind.DONE_ELSEWHERE:
                self.practised_on.add(day)
                if about in self._index or about == THIS_WEEK:
                    self._latest = None, []
                    self._finish(about, day, elsewhere=True)
            case DecisionKind.STARTED_AT if about in self._index:
                self.back = self.after = None
                self._go_to(self._index[about])
                self._entered = self.at
            case DecisionKind.MOVED_ON if stage is not None:
                self.back = None
                self._go_to(max(self.at, stage.first))
                self._entered = self.at
            case DecisionKind.STAYED if stage is not None and stage.last < self.at:
                self.back = None
                self.lower.clear()
                self.repeats = _last(stage, programme.a_week)
            case DecisionKind.CAME_BACK:
                self.back = None
                self.lower.clear()
            case DecisionKind.CAME_BACK_LOWER if stage is not None and stage.last < self.at:
                self.back = None
                self.lower = _last(stage, programme.away.sessions)
            case DecisionKind.AFTER:
                self._choose_after(about)

    def _choose_after(self, about: str) -> None:
        self.repeats.clear()
        self.after = next((one for one in self._programme.after if one.id == about), None)
        stage = self._programme.stage(self.after.stage or "") if self.after else None
        if stage is not None and stage.last < self.at:
            self.repeats = list(range(stage.first, stage.last + 1))


def _last(stage: Stage, sessions: int) -> list[int]:
    return list(range(max(stage.first, stage.last + 1 - sessions), stage.last + 1))


def _recent(within: timedelta, done: Iterable[Practised], now: Practised) -> list[Practised]:
    return [one for one in done if abs(now.started_at - one.started_at) <= within]
