"""The texts of Try it yourself: goals, checks, advice and falls, in the user's language."""

from __future__ import annotations

from dataclasses import dataclass

from app.body.form import APPLIES, PRESSURE, Check, Pattern
from app.movement.advice import Advice, Mend
from app.movement.dragging import Handle
from app.movement.goals import CLOSE_M, SOFT_KNEES, Goal, GoalId, Target, TargetKind
from app.movement.tryout import Fall
from app.ui.messages import say, translate
from app.units import Units, length

_CM = 100


@dataclass(frozen=True, slots=True)
class GoalTexts:
    """A goal in words.

    Attributes:
        title: its name.
        text: how to go about it.
        reached: what is said once it is reached.
    """

    title: str
    text: str
    reached: str = ""


def goal_texts(goal: Goal, units: Units) -> GoalTexts:
    """Return a goal in words."""
    title, text, *reached = {
        GoalId.HINGE: (
            translate("TryIt", "Find the hinge"),
            translate("TryIt", "Slide the hips back, and let the trunk lean forward to balance."),
            translate("TryIt", "Got it. This is the hip hinge."),
        ),
        GoalId.WALL: (
            translate("TryIt", "Touch the wall"),
            translate("TryIt", "It is {length} behind the heels. Touch it, don't sit."),
            translate("TryIt", "Got it. The hips went back, and the weight stayed over the feet."),
        ),
        GoalId.DEEP: (
            translate("TryIt", "Lean deeper"),
            translate(
                "TryIt",
                "Keep folding at the hips. When they stop, the back starts to round: stop before "
                "that.",
            ),
            translate("TryIt", "Got it. This deep, and the back is still flat."),
        ),
        GoalId.SQUAT: (
            translate("TryIt", "Now do a squat"),
            translate(
                "TryIt", "The other way, on purpose: hips down, knees bent deeply, chest up."
            ),
            translate(
                "TryIt", "Got it. Here the knees and shins did the work the hips do in a hinge."
            ),
        ),
        GoalId.FREE: (
            translate("TryIt", "Free play"),
            translate("TryIt", "No goal now. Go too far on purpose, and see what gives first."),
        ),
    }[goal.id]
    if goal.id is GoalId.WALL:
        text = text.format(length=say(length(_CM * goal.targets[0].amount, units)))
    return GoalTexts(title, text, *reached)


def target_text(target: Target, units: Units) -> str:
    """Return what a target of a goal asks for."""
    low, high = SOFT_KNEES
    text = {
        TargetKind.HIPS_BACK: translate("TryIt", "Hips {length} back"),
        TargetKind.WALL: translate("TryIt", "Bottom at the wall"),
        TargetKind.TRUNK_LEAN: translate("TryIt", "Trunk leans {degrees}°"),
        TargetKind.TRUNK_TALL: translate("TryIt", "Trunk leans {degrees}° at most"),
        TargetKind.KNEES_BENT: translate("TryIt", "Knees bent {degrees}°"),
        TargetKind.KNEES_SOFT: translate("TryIt", "Knees soft, {low}° to {high}°"),
        TargetKind.SHINS_UPRIGHT: translate("TryIt", "Shins vertical"),
        TargetKind.BACK_FLAT: translate("TryIt", "Back flat"),
        TargetKind.MID_FOOT: translate("TryIt", "Weight over mid-foot"),
    }[target.kind]
    way, degrees = say(length(_CM * target.amount, units)), round(target.amount)
    return text.format(length=way, degrees=degrees, low=round(low), high=round(high))


def amount_text(target: Target, amount: float, units: Units) -> str:
    """Return how much of a target there is, as a number; nothing where a number says little."""
    match target.kind:
        case TargetKind.HIPS_BACK:
            return place_text(Handle.HIP, amount, units)
        case TargetKind.WALL:
            left = translate("TryIt", "{length} to go").format(length=_rounded(amount, units))
            return left if amount > CLOSE_M else ""
        case TargetKind.SHINS_UPRIGHT:
            ahead = translate("TryIt", "{degrees}° forward")
            way = ahead if amount > 0 else translate("TryIt", "{degrees}° back")
            return way.format(degrees=abs(round(amount))) if round(amount) else ""
        case TargetKind.BACK_FLAT | TargetKind.MID_FOOT:
            return ""
        case _:
            return translate("TryIt", "{degrees}°").format(degrees=round(amount))


def check_text(check: Check, passed: bool | None, pressure: float) -> str:
    """Return a check in words: as it should be, or as it is if it fails.

    `passed` is None without a verdict; `pressure` is where the weight is, fraction of the foot.
    """
    back = pressure < PRESSURE[0]
    heels = translate("TryIt", "Weight on the heels")
    toes = translate("TryIt", "Weight on the toes")
    right, wrong = {
        Check.FLAT_BACK: (translate("TryIt", "Back flat"), translate("TryIt", "Back rounds")),
        Check.BALANCED: (translate("TryIt", "Weight over mid-foot"), heels if back else toes),
        Check.SHINS_VERTICAL: (
            translate("TryIt", "Shins vertical"),
            translate("TryIt", "Shins lean forward"),
        ),
        Check.SOFT_KNEES: (translate("TryIt", "Knees soft"), translate("TryIt", "Knees locked")),
        Check.HINGE_NOT_SQUAT: (
            translate("TryIt", "A hinge"),
            translate("TryIt", "More of a squat"),
        ),
        Check.HIPS_BACK: (
            translate("TryIt", "Hips back"),
            translate("TryIt", "Hips over the feet"),
        ),
    }[check]
    return wrong if passed is False else right


def verdict_text(check: Check, passed: bool | None, pattern: Pattern) -> str:
    """Return a verdict as a word or two."""
    if check not in APPLIES[pattern]:
        return translate("TryIt", "not in a squat")
    if passed is None:
        return translate("TryIt", "not yet")
    return translate("TryIt", "correct") if passed else translate("TryIt", "incorrect")


def advice_text(mend: Mend) -> str:
    """Return the one sentence that helps with a check."""
    return {
        Advice.COME_UP: translate(
            "TryIt", "Come up until the back is long again: the hips go no further."
        ),
        Advice.LEAN: translate(
            "TryIt", "Lean the trunk forward until the weight is over mid-foot."
        ),
        Advice.HIPS_FORWARD: translate(
            "TryIt", "Bring the hips forward until the weight is over mid-foot."
        ),
        Advice.OFF_THE_TOES: translate(
            "TryIt", "Slide the hips back until the weight is over mid-foot."
        ),
        Advice.SHINS_BACK: translate(
            "TryIt", "Slide the hips back and let the knees come back over the feet."
        ),
        Advice.SOFTEN: translate("TryIt", "Unlock the knees: let them bend a little."),
        Advice.STRAIGHTEN: translate(
            "TryIt", "Straighten the knees a little, and fold at the hips instead."
        ),
        Advice.HIPS_BACK: translate("TryIt", "Send the hips further back, behind the heels."),
    }[mend.advice]


def fall_text(fall: Fall) -> str:
    """Return how the figure falls; empty if it stands."""
    return {
        Fall.STANDS: "",
        Fall.BACKWARD: translate("TryIt", "You would tip backwards"),
        Fall.FORWARD: translate("TryIt", "You would tip forwards"),
        Fall.WALL: translate("TryIt", "The wall is holding you up"),
    }[fall]


def handle_text(handle: Handle) -> str:
    """Return the name of what a handle moves."""
    return {
        Handle.HIP: translate("TryIt", "Hips"),
        Handle.KNEE: translate("TryIt", "Knees"),
        Handle.TRUNK: translate("TryIt", "Trunk"),
    }[handle]


def place_text(handle: Handle, amount: float, units: Units) -> str:
    """Return where hips (m behind the ankles), knees or trunk (deg) are."""
    if handle is not Handle.HIP:
        return translate("TryIt", "{degrees}°").format(degrees=round(amount))
    back, forward = translate("TryIt", "{length} back"), translate("TryIt", "{length} forward")
    return (back if amount > -0.005 else forward).format(length=_rounded(abs(amount), units))


def _rounded(metres: float, units: Units) -> str:
    """Return a length rounded to centimetres, in the user's units."""
    return say(length(round(_CM * metres), units))
