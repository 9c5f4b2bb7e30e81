"""The pause after a pain, on a clock that is a number."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.programme.safety import QUESTIONS, Gate, Verdict, verdict
from app.records.feedback import Feedback, NotedPain, PainPlace
from app.records.model import SafetyAnswers

EVENING = datetime(2026, 11, 23, 19, 0, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
LONG_AGO = EVENING - timedelta(days=30)


def answers(at: datetime = LONG_AGO, *, cleared: bool = False) -> SafetyAnswers:
    return SafetyAnswers(at, {one.value: False for one in QUESTIONS}, cleared=cleared)


def pain(
    level: int | None = 2,
    at: datetime = EVENING,
    *,
    settled: bool | None = None,
    place: PainPlace = PainPlace.THIGH,
    signs: bool | None = False,
) -> Feedback:
    return Feedback(
        f"{at:%d%H}", at, at, pain=True, pain_level=level, pain_place=place, pain_signs=signs,
        settled=settled,
    )  # fmt: skip


def found(
    *pains: Feedback,
    after: timedelta = HOUR,
    given: SafetyAnswers | None = None,
    dismissed: bool = False,
) -> Verdict:
    """Return the gate so long after the last pain."""
    noted = [NotedPain(one, dismissed) for one in pains]
    return verdict(given or answers(), noted, pains[-1].at + after)


def test_a_mild_pain_pauses_until_it_is_known_to_have_settled() -> None:
    first = found(pain())
    assert (first.gate, first.until, first.is_mild) == (Gate.PAUSED, EVENING + DAY, True)
    assert first.unsettled is None, "it is asked the next day"
    for hours in (6, 20, 24, 100, 1000):
        asked = found(pain(), after=hours * HOUR)
        assert asked.gate is Gate.PAUSED
        assert asked.unsettled == pain()
        assert asked.until == (EVENING + DAY if hours < 24 else None)
    assert not first.may_offer


def test_mild_and_settled_goes_on_with_less_for_a_week_unless_dismissed() -> None:
    settled = pain(3, settled=True)
    assert found(settled, after=20 * HOUR) == Verdict(Gate.OPEN, eased=settled)
    assert found(settled, after=7 * DAY).eased == settled
    assert found(settled, after=7 * DAY + HOUR) == Verdict(Gate.OPEN)
    assert found(settled, after=DAY, dismissed=True) == Verdict(Gate.OPEN)


@pytest.mark.parametrize("level", [None, 4, 10])
def test_more_than_mild_pauses_for_48_hours_and_then_the_questions_come_again(
    level: int | None,
) -> None:
    for settled in (None, True, False):
        strong = pain(level, settled=settled)
        paused = found(strong, after=47 * HOUR)
        assert (paused.gate, paused.until) == (Gate.PAUSED, EVENING + 2 * DAY)
        assert (paused.is_mild, paused.unsettled) == (False, None)
        assert found(strong, after=48 * HOUR).gate is Gate.UNANSWERED
        assert found(strong, after=90 * DAY).gate is Gate.UNANSWERED
    # Answers given in the pause do not end it, and do not count after it.
    early = answers(EVENING + HOUR)
    assert found(strong, after=3 * HOUR, given=early).gate is Gate.PAUSED
    assert found(strong, after=49 * HOUR, given=early).gate is Gate.UNANSWERED
    late = answers(EVENING + 49 * HOUR)
    assert found(strong, after=50 * HOUR, given=late) == Verdict(Gate.OPEN)


def test_mild_but_not_settled_pauses_for_48_hours_after_the_24() -> None:
    stayed = pain(1, settled=False)
    paused = found(stayed, after=25 * HOUR)
    assert (paused.gate, paused.until) == (Gate.PAUSED, EVENING + 3 * DAY)
    assert paused.unsettled is None
    assert found(stayed, after=72 * HOUR).gate is Gate.UNANSWERED


def test_the_second_in_a_week_pauses_however_mild() -> None:
    first = pain(1, settled=True)
    for days, is_paused in ((7, True), (8, False)):
        again = pain(1, EVENING + days * DAY, settled=True)
        assert (found(first, again).gate is Gate.PAUSED) is is_paused
        assert (found(first, again).eased == again) is not is_paused
    assert found(first, pain(1, EVENING + 3 * DAY), after=49 * HOUR).gate is Gate.UNANSWERED


@pytest.mark.parametrize("how", [{"place": PainPlace.LEG}, {"signs": True}])
def test_a_leg_or_a_sign_closes_until_a_professional_has_cleared(how: dict[str, bool]) -> None:
    urgent = pain(1, settled=True, **how)  # type: ignore[arg-type]
    closed = found(urgent)
    assert (closed.gate, closed.urgent, len(closed.reasons)) == (Gate.CLOSED, True, 1)
    later = 100 * DAY
    assert found(urgent, after=later).gate is Gate.CLOSED
    assert found(urgent, after=later, given=answers(EVENING + DAY)).gate is Gate.CLOSED
    before = answers(EVENING - DAY, cleared=True)
    assert found(urgent, after=later, given=before).gate is Gate.CLOSED
    cleared = answers(EVENING + DAY, cleared=True)
    assert found(urgent, after=later, given=cleared).is_open


def test_a_pain_that_is_corrected_counts_as_it_stands_now() -> None:
    strong = pain(8)
    assert found(strong).gate is Gate.PAUSED
    assert found(replace(strong, pain_level=2, settled=True)).gate is Gate.OPEN


def test_a_pain_of_a_clock_that_was_wrong_is_passed_over() -> None:
    ahead = [NotedPain(pain(9, EVENING + 400 * DAY), False)]
    assert verdict(answers(), ahead, EVENING).gate is Gate.OPEN
    # An evening flight west makes it of tomorrow, though not of another time.
    west = timezone(timedelta(hours=-10))
    assert verdict(answers(), [NotedPain(pain(9), False)], EVENING.astimezone(west)).gate is (
        Gate.PAUSED
    )


def test_before_the_first_answers_a_pain_pauses_as_well() -> None:
    noted = [NotedPain(pain(9), False)]
    assert verdict(None, noted, EVENING + HOUR).gate is Gate.PAUSED
    assert verdict(None, noted, EVENING + 3 * DAY).gate is Gate.UNANSWERED


@given(
    st.lists(
        st.tuples(
            st.integers(0, 400),
            st.one_of(st.none(), st.integers(0, 10)),
            st.sampled_from([None, True, False]),
        ),
        max_size=8,
    ),
    st.integers(0, 2000),
)
def test_whatever_was_noted_there_is_a_way_on(
    noted: list[tuple[int, int | None, bool | None]], later: int
) -> None:
    pains = [
        NotedPain(pain(level, EVENING + hours * HOUR, settled=settled), False)
        for hours, level, settled in sorted(noted, key=lambda one: one[0])
    ]
    now = EVENING + later * HOUR
    gate = verdict(answers(), pains, now)
    if gate.gate is Gate.PAUSED:
        assert gate.unsettled is not None or (gate.until is not None and gate.until > now)
    # The questions, answered four days after the last of them, open practice.
    end = max((one.given.at for one in pains), default=now) + 4 * DAY
    assert verdict(answers(end), pains, end).is_open
