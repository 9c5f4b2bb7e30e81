"""The background of the far view's words: a colour for each phase."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtGui import QColor

from app.figure.palette import Palette, blend
from app.practice.moment import Moment
from app.practice.timeline import PhaseKind
from app.practice.transitions import State

#: The palette's colour and how much of it is in the ground. Ink is read on each of them at a
#: contrast of 4.5 or better; no two look alike, be it to eyes without red or green cones.
_KINDS: Mapping[PhaseKind, tuple[str, float]] = MappingProxyType(
    {
        PhaseKind.PREPARE: ("hip", 0.16),
        PhaseKind.DOWN: ("right", 0.30),
        PhaseKind.HOLD: ("figure", 0.50),
        PhaseKind.UP: ("cloth", 0.50),
        PhaseKind.TOP: ("kraft", 0.55),
        PhaseKind.REP: ("right", 0.30),
        PhaseKind.HOLD_LEFT: ("figure", 0.50),
        PhaseKind.SWITCH: ("hip", 0.16),
        PhaseKind.HOLD_RIGHT: ("cloth", 0.50),
        PhaseKind.REST: ("muted", 0.10),
        PhaseKind.CHANGE: ("muted", 0.10),
    }
)


def ground_of(palette: Palette, kind: PhaseKind) -> QColor:
    """Return the ground of a phase."""
    name, share = _KINDS[kind]
    return blend(palette.card, getattr(palette, name), share)


def ground_at(palette: Palette, moment: Moment) -> QColor:
    """Return the ground at a moment; a countdown has that of getting ready, a pause none."""
    if moment.state is State.PAUSED:
        return palette.card
    if moment.countdown is not None and moment.kind is not PhaseKind.SWITCH:
        return ground_of(palette, PhaseKind.PREPARE)
    return ground_of(palette, moment.kind)
