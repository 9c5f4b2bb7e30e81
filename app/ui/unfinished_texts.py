"""What is said of a session that was not finished."""

from __future__ import annotations

from app.records.unfinished import Unfinished
from app.ui.messages import translate


def what_stopped(unfinished: Unfinished) -> str:
    """Say which practice stopped, and where."""
    part = unfinished.plan.parts[unfinished.place.part]
    if len(unfinished.plan.parts) == 1:
        text = translate("Practice", "Your “{title}” session stopped in set {set} of {sets}.")
    else:
        text = translate(
            "Practice", "Your “{title}” session stopped at {exercise}, in set {set} of {sets}."
        )
    return text.format(
        title=unfinished.plan.title,
        exercise=part.exercise.title,
        set=unfinished.place.set,
        sets=part.choice.sets,
    )


def go_on_at(unfinished: Unfinished) -> str:
    """Say where it would go on."""
    text = translate("Practice", "Resume at set {set}")
    return text.format(set=unfinished.place.set)
