from __future__ import annotations

from pathlib import Path

import pytest

from app.errors import ContentError, Problem, UserError
from app.messages.message import Message, entry_of

FULL = Message("files.disk-full")


def test_a_message_is_english_with_its_arguments_filled_in() -> None:
    message = Message("files.unwritable", file=Path("a.toml"), reason=FULL)
    assert str(message) == "a.toml could not be written: the disk is full."


def test_a_sentence_within_a_sentence_ends_with_one_full_stop() -> None:
    inner = Message("files.no-folder", folder=Path("data"), reason=FULL)
    outer = Message("files.not-saved", file=Path("r.db"), reason=inner)
    assert "data: the disk is full. It is kept" in str(outer)
    in_memory = Message("files.records-in-memory", why=inner)
    assert "the disk is full. You can still" in str(in_memory)


def test_what_an_argument_holds_is_not_read_as_a_template() -> None:
    message = Message("content.movement", got="'{got} %n'")
    assert str(message) == "expected a movement, got '{got} %n'"
    assert "{cm:15} or {kg:5}" in str(Message("content.placeholder", got="{"))


@pytest.mark.parametrize(("n", "text"), [(0, "0 seconds"), (1, "1 second"), (2, "2 seconds")])
def test_one_is_not_many(n: int, text: str) -> None:
    assert str(Message("practice.seconds", n=n)) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(3, "3 s"), (12_000, "12000 s"), (2.0, "2 s"), (0.25, "0.25 s"), (1e-9, "1e-09 s")],
)
def test_numbers_are_written_with_the_decimals_they_have(seconds: float, text: str) -> None:
    assert str(Message("pictures.seconds", seconds=seconds)) == text


def test_decimals_can_be_fixed() -> None:
    message = Message("body.falls", pressure=0.5, knee=19.6, thorax=-0.4)
    assert "over 0.50 of the foot at knee 20, thorax -0 degrees" in str(message)


def test_messages_are_compared_by_what_they_say() -> None:
    assert Message("body.cm", length=1) == Message("body.cm", length=1)
    assert len({Message("body.cm", length=1), Message("body.cm", length=1)}) == 1
    assert Message("body.cm", length=1) != Message("body.cm", length=2)


@pytest.mark.parametrize("message_id", ["files.nothing-of-the-kind", "nowhere.at-all", "plain"])
def test_an_unknown_id_is_a_bug(message_id: str) -> None:
    with pytest.raises((KeyError, ModuleNotFoundError)):
        entry_of(message_id)


def test_an_error_says_its_messages_a_line_each() -> None:
    error = UserError("files.records-foreign", file=Path("r.db"))
    assert str(error) == "r.db belongs to another program; it was left as it is."
    both = UserError(FULL, error.messages[0])
    assert str(both).splitlines() == ["the disk is full", str(error)]
    problems = [
        Problem(Path("a"), "", Message("content.blank")),
        Problem(Path("b"), "title", Message("content.step-text")),
    ]
    assert str(ContentError(problems)).splitlines() == [
        "a: expected text, got only spaces",
        "b: title: expected a sentence or two",
    ]
