"""A movement at a moment in statements, for people who cannot see the figure."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from app.body.form import FLAT_BACK_PERCENT, NECK_DEG, PRESSURE, SHIN_DEG, is_back_flat
from app.body.measures import Measures, measure
from app.body.skeleton import Skeleton
from app.movement.model import Phase
from app.movement.motion import Motion
from app.movement.props import PropKind

#: From here on the back rounds enough to watch it, or is arched; percent of its range.
WATCH_PERCENT = 30.0
ARCHED_PERCENT = -15.0
#: Where the weight should be, fraction of the foot from the heel.
MID_FOOT = (0.35, 0.60)
#: Hips no farther than this behind or ahead of the ankles are over the feet, m.
_OVER_FEET_M = (0.02, 0.12)
_STRAIGHT_KNEE_DEG = 3.0
_UPRIGHT_DEG = 4.0
_TOUCH_M = 0.01
_ON_FLOOR_M = 0.005
_EPSILON = 1e-6


class Say(StrEnum):
    """What can be said about a moment; lengths in cm, angles in degrees, rounding in percent."""

    HIPS_BEHIND = "hips-behind"
    HIPS_OVER = "hips-over"
    HIPS_AHEAD = "hips-ahead"
    KNEES_BENT = "knees-bent"
    KNEES_STRAIGHT = "knees-straight"
    TRUNK_LEANS = "trunk-leans"
    TRUNK_UPRIGHT = "trunk-upright"
    TRUNK_BACK = "trunk-back"
    SHINS_UPRIGHT = "shins-upright"
    SHINS_FORWARD = "shins-forward"
    SHINS_BACK = "shins-back"
    BACK_FLAT = "back-flat"
    BACK_WATCH = "back-watch"
    BACK_ROUNDED = "back-rounded"
    BACK_ARCHED = "back-arched"
    WEIGHT_FALLS_BACK = "weight-falls-back"
    WEIGHT_HEELS = "weight-heels"
    WEIGHT_MID = "weight-mid"
    WEIGHT_FRONT = "weight-front"
    WEIGHT_TOES = "weight-toes"
    HEAD_IN_LINE = "head-in-line"
    HEAD_UP = "head-up"
    HEAD_DOWN = "head-down"
    WALL_TOUCHED = "wall-touched"
    WALL_AWAY = "wall-away"
    HELD = "held"
    HELD_LEFT = "held-left"
    HELD_RIGHT = "held-right"
    ON_LEFT = "on-left"
    ON_RIGHT = "on-right"
    ON_LEFT_ALONE = "on-left-alone"
    ON_RIGHT_ALONE = "on-right-alone"


class Statement(NamedTuple):
    """One fact about a moment.

    Attributes:
        say: what.
        amount: how much, in whole units of `Say`; None where there is no number.
        thing: what is held.
    """

    say: Say
    amount: int | None = None
    thing: PropKind | None = None


class Telling(NamedTuple):
    """A moment of a movement.

    Attributes:
        phase: which phase it is in, with its cue.
        statements: the facts, starting with the hips.
    """

    phase: Phase
    statements: tuple[Statement, ...]


def tell(motion: Motion, t: float) -> Telling:
    """Return what to say about a movement at `t` s, clamped to its ends."""
    place = motion.place_at(t)
    skeleton = motion.skeleton_in(*place)
    measures = measure(skeleton)
    said = [
        _hips(measures),
        _knees(skeleton),
        _trunk(skeleton),
        _shins(skeleton),
        _back(measures),
        _head(skeleton),
        _weight(measures),
        *_foot(skeleton),
        *_wall(motion, skeleton),
        *_held(motion, skeleton),
    ]
    return Telling(motion.movement.phases[place.phase], tuple(said))


def _hips(measures: Measures) -> Statement:
    behind = measures.hip_behind_ankle
    if -_OVER_FEET_M[1] <= behind <= _OVER_FEET_M[0]:
        return Statement(Say.HIPS_OVER)
    say = Say.HIPS_BEHIND if behind > 0 else Say.HIPS_AHEAD
    return Statement(say, round(100 * abs(behind)))


def _knees(skeleton: Skeleton) -> Statement:
    if skeleton.knee < _STRAIGHT_KNEE_DEG:
        return Statement(Say.KNEES_STRAIGHT)
    return Statement(Say.KNEES_BENT, round(skeleton.knee))


def _trunk(skeleton: Skeleton) -> Statement:
    lean = skeleton.pose.thorax
    if abs(lean) < _UPRIGHT_DEG:
        return Statement(Say.TRUNK_UPRIGHT)
    return Statement(Say.TRUNK_LEANS if lean > 0 else Say.TRUNK_BACK, round(abs(lean)))


def _shins(skeleton: Skeleton) -> Statement:
    lean = skeleton.shin
    # Whole degrees decide, because whole degrees are what is said.
    if abs(round(lean)) <= SHIN_DEG:
        return Statement(Say.SHINS_UPRIGHT)
    return Statement(Say.SHINS_FORWARD if lean > 0 else Say.SHINS_BACK, round(abs(lean)))


def _back(measures: Measures) -> Statement:
    percent = measures.lumbar_percent
    if percent < ARCHED_PERCENT:
        return Statement(Say.BACK_ARCHED, round(-percent))
    if not is_back_flat(percent):
        # Never a number that still counts as flat.
        return Statement(Say.BACK_ROUNDED, max(round(percent), round(FLAT_BACK_PERCENT) + 1))
    say = Say.BACK_FLAT if percent <= WATCH_PERCENT else Say.BACK_WATCH
    return Statement(say, max(0, round(percent)))


def _head(skeleton: Skeleton) -> Statement:
    neck = skeleton.pose.neck
    if abs(neck) <= NECK_DEG:
        return Statement(Say.HEAD_IN_LINE)
    return Statement(Say.HEAD_UP if neck > 0 else Say.HEAD_DOWN, round(abs(neck)))


def _weight(measures: Measures) -> Statement:
    pressure = measures.pressure
    # A movement that is stated to be exactly on a limit is still within it.
    if pressure < PRESSURE[0] - _EPSILON:
        return Statement(Say.WEIGHT_FALLS_BACK)
    if pressure < MID_FOOT[0] - _EPSILON:
        return Statement(Say.WEIGHT_HEELS)
    if pressure <= MID_FOOT[1] + _EPSILON:
        return Statement(Say.WEIGHT_MID)
    if pressure <= PRESSURE[1] + _EPSILON:
        return Statement(Say.WEIGHT_FRONT)
    return Statement(Say.WEIGHT_TOES)


def _foot(skeleton: Skeleton) -> list[Statement]:
    """Say which foot bears the weight, unless both do."""
    share = skeleton.pose.weight
    if abs(share) < 0.5:
        return []
    other = "left" if share > 0 else "right"
    if skeleton.joints[f"heel_{other}"].y < _ON_FLOOR_M:
        return [Statement(Say.ON_RIGHT if share > 0 else Say.ON_LEFT)]
    return [Statement(Say.ON_RIGHT_ALONE if share > 0 else Say.ON_LEFT_ALONE)]


def _wall(motion: Motion, skeleton: Skeleton) -> list[Statement]:
    if motion.wall_x is None:
        return []
    gap = skeleton.hip.x - skeleton.lengths.buttock - motion.wall_x
    if gap < _TOUCH_M:
        return [Statement(Say.WALL_TOUCHED)]
    return [Statement(Say.WALL_AWAY, round(100 * gap))]


def _held(motion: Motion, skeleton: Skeleton) -> list[Statement]:
    """Say what the hands hold; the same thing in both is said once."""
    pose = skeleton.pose
    found: dict[PropKind, set[str]] = {}
    for prop in motion.movement.props:
        for side, load in (("left", pose.left_load), ("right", pose.right_load)):
            # What is picked up loads the hand as soon as it is carried.
            if prop.held_by(side) and (prop.grip is None or load > 0):
                found.setdefault(prop.kind, set()).add(side)
    says = {"left": Say.HELD_LEFT, "right": Say.HELD_RIGHT}
    return [
        Statement(Say.HELD if len(sides) > 1 else says[next(iter(sides))], thing=kind)
        for kind, sides in found.items()
    ]
