"""A row of buttons of which one is down."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSizePolicy

from app.ui.accessibility import button, named
from app.ui.layouts import arrange


class SegmentedControl(QFrame):
    """A choice of one of a few things that are all in view; the arrow keys go through them.

    `first` is down at first; None leaves all of them up.

    Signals:
        chosen: the user chose another; its place in the row.
    """

    chosen = Signal(int)

    def __init__(self, name: str, texts: Sequence[str], first: int | None = 0) -> None:
        super().__init__()
        named(self, name)
        self.setProperty("look", "segments")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        row = arrange(QHBoxLayout(self), spacing=0, margins=0)
        for index, text in enumerate(texts):
            segment = button(text, "segment")
            segment.setCheckable(True)
            segment.setAutoExclusive(True)  # what screen readers call a radio button
            self._group.addButton(segment, index)
            row.addWidget(segment)
        self.show_index(first)
        self._group.idToggled.connect(self._tell)

    @property
    def index(self) -> int:
        """Which one is down; -1 where none is."""
        return self._group.checkedId()

    @property
    def buttons(self) -> list[QPushButton]:
        """The buttons, from left to right."""
        return [b for b in self._group.buttons() if isinstance(b, QPushButton)]

    def show_index(self, index: int | None) -> None:
        """Show another one as down, or none; without a signal."""
        self._group.blockSignals(True)
        if index is not None:
            self._group.button(index).setChecked(True)
        elif down := self._group.checkedButton():
            self._group.setExclusive(False)
            down.setChecked(False)
            self._group.setExclusive(True)
        self._group.blockSignals(False)
        self._let_tab_stop()

    def _let_tab_stop(self) -> None:
        """Let the Tab key stop at the one that is down: from there the arrow keys go on.

        Where none is, it stops at the first. A click leaves the focus alone.
        """
        for number, segment in enumerate(self.buttons):
            down = segment.isChecked() or (number == 0 and self.index < 0)
            segment.setFocusPolicy(Qt.FocusPolicy.TabFocus if down else Qt.FocusPolicy.NoFocus)

    def _tell(self, index: int, down: bool) -> None:
        if down:
            self._let_tab_stop()
            self.chosen.emit(index)
