"""The database file: made, brought up to date, or repaired into a new one."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from app.errors import UserError
from app.files import (
    PRIVATE_FILE,
    Notice,
    make_private_file,
    make_private_folder,
    set_aside,
    sync_folder,
)
from app.files import reason as file_reason
from app.messages.message import Message
from app.records import connection as db
from app.records.backup import back_up
from app.records.examining import BUSY_S, FileState, examine, need_writable, version_of
from app.records.folder_lock import FolderLock
from app.records.model import local_now
from app.records.salvage import Salvage, salvage
from app.records.schema import migrate


class Store:
    """A database of records that can be written to, as soon as it can be.

    Args:
        path: the file.
        now: the wall clock, with its zone.

    Attributes:
        path: the file; a link was followed.
        examined: what tells the file that is used from another of its name; None while there is
            none that can be used.
        notice: what to tell the user about it, or None.
        refusal: why it cannot be used, or None.
    """

    def __init__(self, path: Path, now: Callable[[], datetime] = local_now) -> None:
        # SQLite puts its companions beside the file a link leads to; so do we.
        self.path = Path(os.path.realpath(path))
        self.examined: tuple[int, int] | None = None
        self.notice: Notice | None = None
        self.refusal: Message | None = None
        self._now = now
        self._lock: FolderLock | None = None

    @property
    def found_others(self) -> bool:
        """Whether another instance of the program had the folder when this one opened it."""
        return self._lock is not None and self._lock.found_others

    @classmethod
    def open(cls, path: Path, now: Callable[[], datetime] = local_now) -> Store:
        """Open the store, make it where there is none, repair a damaged one.

        Raises:
            UserError: it cannot be used; nothing was changed.
        """
        store = cls(path, now)
        store.prepare()
        return store

    def prepare(self) -> None:
        """Examine the file, make it where there is none, repair a damaged one.

        Raises:
            UserError: it cannot be reached or written, a newer version of the program made it,
                or it belongs to another program; nothing was changed.
        """
        self.close()
        try:
            with _as_user_error(self.path):
                make_private_folder(self.path.parent)
                self._lock = FolderLock(self.path.parent)
                self._prepare()
            self._lock.share()  # lets go of itself where it cannot
            self.examined, self.refusal = db.identity(self.path), None
        except UserError as error:
            self.refusal = error.messages[0]
            raise
        finally:
            if self.examined is None:
                self.close()

    def connect(self) -> sqlite3.Connection:
        """Open a connection for writing; the caller closes it.

        Where the file was moved, deleted or replaced meanwhile, or could not be used so far, it
        is prepared again.

        Raises:
            sqlite3.Error: it cannot be opened or made.
        """
        if self.examined is None or db.identity(self.path) != self.examined:
            try:
                self.prepare()
            except UserError as error:
                told = error.messages[0]
                why = told.arguments.get("reason") if told.id == "files.records-unusable" else told
                raise sqlite3.OperationalError(why) from error
        return db.connect(self.path)

    def doubt(self) -> None:
        """Have the file examined again before it is used again, for it was found damaged."""
        self.examined = None

    def close(self) -> None:
        """Let other instances have the folder to themselves."""
        self.examined = None
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _prepare(self) -> None:
        file = self.path
        need_writable(file)
        found = examine(file)
        if found.state is FileState.FOREIGN:
            raise UserError("files.records-foreign", file=file)
        if found.state is FileState.NEWER:
            raise UserError("files.records-newer", file=file)
        if found.state is FileState.DAMAGED:
            self._repair(found.version)
        elif found.state is FileState.MISSING:
            self._set_leftovers_aside()
            _make(file)
        for name in (file, *_companions(file)):
            _keep_private(name)
        try:
            self._bring_up_to_date()
        except sqlite3.DatabaseError as error:
            # Some damage shows only to a program that writes.
            if found.state is FileState.DAMAGED or not db.is_damage(error):
                raise
            self._repair(version_of(file))
            self._bring_up_to_date()

    def _set_leftovers_aside(self) -> None:
        """Keep SQLite from playing a log without its database into a new one."""
        left = [name for name in _companions(self.path) if os.path.lexists(name)]
        if not left:
            return
        self._need_alone("files.records-in-use")
        log = any(name.stat().st_size for name in left[:1] if name.name.endswith("-wal"))
        moved = set_aside(self.path, self._now(), db.COMPANIONS)
        if log:
            moved = moved.with_name(f"{moved.name}-wal")
            self.notice = Notice(Message("files.records-log", file=self.path, moved=moved), moved)

    def _bring_up_to_date(self) -> None:
        def keep() -> None:
            # An older program that goes on writing would not know the new tables.
            self._need_alone("files.records-old-in-use")
            back_up(self.path, self._now())

        opened = db.connect(self.path, busy_s=BUSY_S)
        with contextlib.closing(opened) as connection, db.naming_damage():
            migrate(connection, back_up=keep)
            # SQLite looks for values that break a rule only where it could write.
            if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                raise db.DamagedError

    def _repair(self, version: int) -> None:
        """Put a new database with all that can be read of a damaged one in its place."""
        self._need_alone("files.records-in-use")
        log = self.path.with_name(f"{self.path.name}-wal")
        rest = salvage(self.path, version, log=log.exists() and log.stat().st_size > 0)
        with contextlib.closing(rest.connection), _draft(self.path) as draft:
            with contextlib.closing(db.connect(draft)) as connection:
                rest.connection.backup(connection)
            moved = set_aside(self.path, self._now(), db.COMPANIONS, instead=draft)
        self.notice = Notice(_repaired(rest, self.path, moved), moved)

    def _need_alone(self, message_id: str) -> None:
        """Raise UserError where another instance has the folder."""
        if self._lock is None or not self._lock.alone:
            raise UserError(message_id, file=self.path)


def _make(file: Path) -> None:
    """Make an empty store that appears under its name complete."""
    with _draft(file) as draft:
        with contextlib.closing(db.connect(draft)) as connection:
            migrate(connection)
        try:
            # A link never replaces: of two instances the slower one uses what the quicker made.
            os.link(draft, file)
        except (OSError, NotImplementedError, AttributeError):  # made already, or no links here
            if not os.path.lexists(file):
                draft.rename(file)
        sync_folder(file.parent)


@contextlib.contextmanager
def _draft(file: Path) -> Iterator[Path]:
    """Make an empty file of an unused name beside another; what is left of it goes in the end."""
    draft = file.with_name(f".{file.stem}-{uuid4().hex}{file.suffix}")
    try:
        make_private_file(draft)
        yield draft
    finally:
        for name in (draft, *_companions(draft)):
            with contextlib.suppress(OSError):
                name.unlink(missing_ok=True)


def _repaired(rest: Salvage, file: Path, moved: Path) -> Message:
    """Say what was left of a damaged database."""
    if not rest.kept:
        return Message("files.records-damaged", file=file, moved=moved)
    if rest.lost is None:
        return Message("files.records-partly", file=file, moved=moved)
    if not rest.lost:
        return Message("files.records-repaired", file=file, moved=moved)
    return Message("files.records-lost", file=file, moved=moved, n=rest.lost)


def _companions(file: Path) -> tuple[Path, ...]:
    return tuple(file.with_name(file.name + ending) for ending in db.COMPANIONS)


def _keep_private(file: Path) -> None:
    """Make the file private; one restored from a backup may be readable by everyone."""
    with contextlib.suppress(OSError):
        if file.stat().st_mode & 0o077:
            file.chmod(PRIVATE_FILE)


@contextlib.contextmanager
def _as_user_error(file: Path) -> Iterator[None]:
    """Have what keeps the file from being used said in a sentence."""
    try:
        yield
    except sqlite3.Error as error:
        raise UserError("files.records-unusable", file=file, reason=db.reason(error)) from error
    except OSError as error:
        raise UserError("files.records-unusable", file=file, reason=file_reason(error)) from error
