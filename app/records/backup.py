"""Keep the database as it is before a new version of the program changes its tables."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from app.errors import UserError
from app.files import make_private_file, sync_folder
from app.files import reason as file_reason
from app.messages.message import Message
from app.records import connection as db
from app.records.schema import VERSION


def back_up(file: Path, now: datetime) -> Path:
    """Copy the database beside itself, and return the copy: whole and on the disk, or not there.

    A copy of the same day is replaced.

    Raises:
        UserError: it cannot be made.
        sqlite3.DatabaseError: the database is damaged.
    """
    stem = f"{file.stem}-before-{VERSION}-"
    target = file.with_name(f"{stem}{now:%Y-%m-%d}{file.suffix}")
    draft = file.with_name(f".{stem}{uuid4().hex}{file.suffix}")
    try:
        _forget_drafts(file.parent, stem)  # of a program that was killed
        make_private_file(draft)
        with (
            contextlib.closing(db.connect(file, mode="ro")) as source,
            contextlib.closing(sqlite3.connect(draft)) as copy,
        ):
            source.backup(copy)
        with draft.open("rb+") as stream:
            os.fsync(stream.fileno())
        draft.replace(target)
        sync_folder(file.parent)
    except sqlite3.Error as error:
        if db.is_damage(error):
            raise
        raise _refusal(file, db.reason(error)) from error
    except OSError as error:
        raise _refusal(file, file_reason(error)) from error
    finally:
        _forget_drafts(file.parent, stem)
    return target


def _forget_drafts(folder: Path, stem: str) -> None:
    for name in folder.glob(f".{stem}*"):
        with contextlib.suppress(OSError):
            name.unlink()


def _refusal(file: Path, reason: Message) -> UserError:
    return UserError("files.no-backup", file=file, reason=reason)
