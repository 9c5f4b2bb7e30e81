"""The question after a session: whether it is asked, with every answer recorded at once."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime

from msgspec.structs import replace

from app.errors import UserError
from app.practice.exercise import Ask, Measure
from app.programme.after import ask_of, is_asked, measures_of
from app.programme.programme import Programme
from app.records.correction import Correction, RecordTable, Row
from app.records.feedback import Feedback, Felt, PainNoteDismissed, PainPlace, painless
from app.records.model import local_now
from app.records.records import Records
from app.records.session_log import Summary


class Asking:
    """Records the answers about one session at a time.

    Attributes:
        given: the answers about the last session; None before the first, and where nothing was
            asked or answered.
        ask: the question that fits the last session.
        measures: what can be measured after it, whether the question is asked or not.

    Args:
        records: where the answers go.
        programme: returns what says which routines are homework; read when first needed.
        now: the wall clock, with its zone.
    """

    def __init__(
        self,
        records: Records,
        programme: Callable[[], Programme],
        now: Callable[[], datetime] = local_now,
    ) -> None:
        self.given: Feedback | None = None
        self.ask = Ask.HINGE
        self.measures: frozenset[Measure] = frozenset()
        self._records, self._programme, self._now = records, programme, now
        self._run = ""
        self._is_asked = False

    def over(self, summary: Summary) -> bool:
        """Follow a session that has ended; record and return whether the question is asked.

        Asked when the session was stopped and not answered, it is asked again when the session has
        been gone on with.
        """
        self._run, self.given = summary.run, self._earlier(summary.run)
        self.ask = ask_of(summary)
        self.measures = measures_of(summary, self._programme())
        if self.given is not None:
            self._is_asked = True
            return self.given.answered_at is None
        now = self._now()
        asked_today = self._was_asked(now.date())
        self._is_asked = is_asked(summary, self._programme(), asked_today=asked_today)
        if self._is_asked:
            self._record(Feedback(self._run, now))
        return self._is_asked

    def answer(self, **given: Felt | PainPlace | int | bool | None) -> None:
        """Record an answer by the name of its field in `Feedback`, asked for or not.

        None, and no pain, take an answer back; of what was not asked for, nothing is left then.
        """
        now = self._now()
        new = replace(self.given or Feedback(self._run, now), **given)
        if not new.pain:
            new = painless(new)
        if new.has_answer or self._is_asked:
            self._record(replace(new, answered_at=now if new.has_answer else None))
        else:
            self.given = None
            self._records.put(Correction((Row(RecordTable.ANSWERS, self._run, None),)))

    def look_again(self) -> None:
        """Follow what was corrected elsewhere."""
        with suppress(UserError):
            self.given = self._records.answers(self._run)

    def settled(self, pain: Feedback, settled: bool | None) -> None:
        """Record whether a pain had settled within 24 hours; the pain keeps its time."""
        new = replace(pain, settled=settled)
        self._records.put(new)
        if self.given is not None and self.given.run == pain.run:
            self.given = new

    def dismiss(self, pain: Feedback) -> None:
        """Say no more about a pain."""
        self._records.put(PainNoteDismissed(pain.run))

    def _record(self, feedback: Feedback) -> None:
        self.given = feedback
        self._records.put(feedback)

    def _was_asked(self, day: date) -> bool:
        try:
            return self._records.was_asked(day)
        except UserError:
            return True  # rather not at all than twice

    def hurt(self, run: str) -> bool:
        """Tell whether pain was noted after a session."""
        given = self._earlier(run)
        return given is not None and given.pain

    def _earlier(self, run: str) -> Feedback | None:
        try:
            return self._records.answers(run)
        except UserError:
            return None
