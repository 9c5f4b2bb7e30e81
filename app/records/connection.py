"""Open the database, and say why it could not be opened."""

from __future__ import annotations

import contextlib
import errno
import sqlite3
import stat
from collections.abc import Iterator
from pathlib import Path

from app.files import reason as file_reason
from app.messages.message import Message

#: How long to wait for another instance's transaction, seconds.
BUSY_S = 5.0

#: What SQLite calls the files that belong to a database.
COMPANIONS = ("-wal", "-shm")

# What every statement asks for is there, unless damage took it: so an error in one is damage too.
_DAMAGE = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR})

_REASONS = {
    sqlite3.SQLITE_FULL: "files.disk-full",
    sqlite3.SQLITE_IOERR: "files.disk-unusable",
    sqlite3.SQLITE_READONLY: "files.no-permission",
    sqlite3.SQLITE_PERM: "files.no-permission",
    sqlite3.SQLITE_CANTOPEN: "files.cannot-open",
    sqlite3.SQLITE_BUSY: "files.busy",
    sqlite3.SQLITE_LOCKED: "files.busy",
    sqlite3.SQLITE_CORRUPT: "files.damaged",
    sqlite3.SQLITE_NOTADB: "files.damaged",
    sqlite3.SQLITE_ERROR: "files.damaged",
}


class DamagedError(sqlite3.DatabaseError):
    """The file is damaged in a way that SQLite itself could not report."""

    sqlite_errorcode = sqlite3.SQLITE_CORRUPT


@contextlib.contextmanager
def naming_damage() -> Iterator[None]:
    """Have every kind of damage reported as `sqlite3.DatabaseError`.

    Where SQLite complains of damage and quotes the damaged bytes, Python cannot read its message.
    """
    try:
        yield
    except UnicodeDecodeError as error:
        raise DamagedError from error


def connect(file: Path, *, mode: str = "rw", busy_s: float = BUSY_S) -> sqlite3.Connection:
    """Open an existing database for writing (`rw`), or only to look at it (`ro`).

    Never makes a file. Transactions are begun and committed by hand.

    Raises:
        sqlite3.Error: it cannot be opened.
    """
    connection = open_unseen(file, mode=mode, busy_s=busy_s)
    try:
        with naming_damage():
            connection.execute("PRAGMA foreign_keys = ON")
            # Every commit reaches the disk before it is reported: a power cut loses no set.
            connection.execute("PRAGMA synchronous = FULL")
            if mode == "rw":
                connection.execute("PRAGMA journal_mode = WAL")
    except BaseException:
        connection.close()
        raise
    return connection


def open_unseen(file: Path, *, mode: str, busy_s: float) -> sqlite3.Connection:
    """Open a database as `connect` does, without looking yet at what is in it.

    Raises:
        sqlite3.Error: it cannot be opened.
    """
    if found := find_unfit(file):
        raise sqlite3.OperationalError(found[1])
    connection = sqlite3.connect(
        f"{file.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None, timeout=busy_s
    )
    # Where a byte of a text is damaged, the rest can still be read.
    connection.text_factory = _as_text
    return connection


def in_memory() -> sqlite3.Connection:
    """Open an empty database in memory that works as the one on the disk does."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.text_factory = _as_text
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def find_unfit(file: Path) -> tuple[Path, Message] | None:
    """Return what stands in the place of the database or of a file of it, and what it is.

    SQLite would wait for a pipe, and fail oddly at a folder or a device.
    """
    for ending in ("", *COMPANIONS, "-journal"):
        name = file.with_name(file.name + ending)
        try:
            mode = name.stat().st_mode
        except OSError as error:
            if error.errno == errno.ELOOP:  # a link that leads to itself
                return name, file_reason(error)
            continue  # missing, or examined later
        if not stat.S_ISREG(mode):
            found = "files.is-folder" if stat.S_ISDIR(mode) else "files.not-a-file"
            return name, Message(found)
    return None


def disconnect(connection: sqlite3.Connection) -> None:
    """Close a connection that may no longer work."""
    with contextlib.suppress(sqlite3.Error):
        connection.close()


def _as_text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def identity(file: Path) -> tuple[int, int] | None:
    """Return what tells a file from another of the same name; None where there is no file."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def is_damage(error: sqlite3.Error) -> bool:
    """Tell a damaged file from one that cannot be reached."""
    return _primary(error) in _DAMAGE


def reason(error: sqlite3.Error) -> Message:
    """Say in a few words why the database could not be read or written."""
    if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_IOERR_SHMSIZE:
        return Message("files.disk-full")  # no room for the file that opening it needs
    if known := _REASONS.get(_primary(error)):
        return Message(known)
    told = error.args[0] if error.args else ""  # the store's own errors carry a message
    return told if isinstance(told, Message) else Message("files.system", text=str(error))


def _primary(error: sqlite3.Error) -> int:
    # The low byte of an extended code says what kind it is; errors of the module have none.
    return getattr(error, "sqlite_errorcode", 0) & 0xFF
