"""A number to be typed or stepped; what cannot be meant stays as typed, and says so."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QLabel

from app.ui.accessibility import announce, label, set_wrong
from app.ui.messages import number_text
from app.ui.number_text import read_number

#: Where a style sheet styles the buttons, its padding does not reach the text (Qt 6.11), px.
_TEXT_MARGIN = 8


class NumberBox(QDoubleSpinBox):
    """A number with its unit, the only kind of box for numbers.

    What is typed counts with Enter, or on leaving; Escape brings the number before back. What is
    no number it takes stays as it was typed, with a red border and a sentence, and the number
    before still counts. The wheel turns it only once it was chosen.

    Signals:
        refused: why what is typed does not count; empty once something counts again.
    """

    refused = Signal(str)

    def __init__(
        self,
        low: float = 0,
        high: float = 99,
        *,
        decimals: int = 0,
        step: float = 1.0,
        unit: str = "",
    ) -> None:
        """Take numbers from `low` to `high`, with at most so many `decimals`.

        Args:
            low: the least.
            high: the greatest.
            decimals: how many are kept.
            step: of the arrow keys.
            unit: written behind the number.
        """
        super().__init__()
        self._sentence = self._meaning = ""
        self._least = low
        self.setDecimals(decimals)
        self.set_limits(low, high)
        self.setSingleStep(step)
        self.setSuffix(unit)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lineEdit().setTextMargins(_TEXT_MARGIN, 0, 0, 0)
        self.lineEdit().textEdited.connect(self._follow_typing)

    def set_limits(self, low: float, high: float) -> None:
        """Take numbers from `low` to `high`."""
        self._least = low
        self.setRange(low, high)

    def allow_nothing(self, text: str) -> None:
        """Take 0 too, below the least, and show it as a text; an empty one takes it no more."""
        with QSignalBlocker(self):  # it may move the value, which nobody changed
            self.setMinimum(0 if text else self._least)
        self.setSpecialValueText(text)

    @property
    def is_refused(self) -> bool:
        """Whether what is shown does not count."""
        return bool(self._sentence)

    def show_value(self, value: float) -> None:
        """Show a value without a signal; where it is shown, what is being typed stays."""
        if value != self.value():
            self.take_back()
            with QSignalBlocker(self):
                self.setValue(value)

    def take_back(self) -> None:
        """Show the number that counts, where something else stood."""
        self._accept()
        with QSignalBlocker(self):
            self.setSuffix(self.suffix())  # which writes it anew

    def read(self, text: str) -> float | None:
        """Return the number that a text without its unit means; None where it means none."""
        return read_number(text)

    # Qt

    def textFromValue(self, value: float) -> str:
        """Write it without needless zeros."""
        return number_text(value, 0 if value == round(value) else self.decimals())

    def valueFromText(self, text: str) -> float:
        """Return the number that is meant; the one before where there is none."""
        value = self._meant(text)
        return self.value() if value is None else value

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Refuse no key: what is typed is judged as a whole."""
        good = self._meant(text) is not None
        state = QValidator.State.Acceptable if good else QValidator.State.Intermediate
        return state, text, position

    def stepBy(self, steps: int) -> None:
        """Step from the number that counts, over what is too little to be allowed."""
        self.interpretText()
        self.take_back()
        value = max(self.minimum(), self.value() + steps * self.singleStep())
        if 0 < value < self._least:
            value = self._least if steps > 0 else 0.0
        self.setValue(value)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take with Enter what is typed; bring back with Escape what counts."""
        text = self.lineEdit().text()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            if not self._judge(text):
                event.accept()  # and nothing is done with the number before
        elif event.key() == Qt.Key.Key_Escape and self._meant(text) != self.value():
            self.take_back()
            self.selectAll()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select all of what is to be mended."""
        super().focusInEvent(event)
        if self.is_refused:
            self.lineEdit().selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take what is typed, or say why not; a menu over it leaves it alone."""
        text = self.lineEdit().text()
        super().focusOutEvent(event)
        self._judge(text)

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget what did not count."""
        super().hideEvent(event)
        if self.is_refused:
            self.take_back()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let a page that scrolls by pass."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _meant(self, text: str) -> float | None:
        """Return the number that a text means, if it is one that this box takes."""
        text = text.strip()
        unit = self.suffix().strip()
        if text and text == self.specialValueText():
            return self.minimum()
        while unit and text.endswith(unit):  # typed before the one that stands there
            text = text.removesuffix(unit).strip()
        value = self.read(text)
        if value is None or value != round(value, self.decimals()):
            return None
        allowed = self._least <= value <= self.maximum() or value == self.minimum()
        return value if allowed else None

    def _judge(self, text: str) -> bool:
        """Say whether a text counts, and keep it in view where it does not."""
        if self._meant(text) is not None:
            self._accept()
            return True
        with QSignalBlocker(self.lineEdit()):
            self.lineEdit().setText(text)
        if not self.is_refused:
            self._sentence, self._meaning = self._why(), self.accessibleDescription()
            set_wrong(self, self._sentence)
            announce(self, self._sentence)
            self.refused.emit(self._sentence)
        return False

    def _follow_typing(self, text: str) -> None:
        """Take back the complaint at the first text that counts; some complain as one types."""
        if self._meant(text) is not None:
            self._accept()
        elif self.keyboardTracking():
            self._judge(text)

    def _accept(self) -> None:
        if self.is_refused:
            self._sentence = ""
            set_wrong(self, "", self._meaning)
            self.refused.emit("")

    def _why(self) -> str:
        if self.decimals():
            text = self.tr(
                "Enter a number from {low} to {high}, with at most one decimal. It is still "
                "{value}."
            )
        else:
            text = self.tr("Enter a whole number from {low} to {high}. It is still {value}.")
        low, high, value = (
            self.textFromValue(one) + self.suffix()
            for one in (self._least, self.maximum(), self.value())
        )
        return text.format(low=low, high=high, value=value)


def complaint(box: NumberBox) -> QLabel:
    """Return the line to be shown under a box, while what is typed there does not count."""
    line = label("", "wrong", wrap=True)
    line.hide()

    def show(sentence: str) -> None:
        line.setText(sentence)
        line.setVisible(bool(sentence))

    box.refused.connect(show)
    return line
