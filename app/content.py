"""Read typed content out of TOML, strictly, and find every mistake rather than the first."""

from __future__ import annotations

import math
import re
import tomllib
import typing
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from app.errors import ContentError, Problem

T = TypeVar("T", bound=msgspec.Struct)

#: Larger files are not content but an accident; reading stops before they cost memory.
MAX_BYTES = 256 * 1024

_WHERE = re.compile(r"^(?P<what>.*?)(?: - at `\$(?P<path>.*)`)?$", re.DOTALL)


def read_text(file: Path) -> str:
    """Read a content file as UTF-8.

    Raises:
        ContentError: it cannot be read, is too large or is not UTF-8 text.
    """
    try:
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise fault(file, "", f"cannot be read: {error.strerror or error}") from error
    if len(data) > MAX_BYTES:
        raise fault(file, "", f"expected at most {MAX_BYTES // 1024} kB")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise fault(file, "", f"expected UTF-8 text, byte {error.start} is not") from error


def parse_toml(text: str, file: Path, key: str = "") -> dict[str, Any]:
    """Parse TOML text of `file`; `key` names the part of the file it was taken from.

    Raises:
        ContentError: the text is not TOML.
    """
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise fault(file, key, f"expected valid TOML: {error}") from error


def convert(data: dict[str, Any], kind: type[T], file: Path, key: str = "") -> T:
    """Turn parsed TOML into `kind`.

    Raises:
        ContentError: naming every key that is missing, unknown or wrong.
    """
    endless = [Problem(file, where, "expected a number") for where in _endless(data, key)]
    if endless:
        raise ContentError(endless)
    try:
        return msgspec.convert(data, kind)
    except msgspec.ValidationError as error:
        # msgspec stops at the first mistake; an author wants all of them at once.
        problems = [
            Problem(file, ".".join(filter(None, [key, path])), what)
            for path, what in _mistakes(data, kind, "")
        ]
        if not problems:
            path, what = _split(error)
            problems = [Problem(file, ".".join(filter(None, [key, path])), what)]
        raise ContentError(problems) from None


def read_toml(file: Path, kind: type[T]) -> T:
    """Read a whole TOML file as `kind`.

    Raises:
        ContentError: with every mistake found in it.
    """
    return convert(parse_toml(read_text(file), file), kind, file)


def _endless(data: object, path: str) -> list[str]:
    """Return where nan and inf stand: TOML knows them, and they pass comparisons with limits."""
    if isinstance(data, float):
        return [] if math.isfinite(data) else [path]
    if isinstance(data, dict):
        return [
            where
            for key, value in data.items()
            for where in _endless(value, f"{path}.{key}" if path else key)
        ]
    if isinstance(data, list):
        return [
            where
            for index, value in enumerate(data)
            for where in _endless(value, f"{path}[{index}]")
        ]
    return []


def fault(file: Path, key: str, expected: str) -> ContentError:
    """Return a content error with one problem."""
    return ContentError([Problem(file, key, expected)])


def _mistakes(data: object, kind: Any, path: str) -> list[tuple[str, str]]:
    """Walk a value beside its type and collect (key, what was expected)."""
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return _struct_mistakes(data, kind, path)
    if isinstance(data, dict) and (table := _only_table(kind)):
        return _struct_mistakes(data, table, path)
    if typing.get_origin(kind) in (list, tuple) and isinstance(data, list):
        item = typing.get_args(kind)[0]
        if isinstance(item, type) and issubclass(item, msgspec.Struct):
            found = [
                mistake
                for index, value in enumerate(data)
                for mistake in _mistakes(value, item, f"{path}[{index}]")
            ]
            if found:
                return found
    try:
        msgspec.convert(data, kind)
    except msgspec.ValidationError as error:
        inner, what = _split(error)
        return [(path + ("." if path and inner and inner[0] != "[" else "") + inner, what)]
    return []


def _only_table(kind: Any) -> type[msgspec.Struct] | None:
    """Return the one table type among alternatives, as in `Key | None`."""
    tables = [
        one
        for one in typing.get_args(kind)
        if isinstance(one, type) and issubclass(one, msgspec.Struct)
    ]
    return tables[0] if len(tables) == 1 else None


def _struct_mistakes(data: object, kind: type[msgspec.Struct], path: str) -> list[tuple[str, str]]:
    if not isinstance(data, dict):
        return [(path, f"expected a table, got {type(data).__name__}")]
    dot = f"{path}." if path else ""
    fields = {field.encode_name: field for field in msgspec.structs.fields(kind)}
    found = [
        (f"{dot}{key}", f"unknown key; expected one of {', '.join(fields)}")
        for key in data
        if key not in fields
    ]
    for name, field in fields.items():
        if name in data:
            found += _mistakes(data[name], field.type, f"{dot}{name}")
        elif field.required:
            found.append((f"{dot}{name}", "missing; expected " + _describe(field.type)))
    return found


def _describe(kind: Any) -> str:
    names = {str: "text", float: "a number", int: "a whole number", bool: "true or false"}
    if kind in names:
        return names[kind]
    origin = typing.get_origin(kind)
    if origin is typing.Literal:
        return "one of " + ", ".join(map(str, typing.get_args(kind)))
    if origin is typing.Annotated:
        return _describe(typing.get_args(kind)[0])
    if origin in (list, tuple):
        return "a list"
    return "a table" if isinstance(kind, type) and issubclass(kind, msgspec.Struct) else "a value"


def _split(error: msgspec.ValidationError) -> tuple[str, str]:
    match = _WHERE.match(str(error))
    if match is None:
        return "", str(error)
    what = match["what"].replace("`", "")
    return (match["path"] or "").lstrip("."), what[:1].lower() + what[1:]
