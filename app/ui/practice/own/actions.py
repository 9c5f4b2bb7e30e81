"""What is done with the files of exercises: export, import, restore the original, undo."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from enum import Enum, auto
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.errors import ContentError, UserError
from app.files import write_whole
from app.practice.exercise import Exercise
from app.practice.own import Origin, OwnExercises, new_id, new_title, to_toml
from app.records.model import local_now
from app.ui.messages import say, say_all


class Clash(Enum):
    """What to do with an exercise whose id is taken."""

    REPLACE = auto()
    KEEP_BOTH = auto()
    LEAVE = auto()


class ExerciseDialogs(msgspec.Struct, frozen=True):
    """Asks the user.

    Attributes:
        save_to: where to save; the name that is offered; None: not at all.
        open_from: which file; None: none.
        clash: the title of an exercise that there is already.
    """

    save_to: Callable[[QWidget, str], Path | None]
    open_from: Callable[[QWidget], Path | None]
    clash: Callable[[QWidget, str], Clash]


class OwnActions(QObject):
    """Does it, and says in one sentence what was done or why not.

    Signals:
        changed: there are other exercises now; the id to show, empty for none.
        reported: what was done, and whether it can be undone.
    """

    changed = Signal(str)
    reported = Signal(str, bool)

    def __init__(
        self,
        own: OwnExercises,
        exercises: Mapping[str, Exercise],
        window: QWidget,
        asking: ExerciseDialogs,
        now: Callable[[], datetime] = local_now,
    ) -> None:
        super().__init__(window)
        self._own, self._exercises, self._asking = own, exercises, asking
        self._widget, self._now = window, now
        self._dropped: Exercise | None = None

    def export(self, exercise: Exercise) -> None:
        """Save an exercise as a file for others."""
        file = self._asking.save_to(self._widget.window(), f"{exercise.id}.toml")
        if file is None:
            return
        try:
            write_whole(file, to_toml(exercise))
        except UserError as error:
            self.reported.emit(say_all(error), False)
            return
        self.reported.emit(self.tr("Saved as {file}.").format(file=file.name), False)

    def import_chosen(self) -> None:
        """Import an exercise from a file that the user chooses."""
        file = self._asking.open_from(self._widget.window())
        if file is not None:
            self.import_file(file)

    def import_file(self, file: Path) -> None:
        """Import an exercise from a file; of two with one id the user decides."""
        try:
            exercise = self._own.read_file(file)
            if self._own.is_taken(exercise.id):
                answer = self._asking.clash(self._widget.window(), exercise.title)
                if answer is Clash.LEAVE:
                    return
                if answer is Clash.KEEP_BOTH:
                    another = new_id(exercise.id, self._own.is_taken)
                    exercise = msgspec.structs.replace(exercise, id=another)
            # Two of one name could not be told apart.
            others = {one.title for one in self._exercises.values() if one.id != exercise.id}
            title = new_title(exercise.title, others.__contains__)
            exercise = msgspec.structs.replace(exercise, title=title)
            self._own.keep(exercise)
        except UserError as error:
            self.reported.emit(_first_of(error), False)
            return
        self._dropped = None
        self.changed.emit(exercise.id)
        self.reported.emit(self.tr("“{title}” imported.").format(title=exercise.title), False)

    def drop(self, exercise_id: str) -> None:
        """Go back to the original, or delete what has none; it can be undone."""
        is_changed = self._own.origin(exercise_id) is Origin.CHANGED
        try:
            self._dropped = self._own.drop(exercise_id, self._now())
        except UserError as error:
            self.reported.emit(say_all(error), False)
            return
        self.changed.emit(exercise_id if is_changed else "")
        text = (
            self.tr("“{title}” reset to the original.")
            if is_changed
            else self.tr("“{title}” deleted.")
        )
        self.reported.emit(text.format(title=self._dropped.title), True)

    def undo(self) -> None:
        """Put back what was dropped last."""
        if self._dropped is None:
            return
        exercise, self._dropped = self._dropped, None
        try:
            self._own.keep(exercise)
        except UserError as error:
            self.reported.emit(say_all(error), False)
            return
        self.changed.emit(exercise.id)
        self.reported.emit("", False)


def _first_of(error: UserError) -> str:
    """Return the first mistake, with its file and key: one sentence is enough to begin to mend."""
    if isinstance(error, ContentError) and error.problems:
        first = error.problems[0]
        return say(first._replace(file=Path(first.file.name)).message)
    return say_all(error)
