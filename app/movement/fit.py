"""A pose within what a body can do by itself: its hamstrings, its back, its ankles."""

from __future__ import annotations

from collections.abc import Callable

from app.body.anthropometry import Body
from app.body.form import Check
from app.body.hamstrings import most_hip_flexion
from app.body.limits import JOINT_LIMITS
from app.body.pose import Pose
from app.body.skeleton import Skeleton, build_skeleton
from app.body.vectors import Vec3
from app.movement.intent import Intent
from app.movement.model import Key, Label, Movement
from app.movement.search import solve

_STEPS = 40
_LIMIT_DEG = 5e-3
_HIP_SLOPE = 1.07  # deg of hip flexion for one of lean: the thigh leans back with it
_ROUNDEST = 40.0  # deg of thoracic flexion
_MOST_SHIN = JOINT_LIMITS["ankle"][1] - 0.5


class Fitter:
    """Fits the keys of a movement to what one body can do.

    Attributes:
        movement: what is moved.
        body: who moves.
        intent: what the movement asks for.
        gaps: how far from heel to wall each station of a wall drill is, m; a subclass fills it.
        places: where palms that pick something up come down, by side, m; likewise.
    """

    def __init__(self, movement: Movement, body: Body) -> None:
        self.movement, self.body = movement, body
        self.intent = Intent(movement, body)
        self.gaps: list[float] = []
        self.places: dict[str, Vec3] = {}
        # The searches ask for the same pose several times in a row.
        self._built: Skeleton | None = None

    def skeleton(self, pose: Pose) -> Skeleton:
        """Return the balanced skeleton of one of this movement's poses."""
        if self._built is None or self._built.pose != pose:
            self._built = build_skeleton(self.body, pose, self.movement.stance)
        return self._built

    def stated(self, key: Key, lean: float, knee: float) -> Pose:
        """Return a key's pose as stated, except for lean and knee, deg."""
        return self.intent.pose(key, lean, knee, self.station_ahead(key.station), self.places)

    def within_hamstrings(self, key: Key, lean: float, knee: float, spare: float = 0.0) -> Pose:
        """Return the pose, with no more hip flexion than the hamstrings allow this body.

        Beyond that the pelvis stops. In a right movement the person stops with it; in a wrong one
        the back rounds on.

        Args:
            key: what is asked for.
            lean, knee: thorax lean and knee flexion, deg.
            spare: how far the lumbar spine may flex to go on leaning anyway, deg.
        """
        pose = self.stated(key, lean, knee)
        roundest = pose.thoracic
        if self.movement.label is Label.WRONG:
            spare = self.intent.flat_lumbar
            if Check.FLAT_BACK in self.movement.breaks:
                spare, roundest = self.body.lumbar_deg, _ROUNDEST
        wanted = pose.thorax
        for _ in range(_STEPS):
            excess = self._over_hamstrings(pose)
            if abs(excess) <= _LIMIT_DEG or (excess < 0 and pose.thorax >= wanted):
                break
            # First the lumbar spine gives, then the thoracic spine, and last the lean.
            lumbar = max(0.0, min(excess, spare - pose.lumbar))
            thoracic = max(0.0, min(2 * (excess - lumbar), roundest - pose.thoracic))
            left = (excess - lumbar - thoracic / 2) / _HIP_SLOPE
            pose = pose._replace(
                lumbar=pose.lumbar + lumbar,
                thoracic=pose.thoracic + thoracic,
                thorax=min(pose.thorax - left, wanted),
            )
        return pose

    def _over_hamstrings(self, pose: Pose) -> float:
        """Return how far (deg) the more stretched leg's hip is past what its hamstrings allow."""
        return max(
            leg.hip_flexion - most_hip_flexion(self.body.slr_deg, leg.knee)
            for leg in self.skeleton(pose).legs.values()
        )

    def as_deep_as_ankles_go(self, bent: Callable[[float], Pose], knee: float) -> Pose:
        """Return the pose `bent` to a knee flexion (deg), or less where the heels would rise."""
        pose = bent(knee)
        if self.skeleton(pose).shin <= _MOST_SHIN:
            return pose

        def past(less: float) -> float:
            return self.skeleton(bent(knee - less)).shin - _MOST_SHIN

        return bent(knee - solve(past, 0.0, knee))

    def station_ahead(self, station: int | None) -> float:
        """Return how far (m) the feet are from the first station at another one of a wall drill."""
        if station is None or station <= 1:
            return 0.0
        return self.gaps[min(station, len(self.gaps)) - 1] - self.gaps[0]
