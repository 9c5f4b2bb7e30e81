"""What tells two movements apart: a pair's own sentence, or the number that differs most."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.lessons.pairs import Pair, sentence_about
from app.movement.align import Alignment
from app.movement.differences import most_different, trace
from app.movement.motion import Motion
from app.movement.readings import read_rows
from app.ui.messages import translate
from app.ui.quantity_texts import quantity_name, quantity_text
from app.units import Units


def difference_text(motions: Sequence[Motion], pairs: Iterable[Pair], units: Units) -> str:
    """Return what tells two movements apart; empty for one, and where no number does.

    The number is that of the lowest point of each.
    """
    if len(motions) < 2:
        return ""
    first, second = motions[0].movement, motions[1].movement
    if sentence := sentence_about(pairs, first.id, second.id):
        return sentence
    rows = most_different(trace(motions, Alignment(motions)))[:1]
    if not rows:
        return ""
    values = [
        quantity_text(rows[0].shown, reading.value, units)
        for motion in motions
        for reading in read_rows(motion, motion.ends[motion.deepest_phase], rows)
    ]
    text = translate("Share", "{name}: {first_title} {first}, {second_title} {second}")
    return text.format(
        name=quantity_name(rows[0].shown),
        first_title=first.title,
        first=values[0],
        second_title=second.title,
        second=values[1],
    )
