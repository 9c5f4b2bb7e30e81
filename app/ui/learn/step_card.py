"""One step in words, with the way back and forward."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.lessons.model import Step
from app.ui.accessibility import announce, button, keep_focus, label, named, set_tip
from app.ui.choose import choose
from app.ui.layouts import arrange
from app.ui.messages import in_units
from app.units import Units

_DOT = 9
_PITCH = 18


class StepCard(QFrame):
    """Shows a step.

    Signals:
        back_requested, next_requested: the user wants to go back or on.
        step_requested: the step, from 0, whose dot the user clicked.
        practice_requested: the user wants to practise this.
        care_requested: the user wants to read when not to hinge, where practice is closed.
    """

    back_requested = Signal()
    next_requested = Signal()
    step_requested = Signal(int)
    practice_requested = Signal()
    care_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._count = label("", "muted")
        self._title = label("", "heading", wrap=True)
        self._text = label("", "body", wrap=True)
        choose(self._text, textFormat="MarkdownText", alignment="AlignTop")
        self._text.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
        self._back = button(self.tr("Back"), tip=self.tr("Previous step (left arrow)"))
        self._dots = Dots()
        self._practise = button(self.tr("Practise"))
        self._next = button(self.tr("Next"), "primary", tip=self.tr("Next step (right arrow)"))
        self._care = button(self.tr("When not to hinge"))
        self._care.hide()
        keep_focus(self._back, self._practise, self._care, self._next)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._back)
        buttons.addStretch(1)
        buttons.addWidget(self._dots)
        buttons.addStretch(1)
        buttons.addWidget(self._practise)
        buttons.addWidget(self._care)
        buttons.addWidget(self._next)
        head = arrange(QHBoxLayout(), (self._title, 1), self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._text, 1)
        column.addSpacing(8)
        column.addLayout(buttons)
        self._back.clicked.connect(self.back_requested)
        self._next.clicked.connect(self.next_requested)
        self._practise.clicked.connect(self.practice_requested)
        self._care.clicked.connect(self.care_requested)
        self._dots.chosen.connect(self.step_requested)
        # At least three lines of text, so that the figure keeps its size from step to step.
        self._text.setMinimumHeight(3 * self._text.fontMetrics().lineSpacing() + 12)

    def show_step(
        self,
        step: Step,
        index: int,
        count: int,
        units: Units,
        *,
        first: bool,
        last: bool,
        follows: bool,
    ) -> None:
        """Show step `index` (from 0) of `count`; another lesson follows the last, or none."""
        opens = not self._title.text()  # the first step is read with the page
        self._count.setText(self.tr("Step {step} of {steps}").format(step=index + 1, steps=count))
        self._title.setText(step.title)
        text = in_units(step.text, units)
        self._text.setText(text)
        plain = text.replace("**", "")
        self._text.setAccessibleName(plain)
        if self.isVisible() and not opens:
            announce(self, f"{step.title}. {plain}")
        self._back.setEnabled(not first)
        self._next.setEnabled(True)
        onward = self.tr("Next lesson") if follows else self.tr("Finish")
        self._next.setText(onward if last else self.tr("Next"))
        self._next.setAccessibleName(self._next.text())
        self._dots.show_place(index, count)

    def name_practice(self, exercise: str | None, *, closed: bool = False) -> None:
        """Name the exercise offered, or hide the offer without one.

        Args:
            exercise: its title; None where there is none to offer.
            closed: whether that is so because practice is closed: what to read is offered then.
        """
        self._care.setVisible(closed)
        self._practise.setVisible(exercise is not None)
        if exercise is not None:
            name = self.tr("Practise: {exercise}").format(exercise=exercise)
            set_tip(self._practise, name)
            named(self._practise, name)

    def show_end(self) -> None:
        """Say that the last lesson is finished."""
        self._next.setText(self.tr("Finished"))
        self._next.setEnabled(False)
        self._practise.setFocus()


class Dots(QWidget):
    """One dot for each step, the current one filled.

    Signals:
        chosen: the step, from 0, whose dot the user clicked.
    """

    accessible_role = "StaticText"

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._index, self._count = 0, 1
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_place(self, index: int, count: int) -> None:
        """Show that step `index` (from 0) of `count` is the current one."""
        self._index, self._count = index, count
        named(self, self.tr("Step {step} of {steps}").format(step=index + 1, steps=count))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for all dots."""
        return QSize(self._count * _PITCH, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dots: filled up to the current one, the others open."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # As paths: to take a colour for a pen or a brush, PySide would make all of Qt's enums.
        palette, pen = self.palette(), QPen()
        pen.setWidthF(1.5)
        for index in range(self._count):
            here = index == self._index
            brush = palette.accent() if here else palette.placeholderText()
            radius = _DOT / 2 if here else _DOT / 2 - 1
            dot = QPainterPath()
            dot.addEllipse(QPointF((index + 0.5) * _PITCH, self.height() / 2), radius, radius)
            if index <= self._index:
                painter.fillPath(dot, brush)
            pen.setBrush(brush)
            painter.strokePath(dot, pen)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the step under the mouse."""
        index = int(event.position().x() // _PITCH)
        if 0 <= index < self._count:
            self.chosen.emit(index)
