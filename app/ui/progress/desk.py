"""Carries out what is corrected and deleted in Progress, and undoes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.errors import UserError
from app.practice.exercise import Exercise
from app.records.corrections import Corrections
from app.records.model import SetRecord
from app.records.practised import PractisedSession
from app.records.records import Records
from app.records.titles import Titles
from app.ui.messages import say_all
from app.ui.progress.change_texts import change_sentence, session_words, set_words
from app.units import Units


class CorrectionDesk(QObject):
    """Asks what is to be corrected, corrects it, and keeps what can be undone.

    Attributes:
        units: returns those the user reads lengths in.

    Signals:
        changed: something was, and can be undone: a sentence.
        undone: the latest change; the key of the row it was about.
        failed: the records could not be changed: why.
    """

    changed = Signal(str)
    undone = Signal(str)
    failed = Signal(str)

    def __init__(
        self,
        records: Records,
        titles: Titles,
        exercises: Mapping[str, Exercise],
        units: Callable[[], Units],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._parent, self._titles, self._exercises = parent, titles, exercises
        self.units = units
        self._corrections = Corrections(records)

    @property
    def sentence(self) -> str:
        """What can be undone next; empty where nothing can."""
        latest = self._corrections.latest
        return change_sentence(latest, self._titles) if latest else ""

    def edit_set(self, old: SetRecord) -> None:
        """Let the user correct a set."""
        from app.ui.progress.set_dialog import SetDialog

        heading = set_words(old, self._titles, named=True)
        dialog = SetDialog(self._parent.window(), old, heading)
        dialog.accepted.connect(
            lambda: self._do(lambda made: made.correct_set(old, dialog.corrected))
        )
        dialog.open()

    def edit_answers(self, old: PractisedSession) -> None:
        """Let the user correct what was answered after a session."""
        from app.ui.progress.answers_dialog import AnswersDialog

        done = (self._exercises.get(name) for name in old.exercises)
        measures = {one.measure for one in done if one is not None and one.measure is not None}
        heading = session_words(old, self._titles)
        dialog = AnswersDialog(self._parent.window(), old, heading, measures, self.units())
        dialog.accepted.connect(
            lambda: self._do(lambda made: made.correct_answers(old, dialog.corrected))
        )
        dialog.open()

    def delete_set(self, old: SetRecord) -> None:
        """Delete a set."""
        self._do(lambda made: made.delete_set(old))

    def delete_session(self, old: PractisedSession) -> None:
        """Delete a session."""
        self._do(lambda made: made.delete_session(old))

    def undo(self) -> None:
        """Undo the latest change, if there is one."""
        if change := self._corrections.undo():
            self.undone.emit(change.key)

    def forget(self) -> None:
        """Leave everything as it is now."""
        self._corrections.forget()

    def _do(self, change: Callable[[Corrections], None]) -> None:
        before = self._corrections.latest
        try:
            change(self._corrections)
        except UserError as error:
            self.failed.emit(say_all(error))
        else:
            if self._corrections.latest is not before:
                self.changed.emit(self.sentence)
