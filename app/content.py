"""Read typed content from TOML, strictly, and find every mistake rather than the first."""

from __future__ import annotations

import math
import re
import tomllib
import types
import typing
from collections.abc import Callable, Collection, Iterable, Sequence
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from app.errors import ContentError, Problem
from app.files import read_regular_file
from app.messages.message import Message

T = TypeVar("T", bound=msgspec.Struct)
#: Where in a file, and what was expected there.
Mistake = tuple[str, Message]

#: Larger files are not content but an accident; reading stops before they cost memory.
MAX_BYTES = 256 * 1024

#: More keys and values than any content file means; each mistake among them costs a line.
MAX_VALUES = 10_000
#: Mistakes reported at once; more would not help to begin mending them.
MAX_TOLD = 100
#: Dots in one line. `tomllib` takes time and memory with the square of the names that dots join
#: into a key: one line of them stops the machine.
MAX_DOTS = 200

#: Nothing a content file can mean lies deeper; what does is an unknown key and named as such.
_DEEPEST = 20
#: Longest piece of a file's own text in a message, characters.
_LONGEST = 60
#: An id is also the name of a file, of which kept copies have 30 characters more.
ID = r"[a-z0-9]+(-[a-z0-9]+)*\Z"
MAX_ID = 80
_BARE_KEY = re.compile(r"[\w-]{1,60}\Z", re.ASCII)
_WHERE = re.compile(r"(?P<what>.*?)(?: - at `\$(?P<path>.*)`)?\Z", re.DOTALL)
#: msgspec's names of types that have an author's word.
_NAMED = ("object", "array", "str", "float", "int", "bool")
#: What msgspec says of a value of another kind, too long, too large, or of another form.
_KIND = re.compile(r"Expected `(.*)`, got `(.*)`\Z")
_BOUND = re.compile(r"Expected `(.*)` (of length )?([<>]=?|) ?(-?[\d.e+-]+)\Z")
_PATTERN = re.compile(r"Expected `(.*)` matching regex (.*)\Z", re.DOTALL)


def read_text(file: Path) -> str:
    """Read a content file as UTF-8.

    Raises:
        ContentError: it cannot be read, is too large or is not UTF-8 text.
    """
    try:
        data = read_regular_file(file, MAX_BYTES)
    except OSError as error:
        raise _unreadable(file, error) from error
    if len(data) > MAX_BYTES:
        raise fault(file, "", Message("content.too-large", most=MAX_BYTES // 1024))
    try:
        # Some editors on Windows put a byte order mark in front.
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise fault(file, "", Message("content.encoding", at=error.start)) from error


def parse_toml(text: str, file: Path, key: str = "") -> dict[str, Any]:
    """Parse TOML text of `file`; `key` names the part of the file it was taken from.

    Raises:
        ContentError: the text is not TOML.
    """
    for number, line in enumerate(text.split("\n"), 1):
        if line.count(".") > MAX_DOTS:
            raise fault(file, key, Message("content.dots", most=MAX_DOTS, line=number))
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        what = _cut(str(error), 3 * _LONGEST)
        raise fault(file, key, Message("content.toml", what=what)) from error
    except (ValueError, RecursionError) as error:
        # Python refuses to read numbers of thousands of digits and brackets nested as deep.
        raise fault(file, key, Message("content.too-deep")) from error
    if not _is_modest(data):
        raise fault(file, key, Message("content.too-many-values", most=MAX_VALUES))
    return data


def convert(data: dict[str, Any], kind: type[T], file: Path, key: str = "") -> T:
    """Turn parsed TOML into `kind`.

    Raises:
        ContentError: naming every key that is missing, unknown or wrong.
    """
    endless = _endless(data, "")
    found: list[Mistake] = []
    try:
        value = msgspec.convert(data, kind)
    except msgspec.ValidationError as error:
        # msgspec stops at the first mistake; an author wants all of them at once.
        where, what = _split(error)
        said = _in_words(what) or Message("files.system", text=what)
        found = _mistakes(data, kind, "") or [(where, said)]
    else:
        if not endless:
            return value
    told = {path for path, _ in found}
    number = Message("content.expected", kind=Message("content.type.float"))
    found += [(path, number) for path in endless if path not in told]
    problems = [
        Problem(file, ".".join(filter(None, [key, path])), what) for path, what in found[:MAX_TOLD]
    ]
    if left := len(found) - len(problems):
        problems.append(Problem(file, key, Message("content.more-mistakes", n=left)))
    raise ContentError(problems)


def find_files(folder: Path, ending: str) -> list[Path]:
    """Return the files of a folder whose names end so, by name; none where there is no folder.

    Raises:
        ContentError: the folder cannot be read (`Path.glob` would pass over that), or is a file.
    """
    try:
        return sorted(path for path in folder.iterdir() if path.suffix == ending)
    except FileNotFoundError:
        return []
    except NotADirectoryError:
        if not folder.exists():  # nor is the folder that it would be in
            return []
        raise fault(folder, "", Message("content.folder-is-file")) from None
    except OSError as error:
        raise _unreadable(folder, error) from error


def id_fault(name: str) -> Message | None:
    """Return what was expected of an id; None where it is one."""
    if len(name) > MAX_ID:
        return Message("content.id-too-long", most=MAX_ID, count=len(name))
    return None if re.match(ID, name) else Message("content.id", id=quote(name))


def read_tables(file: Path, name: str) -> tuple[list[tuple[str, object]], list[Problem]]:
    """Read a file of `[[name]]` tables and nothing else: each with the key it is at."""
    try:
        data = parse_toml(read_text(file), file)
    except ContentError as error:
        return [], error.problems
    unknown = Message("content.unknown-table", table=name)
    problems = [Problem(file, key, unknown) for key in data if key != name]
    tables = data.get(name)
    if not isinstance(tables, list) or not tables:
        return [], [*problems, Problem(file, name, Message("content.no-tables", table=name))]
    return [(f"{name}[{index}]", table) for index, table in enumerate(tables)], problems


def try_convert(
    table: object,
    kind: type[T],
    file: Path,
    key: str,
    mistakes: Callable[[T], Iterable[Mistake]] = lambda _: (),
) -> tuple[T | None, list[Problem]]:
    """Turn one table into `kind`; return None and what is wrong with it where it cannot be.

    Args:
        table: what was parsed.
        kind: what it should be.
        file, key: where it is.
        mistakes: finds what the types cannot express, at keys below `key`.
    """
    if not isinstance(table, dict):
        return None, [Problem(file, key, _no_table(table))]
    try:
        value = convert(table, kind, file, key)
    except ContentError as error:
        return None, error.problems
    problems = [Problem(file, f"{key}.{name}", expected) for name, expected in mistakes(value)]
    return None if problems else value, problems


def misfit(value: object, kind: Any) -> Message | None:
    """Say in an author's words what was expected in place of `value`; None where it fits."""
    return next((what for _, what in _leaf_mistakes(value, kind, "")), None)


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


def quote(value: object) -> str | Message:
    """Return a value of a file for a message: short, and on one line."""
    # Python refuses to write numbers of thousands of digits.
    if isinstance(value, int) and value.bit_length() > _LONGEST:
        return Message("content.very-large")
    return repr(_cut(str(value)))


def unknown_id(name: str, known: Collection[str]) -> Message:
    """Say that an id is unknown, and which there are."""
    listed = ", ".join(sorted(known)) or Message("content.none-known")
    return Message("content.unknown-id", id=quote(name), known=listed)


def _endless(data: object, path: str, depth: int = 0) -> list[str]:
    """Return where nan and inf are: TOML knows them, and they pass comparisons with limits."""
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


def fault(file: Path, key: str, expected: Message) -> ContentError:
    """Return a content error with one problem."""
    return ContentError([Problem(file, key, expected)])


def _mistakes(data: object, kind: Any, path: str) -> list[Mistake]:
    """Walk a value beside its type and collect (key, what was expected)."""
    kinds = _alternatives(kind)
    tables = [one for one in kinds if _is_struct(one)]
    if len(tables) == 1 and (isinstance(data, dict) or len(kinds) == 1):
        return _struct_mistakes(data, tables[0], path)
    found: list[Mistake] = []
    for one in kinds:
        origin, inner = typing.get_origin(one), typing.get_args(one)
        if origin in (list, tuple) and isinstance(data, list):
            for index, value in enumerate(data):
                found += _mistakes(value, inner[0], f"{path}[{index}]")
        elif origin is dict and isinstance(data, dict):
            for key, value in data.items():
                found += _mistakes(value, inner[1], _below(path, key))
    return found or _leaf_mistakes(data, kind, path)


def _leaf_mistakes(data: object, kind: Any, path: str) -> list[Mistake]:
    try:
        msgspec.convert(data, kind)
    except msgspec.ValidationError as error:
        inner, what = _split(error)
        told = _in_words(what) or Message("content.kind", kind=_describe(kind), got=quote(data))
        return [(path + ("." if path and inner and inner[0] != "[" else "") + inner, told)]
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


def _struct_mistakes(data: object, kind: type[msgspec.Struct], path: str) -> list[Mistake]:
    if not isinstance(data, dict):
        return [(path, _no_table(data))]
    fields = _fields(kind)
    unknown = Message("content.unknown-key", known=", ".join(fields))
    found = [(_below(path, key), unknown) for key in data if key not in fields]
    for name, field in fields.items():
        if name in data:
            found += _mistakes(data[name], field.type, _below(path, name))
        elif field.required:
            missing = Message("content.missing", kind=_describe(field.type))
            found.append((_below(path, name), missing))
    return found


@cache
def _fields(kind: type[msgspec.Struct]) -> dict[str, msgspec.structs.FieldInfo]:
    # msgspec works them out anew each time, which takes longer than all else here.
    return {field.encode_name: field for field in msgspec.structs.fields(kind)}


def _no_table(value: object) -> Message:
    name = {"list": "array"}.get(type(value).__name__, type(value).__name__)
    return Message("content.kind", kind=Message("content.type.object"), got=_word(name))


def _describe(kind: Any) -> Message | str:
    return _either([_describe_one(one) for one in _alternatives(kind)])


def _describe_one(kind: Any) -> Message | str:
    if kind in (str, float, int, bool):
        return _word(kind.__name__)
    origin = typing.get_origin(kind)
    if origin is typing.Literal:
        return _choice(typing.get_args(kind))
    if origin in (list, tuple):
        return _word("array")
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _choice([member.value for member in kind])
    return Message("content.type.object" if _is_struct(kind) or origin is dict else "content.value")


def _choice(values: Sequence[object]) -> Message | str:
    listed = ", ".join(f"'{value}'" for value in values)
    return listed if len(values) == 1 else Message("content.one-of", values=listed)


def _split(error: msgspec.ValidationError) -> tuple[str, str]:
    """Return where an error lies and what it says."""
    match = _WHERE.match(str(error))
    return ((match["path"] or "").lstrip("."), match["what"]) if match else ("", str(error))


def _in_words(what: str) -> Message | None:
    """Return what msgspec says in an author's words; None where it does not name a kind."""
    if match := _KIND.match(what):
        return Message("content.kind", kind=_kinds(match[1]), got=_kinds(match[2]))
    if match := _PATTERN.match(what):
        return Message("content.pattern", kind=_kinds(match[1]), pattern=match[2])
    if match := _BOUND.match(what):
        limit = float(match[4]) if re.search("[.e]", match[4]) else int(match[4])
        said = "content.length" if match[2] else "content.bound"
        return Message(said, kind=_kinds(match[1]), sign=match[3], limit=limit)
    return None


def _kinds(names: str) -> Message | str:
    return _either([_word(name) for name in names.split(" | ") if name != "null"])


def _either(kinds: Sequence[Message | str]) -> Message | str:
    found = kinds[0]
    for kind in kinds[1:]:
        found = Message("content.or", first=found, second=kind)
    return found


def _word(name: str) -> Message | str:
    """Return msgspec's name of a type in an author's words."""
    return Message(f"content.type.{name}") if name in _NAMED else name


def _unreadable(path: Path, error: OSError) -> ContentError:
    a_folder = isinstance(error, IsADirectoryError)
    system = Message("files.system", text=error.strerror or str(error))
    why = Message("files.is-folder") if a_folder else system
    return fault(path, "", Message("content.unreadable", reason=why))
