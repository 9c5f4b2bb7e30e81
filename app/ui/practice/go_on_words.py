"""The offer to go on with a session that was broken off, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.records.unfinished import Unfinished


def what_stopped(unfinished: Unfinished) -> str:
    """Say which practice stopped, and where."""
    part = unfinished.plan.parts[unfinished.place.part]
    if len(unfinished.plan.parts) == 1:
        text = QCoreApplication.translate(
            "Practice", "Your practice of {title} stopped in set {set} of {sets}."
        )
    else:
        text = QCoreApplication.translate(
            "Practice", "Your practice of {title} stopped at {exercise}, in set {set} of {sets}."
        )
    return text.format(
        title=unfinished.plan.title,
        exercise=part.exercise.title,
        set=unfinished.place.set,
        sets=part.choice.sets,
    )


def go_on_at(unfinished: Unfinished) -> str:
    """Say where it would go on."""
    text = QCoreApplication.translate("Practice", "Go on at set {set}")
    return text.format(set=unfinished.place.set)
