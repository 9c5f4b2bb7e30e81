"""The figure's way into tipping over, and back."""

from __future__ import annotations

from app.movement.motion import minimum_jerk

TIP_S = 0.35


class Tip:
    """An angle that moves smoothly to where it is sent.

    Attributes:
        goal: where it goes, deg.
    """

    def __init__(self) -> None:
        self.goal = 0.0
        self._start, self._began = 0.0, -TIP_S

    def send(self, goal: float, now: float, *, at_once: bool) -> None:
        """Go to an angle (deg) from `now` on, s; with `at_once`, without the way."""
        if goal != self.goal or at_once:
            self._start = goal if at_once else self.angle(now)
            self.goal, self._began = goal, now

    def angle(self, now: float) -> float:
        """Return the angle at a time, deg."""
        share = min(max((now - self._began) / TIP_S, 0.0), 1.0)
        return self._start + (self.goal - self._start) * minimum_jerk(share)

    def moves(self, now: float) -> bool:
        """Return whether it is still on its way."""
        return self._start != self.goal and now - self._began < TIP_S
