"""The chosen exercise: what is needed, its numbers, whether it can be heard, and start."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from app.practice.choice import Choice
from app.practice.exercise import Exercise
from app.practice.timeline import build_plan
from app.ui.accessibility import button, label
from app.ui.dates import duration
from app.ui.messages import in_units
from app.ui.practice.numbers_panel import NumbersPanel
from app.ui.practice.own_box import OwnBox
from app.ui.practice.start_box import StartBox
from app.ui.practice.words import amount
from app.units import Units


class DetailsPanel(QFrame):
    """Texts and numbers scroll where the window is small; how it is led and start stay in view.

    Attributes:
        numbers: the numbers.
        own: what the user can make of the exercise.
        start: how it is led, and its start.

    Signals:
        reset_requested: the exercise's own numbers instead of the user's.
        own_requested: the user's numbers instead of the lesson's.
        pace_changed: the user wants the clock, or themselves, to lead the repetitions.
    """

    reset_requested = Signal()
    own_requested = Signal()
    pace_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.numbers = NumbersPanel()
        self._title = label("", "heading", wrap=True)
        self._place = label("", "body", wrap=True)
        self._equipment = label("", "muted", wrap=True)
        self._just_now = label("", "strong", wrap=True)
        self._my_numbers = button(self.tr("Use my own numbers"))
        self._pace = QCheckBox(self.tr("At my own pace"))
        self._pace.setAccessibleName(self._pace.text())
        self._pace.setToolTip(self.tr("Space, a click or a button ends each repetition."))
        self._reset = button(self.tr("Reset the numbers"))
        self.own = OwnBox()
        self.start = StartBox()

        inner = QWidget()
        inner.setProperty("look", "page")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for text in (self._title, self._place, self._equipment):
            column.addWidget(text)
        column.addSpacing(4)
        column.addWidget(self._just_now)
        column.addWidget(self._my_numbers)
        column.addWidget(self.numbers)
        column.addWidget(self._pace)
        column.addWidget(self._reset)
        column.addSpacing(4)
        column.addWidget(self.own)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 16, 16, 16)
        outer.setSpacing(8)
        outer.addWidget(scroll, 1)
        outer.addWidget(self.start)

        self._pace.toggled.connect(self.pace_changed)
        self._my_numbers.clicked.connect(self.own_requested)
        self._reset.clicked.connect(self.reset_requested)

    @property
    def own_pace(self) -> bool:
        """Whether the user wants each repetition to wait for them."""
        return self._pace.isChecked()

    def show_exercise(self, exercise: Exercise, units: Units) -> None:
        """Show what it is and where to stand."""
        self._title.setText(exercise.title)
        self._place.setText(in_units(exercise.place, units))
        needed = self.tr("You need: {equipment}")
        self._equipment.setText(needed.format(equipment=in_units(exercise.equipment, units)))

    def show_choice(
        self, exercise: Exercise, choice: Choice, *, offered: bool, unchanged: bool
    ) -> None:
        """Show the numbers; `offered` are a lesson's, `unchanged` the exercise's own."""
        self.numbers.show_choice(exercise, choice)
        much = amount(choice, held=exercise.reps is None)
        time = duration(build_plan(exercise, choice).total_s)
        if choice.own_pace:
            self.start.show_total(self.tr("{amount}, at your own pace").format(amount=much))
        else:
            self.start.show_total(self.tr("{amount}, {time} in all").format(amount=much, time=time))
        self._pace.setVisible(exercise.reps is not None)
        just_now = self.tr("For the lesson, just this time: {amount}")
        self._just_now.setText(just_now.format(amount=much))
        self._just_now.setVisible(offered)
        self._my_numbers.setVisible(offered)
        self._reset.setEnabled(not unchanged)

    def take_focus(self) -> None:
        """Put the focus on the start."""
        self.start.take_focus()
