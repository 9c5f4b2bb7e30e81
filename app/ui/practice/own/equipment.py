"""What a new exercise says is needed: what its movement holds, or stands at."""

from __future__ import annotations

from collections import Counter

from app.movement.model import Movement
from app.movement.props import PropKind
from app.ui.messages import QT_TRANSLATE_NOOP, translate

#: Arrows, strings and seesaws are only drawn.
_THINGS: dict[PropKind, str] = {
    PropKind.KETTLEBELL: QT_TRANSLATE_NOOP("Own", "a kettlebell"),
    PropKind.DUMBBELL: QT_TRANSLATE_NOOP("Own", "a dumbbell"),
    PropKind.BAR: QT_TRANSLATE_NOOP("Own", "a light bar"),
    PropKind.STICK: QT_TRANSLATE_NOOP("Own", "a broomstick or another straight stick"),
    PropKind.BAND: QT_TRANSLATE_NOOP(
        "Own", "a long resistance band, and something solid that cannot move or tip"
    ),
    PropKind.BAG: QT_TRANSLATE_NOOP("Own", "a shopping bag"),
    PropKind.PENCIL: QT_TRANSLATE_NOOP("Own", "a pencil"),
    PropKind.PHONE: QT_TRANSLATE_NOOP("Own", "a phone"),
    PropKind.DISH: QT_TRANSLATE_NOOP("Own", "a plate"),
    PropKind.DISHWASHER: QT_TRANSLATE_NOOP("Own", "a dishwasher"),
    PropKind.PLANT: QT_TRANSLATE_NOOP("Own", "a plant"),
    PropKind.CHAIR: QT_TRANSLATE_NOOP("Own", "a light chair"),
    PropKind.CHILD: QT_TRANSLATE_NOOP("Own", "a small child"),
    PropKind.DOOR: QT_TRANSLATE_NOOP("Own", "an open door"),
    PropKind.STEP: QT_TRANSLATE_NOOP("Own", "a low step"),
}
#: Where two of a kind are called otherwise.
_PAIRS: dict[PropKind, str] = {
    PropKind.KETTLEBELL: QT_TRANSLATE_NOOP("Own", "two kettlebells"),
    PropKind.DUMBBELL: QT_TRANSLATE_NOOP("Own", "two dumbbells"),
    PropKind.BAG: QT_TRANSLATE_NOOP("Own", "two shopping bags"),
    PropKind.STEP: QT_TRANSLATE_NOOP("Own", "a low step, a stool to lean on"),
}


def equipment_for(movement: Movement) -> str:
    """Return what is needed for a movement, to read on after "You need: "."""
    counts = Counter(prop.kind for prop in movement.props if prop.kind in _THINGS)
    needed = [
        translate("Own", (_PAIRS if count > 1 else _THINGS).get(kind, _THINGS[kind]))
        for kind, count in counts.items()
    ]
    if movement.wall is not None:
        needed.append(translate("Own", "a bare stretch of wall"))
    return ", ".join(needed) or translate("Own", "just a clear space")
