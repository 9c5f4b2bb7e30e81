"""The question after a session as it is asked: shown or not, and every answer kept at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from msgspec.structs import replace

from app.errors import UserError
from app.programme.after import is_asked
from app.programme.programme import Programme
from app.programme.safety import pain_to_mention
from app.records.feedback import Feedback, Felt
from app.records.model import local_now
from app.records.records import Records
from app.records.session_log import Summary


class Asking:
    """Holds the answers to one session at a time.

    Attributes:
        given: the answers to the session that was over last; None before one, and where it was
            not asked and nothing was said.

    Takes:
        programme: which says what is homework, read when it is first needed.
        now: the wall clock, with its zone.
    """

    def __init__(
        self,
        records: Records,
        programme: Callable[[], Programme],
        now: Callable[[], datetime] = local_now,
    ) -> None:
        self.given: Feedback | None = None
        self._records, self._programme, self._now = records, programme, now
        self._run = ""
        # Known here too: what was asked or noted just now may not be on the disk yet.
        self._asked_on: set[date] = set()
        self._pain: Feedback | None = None
        self._dismissed: set[str] = set()

    def over(self, summary: Summary) -> bool:
        """Take a session that is over, and return whether it is asked; that is recorded."""
        self._run, self.given = summary.run, None
        now = self._now()
        if not is_asked(summary, self._programme(), asked_today=self._was_asked(now.date())):
            return False
        self._asked_on.add(now.date())
        self._keep(Feedback(self._run, now))
        return True

    def felt(self, felt: Felt) -> None:
        """Keep where it was felt."""
        self._keep(replace(self._answer(), felt=felt))

    def effort(self, effort: int) -> None:
        """Keep the effort, from 1 to 10."""
        self._keep(replace(self._answer(), effort=effort))

    def done_as_shown(self, as_shown: bool) -> None:
        """Keep whether it went as the figure shows it."""
        self._keep(replace(self._answer(), done_as_shown=as_shown))

    def pain(self) -> None:
        """Keep that there was pain; also where it was not asked."""
        self._pain = replace(self._answer(), pain=True)
        self._asked_on.add(self._pain.asked_at.date())
        self._keep(self._pain)

    def pain_to_mention(self) -> date | None:
        """Return the day of the pain to remind of before the next practice."""
        return pain_to_mention(self._latest_pain(), self._now().date())

    def dismiss_pain(self) -> None:
        """Put the reminder away, until pain is noted again."""
        latest = self._latest_pain()
        if latest is not None:
            self._pain = None
            self._dismissed.add(latest.run)
            self._records.pain_note_dismissed(latest.run)

    def _answer(self) -> Feedback:
        """Return what was given so far, as answered now."""
        now = self._now()
        return replace(self.given or Feedback(self._run, now), answered_at=now)

    def _keep(self, feedback: Feedback) -> None:
        self.given = feedback
        self._records.feedback_given(feedback)

    def _was_asked(self, day: date) -> bool:
        try:
            return day in self._asked_on or self._records.was_asked(day)
        except UserError:
            return True  # rather not at all than twice

    def _latest_pain(self) -> Feedback | None:
        if self._pain is not None:
            return self._pain
        try:
            latest = self._records.latest_pain()
        except UserError:
            return None
        return None if latest is None or latest.run in self._dismissed else latest
