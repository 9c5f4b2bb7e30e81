"""What Try it yourself says: goals, checks, advice and falls in the user's language and units."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.body.form import APPLIES, Check, Pattern
from app.movement.advice import Advice, Mend
from app.movement.dragging import Handle
from app.movement.goals import SOFT_KNEES, Ask, GoalId, Part
from app.movement.tryout import Fall
from app.units import Units, length

_CM = 100


@dataclass(frozen=True, slots=True)
class GoalWords:
    """A goal in words.

    Attributes:
        title: its name.
        text: how to go about it.
        reached: what is said when it is had.
    """

    title: str
    text: str
    reached: str = ""


def goal_words(goal: GoalId) -> GoalWords:
    """Return a goal in words."""
    tr = QCoreApplication.translate
    match goal:
        case GoalId.HINGE:
            return GoalWords(
                tr("TryIt", "Find the hinge"),
                tr("TryIt", "Slide the hips back, and let the trunk lean to balance them."),
                tr("TryIt", "You have it. This is the hip hinge."),
            )
        case GoalId.WALL:
            return GoalWords(
                tr("TryIt", "Touch the wall"),
                tr("TryIt", "Reach back until your seat just touches the wall, without sitting."),
                tr("TryIt", "You have it. The hips went back, your weight stayed on your feet."),
            )
        case GoalId.DEEP:
            return GoalWords(
                tr("TryIt", "Lean deeper"),
                tr("TryIt", "Fold on at the hips. Where they end the back rounds: stop before."),
                tr("TryIt", "You have it. This deep, and the back is still flat."),
            )
        case GoalId.SQUAT:
            return GoalWords(
                tr("TryIt", "Now a squat, on purpose"),
                tr("TryIt", "Hips down instead of back, knees well bent, chest up."),
                tr("TryIt", "You have it. Knees and shins did here what hips do in a hinge."),
            )
        case GoalId.FREE:
            return GoalWords(
                tr("TryIt", "Free play"),
                tr("TryIt", "No goal now. Go too far on purpose, and see what gives first."),
            )


def part_words(part: Part, units: Units) -> str:
    """Return what a part of a goal asks for."""
    tr, degrees = QCoreApplication.translate, round(part.amount)
    match part.ask:
        case Ask.HIPS_BACK:
            text = tr("TryIt", "Hips {length} behind the ankles")
            return text.format(length=length(_CM * part.amount, units))
        case Ask.WALL:
            text = tr("TryIt", "Seat at the wall, {length} back")
            return text.format(length=length(_CM * part.amount, units))
        case Ask.TRUNK_LEAN:
            return tr("TryIt", "Trunk leans {degrees}°").format(degrees=degrees)
        case Ask.TRUNK_TALL:
            return tr("TryIt", "Trunk leans {degrees}° at most").format(degrees=degrees)
        case Ask.KNEES_BENT:
            return tr("TryIt", "Knees bent {degrees}°").format(degrees=degrees)
        case Ask.KNEES_SOFT:
            low, high = SOFT_KNEES
            text = tr("TryIt", "Knees soft, {low}° to {high}°")
            return text.format(low=round(low), high=round(high))
        case Ask.SHINS_UPRIGHT:
            return tr("TryIt", "Shins vertical")
        case Ask.BACK_FLAT:
            return tr("TryIt", "Back flat")
        case Ask.MID_FOOT:
            return tr("TryIt", "Weight over mid-foot")


def amount_words(part: Part, amount: float, units: Units) -> str:
    """Return how far a part of a goal is, in a number; nothing where a number says little."""
    tr = QCoreApplication.translate
    match part.ask:
        case Ask.HIPS_BACK:
            return place_words(Handle.HIP, amount, units)
        case Ask.WALL:
            left = _rounded(max(0.0, amount), units)
            return tr("TryIt", "{length} to go").format(length=left)
        case Ask.BACK_FLAT | Ask.MID_FOOT:
            return ""
        case _:
            return tr("TryIt", "{degrees}°").format(degrees=round(amount))


def check_words(check: Check, passed: bool | None, mend: Advice | None) -> str:
    """Return a check in words: as it should be, or as it is where it fails.

    Args:
        check: which.
        passed: its verdict; None where it has none.
        mend: what mends it, where it fails.
    """
    tr = QCoreApplication.translate
    right, wrong = {
        Check.FLAT_BACK: (tr("TryIt", "Back flat"), tr("TryIt", "Back rounds")),
        Check.BALANCED: (
            tr("TryIt", "Weight over mid-foot"),
            tr("TryIt", "Weight on the heels")
            if mend is Advice.OFF_THE_HEELS
            else tr("TryIt", "Weight on the toes"),
        ),
        Check.SHINS_VERTICAL: (tr("TryIt", "Shins vertical"), tr("TryIt", "Shins lean forward")),
        Check.SOFT_KNEES: (tr("TryIt", "Knees soft"), tr("TryIt", "Knees locked")),
        Check.HINGE_NOT_SQUAT: (tr("TryIt", "A hinge"), tr("TryIt", "More of a squat")),
        Check.HIPS_BACK: (tr("TryIt", "Hips back"), tr("TryIt", "Hips over the feet")),
    }[check]
    return wrong if passed is False else right


def verdict_words(check: Check, passed: bool | None, pattern: Pattern) -> str:
    """Return a verdict as a word or two."""
    tr = QCoreApplication.translate
    if check not in APPLIES[pattern]:
        return tr("TryIt", "not in a squat")
    if passed is None:
        return tr("TryIt", "not yet")
    return tr("TryIt", "right") if passed else tr("TryIt", "wrong")


def advice_words(mend: Mend) -> str:
    """Return the one sentence that mends a check."""
    tr = QCoreApplication.translate
    return {
        Advice.COME_UP: tr(
            "TryIt", "Come up until the back is long again: the hips have gone as far as they go."
        ),
        Advice.OFF_THE_HEELS: tr(
            "TryIt", "Bring the hips forward until the weight is over mid-foot, or lean more."
        ),
        Advice.OFF_THE_TOES: tr("TryIt", "Slide the hips back until the weight is over mid-foot."),
        Advice.SHINS_BACK: tr(
            "TryIt", "Slide the hips back and let the knees come back over the feet."
        ),
        Advice.SOFTEN: tr("TryIt", "Unlock the knees: let them bend a little."),
        Advice.STRAIGHTEN: tr("TryIt", "Straighten the knees some, and fold at the hips instead."),
        Advice.HIPS_BACK: tr("TryIt", "Send the hips farther back, behind the heels."),
    }[mend.advice]


def fall_words(fall: Fall) -> str:
    """Return how the figure falls; nothing where it stands."""
    tr = QCoreApplication.translate
    return {
        Fall.STANDS: "",
        Fall.BACKWARD: tr("TryIt", "You would tip backward"),
        Fall.FORWARD: tr("TryIt", "You would tip forward"),
        Fall.WALL: tr("TryIt", "The wall holds you up"),
    }[fall]


def handle_words(handle: Handle) -> str:
    """Return the name of what is moved."""
    tr = QCoreApplication.translate
    return {
        Handle.HIP: tr("TryIt", "Hips"),
        Handle.KNEE: tr("TryIt", "Knees"),
        Handle.TRUNK: tr("TryIt", "Trunk"),
    }[handle]


def place_words(handle: Handle, amount: float, units: Units) -> str:
    """Return where hips (m behind the ankles), knees or trunk (deg) are."""
    tr = QCoreApplication.translate
    if handle is not Handle.HIP:
        return tr("TryIt", "{degrees}°").format(degrees=round(amount))
    text = tr("TryIt", "{length} back") if amount > -0.005 else tr("TryIt", "{length} forward")
    return text.format(length=_rounded(abs(amount), units))


def _rounded(metres: float, units: Units) -> str:
    """Return a length in whole centimetres, or the inches they are."""
    return length(round(_CM * metres), units)
