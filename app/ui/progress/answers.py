"""What was answered after the sessions of a day, in a word or two."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from app.records.feedback import Feedback
from app.ui.messages import say


def felt_words(answers: Iterable[Feedback]) -> str:
    """Return where it was felt, the effort, and what did not go as shown; empty for nothing."""
    return " · ".join(part for answer in answers for part in _parts(answer))


def _parts(answer: Feedback) -> list[str]:
    parts = []
    if answer.felt is not None:
        felt = QCoreApplication.translate("Answers", "Felt: {where}")
        parts.append(felt.format(where=say(answer.felt.message)))
    if answer.effort is not None:
        effort = QCoreApplication.translate("Answers", "Effort {number} of 10")
        parts.append(effort.format(number=answer.effort))
    if answer.done_as_shown is not None:
        as_shown = QCoreApplication.translate("Answers", "Done as shown")
        differently = QCoreApplication.translate("Answers", "Not as shown")
        parts.append(as_shown if answer.done_as_shown else differently)
    return parts
