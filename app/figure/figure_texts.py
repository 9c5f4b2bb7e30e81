"""The texts written into a picture."""

from __future__ import annotations

import msgspec

from app.movement.model import Label


class FigureTexts(msgspec.Struct, frozen=True):
    """The texts in the user's language; {placeholders} are filled in."""

    right: str = "Correct"
    wrong: str = "Incorrect"
    hip: str = "hip {angle}°"
    knee: str = "knee {angle}°"
    trunk: str = "trunk {angle}°"
    shin: str = "shin {angle}°"
    load: str = "lower back: about\u00a0{newtons}\u00a0N, ±35%"
    works: str = "works"
    stretches: str = "stretches"

    def of(self, label: Label) -> str:
        """Return a label as a word; empty for a neutral one."""
        return {Label.RIGHT: self.right, Label.WRONG: self.wrong}.get(label, "")
