"""Read typed content out of TOML, strictly, and find every mistake rather than the first."""

from __future__ import annotations

import math
import re
import tomllib
import types
import typing
from collections.abc import Sequence
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from app.errors import ContentError, Problem
from app.files import read_regular_file

T = TypeVar("T", bound=msgspec.Struct)

#: Larger files are not content but an accident; reading stops before they cost memory.
MAX_BYTES = 256 * 1024

#: More keys and values than any content file means; each mistake among them costs a line.
MAX_VALUES = 10_000
#: Mistakes told at once; who reads so many has long begun to mend the first.
MAX_TOLD = 100
#: Dots in one line. `tomllib` takes time and memory with the square of the names that dots join
#: into a key: one line of them stops the machine.
MAX_DOTS = 200

#: Nothing a content file can mean lies deeper; what does is an unknown key and named as such.
_DEEPEST = 20
#: Longest piece of a file's own text in a message, characters.
_LONGEST = 60
#: An id, which is the name of a file too: kept copies of it have 30 characters more.
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
MAX_ID = 80
_BARE_KEY = re.compile(r"[\w-]{1,60}\Z", re.ASCII)
_WHERE = re.compile(r"(?P<what>.*?)(?: - at `\$(?P<path>.*)`)?\Z", re.DOTALL)
#: msgspec's names of types, in an author's words.
_WORDS = {
    "object": "a table",
    "array": "a list",
    "str": "text",
    "float": "a number",
    "int": "a whole number",
    "bool": "true or false",
}


def read_text(file: Path) -> str:
    """Read a content file as UTF-8.

    Raises:
        ContentError: it cannot be read, is too large or is not UTF-8 text.
    """
    try:
        data = read_regular_file(file, MAX_BYTES)
    except OSError as error:
        raise fault(file, "", f"cannot be read: {error.strerror or error}") from error
    if len(data) > MAX_BYTES:
        raise fault(file, "", f"expected at most {MAX_BYTES // 1024} kB")
    try:
        # Some editors on Windows put a byte order mark in front.
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise fault(file, "", f"expected UTF-8 text, byte {error.start} is not") from error


def parse_toml(text: str, file: Path, key: str = "") -> dict[str, Any]:
    """Parse TOML text of `file`; `key` names the part of the file it was taken from.

    Raises:
        ContentError: the text is not TOML.
    """
    for number, line in enumerate(text.split("\n"), 1):
        if line.count(".") > MAX_DOTS:
            raise fault(
                file, key, f"expected at most {MAX_DOTS} dots in a line, not as in {number}"
            )
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        what = _cut(str(error), 3 * _LONGEST)
        raise fault(file, key, f"expected valid TOML: {what}") from error
    except (ValueError, RecursionError) as error:
        # Python refuses to read numbers of thousands of digits and brackets nested as deep.
        raise fault(file, key, "expected shorter numbers and fewer nested brackets") from error
    if not _is_modest(data):
        raise fault(file, key, f"expected at most {MAX_VALUES} keys and values")
    return data


def convert(data: dict[str, Any], kind: type[T], file: Path, key: str = "") -> T:
    """Turn parsed TOML into `kind`.

    Raises:
        ContentError: naming every key that is missing, unknown or wrong.
    """
    endless = _endless(data, "")
    found: list[tuple[str, str]] = []
    try:
        value = msgspec.convert(data, kind)
    except msgspec.ValidationError as error:
        # msgspec stops at the first mistake; an author wants all of them at once.
        found = _mistakes(data, kind, "") or [_split(error)]
    else:
        if not endless:
            return value
    told = {path for path, _ in found}
    found += [(path, "expected a number") for path in endless if path not in told]
    problems = [
        Problem(file, ".".join(filter(None, [key, path])), what) for path, what in found[:MAX_TOLD]
    ]
    if left := len(found) - len(problems):
        problems.append(Problem(file, key, f"expected fewer mistakes; {left} more are not listed"))
    raise ContentError(problems)


def read_toml(file: Path, kind: type[T]) -> T:
    """Read a whole TOML file as `kind`.

    Raises:
        ContentError: with every mistake found in it.
    """
    return convert(parse_toml(read_text(file), file), kind, file)


def find_files(folder: Path, ending: str) -> list[Path]:
    """Return the files of a folder whose names end so, by name; none where there is no folder.

    Raises:
        ContentError: the folder cannot be read (`Path.glob` would pass over that).
    """
    try:
        return sorted(path for path in folder.iterdir() if path.suffix == ending)
    except FileNotFoundError:
        return []
    except OSError as error:
        raise fault(folder, "", f"cannot be read: {error.strerror or error}") from error


def id_fault(name: str) -> str:
    """Say what was expected of an id; nothing where it is one."""
    if len(name) > MAX_ID:
        return f"expected at most {MAX_ID} characters, got {len(name)}"
    return (
        "" if _ID.match(name) else f"expected lower-case words joined by hyphens, got {quote(name)}"
    )


def read_tables(file: Path, name: str) -> tuple[list[tuple[str, object]], list[Problem]]:
    """Read a file of `[[name]]` tables and nothing else: each with the key it stands at."""
    try:
        data = parse_toml(read_text(file), file)
    except ContentError as error:
        return [], error.problems
    problems = [
        Problem(file, key, f"unknown key; expected [[{name}]]") for key in data if key != name
    ]
    tables = data.get(name)
    if not isinstance(tables, list) or not tables:
        expected = f"missing; expected at least one [[{name}]]"
        return [], [*problems, Problem(file, name, expected)]
    return [(f"{name}[{index}]", table) for index, table in enumerate(tables)], problems


def try_convert(
    table: object, kind: type[T], file: Path, key: str
) -> tuple[T | None, list[Problem]]:
    """Turn one table into `kind`; return None and what is wrong with it where it cannot be."""
    if not isinstance(table, dict):
        return None, [Problem(file, key, f"expected a table, got {type(table).__name__}")]
    try:
        return convert(table, kind, file, key), []
    except ContentError as error:
        return None, error.problems


def misfit(value: object, kind: Any) -> str:
    """Say in an author's words what was expected where `value` stands; nothing where it fits."""
    return next((what for _, what in _leaf_mistakes(value, kind, "")), "")


def _is_modest(data: dict[str, Any]) -> bool:
    """Return whether there are no more keys and values than a content file can mean."""
    left = MAX_VALUES
    rows: list[dict[str, Any] | list[Any]] = [data]
    while rows and left >= 0:
        row = rows.pop()
        left -= len(row)
        values = row.values() if isinstance(row, dict) else row
        rows += [value for value in values if isinstance(value, dict | list)]
    return left >= 0


def _below(path: str, key: str) -> str:
    """Return where a key of the table at `path` lies, on one line whatever the key is."""
    name = key if _BARE_KEY.match(key) else f'"{repr(_cut(key))[1:-1]}"'
    return f"{path}.{name}" if path else name


def _cut(text: str, longest: int = _LONGEST) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def quote(value: object) -> str:
    """Return a value of a file for a message: short, and on one line."""
    # Python refuses to write numbers of thousands of digits.
    if isinstance(value, int) and value.bit_length() > _LONGEST:
        return "a very large number"
    return repr(_cut(str(value)))


def _endless(data: object, path: str, depth: int = 0) -> list[str]:
    """Return where nan and inf stand: TOML knows them, and they pass comparisons with limits."""
    if isinstance(data, float):
        return [] if math.isfinite(data) else [path]
    if depth == _DEEPEST:
        return []
    if isinstance(data, dict):
        return [
            where
            for key, value in data.items()
            for where in _endless(value, _below(path, key), depth + 1)
        ]
    if isinstance(data, list):
        return [
            where
            for index, value in enumerate(data)
            for where in _endless(value, f"{path}[{index}]", depth + 1)
        ]
    return []


def fault(file: Path, key: str, expected: str) -> ContentError:
    """Return a content error with one problem."""
    return ContentError([Problem(file, key, expected)])


def _mistakes(data: object, kind: Any, path: str) -> list[tuple[str, str]]:
    """Walk a value beside its type and collect (key, what was expected)."""
    kinds = _alternatives(kind)
    tables = [one for one in kinds if _is_struct(one)]
    if len(tables) == 1 and (isinstance(data, dict) or len(kinds) == 1):
        return _struct_mistakes(data, tables[0], path)
    found: list[tuple[str, str]] = []
    for one in kinds:
        origin, inner = typing.get_origin(one), typing.get_args(one)
        if origin in (list, tuple) and isinstance(data, list):
            for index, value in enumerate(data):
                found += _mistakes(value, inner[0], f"{path}[{index}]")
        elif origin is dict and isinstance(data, dict):
            for key, value in data.items():
                found += _mistakes(value, inner[1], _below(path, key))
    return found or _leaf_mistakes(data, kind, path)


def _leaf_mistakes(data: object, kind: Any, path: str) -> list[tuple[str, str]]:
    try:
        msgspec.convert(data, kind)
    except msgspec.ValidationError as error:
        inner, what = _split(error)
        if not what.startswith("expected"):
            what = f"expected {_describe(kind)}, got {quote(data)}"
        return [(path + ("." if path and inner and inner[0] != "[" else "") + inner, what)]
    return []


def _alternatives(kind: Any) -> list[Any]:
    """Return the types a value may have, as in `Key | Literal["start"] | None`."""
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin is typing.Annotated:
        return _alternatives(inner[0])
    if origin in (typing.Union, types.UnionType):
        return [one for part in inner for one in _alternatives(part) if one is not types.NoneType]
    return [kind]


def _is_struct(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)


def _struct_mistakes(data: object, kind: type[msgspec.Struct], path: str) -> list[tuple[str, str]]:
    if not isinstance(data, dict):
        name = {"list": "array"}.get(type(data).__name__, type(data).__name__)
        return [(path, f"expected a table, got {_WORDS.get(name, name)}")]
    fields = _fields(kind)
    found = [
        (_below(path, key), f"unknown key; expected one of {', '.join(fields)}")
        for key in data
        if key not in fields
    ]
    for name, field in fields.items():
        if name in data:
            found += _mistakes(data[name], field.type, _below(path, name))
        elif field.required:
            found.append((_below(path, name), "missing; expected " + _describe(field.type)))
    return found


@cache
def _fields(kind: type[msgspec.Struct]) -> dict[str, msgspec.structs.FieldInfo]:
    # msgspec works them out anew each time, which takes longer than all else here.
    return {field.encode_name: field for field in msgspec.structs.fields(kind)}


def _describe(kind: Any) -> str:
    return " or ".join(_describe_one(one) for one in _alternatives(kind))


def _describe_one(kind: Any) -> str:
    if kind in (str, float, int, bool):
        return _WORDS[kind.__name__]
    origin = typing.get_origin(kind)
    if origin is typing.Literal:
        return _choice(typing.get_args(kind))
    if origin in (list, tuple):
        return "a list"
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _choice([member.value for member in kind])
    return "a table" if _is_struct(kind) or origin is dict else "a value"


def _choice(values: Sequence[object]) -> str:
    listed = ", ".join(f"'{value}'" for value in values)
    return listed if len(values) == 1 else f"one of {listed}"


def _split(error: msgspec.ValidationError) -> tuple[str, str]:
    """Return where an error lies and what it says, in an author's words."""
    match = _WHERE.match(str(error))
    if match is None:
        return "", str(error)
    what = re.sub(r"`([^`]*)`", lambda name: _in_words(name[1]), match["what"])
    return (match["path"] or "").lstrip("."), what[:1].lower() + what[1:]


def _in_words(kinds: str) -> str:
    names = [name for name in kinds.split(" | ") if name != "null"]
    return " or ".join(_WORDS.get(name, name) for name in names)
