"""The pairs that can be compared, and the one thing to look at in each."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.lessons.model import Line, Part

_HINGE = "hinge"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two movements side by side.

    Attributes:
        second: id of the movement on the right; `first`, on the left, is the hinge or
            the right way of the same.
        look_at: the one thing that tells them apart, a sentence.
        light, lines: how it is pointed out; one or two together.
    """

    second: str
    look_at: str
    light: tuple[Part, ...] = ()
    lines: tuple[Line, ...] = ()
    first: str = _HINGE


def all_pairs() -> tuple[Pair, ...]:
    """Return every pair with its words in the user's language, the squat first."""
    translate = QCoreApplication.translate
    return (
        Pair(
            "squat",
            translate("Pairs", "Watch the hips: back in the hinge, down in the squat."),
            light=(Part.HIPS,),
            lines=(Line.SHIN,),
        ),
        Pair(
            "rounded-back",
            translate(
                "Pairs", "Watch the back: long in the hinge, curled into an arc in the other."
            ),
            lines=(Line.BACK,),
        ),
        Pair(
            "squatting-the-hinge",
            translate(
                "Pairs",
                "Watch the knees: nearly still in the hinge, out over the toes in the other.",
            ),
            light=(Part.KNEES,),
            lines=(Line.SHIN,),
        ),
        Pair(
            "locked-knees",
            translate("Pairs", "Watch the knees: soft in the hinge, locked in the other."),
            light=(Part.KNEES,),
        ),
        Pair(
            "hips-not-back",
            translate(
                "Pairs", "Watch the hips: well back in the hinge, over the feet in the other."
            ),
            light=(Part.HIPS,),
        ),
        Pair(
            "weight-on-toes",
            translate(
                "Pairs", "Watch the weight: over mid-foot in the hinge, over the toes in the other."
            ),
            lines=(Line.WEIGHT,),
        ),
        Pair(
            "falling-backward",
            translate(
                "Pairs",
                "Watch the weight: over mid-foot in the hinge, over the heels in the other.",
            ),
            lines=(Line.WEIGHT,),
        ),
        Pair(
            "craned-neck",
            translate(
                "Pairs",
                "Watch the head: in line with the back in the hinge, pulled up in the other.",
            ),
            light=(Part.HEAD,),
        ),
        Pair(
            "rushed-hinge",
            translate("Pairs", "Watch the pace: unhurried in the hinge, dropped in the other."),
            lines=(Line.HIP,),
        ),
        Pair(
            "phone-pick-up",
            translate(
                "Pairs", "Watch what bends: hips and knees in the right one, the back in the other."
            ),
            lines=(Line.BACK, Line.HIP),
            first="pencil-pick-up",
        ),
    )
