"""The pairs that can be compared, and the one thing to look at in each; read from TOML."""

# Annotations are not kept as text here: msgspec would have to evaluate all of them at the start.
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import msgspec

from app.body.form import Check
from app.body.quantities import Quantity
from app.content import Mistake, quote, read_tables, try_convert
from app.errors import Problem
from app.lessons.model import BodyPart, Overlay
from app.lessons.picture import Sentence
from app.messages.message import Message
from app.movement.model import Label, Movement
from app.movement.readings import JUDGED_BY, ReadingRow, Timing

_TABLE = "pair"
_NUMBERS: dict[str, Quantity | Timing] = {number.value: number for number in (*Quantity, *Timing)}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two movements side by side.

    Attributes:
        first, second: ids of the movements on the left and on the right.
        look_at: the one thing that tells them apart, a sentence.
        rows: the numbers that tell them apart, at most three, the one that matters most first.
        light, lines: how it is pointed out; one or two together.
    """

    first: str
    second: str
    look_at: str
    rows: tuple[ReadingRow, ...] = ()
    light: tuple[BodyPart, ...] = ()
    lines: tuple[Overlay, ...] = ()

    @property
    def curve(self) -> Quantity:
        """What a graph of the two shows first."""
        of_frames = (row.shown for row in self.rows if not isinstance(row.shown, Timing))
        return next(of_frames, Quantity.TRUNK)


def fault_beside(
    pairs: Iterable[Pair], movements: Mapping[str, Movement], movement: Movement
) -> Movement | None:
    """Return the incorrect movement to set beside a correct one; None where there is none.

    That of its own pair, else of a pair of the same pattern.
    """
    if movement.label is not Label.RIGHT:
        return None
    alike: Movement | None = None
    for pair in pairs:
        first, second = movements.get(pair.first), movements.get(pair.second)
        if first is None or second is None or second.label is not Label.WRONG:
            continue
        if first.id == movement.id:
            return second
        if alike is None and second.pattern is movement.pattern:
            alike = second
    return alike


def sentence_about(pairs: Iterable[Pair], first: str, second: str) -> str:
    """Return what to look at in two movements, in either order; empty where they are no pair."""
    found = (pair.look_at for pair in pairs if {pair.first, pair.second} == {first, second})
    return next(found, "")


class NumberFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A number with the check that judges it; None where there is no verdict."""

    number: str
    check: Check | None = None


class PairFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One `[[pair]]`."""

    first: str
    second: str
    look_at: Sentence
    numbers: Annotated[tuple[str | NumberFile, ...], msgspec.Meta(min_length=1, max_length=3)]
    light: Annotated[tuple[BodyPart, ...], msgspec.Meta(max_length=2)] = ()
    overlay: Annotated[tuple[Overlay, ...], msgspec.Meta(max_length=2)] = ()


class PairWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One `[[pair]]` in another language."""

    first: str
    second: str
    look_at: Sentence


def read_pairs(
    file: Path, movement_ids: Collection[str], words: Path | None = None
) -> tuple[tuple[Pair, ...], list[Problem]]:
    """Read every good pair, in the file's order, and every mistake in the others.

    Args:
        file: the pairs, one `[[pair]]` each.
        movement_ids: the movements there are.
        words: the sentences in another language; those that are missing stay English.
    """
    found: dict[tuple[str, str], Pair] = {}
    tables, problems = read_tables(file, _TABLE)
    for key, table in tables:
        pair, wrong = try_convert(
            table, PairFile, file, key, lambda made: _mistakes(made, movement_ids, found)
        )
        if pair is not None:
            found[pair.first, pair.second] = _pair(pair)
        problems += wrong
    if words is not None:
        problems += _translate(words, found)
    return tuple(found.values()), problems


def _pair(source: PairFile) -> Pair:
    rows = tuple(
        ReadingRow(_NUMBERS[one], JUDGED_BY.get(Quantity(one)) if one in set(Quantity) else None)
        if isinstance(one, str)
        else ReadingRow(_NUMBERS[one.number], one.check)
        for one in source.numbers
    )
    return Pair(source.first, source.second, source.look_at, rows, source.light, source.overlay)


def _mistakes(
    pair: PairFile, movement_ids: Collection[str], others: Collection[tuple[str, str]]
) -> Iterator[Mistake]:
    """Yield (key, what was expected) for everything the types cannot express."""
    for name, movement_id in (("first", pair.first), ("second", pair.second)):
        if movement_id not in movement_ids:
            yield name, Message("content.movement", got=quote(movement_id))
    if pair.first == pair.second:
        yield "second", Message("content.pair-alike")
    elif (pair.first, pair.second) in others:
        yield "second", Message("content.pair-taken")
    if not pair.look_at.strip():
        yield "look_at", Message("content.blank")
    for index, one in enumerate(pair.numbers):
        number = one if isinstance(one, str) else one.number
        if number not in _NUMBERS:
            where = f"numbers[{index}]" if isinstance(one, str) else f"numbers[{index}].number"
            yield where, Message("content.choice", known=", ".join(_NUMBERS), got=quote(number))


def _translate(file: Path, pairs: dict[tuple[str, str], Pair]) -> list[Problem]:
    """Put the sentences of `file` into `pairs`; return the mistakes."""
    tables, problems = read_tables(file, _TABLE)
    for key, table in tables:
        words, wrong = try_convert(table, PairWords, file, key)
        problems += wrong
        if words is None:
            continue
        pair = pairs.get((words.first, words.second))
        if pair is None:
            problems.append(Problem(file, f"{key}.second", Message("content.unknown-pair")))
        elif not words.look_at.strip():
            problems.append(Problem(file, f"{key}.look_at", Message("content.blank")))
        else:
            pairs[words.first, words.second] = replace(pair, look_at=words.look_at)
    return problems
