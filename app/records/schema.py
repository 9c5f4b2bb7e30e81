"""Bring the tables from one version of the database to the next."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence

from app.records.steps import STEPS

#: "HHTr" at byte 68 of the file: this program's database and no other's.
APPLICATION_ID = int.from_bytes(b"HHTr", "big")

VERSION = len(STEPS)


def migrate(
    connection: sqlite3.Connection,
    steps: Sequence[Sequence[str]] = STEPS,
    back_up: Callable[[], object] = lambda: None,
) -> None:
    """Bring a database to the newest version: all of the steps it lacks, or none.

    Also proves that the database can be written, because it takes the write lock and writes.

    Args:
        connection: the database.
        steps: all there are.
        back_up: keeps what an older database holds; called while nobody else can write. Where it
            raises, nothing is changed.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Read inside the lock: another instance may have been quicker.
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version < len(steps):
            back_up()
        for step in steps[version:]:
            for statement in step:
                connection.execute(statement)
        if version < len(steps):
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {len(steps)}")
            connection.execute("COMMIT")
        else:
            # Of a file that can only be read, SQLite grants the lock and fails at the first write.
            connection.execute(f"PRAGMA user_version = {version}")
            connection.execute("ROLLBACK")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
