"""An exercise before it starts: how it is done, what is needed, its numbers."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.practice.choice import Choice
from app.practice.exercise import Exercise
from app.practice.timeline import build_plan
from app.ui.accessibility import button, label
from app.ui.dates import duration
from app.ui.messages import in_units
from app.ui.practice.numbers_panel import NumbersPanel
from app.ui.practice.own_box import OwnBox
from app.ui.practice.session_texts import amount
from app.ui.practice.start_panel import StartPanel
from app.units import Units


class DetailsPanel(StartPanel):
    """One exercise by itself.

    Attributes:
        numbers: the numbers.
        own: what the user can make of the exercise.

    Signals:
        reset_requested: the exercise's own numbers instead of the user's.
        own_requested: the user's numbers instead of the lesson's.
    """

    reset_requested = Signal()
    own_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.numbers = NumbersPanel()
        self._place = label("", "body", wrap=True)
        self._equipment = label("", "muted", wrap=True)
        self._just_now = label("", "strong", wrap=True)
        self._my_numbers = button(self.tr("Use my settings"))
        self._reset = button(self.tr("Reset to defaults"))
        self.own = OwnBox()
        for text in (self.title, self._place, self._equipment):
            self.column.addWidget(text)
        self.column.addSpacing(4)
        for widget in (self._just_now, self._my_numbers, self.numbers, self.pace, self._reset):
            self.column.addWidget(widget)
        self.column.addSpacing(4)
        self.column.addWidget(self.own)
        self.close_column()
        self._my_numbers.clicked.connect(self.own_requested)
        self._reset.clicked.connect(self.reset_requested)

    def show_exercise(self, exercise: Exercise, units: Units) -> None:
        """Show what it is and where to stand."""
        self.title.setText(exercise.title)
        self._place.setText(in_units(exercise.place, units))
        needed = self.tr("You need: {equipment}")
        self._equipment.setText(needed.format(equipment=in_units(exercise.equipment, units)))

    def show_choice(
        self, exercise: Exercise, choice: Choice, *, offered: bool, unchanged: bool
    ) -> None:
        """Show the numbers; `offered` are a lesson's, `unchanged` the exercise's own."""
        self.numbers.show_choice(exercise, choice)
        much = amount(choice, exercise)
        time = duration(build_plan(exercise, choice).total_s)
        if choice.own_pace:
            self.start.show_total(self.tr("{amount}, at your own pace").format(amount=much))
        elif exercise.open_ended:
            text = self.tr("{amount}, {time} at most")
            self.start.show_total(text.format(amount=much, time=time))
        else:
            self.start.show_total(self.tr("{amount}, {time} in all").format(amount=much, time=time))
        self.pace.setVisible(exercise.reps is not None)
        just_now = self.tr("Just for this lesson: {amount}")
        self._just_now.setText(just_now.format(amount=much))
        self._just_now.setVisible(offered)
        self._my_numbers.setVisible(offered)
        self._reset.setVisible(not unchanged)
