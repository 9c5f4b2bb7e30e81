"""What the user changed about an exercise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from app.errors import UserError
from app.messages.message import Message
from app.practice.exercise import Exercise, Tempo
from app.practice.limits import LIMITS, PARTS

PREPARE_S = 10.0
_MAY_BE_NOTHING = (*PARTS, "switch_s")

N = TypeVar("N", int, float)


@dataclass(frozen=True, slots=True)
class Choice:
    """Sets, repetitions and seconds of one session, within `LIMITS`.

    Attributes:
        sets: 1 to 10.
        reps: 1 to 30 a set.
        down_s, up_s, top_s: 0.5 to 15 seconds, or 0 to leave the part out.
        hold_s: 0.5 to 120 seconds, or 0; on each side where a set has sides.
        rest_s: 5 to 300 seconds between two sets.
        prepare_s: 3 to 60 seconds before the first set.
        switch_s: 3 to 60 seconds between two sides; 0 without sides.
        own_pace: each repetition waits for the learner to say that it is done.

    Raises:
        UserError: a number is outside its limits, or no part of a repetition takes any time.
    """

    sets: int
    reps: int
    down_s: float
    hold_s: float
    up_s: float
    rest_s: float
    prepare_s: float = PREPARE_S
    top_s: float = 0.0
    switch_s: float = 0.0
    own_pace: bool = False

    def __post_init__(self) -> None:
        for name, limit in LIMITS.items():
            value = getattr(self, name)
            if not (limit.holds(value) or (name in _MAY_BE_NOTHING and value == 0)):
                raise _out_of_range(name, value)
        if not any(getattr(self, part) for part in PARTS):
            raise UserError("practice.no-time")

    @classmethod
    def of(
        cls,
        exercise: Exercise,
        *,
        sets: int | None = None,
        reps: int | None = None,
        down_s: float | None = None,
        hold_s: float | None = None,
        up_s: float | None = None,
        rest_s: float | None = None,
        prepare_s: float | None = None,
        top_s: float | None = None,
        switch_s: float | None = None,
        own_pace: bool = False,
    ) -> Choice:
        """Return the exercise's own numbers with those given (not None) in their place.

        A way down or up can be made slower or faster, but not taken away or added, for the
        movement has it or not. A hold can be, at the bottom or at the top of a repetition: it
        stops the figure there. A hold follows the clock, at the learner's own pace too.

        Raises:
            UserError: a number is outside its limits or does not fit the exercise.
        """
        tempo = exercise.tempo or Tempo(hold=exercise.hold_s or 0.0)
        switch = exercise.switch_s or 0.0
        for name, own, wanted in (
            ("down_s", tempo.down, down_s),
            ("up_s", tempo.up, up_s),
            ("switch_s", switch, switch_s),
        ):
            if wanted is not None and bool(own) != bool(wanted):
                raise _out_of_range(name, wanted) if own else _has_none(exercise, name)
        if exercise.reps is None and reps not in (None, 1):
            raise _has_none(exercise, "reps")
        if exercise.reps is None and top_s:
            raise _has_none(exercise, "top_s")
        return cls(
            sets=_pick(sets, exercise.sets),
            reps=_pick(reps, exercise.reps or 1),
            down_s=_pick(down_s, tempo.down),
            hold_s=_pick(hold_s, tempo.hold),
            up_s=_pick(up_s, tempo.up),
            rest_s=_pick(rest_s, exercise.rest_s),
            prepare_s=_pick(prepare_s, PREPARE_S),
            top_s=_pick(top_s, tempo.top),
            switch_s=_pick(switch_s, switch),
            own_pace=own_pace and exercise.reps is not None,
        )


def _pick(wanted: N | None, own: N) -> N:
    return own if wanted is None else wanted


def _out_of_range(name: str, value: float) -> UserError:
    limit, number = LIMITS[name], Message(f"practice.number.{name}")
    return UserError(
        "practice.out-of-range", number=number, low=limit.low, high=limit.high, value=value
    )


def _has_none(exercise: Exercise, name: str) -> UserError:
    return UserError(f"practice.has-no-{name}", exercise=exercise.title)
