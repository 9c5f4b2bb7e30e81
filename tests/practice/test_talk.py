from __future__ import annotations

import pytest

from app.practice.talk import Talk, Turn, seconds_to_say
from app.practice.utterance import Line, Priority, Spoken, Utterance

TEXTS = ["Hips back to the wall, 3", "Back, 3", "3"]


def due(
    at: float = 10.0, priority: Priority = Priority.CUE, until: float | None = 12.0
) -> Utterance:
    return Utterance(at, (Line(Spoken.REP, {}, {"rep": 3}),), priority, until)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [  # what espeak-ng 1.51 takes, en-us and en-gb
        ("Hips back to the wall, 1", 1.75),
        ("Hold", 0.45),
        ("Touch it, do not sit", 1.26),
        ("Halfway. Hips back to the wall, 6", 2.62),
    ],
)
def test_the_estimate_is_near(text: str, seconds: float) -> None:
    assert seconds_to_say(text) == pytest.approx(seconds, abs=0.2)


def test_the_rate_quickens_and_slows() -> None:
    text = "Hips back to the wall"
    assert seconds_to_say(text, 1) < 0.6 * seconds_to_say(text) < 0.3 * seconds_to_say(text, -1)


@pytest.mark.parametrize(
    ("until", "said"),
    [(None, TEXTS[0]), (12.0, TEXTS[0]), (11.0, TEXTS[1]), (10.4, TEXTS[2]), (10.2, "")],
)
def test_the_longest_that_fits_is_said(until: float | None, said: str) -> None:
    assert Talk().turn(due(until=until), TEXTS, 10.0, speaking=False) == Turn(False, said)


def test_a_quick_voice_says_more_in_the_same_time() -> None:
    assert Talk().turn(due(until=11.0), TEXTS, 10.0, speaking=False, rate=1).text == TEXTS[0]
    assert Talk().turn(due(until=12.0), TEXTS, 10.0, speaking=False, rate=-1).text == TEXTS[1]


def test_what_is_late_is_dropped() -> None:
    assert Talk().turn(due(until=None), TEXTS, 10.29, speaking=False).text
    assert Talk().turn(due(until=None), TEXTS, 10.31, speaking=False) == Turn(False, "")


@pytest.mark.parametrize("before", Priority)
@pytest.mark.parametrize("after", Priority)
def test_the_less_important_gives_way_and_nothing_waits(before: Priority, after: Priority) -> None:
    talk = Talk()
    talk.turn(due(priority=before, until=None), TEXTS, 10.0, speaking=False)
    turn = talk.turn(due(11.0, after, None), TEXTS, 11.0, speaking=True)
    assert turn == (Turn(True, TEXTS[0]) if after >= before else Turn(False, ""))


def test_what_is_over_outranks_nothing() -> None:
    talk = Talk()
    talk.turn(due(priority=Priority.END, until=None), TEXTS, 10.0, speaking=False)
    assert talk.turn(due(11.0, Priority.COUNT, None), ["2"], 11.0, speaking=False).text == "2"


def test_old_words_end_where_new_ones_have_no_room() -> None:
    talk = Talk()
    talk.turn(due(), TEXTS, 10.0, speaking=False)
    assert talk.turn(due(12.0, until=12.1), TEXTS, 12.0, speaking=True) == Turn(True, "")
    assert talk.turn(due(12.0, until=None), TEXTS, 13.0, speaking=True) == Turn(True, "")
