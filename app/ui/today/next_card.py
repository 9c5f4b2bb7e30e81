"""What is next: one card with one button, and the figure doing it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.ui.accessibility import button, label, named
from app.ui.layouts import STRETCH, Turning, arrange
from app.ui.today.next_figure import NextFigure
from app.ui.today.said import Offered, Said

#: Of the figure beside the words, and the least of the words, px.
_FIGURE, _WORDS = 300, 320


class NextCard(QFrame):
    """Says what is next and asks for it.

    Attributes:
        action: the one button.

    Signals:
        wanted: what a button wants; one of `Wants`.
    """

    wanted = Signal(object)

    def __init__(self, figure: NextFigure) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._figure = figure
        self._offered: dict[QPushButton, Offered] = {}
        self._kind = label("", "muted")
        self._title = label("", "heading", wrap=True)
        self._facts = label("", "strong")
        self._text = label("", "body", wrap=True)
        self._note = label("", "muted", wrap=True)
        self.action = self._button("primary")
        self._quiet = QVBoxLayout()
        self._quiet.setSpacing(2)
        self._more: list[QPushButton] = []
        words = QWidget()
        arrange(
            QVBoxLayout(words), self._kind, self._title, self._facts, self._text, 8,
            arrange(QHBoxLayout(), self.action, STRETCH), self._quiet, 4, self._note, STRETCH,
            spacing=6, margins=0,
        )  # fmt: skip
        row = arrange(Turning(self), (words, 1), figure, spacing=24, margins=(24, 20, 24, 22))
        words.setMinimumWidth(_WORDS)
        row.hold(figure, _FIGURE)

    def show_said(self, said: Said) -> None:
        """Show what is to be said."""
        for line, text in (
            (self._kind, said.kind),
            (self._title, said.title),
            (self._facts, said.facts),
            (self._text, said.text),
            (self._note, said.note),
        ):
            line.setText(text)
            line.setVisible(bool(text))
        named(self, said.title)
        self._offer(self.action, said.action)
        if said.action is not None:
            self.action.setAccessibleName(f"{said.action.text}: {said.title}")
        while len(self._more) < len(said.quiet):
            made = self._button("link")
            self._more.append(made)
            arrange(self._quiet, arrange(QHBoxLayout(), made, STRETCH))
        for at, more in enumerate(self._more):
            self._offer(more, said.quiet[at] if at < len(said.quiet) else None)
        self._figure.show_movement(said.movement)

    def _button(self, look: str) -> QPushButton:
        made = button("", look)
        made.clicked.connect(lambda: self._ask(made))
        return made

    def _offer(self, control: QPushButton, offered: Offered | None) -> None:
        if offered is not None:
            self._offered[control] = offered
            control.setText(offered.text)
            control.setAccessibleName(offered.text)
        control.setVisible(offered is not None)

    def _ask(self, control: QPushButton) -> None:
        self.wanted.emit(self._offered[control].wants)
