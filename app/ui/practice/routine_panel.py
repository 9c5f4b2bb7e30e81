"""A day of the programme or homework before it starts: its exercises, what is needed, how long."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from app.messages.message import Message
from app.practice.timeline import Part, Plan
from app.programme.measures import Wall, at_wall
from app.programme.parts import by_exercise
from app.ui.accessibility import label
from app.ui.dates import duration
from app.ui.layouts import arrange
from app.ui.messages import in_units, say
from app.ui.practice.session_texts import amount
from app.ui.practice.start_panel import StartPanel
from app.units import Units


class RoutinePanel(StartPanel):
    """Several exercises in a row."""

    def __init__(self) -> None:
        super().__init__()
        self.column.addWidget(self.title)
        self._list = arrange(QVBoxLayout(), spacing=4)
        self._mixed = label(self.tr("The last sets are mixed, at the end."), "muted", wrap=True)
        arrange(self.column, self._list, self._mixed, 4, self.pace)
        self.close_column()

    def show_plan(self, plan: Plan, wall: Wall | None, units: Units) -> None:
        """Show what would be led, in its order, and what is needed for it."""
        self.title.setText(plan.title)
        while (item := self._list.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        parts = by_exercise(plan.parts)
        for index, part in enumerate(parts, 1):
            needed = self.tr("You need: {equipment}")
            equipment = in_units(part.exercise.equipment, units)
            lines = [
                (self._heading(index, part), "strong"),
                (needed.format(equipment=equipment), "muted"),
            ]
            placed = at_wall(part.exercise, wall)
            if placed is not part.exercise:
                lines.append((in_units(placed.place, units), "muted"))
            for text, look in lines:
                made = label(text, look, wrap=True)
                self._list.addWidget(made)
                made.show()  # at once; the layout would come to it later
            self._list.addSpacing(4)
        self._mixed.setVisible(len(parts) < len(plan.parts))
        self.pace.setVisible(any(part.exercise.reps is not None for part in plan.parts))
        count, time = len(parts), duration(plan.total_s)
        if count == 1:
            text = self.tr("At your own pace") if self.own_pace else self.tr("{time} in all")
            self.start.show_total(text.format(time=time))
        elif self.own_pace:
            self.start.show_total(say(Message("practice.exercises-own-pace", n=count)))
        else:
            self.start.show_total(say(Message("practice.exercises", n=count, time=time)))

    def _heading(self, index: int, part: Part) -> str:
        much = amount(part.choice, part.exercise)
        text = self.tr("{index}. {exercise}, {amount}")
        return text.format(index=index, exercise=part.exercise.title, amount=much)
