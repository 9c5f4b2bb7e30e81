"""Find out what stands in the place of the database, without changing it."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple

from app.errors import UserError
from app.files import read_regular_file
from app.messages.message import Message
from app.records import connection as db
from app.records.salvage import find_unsound
from app.records.schema import APPLICATION_ID, VERSION
from app.records.writing import fits

#: How long the start waits for another program's transaction, s; then it says so.
BUSY_S = 1.5
_MAGIC = b"SQLite format 3\0"
_HEADER_BYTES = 100


class FileState(Enum):
    """What the file is."""

    MISSING = auto()
    GOOD = auto()
    DAMAGED = auto()
    NEWER = auto()
    FOREIGN = auto()


class Examined(NamedTuple):
    """What the file is, and the version of its tables; 0 where that is not known."""

    state: FileState
    version: int = 0


def examine(file: Path) -> Examined:
    """Find out what the file is.

    Raises:
        OSError, sqlite3.Error: it cannot be read.
    """
    found = _read_header(file)
    if found.state is not FileState.GOOD:
        return found
    try:
        with (
            contextlib.closing(db.connect(file, mode=_mode(file), busy_s=BUSY_S)) as connection,
            db.naming_damage(),
        ):
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if version > VERSION:
                return Examined(FileState.NEWER)
            unsound = (
                version <= 0
                or find_unsound(connection)
                or (version == VERSION and not fits(connection))
            )
    except sqlite3.DatabaseError as error:
        if not db.is_damage(error):
            raise
        unsound, version = True, found.version
    return Examined(FileState.DAMAGED if unsound else FileState.GOOD, max(0, version))


def _mode(file: Path) -> str:
    """Return how to open a database so that as little as can be is written."""
    if os.path.lexists(file.with_name(f"{file.name}-journal")):
        return "rw"  # a change was broken off, which can only be taken back by writing
    if os.path.lexists(file.with_name(f"{file.name}-wal")):
        return "ro"  # so that closing never moves the log into a damaged file
    return "ro&immutable=1"  # nobody has it open, and nothing is made beside it


def _read_header(file: Path) -> Examined:
    """Find out from the file's beginning; a newer one is recognised before SQLite opens it."""
    try:
        header = read_regular_file(file, _HEADER_BYTES)
    except FileNotFoundError:
        return Examined(FileState.MISSING)
    # An empty file counts as damaged too: ours appears under its name whole, or not at all.
    if len(header) < _HEADER_BYTES or not header.startswith(_MAGIC):
        return Examined(FileState.DAMAGED)
    version = int.from_bytes(header[60:64], "big", signed=True)
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        return Examined(FileState.FOREIGN)
    if version > VERSION:
        return Examined(FileState.NEWER)
    return Examined(FileState.GOOD, max(0, version))


def version_of(file: Path) -> int:
    """Return the version of a database's tables; 0 where they are not ours, or nothing is known."""
    try:
        return _read_header(file).version
    except OSError:
        return 0


def need_writable(file: Path) -> None:
    """Refuse what cannot be written, before SQLite leaves anything beside it.

    Raises:
        UserError: the folder, the file or one that belongs to it can only be read.
        OSError: the file is not fit to be one.
    """
    if found := db.find_unfit(file):
        raise UserError("files.records-unusable", file=found[0], reason=found[1])
    if not _may_write(file.parent):
        raise UserError("files.no-folder", folder=file.parent, reason=_why_not(file.parent))
    for ending in ("", *db.COMPANIONS, "-journal"):
        name = file.with_name(file.name + ending)
        if os.path.lexists(name) and not _may_write(name):
            raise UserError("files.records-unusable", file=name, reason=_why_not(name))


def _may_write(path: Path) -> bool:
    effective = os.access in os.supports_effective_ids
    return os.access(path, os.W_OK, effective_ids=effective)


def _why_not(path: Path) -> Message:
    """Say why a file or folder cannot be written."""
    with contextlib.suppress(OSError, AttributeError):  # Windows has no such call
        if os.statvfs(path).f_flag & os.ST_RDONLY:
            return Message("files.read-only")
    return Message("files.no-permission")
