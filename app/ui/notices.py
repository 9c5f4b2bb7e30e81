"""What the user is to be told without being stopped: one funnel, shown by the window."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal


class Notices(QObject):
    """Collects notices from anywhere, any thread included.

    Attributes:
        lines: every notice so far, one sentence each.

    Signals:
        added: a notice came; its sentence. Qt carries it over to the window's thread.
    """

    added = Signal(str)

    def __init__(self, lines: Sequence[str] = ()) -> None:
        super().__init__()
        self.lines = list(lines)

    def add(self, line: str) -> None:
        """Tell the user something."""
        self.lines.append(line)
        self.added.emit(line)
