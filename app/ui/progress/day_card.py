"""One day of practice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app.practice.exercise import Exercise
from app.records.feedback import Feedback
from app.records.model import Day
from app.ui.accessibility import label
from app.ui.dates import long_date
from app.ui.entry_table import EntryTable
from app.ui.layouts import arrange
from app.ui.messages import say, translate


class DayCard(QFrame):
    """The date, what was done on it, and how it felt."""

    def __init__(
        self,
        day: Day,
        answers: Sequence[Feedback],
        today: date,
        exercises: Mapping[str, Exercise],
    ) -> None:
        super().__init__()
        self.setProperty("look", "card")
        column = arrange(QVBoxLayout(self), spacing=6, margins=(24, 14, 24, 14))
        head = arrange(QHBoxLayout(), (label(self._name(day.date, today), "strong"), 1))
        if any(answer.pain for answer in answers):
            head.addWidget(label(self.tr("Pain noted"), "wrong"))
        column.addLayout(head)
        column.addWidget(EntryTable(day.entries, exercises))
        if words := _felt_words(answers):
            column.addWidget(label(words, "muted", wrap=True))

    def _name(self, day: date, today: date) -> str:
        written = long_date(day)
        if day == today:
            return self.tr("Today, {date}").format(date=written)
        if day == today - timedelta(days=1):
            return self.tr("Yesterday, {date}").format(date=written)
        return written


def _felt_words(answers: Sequence[Feedback]) -> str:
    """Return where it was felt, the effort, and what did not go as shown; empty for nothing."""
    return " · ".join(part for answer in answers for part in _parts(answer))


def _parts(answer: Feedback) -> list[str]:
    parts = []
    if answer.felt is not None:
        felt = translate("Answers", "Felt: {where}")
        parts.append(felt.format(where=say(answer.felt.message)))
    if answer.effort is not None:
        effort = translate("Answers", "Effort {number} of 10")
        parts.append(effort.format(number=answer.effort))
    if answer.done_as_shown is not None:
        as_shown = translate("Answers", "Done as shown")
        differently = translate("Answers", "Not as shown")
        parts.append(as_shown if answer.done_as_shown else differently)
    return parts
