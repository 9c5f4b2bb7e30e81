"""The pairs that can be compared, and the one thing to look at in each."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.body.form import Check
from app.body.quantities import Quantity
from app.lessons.model import BodyPart, Overlay
from app.movement.readings import JUDGED_BY, ReadingRow, Timing

_HINGE = "hinge"


def _rows(*quantities: Quantity) -> tuple[ReadingRow, ...]:
    return tuple(ReadingRow(quantity, JUDGED_BY.get(quantity)) for quantity in quantities)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two movements side by side.

    Attributes:
        second: id of the movement on the right; `first`, on the left, is the hinge or
            the right way of the same.
        look_at: the one thing that tells them apart, a sentence.
        rows: the numbers that tell them apart, at most three, the one that matters most first.
        light, lines: how it is pointed out; one or two together.
    """

    second: str
    look_at: str
    rows: tuple[ReadingRow, ...] = ()
    light: tuple[BodyPart, ...] = ()
    lines: tuple[Overlay, ...] = ()
    first: str = _HINGE

    @property
    def curve(self) -> Quantity:
        """What a graph of the two shows first."""
        of_frames = (row.shown for row in self.rows if not isinstance(row.shown, Timing))
        return next(of_frames, Quantity.TRUNK)


def all_pairs() -> tuple[Pair, ...]:
    """Return every pair with its words in the user's language, the squat first."""
    translate = QCoreApplication.translate
    return (
        Pair(
            "squat",
            translate("Pairs", "Watch the hips: back in the hinge, down in the squat."),
            # Both are right, each in its own way: no verdicts.
            rows=(
                ReadingRow(Quantity.HIP_HEIGHT),
                ReadingRow(Quantity.KNEE),
                ReadingRow(Quantity.TRUNK),
            ),
            light=(BodyPart.HIPS,),
            lines=(Overlay.SHIN,),
        ),
        Pair(
            "rounded-back",
            translate(
                "Pairs", "Watch the back: long in the hinge, curled into an arc in the other."
            ),
            rows=_rows(Quantity.LUMBAR, Quantity.HIP),
            lines=(Overlay.BACK,),
        ),
        Pair(
            "squatting-the-hinge",
            translate(
                "Pairs",
                "Watch the knees: nearly still in the hinge, out over the toes in the other.",
            ),
            rows=(
                ReadingRow(Quantity.KNEE, Check.HINGE_NOT_SQUAT),
                *_rows(Quantity.SHIN, Quantity.HIP_HEIGHT),
            ),
            light=(BodyPart.KNEES,),
            lines=(Overlay.SHIN,),
        ),
        Pair(
            "locked-knees",
            translate("Pairs", "Watch the knees: soft in the hinge, locked in the other."),
            rows=_rows(Quantity.KNEE, Quantity.SHIN),
            light=(BodyPart.KNEES,),
        ),
        Pair(
            "hips-not-back",
            translate(
                "Pairs", "Watch the hips: well back in the hinge, over the feet in the other."
            ),
            rows=_rows(Quantity.HIPS_BACK, Quantity.PRESSURE, Quantity.TRUNK),
            light=(BodyPart.HIPS,),
        ),
        Pair(
            "weight-on-toes",
            translate(
                "Pairs", "Watch the weight: over mid-foot in the hinge, over the toes in the other."
            ),
            rows=_rows(Quantity.PRESSURE, Quantity.HIPS_BACK),
            lines=(Overlay.WEIGHT,),
        ),
        Pair(
            "falling-backward",
            translate(
                "Pairs",
                "Watch the weight: over mid-foot in the hinge, over the heels in the other.",
            ),
            rows=_rows(Quantity.PRESSURE, Quantity.HIPS_BACK),
            lines=(Overlay.WEIGHT,),
        ),
        Pair(
            "craned-neck",
            translate(
                "Pairs",
                "Watch the head: in line with the back in the hinge, pulled up in the other.",
            ),
            rows=_rows(Quantity.NECK),
            light=(BodyPart.HEAD,),
        ),
        Pair(
            "rushed-hinge",
            translate("Pairs", "Watch the pace: unhurried in the hinge, dropped in the other."),
            rows=(
                ReadingRow(Timing.PHASE, Check.UNHURRIED),
                *_rows(Quantity.TRUNK, Quantity.HIPS_BACK),
            ),
            lines=(Overlay.HIP,),
        ),
        Pair(
            "phone-pick-up",
            translate(
                "Pairs", "Watch what bends: hips and knees in the right one, the back in the other."
            ),
            rows=_rows(Quantity.LUMBAR, Quantity.KNEE, Quantity.HIP_HEIGHT),
            lines=(Overlay.BACK, Overlay.HIP),
            first="pencil-pick-up",
        ),
        Pair(
            "broomstick-rounded",
            translate(
                "Pairs",
                "Watch the stick: it touches head, back and tailbone, or loses the tailbone.",
            ),
            rows=_rows(Quantity.LUMBAR, Quantity.HIP),
            light=(BodyPart.SPINE,),
            first="broomstick-hinge",
        ),
    )
