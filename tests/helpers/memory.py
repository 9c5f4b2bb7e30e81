"""Records in memory: written and read as on the disk, at once and by nobody else."""

from __future__ import annotations

from typing import Any

from app.records import connection as db
from app.records.model import Record
from app.records.queries import Queries
from app.records.schema import migrate
from app.records.writing import write
from tests.helpers.records import MORNING


class RecordsInMemory(Queries):
    """A database in memory; what was put last can be lost, as by a power cut.

    Attributes:
        put_so_far: what is in it, in the order it was put.
    """

    def __init__(self) -> None:
        self.put_so_far: list[Record] = []
        self._connection = db.in_memory()
        migrate(self._connection)
        super().__init__(self._read)

    def put(self, record: Record) -> None:
        """Write a record."""
        self.put_so_far.append(record)
        write(self._connection, record, MORNING)

    def lose(self, count: int) -> None:
        """Lose the last records, each of which is a transaction of its own."""
        kept, self.put_so_far = self.put_so_far[: len(self.put_so_far) - count], []
        self._connection.close()
        self._connection = db.in_memory()
        migrate(self._connection)
        for record in kept:
            self.put(record)

    def session_ids(self) -> list[str]:
        """Return the ids of all exercises begun."""
        return [name for (name,) in self._read("SELECT id FROM session")]

    def _read(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        return self._connection.execute(statement, values).fetchall()
