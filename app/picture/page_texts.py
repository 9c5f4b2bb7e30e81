"""The texts around the figures on a strip and on a page."""

from __future__ import annotations

import msgspec


class PageTexts(msgspec.Struct, frozen=True):
    """The texts in the user's language; {placeholders} are filled in."""

    start: str = "Start"
    down: str = "{seconds} s down"
    hold: str = "{seconds} s hold"
    up: str = "{seconds} s up"
    top: str = "{seconds} s at the top"
    seconds: str = "{seconds} s"
    each_side: str = "{seconds} s each side"
    sets_label: str = "Sets"
    reps_label: str = "Repetitions"
    hold_label: str = "Hold"
    tempo_label: str = "Tempo"
    rest_label: str = "Rest between sets"
    equipment_label: str = "You need"
    place_label: str = "Where to stand"
    note: str = "Note"
    for_label: str = "For"
    date_label: str = "Date"
    medical: str = (
        "Not medical advice. Stop if it hurts, and ask a healthcare provider if you have back "
        "pain, an injury or a recent operation."
    )
