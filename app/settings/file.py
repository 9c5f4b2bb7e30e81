"""The settings as a TOML file: read key by key, written by merging changes into what is there."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec

from app.content import misfit, parse_toml
from app.errors import ContentError
from app.files import Notice, keep_copy, read_regular_file, reason, replace_damaged, write_whole
from app.messages.message import Message
from app.settings.model import BodySettings, ExerciseSettings, PlanSettings

#: A larger file is not settings but an accident.
MAX_BYTES = 256 * 1024

#: The first line and the last: where the last is missing, the file was cut off.
_BEGIN, _END = b"# Settings of the Hip Hinge Trainer\n", b"# End of the settings\n"

#: New values by the way to their key, as ("body", "mass_kg"); None takes the key out of the file.
Changes = dict[tuple[str, ...], Any]


class _DamagedError(Exception):
    """Nothing of a file can be read."""


def read_settings(
    path: Path, fields: Mapping[str, Any], now: datetime
) -> tuple[dict[str, Any], Notice | None]:
    """Read a file of settings; a mistake costs no more than the key it is in.

    A missing file is the defaults, and so is one that cannot be read or is not TOML; the next
    change sets it aside. A key that is unknown or wrong is left out; since the next change writes
    the file without it, the file is also kept as it was under a dated name.

    Args:
        path: the file.
        fields: the keys that belong in it, with their types.
        now: the time for the dated names.

    Returns:
        What is valid in the file, and what the user should hear about it.
    """
    try:
        data, notice = _read(path, fields, now)
    except _DamagedError:
        return {}, Notice(Message("files.settings-damaged", file=path), path)
    except OSError as error:
        unreadable = Message("files.settings-unreadable", file=path, reason=reason(error))
        return {}, Notice(unreadable, path)
    return data or {}, notice


def merge_settings(
    path: Path, fields: Mapping[str, Any], changes: Changes, in_use: dict[str, Any], now: datetime
) -> tuple[dict[str, Any], Notice | None]:
    """Write changes into a file of settings and keep everything else that is valid in it.

    Args:
        path: the file.
        fields: the keys that belong in it, with their types.
        changes: what to change in it.
        in_use: every setting in use, written where the file is missing or damaged.
        now: the time for the name of a damaged file.

    Returns:
        What the file now has, and what the user should hear about it.

    Raises:
        UserError: it cannot be written; the file is as it was.
    """
    import tomli_w

    data, notice, damaged = None, None, False
    try:
        data, notice = _read(path, fields, now)
    except _DamagedError:
        damaged = True
    except OSError:  # a folder, which cannot be written either
        pass
    merged = in_use if data is None else data
    for (*above, name), value in changes.items():
        table = merged
        for key in above:
            table = table.setdefault(key, {})
        if value is None:
            table.pop(name, None)
        else:
            table[name] = value
    merged = _without_empty_tables(merged)
    content = _BEGIN + tomli_w.dumps(merged).encode("utf-8") + _END
    if damaged:
        moved = replace_damaged(path, content, now)
        notice = Notice(Message("files.settings-saved-anew", file=path, moved=moved), moved)
    else:
        write_whole(path, content)
    return merged, notice


def find_changes(before: Mapping[str, Any], now: Mapping[str, Any]) -> Changes:
    """Return what leads from one set of settings to another; a key left out is its default."""
    old, new = dict(_leaves(before)), dict(_leaves(now))
    return {key: new.get(key) for key in old | new if old.get(key) != new.get(key)}


def _read(
    path: Path, fields: Mapping[str, Any], now: datetime
) -> tuple[dict[str, Any] | None, Notice | None]:
    """Return what is valid in the file; None where there is none.

    Raises:
        _DamagedError: nothing of it can be read.
        OSError: there is something else in the file's place.
    """
    try:
        content = read_regular_file(path, MAX_BYTES)
    except (FileNotFoundError, NotADirectoryError):
        return None, None
    except OSError as error:
        if os.path.isfile(path):  # noqa: PTH113 - unlike Path.is_file it never raises
            raise _DamagedError from error
        raise
    if len(content) > MAX_BYTES:
        raise _DamagedError
    try:
        # Some editors on Windows put a byte order mark in front.
        data = parse_toml(content.decode("utf-8-sig"), path)
    except (ValueError, ContentError) as error:  # neither UTF-8 nor TOML, or far too much of it
        raise _DamagedError from error
    bad: list[Message] = []
    good = _sift(data, fields, "", bad)
    begun = content.startswith(_BEGIN[:-1]) or _BEGIN.startswith(content)
    is_cut_off = begun and _END[:-1] not in content
    if not bad and not is_cut_off:
        return good, None
    kept = keep_copy(path, content, now)
    if is_cut_off:
        return good, Notice(Message("files.settings-cut-off", file=path, kept=kept or path), kept)
    return good, _left_out(path, bad, kept)


def _sift(
    data: Mapping[str, Any], fields: Mapping[str, Any], path: str, bad: list[Message]
) -> dict[str, Any]:
    """Return the keys whose values fit their fields and name the others in `bad`."""
    good: dict[str, Any] = {}
    for key, value in data.items():
        where = f"{path}{key}"
        if key not in fields:
            bad.append(Message("files.key-unknown", key=where))
        elif fields[key] in (BodySettings, PlanSettings) and isinstance(value, dict):
            good[key] = _sift(value, fields_of(fields[key]), f"{where}.", bad)
        elif key == "exercises" and isinstance(value, dict):
            good[key] = _sift_exercises(value, f"{where}.", bad)
        elif fault := misfit(value, fields[key]):
            bad.append(Message("files.key-wrong", key=where, expected=fault))
        else:
            good[key] = value
    return good


def _sift_exercises(data: Mapping[str, Any], path: str, bad: list[Message]) -> dict[str, Any]:
    good = {}
    for key, value in data.items():
        if not isinstance(value, dict):
            table = Message("content.expected", kind=Message("content.type.object"))
            bad.append(Message("files.key-wrong", key=f"{path}{key}", expected=table))
        elif kept := _sift(value, fields_of(ExerciseSettings), f"{path}{key}.", bad):
            good[key] = kept
    return good


def fields_of(kind: type[msgspec.Struct]) -> dict[str, Any]:
    """Return the fields of a struct with their types."""
    return {field.encode_name: field.type for field in msgspec.structs.fields(kind)}


def _left_out(path: Path, bad: list[Message], kept: Path | None) -> Notice:
    keys = bad[0]
    for key in bad[1:]:
        keys = Message("files.list", first=keys, rest=key)
    if kept is None:
        return Notice(Message("files.settings-left-out", file=path, keys=keys), path)
    return Notice(Message("files.settings-left-out-kept", file=path, keys=keys, kept=kept), kept)


def _leaves(
    data: Mapping[str, Any], above: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Yield every value that is not a table, with the way to its key."""
    for key, value in data.items():
        if isinstance(value, dict):
            yield from _leaves(value, (*above, key))
        else:
            yield (*above, key), value


def _without_empty_tables(data: Mapping[str, Any]) -> dict[str, Any]:
    cleaned = {
        key: _without_empty_tables(value) if isinstance(value, dict) else value
        for key, value in data.items()
    }
    return {key: value for key, value in cleaned.items() if value != {}}
