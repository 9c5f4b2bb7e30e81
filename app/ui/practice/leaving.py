"""The questions before a session, or a form that is not saved, is left."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.ui.messages import translate
from app.ui.questions import ask


def ask_to_stop(parent: QWidget, stop: str) -> bool:
    """Ask whether to stop the session; `stop` is what the button says."""
    return _ask(
        parent,
        question=translate("Practice", "Stop this session?"),
        more=translate(
            "Practice",
            "It is paused. If you stop it, what you have done is kept and you can resume later.",
        ),
        leave=stop,
        stay=translate("Practice", "Keep practising"),
    )


def ask_to_leave(parent: QWidget) -> bool:
    """Ask whether to leave the session, paused, for what another start asks for."""
    return _ask(
        parent,
        question=translate("Practice", "Leave this session?"),
        more=translate(
            "Practice",
            "You asked to open something else. The session is paused; you can resume it later on "
            "the Practice page.",
        ),
        leave=translate("Practice", "Open it"),
        stay=translate("Practice", "Keep practising"),
    )


def ask_to_discard(parent: QWidget) -> bool:
    """Ask whether to leave the form though an exercise in it is not saved."""
    return _ask(
        parent,
        question=translate("Practice", "Discard your changes?"),
        more=translate(
            "Practice",
            "Your changes to the exercise are not saved. If you leave now, they will be lost.",
        ),
        leave=translate("Practice", "Discard"),
        stay=translate("Practice", "Keep editing"),
    )


def _ask(parent: QWidget, *, question: str, more: str, leave: str, stay: str) -> bool:
    """Return whether the user chose to leave."""
    answers = leave, stay
    return ask(parent, title=question, text=question, more=more, answers=answers, safe=1) == 0
