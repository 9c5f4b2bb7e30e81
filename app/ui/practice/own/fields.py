"""One field of the form: its caption, its contents, and what is wrong with them."""

from __future__ import annotations

import math
from collections.abc import Container

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.practice.draft import Fault, longest, may_be_empty, text_fault
from app.practice.limits import LIMITS
from app.ui.accessibility import label, named, set_wrong
from app.ui.layouts import STRETCH, arrange
from app.ui.messages import number_text
from app.ui.number_box import NumberBox
from app.ui.practice.own.form_texts import fault_sentence

_COUNTED = ("sets", "reps")
#: Longer texts, in characters, are written in a box of a few lines.
_LONG = 60
#: More than any limit: what is typed stays as it was typed, and is said to be wrong.
_MOST = 999.0


class _Field(QWidget):
    """A caption over a control, and a line under it where something is wrong."""

    changed = Signal()

    def __init__(self, name: str, caption: str) -> None:
        super().__init__()
        self.name = name
        self.caption = label(caption, "muted", wrap=True)
        self._fault = label("", "wrong", wrap=True)
        self._column = arrange(QVBoxLayout(self), spacing=4, margins=0)

    @property
    def fault(self) -> str:
        """What is wrong with it, in one sentence; empty where nothing is."""
        return self._fault.text()

    def show_fault(self, sentence: str) -> None:
        """Say what is wrong with it, or nothing."""
        self._fault.setText(sentence)
        self._fault.setVisible(bool(sentence))
        set_wrong(self.control, sentence)

    @property
    def control(self) -> QWidget:
        """What has the focus."""
        raise NotImplementedError

    def _arrange(self, control: QWidget, caption: QLabel) -> None:
        arrange(self._column, caption, control, self._fault, STRETCH)
        self._fault.hide()
        caption.setBuddy(control)


class TextField(_Field):
    """A text; what is wrong with it is said as it is typed.

    Signals:
        changed: its text did.
    """

    def __init__(self, name: str, caption: str, taken: Container[str] = ()) -> None:
        """Make a field; `taken` is what its text must not be."""
        super().__init__(name, caption)
        self._taken = taken
        self._control: QWidget
        self._line: QLineEdit | None = None
        self._box: QPlainTextEdit | None = None
        if longest(name) > _LONG:
            self._control = self._box = QPlainTextEdit()
            self._box.setTabChangesFocus(True)
            self._box.textChanged.connect(self._take)
        else:
            self._control = self._line = QLineEdit()
            if may_be_empty(name):
                self._line.setPlaceholderText(self.tr("default"))
            self._line.textChanged.connect(self._take)
        self.control.setProperty("look", "field")
        named(self.control, caption)
        self._arrange(self.control, self.caption)

    @property
    def control(self) -> QWidget:
        """What has the focus."""
        return self._control

    @property
    def text(self) -> str:
        """Its text, on one line."""
        if self._box is not None:
            return " ".join(self._box.toPlainText().split())
        return self._line.text().strip() if self._line is not None else ""

    @property
    def value(self) -> str:
        """The same as its text."""
        return self.text

    def show_text(self, text: str) -> None:
        """Put a text into it."""
        with QSignalBlocker(self.control):
            if self._box is not None:
                self._box.setPlainText(text)
            elif self._line is not None:
                self._line.setText(text)
        self._check()

    def _take(self) -> None:
        self._check()
        self.changed.emit()

    def _check(self) -> None:
        fault = text_fault(self.name, self.text, self._taken)
        self.show_fault(fault_sentence(fault, self.name, len(self.text)) if fault else "")


class NumberField(_Field):
    """A number; it may be wrong while it is typed, which is then said.

    Signals:
        changed: its number did.
    """

    def __init__(self, name: str, caption: str) -> None:
        super().__init__(name, caption)
        whole = name in _COUNTED
        step = {"rest_s": 5.0, "sets": 1.0, "reps": 1.0, "switch_s": 1.0}.get(name, 0.5)
        unit = "" if whole else self.tr(" s")
        self._box = NumberBox(0, _MOST, decimals=0 if whole else 1, step=step, unit=unit)
        self._box.setKeyboardTracking(True)
        self._box.setMinimumWidth(96)
        self._box.valueChanged.connect(lambda _: self.changed.emit())
        self._box.refused.connect(lambda _: self.changed.emit())
        spoken = caption if name in _COUNTED else self.tr("{part}, seconds").format(part=caption)
        named(self._box, spoken)
        limit = LIMITS[name]
        tip = self.tr("From {low} to {high}")
        self._box.setToolTip(tip.format(low=number_text(limit.low), high=number_text(limit.high)))
        self._arrange(self._box, self.caption)

    @property
    def control(self) -> QWidget:
        """What has the focus."""
        return self._box

    @property
    def value(self) -> float:
        """The number in it; not a number where what is typed is none."""
        return math.nan if self._box.is_refused else self._box.value()

    def show_value(self, value: float) -> None:
        """Put a number into it."""
        self._box.show_value(value)

    def show_number_fault(self, fault: Fault | None) -> None:
        """Say what is wrong with it, or nothing."""
        sentence = fault_sentence(fault, self.name, 0) if fault else ""
        if self._box.is_refused:
            kind = (
                self.tr("At most one decimal.")
                if self._box.decimals()
                else self.tr("Whole numbers only.")
            )
            sentence = f"{sentence} {kind}"
        self.show_fault(sentence)
