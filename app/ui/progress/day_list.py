"""The days of practice, newest first; a day that stays keeps its card."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.records.practised import AnsweredDay
from app.ui.accessibility import tab_as_read
from app.ui.layouts import arrange
from app.ui.progress.day_card import DayCard

_GAP = 12


class DayList(QWidget):
    """Shows a card for each day, in batches: one column of all is slow to arrange.

    Signals:
        focus_lost: the day with the focus is gone, and there is no other.
    """

    focus_lost = Signal()

    def __init__(self, make: Callable[[], DayCard]) -> None:
        super().__init__()
        self._make = make
        #: In the order they are shown, and the batch each is in.
        self._cards: dict[date, DayCard] = {}
        self._batches: dict[date, QVBoxLayout] = {}
        self._open: set[date] = set()
        self._column = arrange(QVBoxLayout(self), spacing=_GAP, margins=0)

    def show_days(self, days: Sequence[AnsweredDay], today: date) -> None:
        """Show these days and no others."""
        wanted = [one.day.date for one in days]
        before = list(self._cards)
        focused = self._focused()
        for gone in set(before).difference(wanted):
            self._remove(gone)
        kept = set(self._cards)
        last: date | None = None
        for is_kept, group in groupby(wanted, kept.__contains__):
            some = list(group)
            if not is_kept:
                self._insert(some, last, at_end=some[-1] == wanted[-1])
            last = some[-1]
        self._cards = {day: self._cards[day] for day in wanted}
        for one in days:
            self._cards[one.day.date].show_day(one, today)
            if one.day.date in self._open and one.day.date not in kept:
                self._cards[one.day.date].open()
        tab_as_read(*self._cards.values())
        if focused is not None and focused not in self._cards:
            self._focus_beside(before, before.index(focused))

    def focus_row(self, key: str) -> None:
        """Put the focus on a set or a session of an open day."""
        next((card for card in self._cards.values() if card.focus_row(key)), None)

    def _focused(self) -> date | None:
        focus = self.window().focusWidget()
        return next((day for day, card in self._cards.items() if card.isAncestorOf(focus)), None)

    def _focus_beside(self, before: Sequence[date], at: int) -> None:
        order = [*before[at:], *reversed(before[:at])]
        beside = next((day for day in order if day in self._cards), None)
        if beside is None:
            self.focus_lost.emit()
        else:
            self._cards[beside].take_focus()

    def _remove(self, day: date) -> None:
        card, batch = self._cards.pop(day), self._batches.pop(day)
        batch.removeWidget(card)
        card.hide()
        card.deleteLater()
        if not batch.count() and (empty := batch.parentWidget()):
            self._column.removeWidget(empty)
            empty.deleteLater()

    def _insert(self, days: Sequence[date], last: date | None, *, at_end: bool) -> None:
        """Add cards after the day `last`, which is None for the top."""
        if last is None or at_end:
            batch = QWidget()
            column = arrange(QVBoxLayout(batch), spacing=_GAP, margins=0)
            self._column.insertWidget(0 if last is None else -1, batch)
            place = 0
        else:
            column = self._batches[last]
            place = column.indexOf(self._cards[last]) + 1
        for number, day in enumerate(days, start=place):
            card = self._make()
            card.opened.connect(lambda is_open, day=day: self._remember(day, is_open))
            column.insertWidget(number, card)
            self._cards[day], self._batches[day] = card, column

    def _remember(self, day: date, is_open: bool) -> None:
        (self._open.add if is_open else self._open.discard)(day)
        tab_as_read(*self._cards.values())  # what it shows now was made last
