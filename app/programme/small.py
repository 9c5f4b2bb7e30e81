"""The small things of a day: the homework, and what a person hinges for in between."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.programme.life import Life
from app.programme.programme import PICK_UPS, Programme, Routine, When
from app.records.decision import DecisionKind


@dataclass(frozen=True, slots=True)
class SmallThing:
    """A small thing of today.

    Attributes:
        id: of the homework, or `pick-ups`.
        title: the homework's; of the pick-ups, the thing the user chose, as in the settings.
        done_at: when it was done or ticked; None while it was not.
        ticks: ids of the decisions by which it was ticked, to be taken back; empty where it was
            practised.
        routine: the homework; None for the pick-ups.
    """

    id: str
    title: str
    done_at: datetime | None = None
    ticks: tuple[str, ...] = ()
    routine: Routine | None = None

    @property
    def done(self) -> bool:
        """Whether it was done today, here or elsewhere."""
        return self.done_at is not None


def find_small(
    programme: Programme, life: Life, thing: str, now: datetime
) -> tuple[SmallThing, ...]:
    """Return the small things of the day of `now`, those of the evening last.

    Args:
        programme: which has the homework.
        life: what was done and decided.
        thing: what the person hinges for; empty where nothing was chosen.
        now: wall time with its zone.
    """
    evening = [one for one in programme.daily if one.when is When.EVENING]
    daytime = [one for one in programme.daily if one.when is not When.EVENING]
    return (
        *(_small(one.id, one.title, one, programme, life, now) for one in daytime),
        *([_small(PICK_UPS, thing, None, programme, life, now)] if thing.strip() else []),
        *(_small(one.id, one.title, one, programme, life, now) for one in evening),
    )


def _small(
    own_id: str,
    title: str,
    routine: Routine | None,
    programme: Programme,
    life: Life,
    now: datetime,
) -> SmallThing:
    today = now.date()
    ticks = [
        one
        for one in life.decisions
        if one.kind is DecisionKind.DONE_ELSEWHERE
        and one.about == own_id
        and one.decided_at.date() == today
    ]
    here = [
        one
        for one in life.practised
        if one.routine == own_id
        and one.programme in (None, programme.id)
        and one.started_at.date() == today
    ]
    times = [one.decided_at for one in ticks]
    if routine and programme.done.is_session_done(routine.ways, here):
        times += [one.started_at for one in here]
    return SmallThing(
        own_id, title, min(times, default=None), tuple(one.id for one in ticks), routine
    )
