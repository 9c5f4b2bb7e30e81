"""Changes of the records as Qt signals."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.records.records import Records


class RecordsBridge(QObject):
    """Listens to the records for as long as its parent lives.

    Signals:
        changed: something can be read that could not before: a record, or None where another
            program may have changed the file.
        saving_changed: another try to write was made; see `Records.saving`.
    """

    changed = Signal(object)
    saving_changed = Signal()

    def __init__(self, records: Records, parent: QObject) -> None:
        super().__init__(parent)
        # The second is called on another thread; Qt carries the signal over to the window's.
        ends = (
            records.subscribe(self.changed.emit),
            records.subscribe_to_saving(lambda _: self.saving_changed.emit()),
        )
        self.destroyed.connect(lambda: [end() for end in ends])
