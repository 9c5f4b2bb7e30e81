"""The form in which an exercise is changed or made, with its preview beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec
from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.errors import UserError
from app.movement.library import MovementLibrary
from app.practice.draft import (
    SetForm,
    begin_exercise,
    forms_of,
    number_faults,
    number_of,
    numbers_of,
    texts_of,
    with_numbers,
    with_texts,
)
from app.practice.exercise import Exercise
from app.practice.own import OwnExercises, new_id, new_title
from app.ui.accessibility import button, label, let_elide, named, tell_in
from app.ui.keeper import SettingsKeeper
from app.ui.layouts import Column, Turning, arrange
from app.ui.messages import say_all
from app.ui.practice.leaving import ask_to_discard
from app.ui.practice.own.fields import NumberField, TextField
from app.ui.practice.own.form_texts import captions, first_texts, form_name
from app.ui.practice.own.preview import ExercisePreview
from app.ui.scroll_edge import edged
from app.ui.text_sized import limit
from app.ui.theme import Appearance

#: Of the form, and the least height of its fields, px.
_FORM_WIDTH, _LEAST_HEIGHT = 400, 200
_USUAL_MOVEMENT = "hinge"


class ExerciseEditor(QWidget):
    """Changes one exercise at a time.

    Attributes:
        exercise: what the form holds, as far as it has no fault.
        preview: how it will be.

    Signals:
        saved: it is in the user's folder; its id.
        cancelled: the user is done without saving.
    """

    saved = Signal(str)
    cancelled = Signal()

    def __init__(
        self,
        own: OwnExercises,
        exercises: Mapping[str, Exercise],
        movements: MovementLibrary,
        keeper: SettingsKeeper,
        appearance: Appearance,
        clock: Callable[[], float],
    ) -> None:
        """Make the form; `exercises` are all there are, the user's own among them."""
        super().__init__()
        self.exercise: Exercise | None = None
        self.preview = ExercisePreview(movements, keeper, appearance, clock)
        self._own, self._exercises, self._movements = own, exercises, movements
        self._captions = captions()
        self._numbers: dict[str, NumberField] = {}
        self._texts: dict[str, TextField] = {}
        #: What the fields began with, and what was typed before another movement was chosen.
        self._begun: dict[str, float | str] = {}
        self._typed: dict[str, float | str] = {}
        self._heading = label("", "title", wrap=True)
        self._movement, self._form = QComboBox(), QComboBox()
        self._new = QWidget()
        self._problem = label("", "wrong", wrap=True)
        self._save = button(self.tr("Save"), "primary")
        self._cancel = button(self.tr("Cancel"))
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        limit(self._scroll, least_height=_LEAST_HEIGHT)
        left = QWidget()
        left.setLayout(self._left())
        row = arrange(Turning(self), left, (self.preview, 1), spacing=16, margins=16)
        row.hold(left, _FORM_WIDTH)
        self._movement.currentIndexChanged.connect(lambda _: self._begin_anew(None))
        self._form.currentIndexChanged.connect(lambda _: self._begin_anew(self._form.currentData()))
        self._save.clicked.connect(self.save)
        self._cancel.clicked.connect(self.cancel)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.cancel)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def edit(self, exercise: Exercise) -> None:
        """Change an exercise that there is."""
        self._heading.setText(self.tr("Edit “{exercise}”").format(exercise=exercise.title))
        self._new.hide()
        self._typed = {}
        self._fill(exercise)

    def make_new(self) -> None:
        """Make an exercise of any movement that can be practised."""
        self._heading.setText(self.tr("New exercise"))
        self._new.show()
        with QSignalBlocker(self._movement):
            self._movement.clear()
            for movement in self._movements.values():
                if forms_of(movement):
                    self._movement.addItem(movement.title, movement.id)
            self._movement.setCurrentIndex(max(0, self._movement.findData(_USUAL_MOVEMENT)))
        self._forget()
        self.exercise = None
        self._begin_anew(None)

    def save(self) -> None:
        """Put it into the user's folder, where nothing is wrong with it."""
        exercise = self._whole()
        if exercise is None:
            self._show_first_fault()
            return
        if not exercise.id:
            named_so = new_id(exercise.title, self._own.is_taken)
            exercise = msgspec.structs.replace(exercise, id=named_so)
        try:
            self._own.keep(exercise)
        except UserError as error:
            self._tell(say_all(error))
            return
        self.saved.emit(exercise.id)

    def may_discard(self) -> bool:
        """Ask whether what was typed is to be lost, where something was; it is then forgotten."""
        if (self._typed or self._changes()) and not ask_to_discard(self.window()):
            return False
        self._forget()
        return True

    def cancel(self) -> None:
        """Leave the form without saving, unless the user rather keeps what was typed."""
        if self.may_discard():
            self.cancelled.emit()

    def take_focus(self) -> None:
        """Put the focus on the first field."""
        (self._movement if self._new.isVisible() else self._texts["title"].control).setFocus()

    def _left(self) -> Column:
        named(self._movement, self.tr("Movement"))
        named(self._form, self.tr("A set is"))
        grid = QGridLayout(self._new)
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setHorizontalSpacing(12)
        for at, (caption, box) in enumerate(
            ((self.tr("Movement"), self._movement), (self.tr("A set is"), self._form))
        ):
            made = label(caption, "muted")
            made.setBuddy(box)
            let_elide(box)
            grid.addWidget(made, 0, at)
            grid.addWidget(box, 1, at)
            grid.setColumnStretch(at, 1)
        buttons = arrange(QHBoxLayout(), (self._cancel, 1), (self._save, 1), spacing=8)
        column = Column()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (self._heading, self._new):
            column.addWidget(widget)
        column.addLayout(edged(self._scroll), 1)
        column.addWidget(self._problem)
        column.addLayout(buttons)
        return column

    def _begin_anew(self, form: SetForm | None) -> None:
        """Begin with another movement or another form of a set; what was typed stays."""
        elsewhere = {name: self._typed[name] for name in self._typed if name not in self._begun}
        self._typed = elsewhere | self._changes()
        movement = self._movements[self._movement.currentData()]
        forms = forms_of(movement)
        wanted = form if form in forms else forms[0]
        with QSignalBlocker(self._form):
            self._form.clear()
            for one in forms:
                self._form.addItem(form_name(one), one)
            self._form.setCurrentIndex(forms.index(wanted))
        self._form.setEnabled(len(forms) > 1)
        begun = begin_exercise(movement, wanted, first_texts(movement))
        title = new_title(begun.title, self._titles().__contains__)
        self._fill(msgspec.structs.replace(begun, title=title))

    def _fill(self, exercise: Exercise) -> None:
        """Put an exercise into the form: the fields that it has."""
        self.exercise = exercise
        self._numbers = {name: self._number(exercise, name) for name in numbers_of(exercise)}
        texts = texts_of(exercise)
        self._texts = {
            name: TextField(name, self._captions[name], self._titles() if name == "title" else ())
            for name in texts
        }
        for name, field in self._texts.items():
            field.show_text(texts[name])
        inner = QWidget()
        inner.setProperty("look", "page")
        column = arrange(
            QVBoxLayout(inner), self._texts["title"], spacing=12, margins=(0, 0, 12, 8)
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for at, number in enumerate(self._numbers.values()):
            grid.addWidget(number, at // 3, at % 3)
        for at in range(3):
            grid.setColumnStretch(at, 1)
        column.addLayout(grid)
        for name, text_field in self._texts.items():
            if name != "title":
                column.addWidget(text_field)
        for made in (*self._numbers.values(), *self._texts.values()):
            made.changed.connect(self._follow)
        self._scroll.setWidget(inner)
        self._begun = self._contents()
        for name, value in self._typed.items():
            if isinstance(value, str) and name in self._texts:
                self._texts[name].show_text(value)
            elif not isinstance(value, str) and name in self._numbers:
                self._numbers[name].show_value(value)
        self._follow()

    def _contents(self) -> dict[str, float | str]:
        fields: dict[str, NumberField | TextField] = {**self._numbers, **self._texts}
        return {name: field.value for name, field in fields.items()}

    def _changes(self) -> dict[str, float | str]:
        """Return what the fields hold that they did not begin with."""
        return {
            name: value for name, value in self._contents().items() if value != self._begun[name]
        }

    def _forget(self) -> None:
        self._typed, self._begun = {}, self._contents()

    def _titles(self) -> set[str]:
        """Return the titles of the other exercises."""
        own = self.exercise.id if self.exercise else ""
        return {one.title for one in self._exercises.values() if one.id != own}

    def _number(self, exercise: Exercise, name: str) -> NumberField:
        own = getattr(exercise.names, name.removesuffix("_s"), None)
        caption = self.tr("Each side") if exercise.sides and name == "hold_s" else None
        field = NumberField(name, own or caption or self._captions[name])
        field.show_value(number_of(exercise, name))
        return field

    def _whole(self) -> Exercise | None:
        """Return what the form holds; None where something is wrong, which its field then says."""
        if self.exercise is None:
            return None
        values = {name: field.value for name, field in self._numbers.items()}
        faults = number_faults(self.exercise, values)
        for name, field in self._numbers.items():
            field.show_number_fault(faults.get(name))
        if faults:
            return None
        numbered = with_numbers(self.exercise, values)
        if any(field.fault for field in self._texts.values()):
            self.preview.show_exercise(numbered)
            return None
        texts = {name: field.text for name, field in self._texts.items()}
        whole = with_texts(numbered, texts)
        self.preview.show_exercise(whole)
        return whole

    def _follow(self) -> None:
        whole = self._whole()
        if whole is not None:
            self.exercise = whole
        self._tell("" if whole else self.tr("Some fields need attention."))

    def _tell(self, sentence: str) -> None:
        tell_in(self._problem, sentence)
        self._problem.setVisible(bool(sentence))

    def _show_first_fault(self) -> None:
        for field in (*self._numbers.values(), *self._texts.values()):
            if field.fault:
                self._scroll.ensureWidgetVisible(field)
                field.control.setFocus()
                return
