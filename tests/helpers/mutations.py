"""Content files with accidents of every kind, by chance but the same for the same seed."""

from __future__ import annotations

import copy
import datetime as dt
import random
import tomllib
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

import msgspec
import msgspec.inspect
import tomli_w

from app.movement.model import MovementFile

Table = dict[str, Any]
Slot = tuple[Any, Any]  # a table or a list, and the key or index of one value in it


class Mutation(NamedTuple):
    """A mutated file: what was done to it, and its bytes."""

    what: str
    data: bytes


#: What can stand in place of any value.
_ODD: tuple[Any, ...] = (
    "", " ", "x", "a\nb", "\u2028", "x" * 5000, True, False, 0, -1, 3, 2.5, 10**18, -(10**30),
    1e308, -1e308, 5e-324, -0.0, float("nan"), float("inf"), float("-inf"), [], {}, [[]], [{}],
    [1, "x"], {"a": 1}, {"knee": 20}, ["start"], dt.date(2020, 1, 1), dt.time(7),
)  # fmt: skip
#: Words that mean something at one place or another.
_WORDS = (
    "start", "wall", "short", "left", "right", "both", "knees", "lean", "hang", "chest", "back",
    "neck", "down", "hold", "up", "step", "wrong", "neutral", "hinge", "squat", "swing",
    "flat_back", "balanced", "bar", "kettlebell", "band",
)  # fmt: skip
_KEYS = ("x", "Title", "knees", "a b", "a\nb", "", "größe", "k" * 3000, "phases", "to", "thorax")
_PIECES = (
    "", '"', '"""', "'", "[", "]", "{", "}", "=", ".", "\n", "\r", "\x00", "é", "nan", "-1",
    "1e400", "true", "#", "[[phases]]\n", "[[props]]\n", "[start]\n", "to = 3\n", "9" * 5000,
    "0x" + "f" * 4500, "[" * 900, "{a=" * 900, "[" + ".".join("a" * 3000) + "]\n",
    ".".join("b" * 3000) + " = 1\n", "a = [" + "1," * 9000 + "]\n",
)  # fmt: skip
_LISTS = (msgspec.inspect.ListType, msgspec.inspect.VarTupleType)
_ENCODINGS = ("utf-16", "utf-32", "utf-16-le", "latin-1", "cp037", "utf-7")


def mutations(
    texts: Sequence[str], count: int, seed: int, kind: type[msgspec.Struct] = MovementFile
) -> Iterator[Mutation]:
    """Yield `count` mutations of TOML files of one kind, given as text."""
    chance = random.Random(seed)
    tables = [tomllib.loads(text) for text in texts]
    for _ in range(count):
        roll = chance.random()
        if roll < 0.6:
            yield _of_tables(chance.choice(tables), chance, kind)
        elif roll < 0.85:
            yield _of_text(chance.choice(texts), chance)
        else:
            yield _of_bytes(chance.choice(texts).encode(), chance)


def _of_tables(table: Table, chance: random.Random, kind: type[msgspec.Struct]) -> Mutation:
    """Return a file that is TOML still, with one to three changes to what it says."""
    changed = copy.deepcopy(table)
    done = []
    for _ in range(chance.choice((1, 1, 2, 3))):
        edit = chance.choice(_EDITS)
        where = edit(changed, chance) if edit else _grown(changed, chance, kind)
        done.append(f"{edit.__name__.strip('_') if edit else 'grown'} {where}")
    return Mutation(", ".join(done), tomli_w.dumps(changed).encode())


def _of_text(text: str, chance: random.Random) -> Mutation:
    """Return a file with one to three accidents to its lines or within one."""
    done = []
    for _ in range(chance.choice((1, 1, 2, 3))):
        lines = text.split("\n")
        at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        match chance.choice(("twice", "gone", "swapped", "piece", "piece")):
            case "twice":
                lines.insert(other, lines[at])
            case "gone":
                del lines[at]
            case "swapped":
                lines[at], lines[other] = lines[other], lines[at]
            case _:
                start = chance.randint(0, len(lines[at]))
                end = min(len(lines[at]), start + chance.choice((0, 1, 5, 12)))
                piece = chance.choice((*_PIECES, lines[at][start:end] * 3))
                lines[at] = lines[at][:start] + piece + lines[at][end:]
        done.append(f"line {at}")
        text = "\n".join(lines)
    return Mutation(", ".join(done), text.encode())


def _of_bytes(data: bytes, chance: random.Random) -> Mutation:
    """Return a file that was cut off, damaged or written in another encoding."""
    match chance.choice(("cut", "flipped", "flipped", "encoded", "ends", "mark")):
        case "cut":
            end = chance.randrange(len(data))
            return Mutation(f"cut at {end}", data[:end])
        case "flipped":
            damaged = bytearray(data)
            for _ in range(chance.randint(1, 8)):
                damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
            return Mutation("bits flipped", bytes(damaged))
        case "encoded":
            encoding = chance.choice(_ENCODINGS)
            return Mutation(encoding, data.decode().replace("h", "ö").encode(encoding, "replace"))
        case "ends":
            ends = chance.choice((b"\r", b"\r\n", b"\n\n", b"\x0b"))
            return Mutation(f"line ends {ends!r}", data.replace(b"\n", ends))
        case _:
            return Mutation("byte order marks", b"\xef\xbb\xbf" * chance.randint(1, 2) + data)


def _slots(data: Any) -> Iterator[Slot]:
    items = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in items:
        yield data, key
        if isinstance(value, dict | list):
            yield from _slots(value)


def _slot(table: Table, chance: random.Random, kind: Any = object) -> Slot | None:
    found = [slot for slot in _slots(table) if isinstance(slot[0][slot[1]], kind)]
    return chance.choice(found) if found else None


def _odd(table: Table, chance: random.Random) -> str:
    if slot := _slot(table, chance):
        slot[0][slot[1]] = copy.deepcopy(chance.choice(_ODD))
        return str(slot[1])
    return ""


def _number(table: Table, chance: random.Random) -> str:
    if slot := _slot(table, chance, (int, float)):
        value = slot[0][slot[1]]
        slot[0][slot[1]] = chance.choice(
            (
                value * chance.uniform(0, 3),
                value + chance.uniform(-30, 30),
                chance.uniform(-200, 200),
            )
        )
        return str(slot[1])
    return ""


def _word(table: Table, chance: random.Random) -> str:
    if slot := _slot(table, chance, str):
        slot[0][slot[1]] = chance.choice(_WORDS)
        return str(slot[1])
    return ""


def _missing(table: Table, chance: random.Random) -> str:
    if slot := _slot(table, chance):
        del slot[0][slot[1]]
        return str(slot[1])
    return ""


def _unknown(table: Table, chance: random.Random) -> str:
    tables = [table, *(slot[0][slot[1]] for slot in _slots(table))]
    chance.choice([one for one in tables if isinstance(one, dict)])[chance.choice(_KEYS)] = 1
    return ""


def _swapped(table: Table, chance: random.Random) -> str:
    one, other = _slot(table, chance, (int, float, str)), _slot(table, chance, (int, float, str))
    if one and other:
        one[0][one[1]], other[0][other[1]] = other[0][other[1]], one[0][one[1]]
        return f"{one[1]} {other[1]}"
    return ""


def _repeated(table: Table, chance: random.Random) -> str:
    if slot := _slot(table, chance, list):
        slot[0][slot[1]] = [
            copy.deepcopy(value) for value in slot[0][slot[1]] * chance.choice((2, 3, 50))
        ]
        return str(slot[1])
    return ""


def _deep(table: Table, chance: random.Random) -> str:
    if slot := _slot(table, chance):
        value = slot[0][slot[1]]
        for _ in range(chance.choice((3, 12, 40))):
            value = chance.choice(({"a": value}, [value]))
        slot[0][slot[1]] = value
        return str(slot[1])
    return ""


def _grown(table: Table, chance: random.Random, kind: type[msgspec.Struct]) -> str:
    """Add a key that is known there, with a value that is allowed: together they may be odd."""
    rows = list(_known(table, msgspec.inspect.type_info(kind)))
    row, fields = chance.choice(rows)
    field = chance.choice(fields)
    row[field.encode_name] = _allowed(field.type, chance)
    return field.encode_name


#: None stands for `_grown`, which has to know the kind of file.
_EDITS: tuple[Callable[[Table, random.Random], str] | None, ...] = (
    _odd, _odd, _number, _number, _number, _word, _missing, _unknown, _swapped, _repeated, _deep,
    None, None, None,
)  # fmt: skip


def _known(
    data: Any, kind: msgspec.inspect.Type
) -> Iterator[tuple[Table, tuple[msgspec.inspect.Field, ...]]]:
    """Yield every table that stands where one may, with the keys it may have."""
    if isinstance(kind, msgspec.inspect.UnionType):
        for one in kind.types:
            yield from _known(data, one)
    elif isinstance(kind, _LISTS) and isinstance(data, list):
        for value in data:
            yield from _known(value, kind.item_type)
    elif isinstance(kind, msgspec.inspect.StructType) and isinstance(data, dict):
        yield data, kind.fields
        for field in kind.fields:
            yield from _known(data.get(field.encode_name), field.type)


def _allowed(kind: msgspec.inspect.Type, chance: random.Random) -> Any:
    """Return a value of a type."""
    match kind:
        case msgspec.inspect.UnionType():
            kinds = [one for one in kind.types if not isinstance(one, msgspec.inspect.NoneType)]
            return _allowed(chance.choice(kinds), chance)
        case msgspec.inspect.LiteralType():
            return chance.choice(kind.values)
        case msgspec.inspect.EnumType():
            return chance.choice([member.value for member in kind.cls])
        case msgspec.inspect.FloatType():
            low, high = kind.ge or 0.0, kind.le if kind.le is not None else 100.0
            return chance.choice((low, high, chance.uniform(low, high), chance.uniform(low, high)))
        case msgspec.inspect.IntType():
            return chance.randint(kind.ge or 0, kind.le if kind.le is not None else 9)
        case msgspec.inspect.BoolType():
            return chance.random() < 0.5
        case msgspec.inspect.ListType() | msgspec.inspect.VarTupleType():
            return [_allowed(kind.item_type, chance) for _ in range(chance.randint(0, 3))]
        case msgspec.inspect.StructType():
            return {
                field.encode_name: _allowed(field.type, chance)
                for field in kind.fields
                if field.required or chance.random() < 0.3
            }
        case _:
            return chance.choice(_WORDS)
