"""A day of the programme or homework before it starts: its exercises, what is needed, how long."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from app.messages.message import Message
from app.practice.timeline import Part, Plan
from app.ui.accessibility import label
from app.ui.dates import duration
from app.ui.messages import in_units, say
from app.ui.practice.start_box import StartBox
from app.ui.practice.words import amount
from app.units import Units


class RoutinePanel(QFrame):
    """The list scrolls where the window is small; how it is led and start stay in view.

    Attributes:
        start: how it is led, and its start.

    Signals:
        pace_changed: the user wants the clock, or themselves, to lead the repetitions.
    """

    pace_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.start = StartBox()
        self._title = label("", "heading", wrap=True)
        self._pace = QCheckBox(self.tr("At my own pace"))
        self._pace.setAccessibleName(self._pace.text())
        self._pace.setToolTip(self.tr("Space, a click or a button ends each repetition."))
        inner = QWidget()
        inner.setProperty("look", "page")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._title)
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        column.addLayout(self._list)
        column.addSpacing(4)
        column.addWidget(self._pace)
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

    @property
    def own_pace(self) -> bool:
        """Whether the user wants each repetition to wait for them."""
        return self._pace.isChecked()

    def show_plan(self, plan: Plan, units: Units) -> None:
        """Show what would be led, in its order, and what is needed for it."""
        self._title.setText(plan.title)
        while (item := self._list.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for index, part in enumerate(plan.parts, 1):
            needed = self.tr("You need: {equipment}")
            equipment = in_units(part.exercise.equipment, units)
            for text, look in (
                (self._heading(index, part), "strong"),
                (needed.format(equipment=equipment), "muted"),
            ):
                made = label(text, look, wrap=True)
                self._list.addWidget(made)
                made.show()  # at once; the layout would come to it later
            self._list.addSpacing(4)
        self._pace.setVisible(any(part.exercise.reps is not None for part in plan.parts))
        count, time = len(plan.parts), duration(plan.total_s)
        if count == 1:
            text = self.tr("At your own pace") if self.own_pace else self.tr("{time} in all")
            self.start.show_total(text.format(time=time))
        elif self.own_pace:
            self.start.show_total(say(Message("practice.exercises-own-pace", n=count)))
        else:
            self.start.show_total(say(Message("practice.exercises", n=count, time=time)))

    def take_focus(self) -> None:
        """Put the focus on the start."""
        self.start.take_focus()

    def _heading(self, index: int, part: Part) -> str:
        much = amount(part.choice, held=part.exercise.reps is None)
        text = self.tr("{index}. {exercise}, {amount}")
        return text.format(index=index, exercise=part.exercise.title, amount=much)
