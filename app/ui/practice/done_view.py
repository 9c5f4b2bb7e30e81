"""What was done, and whether it is on the disk."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout

from app.practice.exercise import Ask
from app.records.session_log import Summary
from app.records.waiting import Saving
from app.ui.accessibility import announce, button, label, set_look, tell_in
from app.ui.dates import time_worked
from app.ui.flow_layout import FlowLayout
from app.ui.key_places import key_of
from app.ui.layouts import arrange
from app.ui.practice.centered_card import CenteredCard
from app.ui.practice.far_text import FarText
from app.ui.practice.feel_row import FeelRow
from app.ui.practice.measure_answers import MeasureAnswers
from app.ui.theme import Appearance

#: Read on the way back from the wall: a share of the window's height.
_FAR_SHARE = 1 / 18
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class DoneView(CenteredCard):
    """Sums a session up, and holds the question after it.

    It appears under a key in use, so what has the focus at first does nothing.

    Attributes:
        feel: the question, in view where it is asked.
        measures: what was measured, asked for or not.

    Signals:
        go_on_requested: the rest of a session that was stopped.
        again_requested: the same once more.
        choice_requested: back to the list of exercises.
        pain_noted: it hurt.
    """

    go_on_requested = Signal()
    again_requested = Signal()
    choice_requested = Signal()
    pain_noted = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._title = FarText(appearance, _FAR_SHARE, bold=True, align=_LEFT)
        self._words = label("", "body", wrap=True)
        self._saved = label("", "muted", wrap=True)
        self._values = [FarText(appearance, _FAR_SHARE, align=_LEFT) for _ in range(3)]
        names = (self.tr("Sets"), self.tr("Reps"), self.tr("Active time"))
        self._names = [label(name, "muted") for name in names]
        self.feel, self.measures = FeelRow(), MeasureAnswers()
        self._pain = button(self.tr("I felt pain"))
        self._again = button(self.tr("Repeat"))
        self._go_on = button(self.tr("Resume where you stopped"), "primary")
        self._leave = button(self.tr("Done"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(40)
        grid.setVerticalSpacing(4)
        for column, (name, value) in enumerate(zip(self._names, self._values, strict=True)):
            grid.addWidget(value, 0, column)
            grid.setColumnStretch(column, 1)
            grid.addWidget(name, 1, column)
        row = FlowLayout()
        for made in (self._go_on, self._leave, self._again, self._pain):
            row.addWidget(made)
        arrange(
            self.column, self._title, self._words, 4, grid, 4, self._saved, self.feel,
            self.measures, 4, row,
        )  # fmt: skip
        self._go_on.clicked.connect(self.go_on_requested)
        self._again.clicked.connect(self.again_requested)
        self._leave.clicked.connect(self.choice_requested)
        self._pain.clicked.connect(self.pain_noted)
        self.feel.pain_chosen.connect(self.pain_noted)

    def show_summary(self, summary: Summary, ask: Ask, *, is_done: bool) -> None:
        """Show what was done and whether that counts as done, and the question that fits."""
        plan, done = summary.plan, summary.done
        planned = sum(part.choice.sets for part in plan.parts)
        if not summary.finished:
            title = self.tr("{exercise} – stopped")
        elif is_done:
            title = self.tr("{exercise} – done")
        elif done.sets:
            title = self.tr("{exercise} – partly done")
        else:
            title = self.tr("{exercise} – skipped")
        title = title.format(exercise=plan.title)
        self._title.show_text(title)
        announce(self, title)
        is_over = summary.finished and is_done
        self._words.setText(plan.parts[-1].exercise.cues.done if is_over else "")
        self._words.setVisible(is_over)
        sets = self.tr("{done} of {planned}").format(done=done.sets, planned=planned)
        self._values[0].show_text(sets)
        self._values[1].show_text(str(done.reps))
        self._values[2].show_text(time_worked(done.seconds))
        for widget in (self._values[1], self._names[1]):
            widget.setVisible(any(part.exercise.reps is not None for part in plan.parts))
        self.feel.ask(ask)

    def show_question(self, shown: bool) -> None:
        """Show the question; without it there is still a way to say that it hurt."""
        self.feel.setVisible(shown)
        self._pain.setVisible(not shown)

    def show_offer(self, offered: bool) -> None:
        """Offer to go on where it was stopped."""
        self._go_on.setVisible(offered)
        set_look(self._leave, "" if offered else "primary")

    def take_focus(self) -> None:
        """Keep the focus off the buttons, where one key too many would press one."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_saving(self, saving: Saving) -> None:
        """Say whether all of it is saved."""
        match saving:
            case Saving.SAVED:
                text = self.tr("Saved on this computer.")
            case Saving.WAITING:
                text = self.tr("Saving…")
            case Saving.FAILING:
                text = self.tr("Not saved yet. The program keeps trying while it is open.")
        tell_in(self._saved, text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by digit or skip with Escape, wherever the focus is in here."""
        # Some keyboards have the digits with Shift.
        modifier = Qt.KeyboardModifier
        other = modifier.ControlModifier | modifier.AltModifier | modifier.MetaModifier
        plain = not event.modifiers() & other
        if not (plain and self.feel.isVisible() and self.feel.take_key(key_of(event))):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give what is read from afar its height."""
        super().resizeEvent(event)
        for text in (self._title, *self._values):
            text.setFixedHeight(round(self.window().height() * _FAR_SHARE * 1.5))
