"""Connects the user's own exercises with the list that shows them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.lessons.model import Offer
from app.movement.library import MovementLibrary
from app.practice.own import OwnExercises
from app.programme.flow import PracticeFlow
from app.programme.flow_states import FlowState
from app.ui.keeper import SettingsKeeper
from app.ui.practice.choose_view import ChooseView
from app.ui.practice.own.actions import OwnActions
from app.ui.practice.own.dialogs import dialogs
from app.ui.practice.own.editor import ExerciseEditor
from app.ui.theme import Appearance


class OwnDesk(QObject):
    """Opens the form from the list and shows the result in it; the form is made when used.

    Attributes:
        actions: what is done with the files.
        editor: the form; None before it was first asked for.
    """

    def __init__(
        self,
        own: OwnExercises,
        flow: PracticeFlow,
        choice: ChooseView,
        movements: MovementLibrary,
        keeper: SettingsKeeper,
        appearance: Appearance,
        clock: Callable[[], float],
    ) -> None:
        super().__init__(choice)
        self.editor: ExerciseEditor | None = None
        self.actions = OwnActions(own, flow.exercises, choice, dialogs(keeper))
        self._flow, self._choice = flow, choice
        self._parts = own, flow.exercises, movements, keeper, appearance, clock
        box, tools = choice.details.own, choice.tools
        box.edit_requested.connect(self.edit)
        box.export_requested.connect(self._export)
        box.drop_requested.connect(self._drop)
        tools.new_requested.connect(self.make_new)
        tools.import_requested.connect(self.actions.import_chosen)
        tools.undo_requested.connect(self.actions.undo)
        self.actions.changed.connect(self._show)
        self.actions.reported.connect(self._tell)

    def edit(self) -> None:
        """Open the form on the chosen exercise."""
        if self._choice.exercise is not None:
            self._open().edit(self._flow.exercises[self._choice.exercise.id])
            self._flow.edit()

    def make_new(self) -> None:
        """Open the form on a new exercise."""
        self._open().make_new()
        self._flow.edit()

    def may_leave(self) -> bool:
        """Ask where an exercise in the form is not saved."""
        return (
            self._flow.state is not FlowState.EDITING
            or self.editor is None
            or self.editor.may_discard()
        )

    def _tell(self, text: str, can_undo: bool) -> None:
        self._choice.tools.tell(text, can_undo=can_undo)

    def _open(self) -> ExerciseEditor:
        self._choice.tools.tell("")
        if self.editor is None:
            self.editor = ExerciseEditor(*self._parts)
            self.editor.saved.connect(self._show_saved)
            self.editor.cancelled.connect(self._flow.end_editing)
        return self.editor

    def _show_saved(self, exercise_id: str) -> None:
        self._show(exercise_id)
        self._flow.end_editing()

    def _show(self, exercise_id: str) -> None:
        self._choice.refresh()
        if exercise_id:
            self._choice.choose(Offer(exercise_id))

    def _export(self) -> None:
        if self._choice.exercise is not None:
            self.actions.export(self._flow.exercises[self._choice.exercise.id])

    def _drop(self) -> None:
        if self._choice.exercise is not None:
            self.actions.drop(self._choice.exercise.id)
