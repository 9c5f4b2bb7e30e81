"""Looks once a minute whether something is due, and does what is answered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6 import QtCore
from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import UserError
from app.programme.deciding import Deciding
from app.programme.next_thing import Planner
from app.programme.programme import Programme
from app.programme.reminders import (
    Due,
    Slot,
    Told,
    find_due,
    find_slots,
    has_times,
    keep_told,
    read_told,
)
from app.records.decision import DecisionKind
from app.records.model import local_now
from app.records.records import Records
from app.settings.model import SettingsChange
from app.ui.keeper import SettingsKeeper

#: After a full minute, so that the timer never comes just before it, s.
_AFTER_S = 0.02


class Bell(QObject):
    """Rings at the times chosen.

    All times are full minutes, and so are the moments it looks: one wake-up a minute, none where no
    time is chosen. What came due in a sleep rings at the first look after it.

    Signals:
        rung: something is due; a tuple of `Due`.
        looked: it looked, whether anything was due or not.
    """

    rung = Signal(object)
    looked = Signal()

    def __init__(
        self,
        planner: Planner,
        programme: Programme,
        records: Records,
        keeper: SettingsKeeper,
        file: Path,
        is_quiet: Callable[[], bool],
        now: Callable[[], datetime] = local_now,
    ) -> None:
        """Wait until `look` is called for the first time.

        Args:
            planner, programme, records: what there is and what was done.
            keeper: has the times.
            file: keeps what was told.
            is_quiet: tells whether nothing may ring now; it rings as soon as it may.
            now: the wall clock, with its zone.
        """
        super().__init__()
        self._planner, self._keeper, self._file = planner, keeper, file
        self._is_quiet, self._now = is_quiet, now
        self._deciding = Deciding(records, programme.id, now)
        self._told = read_told(file)
        self._due: tuple[Due, ...] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(QtCore.Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.look)
        keeper.changed.connect(self._follow)

    @property
    def is_waiting(self) -> bool:
        """Whether it looks again by itself."""
        return self._timer.isActive()

    def look(self) -> None:
        """Ring for what has come due, and wait for the next full minute."""
        now, person = self._now(), self._keeper.person
        self._timer.stop()
        rings = person.reminders and has_times(person.plan)
        if rings or self._keeper.machine.close_to_tray:  # for the tray may go
            self._timer.start(round(1000 * (60 - now.second - now.microsecond / 1e6 + _AFTER_S)))
        self.looked.emit()
        slots = find_slots(person.plan, self._told, now) if rings else ()
        if slots and not self._is_quiet():
            self._ring(slots, now)

    def later(self, minutes: int) -> None:
        """Ring again for the last things in so many minutes."""
        if slots := tuple(one.slot for one in self._due):
            self._keep(self._told.later(self._now(), minutes, *slots))

    def done(self) -> None:
        """Record that the last things were done."""
        for one in self._due:
            self._deciding.decide(DecisionKind.DONE_ELSEWHERE, one.id)
        self.not_today()

    def not_today(self) -> None:
        """Leave it for today: what was told comes no more by itself."""
        self._due = ()

    def _ring(self, slots: tuple[Slot, ...], now: datetime) -> None:
        try:
            due = find_due(slots, self._planner.today(now, with_unfinished=False), now)
        except UserError:  # the records cannot be read: the pages say so
            return
        self._keep(self._told.today(now, *slots))
        if due:
            self._due = due
            self.rung.emit(due)

    def _keep(self, told: Told) -> None:
        self._told = told
        keep_told(self._file, told)

    def _follow(self, change: SettingsChange) -> None:
        if change.of("plan", "reminders", "close_to_tray"):
            before, plan = change.before.person.plan, change.now.person.plan
            self._keep(self._told.retimed(before, plan, self._now()))
            self.look()
