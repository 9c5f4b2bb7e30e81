"""The database file: made, examined, brought up to date, or set aside."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import stat
from collections.abc import Callable
from datetime import datetime
from enum import Enum, auto
from pathlib import Path
from uuid import uuid4

from app.errors import UserError
from app.files import (
    PRIVATE_FILE,
    Notice,
    make_private_file,
    make_private_folder,
    read_regular_file,
    set_aside,
    sync_folder,
)
from app.files import reason as file_reason
from app.messages.message import Message
from app.records import connection as db
from app.records.backup import back_up
from app.records.folder_lock import FolderLock
from app.records.model import local_now
from app.records.schema import APPLICATION_ID, VERSION, migrate

_COMPANIONS = ("-wal", "-shm")
#: How long the start waits for another program's transaction, s; then it says so.
_BUSY_S = 1.5
_MAGIC = b"SQLite format 3\0"
_HEADER_BYTES = 100


class _State(Enum):
    MISSING = auto()
    GOOD = auto()
    DAMAGED = auto()
    NEWER = auto()
    FOREIGN = auto()


class Store:
    """A database of records that can be written to.

    Attributes:
        path: the file.
        notice: what to tell the user about it, or None.
    """

    def __init__(self, path: Path, lock: FolderLock, notice: Notice | None) -> None:
        self.path = path
        self.notice = notice
        self._lock = lock

    @property
    def found_others(self) -> bool:
        """Whether another instance of the program had the folder when this one opened it."""
        return self._lock.found_others

    @classmethod
    def open(cls, path: Path, now: Callable[[], datetime] = local_now) -> Store:
        """Open the store, make it where there is none, set a damaged one aside.

        Raises:
            UserError: it cannot be reached or written, a newer version of the program made it,
                or it belongs to another program; nothing was changed.
        """
        # SQLite puts its companions beside the file a link leads to; so do we.
        file = Path(os.path.realpath(path))
        make_private_folder(file.parent)
        lock = FolderLock(file.parent)
        try:
            notice = _prepare(file, lock, now)
        except BaseException as error:
            lock.release()
            if isinstance(error, sqlite3.Error):
                raise _unusable(file, db.reason(error)) from error
            if isinstance(error, OSError):
                raise _unusable(file, file_reason(error)) from error
            raise
        lock.share()  # lets go of itself where it cannot
        return cls(file, lock, notice)

    def connect(self) -> sqlite3.Connection:
        """Open a connection for writing; the caller closes it.

        Where the file was moved or deleted meanwhile, a new one is made.

        Raises:
            sqlite3.Error: it cannot be opened or made.
        """
        if not os.path.lexists(self.path):
            _begin_again(self.path)
        return db.connect(self.path)

    def close(self) -> None:
        """Let other instances have the folder to themselves."""
        self._lock.release()


def _prepare(file: Path, lock: FolderLock, now: Callable[[], datetime]) -> Notice | None:
    notice = None
    _need_files(file)
    state = _examine(file)
    if state is _State.FOREIGN:
        raise UserError("files.records-foreign", file=file)
    if state is _State.NEWER:
        raise UserError("files.records-newer", file=file)
    if state is _State.DAMAGED or (state is _State.MISSING and _leftovers(file)):
        notice = _replace(file, lock, now)
    elif state is _State.MISSING:
        _make(file)
    for name in (file, *_companions(file)):
        _keep_private(name)
    try:
        _open(file, lock, now)
    except sqlite3.DatabaseError as error:
        # Some damage shows only to a program that writes.
        if notice is not None or not db.is_damage(error):
            raise
        notice = _replace(file, lock, now)
        _open(file, lock, now)
    return notice


def _need_files(file: Path) -> None:
    """Refuse a folder, a pipe or a device where SQLite keeps a file: it would wait, or fail oddly.

    Raises:
        UserError: there is one; nothing was changed.
    """
    for ending in ("", *_COMPANIONS, "-journal"):
        name = file.with_name(file.name + ending)
        try:
            mode = name.stat().st_mode
        except OSError:  # missing, or examined later
            continue
        if not stat.S_ISREG(mode):
            found = "files.is-folder" if stat.S_ISDIR(mode) else "files.not-a-file"
            raise _unusable(name, Message(found))


def _open(file: Path, lock: FolderLock, now: Callable[[], datetime]) -> None:
    def keep() -> None:
        # An older program that goes on writing would not know the new tables.
        _need_alone("files.records-old-in-use", file, lock)
        back_up(file, now())

    opened = db.connect(file, busy_s=_BUSY_S)
    with contextlib.closing(opened) as connection, db.naming_damage():
        migrate(connection, back_up=keep)


def _replace(file: Path, lock: FolderLock, now: Callable[[], datetime]) -> Notice:
    """Set a damaged database aside and begin a new one."""
    _need_alone("files.records-in-use", file, lock)
    notice = _set_aside(file, now())
    _make(file)
    return notice


def _need_alone(message_id: str, file: Path, lock: FolderLock) -> None:
    """Raise UserError where another instance has the folder."""
    if not lock.alone:
        raise UserError(message_id, file=file)


def _examine(file: Path) -> _State:
    """Find out what the file is without changing a byte of it."""
    try:
        header = read_regular_file(file, _HEADER_BYTES)
    except FileNotFoundError:
        return _State.MISSING
    # An empty file counts as damaged too: ours appears under its name whole, or not at all.
    if len(header) < _HEADER_BYTES or not header.startswith(_MAGIC):
        return _State.DAMAGED
    # As in the file format: a newer database is recognised before SQLite ever opens it.
    version = int.from_bytes(header[60:64], "big", signed=True)
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        return _State.FOREIGN
    if version > VERSION:
        return _State.NEWER
    try:
        # Reading only, so that closing never moves a write-ahead log into a damaged file.
        with (
            contextlib.closing(db.connect(file, mode="ro", busy_s=_BUSY_S)) as connection,
            db.naming_damage(),
        ):
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if version > VERSION:
                return _State.NEWER
            (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.DatabaseError as error:
        if not db.is_damage(error):
            raise
        return _State.DAMAGED
    return _State.GOOD if verdict == "ok" and version > 0 else _State.DAMAGED


def _make(file: Path) -> None:
    """Make an empty store that appears under its name complete."""
    draft = file.with_name(f".{file.stem}-{uuid4().hex}{file.suffix}")
    try:
        make_private_file(draft)
        with contextlib.closing(db.connect(draft)) as connection:
            migrate(connection)
        try:
            # A link never replaces: of two instances the slower one uses what the quicker made.
            os.link(draft, file)
        except (OSError, NotImplementedError, AttributeError):  # made already, or no links here
            if not os.path.lexists(file):
                draft.rename(file)
        sync_folder(file.parent)
    finally:
        for name in (draft, *_companions(draft)):
            with contextlib.suppress(OSError):
                name.unlink(missing_ok=True)


def _begin_again(file: Path) -> None:
    """Make a store where the one in use was removed.

    Raises:
        sqlite3.Error: it cannot be made.
    """
    try:
        make_private_folder(file.parent)
        if _leftovers(file):
            set_aside(file, local_now(), _COMPANIONS)
        _make(file)
    except OSError as error:
        raise sqlite3.OperationalError(file_reason(error)) from error
    except UserError as error:
        raise sqlite3.OperationalError(error.messages[0]) from error


def _set_aside(file: Path, now: datetime) -> Notice:
    moved = set_aside(file, now, _COMPANIONS)
    return Notice(Message("files.records-damaged", file=file, moved=moved), moved)


def _leftovers(file: Path) -> bool:
    """Tell whether a log is left without its database; SQLite must not play it into a new one."""
    return any(os.path.lexists(name) for name in _companions(file))


def _companions(file: Path) -> tuple[Path, ...]:
    return tuple(file.with_name(file.name + ending) for ending in _COMPANIONS)


def _keep_private(file: Path) -> None:
    """Make the file private; one restored from a backup may be readable by everyone."""
    with contextlib.suppress(OSError):
        if file.stat().st_mode & 0o077:
            file.chmod(PRIVATE_FILE)


def _unusable(file: Path, why: Message) -> UserError:
    return UserError("files.records-unusable", file=file, reason=why)
