"""The description of the figure, for reading: what moves, and the current moment."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.ui.accessibility import label, named
from app.ui.layouts import arrange

_GAP = 8
#: If narrower than this, the figure keeps its width and the description goes below, px.
_BESIDE_FROM = 520
_NARROWEST, _WIDEST = 232, 360


class Told(NamedTuple):
    """One movement in words.

    Attributes:
        title: its name, marked as right or wrong.
        text: what moves, in which order.
        moment: the current phase with its cue, then one statement for each line.
    """

    title: str
    text: str
    moment: list[str]

    @property
    def now(self) -> str:
        """The moment as one paragraph."""
        return f"{'. '.join(self.moment)}."


class TextPanel(QScrollArea):
    """Shows one movement or two in words; scrolls if they need more room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        named(self, self.tr("The figure in words"))
        self.setProperty("look", "words")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setProperty("look", "page")
        self._column = arrange(QVBoxLayout(inside), spacing=4, margins=(16, 14, 16, 14))
        self._blocks: list[_Block] = []
        self.setWidget(inside)
        # There is nothing to turn here, so no hand.
        self.setCursor(Qt.CursorShape.ArrowCursor)

    @staticmethod
    def share_room(area: QRect) -> tuple[QRect, QRect]:
        """Return where the figure and its description go in the stage's area, px."""
        if area.width() >= _BESIDE_FROM:
            width = min(_WIDEST, max(_NARROWEST, round(area.width() * 0.36)))
            words = QRect(area.right() + 1 - width, area.top(), width, area.height())
            return area.adjusted(0, 0, -width - _GAP, 0), words
        height = round(area.height() * 0.42)
        words = QRect(area.left(), area.bottom() + 1 - height, area.width(), height)
        return area.adjusted(0, 0, 0, -height - _GAP), words

    def show_told(self, told: list[Told]) -> None:
        """Show the movements in words."""
        while len(self._blocks) < len(told):
            block = _Block()
            self._column.insertWidget(len(self._blocks), block)
            self._blocks.append(block)
        for index, block in enumerate(self._blocks):
            block.setVisible(index < len(told))
            if index < len(told):
                block.show_told(told[index])


class _Block(QWidget):
    """One movement in words."""

    def __init__(self) -> None:
        super().__init__()
        self._title = label("", "strong", wrap=True)
        self._phase = label("", "strong", wrap=True)
        self._statements = arrange(QVBoxLayout(), spacing=6)
        self._shown: list[QLabel] = []
        self._text = label("", "", wrap=True)
        parts = self._title, self._phase, self._statements, 4, self._text
        arrange(QVBoxLayout(self), *parts, spacing=8, margins=(0, 0, 0, 12))

    def show_told(self, told: Told) -> None:
        """Show the movement and its moment; unchanged labels are left alone."""
        phase, *statements = told.moment
        while len(self._shown) < len(statements):
            self._shown.append(label("", "", wrap=True))
            self._statements.addWidget(self._shown[-1])
        for index, shown in enumerate(self._shown):
            shown.setVisible(index < len(statements))
        for shown, text in zip(
            [self._title, self._phase, self._text, *self._shown],
            [told.title, phase, told.text, *statements],
            strict=False,  # fewer statements than before
        ):
            if shown.text() != text:
                shown.setText(text)
