"""Where in a movement the figure is while it plays, on a clock passed in."""

from __future__ import annotations

SPEEDS = (0.25, 0.5, 1.0, 1.5, 2.0)
#: A person pauses for a moment before the next rep, and so does the figure when it loops.
SEAM_S = 0.7
#: One step of the single-step buttons, s of movement time.
STEP_S = 1 / 25


class Playback:
    """Position, speed and looping of a movement that lasts `seconds`.

    Attributes:
        seconds: length of the movement, s.
        position: where it stands, s from the start; never past `seconds`.
        speed: 0.25 to 2.
        looping: whether it starts again at the end.
        playing: whether time moves it.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.position = 0.0
        self.speed = 1.0
        self.looping = True
        self.playing = False
        self._last: float | None = None
        self._seam = 0.0

    def load(self, seconds: float) -> None:
        """Load another movement, paused at its start."""
        self.seconds = seconds
        self.seek(0.0)
        self.pause()

    def play(self, now: float) -> None:
        """Go on from the current position; from the start if that is the end."""
        if self.position >= self.seconds:
            self.seek(0.0)
        self.playing = True
        self._last = now

    def pause(self) -> None:
        """Stand still."""
        self.playing = False
        self._last = None

    def advance(self, now: float) -> bool:
        """Move on to `now` (s on a monotonic clock); return whether anything changed."""
        if not self.playing or self._last is None:
            return False
        elapsed = max(0.0, now - self._last) * self.speed
        self._last = now
        left = elapsed
        while left > 0 and self.playing:
            left = self._step(left)
        return elapsed > 0

    def seek(self, position: float) -> None:
        """Stand at `position` s, clamped to the movement."""
        self.position = min(max(position, 0.0), self.seconds)
        self._seam = 0.0

    def step(self, count: int) -> None:
        """Pause and move by `count` single steps, wrapping round at either end."""
        self.pause()
        frames = max(1, round(self.seconds / STEP_S))
        frame = round(self.position / self.seconds * frames) + count
        self.seek(self.seconds * (frame % (frames + 1)) / frames)

    def set_speed(self, speed: float) -> None:
        """Play at `speed`, within 0.25 to 2."""
        self.speed = min(max(speed, SPEEDS[0]), SPEEDS[-1])

    def _step(self, left: float) -> float:
        if self.position < self.seconds:
            used = min(left, self.seconds - self.position)
            self.position += used
            return left - used
        if not self.looping:
            self.pause()
            return 0.0
        rest = SEAM_S - self._seam
        if left < rest:
            self._seam += left
            return 0.0
        self.seek(0.0)
        return left - rest
